"""What the zone of the trusted keys shows. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol

from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerLine:
    """One key whose packs are taken."""

    key: str
    """64 hex digits."""
    read: str
    """The key in groups of four, as two people read it to each other."""
    owner: str
    added: str
    """Who brought it in, and when."""
    may_retire: bool
    """The province's own come with the enrolment, and go with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignersSheet:
    """All of them."""

    lines: tuple[SignerLine, ...] = ()
    may_change: bool = False
    fact: str = ""
    consequence: str = ""
    tone: Tone = Tone.INFO


class SignersView(Protocol):
    """What the presenter asks of the page."""

    def show_signers(self, sheet: SignersSheet) -> None: ...

    def show_typed_key(self, words: str, *, whole: bool) -> None:
        """Say of the key that is being typed how it reads, or what it lacks."""
        ...

    def show_problem(self, sentence: str) -> None: ...

    def show_done(self, sentence: str) -> None: ...

    def show_busy(self, busy: bool) -> None: ...
