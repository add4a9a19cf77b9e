"""A wrong clock must not stamp a wrong promise date.

The computer's clock is compared with what is known for certain. Where somebody knows how far it is
off, acts bear the corrected time and say so; where nobody knows, nothing is stamped at all.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from station.errors import StationError

SLACK = timedelta(minutes=10)
"""How far the clock may stand from what is known before no slip is printed any more."""
SMALL_STEP = timedelta(minutes=2)
"""A clock set back by less than this (by a time server) follows on from the last entry."""

LONGEST_REST = timedelta(days=27)
"""No office is closed for longer: a clock that is further on than that is not believed. Less than
the shortest month, because a clock that is wrong by one month is the commonest slip."""
LONGEST_HOLIDAYS = timedelta(days=10)
"""Tết: a day that is typed and further from the last act is a slip of the hand more often."""
_HALF_A_YEAR = timedelta(days=182)
SYSTEM, BY_SERVER, BY_OFFICER = "system", "server-corrected", "officer-confirmed"
_SOURCE: Final = re.compile(rf"({BY_SERVER}|{BY_OFFICER})(?: ([+-]\d{{1,12}})s)?")


class WrongClockError(StationError):
    """The computer's clock contradicts what the station knows for certain."""

    code = "CLK-001"

    def __init__(self, now: datetime, known: datetime, witness: str) -> None:
        super().__init__(
            f"the clock says {now.isoformat()}, but {witness} says {known.isoformat()}"
        )
        self.clock, self.known, self.witness = now, known, witness


class BadDayError(StationError):
    """What was typed is no day of the year, or no hour of the day."""

    code = "CLK-002"

    def __init__(self, text: str) -> None:
        super().__init__("no day or no hour")
        self.text = text[:20]


class DayBeforeJournalError(StationError):
    """The day that was stated is before one of which acts are in the journal already."""

    code = "CLK-003"

    def __init__(self, text: str, known: date) -> None:
        super().__init__(f"{text[:20]} is before {known}")
        self.text, self.known = text[:20], f"{known:%d/%m/%Y}"


class FarDayError(StationError):
    """The day that was stated is long after the last act. Who is sure types it once more."""

    code = "CLK-004"

    def __init__(self, text: str, known: date, days: int) -> None:
        super().__init__(f"{text[:20]} is {days} days after {known}")
        self.text, self.known, self.days = text[:20], f"{known:%d/%m/%Y}", days


@dataclass(frozen=True, slots=True)
class Correction:
    """Whose word the time is, and how far it is from what the computer's clock says.

    Its ``source`` stands with every act in the journal, which so keeps both times.
    """

    by: str = SYSTEM
    offset: timedelta = timedelta()

    @property
    def source(self) -> str:
        """``system``, ``server-corrected +3600s``, ``officer-confirmed``."""
        seconds = round(self.offset.total_seconds())
        return f"{self.by} {seconds:+d}s" if seconds else self.by

    @property
    def is_large(self) -> bool:
        """Tell whether slips would bear a wrong time without it."""
        return abs(self.offset) > SLACK


def read_correction(source: str) -> Correction:
    """Give the correction that stands with an act."""
    found = _SOURCE.fullmatch(source)
    if found is None:
        return Correction(source)
    return Correction(found[1], timedelta(seconds=int(found[2] or 0)))


@dataclass(frozen=True, slots=True)
class Contact:
    """The last time the province answered, by this computer's clock, and how far that was off."""

    at: datetime
    offset: timedelta
    """Server's time minus ours."""
    boot_at: datetime | None = None
    """When the computer was started, by that clock; None: an earlier release noted it."""

    @property
    def server_at(self) -> datetime:
        """Give when that was by the server's clock."""
        return self.at + self.offset

    @property
    def correction(self) -> Correction:
        """Give what it says of the computer's clock."""
        large = Correction(BY_SERVER, timedelta(seconds=round(self.offset.total_seconds())))
        return large if large.is_large else Correction()


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """What is known for certain, whatever the computer's clock says."""

    built_at: datetime
    last_at: datetime | None = None
    """When the newest journal entry happened, corrected."""
    last_source: str = SYSTEM
    contact: Contact | None = None

    @property
    def last_correction(self) -> Correction:
        return read_correction(self.last_source)

    @property
    def known(self) -> datetime:
        """The latest moment that is certainly past."""
        return self.built_at if self.last_at is None else max(self.built_at, self.last_at)

    @property
    def seen(self) -> datetime:
        """The last moment at which this station is known to have been at work."""
        met = [] if self.contact is None else [self.contact.server_at]
        return max([*met, self.known])


