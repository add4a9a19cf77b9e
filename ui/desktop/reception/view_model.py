"""What the reception page shows and what may be asked of it. Free of Qt.

The presenter owns every value; the page shows them and reports wishes. Whatever the officer types
comes back through a signal and is shown again, possibly corrected or marked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from station.domain.dossier import Channel, DeliveryMethod, PaymentMethod
from station.domain.procedure import ProcessingTime
from ui.desktop.compared import ComparedLine
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.draft_line import DraftLine
from ui.desktop.reception.field_state import FieldState, Note
from ui.desktop.reception.owner_view_model import Owner
from ui.desktop.reception.paper_check_view_model import PaperCheck, PaperSource
from ui.desktop.reception.spot import Spot


class ApplicantField(StrEnum):
    """The fields of zone 1. ``SEX`` and ``PAPER_TYPE`` hold the values of the domain's enums."""

    NUMBER = "number"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "full_name"
    BORN_ON = "date_of_birth"
    ADDRESS = "address"
    SEX = "sex"
    PAPER_TYPE = "paper_type"
    ISSUED_ON = "issued_on"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Zone 1. Fields that are not named are empty."""

    fields: Mapping[ApplicantField, FieldState] = field(default_factory=dict)
    reading: bool = False
    """A card is being read: it fills the fields in a moment."""

    def of(self, name: ApplicantField) -> FieldState:
        return self.fields.get(name, FieldState())


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureMatch:
    """One line of the type-ahead. ``receivable`` is False where only the name is known."""

    code: str
    name: str
    field: str
    receivable: bool = True
    name_matches: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Matches:
    """What the catalogue has for a query, best first, at most 200."""

    query: str
    found: tuple[ProcedureMatch, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenProcedure:
    """The procedure of this draft."""

    code: str
    name: str
    field: str
    agency: str
    processing_time: ProcessingTime
    catalogue: str
    """The version of the catalogue pack: ``2025-07-01``."""
    agency_may_change: bool = False
    """Another territory's agency may be named (phi địa giới)."""
    cases: tuple[tuple[str, str], ...] = ()
    """Key and label of each case (trường hợp) that papers, fees and time depend on."""
    case: str = ""
    question: str = ""
    """What the officer asks to find the case."""
    note: str = ""
    legal_basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """Zone 2."""

    chosen: ChosenProcedure | None = None
    frequent: tuple[ProcedureMatch, ...] = ()
    """What this counter receives most; shown while nothing is chosen."""
    channel: Channel = Channel.DIRECT
    delivery: DeliveryMethod = DeliveryMethod.COUNTER
    delivery_address: str = ""
    number_of_sets: int = 1
    summary: str = ""


class CopyKind(StrEnum):
    """In what form a paper was handed in."""

    ORIGINALS = "originals"
    CERTIFIED = "certified_copies"
    COPIES = "copies"
    PRESENTED = "presented"


Counts = Mapping[CopyKind, int]
"""How many of each kind; a kind that is not named counts 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """One file of a paper. ``thumbnail`` is a PNG of its first page, once it is drawn."""

    file_id: str
    name: str
    pages: int
    thumbnail: bytes | None = None
    signed: tuple[str, Tone] | None = None
    """What its digital signatures are worth, in a sentence; None: it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One row of zone 3. ``number`` is 0 for a paper that is not in the procedure's list."""

    key: str
    number: int
    name: str
    mandatory: bool
    wanted: Counts = field(default_factory=dict)
    given: Counts = field(default_factory=dict)
    files: tuple[AttachedFile, ...] = ()
    form_code: str | None = None
    hint: str | None = None
    attaching: bool = False
    check: PaperCheck = field(default_factory=PaperCheck)

    @property
    def is_here(self) -> bool:
        return any(self.given.values())

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing more of it is needed: here and in order, or something stands in."""
        if self.check.source is PaperSource.HELD:
            return True
        return (self.is_here or bool(self.check.stands_in)) and not self.check.is_bad


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One line of the tariff as it is charged here."""

    number: int
    name: str
    unit_vnd: int
    per: str
    quantity: int = 1
    charged: bool = True
    exemption: str = ""
    """The ground on which nothing is charged although it is due."""
    exemption_paper: str = ""
    """The paper that proves the ground; it must be among the papers."""
    grounds: tuple[str, ...] = ()
    """The grounds that the tariff knows."""

    @property
    def amount_vnd(self) -> int:
        return self.unit_vnd * self.quantity if self.charged and not self.exemption else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fees:
    """The money of zone 4. ``tendered`` is as typed; ``change_vnd`` None: nothing to give back."""

    lines: tuple[FeeLine, ...] = ()
    total_vnd: int = 0
    method: PaymentMethod = PaymentMethod.CASH
    tendered: str = ""
    change_vnd: int | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The promise of zone 4, with its reasons line by line."""

    at: datetime | None = None
    explanation: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Blocker(StrEnum):
    """Why a draft cannot be accepted yet."""

    NO_NAME = "no_name"
    BAD_FIELD = "bad_field"
    BAD_OWNER = "bad_owner"
    BAD_PAPER = "bad_paper"
    NO_PROCEDURE = "no_procedure"
    MISSING_PAPERS = "missing_papers"
    NO_DELIVERY_ADDRESS = "no_delivery_address"
    DUPLICATE = "duplicate"
    """The same person has the procedure open, and nothing says why there is to be another."""
    NO_PROOF = "no_proof"
    """A fee is waived, and no paper is named that proves the ground."""
    TOO_LITTLE_MONEY = "too_little_money"
    NO_NUMBERS = "no_numbers"
    READING = "reading"
    """A card or a file is still being read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicates:
    """What the same person has open under the same procedure; no code: nothing."""

    code: str = ""
    words: str = ""
    reason: str = ""
    lines: tuple[ComparedLine, ...] = ()  # the draft beside the newest of them


