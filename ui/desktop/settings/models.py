"""The table of keys."""

from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG
from ui.desktop.settings.view_model import KeyLine


class KeyModel(CellModel[KeyLine]):
    """One line a key that may be changed."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Việc")),
                Column(title=self.tr("Ở đâu"), width=140),
                Column(title=self.tr("Phím"), width=116),
            )
        )

    def cell(self, row: KeyLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.words)
            case 1:
                return Cell(text=row.where, tone=Tone.MUTE)
        return Cell(text=row.keys, style=BODY_STRONG, tone=Tone.INFO if row.changed else None)
