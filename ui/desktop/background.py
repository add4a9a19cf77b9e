"""Work away from the window: the store, the files and each device have a worker of their own."""

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from ui.desktop.tasks import Failed, T

_BEHIND_THE_WINDOW = 5
"""How much "nicer" than the window a worker is whose long work nobody waits for."""


class TaskRunner(QObject):
    """One worker thread. What it finds out comes back in the thread that this object lives in."""

    _settled = Signal(object, object)  # callback, its argument

    def __init__(self, name: str, parent: QObject | None = None, *, yields: bool = False) -> None:
        """
        Args:
            name: what the thread is called in diagnostics.
            yields: the window comes first where both want a processor.
        """
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(
            max_workers=1,
            thread_name_prefix=name,
            initializer=_stand_behind_the_window if yields else None,
        )
        self._closed = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` after everything that was asked for before, then call ``done`` or ``failed``.

        After ``close`` nothing is done, and nothing that was under way is reported.
        """

        def attempt() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - every failure must reach the officer
                self.tell(failed, error)
            else:
                self.tell(done, result)

        if not self._closed:
            self._worker.submit(attempt)

    def tell(self, callback: Callable[[T], object], argument: T) -> None:
        """Have ``callback`` called in this object's thread; may be called from any thread."""
        if not self._closed:
            self._settled.emit(callback, argument)

    def close(self, *, finish: bool = False) -> None:
        """Forget what was not begun, wait for what was, and end the thread; safe to call twice.

        Args:
            finish: do what was not begun, too; nobody hears how it went.
        """
        self._closed = True
        self._worker.shutdown(wait=True, cancel_futures=not finish)

    @Slot(object, object)
    def _deliver(self, callback: Callable[[Any], object], argument: object) -> None:
        if not self._closed:
            callback(argument)


class Rounds:
    """The pauses of a job that works in rounds on a runner; the window cuts them short."""

    def __init__(self) -> None:
        self.stopped = threading.Event()
        self._woken = threading.Event()

    def wait(self, seconds: float) -> None:
        """Sleep in the worker until the time is over, or somebody calls ``wake`` or ``stop``."""
        self._woken.wait(seconds)
        self._woken.clear()

    def wake(self) -> None:
        """Begin the next round now; during a round, begin another one right after it."""
        self._woken.set()

    def stop(self) -> None:
        """End after the current round."""
        self.stopped.set()
        self._woken.set()


def _stand_behind_the_window() -> None:
    """Let this thread have a processor only after the window's. On Linux alone a thread has a
    niceness of its own; elsewhere its processes stand behind."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _BEHIND_THE_WINDOW)
