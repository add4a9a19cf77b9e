"""Tem kệ: the sticker of a shelf on which results wait; its code is the shelf's name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from station.errors import StationError
from station.forms.office import OfficeHeader
from station.forms.wording import in_capitals, one_line

SHELF_LABELS = "shelf-labels"
LONGEST_NAME = 20
MOST_LABELS = 240


class BadShelfNamesError(StationError):
    """Shelves without a name, with one too long for a sticker, or too many at once."""

    code = "PAP-017"

    def __init__(self, names: Iterable[str]) -> None:
        self.names = ", ".join(name[:30] for name in names)[:200]
        super().__init__(f"no stickers for {self.names!r}")

    @property
    def details(self) -> dict[str, Any]:
        return {"names": self.names, "longest": LONGEST_NAME, "most": MOST_LABELS}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfLabels:
    """One sticker a shelf, in the order in which they are named."""

    names: tuple[str, ...]
    agency: str
    counter: str
    printed_at: datetime


def shelf_labels(
    names: Iterable[str], office: OfficeHeader, *, counter: str, printed_at: datetime
) -> ShelfLabels:
    """Say what the stickers say.

    Raises:
        BadShelfNamesError: a name that is none or too long, or too many of them.
    """
    cleaned = tuple(in_capitals(name) for name in names)
    bad = [name for name in cleaned if not 1 <= len(name) <= LONGEST_NAME]
    if bad or not cleaned or len(cleaned) > MOST_LABELS:
        raise BadShelfNamesError(bad or cleaned)
    return ShelfLabels(
        names=cleaned, agency=one_line(office.agency), counter=counter, printed_at=printed_at
    )
