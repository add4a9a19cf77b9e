"""The table of the daily log."""

from typing import Final

from station.words import clock, day_and_month, numeric_date
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM
from ui.desktop.log.view_model import LogLine

COMPACT_WIDTHS: Final = {0: 48, 3: 148, 6: 78, 7: 92, 8: 76, 10: 104}
"""Where the window is small: what is left over is the procedure's."""
AGENCY_COLUMN: Final = 5
FEE_COLUMN: Final = 7
PAGES_COLUMN: Final = 9
NOTE_COLUMN: Final = 10


class LogModel(CellModel[LogLine]):
    """One line a dossier, in the order of reception."""

    def __init__(self) -> None:
        self.short_days = False
        super().__init__(
            (
                Column(title=self.tr("STT"), width=52, right=True),
                Column(title=self.tr("Giờ"), width=66),
                Column(title=self.tr("Mã"), width=64),
                Column(title=self.tr("Chủ hồ sơ"), width=200),
                Column(title=self.tr("Thủ tục")),
                Column(title=self.tr("Nơi giải quyết"), width=160),
                Column(title=self.tr("Hẹn trả"), width=108),
                Column(title=self.tr("Phí"), width=88, right=True),
                Column(title=self.tr("Giấy tờ"), width=78),
                Column(title=self.tr("Trang"), width=66, right=True),
                Column(title=self.tr("Ghi chú"), width=116),
            )
        )

    def cell(self, row: LogLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=str(row.number))
            case 1:
                return Cell(text=clock(row.received_at))
            case 2:
                return Cell(text=row.short_code, spoken=row.dossier_code, style=BODY_MEDIUM)
            case 3:
                return Cell(text=row.owner_name, style=BODY_MEDIUM)
            case 4:
                return Cell(text=row.procedure_name)
            case 5:
                return Cell(text=row.agency)
            case 6:
                return self._due(row)
            case 7:
                return Cell(text=row.fee)
            case 8:
                return Cell(text=row.papers, tone=Tone.WARN if row.odd else None)
            case 9:
                return Cell(text=row.pages)
        return Cell(text=row.note, tone=Tone.WARN if row.odd else Tone.MUTE)

    def _due(self, row: LogLine) -> Cell:
        if row.due_at is None:
            return Cell(text="–")
        day = row.due_at.date()
        whole = numeric_date(day)
        return Cell(text=day_and_month(day) if self.short_days else whole, spoken=whole)
