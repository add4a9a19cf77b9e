"""What the results desk shows: who waits, and one dossier that is being given. Free of Qt."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import Protocol

from ui.desktop.kit.tone import Tone


class Typed(Enum):
    """The fields that the officer types into."""

    NAME = auto()
    NUMBER = auto()
    """Of the identity paper that was shown."""
    LETTER = auto()
    """The letter of authorisation, or the number of the postal consignment."""
    NOTE = auto()
    SHELF = auto()
    RESULT = auto()
    """What came, where the province did not name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """One result that nobody has collected yet."""

    code: str
    owner_name: str
    masked_number: str
    procedure_name: str
    due_at: datetime | None
    at_counter: bool
    shelf: str
    at_once: bool = False
    """Its result is made while the citizen waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingList:
    """The rows behind what was typed; ``total`` is how many wait in all."""

    today: date
    lines: tuple[WaitingLine, ...]
    text: str
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenLine:
    """One paper to hand out: a result, or an original that goes back."""

    name: str
    is_result: bool
    count: int
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One fact of the file beside what the person shows; no tone: it cannot be compared."""

    caption: str
    filed: str
    shown: str
    tone: Tone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectorEntry:
    """What was entered about whoever collects."""

    kind: str
    kinds: tuple[tuple[str, str], ...]
    name: str
    number: str
    number_mark: str
    number_tone: Tone
    letter: str | None
    """None where this kind of person needs none."""
    letter_caption: str
    note: str
    slip_lost: bool
    may_declare_lost: bool
    """False where it was declared before, which is not taken back, and where there is no slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether the papers may be given now, and why not."""

    ready: bool
    fact: str
    consequence: str
    tone: Tone
    instead: str = ""
    """Where this person may not collect: what is lawful instead."""
    waits_for_papers: bool = False
    """Nothing but papers that are not taken out yet stands in the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalEntry:
    """What was entered about a result that has come to the counter."""

    shelf: str
    result: str | None
    """None where the province has named the results."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSheet:
    """One dossier on the desk."""

    code: str
    name: str
    state: str
    state_tone: Tone
    procedure: str
    shelf: str
    due: str
    due_tone: Tone
    owed: str
    owed_tone: Tone
    owes: bool
    collector: CollectorEntry
    compared: tuple[Compared, ...]
    given: tuple[GivenLine, ...]
    keep_rest: bool
    """The originals that are not ticked stay in the dossier."""
    verdict: Verdict
    arrival: ArrivalEntry | None
    """The result is not here yet, and may be taken in."""
    lawful: bool
    """The dossier is in a state in which papers are given; else there is nothing to enter."""
    is_returned: bool
    has_paper: bool
    """There is a receipt to be seen: something was given."""
    is_without_result: bool
    """It was refused, stopped or withdrawn: only papers are given back."""


class ResultsView(Protocol):
    """What a presenter may ask of the page."""

    def show_waiting(self, waiting: WaitingList) -> None: ...

    def show_sheet(self, sheet: ResultSheet | None) -> None:
        """Show one dossier, or go back to the list."""
        ...

    def show_problem(self, sentence: str) -> None:
        """Say why something was not done; an empty sentence takes it back."""
        ...

    def show_done(self, sentence: str, tone: Tone) -> None:
        """Say what was done just now, in WARN where something about it should be known."""
        ...

    def show_busy(self, busy: bool) -> None: ...
