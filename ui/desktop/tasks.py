"""How presenters let work happen elsewhere. Free of Qt, so that a test can do it in place."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")
A = TypeVar("A")
Failed = Callable[[Exception], None]


class Tasks(Protocol):
    """One worker: jobs run one after the other, away from the window."""

    def run(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` on the worker, then call ``done`` or ``failed`` where this was called."""
        ...


class WhileOpen:
    """Tasks of one session: after ``close`` the work still runs, but nobody hears of it."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._open = True

    def close(self) -> None:
        """Let what comes back from now on fall: its page shows another officer's work."""
        self._open = False

    def run(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` on the worker; see ``Tasks.run``."""
        self._tasks.run(work, done=self._guarded(done), failed=self._guarded(failed))

    def _guarded(self, callback: Callable[[A], None]) -> Callable[[A], None]:
        def call(argument: A) -> None:
            if self._open:
                callback(argument)

        return call
