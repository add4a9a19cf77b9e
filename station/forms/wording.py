"""How papers write days, times, names and numbers (NĐ 30/2020/NĐ-CP for the long date)."""

import re
from datetime import date, datetime

from station import words
from station.domain.journal import VIETNAM
from station.forms.printable import printable
from station.text import clean

_PHONE = re.compile(r"0[0-9]{9,10}")


def one_line(text: str | None) -> str:
    """Bring text to the one spelling that can be printed: NFC, no marks, no line breaks."""
    return printable(" ".join(clean(text or "").split("\n")).strip())


def in_capitals(text: str | None) -> str:
    """Write a name as papers write it; composed again, for capitals may come apart."""
    return one_line((text or "").upper())


def weekday(on: date) -> str:
    """``Thứ Ba``."""
    return words.capitalised(words.weekday(on))


def short_date(at: date) -> str:
    """``08/12/2026``, by the calendar of Viet Nam when a time is given."""
    return words.numeric_date(_local(at))


def long_date(on: date) -> str:
    """``ngày 08 tháng 12 năm 2026``; NĐ 30/2020 writes 0 before days below 10 and months 1, 2."""
    on = _local(on)
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"ngày {on.day:02d} tháng {month} năm {on.year}"


def spoken_time(at: datetime) -> str:
    """``16 giờ 30``; the minutes are left out when there are none."""
    at = at.astimezone(VIETNAM)
    return f"{at.hour:02d} giờ {at.minute:02d}" if at.minute else f"{at.hour:02d} giờ"


def statutory_time(at: datetime) -> str:
    """``16 giờ 30 phút, ngày 08/12/2026``, as form 01 writes it."""
    at = at.astimezone(VIETNAM)
    return f"{at.hour:02d} giờ {at.minute:02d} phút, ngày {at:%d/%m/%Y}"


def maybe_time(at: datetime | None) -> str:
    """Give a time as forms write it; empty when there is none."""
    return statutory_time(at) if at else ""


def clock_and_date(at: datetime) -> str:
    """``16:30 08/12/2026``."""
    return f"{at.astimezone(VIETNAM):%H:%M %d/%m/%Y}"


def phone_number(text: str | None) -> str:
    """``0912 345 678``: the digits in the groups they are read out in; other texts as they are."""
    number = one_line(text)
    if _PHONE.fullmatch(number) is None:
        return number
    return f"{number[:4]} {number[4:-3]} {number[-3:]}"


def counter_name(number: int) -> str:
    """``Quầy 3``."""
    return f"Quầy {number}"


def _local(at: date) -> date:
    return at.astimezone(VIETNAM) if isinstance(at, datetime) else at
