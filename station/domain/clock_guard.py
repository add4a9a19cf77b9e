"""A wrong clock must not stamp a wrong promise date."""

from datetime import datetime, timedelta
from typing import Any

from station.errors import StationError

SLACK = timedelta(minutes=10)
"""How far the clock may stand from what is known before no slip is printed any more."""
SMALL_STEP = timedelta(minutes=2)
"""A clock set back by less than this (by a time server) follows on from the last entry."""


class WrongClockError(StationError):
    """The computer's clock contradicts what the station knows for certain."""

    code = "CLK-001"

    def __init__(self, now: datetime, known: datetime, witness: str) -> None:
        super().__init__(
            f"the clock says {now.isoformat()}, but {witness} says {known.isoformat()}"
        )
        self.now, self.known, self.witness = now, known, witness

    @property
    def details(self) -> dict[str, Any]:
        return {
            "clock": self.now.isoformat(),
            "known": self.known.isoformat(),
            "witness": self.witness,
        }


def trusted_now(
    now: datetime,
    *,
    last_entry_at: datetime | None,
    built_at: datetime,
    server_offset: timedelta | None,
) -> datetime:
    """Give the time to stamp an act with.

    Args:
        now: what the computer's clock says.
        last_entry_at: when the newest journal entry happened; None in a new store.
        built_at: when this version of the program was made; no act can be older.
        server_offset: server's time minus ours at the last contact; None before the first.

    Returns:
        ``now``, or the time of the last entry where a time server set the clock back a little, so
        that the journal never runs backwards.

    Raises:
        WrongClockError: the clock stands before the program was made, well before the last
            entry, or more than ten minutes from the server's.
    """
    if now < built_at:
        raise WrongClockError(now, built_at, "program")
    if last_entry_at is not None and now < last_entry_at - SMALL_STEP:
        raise WrongClockError(now, last_entry_at, "journal")
    if server_offset is not None and abs(server_offset) > SLACK:
        raise WrongClockError(now, now + server_offset, "server")
    return max(now, last_entry_at) if last_entry_at is not None else now
