"""What the sync centre shows. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol

from ui.desktop.dossier.correction_spot import CorrectionSpot
from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncLine:
    """One dossier of which the province lacks something."""

    code: str
    """Of the dossier; empty for what belongs to the office."""
    short_code: str
    what: str
    since: str
    state: str
    reason: str = ""
    """Why the province sent it back; empty while it waits."""
    tone: Tone = Tone.WARN
    spot: CorrectionSpot | None = None
    """The field that it objects to, where a correction reaches it."""

    @property
    def is_refused(self) -> bool:
        return bool(self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncSheet:
    """The whole page."""

    sentences: tuple[tuple[str, str, Tone], ...] = ()
    """A count (or nothing), what it is of, and how it stands."""
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[SyncLine, ...] = ()
    can_pause: bool = False
    """There is a server to which something could be sent."""
    is_paused: bool = False
    """Nothing is sent: the line is left to somebody else."""


class SyncView(Protocol):
    """What the presenter asks of the page."""

    def show_sheet(self, sheet: SyncSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...
