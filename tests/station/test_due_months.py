"""Periods in months (Bộ luật Dân sự 2015 Art. 147(2), 148(3) and (5)), case by case."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.calendars import built_in_calendar
from station.domain.due_counting import months_later
from station.domain.due_date import BadDurationError, DueDate, due_date_from_text

CALENDAR = built_in_calendar()


def due(received: str, months: int) -> DueDate:
    return due_date_from_text(received, duration=months, unit="month", calendar=CALENDAR)


@pytest.mark.parametrize(
    ("received", "months", "expected"),
    [
        ("2026-11-23T09:00", 1, "2026-12-23"),  # Art. 148(3): the day of the same number
        ("2026-03-10T09:00", 3, "2026-06-10"),
        ("2026-01-30T09:00", 1, "2026-03-02"),  # no 30/02: 28/02 is a Saturday, so Monday
        ("2025-12-31T09:00", 2, "2026-03-02"),  # the same over the turn of the year
        ("2024-01-31T09:00", 1, "2024-02-29"),  # a leap year
        ("2026-03-31T09:00", 1, "2026-05-04"),  # 30/04 and 01/05 are holidays, then a weekend
        ("2026-07-22T09:00", 1, "2026-08-22"),  # a Saturday that is worked
        ("2026-11-21T09:00", 1, "2026-12-23"),  # received on a Saturday: as on Monday 23/11
        ("2026-11-23T17:30", 1, "2026-12-25"),  # after closing; Tuesday 24/11 is a holiday
    ],
)
def test_months(received: str, months: int, expected: str) -> None:
    assert due(received, months).due_at.date().isoformat() == expected


def test_the_explanation_names_the_period_and_why_it_is_shorter() -> None:
    promise = due("2026-01-30T09:00", 1)

    assert promise.explanation == (
        "Nhận 09:00 thứ Sáu 30/01/2026",
        "Không tính thứ Sáu 30/01/2026: ngày nhận hồ sơ",
        "1 tháng: từ thứ Bảy 31/01/2026 đến thứ Bảy 28/02/2026; tháng đó không có ngày 30",
        "Không tính thứ Bảy 28/02/2026 và Chủ nhật 01/03/2026: nghỉ hằng tuần",
        "Ngày cuối thứ Bảy 28/02/2026 là ngày nghỉ: "
        "thời hạn kết thúc vào ngày làm việc tiếp theo, thứ Hai 02/03/2026",
        "Hẹn trả sau 16:30 thứ Hai 02/03/2026",
    )
    assert promise.explanation_in("en")[2] == (
        "1 month: Saturday 31/01/2026 to Saturday 28/02/2026; that month has no day 30"
    )
    assert promise.reason == (
        "1 tháng từ 31/01/2026; ngày cuối 28/02 là ngày nghỉ nên lùi sang ngày làm việc sau."
    )


@pytest.mark.parametrize("months", [0, -1, 13])
def test_no_procedure_takes_no_months_or_more_than_a_year(months: int) -> None:
    with pytest.raises(BadDurationError):
        due("2026-11-23T09:00", months)


def test_a_month_that_ends_beyond_the_table_warns() -> None:
    assert "bảng ngày nghỉ chỉ có" in due("2027-11-23T09:00", 2).warnings[0]


@given(day=st.dates(date(2000, 1, 1), date(2099, 12, 31)), months=st.integers(1, 12))
def test_a_month_ends_on_the_day_of_the_same_number_or_on_its_last(day: date, months: int) -> None:
    last = months_later(day, months)

    assert 12 * last.year + last.month == 12 * day.year + day.month + months
    assert last.day == day.day or (last.day < day.day and (last + timedelta(days=1)).day == 1)
    assert last <= months_later(day + timedelta(days=1), months)
