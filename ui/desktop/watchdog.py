"""Notices when the window did not answer in time, and why: ``station desktop --watch``."""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

LONGEST_STEP_MS = 50
"""What an officer does not notice."""
_BEAT_MS = 5
_CALLS = 6


@dataclass(frozen=True, slots=True)
class Pause:
    """The window did not answer for so long; ``where`` is what it was doing, innermost first."""

    ms: float
    busy_ms: float
    """How much of it the thread worked itself; the rest it waited, most often for a worker that
    held the interpreter."""
    where: tuple[str, ...]


class Watchdog(QObject):
    """Lives in the window's thread, which beats; a thread of its own looks when a beat is late.

    Args:
        told: hears of every pause that was too long, in the window's thread.
    """

    def __init__(
        self, told: Callable[[Pause], object], *, longest_ms: float = LONGEST_STEP_MS
    ) -> None:
        super().__init__()
        self._told = told
        self._longest_ms = longest_ms
        self._watched = threading.get_ident()
        self._where: tuple[str, ...] = ()
        self._beaten_at, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watchdog", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop looking."""
        self._timer.stop()
        self._stopped.set()
        self._thread.join()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        ms = (now - self._beaten_at) * 1000 - _BEAT_MS
        busy_ms = (worked - self._worked) * 1000
        where, self._where = self._where, ()
        self._beaten_at, self._worked = now, worked
        if ms > self._longest_ms:
            self._told(Pause(ms, busy_ms, where))

    def _look(self) -> None:
        while not self._stopped.wait(_BEAT_MS / 1000):
            late_ms = (time.perf_counter() - self._beaten_at) * 1000
            if late_ms > self._longest_ms / 2 and not self._where:
                self._where = _calls_of(self._watched)


def _calls_of(thread: int) -> tuple[str, ...]:
    """Name what a thread is doing. Its frames are let go at once: they keep painters alive."""
    frame = sys._current_frames().get(thread)
    calls: list[tuple[str, str, int]] = []
    while frame is not None and len(calls) < _CALLS:
        code = frame.f_code
        calls.append((code.co_name, code.co_filename, frame.f_lineno))
        frame = frame.f_back
    return tuple(f"{name} ({file}:{line})" for name, file, line in calls)
