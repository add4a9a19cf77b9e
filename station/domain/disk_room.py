"""How much room the disk has, and what follows for the counter: it is never closed for it.

Pages take by far the most. So they become smaller first, then none are taken; a dossier takes a few
kilobytes, and is received to the last.
"""

from enum import StrEnum

_LITTLE, _HARDLY = 2_000_000_000, 500_000_000
_RESERVED = 64_000_000
"""Bytes that no page may take: thousands of receptions."""


class DiskRoom(StrEnum):
    """What a counter can still do."""

    ENOUGH = "enough"
    LITTLE = "little"
    """A few days of scanning: somebody should know."""
    HARDLY = "hardly"
    """A day of scanning: pages are kept smaller."""
    NONE = "none"
    """No further page; receptions go on."""

    @property
    def is_scarce(self) -> bool:
        """Tell whether what is kept should be as small as may be."""
        return self in (DiskRoom.HARDLY, DiskRoom.NONE)


def room_of(free: int) -> DiskRoom:
    """Say what so many free bytes are enough for."""
    for below, room in (
        (_RESERVED, DiskRoom.NONE),
        (_HARDLY, DiskRoom.HARDLY),
        (_LITTLE, DiskRoom.LITTLE),
    ):
        if free < below:
            return room
    return DiskRoom.ENOUGH
