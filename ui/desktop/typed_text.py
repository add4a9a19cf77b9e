"""What an officer types fast, read leniently: dates, sums, personal numbers, phone numbers."""

import re
from datetime import date

_DATE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})|(\d{2})(\d{2})(\d{4})")
_YEARS = range(1870, 2150)
_SPACING = re.compile(r"[\s.\-,]")
_LONGEST_SUM = 12
"""Digits; the contract's largest sum has 13."""


def typed_date(text: str) -> date | None:
    """Read ``05031999``, ``5/3/1999``, ``05.03.1999`` or ``5-3-1999``; None when it is no day.

    Two digits for the year are not enough: a counter meets people of a hundred years.
    """
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups() if part is not None)
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def typed_sum(text: str) -> int | None:
    """Read ``20000``, ``20.000`` or ``20 000 đ`` as đồng; None when it is no sum."""
    digits = _SPACING.sub("", text.strip().lower().removesuffix("đ"))
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > _LONGEST_SUM:
        return None
    return int(digits)


def typed_number(text: str) -> str:
    """Give the number of a paper or a phone without the spaces and dots people part it with."""
    return _SPACING.sub("", text)
