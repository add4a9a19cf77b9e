"""The table of copies that wait."""

from typing import Final

from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG
from ui.desktop.signing.view_model import CopyLine

OWNER_COLUMN: Final = 1
PAGES_COLUMN: Final = 3
RECEIVED_COLUMN: Final = 4


class CopyModel(CellModel[CopyLine]):
    """One line a copy."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Hồ sơ"), width=96),
                Column(title=self.tr("Chủ hồ sơ"), width=182),
                Column(title=self.tr("Giấy tờ")),
                Column(title=self.tr("Trang"), width=58, right=True),
                Column(title=self.tr("Tiếp nhận"), width=116),
                Column(title=self.tr("Tình trạng"), width=184),
            )
        )

    def cell(self, row: CopyLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.short_code, style=BODY_STRONG, tick=row.ticked)
            case 1:
                return Cell(text=row.who)
            case 2:
                return Cell(text=row.paper, style=BODY_MEDIUM)
            case 3:
                return Cell(text=str(row.pages))
            case 4:
                return Cell(text=row.received)
        return Cell(text=row.state, tone=row.tone, chip=True)
