"""By when the office must act: hand over, answer, apologise."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.calendars import built_in_calendar
from station.domain.calendar import Session
from station.domain.due_date import BadDurationError
from station.domain.due_office import (
    answer_deadline,
    apology_deadline,
    to_hand_over,
    transfer_deadline,
)
from station.domain.journal import VIETNAM

CALENDAR = built_in_calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@dataclass(frozen=True)
class Folder:
    code: str
    received_at: datetime


@pytest.mark.parametrize(
    ("received", "by"),
    [  # NĐ 61/2018 Art. 18(2), NĐ 309/2026 Art. 18(2)
        ("2026-11-23T08:00", "2026-11-23T17:00"),
        ("2026-11-23T15:00:59", "2026-11-23T17:00"),  # the minute decides
        ("2026-11-23T15:01", "2026-11-25T07:30"),  # Tuesday 24/11 is a holiday
        ("2026-11-25T18:20", "2026-11-26T07:30"),
        ("2026-11-28T09:00", "2026-11-30T07:30"),  # a Saturday
        ("2026-08-22T09:00", "2026-08-22T17:00"),  # a Saturday that is worked
        ("2026-11-25T06:00", "2026-11-25T17:00"),  # before opening
    ],
)
def test_transfer(received: str, by: str) -> None:
    assert transfer_deadline(at(received), CALENDAR).by_at == at(by)


def test_saturday_reception_is_handed_over_on_monday() -> None:
    week = (*CALENDAR.office.week[:5], (Session(time(7, 30), time(11, 30)),), ())
    saturdays = replace(CALENDAR, office=replace(CALENDAR.office, week=week))

    assert transfer_deadline(at("2026-11-28T09:00"), saturdays).by_at == at("2026-11-30T07:30")


def test_an_office_that_closes_before_15_hands_over_by_closing() -> None:
    week = tuple((Session(time(7), time(14)),) if day else () for day in CALENDAR.office.week)
    early = replace(CALENDAR, office=replace(CALENDAR.office, week=week))

    assert transfer_deadline(at("2026-11-25T13:00"), early).by_at == at("2026-11-25T14:00")
    assert transfer_deadline(at("2026-11-25T14:30"), early).by_at == at("2026-11-26T07:00")


def test_the_hour_of_the_rule_is_data() -> None:
    calendar = replace(CALENDAR, office=replace(CALENDAR.office, transfer_cutoff=time(14)))

    assert transfer_deadline(at("2026-11-25T14:30"), calendar).by_at == at("2026-11-26T07:30")


def test_a_transfer_explains_itself() -> None:
    late = transfer_deadline(at("2026-11-23T15:01"), CALENDAR)

    assert late.explanation == (
        "Nhận 15:01 thứ Hai 23/11/2026",
        "Nhận sau 15:00: chuyển hồ sơ đến cơ quan giải quyết chậm nhất 07:30 thứ Tư 25/11/2026",
    )
    assert late.explanation_in("en")[-1] == (
        "Received after 15:00: hand over to the handling agency by 07:30 on Wednesday 25/11/2026"
    )


def test_the_list_of_15_00_and_of_16_30() -> None:
    assert CALENDAR.office.transfer_calls == (time(15), time(16, 30))
    folders = [
        Folder("late", at("2026-11-25T15:20")),
        Folder("today", at("2026-11-25T09:00")),
        Folder("yesterday", at("2026-11-23T15:30")),
        Folder("noon", at("2026-11-25T11:00")),
    ]
    at_15 = to_hand_over(folders, at("2026-11-25T15:00"), CALENDAR)
    at_16_30 = to_hand_over([folders[0], folders[3]], at("2026-11-25T16:30"), CALENDAR)

    assert [folder.code for folder, _ in at_15] == ["yesterday", "today", "noon"]
    assert [deadline.by_at.hour for _, deadline in at_15] == [7, 17, 17]
    assert [folder.code for folder, _ in at_16_30] == ["noon"]


@pytest.mark.parametrize(
    ("received", "hours", "by"),
    [
        ("2026-11-25T09:05", 1, "2026-11-25T10:05"),  # not rounded up: 10:15 would be late
        ("2026-11-25T11:00", 1, "2026-11-25T14:00"),  # over the lunch break
        ("2026-11-25T16:40", 1, "2026-11-26T08:10"),
        ("2026-11-25T20:00", 1, "2026-11-26T08:30"),  # online, at night
        ("2026-11-25T09:05", 8, "2026-11-26T09:05"),  # 8 working hours are a working day
        ("2026-11-23T09:05", 8, "2026-11-25T09:05"),  # over the holiday
    ],
)
def test_answer(received: str, hours: int, by: str) -> None:
    deadline = answer_deadline(at(received), hours, CALENDAR)

    assert deadline.by_at == at(by)
    assert f"trong {hours} giờ làm việc" in deadline.explanation[-1]
    assert "Answer within" in deadline.explanation_in("en")[-1]


@pytest.mark.parametrize("hours", [0, -1, 10_000])
def test_no_answer_within_no_time(hours: int) -> None:
    with pytest.raises(BadDurationError):
        answer_deadline(at("2026-11-25T09:05"), hours, CALENDAR)


@pytest.mark.parametrize(
    ("promised", "by"),
    [  # NĐ 61/2018 Art. 19(9): at least one day before the promise
        ("2026-11-26T16:30", "2026-11-25T17:00"),
        ("2026-11-25T16:30", "2026-11-23T17:00"),  # 24/11 is a holiday
        ("2026-11-30T16:30", "2026-11-27T17:00"),  # a Monday
    ],
)
def test_apology(promised: str, by: str) -> None:
    deadline = apology_deadline(at(promised), CALENDAR)

    assert deadline.by_at == at(by)
    assert deadline.explanation[-1].startswith("Xin lỗi và hẹn lại trước ngày hẹn")
    assert "Apologise" in deadline.explanation_in("en")[-1]


moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 11, 30)).map(  # noqa: DTZ001 - next line
    lambda naive: naive.replace(tzinfo=VIETNAM)
)


@given(moments, st.timedeltas(timedelta(0), timedelta(days=5)), st.integers(1, 24))
def test_who_comes_later_may_be_handed_over_and_answered_later(
    received: datetime, later: timedelta, hours: int
) -> None:
    after = received + later
    transfer = transfer_deadline(received, CALENDAR)
    answer = answer_deadline(received, hours, CALENDAR)

    assert received.replace(second=0, microsecond=0) <= transfer.by_at
    assert transfer.by_at <= transfer_deadline(after, CALENDAR).by_at
    assert answer.by_at <= answer_deadline(after, hours, CALENDAR).by_at
    for deadline in (transfer, answer):
        day = deadline.by_at.date()
        assert CALENDAR.is_working_day(day)
        assert CALENDAR.opening(day) <= deadline.by_at <= CALENDAR.closing(day)
