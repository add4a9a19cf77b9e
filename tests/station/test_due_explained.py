"""What is said about a due date: each day accounted for, in both languages, and its doubts."""

from dataclasses import replace

import pytest

from station.domain.calendar import DayOffKind
from station.domain.due_date import (
    DueDate,
    due_date,
)
from station.domain.durations import duration_text
from station.domain.procedure import ProcessingTime, TimeUnit
from tests.station.due_asked import CALENDAR, CALENDAR_DAYS, HOURS, SAME_DAY, at, due


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
        at("2026-08-28T09:00"), ProcessingTime(1, TimeUnit.WORKING_DAY), calendar, None
    )

    assert asked.reason == (
        "1 ngày làm việc từ 01/09/2026, không tính thứ Bảy, Chủ nhật và ngày nghỉ 31/08."
    )


def test_a_table_that_ends_too_early_warns() -> None:
    asked = due("2027-12-28T09:00", 8)

    assert asked.due_at == at("2028-01-07T16:30")
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
