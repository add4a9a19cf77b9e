"""One field of a person as a page shows it: its text, where it is from, what is to be said."""

from dataclasses import dataclass
from typing import Final

from station.domain.person import FieldSource
from ui.desktop.kit.tone import Tone

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
    source: FieldSource = FieldSource.TYPED
    note: Note | None = None
