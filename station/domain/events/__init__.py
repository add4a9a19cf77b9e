"""What happened at the counter or in the province. Events are immutable and speak in the past.

An event's class name is its ``kind`` in the journal and on the wire. New fields have a default,
so that older entries are read as before; a change that older readers could misread raises
``version``.
"""

from typing import Any

from station.codec import from_plain, to_plain
from station.domain.events.approvals import ApprovalAsked, ApprovalGiven, ApprovalRefused
from station.domain.events.copies import CopySigned, CopyStamped
from station.domain.events.lifecycle import (
    Corrected,
    DeadlineExtended,
    DossierAcceptedByAgency,
    DossierCorrected,
    DossierForwarded,
    DossierRefused,
    DossierStopped,
    DossierWithdrawn,
    FinancialDutyAnnounced,
    FinancialDutyMet,
    FolderHandedBack,
    FolderTaken,
    ResultArrived,
    ResultIssued,
    ResultReturned,
    ServiceRated,
    SlipDeclaredLost,
    SupplementBrought,
    SupplementRequested,
)
from station.domain.events.money import (
    ElectronicReceiptIssued,
    FeeCollected,
    FeeRefunded,
    FeesCharged,
    FeesReduced,
    PaymentConfirmed,
    ReceiptBookOpened,
    ReceiptVoided,
    ShiftClosed,
    ShiftOpened,
)
from station.domain.events.office import (
    AccountChanged,
    CatalogueImported,
    ClockConfirmed,
    DailyLogAdjusted,
    DailyLogSigned,
    DraftReassigned,
    GuidanceGiven,
    HandOverSealed,
    HandOverSigned,
    PersonForgotten,
    PersonRemembered,
    SignerDistrusted,
    SignerTrusted,
    SlipPrinted,
)
from station.domain.events.privacy import NumbersRevealed, SeenFor
from station.domain.events.reception import DossierLodged, DossierReceived
from station.domain.events.twins import DuplicateEnded, DuplicateFlagged, DuplicatesKept
from station.errors import StationError

__all__ = [
    "AccountChanged",
    "ApprovalAsked",
    "ApprovalGiven",
    "ApprovalRefused",
    "CatalogueImported",
    "ClockConfirmed",
    "CopySigned",
    "CopyStamped",
    "Corrected",
    "DailyLogAdjusted",
    "DailyLogSigned",
    "DeadlineExtended",
    "DossierAcceptedByAgency",
    "DossierCorrected",
    "DossierForwarded",
    "DossierLodged",
    "DossierReceived",
    "DossierRefused",
    "DossierStopped",
    "DossierWithdrawn",
    "DraftReassigned",
    "DuplicateEnded",
    "DuplicateFlagged",
    "DuplicatesKept",
    "ElectronicReceiptIssued",
    "Event",
    "FeeCollected",
    "FeeRefunded",
    "FeesCharged",
    "FeesReduced",
    "FinancialDutyAnnounced",
    "FinancialDutyMet",
    "FolderHandedBack",
    "FolderTaken",
    "GuidanceGiven",
    "HandOverSealed",
    "HandOverSigned",
    "NumbersRevealed",
    "PaymentConfirmed",
    "PersonForgotten",
    "PersonRemembered",
    "ReceiptBookOpened",
    "ReceiptVoided",
    "ResultArrived",
    "ResultIssued",
    "ResultReturned",
    "SeenFor",
    "ServiceRated",
    "ShiftClosed",
    "ShiftOpened",
    "SignerDistrusted",
    "SignerTrusted",
    "SlipDeclaredLost",
    "SlipPrinted",
    "SupplementBrought",
    "SupplementRequested",
    "UnknownEventError",
    "from_payload",
    "kind_of",
    "to_payload",
]


class UnknownEventError(StationError):
    """The journal or the province holds an event that this version of the program cannot read."""

    code = "STO-010"

    def __init__(self, kind: str, version: int) -> None:
        super().__init__(f"unknown event {kind} version {version}")
        self.kind, self.version = kind, version


Event = (
    DossierReceived
    | DossierLodged
    | SupplementRequested
    | SupplementBrought
    | DossierRefused
    | DossierCorrected
    | DossierForwarded
    | FolderTaken
    | FolderHandedBack
    | DossierAcceptedByAgency
    | FinancialDutyAnnounced
    | FinancialDutyMet
    | DossierStopped
    | DeadlineExtended
    | ResultIssued
    | ResultArrived
    | ResultReturned
    | DossierWithdrawn
    | SlipDeclaredLost
    | DuplicateFlagged
    | DuplicatesKept
    | DuplicateEnded
    | ServiceRated
    | CopySigned
    | CopyStamped
    | FeeCollected
    | ElectronicReceiptIssued
    | FeeRefunded
    | FeesCharged
    | FeesReduced
    | PaymentConfirmed
    | ReceiptBookOpened
    | ReceiptVoided
    | ShiftClosed
    | ShiftOpened
    | SlipPrinted
    | HandOverSealed
    | HandOverSigned
    | CatalogueImported
    | ClockConfirmed
    | SignerTrusted
    | AccountChanged
    | SignerDistrusted
    | GuidanceGiven
    | DailyLogSigned
    | DailyLogAdjusted
    | DraftReassigned
    | PersonRemembered
    | PersonForgotten
    | ApprovalAsked
    | ApprovalGiven
    | ApprovalRefused
    | NumbersRevealed
)
_KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in Event.__args__}


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
