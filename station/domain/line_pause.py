"""The line to the province is left to somebody else for a while.

A pause knows its end from the start: what an officer forgets goes on by itself.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from station.domain.clock_guard import SMALL_STEP

MORNING: Final = time(7)
"""Before the counters open: by then the line is the station's again."""
_HOUR = timedelta(hours=1)


class PauseLength(StrEnum):
    """For how long."""

    QUARTER = "15m"
    HOUR = "1h"
    UNTIL_RESUMED = "until-resumed"
    """Until somebody says so, at the latest the next morning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePause:
    """Nothing is sent or fetched from ``at`` until ``until``."""

    at: datetime
    until: datetime
    by: str
    """Who needed the line, as colleagues call them."""

    def holds(self, now: datetime) -> bool:
        """Tell whether nothing is sent now.

        A clock that was set back to before the pause ends it: else it could last for days.
        """
        return self.at - SMALL_STEP <= now < self.until

    def has_ended(self, now: datetime) -> bool:
        """Tell whether its time is over."""
        return now >= self.until


PauseEnds = tuple[tuple[PauseLength, datetime], ...]


def pause_end(now: datetime, length: PauseLength) -> datetime:
    """Give when a pause that begins now ends by itself, at a whole minute.

    The next morning is never nearer than the hour that is offered beside it.
    """
    whole = now.replace(second=0, microsecond=0)
    if length is PauseLength.QUARTER:
        return whole + timedelta(minutes=15)
    if length is PauseLength.HOUR:
        return whole + _HOUR
    morning = datetime.combine(now.date(), MORNING, tzinfo=now.tzinfo)
    return morning if now + _HOUR <= morning else morning + timedelta(days=1)


def pause_ends(now: datetime) -> PauseEnds:
    """Give every length with when a pause of it that begins now would end."""
    return tuple((length, pause_end(now, length)) for length in PauseLength)
