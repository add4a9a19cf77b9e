"""One field of a person as a page shows it: its text, where it is from, what is to be said."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ui.desktop.kit.tone import Tone


class Source(StrEnum):
    """Where the text of a field is from."""

    TYPED = "typed"
    QR = "qr"
    REPAIRED = "repaired"
    """From the QR code too; a reader had garbled it, and the station undid that."""
    MRZ = "mrz"
    CHIP = "chip"
    EARLIER = "earlier"
    """Said at an earlier visit, and offered again by consent."""


NOT_PRESENTED: Final = "not_presented"
"""Stands in the place of a kind of paper: only its number was given."""


@dataclass(frozen=True, slots=True)
class Note:
    """A few words inside a field: what to look at (WARN), or what is wrong (ERR)."""

    words: str
    tone: Tone = Tone.WARN


@dataclass(frozen=True, slots=True)
class FieldState:
    """One field: its text, where it is from, and what is to be said about it."""

    text: str = ""
    source: Source = Source.TYPED
    note: Note | None = None
