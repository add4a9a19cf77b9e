"""How long a procedure takes, in words."""

from PySide6.QtCore import QCoreApplication

from station.domain.procedure import ProcessingTime, TimeUnit


def period(time: ProcessingTime) -> str:
    """Give ``10 ngày làm việc``."""
    return _period_words(time.unit).format(count=time.value)


def _period_words(unit: TimeUnit) -> str:
    match unit:
        case TimeUnit.WORKING_DAY:
            return QCoreApplication.translate("wording", "{count} ngày làm việc")
        case TimeUnit.WORKING_HOUR:
            return QCoreApplication.translate("wording", "{count} giờ làm việc")
        case TimeUnit.CALENDAR_DAY:
            return QCoreApplication.translate("wording", "{count} ngày")
        case TimeUnit.MONTH:
            return QCoreApplication.translate("wording", "{count} tháng")
        case TimeUnit.SAME_DAY:
            return QCoreApplication.translate("wording", "Trong ngày")
