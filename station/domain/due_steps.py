"""The steps by which a due date was found, as values; ``due_words`` turns them into sentences."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from station.domain.procedure import SupplementRule, TimeUnit


class Idle(StrEnum):
    """Why a day does not count."""

    EVENT_DAY = "event_day"
    """The day of the event (Bộ luật Dân sự 2015 Art. 147(2))."""
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SWAP = "swap"


class Moved(StrEnum):
    """Why a reception counts as one of a later day."""

    AFTER_CUTOFF = "after_cutoff"
    AFTER_CLOSING = "after_closing"
    CLOSED_DAY = "closed_day"


@dataclass(frozen=True, slots=True)
class Received:
    """When the dossier really came."""

    at: datetime


@dataclass(frozen=True, slots=True)
class ReceptionMoved:
    """The reception counts as if it had been at ``to``, the opening of a later day."""

    why: Moved
    limit: time | None
    """The cut-off or the closing time that had passed; None on a closed day."""
    to: datetime


@dataclass(frozen=True, slots=True)
class NotCounted:
    """Consecutive days that do not count for the same reason."""

    first: date
    last: date
    why: Idle
    name: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """Consecutive days that count, numbered from 1 within the period."""

    first: date
    last: date
    first_number: int
    last_number: int
    unit: TimeUnit
    in_place_of: date | None = None
    """Set for a made-up weekend day, which then stands alone."""


@dataclass(frozen=True, slots=True)
class WholeDays:
    """So many working hours make so many working days, counted at the same time of day."""

    hours: int
    days: int


@dataclass(frozen=True, slots=True)
class Worked:
    """A stretch of opening hours that counts, in whole minutes."""

    begins: datetime
    ends: datetime
    in_place_of: date | None = None


@dataclass(frozen=True, slots=True)
class WholeMonths:
    """So many months, ending on the day that has the number of the day of reception (Art. 148(3)).

    Where the last month has no such day, its last day takes the place (Art. 148(3)).
    """

    first: date
    last: date
    months: int
    wanted_day: int

    @property
    def is_shortened(self) -> bool:
        return self.last.day != self.wanted_day


@dataclass(frozen=True, slots=True)
class RolledOff:
    """The last day is not worked, so the period ends later (Art. 148(5))."""

    last: date
    to: date


@dataclass(frozen=True, slots=True)
class WithinDay:
    """The result is owed on this very working day."""

    day: date


@dataclass(frozen=True, slots=True)
class Supplemented:
    """The papers that were asked for have come, and the promise of before gives way."""

    rule: SupplementRule
    promised_at: datetime
    brought_at: datetime


@dataclass(frozen=True, slots=True)
class Waited:
    """How long nothing could be done for want of papers: days, or hours where hours are owed."""

    begins: datetime
    ends: datetime
    length: timedelta
    unit: TimeUnit


@dataclass(frozen=True, slots=True)
class Transferred:
    """From when on the competent agency's own clock runs (NĐ 309/2026 Art. 17(3))."""

    at: datetime
    provisional: bool
    """The agency has not confirmed its receipt: the latest lawful transfer is supposed."""


@dataclass(frozen=True, slots=True)
class Due:
    """When the result is owed: always the last step."""

    at: datetime


Step = (
    Received
    | ReceptionMoved
    | NotCounted
    | Counted
    | WholeDays
    | Worked
    | WholeMonths
    | RolledOff
    | WithinDay
    | Supplemented
    | Waited
    | Transferred
    | Due
)


@dataclass(frozen=True, slots=True)
class OutsideTable:
    """The holiday table does not reach the period: only weekends were left out there."""

    first: date
    last: date
    """The days that the table does cover."""


@dataclass(frozen=True, slots=True)
class ProvisionalYear:
    """The table of this year was made before the official schedule was known."""

    year: int


@dataclass(frozen=True, slots=True)
class ClockNotStarted:
    """The competent agency has not confirmed its receipt: the date is provisional."""


Doubt = OutsideTable | ProvisionalYear | ClockNotStarted
