"""What every due date keeps, whatever the office, the procedure and the moment."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from station.catalogue.calendars import built_in_calendar
from station.domain.calendar import OfficeHours, Session, WorkingCalendar
from station.domain.due_date import due_date
from station.domain.due_steps import Counted, Due, NotCounted, RolledOff
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, TimeUnit
from station.words import numeric_date

MORNING = Session(time(7, 30), time(11, 30))
AFTERNOON = Session(time(13, 30), time(17))
EARLY_CLOSING = (Session(time(8), time(11)), Session(time(13), time(14, 50)))
FULL = (MORNING, AFTERNOON)


def _office(week: tuple[tuple[Session, ...], ...], counting: tuple[int, ...]) -> WorkingCalendar:
    office = OfficeHours(week=week, counting_weekdays=counting, results_from=time(16, 30))
    return replace(built_in_calendar(), office=office)


WEEKDAYS = (0, 1, 2, 3, 4)
OFFICES = {
    "usual": built_in_calendar(),
    "receives on Saturday mornings": _office((*((FULL,) * 5), (MORNING,), ()), WEEKDAYS),
    "works on Saturday mornings": _office((*((FULL,) * 5), (MORNING,), ()), (*WEEKDAYS, 5)),
    "closes early": _office((FULL, FULL, FULL, EARLY_CLOSING, EARLY_CLOSING, (), ()), WEEKDAYS),
    "closed on Monday afternoons": _office(((MORNING,), *((FULL,) * 4), (), ()), WEEKDAYS),
}

offices = st.sampled_from(sorted(OFFICES))
cutoffs = st.sampled_from([None, time(10), time(15)])
moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 11, 30)).map(  # noqa: DTZ001 - next line
    lambda at: at.replace(tzinfo=VIETNAM)
)
counted_units = st.sampled_from(
    [TimeUnit.WORKING_DAY, TimeUnit.WORKING_HOUR, TimeUnit.CALENDAR_DAY]
)
times = st.one_of(
    st.builds(ProcessingTime, st.integers(1, 80), counted_units),
    st.builds(ProcessingTime, st.integers(1, 12), st.just(TimeUnit.MONTH)),
    st.just(ProcessingTime(0, TimeUnit.SAME_DAY)),
)


@given(at=moments, processing_time=times, office=offices, cutoff=cutoffs)
def test_a_result_is_owed_on_a_working_day_in_office_hours_and_not_before_it_came(
    at: datetime, processing_time: ProcessingTime, office: str, cutoff: time | None
) -> None:
    calendar = OFFICES[office]
    due_at = due_date(at, processing_time, calendar, cutoff).due_at

    assert calendar.is_working_day(due_at.date())
    assert any(s.opens <= due_at.time() <= s.closes for s in calendar.sessions(due_at.date()))
    assert due_at >= at.replace(second=0, microsecond=0)
    assert due_at.utcoffset() == timedelta(hours=7)


@given(
    at=moments,
    value=st.integers(1, 80),
    unit=counted_units,
    office=offices,
    cutoff=cutoffs,
)
@example(  # the later opening of one day must not be carried on to the days after it
    at=datetime(2025, 5, 6, 22, 4, tzinfo=VIETNAM),
    value=23,
    unit=TimeUnit.WORKING_HOUR,
    office="closes early",
    cutoff=None,
)
def test_more_time_is_never_owed_sooner(
    at: datetime, value: int, unit: TimeUnit, office: str, cutoff: time | None
) -> None:
    shorter = due_date(at, ProcessingTime(value, unit), OFFICES[office], cutoff)
    longer = due_date(at, ProcessingTime(value + 1, unit), OFFICES[office], cutoff)

    assert shorter.due_at <= longer.due_at


@given(
    at=moments,
    later=st.timedeltas(timedelta(0), timedelta(days=4)),
    processing_time=times,
    office=offices,
    cutoff=cutoffs,
)
def test_who_comes_later_is_never_served_sooner(
    at: datetime,
    later: timedelta,
    processing_time: ProcessingTime,
    office: str,
    cutoff: time | None,
) -> None:
    first = due_date(at, processing_time, OFFICES[office], cutoff)
    second = due_date(at + later, processing_time, OFFICES[office], cutoff)

    assert first.due_at <= second.due_at


@given(at=moments, processing_time=times, office=offices, cutoff=cutoffs)
def test_the_explanation_ends_at_the_due_day(
    at: datetime, processing_time: ProcessingTime, office: str, cutoff: time | None
) -> None:
    due = due_date(at, processing_time, OFFICES[office], cutoff)

    assert due.steps[-1] == Due(due.due_at)
    assert numeric_date(due.due_at) in due.explanation[-1]
    assert numeric_date(due.due_at) in due.explanation_in("en")[-1]
    assert len(due.explanation) == len(due.steps)
    assert due.reason.endswith(".")


@given(at=moments, days=st.integers(1, 80), office=offices, cutoff=cutoffs)
def test_the_steps_name_every_day_once_and_count_the_working_days(
    at: datetime, days: int, office: str, cutoff: time | None
) -> None:
    calendar = OFFICES[office]
    due = due_date(at, ProcessingTime(days, TimeUnit.WORKING_DAY), calendar, cutoff)
    counted = [day for step in due.steps if isinstance(step, Counted) for day in _days(step)]
    idle = [day for step in due.steps if isinstance(step, NotCounted) for day in _days(step)]
    numbers = [
        number
        for step in due.steps
        if isinstance(step, Counted)
        for number in range(step.first_number, step.last_number + 1)
    ]

    assert numbers == list(range(1, days + 1))
    assert all(calendar.is_working_day(day) for day in counted)
    assert counted[-1] == due.due_at.date()
    named = sorted(counted + idle)
    first = named[0]
    assert named == [first + timedelta(days=n) for n in range((due.due_at.date() - first).days + 1)]
    assert first - at.date() in (timedelta(0), timedelta(1))


@given(at=moments, days=st.integers(1, 80), office=offices)
def test_calendar_days_end_on_the_day_or_on_the_working_day_after_it(
    at: datetime, days: int, office: str
) -> None:
    calendar = OFFICES[office]
    due = due_date(at, ProcessingTime(days, TimeUnit.CALENDAR_DAY), calendar)
    last = next(step.last for step in due.steps if isinstance(step, Counted))
    rolled = [step for step in due.steps if isinstance(step, RolledOff)]

    assert bool(rolled) == (not calendar.is_working_day(last))
    assert due.due_at.date() == (calendar.next_working_day(last) if rolled else last)


@given(at=moments, processing_time=times)
def test_the_offset_in_which_a_moment_is_told_does_not_matter(
    at: datetime, processing_time: ProcessingTime
) -> None:
    calendar = built_in_calendar()

    assert due_date(at, processing_time, calendar) == due_date(
        at.astimezone(UTC), processing_time, calendar
    )


def _days(step: Counted | NotCounted) -> list[date]:
    return [step.first + timedelta(days=n) for n in range((step.last - step.first).days + 1)]
