"""Facts of a dossier's life between reception and result, from the counter and the province."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from station.domain.dossier import (
    Channel,
    Delivery,
    FeeLine,
    SubmittedDocument,
)
from station.domain.person import Authorisation, Party
from station.domain.procedure import ProcessingTime, StartRule
from station.domain.processing import (
    Approval,
    Collector,
    HeldOriginal,
    LackingPaper,
    PlannedStage,
    RequestStage,
    ResultPaper,
)
from station.domain.ratings import RatedAct, Satisfaction


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementRequested:
    """Papers were asked for with form 02 (NĐ 61/2018 Art. 17(1), 19(4))."""

    version: ClassVar[int] = 1

    stage: RequestStage
    items: tuple[LackingPaper, ...]
    reason: str
    legal_basis: str
    requested_by: str
    deadline_on: date | None = None
    missed_before: str | None = None
    """Why an earlier request did not name these papers: the law allows one list (Art. 15(3))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementBrought:
    """The applicant came back with papers; ``still_lacking`` is empty when they are complete.

    A new due date stands here only when the clock runs again.
    """

    version: ClassVar[int] = 1

    documents: tuple[SubmittedDocument, ...]
    """Every row of the dossier as it is now."""
    still_lacking: tuple[LackingPaper, ...]
    rule: str | None = None
    """The ``SupplementRule`` by which the due date was found."""
    due_at: datetime | None = None
    due_explanation: tuple[str, ...] = ()
    due_reason: str = ""
    due_warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRefused:
    """The office does not accept the dossier (form 03, NĐ 61/2018 Art. 17(1))."""

    version: ClassVar[int] = 1

    reasons: tuple[str, ...]
    legal_basis: str
    officer_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What a correction may change; a field that is None stays as it was."""

    procedure_code: str | None = None
    procedure_name: str | None = None
    field: str | None = None
    handling_agency: str | None = None
    processing_time: ProcessingTime | None = None
    catalogue: str | None = None
    case: str | None = None
    channel: Channel | None = None
    submitter: Party | None = None
    owner: Party | None = None
    authorisation: Authorisation | None = None
    no_owner: bool | None = None
    """True: it is the submitter's own dossier; owner and authorisation were written in error."""
    documents: tuple[SubmittedDocument, ...] | None = None
    fees: tuple[FeeLine, ...] | None = None
    delivery: Delivery | None = None
    number_of_sets: int | None = None
    summary: str | None = None
    due_at: datetime | None = None
    due_explanation: tuple[str, ...] | None = None
    due_reason: str | None = None
    due_warnings: tuple[str, ...] | None = None
    start_rule: StartRule | None = None
    stages: tuple[PlannedStage, ...] | None = None
    immediate: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierCorrected:
    """Đính chính: the dossier has a new version, and the slip of the old one is void."""

    version: ClassVar[int] = 1

    changes: Corrected
    reason: str
    approval: Approval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierForwarded:
    """The paper dossier went to the handling agency (NĐ 61/2018 Art. 18)."""

    version: ClassVar[int] = 1

    list_number: str
    agency: str
    list_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderTaken:
    """The agency's receiver signed the list for this folder."""

    version: ClassVar[int] = 1

    list_number: str
    receiver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderHandedBack:
    """The agency's receiver did not take this folder: it lies at the counter again."""

    version: ClassVar[int] = 1

    list_number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierAcceptedByAgency:
    """The handling agency took the dossier over; news from the province.

    For a dossier received for another territory the clock starts here (NĐ 309/2026 Art. 17(3)).
    """

    version: ClassVar[int] = 1

    agency: str
    clock_started_at: datetime | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancialDutyAnnounced:
    """The agency cannot go on before the citizen has paid (national state 6)."""

    version: ClassVar[int] = 1

    description: str
    amount_vnd: int | None
    announced_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancialDutyMet:
    """What had to be paid elsewhere was paid."""

    version: ClassVar[int] = 1

    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierStopped:
    """The agency stopped (form 05 of TT 03/2025; national state 8)."""

    version: ClassVar[int] = 1

    reason: str
    legal_basis: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineExtended:
    """The agency apologised and set a new date (form 04, NĐ 61/2018 Art. 19(9)); once only."""

    version: ClassVar[int] = 1

    due_at: datetime
    reason: str
    by: str
    apology_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultIssued:
    """The agency decided and signed (national state 9)."""

    version: ClassVar[int] = 1

    results: tuple[ResultPaper, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultArrived:
    """The result lies at the counter, ready to be collected."""

    version: ClassVar[int] = 1

    shelf: str | None
    results: tuple[ResultPaper, ...] = ()
    """Named here where the province had not told of them before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReturned:
    """Somebody who may collect it took the result (NĐ 61/2018 Art. 20; national state 10)."""

    version: ClassVar[int] = 1

    collector: Collector
    originals_returned: tuple[HeldOriginal, ...]
    officer_name: str
    slip_lost: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierWithdrawn:
    """The applicant took the dossier back (national state 7)."""

    version: ClassVar[int] = 1

    reason: str
    originals_returned: tuple[HeldOriginal, ...]
    officer_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDeclaredLost:
    """The applicant lost the slip; the printed one is void."""

    version: ClassVar[int] = 1

    declared_by: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRated:
    """The citizen said how content they are with one act; nobody else answers in their place."""

    version: ClassVar[int] = 1

    act: RatedAct
    satisfaction: Satisfaction
