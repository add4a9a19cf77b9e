"""The computer's own clock, in Vietnamese time."""

from datetime import datetime

from station.domain.journal import VIETNAM


class SystemClock:
    """Says what the operating system says."""

    source = "system"

    def now(self) -> datetime:
        """Give the time in Viet Nam."""
        return datetime.now(VIETNAM)
