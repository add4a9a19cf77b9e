"""Facts of the counter's first act: a dossier comes in."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from station.domain.dossier import Channel, Delivery, FeeLine, SubmittedDocument
from station.domain.person import Authorisation, Party
from station.domain.procedure import ProcessingTime, StartRule, Territory
from station.domain.processing import PlannedStage


@dataclass(frozen=True, slots=True, kw_only=True)
class _HandedIn:
    """What is known of every dossier from its first fact on."""

    version: ClassVar[int] = 1

    dossier_code: str
    counter: int
    officer_name: str
    procedure_code: str
    procedure_name: str
    field: str
    handling_agency: str
    processing_time: ProcessingTime
    catalogue: str
    form_set: str
    channel: Channel
    submitter: Party
    owner: Party | None
    authorisation: Authorisation | None
    documents: tuple[SubmittedDocument, ...]
    fees: tuple[FeeLine, ...]
    delivery: Delivery
    number_of_sets: int
    summary: str | None
    digitise: bool
    accepted_despite_missing: str | None
    case: str | None = None
    """Key of the procedure's case (trường hợp) that decided papers, fees and time."""
    immediate: bool = False
    """Answered at once, without a slip unless asked for (NĐ 61/2018 Art. 17(4))."""
    territory: Territory = Territory.OWN
    """Where the agency is that handles it (NĐ 309/2026 Art. 14)."""
    start_rule: StartRule = StartRule.RECEPTION
    """Whose receipt the time runs from."""
    duplicate_of: tuple[str, ...] = ()
    """Codes of what the same person had open under the same procedure."""
    duplicate_reason: str | None = None
    """Why there is another one, in the officer's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierReceived(_HandedIn):
    """The officer accepted a dossier under its final code (NĐ 61/2018 Art. 17)."""

    received_at: datetime
    due_at: datetime
    due_explanation: tuple[str, ...]
    due_reason: str
    due_warnings: tuple[str, ...]
    stages: tuple[PlannedStage, ...] = ()
    """By when each agency must be done, where several handle it one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierLodged(_HandedIn):
    """A dossier was handed in and given its code, but does not count as received yet.

    What follows in the same act says why: papers are asked for (form 02) or it is refused (form
    03), NĐ 61/2018 Art. 17(1). No time runs, so there is no due date.
    """

    received_at: datetime
    """When it was handed in."""
