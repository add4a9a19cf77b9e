"""How days, times, weekdays and numbers are written in Vietnamese (and, where asked, in English).

Paper and screen share these words, so that the slip and the window never disagree. Nothing here
depends on the locale of the computer.
"""

from datetime import date, datetime, time
from typing import Final, Literal, get_args

Language = Literal["vi", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
Words = dict[Language, str]
"""One text in both languages."""

WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
"""Monday first, as ``date.weekday()`` counts."""
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def weekday(day: date, language: Language = "vi") -> str:
    """Give the weekday as it stands inside a sentence: ``thứ Ba``, ``Chủ nhật``."""
    return WEEKDAYS[language][day.weekday()]


def numeric_date(day: date) -> str:
    """Give ``08/12/2026``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def day_and_month(day: date) -> str:
    """Give ``08/12``, where the year is clear from what stands beside it."""
    return f"{day.day:02d}/{day.month:02d}"


def weekday_date(day: date, language: Language = "vi") -> str:
    """Give ``thứ Ba 08/12/2026``."""
    return f"{weekday(day, language)} {numeric_date(day)}"


def english_date(day: date) -> str:
    """Give ``Tuesday 8 December 2026``, which no reader takes for the 12th of August."""
    return f"{weekday(day, 'en')} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def clock(at: time | datetime) -> str:
    """Give ``16:30``."""
    return f"{at.hour:02d}:{at.minute:02d}"


def figures(number: int) -> str:
    """Give ``150.000``: thousands apart by dots, in a sum without its unit."""
    return f"{number:,}".replace(",", ".")


def capitalised(text: str) -> str:
    """Give the text as the beginning of a sentence: ``Thứ Ba 08/12/2026``."""
    return text[:1].upper() + text[1:]


def listed(parts: list[str], last_joint: str = "và") -> str:
    """Join the parts of a list: ``a, b và c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last_joint} {parts[-1]}"
