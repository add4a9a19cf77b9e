"""Readers of codes, and what can keep one from reading."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from station.domain.codes import ReadCode
from station.domain.id_card import IdCard
from station.errors import StationError


class ReaderState(StrEnum):
    """What a reader says of itself."""

    READY = "ready"
    UNKNOWN = "unknown"
    """It answers no question: a reader in keyboard mode looks like a keyboard."""
    OFFLINE = "offline"
    IN_USE = "in_use"
    """Another program has it."""
    NO_PERMISSION = "no_permission"
    NO_PICTURE = "no_picture"
    """The camera is there, but gives no picture."""
    FAULT = "fault"
    """It stopped with an error of its own."""


class ReaderEnd(StrEnum):
    """What a reader in keyboard mode types behind a code."""

    ENTER = "enter"
    TAB = "tab"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ReaderHabits:
    """How a reader in keyboard mode typed a code."""

    keyboard: str
    """The keyboard it is, when nobody types on the same one; otherwise empty."""
    prefix: str
    """The function key that it pressed before the code, ``F13``; empty for none."""
    end: ReaderEnd
    gap_ms: int
    """The time from one key to the next, in the middle."""

    @property
    def address(self) -> str:
        """By what the settings know it, the surest sign first; empty: by its speed alone."""
        return self.keyboard or self.prefix


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a reader delivered: a code, or why the codes it saw cannot be taken."""

    reader: str
    code: ReadCode | None
    problem: StationError | None = None
    habits: ReaderHabits | None = None
    """Only of a reader in keyboard mode, where the platform lets its keys be seen."""


class CodeReader(Protocol):
    """A reader that needs no window. It may come, go, and come back while it is listened to."""

    @property
    def name(self) -> str: ...

    @property
    def simulated(self) -> bool: ...

    def state(self) -> ReaderState:
        """Tell how the reader is; looks for it when nobody listens to it. Safe in any thread."""
        ...

    def listen(self, stopped: threading.Event, told: Callable[[Arrival], object]) -> None:
        """Tell of every code until ``stopped``. Blocks, so it has a thread of its own.

        Never raises: whatever keeps the reader from reading is its ``state``.
        """
        ...


class ChipCodeReader(CodeReader, Protocol):
    """A reader of chips, which tell nothing to whom knows nothing of the card."""

    def offer(self, card: IdCard) -> None:
        """Tell of a card that was read or typed: it may be the one that lies on the reader.

        Kept in memory for two minutes at most. Safe in any thread.
        """
        ...
