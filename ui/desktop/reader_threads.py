"""Listens to the readers that speak for themselves, each in a thread of its own."""

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from station.ports.readers import Arrival, CodeReader

PATIENCE_S = 5.0
Told = Callable[[Arrival], object]


class Tell(Protocol):
    """Has something called in the window's thread; may be used in any; see ``TaskRunner.tell``."""

    def __call__(self, callback: Told, argument: Arrival, /) -> None: ...


class ReaderThreads:
    """Tells of every code until it is stopped.

    No object of Qt's: it goes with a session, and Python may free that in any thread.
    """

    def __init__(self, readers: Sequence[CodeReader], *, told: Told, tell: Tell) -> None:
        """
        Args:
            told: called in the window's thread.
        """
        self._stopped = threading.Event()
        self._told = told
        self._tell = tell
        self._threads = [
            threading.Thread(
                target=reader.listen, args=(self._stopped, self._hear), name="reader", daemon=True
            )
            for reader in readers
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Have every reader end. What was under way is not told."""
        self._stopped.set()

    def join(self) -> None:
        """Wait until they have, before the program ends; not for a driver that hangs."""
        self.stop()
        for thread in self._threads:
            thread.join(PATIENCE_S)

    def _hear(self, arrival: Arrival) -> None:
        if not self._stopped.is_set():
            self._tell(self._take, arrival)

    def _take(self, arrival: Arrival) -> None:
        if not self._stopped.is_set():
            self._told(arrival)
