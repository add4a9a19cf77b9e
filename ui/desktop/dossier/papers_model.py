"""The papers of a dossier as rows: which, how many, and where they are."""

from ui.desktop.dossier.view_model import PaperLine, PaperState
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM

_SIGNS = {
    PaperState.HERE: (Icon.CIRCLE_CHECK, Tone.OK),
    PaperState.LACKING: (Icon.ALERT, Tone.WARN),
    PaperState.NOT_GIVEN: (Icon.CIRCLE, Tone.MUTE),
}
KIND_COLUMN, PAGES_COLUMN = 2, 3


class PapersModel(CellModel[PaperLine]):
    """The table of the dossier page."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Số"), width=64),
                Column(title=self.tr("Giấy tờ")),
                Column(title=self.tr("Bản"), width=124),
                Column(title=self.tr("Trang"), width=64, right=True),
                Column(title=self.tr("Tình trạng"), width=164),
            )
        )

    def cell(self, row: PaperLine, column: int) -> Cell:
        sign, tone = _SIGNS[row.state]
        match column:
            case 0:
                return Cell(text=row.number, sign=sign, tone=tone)
            case 1:
                muted = Tone.MUTE if row.state is PaperState.NOT_GIVEN else None
                return Cell(text=row.name, style=BODY_MEDIUM, tone=muted)
            case 2:
                return Cell(text=row.copies)
            case 3:
                return Cell(text=str(row.pages) if row.pages else "–")
        lacking = row.state is PaperState.LACKING
        tone = row.tone or (Tone.WARN if lacking else Tone.MUTE)
        return Cell(text=row.note or "–", tone=tone)