class Exit(StrEnum):
    """What becomes of a draft that cannot be accepted (NĐ 61/2018 Art. 17(1))."""

    GUIDANCE = "guidance"
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"


PASSES_EXITS = frozenset(
    {
        Blocker.MISSING_PAPERS,
        Blocker.TOO_LITTLE_MONEY,
        Blocker.NO_PROOF,
        Blocker.NO_DELIVERY_ADDRESS,
    }
)
"""What keeps a draft from being accepted, and not from its exits."""


@dataclass(frozen=True, slots=True)
class Block:
    """One blocker. ``papers`` names the missing ones as (row, name); ``subject`` a field or sum."""

    blocker: Blocker
    papers: tuple[tuple[int, str], ...] = ()
    subject: str = ""
    at: str = ""
    """The applicant's field, or the key of the paper, where it is put right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Whether the primary button is open, and what stands to its left."""

    blocks: tuple[Block, ...] = ()
    ground: str | None = None
    """The officer's lawful ground for accepting although a paper is missing, in words."""
    accepting: bool = False
    """The transaction runs."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One lawful ground on offer: its value, and its words with the legal source."""

    value: str
    words: str


class Printed(StrEnum):
    """What became of the slip: accepted and printed are two facts."""

    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"
    DOUBTFUL = "doubtful"
    """The printer cannot tell: the officer is asked."""
    NOT_OWED = "not_owed"
    """Answered at once: the citizen gets a slip who asks for one (NĐ 61/2018 Art. 17(4))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPaper:
    """A paper that is in doubt, or that did not come out."""

    job_id: int
    dossier_code: str
    printer: str
    elsewhere: bool
    """Another kind of slip may come in its place: the roll for the sheet, the sheet for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSlip:
    """The dossier accepted last at this counter."""

    code: str
    due_at: datetime
    printed: Printed
    problem: str = ""
    simulated: bool = False
    held: HeldPaper | None = None
    at_once: bool = False
    """Its result is given at this counter while the citizen waits."""
    change_vnd: int = 0  # of the money handed over; the citizen waits for it


@dataclass(frozen=True, slots=True)
class Problem:
    """Something went wrong: what happened, what is safe, what to press. One at a time."""

    sentence: str
    tone: Tone = Tone.ERR


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything of one open draft."""

    draft: str = ""
    """Which one it is."""
    applicant: Applicant = field(default_factory=Applicant)
    owner: Owner = field(default_factory=Owner)
    procedure: Procedure = field(default_factory=Procedure)
    papers: tuple[Paper, ...] = ()
    removed: str | None = None
    """The file or the other paper that was removed last and can be put back."""
    fees: Fees = field(default_factory=Fees)
    due: Due = field(default_factory=Due)
    duplicates: Duplicates = field(default_factory=Duplicates)
    readiness: Readiness = field(default_factory=Readiness)
    exit_reasons: Mapping[Exit, str] = field(default_factory=dict)
    """What was typed for an exit that is not taken yet."""


class ReceptionView(Protocol):
    """What a presenter may ask of the reception page."""

    def show_draft(self, draft: Draft, *, fresh: bool) -> None:
        """Show another draft; a fresh one puts the cursor into its first field."""
        ...

    def show_applicant(self, applicant: Applicant) -> None: ...

    def show_owner(self, owner: Owner) -> None: ...

    def show_duplicates(self, duplicates: Duplicates) -> None: ...

    def show_kept_drafts(self, drafts: tuple[DraftLine, ...], *, may_reassign: bool) -> None: ...

    def show_procedure(self, procedure: Procedure) -> None: ...

    def show_matches(self, matches: Matches) -> None:
        """Show what was found; ignored when the officer has typed on."""
        ...

    def show_papers(self, papers: tuple[Paper, ...], removed: str | None = None) -> None:
        """Show the papers; ``removed`` as in ``Draft``."""
        ...

    def show_fees(self, fees: Fees) -> None: ...

    def show_due(self, due: Due) -> None: ...

    def show_readiness(self, readiness: Readiness) -> None: ...

    def show_grounds(self, grounds: tuple[Ground, ...]) -> None:
        """Offer these lawful grounds; without any the button is not there."""
        ...

    def show_last_slip(self, slip: LastSlip | None) -> None: ...

    def show_problem(self, problem: Problem | None) -> None: ...

    def spot(self) -> Spot | None:
        """Give where the keys are; None while they are not in a zone of the page."""
        ...

    def go_to_spot(self, spot: Spot) -> None:
        """Put the keys back where they were; where it is not found, into its zone."""
        ...

    def go_on(self) -> None:
        """Go from a procedure just chosen to its case or papers, unless the officer went away."""
        ...

    def offer_zone(self, zone: int) -> None:
        """Put the focus into zone 1 to 4, unless the officer is typing or on another page."""
        ...
