"""Hồ sơ: one application for one procedure, as the facts of the journal make it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from station.domain.person import Authorisation, Party
from station.domain.procedure import ProcessingTime


class DossierStatus(StrEnum):
    """Trạng thái hồ sơ. Printing, handing over and sending are facts of their own, not states."""

    RECEIVED = "received"
    PROCESSING = "processing"

    @property
    def national_code(self) -> int:
        """The TrangThaiHoSo of the national portal's exchange (domain list of DongBoHoSoMC)."""
        return {DossierStatus.RECEIVED: 2, DossierStatus.PROCESSING: 4}[self]


class Channel(StrEnum):
    """KenhThucHien: how the dossier reached the counter."""

    DIRECT = "direct"
    ONLINE = "online"
    POSTAL = "postal"


class DeliveryMethod(StrEnum):
    """How the applicant wants the result."""

    COUNTER = "counter"
    POSTAL = "postal"
    ONLINE = "online"


class PaymentMethod(StrEnum):
    CASH = "cash"
    TRANSFER = "transfer"
    CARD = "card"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """One scanned or brought file, kept encrypted under its content hash."""

    sha256: str
    size: int
    media_type: str
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedDocument:
    """Giấy tờ đã nhận for one checklist row; ``index`` counts from 1, and is 0 for others."""

    index: int
    name: str
    mandatory: bool
    originals: int = 0
    certified_copies: int = 0
    copies: int = 0
    presented: int = 0
    files: tuple[StoredFile, ...] = ()

    @property
    def handed_in(self) -> bool:
        """Tell whether anything of this row was handed in or shown."""
        return self.originals + self.certified_copies + self.copies + self.presented > 0

    @property
    def pages(self) -> int:
        return sum(file.pages for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One fee as it was charged; the amounts come from the tariff, never from the officer."""

    index: int
    name: str
    kind: str
    unit_amount_vnd: int
    quantity: int
    exemption: str | None = None

    @property
    def amount_vnd(self) -> int:
        return 0 if self.exemption else self.unit_amount_vnd * self.quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money that changed hands at the counter."""

    method: PaymentMethod
    amount_vnd: int
    tendered_vnd: int | None
    collected_at: datetime

    @property
    def change_vnd(self) -> int:
        return 0 if self.tendered_vnd is None else self.tendered_vnd - self.amount_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    method: DeliveryMethod
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPrint:
    """One time that a paper of this dossier was put on paper."""

    form: str
    paper: str
    printer: str
    simulated: bool
    at: datetime
    officer_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A received dossier. Frozen: each fact gives a new one (see ``history``)."""

    dossier_id: UUID
    code: str
    station_id: str
    counter: int
    officer_id: str
    officer_name: str
    status: DossierStatus
    procedure_code: str
    procedure_name: str
    field: str
    handling_agency: str
    processing_time: ProcessingTime
    catalogue: str
    """Name and version of the catalogue pack that the dossier was received under."""
    form_set: str
    channel: Channel
    submitter: Party
    owner: Party | None
    """None when the submitter is the owner."""
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
    """Why this date, in the one sentence that stands on the slip."""
    due_warnings: tuple[str, ...] = ()
    payments: tuple[Payment, ...] = ()
    prints: tuple[SlipPrint, ...] = ()
    version: int = 1
    """Counts corrections; the slip of an older version is void."""

    @property
    def subject(self) -> str:
        """Nội dung yêu cầu giải quyết."""
        return self.summary or self.procedure_name

    @property
    def owning_party(self) -> Party:
        return self.owner or self.submitter

    @property
    def fees_total_vnd(self) -> int:
        return sum(fee.amount_vnd for fee in self.fees)

    @property
    def paid_vnd(self) -> int:
        return sum(payment.amount_vnd for payment in self.payments)

    @property
    def missing(self) -> tuple[int, ...]:
        """Indexes of the mandatory rows of which nothing was handed in."""
        return tuple(d.index for d in self.documents if d.mandatory and not d.handed_in)
