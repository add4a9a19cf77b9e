"""How sums, moments and periods are said on the screen, in the language of the window."""

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from station.words import (
    Language,
    capitalised,
    clock,
    day_and_month,
    figures,
    numeric_date,
    weekday_date,
)

NOTHING: Final = "–"


def language() -> Language:
    """Give the language of the window: a translation answers with its own name."""
    return "en" if QCoreApplication.translate("wording", "vi") == "en" else "vi"


def money(amount_vnd: int) -> str:
    """Give ``150.000 đ``."""
    return f"{figures(amount_vnd)} đ"


def promise(due_at: datetime) -> str:
    """Give ``16:30 thứ Năm 09/10/2025``."""
    return f"{clock(due_at)} {weekday_date(due_at.date(), language())}"


def short_promise(due_at: datetime) -> str:
    """Give ``16:30 09/10/2025``."""
    return f"{clock(due_at)} {numeric_date(due_at.date())}"


def now_line(now: datetime) -> str:
    """Give ``Thứ Năm 25/09/2025 09:41``."""
    return f"{capitalised(weekday_date(now.date(), language()))} {clock(now)}"


def received(at: datetime) -> str:
    """Give ``25/09 09:41``."""
    return f"{day_and_month(at.date())} {clock(at)}"


def due(due_at: datetime, today: date) -> str:
    """Give ``16:30 hôm nay``, or the date alone on another day."""
    if due_at.date() == today:
        return QCoreApplication.translate("wording", "{time} hôm nay").format(time=clock(due_at))
    return numeric_date(due_at.date())
