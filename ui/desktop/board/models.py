"""The tables of the board."""

from ui.desktop.board.view_model import AttentionLine
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.typography import BODY_MEDIUM

SINCE_COLUMN = 3


class AttentionModel(CellModel[AttentionLine]):
    """What needs somebody, or waits for a word of rank; ``first`` heads the column of the chips."""

    def __init__(self, first: str) -> None:
        super().__init__(
            (
                Column(title=first, width=140),
                Column(title=self.tr("Số"), width=60),
                Column(title=self.tr("Chủ hồ sơ")),
                Column(title=self.tr("Từ"), width=112),
            )
        )

    def cell(self, row: AttentionLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.words, tone=row.tone, chip=True)
            case 1:
                return Cell(text=row.short_code, spoken=row.dossier_code, style=BODY_MEDIUM)
            case 2:
                return Cell(text=row.who, style=BODY_MEDIUM)
        return Cell(text=row.since)
