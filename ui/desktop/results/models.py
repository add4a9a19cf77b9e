"""The tables of the results desk."""

from collections.abc import Sequence
from datetime import date

from station.domain.ids import short_code
from ui.desktop.dossiers.lines import matches_in
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.marks import TONE_ICONS
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG
from ui.desktop.results.view_model import Compared, GivenLine, WaitingLine
from ui.desktop.wording import NOTHING, due

DIGITS_COLUMN, DUE_COLUMN = 2, 4


class WaitingModel(CellModel[WaitingLine]):
    """Whose results wait, and where."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Số"), width=84),
                Column(title=self.tr("Chủ hồ sơ"), width=256),
                Column(title=self.tr("Số giấy tờ"), width=136),
                Column(title=self.tr("Thủ tục")),
                Column(title=self.tr("Hẹn trả"), width=140),
                Column(title=self.tr("Kết quả"), width=168),
            )
        )
        self._today, self._typed = date.min, ""

    def show_lines(self, lines: Sequence[WaitingLine], today: date, *, typed: str) -> None:
        """Show these; what of their names was ``typed`` is marked."""
        self._today, self._typed = today, typed
        self.set_rows(lines)

    def cell(self, row: WaitingLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=short_code(row.code), spoken=row.code, style=BODY_MEDIUM)
            case 1:
                marked = matches_in(row.owner_name, self._typed)
                return Cell(text=row.owner_name, style=BODY_MEDIUM, marked=marked)
            case 2:
                return Cell(text=row.masked_number or NOTHING)
            case 3:
                return Cell(text=row.procedure_name)
            case 4:
                return Cell(text=due(row.due_at, self._today) if row.due_at else NOTHING)
        if row.at_once:
            return Cell(text=self.tr("trả ngay"), tone=Tone.INFO, sign=Icon.CLIPBOARD)
        if not row.at_counter:
            return Cell(text=self.tr("chưa về quầy"), tone=Tone.WARN, sign=Icon.CLOCK)
        words = self.tr("kệ {shelf}").format(shelf=row.shelf) if row.shelf else self.tr("ở quầy")
        return Cell(text=words, tone=Tone.OK, sign=Icon.INBOX)


class GivenModel(CellModel[GivenLine]):
    """What is taken out and ticked off."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Lấy ra và đánh dấu (phím cách)")),
                Column(title=self.tr("Loại"), width=132),
                Column(title=self.tr("Số bản"), width=64, right=True),
            )
        )

    def cell(self, row: GivenLine, column: int) -> Cell:
        match column:
            case 0:
                state = self.tr("đã đưa") if row.ticked else self.tr("chưa đưa")
                spoken = f"{row.name}, {state}"
                return Cell(text=row.name, spoken=spoken, style=BODY_MEDIUM, tick=row.ticked)
            case 1:
                words = self.tr("kết quả") if row.is_result else self.tr("bản gốc trả lại")
                tone = Tone.OK if row.is_result else Tone.INFO
                return Cell(text=words, tone=tone, style=BODY_MEDIUM)
        return Cell(text=str(row.count))


class ComparedModel(CellModel[Compared]):
    """The file beside the card."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title="", width=92),
                Column(title=self.tr("Trên hồ sơ")),
                Column(title=self.tr("Người đến nhận")),
                Column(title="", width=40),
            )
        )

    def cell(self, row: Compared, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.caption, tone=Tone.MUTE)
            case 1:
                return Cell(text=row.filed, style=BODY_STRONG)
            case 2:
                return Cell(text=row.shown, style=BODY_STRONG)
        if row.tone is None:
            return Cell()
        spoken = self.tr("khớp") if row.tone is Tone.OK else self.tr("không khớp")
        return Cell(spoken=spoken, tone=row.tone, sign=TONE_ICONS[row.tone])
