"""What the home page shows. Free of Qt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One thing that was looked at before the first citizen."""

    name: str
    state: str
    tone: Tone
    advice: str = ""
    """What to do, in this order; empty: nothing."""
    meanwhile: str = ""
    """What can be done all the same; empty while nothing is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSheet:
    """The whole morning check, what wants somebody first."""

    lines: tuple[CheckLine, ...] = ()
    summary: str = ""
    tone: Tone = Tone.MUTE
    asking: bool = False
    """Some devices have not answered yet."""


class WorkKind(StrEnum):
    """Why a line stands in the list of work."""

    REFUSED = "refused"
    TO_APPROVE = "to_approve"
    """All that waits together: it is decided about on the board."""
    REFUSED_ACT = "refused_act"
    APPROVED_ACT = "approved_act"
    """What became of an act that this officer left for the supervisor."""
    TWIN = "twin"
    OVERDUE = "overdue"
    MORE_OVERDUE = "more_overdue"
    """All that the list leaves out: they are narrowed to on the page of dossiers."""
    DUE_TODAY = "due_today"
    DRAFT = "draft"
    TO_SUPPLEMENT = "to_supplement"
    TO_SIGN = "to_sign"
    """All copies together: they are signed as one batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """One dossier or draft that somebody should see to."""

    kind: WorkKind
    words: str
    tone: Tone
    who: str
    short_code: str = ""
    what: str = ""
    when: str = ""
    dossier_code: str = ""
    """Empty for a draft."""
    draft_id: str = ""
    """Empty for a dossier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSheet:
    """Everything that waits, and the figures of the day."""

    lines: tuple[WorkLine, ...] = ()
    figures: tuple[tuple[str, str, Tone], ...] = ()
    """Caption, figure, and how it stands."""


class HomeView(Protocol):
    """What the presenter asks of the page."""

    def show_checks(self, sheet: CheckSheet) -> None: ...

    def show_work(self, sheet: WorkSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...
