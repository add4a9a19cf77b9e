"""The shipped holiday table against an oracle, and what a calendar file may not say."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from importlib.resources import files
from typing import Any

import holidays
import pytest

from station.catalogue.calendars import LARGEST_CALENDAR_BYTES, built_in_calendar, read_calendar
from station.domain.calendar import (
    BadCalendarError,
    DayOff,
    DayOffKind,
    OfficeHours,
    WorkingCalendar,
    YearStatus,
)

CALENDAR = built_in_calendar()
SHIPPED = files("station.catalogue").joinpath("packs/calendar-vn.json").read_bytes()
DAYS = [
    date(2024, 1, 1) + timedelta(days=n) for n in range((date(2028, 1, 1) - date(2024, 1, 1)).days)
]


def test_the_table_agrees_with_the_oracle_but_for_its_known_gap() -> None:
    oracle = holidays.country_holidays("VN", years=range(2024, 2028))

    def works(day: date) -> bool:
        return day in oracle.weekend_workdays or (day.weekday() < 5 and day not in oracle)

    differing = {day for day in DAYS if CALENDAR.is_working_day(day) != works(day)}

    # The package misses the swap of Friday 02/01/2026 for Saturday 10/01/2026.
    assert differing == {date(2026, 1, 2), date(2026, 1, 10)}
    assert not CALENDAR.is_working_day(date(2026, 1, 2))
    assert CALENDAR.is_working_day(date(2026, 1, 10))


def test_the_holidays_on_weekends_are_named_too() -> None:
    oracle = holidays.country_holidays("VN", years=range(2024, 2028))

    unnamed = [day for day in oracle if day in DAYS and CALENDAR.day_off(day) is None]

    assert not unnamed


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_every_swap_has_its_make_up_day(year: int) -> None:
    table = next(table for table in CALENDAR.years if table.year == year)

    swapped = {day.on for day in table.days_off if day.kind is DayOffKind.SWAP}

    assert swapped == {day.in_place_of for day in table.make_up_days}


def test_the_culture_day_is_free_from_2026_on_only() -> None:
    free = [year for year in range(2024, 2028) if CALENDAR.day_off(date(year, 11, 24))]

    assert free == [2026, 2027]


def test_only_the_years_of_the_table_are_covered() -> None:
    assert [CALENDAR.covers(day) for day in (date(2023, 12, 31), date(2024, 1, 1))] == [False, True]
    assert [CALENDAR.covers(day) for day in (date(2027, 12, 31), date(2028, 1, 1))] == [True, False]
    assert CALENDAR.status(2026) is YearStatus.PUBLISHED
    assert CALENDAR.status(2027) is YearStatus.PROVISIONAL
    assert CALENDAR.status(2028) is None


def test_a_made_up_saturday_has_the_hours_of_the_day_it_replaces() -> None:
    assert CALENDAR.sessions(date(2026, 8, 22)) == CALENDAR.sessions(date(2026, 8, 24))
    assert CALENDAR.sessions(date(2026, 8, 29)) == ()
    assert CALENDAR.sessions(date(2026, 8, 31)) == ()


def test_the_next_working_day_jumps_over_the_whole_of_tet() -> None:
    assert CALENDAR.next_working_day(date(2026, 2, 13)) == date(2026, 2, 23)
    assert CALENDAR.next_working_day(date(2026, 8, 21)) == date(2026, 8, 22)


def test_results_are_handed_out_within_the_hours_of_the_day() -> None:
    early = _changed(lambda plain: plain["office"].update(results_from="06:00"))
    late = _changed(lambda plain: plain["office"].update(results_from="20:00"))

    assert CALENDAR.results_at(date(2026, 11, 23)).time() == time(16, 30)
    assert early.results_at(date(2026, 11, 23)).time() == time(7, 30)
    assert late.results_at(date(2026, 11, 23)).time() == time(17, 0)


def test_a_calendar_without_working_days_is_refused_instead_of_searched_for_ever() -> None:
    first = date(2026, 3, 1)
    table = CALENDAR.years[2]
    closed = [DayOff(first + timedelta(days=n), "đóng cửa", "closed") for n in range(70)]
    kept = [day for day in table.days_off if day.on < first]
    years = (replace(table, days_off=(*kept, *closed), make_up_days=()),)
    calendar = WorkingCalendar(version="x", office=CALENDAR.office, years=years)

    with pytest.raises(BadCalendarError):
        calendar.next_working_day(first)


def _changed(change: Callable[[dict[str, Any]], object]) -> WorkingCalendar:
    plain = json.loads(SHIPPED)
    change(plain)
    return read_calendar(json.dumps(plain).encode())


def _year(plain: dict[str, Any], year: int = 2026) -> dict[str, Any]:
    return next(table for table in plain["years"] if table["year"] == year)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda p: p.update(schema="tram-mot-cua-calendar/2"), "schema"),
        (lambda p: p.update(extra=1), "extra"),
        (lambda p: p["office"].update(lunch="11:30"), "lunch"),
        (lambda p: p["office"].update(results_from="25:00"), "results_from"),
        (lambda p: p["office"].update(counting_weekdays=[]), "counting_weekdays"),
        (lambda p: p["office"].update(counting_weekdays=["saturday"]), "closed"),
        (lambda p: p["office"]["week"].update(monday=[["08:00", "07:00"]]), "backwards"),
        (lambda p: p["office"]["week"].pop("sunday"), "sunday"),
        (lambda p: p["years"].pop(1), "not consecutive"),
        (lambda p: p["years"].clear(), "years"),
        (lambda p: _year(p)["days_off"].append(_year(p)["days_off"][0]), "twice"),
        (lambda p: _year(p)["days_off"][0].update(on="2025-01-01"), "listed under 2026"),
        (lambda p: _year(p)["days_off"][0].update(on="2026-02-30"), "on"),
        (lambda p: _year(p)["make_up_days"][0].update(in_place_of="2026-01-04"), "without office"),
        (lambda p: _year(p)["days_off"][0].update(name=""), "name"),
    ],
)
def test_a_calendar_file_that_is_wrong_says_where(
    change: Callable[[dict[str, Any]], object], named: str
) -> None:
    with pytest.raises(BadCalendarError) as caught:
        _changed(change)

    assert named in caught.value.details["problem"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe{", SHIPPED[:-40], b" " * (LARGEST_CALENDAR_BYTES + 1)],
)
def test_a_damaged_calendar_file_is_refused(content: bytes) -> None:
    with pytest.raises(BadCalendarError):
        read_calendar(content)


@pytest.mark.parametrize(("days", "counting"), [(0, (0,)), (5, (0,)), (8, (0,)), (7, ())])
def test_a_week_has_seven_days_and_some_are_worked(days: int, counting: tuple[int, ...]) -> None:
    week = (CALENDAR.office.week[0],) * days

    with pytest.raises(BadCalendarError):
        OfficeHours(week=week, counting_weekdays=counting, results_from=time(16, 30))
