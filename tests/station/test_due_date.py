"""When a result is owed and what is said about it, case by case."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from station.catalogue.calendars import built_in_calendar
from station.domain.calendar import DayOffKind
from station.domain.due_date import (
    BadCutoffError,
    BadDurationError,
    BadReceptionTimeError,
    DueDate,
    due_date,
    due_date_from_text,
    parse_cutoff,
    parse_received_at,
)
from station.domain.durations import duration_text
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, TimeUnit

CALENDAR = built_in_calendar()
DAYS, HOURS = "working_day", "working_hour"
CALENDAR_DAYS, SAME_DAY = "calendar_day", "same_day"


def due(received: str, duration: int, unit: str = DAYS, cutoff: str | None = None) -> DueDate:
    return due_date_from_text(
        received, duration=duration, unit=unit, cutoff=cutoff, calendar=CALENDAR
    )


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
    assert due(received, duration, cutoff=cutoff).due_at == _at(expected)


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
    assert due(received, 0, SAME_DAY, cutoff).due_at == _at(expected)


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
    assert due(received, duration, CALENDAR_DAYS).due_at == _at(expected)


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
    assert due(received, duration, HOURS).due_at == _at(expected)


def test_every_day_is_accounted_for_in_vietnamese() -> None:
    assert due("2026-11-23T09:00", 5).explanation == (
        "Nhận 09:00 thứ Hai 23/11/2026",
        "Không tính thứ Hai 23/11/2026: ngày nhận hồ sơ",
        "Không tính thứ Ba 24/11/2026: Ngày Văn hóa Việt Nam",
        "Ngày làm việc thứ 1 đến thứ 3: từ thứ Tư 25/11/2026 đến thứ Sáu 27/11/2026",
        "Không tính thứ Bảy 28/11/2026 và Chủ nhật 29/11/2026: nghỉ hằng tuần",
        "Ngày làm việc thứ 4: thứ Hai 30/11/2026",
        "Ngày làm việc thứ 5: thứ Ba 01/12/2026",
        "Hẹn trả sau 16:30 thứ Ba 01/12/2026",
    )


def test_every_day_is_accounted_for_in_english() -> None:
    assert due("2026-08-21T17:30", 7).explanation_in("en") == (
        "Received at 17:30 on Friday 21/08/2026",
        "Received after closing of 17:00: counts as received at 07:30 on Saturday 22/08/2026",
        "Not counted, Saturday 22/08/2026: the day of reception",
        "Not counted, Sunday 23/08/2026: weekly rest",
        "Working day 1 to 5: Monday 24/08/2026 to Friday 28/08/2026",
        "Not counted, Saturday 29/08/2026 and Sunday 30/08/2026: weekly rest",
        "Not counted, Monday 31/08/2026: day off exchanged for 22/08/2026",
        "Not counted, Tuesday 01/09/2026 and Wednesday 02/09/2026: National Day",
        "Working day 6: Thursday 03/09/2026",
        "Working day 7: Friday 04/09/2026",
        "Result due after 16:30 on Friday 04/09/2026",
    )


@pytest.mark.parametrize(
    ("asked", "line", "line_en"),
    [
        (
            due("2026-11-23T15:30", 5, cutoff="15:00"),
            "Nhận sau giờ chốt 15:00: tính như nhận 07:30 thứ Tư 25/11/2026",
            "Received after the cut-off of 15:00: counts as received at 07:30 "
            "on Wednesday 25/11/2026",
        ),
        (
            due("2026-11-28T10:00", 4, HOURS),
            "Nhận vào ngày nghỉ: tính như nhận 07:30 thứ Hai 30/11/2026",
            "Received on a day off: counts as received at 07:30 on Monday 30/11/2026",
        ),
        (
            due("2026-01-08T09:00", 3),
            "Ngày làm việc thứ 2: thứ Bảy 10/01/2026 (làm bù cho thứ Sáu 02/01/2026)",
            "Working day 2: Saturday 10/01/2026 (worked instead of Friday 02/01/2026)",
        ),
        (
            due("2026-08-21T16:00", 4, HOURS),
            "Tính 3 giờ: 07:30–10:30 thứ Bảy 22/08/2026 (làm bù cho thứ Hai 31/08/2026)",
            "Counted 3 h: 07:30–10:30 on Saturday 22/08/2026 (worked instead of Monday 31/08/2026)",
        ),
        (
            due("2026-11-25T09:07", 3, HOURS),
            "Tính 2 giờ 23 phút: 09:07–11:30 thứ Tư 25/11/2026",
            "Counted 2 h 23 min: 09:07–11:30 on Wednesday 25/11/2026",
        ),
        (
            due("2026-11-23T09:00", 16, HOURS),
            "16 giờ làm việc tính là 2 ngày làm việc",
            "16 working hours are counted as 2 working days",
        ),
        (
            due("2026-11-20T09:00", 16, CALENDAR_DAYS),
            "Ngày cuối Chủ nhật 06/12/2026 là ngày nghỉ: thời hạn kết thúc vào ngày làm việc "
            "tiếp theo, thứ Hai 07/12/2026",
            "The last day, Sunday 06/12/2026, is a day off: the period ends on the next "
            "working day, Monday 07/12/2026",
        ),
        (
            due("2026-11-23T09:00", 0, SAME_DAY),
            "Giải quyết trong ngày làm việc thứ Hai 23/11/2026",
            "Settled within the working day Monday 23/11/2026",
        ),
        (
            due("2026-11-25T09:00", 2),
            "Ngày làm việc thứ 1: thứ Năm 26/11/2026",
            "Working day 1: Thursday 26/11/2026",
        ),
        (
            due("2026-11-25T09:00", 3),
            "Ngày làm việc thứ 1 và thứ 2: thứ Năm 26/11/2026 và thứ Sáu 27/11/2026",
            "Working day 1 to 2: Thursday 26/11/2026 and Friday 27/11/2026",
        ),
    ],
)
def test_what_is_unusual_has_its_line(asked: DueDate, line: str, line_en: str) -> None:
    assert line in asked.explanation
    assert line_en in asked.explanation_in("en")


@pytest.mark.parametrize(
    ("asked", "sentence", "sentence_en"),
    [
        (
            due("2026-11-23T09:00", 10),
            "10 ngày làm việc từ 25/11/2026, không tính thứ Bảy, Chủ nhật và ngày lễ 24/11.",
            "10 working days from 25/11/2026, not counting Saturdays, Sundays and the day off "
            "24/11.",
        ),
        (
            due("2026-11-25T09:00", 1),
            "1 ngày làm việc từ 26/11/2026.",
            "1 working day from 26/11/2026.",
        ),
        (
            due("2026-11-26T09:00", 2),
            "2 ngày làm việc từ 27/11/2026, không tính thứ Bảy và Chủ nhật.",
            "2 working days from 27/11/2026, not counting Saturdays and Sundays.",
        ),
        (
            due("2026-11-23T15:30", 2, cutoff="15:00"),
            "2 ngày làm việc từ 26/11/2026 (nhận sau 15:00, tính như nhận 25/11/2026), "
            "không tính ngày lễ 24/11.",
            "2 working days from 26/11/2026 (received after 15:00, counts as 25/11/2026), "
            "not counting the day off 24/11.",
        ),
        (
            due("2026-08-21T09:00", 10),
            "10 ngày làm việc từ 22/08/2026, không tính thứ Bảy, Chủ nhật và các ngày nghỉ "
            "31/08–02/09; tính cả ngày làm bù 22/08.",
            "10 working days from 22/08/2026, not counting Saturdays, Sundays and the days off "
            "31/08–02/09; counting 22/08, made up.",
        ),
        (
            due("2025-04-28T09:00", 3),
            "3 ngày làm việc từ 29/04/2025, không tính thứ Bảy, Chủ nhật và các ngày nghỉ "
            "30/04–02/05.",
            "3 working days from 29/04/2025, not counting Saturdays, Sundays and the days off "
            "30/04–02/05.",
        ),
        (
            due("2024-04-26T09:00", 1),
            "1 ngày làm việc từ 02/05/2024, không tính thứ Bảy, Chủ nhật và các ngày nghỉ "
            "29/04–01/05.",
            "1 working day from 02/05/2024, not counting Saturdays, Sundays and the days off "
            "29/04–01/05.",
        ),
        (
            due("2026-11-20T09:00", 16, CALENDAR_DAYS),
            "16 ngày từ 21/11/2026; ngày cuối 06/12 là ngày nghỉ nên lùi sang ngày làm việc sau.",
            "16 calendar days from 21/11/2026; it ends on a day off, 06/12, so the next "
            "working day.",
        ),
        (
            due("2026-11-20T09:00", 3, CALENDAR_DAYS),
            "3 ngày từ 21/11/2026.",
            "3 calendar days from 21/11/2026.",
        ),
        (
            due("2026-11-23T16:00", 12, HOURS),
            "12 giờ làm việc từ 16:00 23/11/2026, không tính ngày lễ 24/11.",
            "12 working hours from 16:00 23/11/2026, not counting the day off 24/11.",
        ),
        (
            due("2026-11-28T16:00", 2, HOURS),
            "2 giờ làm việc từ 07:30 30/11/2026 (nhận ngày nghỉ), không tính thứ Bảy và Chủ nhật.",
            "2 working hours from 07:30 30/11/2026 (received on a day off), not counting "
            "Saturdays and Sundays.",
        ),
        (
            due("2026-11-23T09:00", 0, SAME_DAY),
            "Trong ngày làm việc 23/11/2026.",
            "Within 23/11/2026.",
        ),
    ],
)
def test_the_slip_gets_one_sentence(asked: DueDate, sentence: str, sentence_en: str) -> None:
    assert asked.reason == sentence
    assert asked.reason_in("en") == sentence_en


@pytest.mark.parametrize(
    ("value", "unit", "text", "text_en"),
    [
        (10, TimeUnit.WORKING_DAY, "10 ngày làm việc", "10 working days"),
        (1, TimeUnit.CALENDAR_DAY, "1 ngày", "1 calendar day"),
        (8, TimeUnit.WORKING_HOUR, "8 giờ làm việc", "8 working hours"),
        (0, TimeUnit.SAME_DAY, "trong ngày làm việc", "within the working day"),
    ],
)
def test_the_lawful_time_is_told_in_words(
    value: int, unit: TimeUnit, text: str, text_en: str
) -> None:
    assert duration_text(ProcessingTime(value, unit)) == text
    assert duration_text(ProcessingTime(value, unit), "en") == text_en


def test_a_swap_day_alone_is_not_called_a_holiday() -> None:
    table = CALENDAR.years[2]
    swaps = tuple(day for day in table.days_off if day.kind is DayOffKind.SWAP)
    calendar = replace(CALENDAR, years=(replace(table, days_off=swaps),))

    asked = due_date(
        _at("2026-08-28T09:00"), ProcessingTime(1, TimeUnit.WORKING_DAY), calendar, None
    )

    assert asked.reason == (
        "1 ngày làm việc từ 01/09/2026, không tính thứ Bảy, Chủ nhật và ngày nghỉ 31/08."
    )


def test_less_than_eight_hours_never_take_longer_than_a_working_day() -> None:
    mornings = (CALENDAR.office.week[0][:1], *CALENDAR.office.week[1:])
    calendar = replace(CALENDAR, office=replace(CALENDAR.office, week=mornings))

    asked = due_date(
        _at("2026-11-30T08:00"), ProcessingTime(7, TimeUnit.WORKING_HOUR), calendar, None
    )

    assert asked.due_at == _at("2026-12-01T08:00")
    assert asked.explanation == (
        "Nhận 08:00 thứ Hai 30/11/2026",
        "7 giờ làm việc tính là 1 ngày làm việc",
        "Ngày làm việc thứ 1: thứ Ba 01/12/2026",
        "Hẹn trả sau 08:00 thứ Ba 01/12/2026",
    )


def test_reception_on_a_day_that_is_open_but_not_counted_is_reception_on_that_day() -> None:
    saturdays = (*CALENDAR.office.week[:5], CALENDAR.office.week[0][:1], ())
    calendar = replace(CALENDAR, office=replace(CALENDAR.office, week=saturdays))
    at = _at("2026-11-28T08:00")

    by_unit = {
        unit: due_date(at, ProcessingTime(value, unit), calendar).due_at
        for value, unit in (
            (1, TimeUnit.WORKING_DAY),
            (1, TimeUnit.WORKING_HOUR),
            (0, TimeUnit.SAME_DAY),
        )
    }

    assert by_unit == {
        TimeUnit.WORKING_DAY: _at("2026-11-30T16:30"),
        TimeUnit.WORKING_HOUR: _at("2026-11-30T08:30"),
        TimeUnit.SAME_DAY: _at("2026-11-30T16:30"),
    }


def test_a_table_that_ends_too_early_warns() -> None:
    asked = due("2027-12-28T09:00", 8)

    assert asked.due_at == _at("2028-01-07T16:30")
    assert asked.warnings[0].startswith("Lịch nghỉ chưa cập nhật")
    assert "31/12/2027" in asked.warnings[0]
    assert "31/12/2027" in asked.warnings_in("en")[0]


def test_a_day_before_the_table_warns() -> None:
    assert len(due("2023-12-28T09:00", 3).warnings) == 1


def test_a_year_without_an_official_schedule_warns() -> None:
    asked = due("2026-12-30T09:00", 5)

    assert asked.warnings == (
        "Lịch nghỉ năm 2027 chưa có thông báo chính thức. Kiểm tra ngày hẹn trước khi in.",
    )
    assert "2027" in asked.warnings_in("en")[0]


def test_a_day_in_a_published_year_does_not_warn() -> None:
    assert due("2026-11-23T09:00", 10).warnings == ()


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
    assert parse_received_at(text) == _at("2026-11-23T09:00")
    assert parse_received_at(text).tzinfo is VIETNAM


def test_a_naive_time_is_refused_by_the_engine() -> None:
    naive = datetime(2026, 11, 23, 9, 0, tzinfo=UTC).replace(tzinfo=None)

    with pytest.raises(BadReceptionTimeError):
        due_date(naive, ProcessingTime(5, TimeUnit.WORKING_DAY), CALENDAR)


def test_a_cut_off_is_read_as_a_time_of_day() -> None:
    assert parse_cutoff("15:00") == time(15, 0)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)
