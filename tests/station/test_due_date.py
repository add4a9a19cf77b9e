"""When a result is owed, case by case."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from station.domain.due_date import (
    BadCutoffError,
    BadDurationError,
    BadReceptionTimeError,
    due_date,
    parse_cutoff,
    parse_received_at,
)
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, TimeUnit
from tests.station.due_asked import CALENDAR, CALENDAR_DAYS, DAYS, HOURS, SAME_DAY, at, due


@pytest.mark.parametrize(
    ("received", "duration", "cutoff", "expected"),
    [
        ("2026-11-23T09:00", 1, None, "2026-11-25T16:30"),  # 24/11 is the new holiday
        ("2026-11-23T09:00", 5, None, "2026-12-01T16:30"),
        ("2026-11-23T15:30", 5, "15:00", "2026-12-02T16:30"),  # counted from Wednesday 25/11
        ("2026-11-23T15:30", 5, None, "2026-12-01T16:30"),
        ("2026-11-23T09:00", 10, None, "2026-12-08T16:30"),
        ("2026-08-21T09:00", 10, None, "2026-09-08T16:30"),  # Saturday 22/08 works
        ("2026-01-08T09:00", 3, None, "2026-01-12T16:30"),  # Saturday 10/01 works
        ("2026-02-13T09:00", 3, None, "2026-02-25T16:30"),  # Tết
        ("2026-04-24T09:00", 3, None, "2026-05-04T16:30"),  # 27/04, 30/04 and 01/05
        ("2026-08-22T09:00", 1, None, "2026-08-24T16:30"),  # received on a made-up Saturday
        ("2025-12-31T09:00", 1, None, "2026-01-05T16:30"),  # over the turn of the year
    ],
)
def test_working_days(received: str, duration: int, cutoff: str | None, expected: str) -> None:
    assert due(received, duration, cutoff=cutoff).due_at == at(expected)


@pytest.mark.parametrize(
    ("received", "counts_as"),
    [
        ("2026-11-25T06:10", "2026-11-25T09:00"),  # before opening
        ("2026-11-25T12:15", "2026-11-25T09:00"),  # lunch break
        ("2026-11-25T17:00:59", "2026-11-25T09:00"),  # the last minute
        ("2026-11-25T17:01", "2026-11-26T09:00"),  # after closing
        ("2026-11-28T09:00", "2026-11-30T09:00"),  # Saturday
        ("2026-11-24T09:00", "2026-11-25T09:00"),  # holiday
        ("2026-11-27T23:59", "2026-11-30T09:00"),  # Friday night
    ],
)
@pytest.mark.parametrize(
    ("duration", "unit"), [(5, DAYS), (9, CALENDAR_DAYS), (16, CALENDAR_DAYS), (0, SAME_DAY)]
)
def test_reception_outside_of_the_hours_counts_from_the_next_opening(
    received: str, counts_as: str, duration: int, unit: str
) -> None:
    by_day = due(received, duration, unit).due_at.date()

    assert by_day == due(counts_as, duration, unit).due_at.date()


@pytest.mark.parametrize(
    ("received", "expected_day"),
    [
        ("2026-11-25T15:00:59", "2026-11-26"),
        ("2026-11-25T15:01:00", "2026-11-27"),
    ],
)
def test_the_minute_decides_about_the_cut_off(received: str, expected_day: str) -> None:
    assert due(received, 1, cutoff="15:00").due_at.date().isoformat() == expected_day


@pytest.mark.parametrize(
    ("received", "cutoff", "expected"),
    [
        ("2026-11-23T09:00", "15:00", "2026-11-23T16:30"),
        ("2026-11-23T15:01", "15:00", "2026-11-25T16:30"),
        ("2026-11-23T16:40", None, "2026-11-23T17:00"),  # the hour for handing out has passed
        ("2026-11-23T17:30", None, "2026-11-25T16:30"),
    ],
)
def test_same_day(received: str, cutoff: str | None, expected: str) -> None:
    assert due(received, 0, SAME_DAY, cutoff).due_at == at(expected)


@pytest.mark.parametrize(
    ("received", "duration", "expected"),
    [
        ("2026-11-20T09:00", 3, "2026-11-23T16:30"),  # Monday
        ("2026-11-20T09:00", 4, "2026-11-25T16:30"),  # Tuesday is a holiday
        ("2026-11-20T09:00", 15, "2026-12-07T16:30"),  # Saturday
        ("2026-08-07T09:00", 15, "2026-08-22T16:30"),  # a Saturday that is worked
        ("2026-02-01T09:00", 15, "2026-02-23T16:30"),  # Sunday reception, ends in Tết
    ],
)
def test_calendar_days_end_on_a_working_day(received: str, duration: int, expected: str) -> None:
    assert due(received, duration, CALENDAR_DAYS).due_at == at(expected)


@pytest.mark.parametrize(
    ("received", "duration", "expected"),
    [
        ("2026-11-25T09:00", 1, "2026-11-25T10:00"),
        ("2026-11-25T09:00", 4, "2026-11-25T15:00"),  # over the lunch break
        ("2026-11-25T09:07", 4, "2026-11-25T15:15"),  # rounded up to a quarter
        ("2026-11-25T12:00", 1, "2026-11-25T14:30"),
        ("2026-11-25T16:00", 4, "2026-11-26T10:30"),
        ("2026-11-25T10:30", 1, "2026-11-25T11:30"),  # not past the end of the morning
        ("2026-11-25T10:20", 1, "2026-11-25T11:30"),
        ("2026-11-23T09:00", 8, "2026-11-25T09:00"),  # a working day; 24/11 is none
        ("2026-11-23T16:00", 12, "2026-11-26T10:30"),
        ("2026-11-27T17:30", 2, "2026-11-30T09:30"),
        ("2026-08-21T16:00", 4, "2026-08-22T10:30"),  # into a made-up Saturday
        ("2026-11-25T16:58", 8, "2026-11-26T17:00"),
    ],
)
def test_working_hours(received: str, duration: int, expected: str) -> None:
    assert due(received, duration, HOURS).due_at == at(expected)


def test_less_than_eight_hours_never_take_longer_than_a_working_day() -> None:
    mornings = (CALENDAR.office.week[0][:1], *CALENDAR.office.week[1:])
    calendar = replace(CALENDAR, office=replace(CALENDAR.office, week=mornings))

    asked = due_date(
        at("2026-11-30T08:00"), ProcessingTime(7, TimeUnit.WORKING_HOUR), calendar, None
    )

    assert asked.due_at == at("2026-12-01T08:00")
    assert asked.explanation == (
        "Nhận 08:00 thứ Hai 30/11/2026",
        "7 giờ làm việc tính là 1 ngày làm việc",
        "Ngày làm việc thứ 1: thứ Ba 01/12/2026",
        "Hẹn trả sau 08:00 thứ Ba 01/12/2026",
    )


def test_reception_on_a_day_that_is_open_but_not_counted_is_reception_on_that_day() -> None:
    saturdays = (*CALENDAR.office.week[:5], CALENDAR.office.week[0][:1], ())
    calendar = replace(CALENDAR, office=replace(CALENDAR.office, week=saturdays))
    received = at("2026-11-28T08:00")

    by_unit = {
        unit: due_date(received, ProcessingTime(value, unit), calendar).due_at
        for value, unit in (
            (1, TimeUnit.WORKING_DAY),
            (1, TimeUnit.WORKING_HOUR),
            (0, TimeUnit.SAME_DAY),
        )
    }

    assert by_unit == {
        TimeUnit.WORKING_DAY: at("2026-11-30T16:30"),
        TimeUnit.WORKING_HOUR: at("2026-11-30T08:30"),
        TimeUnit.SAME_DAY: at("2026-11-30T16:30"),
    }


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        (0, DAYS),
        (-1, DAYS),
        (367, DAYS),
        (10**12, CALENDAR_DAYS),
        (0, HOURS),
        (366 * 8 + 1, HOURS),
        (1, SAME_DAY),
        (-1, SAME_DAY),
        (5, "fortnight"),
        (5, ""),
    ],
)
def test_an_impossible_duration_is_refused(value: int, unit: str) -> None:
    with pytest.raises(BadDurationError) as caught:
        due("2026-11-23T09:00", value, unit)

    assert caught.value.details == {"value": value, "unit": unit, "longest_days": 366}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-11-23",  # a date alone says nothing about the cut-off
        "2026-02-30T09:00",
        "2026-11-23T25:00",
        "1999-12-31T09:00",
        "2101-01-01T09:00",
        "9999-12-31T23:59:59-12:00",
        "2026-11-23T09:00" * 1000,
    ],
)
def test_an_unreadable_time_of_reception_is_refused(text: str) -> None:
    with pytest.raises(BadReceptionTimeError) as caught:
        due(text, 5)

    assert len(caught.value.details["received"]) <= 60


@pytest.mark.parametrize("text", ["", "15", "24:00", "15:60", "3 pm", "15:00:00", "-1:00", "07:30"])
def test_a_cut_off_that_is_no_time_or_lies_before_opening_is_refused(text: str) -> None:
    with pytest.raises(BadCutoffError) as caught:
        due("2026-11-23T09:00", 5, cutoff=text)

    assert caught.value.details == {"cutoff": text}


@pytest.mark.parametrize(
    "text",
    ["2026-11-23T09:00", "2026-11-23 09:00", "2026-11-23T02:00:00Z", "2026-11-23T04:00+02:00"],
)
def test_a_time_without_offset_is_the_time_in_viet_nam(text: str) -> None:
    assert parse_received_at(text) == at("2026-11-23T09:00")
    assert parse_received_at(text).tzinfo is VIETNAM


def test_a_naive_time_is_refused_by_the_engine() -> None:
    naive = datetime(2026, 11, 23, 9, 0, tzinfo=UTC).replace(tzinfo=None)

    with pytest.raises(BadReceptionTimeError):
        due_date(naive, ProcessingTime(5, TimeUnit.WORKING_DAY), CALENDAR)


def test_a_cut_off_is_read_as_a_time_of_day() -> None:
    assert parse_cutoff("15:00") == time(15, 0)
