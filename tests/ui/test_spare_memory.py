"""What was freed is the system's again."""

import os
import platform
from pathlib import Path

import pytest

from tests.ui.window_counter import Counter
from ui.desktop import app
from ui.desktop.spare_memory import give_back

MANY, BYTES = 20_000, 1_000


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="others give back by themselves")
def test_what_lies_free_below_something_held_is_given_back() -> None:
    freed = [bytes(BYTES) for _ in range(MANY)]
    held = [bytes(BYTES) for _ in range(10)]
    freed.clear()
    before = resident_mb()

    give_back()

    assert before - resident_mb() > MANY * BYTES / 2 / 1_000_000
    assert len(held) == 10


def test_the_window_gives_back_while_it_is_open(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(app, "give_back", lambda: given.append("back"))

    assert counter.desktop._spare.isActive()
    counter.desktop._spare.timeout.emit()

    counter.wait(lambda: given == ["back"])
