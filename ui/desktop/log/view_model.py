"""What the page of the daily log shows. Free of Qt."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

COUNTER, CENTRE = "counter", "centre"
"""The two scopes: this counter, or all that share the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One dossier of the day."""

    number: int
    received_at: datetime
    short_code: str
    dossier_code: str
    owner_name: str
    procedure_name: str
    agency: str
    due_at: datetime | None
    fee: str
    papers: str
    """Handed in of those wanted: ``3/3``."""
    pages: str
    note: str
    odd: bool = False
    """The note says something that somebody should look at."""


@dataclass(frozen=True, slots=True)
class LogFigure:
    """One sum of the day, and the lines that it counts."""

    caption: str
    figure: str
    lines: frozenset[int] = frozenset()
    """By their numbers; empty where it counts no dossiers, as the guidances do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogSheet:
    """The whole page."""

    on: date
    scope: str = COUNTER
    counter: str = ""
    """``Quầy 3``."""
    is_today: bool = True
    lines: tuple[LogLine, ...] = ()
    figures: tuple[LogFigure, ...] = ()
    """Each sum, the number of dossiers first."""
    fees: str = ""
    pages: str = ""
    odd: int = 0
    """Lines that somebody should look at."""


class LogView(Protocol):
    """What the presenter asks of the page."""

    def show_sheet(self, sheet: LogSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...

    def show_done(self, sentence: str) -> None: ...
