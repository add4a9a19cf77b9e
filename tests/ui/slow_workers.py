"""Workers that are as slow as an old disk: what a test did not wait for is missed each time.

``SLOW_WORKERS_MS=200`` with any of the window's tests; ``make soak`` runs them all so. A test that
presses a key before the page can take it passes on a fast machine nearly always.
"""

import os
import time
from collections.abc import Callable

import pytest

from ui.desktop.background import TaskRunner
from ui.desktop.tasks import Failed, T

SLOWER_BY_MS = int(os.environ.get("SLOW_WORKERS_MS", "0"))


@pytest.fixture(autouse=True)
def slow_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every job of every worker take longer, if the environment says so."""
    at_once = TaskRunner.run

    def run(
        self: TaskRunner, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed
    ) -> None:
        def slowly() -> T:
            time.sleep(SLOWER_BY_MS / 1000)
            return work()

        at_once(self, slowly, done=done, failed=failed)

    if SLOWER_BY_MS:
        monkeypatch.setattr(TaskRunner, "run", run)
