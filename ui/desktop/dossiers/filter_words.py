"""What a filter asks for, in words: on its chips, and as the name that is offered for it."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import Condition, Days, DossierFilter
from station.words import capitalised, day_and_month, figures, numeric_date
from ui.desktop.dossiers.view_model import MOST_COUNTED
from ui.desktop.wording import language
from ui.dossier_words import STATES


def condition_words(wanted: DossierFilter, condition: Condition, today: date) -> str:
    """Say one part of a filter, as short as it is understood."""
    match condition:
        case Condition.RECEIVED:
            return _received(wanted, today)
        case Condition.PROMISED:
            return _promised(wanted, today)
        case Condition.COUNTER:
            return QCoreApplication.translate("DossierFilter", "Quầy {number}").format(
                number=wanted.counter
            )
        case Condition.STATUS:
            return "" if wanted.status is None else status_words(wanted.status)
        case Condition.FIELD:
            return wanted.field or ""


def filter_words(wanted: DossierFilter, today: date) -> str:
    """Say a whole filter in one line."""
    said = [condition_words(wanted, one, today) for one in wanted.conditions]
    return " · ".join(said)


def status_words(status: DossierStatus) -> str:
    """Say a state as the rows of the list do."""
    return capitalised(STATES[status][language()])


def received_choices() -> tuple[tuple[str, str], ...]:
    """Give the days of the reception that can be chosen."""
    return (
        (Days.ANY.value, QCoreApplication.translate("DossierFilter", "Mọi ngày")),
        (Days.TODAY.value, QCoreApplication.translate("DossierFilter", "Hôm nay")),
        (Days.WEEK.value, QCoreApplication.translate("DossierFilter", "7 ngày qua")),
        (Days.MONTH.value, QCoreApplication.translate("DossierFilter", "Tháng này")),
        (Days.BETWEEN.value, QCoreApplication.translate("DossierFilter", "Từ ngày – đến ngày")),
    )


def promised_choices() -> tuple[tuple[str, str], ...]:
    """Give the days of the promise that can be chosen."""
    return (
        (Days.ANY.value, QCoreApplication.translate("DossierFilter", "Mọi ngày")),
        (Days.OVERDUE.value, QCoreApplication.translate("DossierFilter", "Quá hạn")),
        (Days.TODAY.value, QCoreApplication.translate("DossierFilter", "Hôm nay")),
        (Days.WEEK.value, QCoreApplication.translate("DossierFilter", "7 ngày tới")),
        (Days.MONTH.value, QCoreApplication.translate("DossierFilter", "Tháng này")),
        (Days.BETWEEN.value, QCoreApplication.translate("DossierFilter", "Từ ngày – đến ngày")),
    )


def counted(count: int) -> str:
    """Say how many there are; from ``MOST_COUNTED`` on that there are more."""
    return figures(count) if count <= MOST_COUNTED else f"{figures(MOST_COUNTED)}+"


def _received(wanted: DossierFilter, today: date) -> str:
    match wanted.received:
        case Days.TODAY:
            return QCoreApplication.translate("DossierFilter", "Nhận hôm nay")
        case Days.WEEK:
            return QCoreApplication.translate("DossierFilter", "Nhận 7 ngày qua")
        case Days.MONTH:
            return QCoreApplication.translate("DossierFilter", "Nhận tháng này")
        case Days.BETWEEN:
            days = _between(wanted.received_from, wanted.received_to, today)
            return QCoreApplication.translate("DossierFilter", "Nhận {days}").format(days=days)
        case Days.ANY | Days.OVERDUE:
            return ""


def _promised(wanted: DossierFilter, today: date) -> str:
    match wanted.promised:
        case Days.OVERDUE:
            return QCoreApplication.translate("DossierFilter", "Quá hạn")
        case Days.TODAY:
            return QCoreApplication.translate("DossierFilter", "Hẹn hôm nay")
        case Days.WEEK:
            return QCoreApplication.translate("DossierFilter", "Hẹn 7 ngày tới")
        case Days.MONTH:
            return QCoreApplication.translate("DossierFilter", "Hẹn tháng này")
        case Days.BETWEEN:
            days = _between(wanted.promised_from, wanted.promised_to, today)
            return QCoreApplication.translate("DossierFilter", "Hẹn {days}").format(days=days)
        case Days.ANY:
            return ""


def _between(first: date | None, last: date | None, today: date) -> str:
    """Give ``01/09–30/09``; the year where it is not this one."""

    def said(day: date) -> str:
        return day_and_month(day) if day.year == today.year else numeric_date(day)

    if first is not None and last is not None:
        return said(first) if first == last else f"{said(first)}–{said(last)}"
    if first is not None:
        return QCoreApplication.translate("DossierFilter", "từ {day}").format(day=said(first))
    return (
        ""
        if last is None
        else QCoreApplication.translate("DossierFilter", "đến {day}").format(day=said(last))
    )
