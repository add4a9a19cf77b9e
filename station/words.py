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


def moment(at: datetime, now: datetime) -> str:
    """Give ``16:30`` of the same day, else ``16:30 08/12``."""
    return clock(at) if at.date() == now.date() else f"{clock(at)} {day_and_month(at.date())}"


def figures(number: int) -> str:
    """Give ``150.000``: thousands apart by dots, in a sum without its unit."""
    return f"{number:,}".replace(",", ".")


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu", "tỷ")


def spelled(number: int) -> str:
    """Give a number from 0 to below 10^12 in words: ``một triệu không trăm linh ba nghìn``.

    Raises:
        ValueError: it is negative or too large.
    """
    if not 0 <= number < 10**12:
        raise ValueError(f"{number} is not spelled")
    if number == 0:
        return _DIGITS[0]
    groups = [number // 1_000**power % 1_000 for power in range(len(_SCALES))]
    highest = max(power for power, group in enumerate(groups) if group)
    said = [
        f"{_hundreds(groups[power], whole=power < highest)} {_SCALES[power]}".strip()
        for power in range(highest, -1, -1)
        if groups[power]
    ]
    return " ".join(said)


def _hundreds(number: int, *, whole: bool) -> str:
    """Spell three digits; ``whole``: with the zeros before the first one that counts."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    said = [f"{_DIGITS[hundreds]} trăm"] if hundreds or whole else []
    if tens:
        said.append("mười" if tens == 1 else f"{_DIGITS[tens]} mươi")
    elif ones and said:
        said.append("linh")
    if ones:
        said.append(
            "mốt" if ones == 1 and tens > 1 else "lăm" if ones == 5 and tens else _DIGITS[ones]
        )
    return " ".join(said)


def capitalised(text: str) -> str:
    """Give the text as the beginning of a sentence: ``Thứ Ba 08/12/2026``."""
    return text[:1].upper() + text[1:]


def listed(parts: list[str], last_joint: str = "và") -> str:
    """Join the parts of a list: ``a, b và c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last_joint} {parts[-1]}"
