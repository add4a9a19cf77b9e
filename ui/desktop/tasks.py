"""How presenters let work happen elsewhere. Free of Qt, so that a test can do it in place."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Tasks(Protocol):
    """One worker: jobs run one after the other, away from the window."""

    def run(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` on the worker, then call ``done`` or ``failed`` where this was called."""
        ...
