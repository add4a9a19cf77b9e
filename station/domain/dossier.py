"""Hồ sơ: one application for one procedure, as the facts of the journal make it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from station.domain.documents import SignedCopy
from station.domain.documents import StoredFile as StoredFile
from station.domain.documents import SubmittedDocument as SubmittedDocument
from station.domain.due_date import NoDueDateError
from station.domain.journal import VIETNAM
from station.domain.person import Authorisation, Party
from station.domain.procedure import ProcessingTime, StartRule, Territory
from station.domain.processing import (
    Correction,
    Extension,
    FinancialDuty,
    HandOver,
    HeldOriginal,
    PlannedStage,
    Refusal,
    ResultPaper,
    ResultReturn,
    SlipPrint,
    Stop,
    Supplement,
    Withdrawal,
)
from station.domain.ratings import Rating
from station.domain.twins import Twin


class DossierStatus(StrEnum):
    """Trạng thái hồ sơ. Printing, handing over and sending are facts of their own, not states."""

    LODGED = "lodged"
    RECEIVED = "received"
    REFUSED = "refused"
    PROCESSING = "processing"
    WAITING_SUPPLEMENT = "waiting_supplement"
    WAITING_FINANCIAL_DUTY = "waiting_financial_duty"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    RESULT_READY = "result_ready"
    RETURNED = "returned"

    @property
    def national_code(self) -> int:
        """The TrangThaiHoSo of the national portal's exchange (DongBoHoSoMC)."""
        return _NATIONAL_CODES[self]

    @property
    def is_running(self) -> bool:
        """Tell whether the agency still owes a result, so that the due date counts."""
        return self in _RUNNING

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still has to do something for this dossier."""
        return self not in _CLOSED

    @property
    def is_without_result(self) -> bool:
        """Tell whether it ended without one: what is given back is the dossier itself."""
        return self in _WITHOUT_RESULT


_NATIONAL_CODES = {
    DossierStatus.LODGED: 1,
    DossierStatus.RECEIVED: 2,
    DossierStatus.REFUSED: 3,
    DossierStatus.PROCESSING: 4,
    DossierStatus.WAITING_SUPPLEMENT: 5,
    DossierStatus.WAITING_FINANCIAL_DUTY: 6,
    DossierStatus.WITHDRAWN: 7,
    DossierStatus.STOPPED: 8,
    DossierStatus.RESULT_READY: 9,
    DossierStatus.RETURNED: 10,
}
_RUNNING = frozenset(
    {
        DossierStatus.RECEIVED,
        DossierStatus.PROCESSING,
        DossierStatus.WAITING_FINANCIAL_DUTY,
    }
)
_WITHOUT_RESULT = frozenset({DossierStatus.REFUSED, DossierStatus.WITHDRAWN, DossierStatus.STOPPED})
_CLOSED = _WITHOUT_RESULT | {DossierStatus.RETURNED}


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
    PORTAL = "portal"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One fee as it was charged; the amounts come from the tariff, never from the officer."""

    index: int
    name: str
    kind: str
    unit_amount_vnd: int
    quantity: int
    exemption: str | None = None
    exemption_paper: str | None = None
    """The paper that proves the ground; without one there is no exemption."""
    exemption_basis: str | None = None
    code: str | None = None
    """MAPHILEPHI of the tariff that it was charged by; None in dossiers of version 0.1."""

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
    awaiting: bool = False
    """The bank or the province has not said yet that the money came."""
    confirmed_at: datetime | None = None
    reference: str | None = None
    """Of the transaction, as it was confirmed."""
    shift_id: UUID | None = None
    receipt_series: str | None = None
    receipt_number: int | None = None
    electronic_receipt: str | None = None
    """Template, series and number of the province's biên lai."""
    refunded_vnd: int = 0
    voided_at: datetime | None = None

    @property
    def change_vnd(self) -> int:
        return 0 if self.tendered_vnd is None else self.tendered_vnd - self.amount_vnd

    @property
    def kept_vnd(self) -> int:
        """What the office has of it for certain."""
        if self.awaiting or self.voided_at is not None:
            return 0
        return self.amount_vnd - self.refunded_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    method: DeliveryMethod
    address: str | None = None


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
    """When it was handed in under its code."""
    due_at: datetime | None
    """None while no time runs: refused, or waiting for papers since intake."""
    due_explanation: tuple[str, ...]
    due_reason: str
    """Why this date, in the one sentence that stands on the slip."""
    due_warnings: tuple[str, ...] = ()
    case: str | None = None
    immediate: bool = False
    """Answered at once at the counter (NĐ 61/2018 Art. 17(4))."""
    territory: Territory = Territory.OWN
    """Where the agency is that handles it (phi địa giới, NĐ 309/2026 Art. 14)."""
    start_rule: StartRule = StartRule.RECEPTION
    """Whose receipt the time runs from."""
    stages: tuple[PlannedStage, ...] = ()
    duplicate_of: tuple[str, ...] = ()
    """Codes of what the same person had open under the same procedure at that time."""
    duplicate_reason: str | None = None
    twins: tuple[Twin, ...] = ()
    """What other counters received of the same person under the same procedure, unseen."""
    payments: tuple[Payment, ...] = ()
    prints: tuple[SlipPrint, ...] = ()
    version: int = 1
    """Counts corrections; the slip of an older version is void."""
    supplements: tuple[Supplement, ...] = ()
    refusal: Refusal | None = None
    corrections: tuple[Correction, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    accepted_at: datetime | None = None
    """When the handling agency first said that it took the dossier over."""
    clock_started_at: datetime | None = None
    """When the handling agency's own clock began, where that is not the reception."""
    financial_duties: tuple[FinancialDuty, ...] = ()
    extension: Extension | None = None
    stop: Stop | None = None
    results: tuple[ResultPaper, ...] = ()
    result_issued_at: datetime | None = None
    """When the agency ended its work: NgayKetThucXuLy."""
    result_at_counter: bool = False
    shelf: str | None = None
    returned: ResultReturn | None = None
    withdrawal: Withdrawal | None = None
    slip_lost_at: datetime | None = None
    ratings: tuple[Rating, ...] = ()
    signed_copies: tuple[SignedCopy, ...] = ()

    @property
    def subject(self) -> str:
        """Nội dung yêu cầu giải quyết."""
        return self.summary or self.procedure_name

    @property
    def owning_party(self) -> Party:
        return self.owner or self.submitter

    @property
    def identity_unshown(self) -> bool:
        """Tell whether who handed it in has yet to show the original of the identity paper."""
        paper = self.submitter.person.id_document
        return paper is not None and not paper.presented and self.returned is None

    @property
    def fees_total_vnd(self) -> int:
        return sum(fee.amount_vnd for fee in self.fees)

    @property
    def paid_vnd(self) -> int:
        return sum(payment.kept_vnd for payment in self.payments)

    @property
    def awaited_vnd(self) -> int:
        """What was transferred as far as the counter knows, and is not confirmed yet."""
        return sum(payment.amount_vnd for payment in self.payments if payment.awaiting)

    @property
    def open_twins(self) -> tuple[Twin, ...]:
        """Twins about which somebody of rank must decide; none once this dossier is closed."""
        return tuple(twin for twin in self.twins if twin.is_open and self.status.is_open)

    @property
    def owed_vnd(self) -> int:
        """What is still to be collected; negative when the citizen is to get something back.

        Nothing is, for what was turned away (Luật Phí và lệ phí 2015 Art. 3).
        """
        owed = self.fees_total_vnd - self.paid_vnd - self.awaited_vnd
        return min(owed, 0) if self.status is DossierStatus.REFUSED else owed

    def payment(self, number: int) -> Payment | None:
        """Give the payment with this number, counted from 1."""
        return self.payments[number - 1] if 1 <= number <= len(self.payments) else None

    @property
    def missing(self) -> tuple[int, ...]:
        """Indexes of the mandatory rows that are missing, or were handed in and not accepted."""
        return tuple(d.index for d in self.documents if d.lacks)

    @property
    def open_supplement(self) -> Supplement | None:
        """The request that the applicant has not answered in full yet."""
        last = self.supplements[-1] if self.supplements else None
        return last if last is not None and not last.is_answered else None

    @property
    def promised_at(self) -> datetime:
        """The due date that stands on the appointment slip.

        Raises:
            NoDueDateError: no time runs for this dossier, so it has no such slip.
        """
        if self.due_at is None:
            raise NoDueDateError(self.code, self.status)
        return self.due_at

    @property
    def is_provisional(self) -> bool:
        """Tell whether the agency whose clock decides has not confirmed its receipt yet."""
        return self.start_rule is StartRule.AGENCY_RECEIPT and self.clock_started_at is None

    @property
    def is_received(self) -> bool:
        """Tell whether it counts as received: a dossier that waits since intake does not yet."""
        return self.due_at is not None

    @property
    def slip_on_request(self) -> bool:
        """Tell whether it is answered while the citizen waits: a slip is owed only to who asks for
        one (NĐ 61/2018 Art. 17(4)). Who has to come back, or gets it by post, has a date to know.
        """
        if not self.immediate or self.due_at is None:
            return False
        days = {at.astimezone(VIETNAM).date() for at in (self.received_at, self.due_at)}
        return len(days) == 1 and self.delivery.method is DeliveryMethod.COUNTER

    @property
    def is_answered_here(self) -> bool:
        """Tell whether the counter gives its result now, without a hand-over (Art. 17(4)).

        Once its folder was on a list, it is a dossier of the agency like any other.
        """
        received = self.status is DossierStatus.RECEIVED
        return self.immediate and received and not self.hand_overs

    @property
    def awaits_hand_over(self) -> bool:
        """Tell whether paper lies at the counter that the handling agency must get.

        An agency that accepted the electronic dossier still gets the folder, on its own list:
        paper and electronic dossier both go to it (NĐ 61/2018 Art. 18(2), (3)).
        """
        if self.status is DossierStatus.RECEIVED:
            return not self.is_answered_here
        if self.status is not DossierStatus.PROCESSING:
            return False
        if not self.hand_overs:
            return self.has_folder
        last = self.hand_overs[-1]
        return last.handed_back_at is not None or last.paper_followed

    @property
    def has_folder(self) -> bool:
        """Tell whether paper was left at the counter; what was only shown went home again."""
        return any(d.originals + d.certified_copies + d.copies for d in self.documents)

    @property
    def is_with_agency(self) -> bool:
        """Tell whether the agency has it, on paper or by its own word: then only it decides."""
        left = any(one.handed_back_at is None for one in self.hand_overs)
        return left or self.accepted_at is not None

    @property
    def held_originals(self) -> tuple[HeldOriginal, ...]:
        """Originals that are the citizen's and were not given back yet.

        With a result the application form stays in the dossier, for it was what the agency
        answered; a dossier that was refused or stopped goes home whole.
        """
        return tuple(self._originals(forms=self.status.is_without_result))

    @property
    def originals_to_withdraw(self) -> tuple[HeldOriginal, ...]:
        """What a withdrawal gives back: everything that was handed in, the form with it."""
        return tuple(self._originals(forms=True))

    def _originals(self, *, forms: bool) -> Iterator[HeldOriginal]:
        if self.returned is not None or self.withdrawal is not None:
            return
        for document in self.documents:
            if document.originals and (forms or not document.is_form):
                yield HeldOriginal(name=document.name, count=document.originals)