def correction_for(
    machine: datetime,
    witnesses: Witnesses,
    *,
    is_moved: bool = False,
    is_other_run: bool = False,
) -> Correction:
    """Say how the computer's clock is put right.

    The word of the province counts from its last answer on, the word of an officer for the day on
    which it was given; the newer one goes first. Neither holds any longer once the clock is seen
    to have been set since, because nobody knows by how much. What the province said of a clock that
    was far off does not outlive the run of the computer either: between two runs clocks are put
    right, and those without a battery begin anew; corrected once more, they would be as far off.

    Args:
        machine: what the computer's clock says.
        is_moved: it was set since an officer's word came, as the program saw.
        is_other_run: the computer was started anew since the province answered, or its clock set.

    Raises:
        WrongClockError: the clock is wrong, or may be, and nobody knows by how much.
    """
    contact = witnesses.contact
    doubtful = contact if contact and is_other_run and contact.correction.is_large else None
    heard = witnesses if doubtful is None else replace(witnesses, contact=None)
    said = _newest_word(machine, heard, is_moved=is_moved)
    if said is not None:
        at, known = machine + said.offset, witnesses.known
        if at < known - SMALL_STEP and at.date() != known.date():
            raise WrongClockError(at, known, "journal")
        if at > witnesses.seen + LONGEST_REST:
            raise WrongClockError(at, witnesses.seen, "rest")
        return said
    last = witnesses.last_at
    if machine < witnesses.built_at:
        raise WrongClockError(machine, witnesses.built_at, "program")
    if last is not None and machine < last - SMALL_STEP:
        raise WrongClockError(machine, last, "journal")
    if last is not None and witnesses.last_correction.is_large:
        raise WrongClockError(machine, last, "corrected")
    if doubtful is not None and (last is None or last < doubtful.server_at):
        raise WrongClockError(machine, doubtful.server_at, "corrected")
    if last is not None and machine > last + LONGEST_REST:
        raise WrongClockError(machine, last, "rest")
    return Correction()


def _newest_word(machine: datetime, witnesses: Witnesses, *, is_moved: bool) -> Correction | None:
    """Give the newest word on the computer's clock that still holds; None: nobody's does."""
    words: list[tuple[datetime, Correction]] = []
    contact, last, said = witnesses.contact, witnesses.last_at, witnesses.last_correction
    if contact is not None:
        words.append((contact.at, contact.correction))
    if (
        last is not None
        and not is_moved
        and said.by == BY_OFFICER
        and (machine + said.offset).date() == last.date()
    ):
        words.append((last - said.offset, said))
    holding = [word for word in words if machine >= word[0] - SMALL_STEP]
    return max(holding, key=lambda word: word[0])[1] if holding else None


def stated_moment(
    day: str, hour: str, machine: datetime, witnesses: Witnesses, *, again: bool = False
) -> datetime:
    """Give the moment that an officer states: ``27/11``, and ``9:05`` or nothing.

    The year is the first in which this day is not before what is certainly past; a day of the half
    year before that is a slip of the hand, and no day of the next year, unless the computer says
    so, too: acts could not be dated for all that time. Without an hour the computer's is taken. On
    the day of the last act the journal goes on from that act.

    Args:
        again: who states it was asked whether it is right, and said it once more.

    Raises:
        FarDayError: no office is closed for so long, and the computer does not say so either: acts
            of a month that is typed wrong would bear it for ever.
        BadDayError: this is no day or no hour.
        DayBeforeJournalError: acts of a later day are in the journal already.
    """
    known = witnesses.known
    on = _day(day, known.date(), machine.date())
    is_seen = witnesses.last_at is not None or witnesses.contact is not None
    rest = on - witnesses.seen.date()
    if is_seen and not again and on != machine.date() and rest > LONGEST_HOLIDAYS:
        raise FarDayError(day, witnesses.seen.date(), rest.days)
    at = datetime.combine(on, _hour(hour, machine), tzinfo=machine.tzinfo)
    return max(at, known) if on == known.date() else at


def _day(text: str, known: date, machine: date) -> date:
    found = re.fullmatch(r"\s*([0-9]{1,2})\s*[/.-]?\s*([0-9]{1,2})\s*", text)
    if found is None:
        raise BadDayError(text)
    days = []
    for year in range(known.year, known.year + 9):  # a 29 February is eight years off at most
        try:
            days.append(date(year, int(found[2]), int(found[1])))
        except ValueError:
            continue
    if not days:
        raise BadDayError(text)
    on = next(day for day in days if day >= known)
    if on != machine and days[0] < known and known - days[0] <= _HALF_A_YEAR:
        raise DayBeforeJournalError(text, known)
    return on


def _hour(text: str, machine: datetime) -> time:
    if not text.strip():
        return machine.time().replace(microsecond=0)
    found = re.fullmatch(r"\s*([0-9]{1,2})\s*[:hg.]\s*([0-9]{2})\s*", text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise BadDayError(text)
    return time(int(found[1]), int(found[2]))
