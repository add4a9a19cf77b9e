import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.desktop.background import Rounds, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner("test")
    yield runner
    runner.close()


def fail(error: Exception) -> None:
    raise error


def test_work_happens_elsewhere_and_its_result_comes_home(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []

    def done(worked_in: str) -> None:
        seen.append((worked_in, threading.current_thread().name))

    runner.run(lambda: threading.current_thread().name, done=done, failed=fail)

    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert seen == [("test_0", threading.main_thread().name)]


def test_a_failure_comes_home_too(runner: TaskRunner, qtbot: QtBot) -> None:
    errors: list[Exception] = []

    runner.run(lambda: [][1], done=lambda _: None, failed=errors.append)

    qtbot.waitUntil(lambda: bool(errors), timeout=5000)
    assert isinstance(errors[0], IndexError)


def test_jobs_are_done_one_after_the_other(runner: TaskRunner, qtbot: QtBot) -> None:
    at_work = most = 0
    results: list[int] = []

    def work(number: int) -> int:
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        at_work -= 1
        return number

    for number in range(20):
        runner.run(lambda n=number: work(n), done=results.append, failed=fail)  # type: ignore[misc]

    qtbot.waitUntil(lambda: len(results) == 20, timeout=5000)
    assert results == list(range(20))
    assert most == 1


def test_closing_waits_for_the_job_at_hand_and_reports_nothing_more(qtbot: QtBot) -> None:
    runner = TaskRunner("closing")
    began, may_end = threading.Event(), threading.Event()
    done: list[str] = []
    heard: list[str] = []

    def work() -> str:
        began.set()
        may_end.wait(5)
        done.append("first")
        return "first"

    runner.run(work, done=heard.append, failed=fail)
    runner.run(lambda: done.append("second"), done=lambda _: heard.append("second"), failed=fail)
    assert began.wait(5)
    threading.Timer(0.01, may_end.set).start()

    runner.close()
    runner.run(lambda: done.append("third"), done=lambda _: heard.append("third"), failed=fail)
    runner.close()

    qtbot.waitUntil(lambda: not [t for t in threading.enumerate() if "closing" in t.name])
    assert done == ["first"]
    assert heard == []


def test_rounds_are_woken_and_ended_from_the_window(qtbot: QtBot) -> None:
    runner, rounds = TaskRunner("rounds"), Rounds()
    told: list[int] = []

    def work() -> int:
        count = 0
        while not rounds.stopped.is_set():
            count += 1
            runner.tell(told.append, count)
            rounds.wait(60)
        return count

    ended: list[int] = []
    runner.run(work, done=ended.append, failed=fail)
    qtbot.waitUntil(lambda: told == [1], timeout=5000)

    rounds.wake()
    qtbot.waitUntil(lambda: told == [1, 2], timeout=5000)
    rounds.stop()

    qtbot.waitUntil(lambda: ended == [2], timeout=5000)
    runner.close()
