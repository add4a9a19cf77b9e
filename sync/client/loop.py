"""Round after round: soon after there is work, later and later while the line is down."""

import random
from collections.abc import Callable
from threading import Event

from station.errors import StationError

IDLE_S = 30.0
"""Between two rounds when all went well: news may have arrived."""
FIRST_PAUSE_S = 5.0
LONGEST_PAUSE_S = 300.0
_JITTER = 0.3
"""So that five hundred stations do not come back in the same second after an outage."""


class Backoff:
    """How long to wait before the next round."""

    def __init__(self, chance: Callable[[], float] = random.random) -> None:
        self._chance = chance
        self._failures = 0

    def after_success(self) -> float:
        """Give the seconds to wait after a good round."""
        self._failures = 0
        return IDLE_S

    def after_failure(self) -> float:
        """Give the seconds to wait after a failed one: doubling, bounded, never in step."""
        pause: float = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0**self._failures)
        self._failures = min(self._failures + 1, 16)
        return pause * (1 - _JITTER + 2 * _JITTER * self._chance())


def repeat(
    run_round: Callable[[], object],
    *,
    stopped: Event,
    wait: Callable[[float], object],
    failed: Callable[[StationError], None],
    backoff: Backoff | None = None,
) -> None:
    """Run rounds until ``stopped`` is set.

    Args:
        wait: waits so many seconds, less when it is woken; it must return when ``stopped`` is set.
        failed: told why a round ended early.
    """
    backoff = backoff or Backoff()
    while not stopped.is_set():
        try:
            run_round()
        except StationError as error:
            failed(error)
            pause = backoff.after_failure()
        else:
            pause = backoff.after_success()
        wait(pause)
