"""Working calendars as files: reading one, and the one that ships with the program.

The format is described in ``docs/catalogue-pack.md``.
"""

from datetime import date, time
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from station.domain.calendar import (
    BadCalendarError,
    CalendarYear,
    DayOff,
    DayOffKind,
    MakeUpDay,
    OfficeHours,
    Session,
    WorkingCalendar,
    YearStatus,
)
from station.text import clean
from station.typed_reading import ready

LARGEST_CALENDAR_BYTES = 1_000_000
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_Text = Annotated[str, Meta(min_length=1, max_length=500)]
_Clock = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
_Sessions = Annotated[list[tuple[_Clock, _Clock]], Meta(max_length=6)]
_Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class _Week(msgspec.Struct, forbid_unknown_fields=True):
    monday: _Sessions
    tuesday: _Sessions
    wednesday: _Sessions
    thursday: _Sessions
    friday: _Sessions
    saturday: _Sessions
    sunday: _Sessions


class _Office(msgspec.Struct, forbid_unknown_fields=True):
    week: _Week
    counting_weekdays: Annotated[list[_Weekday], Meta(min_length=1, max_length=7)]
    results_from: _Clock
    cutoff: _Clock | None
    transfer_cutoff: _Clock = "15:00"
    transfer_calls: Annotated[tuple[_Clock, ...], Meta(max_length=6)] = ("15:00", "16:30")


class _DayOff(msgspec.Struct, forbid_unknown_fields=True):
    on: date
    name: _Text
    name_en: _Text
    kind: DayOffKind


class _MakeUpDay(msgspec.Struct, forbid_unknown_fields=True):
    on: date
    in_place_of: date


class _Year(msgspec.Struct, forbid_unknown_fields=True):
    year: Annotated[int, Meta(ge=2000, le=2100)]
    status: YearStatus
    sources: Annotated[list[_Text], Meta(max_length=20)]
    note: _Text | None
    days_off: Annotated[list[_DayOff], Meta(max_length=60)]
    make_up_days: Annotated[list[_MakeUpDay], Meta(max_length=20)]


class _CalendarFile(msgspec.Struct, forbid_unknown_fields=True):
    schema: Literal["tram-mot-cua-calendar/1"]
    version: Annotated[str, Meta(min_length=1, max_length=40)]
    issued_on: date
    note: _Text | None
    office: _Office
    years: Annotated[list[_Year], Meta(min_length=1, max_length=101)]


def read_calendar(content: bytes) -> WorkingCalendar:
    """Read a calendar file.

    Raises:
        BadCalendarError: it is too large, not JSON, has an unknown or missing field (the text
            names the place), or contradicts itself.
    """
    if len(content) > LARGEST_CALENDAR_BYTES:
        raise BadCalendarError(f"{len(content)} bytes, more than {LARGEST_CALENDAR_BYTES}")
    try:
        plain = msgspec.json.decode(content, type=ready(_CalendarFile))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadCalendarError(str(error)) from error
    return WorkingCalendar(
        version=plain.version,
        office=_office(plain.office),
        years=tuple(_year(year) for year in plain.years),
    )


@cache
def built_in_calendar() -> WorkingCalendar:
    """Give the calendar that ships with the program: 2024 to 2027, and usual office hours."""
    return read_calendar(files("station.catalogue").joinpath("packs/calendar-vn.json").read_bytes())


def _office(plain: _Office) -> OfficeHours:
    return OfficeHours(
        week=tuple(
            tuple(
                Session(time.fromisoformat(opens), time.fromisoformat(closes))
                for opens, closes in getattr(plain.week, weekday)
            )
            for weekday in _WEEKDAYS
        ),
        counting_weekdays=tuple(sorted({_WEEKDAYS.index(day) for day in plain.counting_weekdays})),
        results_from=time.fromisoformat(plain.results_from),
        cutoff=time.fromisoformat(plain.cutoff) if plain.cutoff else None,
        transfer_cutoff=time.fromisoformat(plain.transfer_cutoff),
        transfer_calls=tuple(time.fromisoformat(call) for call in plain.transfer_calls),
    )


def _year(plain: _Year) -> CalendarYear:
    return CalendarYear(
        year=plain.year,
        status=plain.status,
        days_off=tuple(
            DayOff(day.on, clean(day.name), clean(day.name_en), day.kind) for day in plain.days_off
        ),
        make_up_days=tuple(MakeUpDay(day.on, day.in_place_of) for day in plain.make_up_days),
        sources=tuple(plain.sources),
        note=plain.note,
    )
