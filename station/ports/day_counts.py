"""Numbers of dossiers, counted in the store: a board over years reads no dossier to count it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PromisedCount:
    """So many dossiers are promised for one moment."""

    due_at: datetime
    at_counter: bool
    """Their folders have not left yet."""
    count: int


@dataclass(frozen=True, slots=True)
class EndedCount:
    """What one agency ended, and how much of it in time.

    As the national index 766 has it, a dossier for which papers were asked a second time is late.
    """

    agency: str
    done: int
    in_time: int
