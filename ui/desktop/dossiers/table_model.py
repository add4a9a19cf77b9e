"""The rows of dossiers, in words: for the list and for the search panel."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station.domain.dossier import DossierStatus
from ui.desktop.dossiers.view_model import Delivered, DossierLine
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG
from ui.desktop.wording import due, received

_S = DossierStatus
_STATES: dict[DossierStatus, tuple[object, Tone, Icon]] = {
    _S.LODGED: (QT_TRANSLATE_NOOP("DossierModel", "Mới nộp"), Tone.INFO, Icon.FILE),
    _S.RECEIVED: (QT_TRANSLATE_NOOP("DossierModel", "Đã tiếp nhận"), Tone.INFO, Icon.CHECK),
    _S.REFUSED: (QT_TRANSLATE_NOOP("DossierModel", "Từ chối"), Tone.MUTE, Icon.CIRCLE_X),
    _S.PROCESSING: (QT_TRANSLATE_NOOP("DossierModel", "Đang giải quyết"), Tone.INFO, Icon.CLOCK),
    _S.WAITING_SUPPLEMENT: (
        QT_TRANSLATE_NOOP("DossierModel", "Chờ bổ sung"),
        Tone.WARN,
        Icon.ALERT,
    ),
    _S.WAITING_FINANCIAL_DUTY: (
        QT_TRANSLATE_NOOP("DossierModel", "Chờ nộp tiền"),
        Tone.WARN,
        Icon.CASH,
    ),
    _S.WITHDRAWN: (QT_TRANSLATE_NOOP("DossierModel", "Đã rút"), Tone.MUTE, Icon.CIRCLE_X),
    _S.STOPPED: (QT_TRANSLATE_NOOP("DossierModel", "Dừng giải quyết"), Tone.MUTE, Icon.CIRCLE_X),
    _S.RESULT_READY: (QT_TRANSLATE_NOOP("DossierModel", "Có kết quả"), Tone.OK, Icon.INBOX),
    _S.RETURNED: (QT_TRANSLATE_NOOP("DossierModel", "Đã trả"), Tone.MUTE, Icon.CIRCLE_CHECK),
}


def state_cell(line: DossierLine) -> Cell:
    """Say how far the dossier is; what is overdue says that first."""
    if line.is_overdue:
        words = QCoreApplication.translate("DossierModel", "Quá hạn")
        return Cell(text=words, tone=Tone.ERR, chip=True)
    name, tone, sign = _STATES[line.status]
    text = QCoreApplication.translate("DossierModel", str(name))
    return Cell(text=text, tone=tone, chip=True, sign=sign)


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
                Column(title=self.tr("Số"), width=84),
                Column(title=self.tr("Chủ hồ sơ"), width=256),
                Column(title=self.tr("Thủ tục")),
                Column(title=self.tr("Tiếp nhận"), width=116),
                Column(title=self.tr("Hẹn trả"), width=140),
                Column(title=self.tr("Tình trạng"), width=168),
                Column(title=self.tr("Máy chủ"), width=124),
            )
        )
        self._today = date.min

    def show_lines(self, lines: Sequence[DossierLine], today: date) -> None:
        self._today = today
        self.set_rows(lines)

    def cell(self, row: DossierLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.short_code, spoken=row.code, style=BODY_MEDIUM)
            case 1:
                return Cell(text=row.owner_name, style=BODY_MEDIUM, marked=row.name_matches)
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
    """The search panel's rows: also the end of the number, by which people are told apart."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Số"), width=76),
                Column(title=self.tr("Chủ hồ sơ"), width=236),
                Column(title=self.tr("Số cuối"), width=92),
                Column(title=self.tr("Thủ tục")),
                Column(title=self.tr("Tiếp nhận"), width=116),
                Column(title=self.tr("Tình trạng"), width=164),
            )
        )

    def cell(self, row: DossierLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.short_code, spoken=row.code, style=BODY_STRONG)
            case 1:
                return Cell(text=row.owner_name, marked=row.name_matches)
            case 2:
                return Cell(text=f"•••• {row.last_digits}" if row.last_digits else "")
            case 3:
                return Cell(text=row.procedure_name)
            case 4:
                return Cell(text=received(row.received_at))
        return state_cell(row)
