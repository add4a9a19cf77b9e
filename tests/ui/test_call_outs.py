"""The calls of 15:00 and 16:30: what must leave today is said in time, and once."""

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

import pytest

from station.catalogue.calendars import built_in_calendar
from station.domain.due_office import (
    Call,
    answer_deadline,
    apology_deadline,
    call_at,
    to_hand_over,
)
from station.domain.journal import VIETNAM
from station.usecases.deadlines import Deadlines, Owed, OwedAnswer
from tests.builders import a_procedure
from tests.local_store.test_deadlines import a_draft
from tests.ui.fake_tasks import Later
from tests.ui.rows import a_row
from ui.desktop.call_outs.presenter import CallOuts, call_out
from ui.desktop.call_outs.view_model import CallOut
from ui.desktop.kit.tone import Tone

CALENDAR = built_in_calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def found(now: str, *received: str, promised: str = "") -> Deadlines:
    """What is owed now of folders that were received then; 26/11/2026 is a Thursday."""
    rows = [a_row(number, received_at=at(when)) for number, when in enumerate(received, start=1)]
    late = a_row(90)
    return Deadlines(
        at=at(now),
        call=call_at(at(now), CALENDAR),
        to_hand_over=[Owed(*pair) for pair in to_hand_over(rows, at(now), CALENDAR)],
        to_apologise=[Owed(late, apology_deadline(at(promised), CALENDAR))] if promised else [],
        overdue=[],
    )


@pytest.mark.parametrize(
    ("now", "call"),
    [
        ("2026-11-26 14:59", Call.NONE),
        ("2026-11-26 15:00", Call.FIRST),
        ("2026-11-26 16:29", Call.FIRST),
        ("2026-11-26 16:30", Call.LAST),
        ("2026-11-26 18:00", Call.LAST),
        ("2026-11-24 16:30", Call.NONE),  # a holiday
        ("2026-11-28 16:30", Call.NONE),  # a Saturday
    ],
)
def test_the_day_has_two_calls(now: str, call: Call) -> None:
    """NĐ 61/2018 Art. 18(2)."""
    assert call_at(at(now), CALENDAR) is call


def test_when_the_calls_are_is_data_of_the_office() -> None:
    def calls(*hours: int) -> list[Call]:
        office = replace(CALENDAR.office, transfer_calls=tuple(time(hour) for hour in hours))
        moved = replace(CALENDAR, office=office)
        return [call_at(at(f"2026-11-26 {hour}:00"), moved) for hour in (13, 14, 16)]

    assert calls(14, 16) == [Call.NONE, Call.FIRST, Call.LAST]
    assert calls() == [Call.NONE] * 3


@pytest.mark.parametrize(
    ("now", "received", "sentence", "short", "tone"),
    [
        ("2026-11-26 14:00", ["2026-11-26 09:00"], "", "", Tone.WARN),
        (
            "2026-11-26 15:00",
            ["2026-11-26 09:00", "2026-11-26 15:00"],
            "Còn 2 bìa phải bàn giao trước 17:00 hôm nay: 0301, 0302.",
            "2 bìa phải đi hôm nay",
            Tone.WARN,
        ),
        (
            "2026-11-26 16:30",
            ["2026-11-26 09:00"],
            "Còn 1 bìa phải bàn giao trước 17:00 hôm nay: 0301.",
            "1 bìa phải đi hôm nay",
            Tone.ERR,
        ),
        (
            "2026-11-26 15:30",
            ["2026-11-26 15:01"],  # tomorrow
            "",
            "",
            Tone.WARN,
        ),
        (
            "2026-11-27 09:00",
            ["2026-11-26 15:01", "2026-11-27 08:00"],
            "1 bìa chậm bàn giao: 0301.",
            "1 bìa chậm bàn giao",
            Tone.ERR,
        ),
        (
            "2026-11-26 15:00",
            [f"2026-11-26 0{8 + n // 4}:0{n % 4}" for n in range(7)],
            "Còn 7 bìa phải bàn giao trước 17:00 hôm nay: 0301, 0302, 0303, 0304, 0305 và 2 nữa.",
            "7 bìa phải đi hôm nay",
            Tone.WARN,
        ),
    ],
)
def test_what_must_leave_is_named_when_it_is_time(
    now: str, received: list[str], sentence: str, short: str, tone: Tone
) -> None:
    said = call_out(found(now, *received), "vi")

    assert (said.sentence, said.short, said.tone) == (sentence, short, tone)


def test_an_apology_is_said_all_day_but_is_no_matter_of_the_hand_over() -> None:
    said = call_out(found("2026-11-26 08:00", promised="2026-11-27 16:30"), "en")

    assert "an apology and a new date are due today, 1: 0390." in said.sentence
    assert (said.short, said.folders, said.tone) == ("", 0, Tone.WARN)


@pytest.mark.parametrize(
    ("now", "sentence", "tone"),
    [
        ("2026-11-26 09:30", "2 hồ sơ đang dở phải trả lời người nộp trước 10:05.", Tone.WARN),
        (
            "2026-11-26 10:06",
            "2 hồ sơ đang dở đã quá giờ phải trả lời người nộp (10:05).",
            Tone.ERR,
        ),
    ],
)
def test_whose_answer_is_due_is_said_with_its_hour(now: str, sentence: str, tone: Tone) -> None:
    owed = [
        OwedAnswer(
            draft=a_draft(begun),
            procedure=a_procedure(answer_within_hours=1),
            deadline=answer_deadline(at(begun), 1, CALENDAR),
        )
        for begun in ("2026-11-26 09:05", "2026-11-26 09:20")
    ]

    said = call_out(replace(found(now), to_answer=owed), "vi")

    assert (said.sentence, said.tone, said.folders) == (sentence, tone, 0)


@dataclass
class FakeList:
    calls: list[CallOut] = field(default_factory=list)
    told: list[tuple[str, Tone]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)

    def show_call_out(self, call: CallOut) -> None:
        self.calls.append(call)


def test_it_is_read_one_at_a_time_told_to_both_and_taken_back() -> None:
    page, worker, now = FakeList(), Later(), at("2026-11-26 15:00")
    waiting = ["2026-11-26 09:00"]
    broken = False

    def read() -> Deadlines:
        if broken:
            raise OSError("gone")
        return found(f"{now:%Y-%m-%d %H:%M}", *waiting)

    calls = CallOuts(
        page,
        read=read,
        told=lambda words, tone: page.told.append((words, tone)),
        store_worker=worker,
        failed=page.failures.append,
        language="vi",
    )
    calls.refresh()
    calls.refresh()
    worker.do()
    assert [call.folders for call in page.calls] == [1]
    assert page.told == [("1 bìa phải đi hôm nay", Tone.WARN)]

    waiting.clear()
    now += timedelta(minutes=1)
    calls.refresh()
    worker.do()
    assert page.calls[-1] == CallOut()
    assert page.told[-1] == ("", Tone.WARN)

    broken = True
    calls.refresh()
    worker.do()
    broken = False
    calls.refresh()
    worker.do()
    assert len(page.failures) == 1
    assert len(page.calls) == 3
