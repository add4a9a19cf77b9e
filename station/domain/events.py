"""What happened at the counter or in the province. Events are immutable and speak in the past.

An event's class name is its ``kind`` in the journal and on the wire. A change of its fields that
older readers could misread raises ``version``.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from station.codec import from_plain, to_plain
from station.domain.dossier import Channel, Delivery, FeeLine, PaymentMethod, SubmittedDocument
from station.domain.person import Authorisation, Party
from station.domain.procedure import ProcessingTime
from station.errors import StationError


class UnknownEventError(StationError):
    """The journal or the province holds an event that this version of the program cannot read."""

    code = "STO-010"

    def __init__(self, kind: str, version: int) -> None:
        super().__init__(f"unknown event {kind} version {version}")
        self.kind, self.version = kind, version

    @property
    def details(self) -> dict[str, Any]:
        return {"kind": self.kind, "version": self.version}


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierReceived:
    """The officer accepted a dossier under its final code (NĐ 61/2018 Art. 17)."""

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
    received_at: datetime
    due_at: datetime
    due_explanation: tuple[str, ...]
    due_reason: str
    due_warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeCollected:
    """Money was taken at the counter. This is no biên lai: the province issues that."""

    version: ClassVar[int] = 1

    method: PaymentMethod
    amount_vnd: int
    tendered_vnd: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPrinted:
    """A printer took all of one paper of this dossier."""

    version: ClassVar[int] = 1

    form: str
    paper: str
    printer: str
    simulated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierAcceptedByAgency:
    """The handling agency took the dossier over; news from the province."""

    version: ClassVar[int] = 1

    agency: str


Event = DossierReceived | FeeCollected | SlipPrinted | DossierAcceptedByAgency
_KINDS: dict[str, type[Event]] = {
    kind.__name__: kind
    for kind in (DossierReceived, FeeCollected, SlipPrinted, DossierAcceptedByAgency)
}


def kind_of(event: Event) -> str:
    """Give the name under which the event stands in the journal."""
    return type(event).__name__


def to_payload(event: Event) -> dict[str, Any]:
    """Turn an event into the payload of its journal entry."""
    payload: dict[str, Any] = to_plain(event)
    return payload


def from_payload(kind: str, version: int, payload: dict[str, Any]) -> Event:
    """Read an event back.

    Raises:
        UnknownEventError: no such kind, or a version from the future.
        msgspec.ValidationError: the payload does not fit its kind.
    """
    event_type = _KINDS.get(kind)
    if event_type is None or version > event_type.version:
        raise UnknownEventError(kind, version)
    return from_plain(payload, event_type)
