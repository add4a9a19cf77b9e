"""How lengths of time are written: ``10 ngày làm việc``, ``1 giờ 30 phút``."""

from datetime import timedelta

from station.domain.procedure import ProcessingTime, TimeUnit
from station.words import Language

_UNITS = {
    TimeUnit.WORKING_DAY: "ngày làm việc",
    TimeUnit.WORKING_HOUR: "giờ làm việc",
    TimeUnit.CALENDAR_DAY: "ngày",
    TimeUnit.MONTH: "tháng",
    TimeUnit.SAME_DAY: "trong ngày làm việc",
}
_UNITS_EN = {
    TimeUnit.WORKING_DAY: "working day",
    TimeUnit.WORKING_HOUR: "working hour",
    TimeUnit.CALENDAR_DAY: "calendar day",
    TimeUnit.MONTH: "month",
    TimeUnit.SAME_DAY: "within the working day",
}


def unit_text(unit: TimeUnit, language: Language) -> str:
    """Give the unit as it stands behind a number, or alone for ``same_day``."""
    return (_UNITS if language == "vi" else _UNITS_EN)[unit]


def duration_text(processing_time: ProcessingTime, language: Language = "vi") -> str:
    """Give the lawful time as the forms state it: ``10 ngày làm việc``."""
    value, unit = processing_time.value, processing_time.unit
    words = unit_text(unit, language)
    if unit is TimeUnit.SAME_DAY:
        return words
    return f"{value} {words}" if language == "vi" or value == 1 else f"{value} {words}s"


def hours_text(length: timedelta, language: Language = "vi") -> str:
    """Give ``1 giờ 30 phút``."""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    of_hour, of_minute = ("giờ", "phút") if language == "vi" else ("h", "min")
    parts = [f"{hours} {of_hour}"] if hours else []
    if minutes or not hours:
        parts.append(f"{minutes} {of_minute}")
    return " ".join(parts)
