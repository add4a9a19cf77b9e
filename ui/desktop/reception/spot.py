"""Where the keys of a draft were, to put them there again after a power cut. Free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LAST_ZONE = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A control of the reception page.

    Attributes:
        zone: 1 to 4.
        control: by the name that a screen reader says; another language has another one, then the
            zone alone is found again.
        at: the letter before which the cursor stands in a field, or the row of a table, from 0.
    """

    zone: int
    control: str = ""
    at: int = 0

    def plain(self) -> dict[str, Any]:
        return {"zone": self.zone, "control": self.control, "at": self.at}


def read_spot(plain: object) -> Spot | None:
    """Read what ``plain`` gave; None where it is nothing of that kind."""
    if not isinstance(plain, Mapping):
        return None
    zone, control, at = (plain.get(name) for name in ("zone", "control", "at"))
    if not (isinstance(zone, int) and 1 <= zone <= LAST_ZONE):
        return None
    if not (isinstance(control, str) and isinstance(at, int) and at >= 0):
        return Spot(zone)
    return Spot(zone, control, at)
