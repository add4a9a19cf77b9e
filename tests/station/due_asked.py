"""Asks for a due date in the words of a table test."""

from datetime import datetime

from station.catalogue.calendars import built_in_calendar
from station.domain.due_date import DueDate, due_date_from_text
from station.domain.journal import VIETNAM

CALENDAR = built_in_calendar()
DAYS, HOURS = "working_day", "working_hour"
CALENDAR_DAYS, SAME_DAY = "calendar_day", "same_day"


def due(received: str, duration: int, unit: str = DAYS, cutoff: str | None = None) -> DueDate:
    return due_date_from_text(
        received, duration=duration, unit=unit, cutoff=cutoff, calendar=CALENDAR
    )


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)
