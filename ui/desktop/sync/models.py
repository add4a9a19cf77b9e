"""The table of what the province lacks."""

from typing import Final

from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM
from ui.desktop.sync.view_model import SyncLine

SINCE_COLUMN: Final = 3


class SyncModel(CellModel[SyncLine]):
    """What was sent back first, then what waits."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Hồ sơ"), width=92),
                Column(title=self.tr("Việc"), width=268),
                Column(title=self.tr("Máy chủ"), width=124),
                Column(title=self.tr("Từ lúc"), width=116),
                Column(title=self.tr("Vì sao")),
            )
        )

    def cell(self, row: SyncLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.short_code, spoken=row.code, style=BODY_MEDIUM)
            case 1:
                return Cell(text=row.what)
            case 2:
                return Cell(text=row.state, tone=row.tone, chip=True)
            case 3:
                return Cell(text=row.since)
        return Cell(text=row.reason, tone=Tone.ERR if row.is_refused else None)
