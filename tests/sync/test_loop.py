"""Round after round, without waiting in earnest."""

import random
from collections.abc import Iterable
from datetime import timedelta
from threading import Event

import pytest

from station.domain.line_pause import LinePause
from station.errors import StationError
from station.ports.province import NotEnrolledError, ProvinceUnreachableError
from station.usecases.pause_line import LinePausedError
from station.usecases.synchronise import SyncReport
from sync.client.line import HttpLine
from sync.client.loop import IDLE_S, LONGEST_PAUSE_S, Backoff, repeat
from sync.reference_server.server import RunningServer
from tests.builders import MONDAY
from tests.fakes import FakeClock
from tests.sync.stations import KEY
from tests.sync_fakes import FakeCounter

PAUSE = LinePause(at=MONDAY, until=MONDAY + timedelta(hours=1), by="Hạnh")
CUT = ProvinceUnreachableError("cut")


def report(error: StationError | None = None, *, events: int = 0) -> SyncReport:
    return SyncReport(
        events_sent=events,
        events_refused=0,
        news_taken=0,
        files_sent=0,
        files_failed=0,
        paused=False,
        error=error,
        batch=1,
    )


def pauses(rounds: Iterable[SyncReport | StationError]) -> tuple[list[float], list[str | None]]:
    """Run these rounds and give the pauses after them, and what was told."""
    left = list(rounds)
    stopped, waited, told = Event(), [], []

    def one() -> SyncReport:
        outcome = left.pop(0)
        if isinstance(outcome, StationError):
            raise outcome
        return outcome

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if not left:
            stopped.set()

    repeat(
        one,
        stopped=stopped,
        wait=wait,
        told=lambda error: told.append(error.code if error else None),
        backoff=Backoff(chance=lambda: 0.5),
    )
    return waited, told


def test_a_line_that_is_down_is_tried_later_and_later_but_not_never() -> None:
    waited, told = pauses([report(CUT)] * 12)

    assert waited[:4] == [2, 4, 8, 16]
    assert max(waited) == LONGEST_PAUSE_S
    assert set(told) == {"SYN-001"}


def test_a_line_that_is_cut_while_it_works_is_tried_soon() -> None:
    waited, _ = pauses([report(CUT), report(CUT), report(CUT, events=1), report(CUT)])

    assert waited == [2, 4, 2, 4]


def test_a_good_round_is_followed_by_a_calm_one() -> None:
    waited, told = pauses([report(CUT), report(events=3), report(CUT)])

    assert waited == [2, IDLE_S, 2]
    assert told == ["SYN-001", None, "SYN-001"]


def test_an_error_of_the_store_does_not_end_the_loop() -> None:
    waited, told = pauses([NotEnrolledError("nobody"), report()])

    assert waited == [2, IDLE_S]
    assert told == ["SYN-012", None]


def test_a_paused_line_is_looked_at_calmly_and_tried_at_once_afterwards() -> None:
    paused = LinePausedError(PAUSE, MONDAY)
    waited, told = pauses([report(CUT), paused, paused, paused, report(CUT)])

    assert waited == [2, IDLE_S, IDLE_S, IDLE_S, 2]
    assert told == ["SYN-001", "SYN-013", "SYN-013", "SYN-013", "SYN-001"]


def test_a_bug_ends_the_loop_loudly() -> None:
    def bug() -> SyncReport:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        repeat(bug, stopped=Event(), wait=lambda _s: None, told=lambda _e: None)


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_stations_do_not_come_back_in_step(chance: float) -> None:
    pause = Backoff(chance=lambda: chance).after_failure(progressed=False)

    assert pause == pytest.approx(1.4 if chance == 0 else 2.6)


def test_a_loop_that_is_stopped_in_a_round_does_not_wait() -> None:
    stopped = Event()

    def one() -> SyncReport:
        stopped.set()
        return report()

    def wait(_seconds: float) -> None:
        raise AssertionError

    repeat(one, stopped=stopped, wait=wait, told=lambda _e: None)


@pytest.fixture
def line() -> tuple[FakeCounter, HttpLine]:
    counter = FakeCounter(agency="H29", number=1)
    return counter, HttpLine(
        outbox=counter.outbox, clock=FakeClock(), station_id="H29/1", station_key=KEY
    )


def test_a_line_enrols_exchanges_and_asks(
    server: RunningServer, line: tuple[FakeCounter, HttpLine]
) -> None:
    counter, http = line
    code = server.issue_enrolment_code(agency="H29", station_number=1, number_range=(300, 399))
    http.enrol(server.base_url, code)
    received = counter.receive(b"page")

    assert http.run_once().files_sent == 1

    seen = http.dossier(received.payload["dossier_code"])
    assert seen is not None
    assert seen.status == "received"
    assert counter.outbox.enrolment() is not None


def test_a_line_that_nobody_enrolled_says_so(line: tuple[FakeCounter, HttpLine]) -> None:
    with pytest.raises(NotEnrolledError):
        line[1].run_once()


def test_a_line_runs_until_it_is_stopped(line: tuple[FakeCounter, HttpLine]) -> None:
    stopped = Event()
    told: list[str | None] = []

    def wait(_seconds: float) -> None:
        if len(told) == 3:
            stopped.set()

    def hear(error: StationError | None) -> None:
        told.append(error.code if error else None)

    line[1].run_until(stopped, wait=wait, told=hear)

    assert told == ["SYN-012"] * 3


def test_a_pause_stops_a_round_after_its_chunk_and_nothing_is_lost_by_it(
    server: RunningServer,
) -> None:
    """The record and the first chunk of the file are there; the rest follows where it was left."""
    counter = FakeCounter(agency="H31", number=1)
    asked: list[None] = []

    def pausing(after: int) -> HttpLine:
        def pause() -> LinePause | None:
            asked.append(None)
            return PAUSE if len(asked) > after else None

        asked.clear()
        return HttpLine(
            outbox=counter.outbox,
            clock=FakeClock(),
            station_id="H31/1",
            station_key=KEY,
            pause=pause,
        )

    code = server.issue_enrolment_code(agency="H31", station_number=1, number_range=(300, 399))
    pausing(after=0).enrol(server.base_url, code)
    counter.receive(random.Random(5).randbytes(700_000))
    pausing(after=1_000).run_once()
    whole_round = len(asked)
    assert counter.outbox.status().files.sent == 1

    received = counter.receive(random.Random(6).randbytes(700_000))
    paused = pausing(after=whole_round - 1)  # before the last chunk
    assert paused.run_once().paused
    status = counter.outbox.status()
    assert (status.events.waiting, status.events.refused, status.files.waiting) == (0, 0, 1)
    with pytest.raises(LinePausedError):
        paused.run_once()
    assert paused.dossier(received.payload["dossier_code"]) is not None  # an officer asked

    assert pausing(after=1_000).run_once().files_sent == 1
