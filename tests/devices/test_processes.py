"""A process of our own: kept while it answers, ended and replaced when it does not."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import TYPE_CHECKING

import pytest

from devices.processes import OwnProcess, ready

if TYPE_CHECKING:
    from devices.processes import Line

LONG_S = 60.0
SHORT_S = 0.3


def talk(line: Line, greeting: str) -> None:
    """Answer "who" with the number of the process; die, fall silent or wait when told so."""
    ready(line)
    while True:
        question = line.recv()
        if question == "die":
            os._exit(3)
        if question == "hang":
            time.sleep(LONG_S)
        line.send((greeting, os.getpid()))


def talk_late(line: Line, after_s: float) -> None:
    """Load for a while, as from a slow disk; then answer with the number of the process."""
    time.sleep(after_s)
    ready(line)
    while True:
        line.recv()
        line.send(os.getpid())


def die_at_once(line: Line) -> None:
    """Die before anything was said."""
    os._exit(3)


@pytest.fixture
def process() -> Iterator[OwnProcess]:
    process = OwnProcess(talk, "hello", name="talker")
    yield process
    process.close()


def test_one_process_answers_every_question(process: OwnProcess) -> None:
    assert process.id is None

    first = process.ask("who", timeout_s=LONG_S)

    assert first == ("hello", process.id)
    assert process.id != os.getpid()
    assert process.ask("who", timeout_s=LONG_S) == first


def test_answers_come_in_the_order_of_the_questions(process: OwnProcess) -> None:
    for _ in range(3):
        process.send("who", timeout_s=LONG_S)

    assert process.has_answer(within_s=LONG_S)
    assert [process.receive(timeout_s=LONG_S)[0] for _ in range(3)] == ["hello"] * 3
    assert not process.has_answer(within_s=0)


@pytest.mark.parametrize(("question", "timeout_s"), [("die", LONG_S), ("hang", SHORT_S)])
def test_one_that_dies_or_hangs_is_ended_and_the_next_question_begins_another(
    process: OwnProcess, question: str, timeout_s: float
) -> None:
    _, before = process.ask("who", timeout_s=LONG_S)

    with pytest.raises((OSError, EOFError)):
        process.ask(question, timeout_s=timeout_s)

    assert process.id is None
    _, after = process.ask("who", timeout_s=LONG_S)
    assert after != before


def test_one_that_died_idle_is_replaced_only_where_no_answer_is_lost(process: OwnProcess) -> None:
    _, before = process.ask("who", timeout_s=LONG_S)
    process.send("die", timeout_s=LONG_S)
    assert process.has_answer(within_s=LONG_S)  # the news that it ended

    with pytest.raises((OSError, EOFError)):
        process.receive(timeout_s=LONG_S)

    assert process.ask("who", timeout_s=LONG_S)[1] != before


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_question_too_large_for_the_line_does_not_wait_for_ever(process: OwnProcess) -> None:
    process.ask("who", timeout_s=LONG_S)
    assert process.id is not None
    os.kill(process.id, signal.SIGSTOP)

    with pytest.raises((OSError, EOFError)):
        process.send(bytes(4_000_000), timeout_s=SHORT_S)

    assert process.id is None


def test_nothing_is_received_of_a_process_that_was_never_begun(process: OwnProcess) -> None:
    assert process.has_answer(within_s=0)
    with pytest.raises(EOFError):
        process.receive(timeout_s=LONG_S)


def test_what_it_takes_to_begin_is_not_taken_from_the_first_question() -> None:
    process = OwnProcess(talk_late, 2 * SHORT_S, name="late")
    try:
        assert process.ask("who", timeout_s=SHORT_S) == process.id
    finally:
        process.close()


def test_one_that_is_not_ready_in_its_time_is_ended() -> None:
    process = OwnProcess(talk_late, LONG_S, name="late", begin_s=SHORT_S)

    with pytest.raises(EOFError):
        process.ask("who", timeout_s=LONG_S)

    assert process.id is None


def test_one_for_which_the_system_has_no_room_is_told_and_tried_again(
    process: OwnProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    with monkeypatch.context() as patched:
        patched.setattr(SpawnProcess, "start", full)
        with pytest.raises(BlockingIOError):
            process.ask("who", timeout_s=LONG_S)
        process.close()

    assert process.id is None
    assert process.ask("who", timeout_s=LONG_S)[0] == "hello"


@pytest.mark.parametrize("large", [False, True])
def test_one_that_dies_before_it_took_its_end_of_the_line_is_missed(
    monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    """On Windows that end is ours until the process takes it: its death is no end of the line."""
    pipe, kept = SpawnContext.Pipe, list[int]()

    def pipe_kept_open(self: SpawnContext, duplex: bool = True) -> tuple[Line, Line]:
        ours, theirs = pipe(self, duplex)
        kept.append(os.dup(theirs.fileno()))
        return ours, theirs

    monkeypatch.setattr(SpawnContext, "Pipe", pipe_kept_open)
    process = OwnProcess(die_at_once, name="dead")
    try:
        with pytest.raises((OSError, EOFError)):
            process.ask(bytes(4_000_000) if large else "who", timeout_s=LONG_S)
        assert process.id is None
        process.start()
        assert process.has_answer(within_s=LONG_S)  # the news that it ended
    finally:
        process.close()
        for end in kept:
            os.close(end)


def test_the_programs_side_loads_nothing_heavy() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import devices.processes, sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip

    assert not {"numpy", "cv2", "PIL"} & set(loaded)
