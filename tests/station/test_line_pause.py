"""A pause of the line always ends, also when nobody remembers it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from station.domain.journal import VIETNAM
from station.domain.line_pause import LinePause, PauseLength, pause_end
from station.ports.officers import Officer, Role
from station.usecases.pause_line import pause_line, pause_that_holds, resume_line
from tests.builders import MONDAY
from tests.sync_fakes import FakeOutbox

BINH = Officer(officer_id="binh", display_name="Bình", role=Role.COUNTER)
PAUSE = LinePause(at=MONDAY, until=MONDAY + timedelta(minutes=15), by="Bình")


def at(hour: int, minute: int, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, 41, 7, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("now", "length", "end"),
    [
        (at(9, 3), PauseLength.QUARTER, "2026-11-23 09:18"),
        (at(23, 50), PauseLength.QUARTER, "2026-11-24 00:05"),
        (at(9, 3), PauseLength.HOUR, "2026-11-23 10:03"),
        (at(16, 40), PauseLength.UNTIL_RESUMED, "2026-11-24 07:00"),
        (at(0, 30), PauseLength.UNTIL_RESUMED, "2026-11-23 07:00"),
        (at(5, 59), PauseLength.UNTIL_RESUMED, "2026-11-23 07:00"),
        (at(6, 1), PauseLength.UNTIL_RESUMED, "2026-11-24 07:00"),
        (at(9, 0, day=30), PauseLength.UNTIL_RESUMED, "2026-12-01 07:00"),
    ],
)
def test_a_pause_knows_its_end_from_the_start(now: datetime, length: PauseLength, end: str) -> None:
    assert f"{pause_end(now, length):%Y-%m-%d %H:%M:%S}" == f"{end}:00"


@pytest.mark.parametrize(
    ("moved", "holds", "has_ended"),
    [
        (timedelta(), True, False),
        (timedelta(minutes=14, seconds=59), True, False),
        (timedelta(minutes=15), False, True),
        (timedelta(days=400), False, True),
        (timedelta(seconds=-90), True, False),  # a time server set the clock
        (timedelta(minutes=-3), False, False),  # somebody did: it could go on for days
        (timedelta(days=-400), False, False),
    ],
)
def test_a_pause_holds_for_its_time_whatever_becomes_of_the_clock(
    moved: timedelta, holds: bool, has_ended: bool
) -> None:
    now = MONDAY + moved

    assert (PAUSE.holds(now), PAUSE.has_ended(now)) == (holds, has_ended)


def test_the_pause_is_kept_until_somebody_ends_it_or_its_time_is_over() -> None:
    outbox = FakeOutbox()

    made = pause_line(PauseLength.QUARTER, officer=BINH, outbox=outbox, now=lambda: MONDAY)

    assert made == PAUSE
    assert pause_that_holds(outbox, lambda: MONDAY) == made
    assert pause_that_holds(outbox, lambda: made.until) is None
    assert outbox.pause() == made  # so that it can be said that it ended by itself
    resume_line(outbox)
    assert outbox.pause() is None
    assert pause_that_holds(outbox, lambda: MONDAY) is None


def test_a_pause_that_is_asked_for_again_counts_from_now() -> None:
    outbox = FakeOutbox()
    pause_line(PauseLength.HOUR, officer=BINH, outbox=outbox, now=lambda: MONDAY)
    later = MONDAY + timedelta(minutes=50)

    again = pause_line(PauseLength.QUARTER, officer=BINH, outbox=outbox, now=lambda: later)

    assert again == replace(PAUSE, at=later, until=later + timedelta(minutes=15))
