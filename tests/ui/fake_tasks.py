"""Workers for presenter tests: in place, or when the test says so."""

from collections.abc import Callable
from typing import Any

from ui.desktop.tasks import Failed, T


class InPlace:
    """Does the work at once, in the thread that asked."""

    def run(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - as the real runner does
            failed(error)
        else:
            done(result)


class Later:
    """Keeps the work until the test lets it happen, in the order it was asked for."""

    def __init__(self) -> None:
        self._jobs: list[tuple[Callable[[], Any], Callable[[Any], None], Failed]] = []

    def run(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed) -> None:
        self._jobs.append((work, done, failed))

    @property
    def waiting(self) -> int:
        return len(self._jobs)

    def do_one(self) -> None:
        """Do what was asked for first."""
        work, done, failed = self._jobs.pop(0)
        InPlace().run(work, done=done, failed=failed)

    def do(self) -> None:
        """Do everything that waits, and what that brings."""
        while self._jobs:
            self.do_one()
