"""The rows of dossiers, in words: for the list and for the search panel."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from station.domain.dossier import DossierStatus
from station.domain.ids import short_code
from station.words import capitalised
from ui.desktop.dossier_looks import TONES
from ui.desktop.dossiers.lines import matches_in
from ui.desktop.dossiers.view_model import Delivered, DossierLine
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG
from ui.desktop.wording import due, language, received
from ui.dossier_words import STATES
from ui.time_left_words import left_words

_NAME_COLUMN = 1
_S = DossierStatus
_SIGNS: dict[DossierStatus, Icon] = {
    _S.LODGED: Icon.FILE,
    _S.RECEIVED: Icon.CHECK,
    _S.REFUSED: Icon.CIRCLE_X,
    _S.PROCESSING: Icon.CLOCK,
    _S.WAITING_SUPPLEMENT: Icon.ALERT,
    _S.WAITING_FINANCIAL_DUTY: Icon.CASH,
    _S.WITHDRAWN: Icon.CIRCLE_X,
    _S.STOPPED: Icon.CIRCLE_X,
    _S.RESULT_READY: Icon.INBOX,
    _S.RETURNED: Icon.CIRCLE_CHECK,
}


def state_cell(line: DossierLine) -> Cell:
    """Say how far the dossier is; what is overdue, or due today or next, says that first."""
    text = capitalised(STATES[line.status][language()])
    if line.is_overdue:
        words = QCoreApplication.translate("DossierModel", "Quá hạn")
        return Cell(text=words, tone=Tone.ERR, chip=True)
    if line.left is not None:
        said = left_words(line.left, language())
        return Cell(
            text=capitalised(said),
            spoken=f"{text}, {said}",
            tone=Tone.WARN if line.left.is_today else Tone.INFO,
            chip=True,
            sign=Icon.CLOCK,
        )
    return Cell(text=text, tone=TONES[line.status], chip=True, sign=_SIGNS[line.status])


def delivery_cell(line: DossierLine) -> Cell:
    """Say whether the province knows of it."""
    match line.delivered:
        case Delivered.WAITING:
            words = QCoreApplication.translate("DossierModel", "chờ gửi")
            return Cell(text=words, tone=Tone.WARN, sign=Icon.CLOUD_OFF)
        case Delivered.SENT:
            words = QCoreApplication.translate("DossierModel", "đã gửi")
            return Cell(text=words, tone=Tone.OK, sign=Icon.CHECK)
        case Delivered.REFUSED:
            words = QCoreApplication.translate("DossierModel", "bị trả lại")
            return Cell(text=words, tone=Tone.ERR, sign=Icon.CIRCLE_X)


class DossierModel(CellModel[DossierLine]):
    """The list page's rows."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Số"), width=72),
                Column(title=self.tr("Chủ hồ sơ"), width=236),
                Column(title=self.tr("Thủ tục")),
                Column(title=self.tr("Tiếp nhận"), width=116),
                Column(title=self.tr("Hẹn trả"), width=132),
                Column(title=self.tr("Tình trạng"), width=192),
                Column(title=self.tr("Máy chủ"), width=124),
            )
        )
        self._today, self._typed = date.min, ""

    def show_lines(self, lines: Sequence[DossierLine], today: date, *, typed: str) -> None:
        """Show these; what of their names was ``typed`` is marked."""
        is_same_day = today == self._today
        self._today, self._typed = today, typed
        if is_same_day:
            self.mark_rows(lines, _NAME_COLUMN)
        else:
            self.set_rows(lines)

    def cell(self, row: DossierLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=short_code(row.code), spoken=row.code, style=BODY_MEDIUM)
            case 1:
                marked = matches_in(row.owner_name, self._typed)
                return Cell(text=row.owner_name, style=BODY_MEDIUM, marked=marked)
            case 2:
                return Cell(text=row.procedure_name)
            case 3:
                return Cell(text=received(row.received_at))
            case 4:
                if row.due_at is None:
                    return Cell(text="–")
                is_today = row.due_at.date() == self._today
                words = due(row.due_at, self._today)
                return Cell(text=words, style=BODY_STRONG) if is_today else Cell(text=words)
            case 5:
                return state_cell(row)
        return delivery_cell(row)


class FoundModel(CellModel[DossierLine]):
    """The search panel's rows: also the masked number, by which people are told apart."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Số"), width=76),
                Column(title=self.tr("Chủ hồ sơ"), width=236),
                Column(title=self.tr("Số giấy tờ"), width=136),
                Column(title=self.tr("Thủ tục")),
                Column(title=self.tr("Tiếp nhận"), width=116),
                Column(title=self.tr("Tình trạng"), width=208),
            )
        )
        self._query = ""

    def show_found(self, found: Sequence[DossierLine], query: str) -> None:
        """Show these; what of their names matches the query is marked."""
        self._query = query
        self.mark_rows(found, _NAME_COLUMN)

    def cell(self, row: DossierLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=short_code(row.code), spoken=row.code, style=BODY_STRONG)
            case 1:
                return Cell(text=row.owner_name, marked=matches_in(row.owner_name, self._query))
            case 2:
                return Cell(text=row.masked_number)
            case 3:
                return Cell(text=row.procedure_name)
            case 4:
                return Cell(text=received(row.received_at))
        return state_cell(row)
