"""What the page of one dossier shows. Free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Protocol

from station.domain.acts import DossierAct
from station.ports.outbox import Delivery
from station.usecases.handed_in import DIGITISED
from ui.desktop.compared import ComparedLine
from ui.desktop.dossier.correction import CorrectionView
from ui.desktop.dossier.correction_spot import CorrectionSpot
from ui.desktop.kit.tone import Tone


class PaperState(Enum):
    """How it stands with one row of the checklist."""

    HERE = auto()
    LACKING = auto()
    """Mandatory, or asked for, and not here."""
    NOT_GIVEN = auto()
    """Optional, and not handed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper. ``number`` is the checklist row; empty for a paper that is not listed."""

    number: str
    name: str
    copies: str
    pages: int
    state: PaperState
    note: str = ""
    tone: Tone | None = None
    """Of the note, where it is not that of the state."""
    files: tuple[str, ...] = ()
    """The keys of its files, see ``files.DossierFile``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One fact of the time line, or one that is still to come (``at`` None: nobody knows when)."""

    at: datetime | None
    title: str
    detail: str = ""
    tone: Tone = Tone.MUTE
    expected: bool = False
    delivery: Delivery | None = None
    """Whether the province has it; None: nobody sends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActChoice:
    """A lawful act as a button; ``form`` says what it asks before it is done."""

    act: DossierAct
    label: str
    form: "ActForm"


class ActField(Enum):
    """One thing that a lawful act needs to know."""

    ROWS = auto()
    """Which of the papers."""
    REASON = auto()
    MISSED_BEFORE = auto()
    """Why an earlier list did not name these papers (NĐ 61/2018 Art. 15(3))."""
    NAME = auto()
    BROUGHT = auto()
    """Which of the papers came, how many of each kind, and their files."""
    SHELF = auto()
    RESULT = auto()
    RESULT_NUMBER = auto()
    """Số, ký hiệu of the decision or certificate."""
    DEADLINE = auto()
    """The day by which the papers should be here; may be empty."""
    NOTE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper that an act may be about."""

    index: int
    """Its row in the checklist; 0 for what stands in none, such as a letter."""
    name: str
    chosen: bool = False
    lacks: str | None = None
    """What is said of it when it is asked for; None where nothing is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActForm:
    """What an act asks, with what is known already."""

    title: str
    confirm: str
    fields: tuple[ActField, ...] = ()
    rows: tuple[PaperRow, ...] = ()
    """Papers to choose from."""
    known: tuple[tuple[ActField, str], ...] = ()
    warning: str = ""
    danger: bool = False
    reasons: tuple[str, ...] = ()
    """Words that the catalogue offers, so that nobody need type them."""
    row_reasons: tuple[str, ...] = ()
    """The same, of a single paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedPaper:
    """A file that was opened and lies in the vault, until what it belongs to is noted."""

    kept: str
    """How the act finds it."""
    name: str
    pages: int

    @property
    def is_scanned(self) -> bool:
        """Tell whether the scan desk made it of pages."""
        return self.kept.startswith(DIGITISED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPaper:
    """What the scan desk made for one of the papers that were asked for."""

    index: int
    """Its row in the checklist; 0 for what stands in none."""
    files: tuple[AttachedPaper, ...]
    is_writing: bool
    """Another file of it is being written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGiven:
    """What came of one paper."""

    counts: Mapping[str, int]
    """Of each kind of copy, by the name that the reception has for it."""
    files: tuple[str, ...] = ()
    """How the act finds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActAnswer:
    """What the officer entered."""

    texts: tuple[tuple[ActField, str], ...] = ()
    rows: tuple[int, ...] = ()
    lacks: Mapping[int, str] = field(default_factory=dict)
    """What each of the rows lacks, where it was asked."""
    given: Mapping[int, PaperGiven] = field(default_factory=dict)
    """What came of each of the rows, where it was asked."""

    def text(self, wanted: ActField) -> str:
        """Give what was typed into a field, without the space around it."""
        return next((text.strip() for each, text in self.texts if each is wanted), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the fact zones: caption and value."""

    caption: str
    value: str
    tone: Tone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One field of a person: ``source`` says where it is from, ``doubtful`` words of it to compare
    with the card."""

    caption: str
    value: str
    source: str = ""
    doubtful: tuple[str, ...] = ()
    masked: bool = False
    """A personal number, hidden but for its ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSheet:
    """Everything that is kept of one person or organisation."""

    title: str
    lines: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinSheet:
    """What another counter received of the same person, beside this dossier."""

    code: str
    """Of the other one."""
    lines: tuple[ComparedLine, ...]
    may_decide: bool
    """The officer is one who may keep both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDetail:
    """The whole page."""

    code: str
    short_code: str
    name: str
    state: str
    state_tone: Tone
    version: int
    subject: str
    """Procedure, when and where it was handed in, how the result goes out."""
    due_caption: str
    due: str
    due_tone: Tone
    papers: tuple[PaperLine, ...]
    moments: tuple[Moment, ...]
    money: tuple[Fact, ...]
    places: tuple[Fact, ...]
    server: tuple[Fact, ...]
    """What the province has of it."""
    has_server: bool
    """There is one that can be asked."""
    unsent: Fact | None
    """The same in two words, where something of it is not there; None: all of it is."""
    people: tuple[PersonSheet, ...]
    acts: tuple[ActChoice, ...]
    """Lawful now, the expected one first."""
    notice: str = ""
    """What somebody waits for, in a sentence."""
    notice_tone: Tone = Tone.WARN
    next_step: str = ""
    awaits_agency: bool = False
    """The next act is not the counter's: none of the buttons is the expected one."""
    has_slip: bool = False
    twin: TwinSheet | None = None


class DossierView(Protocol):
    """What a presenter may ask of the page."""

    @property
    def correction(self) -> CorrectionView: ...

    def show_dossier(self, detail: DossierDetail) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say why something was not done; an empty sentence takes it back."""
        ...

    def show_done(self, sentence: str) -> None:
        """Say what was done just now."""
        ...

    def show_busy(self, busy: bool) -> None: ...

    def show_people(self, sheets: tuple[PersonSheet, ...]) -> None:
        """Show the people with their whole numbers, if they are looked at still."""
        ...

    def show_attached(self, code: str, row: int, file: AttachedPaper | None) -> None:
        """A file for a paper that was brought is kept; None: it cannot be."""
        ...

    def correct(self, spot: CorrectionSpot) -> None:
        """Open the correction at one field."""
        ...

    def open_act(self, act: DossierAct) -> None:
        """Ask what an act needs, or lead to the page where it is done."""
        ...
