"""The tables of the home page."""

from typing import Final

from ui.desktop.home.view_model import CheckLine, WorkLine
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.marks import TONE_ICONS
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG

WHAT_COLUMN: Final = 3


class CheckModel(CellModel[CheckLine]):
    """One line for each thing that was looked at."""

    def __init__(self) -> None:
        super().__init__(
            (Column(title=self.tr("Mục"), width=124), Column(title=self.tr("Tình trạng")))
        )

    def cell(self, row: CheckLine, column: int) -> Cell:
        if column == 0:
            return Cell(text=row.name, style=BODY_MEDIUM)
        return Cell(text=row.state, tone=row.tone, sign=TONE_ICONS[row.tone])


class WorkModel(CellModel[WorkLine]):
    """What waits for somebody."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Việc"), width=168),
                Column(title=self.tr("Số"), width=70),
                Column(title=self.tr("Của ai")),
                Column(title=self.tr("Thủ tục")),
                Column(title=self.tr("Hẹn, lúc"), width=116),
            )
        )

    def cell(self, row: WorkLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.words, tone=row.tone, chip=True)
            case 1:
                return Cell(text=row.short_code, spoken=row.dossier_code, style=BODY_MEDIUM)
            case 2:
                return Cell(text=row.who, style=BODY_STRONG if row.dossier_code else BODY_MEDIUM)
            case 3:
                return Cell(text=row.what)
        late = row.tone is Tone.ERR
        return Cell(text=row.when, tone=Tone.ERR if late else None)
