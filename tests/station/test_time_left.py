"""Working time until a promise: the office's own hours, over lunch, nights, weekends, holidays."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.calendars import built_in_calendar
from station.domain.calendar import Session
from station.domain.journal import VIETNAM
from station.domain.time_left import TimeLeft, time_left

BUILT_IN = built_in_calendar()
_MORNING, _AFTERNOON = Session(time(7, 30), time(11, 30)), Session(time(13, 30), time(17))
CALENDAR = replace(
    BUILT_IN,
    office=replace(
        BUILT_IN.office,
        week=((_MORNING, _AFTERNOON),) * 5 + ((_MORNING,), ()),
        counting_weekdays=(0, 1, 2, 3, 4),
    ),
)
"""Monday to Friday 7:30–11:30 and 13:30–17:00; Saturday morning it receives and does not count."""


NEW_YEAR = datetime(2026, 1, 1, tzinfo=VIETNAM)


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("now", "due", "minutes", "is_today"),
    [
        ("23/11/2026 13:30", "23/11/2026 16:30", 180, True),
        ("23/11/2026 09:00", "23/11/2026 16:30", 330, True),  # lunch is no working time
        ("23/11/2026 11:45", "23/11/2026 16:30", 180, True),
        ("23/11/2026 06:00", "23/11/2026 09:00", 90, True),  # before the office opens
        ("23/11/2026 16:20", "23/11/2026 16:30", 10, True),
        ("23/11/2026 12:00", "23/11/2026 13:30", 0, True),
        ("23/11/2026 16:30", "23/11/2026 16:30", 0, True),
        ("30/11/2026 16:00", "01/12/2026 16:30", 60 + 240 + 180, False),
        ("30/11/2026 18:00", "01/12/2026 09:30", 120, False),  # after closing
        ("27/11/2026 16:00", "30/11/2026 09:30", 60 + 120, False),  # Friday to Monday
        ("28/11/2026 08:00", "30/11/2026 09:30", 120, False),  # Saturday morning does not count
        ("29/11/2026 08:00", "30/11/2026 09:30", 120, False),
        ("23/11/2026 16:00", "25/11/2026 09:30", 60 + 120, False),  # the holiday of 24/11
        ("13/02/2026 16:00", "23/02/2026 09:30", 60 + 120, False),  # Tết
        ("09/01/2026 16:00", "10/01/2026 09:30", 60 + 120, False),  # a Saturday that is made up
    ],
)
def test_what_is_left_is_the_offices_own_time(
    now: str, due: str, minutes: int, is_today: bool
) -> None:
    assert time_left(at(now), at(due), CALENDAR) == TimeLeft(timedelta(minutes=minutes), is_today)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("23/11/2026 16:31", "23/11/2026 16:30"),  # past
        ("30/11/2026 08:00", "02/12/2026 16:30"),  # two working days on
        ("27/11/2026 08:00", "01/12/2026 16:30"),  # the second one after a weekend
        ("23/11/2026 08:00", "23/11/2027 16:30"),
    ],
)
def test_what_is_past_or_far_off_is_not_counted_in_hours(now: str, due: str) -> None:
    assert time_left(at(now), at(due), CALENDAR) is None


def test_what_is_promised_for_tomorrow_counts_though_tomorrow_is_no_working_day() -> None:
    left = time_left(at("27/11/2026 16:00"), at("28/11/2026 09:00"), CALENDAR)

    assert left == TimeLeft(timedelta(hours=1), is_today=False)


@given(
    now=st.timedeltas(timedelta(), timedelta(days=330)).map(lambda passed: NEW_YEAR + passed),
    ahead=st.timedeltas(timedelta(), timedelta(days=3)),
    passed=st.timedeltas(timedelta(), timedelta(hours=8)),
)
def test_time_passes_and_never_comes_back(
    now: datetime, ahead: timedelta, passed: timedelta
) -> None:
    due = now + ahead

    before, after = time_left(now, due, CALENDAR), time_left(now + passed, due, CALENDAR)

    if before is not None and after is not None:
        assert timedelta() <= before.worked - after.worked <= passed
        assert before.worked <= ahead
