"""Round after round: soon after there is work, later and later while the line is down."""

import random
from collections.abc import Callable
from threading import Event

from station.errors import StationError
from station.usecases.pause_line import LinePausedError
from station.usecases.synchronise import SyncReport

IDLE_S = 30.0
"""Between two rounds when all went well: news may have arrived."""
FIRST_PAUSE_S = 2.0
LONGEST_PAUSE_S = 300.0
_JITTER = 0.3
"""So that five hundred stations do not come back in the same second after an outage."""
_MOST_DOUBLINGS = 16


class Backoff:
    """How long to wait before the next round."""

    def __init__(self, chance: Callable[[], float] = random.random) -> None:
        self._chance = chance
        self._failures = 0

    def after_success(self) -> float:
        """Give the seconds to wait after a good round."""
        self._failures = 0
        return self._spread(IDLE_S)

    def after_failure(self, *, progressed: bool) -> float:
        """Give the seconds to wait after a failed one: doubling, bounded, never in step.

        Args:
            progressed: something got through before the line was cut, so it is worth coming back
                soon; otherwise a line that is cut again and again would never finish.
        """
        if progressed:
            self._failures = 0
        pause: float = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0**self._failures)
        self._failures = min(self._failures + 1, _MOST_DOUBLINGS)
        return self._spread(pause)

    def _spread(self, pause: float) -> float:
        return pause * (1 - _JITTER + 2 * _JITTER * self._chance())


def repeat(
    run_round: Callable[[], SyncReport],
    *,
    stopped: Event,
    wait: Callable[[float], object],
    told: Callable[[StationError | None], object],
    backoff: Backoff | None = None,
) -> None:
    """Run rounds until ``stopped`` is set.

    Args:
        wait: waits so many seconds, less when it is woken; it must return when ``stopped`` is set.
        told: hears after every round what ended it early; None when nothing did.
    """
    backoff = backoff or Backoff()
    while not stopped.is_set():
        progressed = False
        try:
            report = run_round()
            error, progressed = report.error, report.progressed
        except StationError as raised:  # the store's: full disk, busy, not enrolled
            error = raised
        told(error)
        if stopped.is_set():
            return
        if error is None or isinstance(error, LinePausedError):  # looked at again as calmly
            wait(backoff.after_success())
        else:
            wait(backoff.after_failure(progressed=progressed))
