"""From when on the time runs: two clocks, and several agencies in a row."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.calendars import built_in_calendar
from station.domain.due_date import due_date
from station.domain.due_start import due_from_agency, stages_due
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, Stage, TimeUnit

CALENDAR = built_in_calendar()
DAY, HOUR = TimeUnit.WORKING_DAY, TimeUnit.WORKING_HOUR


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("received", "provisional", "started", "final"),
    [  # NĐ 309/2026 Art. 17(3), 18(2); five working days
        ("2026-11-25T09:00", "2026-12-02", "2026-11-25T10:00", "2026-12-02"),
        ("2026-11-25T09:00", "2026-12-02", "2026-11-26T08:00", "2026-12-03"),  # it came a day late
        ("2026-11-25T15:30", "2026-12-03", "2026-11-26T07:40", "2026-12-03"),  # after 15:00
        ("2026-11-23T15:30", "2026-12-02", "2026-11-25T07:40", "2026-12-02"),  # and a holiday
        ("2026-11-25T15:30", "2026-12-03", "2026-11-25T16:00", "2026-12-02"),  # sent at once
    ],
)
def test_two_clocks(received: str, provisional: str, started: str, final: str) -> None:
    five = ProcessingTime(5, DAY)
    supposed = due_from_agency(at(received), five, CALENDAR)
    known = due_from_agency(at(received), five, CALENDAR, clock_started_at=at(started))

    assert supposed.due_at == at(f"{provisional}T16:30")
    assert known.due_at == at(f"{final}T16:30")
    assert supposed.received_at == known.received_at == at(received)


def test_the_first_clock_says_that_its_date_is_provisional() -> None:
    supposed = due_from_agency(at("2026-11-25T09:00"), ProcessingTime(5, DAY), CALENDAR)

    assert supposed.explanation[:2] == (
        "Nhận 09:00 thứ Tư 25/11/2026",
        "Tạm tính như cơ quan giải quyết nhận 17:00 thứ Tư 25/11/2026 "
        "(NĐ 309/2026/NĐ-CP Điều 17 khoản 3)",
    )
    assert supposed.reason.endswith("tính từ khi cơ quan giải quyết nhận hồ sơ (ngày tạm tính).")
    assert any("tạm tính" in warning for warning in supposed.warnings)
    assert any("provisional" in warning for warning in supposed.warnings_in("en"))


def test_the_second_clock_is_certain() -> None:
    known = due_from_agency(
        at("2026-11-25T09:00"),
        ProcessingTime(4, HOUR),
        CALENDAR,
        clock_started_at=at("2026-11-26T08:00"),
    )

    assert known.due_at == at("2026-11-26T14:00")
    assert known.warnings == ()
    assert known.explanation[1] == (
        "Cơ quan giải quyết nhận 08:00 thứ Năm 26/11/2026: thời hạn tính từ đây "
        "(NĐ 309/2026/NĐ-CP Điều 17 khoản 3)"
    )
    assert known.reason.startswith("4 giờ làm việc từ 08:00 26/11/2026")


def test_the_agency_s_own_cut_off_counts_for_its_receipt() -> None:
    late = due_from_agency(
        at("2026-11-25T09:00"),
        ProcessingTime(5, DAY),
        CALENDAR,
        time(15),
        clock_started_at=at("2026-11-25T16:00"),
    )

    assert late.due_at == at("2026-12-03T16:30")


def test_stages_follow_one_another() -> None:
    stages = (
        Stage("Tiếp nhận, chuyển", "Phường", ProcessingTime(1, DAY)),
        Stage("Thẩm định", "Chi nhánh đất đai", ProcessingTime(8, DAY)),
        Stage("Thuế", "Thuế cơ sở", ProcessingTime(5, TimeUnit.CALENDAR_DAY)),
    )
    found = stages_due(at("2026-11-23T09:00"), stages, CALENDAR)

    assert [one.due.due_at.date().isoformat() for one in found] == [
        "2026-11-25",  # 24/11 is a holiday
        "2026-12-07",
        "2026-12-14",  # 12/12 is a Saturday
    ]
    assert [one.stage.agency for one in found] == [stage.agency for stage in stages]
    assert found[1].due.explanation[0] == "Nhận 16:30 thứ Tư 25/11/2026"
    assert stages_due(at("2026-11-23T09:00"), (), CALENDAR) == ()


moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 6, 30)).map(  # noqa: DTZ001 - next line
    lambda naive: naive.replace(tzinfo=VIETNAM)
)


@given(moments, st.lists(st.integers(1, 12), min_size=1, max_size=5))
def test_the_stages_of_working_days_take_as_long_as_the_whole(
    received: datetime, days: list[int]
) -> None:
    stages = [Stage("chặng", "cơ quan", ProcessingTime(value, DAY)) for value in days]
    whole = due_date(received, ProcessingTime(sum(days), DAY), CALENDAR)
    found = stages_due(received, stages, CALENDAR)

    assert found[-1].due.due_at == whole.due_at
    ends = [one.due.due_at for one in found]
    assert ends == sorted(ends)


@given(moments, st.integers(1, 30))
def test_the_provisional_date_is_kept_when_the_transfer_is_in_time(
    received: datetime, days: int
) -> None:
    time = ProcessingTime(days, DAY)
    supposed = due_from_agency(received, time, CALENDAR)
    own = due_date(received, time, CALENDAR)

    assert supposed.due_at >= own.due_at
    assert CALENDAR.is_working_day(supposed.due_at.date())
