"""What the supervisor's board shows. Free of Qt."""

from dataclasses import dataclass, field
from typing import Protocol

from ui.desktop.compared import ComparedLine
from ui.desktop.kit.chart_sheets import BarSheet, LengthSheet, ShareSheet
from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionLine:
    """One dossier that somebody should see to."""

    words: str
    tone: Tone
    dossier_code: str
    short_code: str
    who: str
    what: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalLine(AttentionLine):
    """One act that waits for somebody of rank."""

    asked_by: str
    request_id: str = ""
    """Empty: two dossiers of one person, which are decided about on the page of one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalSheet:
    """One act that waits, as the panel shows it."""

    request_id: str
    title: str
    said: str
    """Who left it, when, and why."""
    lines: tuple[ComparedLine, ...]
    dossier_code: str
    may_approve: bool
    own: bool
    """Who looks is who left it."""
    advice: str = ""
    """Why whoever looks can do nothing with it, or not all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSheet:
    """How long receptions take, step by step; nobody is named."""

    title: str = ""
    said: str = ""
    """What is measured, of how many, and what is not kept."""
    has_medians: bool = False
    """There is something to print."""
    steps: LengthSheet = field(default_factory=LengthSheet)
    longest_title: str = ""
    longest: LengthSheet = field(default_factory=LengthSheet)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSheet:
    """The whole board, from one moment."""

    title: str = ""
    """What a printed board is headed with."""
    at: str = ""
    mark: str = ""
    """What stands across a printed board; empty: it is a real one."""
    figures: tuple[tuple[str, str, Tone], ...] = ()
    hours: BarSheet = field(default_factory=BarSheet)
    days: BarSheet = field(default_factory=BarSheet)
    shares: ShareSheet = field(default_factory=ShareSheet)
    approvals: tuple[ApprovalLine, ...] = ()
    attention: tuple[AttentionLine, ...] = ()
    steps: StepSheet = field(default_factory=StepSheet)


class BoardView(Protocol):
    """What the presenter asks of the page."""

    def show_board(self, sheet: BoardSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...


class ApprovalView(Protocol):
    """What deciding about an act that waits asks of the page."""

    def show_approval(self, sheet: ApprovalSheet) -> None:
        """Ask about one act."""
        ...

    def approval_done(self) -> None:
        """Forget what was typed about an act: it was decided."""
        ...

    def show_done(self, sentence: str) -> None: ...

    def show_problem(self, sentence: str) -> None: ...

    def show_busy(self, busy: bool) -> None: ...
