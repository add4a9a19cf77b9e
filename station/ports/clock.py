"""What time it is, and who says so."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The station's clock."""

    @property
    def source(self) -> str:
        """Who says the time: ``system``, ``server-corrected``, or the name of a fixed clock."""
        ...

    def now(self) -> datetime:
        """Give the time in Viet Nam, aware, with its offset of +07:00."""
        ...
