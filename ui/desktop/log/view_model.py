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
class AdjustmentLine:
    """One adjustment: when, of which page and by whom over what was done."""

    head: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignQuestion:
    """What an officer is asked before a page is locked."""

    title: str
    sums: str
    warning: str = ""


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
    state: str = ""
    """``Chưa ký · số NK-2026-0188``, or who signed and when."""
    signed: bool = False
    may_sign: bool = False
    """The officer's role includes it; whether the page is signed already does not matter."""
    unsent: str = ""
    """Which counters have not sent everything; empty when all have."""
    adjustments: tuple[AdjustmentLine, ...] = ()
    """Those that stand on the page, then those done after it was locked."""


class LogView(Protocol):
    """What the presenter asks of the page."""

    def show_sheet(self, sheet: LogSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...

    def show_done(self, sentence: str) -> None: ...

    def show_sums(self, differ: str) -> None:
        """Say which sums do not agree, which forbids signing; empty: they all agree."""
        ...

    def show_busy(self, busy: bool) -> None:
        """A page is being signed, or a note written."""
        ...

    def ask_signature(self, question: SignQuestion) -> None:
        """Ask for the officer's own password."""
        ...

    def refuse_password(self, words: str) -> None: ...

    def end_question(self) -> None:
        """Close what was asked: it was answered, or stands no longer."""
        ...
