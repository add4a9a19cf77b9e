"""Widgets that lie in rings of objects are destroyed in the window's thread, and in no other."""

import gc
import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.window_counter import Counter
from ui.desktop import garbage


def ring_around(widget: QWidget) -> None:
    ring: list[Any] = [widget]
    ring.append(ring)


def make_more_than_python_waits_for() -> list[list[int]]:
    return [[] for _ in range(2 * gc.get_threshold()[0])]


def test_python_itself_looks_for_none_while_a_window_is_open(at_work: Counter) -> None:
    destroyed_in: list[int] = []
    widget = QWidget()
    widget.destroyed.connect(lambda: destroyed_in.append(threading.get_ident()))
    ring_around(widget)
    del widget

    at_work.desktop._workers.store.run(
        make_more_than_python_waits_for, done=lambda made: None, failed=at_work.session.on_failure
    )
    kept = make_more_than_python_waits_for()
    at_work.wait(lambda: destroyed_in)

    assert not gc.isenabled()
    assert destroyed_in == [threading.get_ident()]
    assert kept


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    ages: list[int] = []
    monkeypatch.setattr(gc, "collect", ages.append)
    return ages


@pytest.mark.parametrize(
    ("counts", "ages"),
    [((5, 3, 2), []), ((701, 3, 2), [0]), ((701, 11, 2), [1]), ((20, 3, 11), [2])],
)
def test_it_is_looked_for_as_thoroughly_as_python_would(
    counts: tuple[int, int, int],
    ages: list[int],
    collected: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer: Callable[[], tuple[int, int, int]] = lambda: counts  # noqa: E731 - typed
    monkeypatch.setattr(gc, "get_count", answer)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))

    garbage.look()

    assert collected == ages
