"""An officer says what day it is, because the computer's clock cannot be believed."""

from datetime import datetime

from station.domain.clock_guard import (
    BY_OFFICER,
    SLACK,
    Correction,
    Witnesses,
    WrongClockError,
    stated_moment,
)
from station.domain.events import ClockConfirmed
from station.ports.officers import Officer
from station.ports.store import UnitOfWork
from station.usecases.dossier_act import witnesses_in
from station.usecases.permissions import Act, require
from station.usecases.station_clock import StationClock


def confirm_clock(
    day: str,
    hour: str,
    *,
    officer: Officer,
    work: UnitOfWork,
    clock: StationClock,
    built_at: datetime,
    again: bool = False,
) -> datetime:
    """Note the day and the hour that an officer states; acts of this day go by them.

    The journal keeps what was stated, what the computer said and what spoke against it. Where the
    computer is right after all, its time is taken.

    Args:
        day: ``27/11``; the officer types it, nothing is filled in.
        hour: ``9:05``; empty: the computer's.
        again: it was stated twice, because it is far from the last act.

    Returns:
        The moment that it is now.

    Raises:
        NotAllowedError: the officer's role does not receive dossiers.
        FarDayError: it is to be stated once more; nothing was noted.
        BadDayError, DayBeforeJournalError: it cannot be that day or hour; nothing was noted.
    """
    require(officer, Act.RECEIVE)
    with work:
        known = witnesses_in(work, built_at)
        machine = clock.machine_now().replace(microsecond=0)
        at = stated_moment(day, hour, machine, known, again=again)
        if abs(at - machine) <= SLACK and machine >= known.known:
            at = machine
        correction = Correction(BY_OFFICER, at - machine)
        work.journal.append(
            ClockConfirmed(
                stated=f"{day.strip()} {hour.strip()}".strip(),
                machine_at=machine,
                confirmed_at=at,
                against=_against(clock, known),
            ),
            dossier_id=None,
            officer_id=officer.officer_id,
            at=at,
            clock_source=correction.source,
        )
        work.commit()
    return at


def _against(clock: StationClock, known: Witnesses) -> str | None:
    """Name what spoke against the computer's clock."""
    try:
        clock.trusted(known)
    except WrongClockError as error:
        return error.witness
    return None
