"""What follows a promise: papers that were asked for came, or the agency needs more time."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.calendars import built_in_calendar
from station.domain.due_changes import (
    after_supplement,
)
from station.domain.due_date import BadReceptionTimeError, DueDate, due_date
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, SupplementRule, TimeUnit

CALENDAR = built_in_calendar()
RESTART, ADD = SupplementRule.RESTART, SupplementRule.ADD_WAITING
DAY, HOUR, NIGHT = TimeUnit.WORKING_DAY, TimeUnit.WORKING_HOUR, TimeUnit.CALENDAR_DAY


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def supplemented(
    rule: SupplementRule,
    value: int,
    unit: TimeUnit,
    received: str,
    asked: str,
    brought: str,
) -> DueDate:
    time = ProcessingTime(value, unit)
    return after_supplement(
        rule,
        promised_at=due_date(at(received), time, CALENDAR).due_at,
        asked_at=at(asked),
        brought_at=at(brought),
        processing_time=time,
        calendar=CALENDAR,
    )


@pytest.mark.parametrize(
    ("rule", "value", "unit", "received", "asked", "brought", "expected"),
    [
        # NĐ 61/2018 Art. 19(4): from zero. Received Mon 2/11, promised Mon 16/11.
        (RESTART, 10, DAY, "2026-11-02T09:00", "2026-11-04T10:00", "2026-11-09T09:00", "23T16:30"),
        # Plus the days waited: Thu 5, Fri 6, Mon 9 are three working days.
        (ADD, 10, DAY, "2026-11-02T09:00", "2026-11-04T10:00", "2026-11-09T09:00", "19T16:30"),
        # Brought on the day on which it was asked for: nothing was waited.
        (ADD, 10, DAY, "2026-11-02T09:00", "2026-11-04T10:00", "2026-11-04T16:00", "16T16:30"),
        # Asked on Friday, brought on Saturday: counts as Monday, so one working day.
        (ADD, 10, DAY, "2026-11-02T09:00", "2026-11-06T10:00", "2026-11-07T09:00", "17T16:30"),
        # Calendar days: promised Thu 12/11; five days waited; 17/11 is a Tuesday.
        (ADD, 10, NIGHT, "2026-11-02T09:00", "2026-11-04T10:00", "2026-11-09T09:00", "17T16:30"),
        # … and one that leads onto a Saturday ends on Monday (BLDS 2015 Art. 148(5)).
        (ADD, 10, NIGHT, "2026-11-02T09:00", "2026-11-03T10:00", "2026-11-05T09:00", "16T16:30"),
        # Hours: promised Mon 2/11 14:00; two hours waited.
        (ADD, 3, HOUR, "2026-11-02T09:00", "2026-11-02T09:30", "2026-11-02T11:30", "02T16:00"),
        # Hours over a night: promised 17:00; 15:00–17:00 and 07:30–08:30 are three hours.
        (ADD, 3, HOUR, "2026-11-02T14:00", "2026-11-02T15:00", "2026-11-03T08:30", "03T10:30"),
    ],
)
def test_the_promise_after_the_papers_came(
    rule: SupplementRule,
    value: int,
    unit: TimeUnit,
    received: str,
    asked: str,
    brought: str,
    expected: str,
) -> None:
    found = supplemented(rule, value, unit, received, asked, brought)

    assert found.due_at == at(f"2026-11-{expected}")


def test_both_ways_explain_themselves_and_name_the_old_promise() -> None:
    case = (10, DAY, "2026-11-02T09:00", "2026-11-04T10:00", "2026-11-09T09:00")
    restarted, moved = supplemented(RESTART, *case), supplemented(ADD, *case)

    assert restarted.explanation[0] == (
        "Đủ hồ sơ 09:00 thứ Hai 09/11/2026: tính lại từ đầu (NĐ 61/2018/NĐ-CP Điều 19 khoản 4); "
        "ngày hẹn cũ 16:30 thứ Hai 16/11/2026"
    )
    assert restarted.reason == (
        "10 ngày làm việc từ 10/11/2026, không tính thứ Bảy và Chủ nhật; "
        "tính lại từ đầu khi đủ hồ sơ, thay ngày hẹn cũ 16/11/2026."
    )
    assert moved.explanation == (
        "Đủ hồ sơ 09:00 thứ Hai 09/11/2026: cộng thêm thời gian chờ bổ sung; "
        "ngày hẹn cũ 16:30 thứ Hai 16/11/2026",
        "Chờ bổ sung từ 10:00 thứ Tư 04/11/2026 đến 09:00 thứ Hai 09/11/2026: 3 ngày làm việc",
        "Hẹn trả sau 16:30 thứ Năm 19/11/2026",
    )
    assert moved.reason == "Ngày hẹn cũ 16/11/2026 cộng thêm 3 ngày làm việc chờ bổ sung."
    assert "3 working days of waiting" in moved.reason_in("en")
    assert "Decree 61/2018 Art. 19(4)" in restarted.explanation_in("en")[0]


@pytest.mark.parametrize("rule", SupplementRule)
def test_a_time_that_never_ran_just_begins(rule: SupplementRule) -> None:
    """Papers asked for at intake: there was no promise yet (NĐ 61/2018 Art. 17(1))."""
    time = ProcessingTime(5, DAY)
    found = after_supplement(
        rule,
        promised_at=None,
        asked_at=at("2026-11-02T09:00"),
        brought_at=at("2026-11-23T09:00"),
        processing_time=time,
        calendar=CALENDAR,
    )

    assert found == due_date(at("2026-11-23T09:00"), time, CALENDAR)


def test_papers_cannot_come_before_they_were_asked_for() -> None:
    with pytest.raises(BadReceptionTimeError):
        supplemented(ADD, 5, DAY, "2026-11-02T09:00", "2026-11-04T10:00", "2026-11-04T09:59")


def test_beyond_the_table_the_new_promise_warns() -> None:
    found = supplemented(ADD, 5, DAY, "2027-12-20T09:00", "2027-12-21T09:00", "2027-12-31T09:00")

    assert any("Lịch nghỉ chưa cập nhật" in warning for warning in found.warnings)


moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 6, 30)).map(  # noqa: DTZ001 - next line
    lambda naive: naive.replace(tzinfo=VIETNAM)
)
waits = st.timedeltas(timedelta(0), timedelta(days=40))
times = st.one_of(
    st.builds(ProcessingTime, st.integers(1, 60), st.sampled_from([DAY, HOUR, NIGHT])),
    st.builds(ProcessingTime, st.integers(1, 6), st.just(TimeUnit.MONTH)),
)


@given(moments, waits, waits, waits, times, st.sampled_from(SupplementRule))
def test_who_brings_papers_later_is_never_served_sooner(
    received: datetime,
    until_asked: timedelta,
    until_brought: timedelta,
    more: timedelta,
    time: ProcessingTime,
    rule: SupplementRule,
) -> None:
    promised = due_date(received, time, CALENDAR).due_at
    asked = received + until_asked
    first, second = (
        after_supplement(
            rule,
            promised_at=promised,
            asked_at=asked,
            brought_at=asked + waited,
            processing_time=time,
            calendar=CALENDAR,
        )
        for waited in (until_brought, until_brought + more)
    )

    assert first.due_at <= second.due_at
    assert CALENDAR.is_working_day(first.due_at.date())
    assert first.explanation[-1].startswith("Hẹn trả sau")
    if rule is ADD:
        assert first.due_at >= promised
