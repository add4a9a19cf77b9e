"""A process of our own: kept while it answers, ended and replaced when it does not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from devices.processes import OwnProcess

if TYPE_CHECKING:
    from devices.processes import Line

LONG_S = 60.0
SHORT_S = 0.3


def talk(line: Line, greeting: str) -> None:
    """Answer "who" with the number of the process; die, fall silent or wait when told so."""
    while True:
        question = line.recv()
        if question == "die":
            os._exit(3)
        if question == "hang":
            time.sleep(LONG_S)
        line.send((greeting, os.getpid()))


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


def test_the_programs_side_loads_nothing_heavy() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import devices.processes, sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip

    assert not {"numpy", "cv2", "PIL"} & set(loaded)
