"""The computer's own clock, in Vietnamese time."""

import sys
import time
from datetime import datetime

from station.domain.journal import VIETNAM


class SystemClock:
    """Says what the operating system says."""

    source = "system"

    def now(self) -> datetime:
        """Give the time in Viet Nam."""
        return datetime.now(VIETNAM)


def steady_seconds() -> float:
    """Count seconds, also while the computer sleeps; setting the clock changes nothing of it."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()  # on Windows it goes on while the computer sleeps
