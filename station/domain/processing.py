"""What happens to a dossier after it was handed in: asked for, handed over, decided, given back.

These are the parts of ``Dossier`` that the facts of its life fill in; see ``history``.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStage:
    """Hạn từng chặng: by when one of several agencies must have done its part."""

    name: str
    agency: str
    due_at: datetime


class RequestStage(StrEnum):
    """When papers are asked for: the two have different limits (NĐ 61/2018 Art. 15(3), 19(4))."""

    INTAKE = "intake"
    """At the counter, before the dossier counts as received."""
    APPRAISAL = "appraisal"
    """By the agency that handles it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LackingPaper:
    """One line of a supplement request. ``index`` is the checklist row, 0 for anything else."""

    index: int
    name: str
    what: str
    """What is missing or wrong with it, in the words that the citizen reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """Yêu cầu bổ sung: one request (form 02), and how far it was answered."""

    number: int
    """1 for the first of this dossier. A second one counts as late in index 766."""
    stage: RequestStage
    items: tuple[LackingPaper, ...]
    reason: str
    legal_basis: str
    requested_by: str
    requested_at: datetime
    deadline_on: date | None
    due_before: datetime | None
    """The due date that the request interrupted."""
    still_lacking: tuple[LackingPaper, ...]
    missed_before: str | None = None
    """Why an earlier request did not name these papers."""
    brought_at: datetime | None = None
    """When something was last brought for it."""

    @property
    def is_answered(self) -> bool:
        return self.brought_at is not None and not self.still_lacking


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The second person of an act that needs two (``usecases.second_person``)."""

    officer_id: str
    officer_name: str
    role: str
    countersign_pending: bool = False
    """A commune's only officer acted alone; the head countersigns later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Từ chối tiếp nhận (form 03, NĐ 61/2018 Art. 17)."""

    reasons: tuple[str, ...]
    legal_basis: str
    at: datetime
    officer_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Đính chính: why version ``version`` replaced the one before it."""

    version: int
    changed: tuple[str, ...]
    """Names of the fields of the dossier that changed."""
    reason: str
    approval: Approval | None
    at: datetime
    officer_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Bàn giao: the paper dossier left the counter on a sealed list."""

    list_number: str
    agency: str
    list_hash: str
    at: datetime
    officer_id: str
    taken_by: str | None = None
    """Who signed for it at the agency; None: the list has not come back yet."""
    taken_at: datetime | None = None
    handed_back_at: datetime | None = None
    """When the list came back without a signature for this folder."""
    paper_followed: bool = False
    """Paper came to the counter after the folder had left, or a correction named another agency: it
    goes on the next list."""

    @property
    def is_settled(self) -> bool:
        """Tell whether the receiver's word on this folder is known."""
        return self.taken_at is not None or self.handed_back_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancialDuty:
    """Nghĩa vụ tài chính: what the agency asks the citizen to pay elsewhere before it goes on."""

    description: str
    amount_vnd: int | None
    announced_by: str
    announced_at: datetime
    met_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Dừng giải quyết (form 05 of TT 03/2025)."""

    reason: str
    legal_basis: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """Gia hạn with an apology (form 04); at most one (NĐ 61/2018 Art. 19(9))."""

    due_before: datetime | None
    due_at: datetime
    reason: str
    apology_number: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPaper:
    """Kết quả: one paper that the dossier was for."""

    name: str
    code: str | None = None
    number: str | None = None
    """Số, ký hiệu of the decision or certificate."""
    issued_on: date | None = None


class CollectorKind(StrEnum):
    """Who takes the result (NĐ 61/2018 Art. 6, 20)."""

    OWNER = "owner"
    SUBMITTER = "submitter"
    """Who handed it in for the owner, when the authorisation covers collecting."""
    AUTHORISED = "authorised"
    """Somebody else with a letter of authorisation of their own."""
    POST = "post"
    """The postal service, where delivery by post was registered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collector:
    """Người nhận kết quả, as they showed themselves at the counter."""

    kind: CollectorKind
    full_name: str
    id_number: str | None = None
    authorisation: str | None = None
    """Kind, number and date of the letter by which an ``AUTHORISED`` person collects."""
    tracking_number: str | None = None
    """Of the postal consignment."""
    id_seen: bool = False
    """The original of an identity paper lay before the officer: read, or noted as seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOriginal:
    """Bản chính that the office keeps until it gives it back."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReturn:
    """Trả kết quả: who took what, and what else was given back."""

    collector: Collector
    originals_returned: tuple[HeldOriginal, ...]
    slip_lost: bool
    note: str | None
    at: datetime
    officer_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Rút hồ sơ at the applicant's request; nothing is deleted."""

    reason: str
    originals_returned: tuple[HeldOriginal, ...]
    at: datetime
    officer_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPrint:
    """One time that a paper of this dossier was put on paper."""

    form: str
    paper: str
    printer: str
    simulated: bool
    at: datetime
    officer_id: str
    reprint: int = 0
    reason: str | None = None
    told_by: str = "printer"
    """Who says so; see ``events.SlipPrinted``."""
