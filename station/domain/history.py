"""fold(events) → Dossier: the one rule by which facts become what the screens show."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import msgspec

from station.domain.dossier import Dossier, DossierStatus, Payment, SlipPrint
from station.domain.events import (
    DossierAcceptedByAgency,
    DossierReceived,
    FeeCollected,
    SlipPrinted,
    UnknownEventError,
    from_payload,
)
from station.errors import StationError

_TAKEN_OVER = tuple(
    field.name for field in fields(DossierReceived) if field.name not in ("dossier_code",)
)


class BrokenHistoryError(StationError):
    """The facts of one dossier contradict one another."""

    code = "STO-011"

    def __init__(self, dossier_id: UUID | None, kind: str) -> None:
        super().__init__(f"{kind} cannot follow what is known of dossier {dossier_id}")
        self.dossier_id = dossier_id

    @property
    def details(self) -> dict[str, Any]:
        return {"dossier_id": str(self.dossier_id)}


class Fact(Protocol):
    """What the fold needs of a journal entry, or of a piece of news from the province."""

    @property
    def dossier_id(self) -> UUID | None: ...
    @property
    def station_id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def occurred_at(self) -> datetime: ...
    @property
    def officer_id(self) -> str: ...
    @property
    def payload(self) -> dict[str, Any]: ...


def apply(dossier: Dossier | None, fact: Fact) -> Dossier:
    """Give the dossier as it is after one more fact.

    Raises:
        BrokenHistoryError: a first fact that is not a reception, or a second reception.
        UnknownEventError: this version of the program does not know the kind.
    """
    event = from_payload(fact.kind, fact.version, fact.payload)
    if isinstance(event, DossierReceived):
        if dossier is not None or fact.dossier_id is None:
            raise BrokenHistoryError(fact.dossier_id, fact.kind)
        return _received(event, fact, fact.dossier_id)
    if dossier is None:
        raise BrokenHistoryError(fact.dossier_id, fact.kind)
    if isinstance(event, FeeCollected):
        payment = Payment(
            method=event.method,
            amount_vnd=event.amount_vnd,
            tendered_vnd=event.tendered_vnd,
            collected_at=fact.occurred_at,
        )
        return replace(dossier, payments=(*dossier.payments, payment))
    if isinstance(event, SlipPrinted):
        printed = SlipPrint(
            form=event.form,
            paper=event.paper,
            printer=event.printer,
            simulated=event.simulated,
            at=fact.occurred_at,
            officer_id=fact.officer_id,
        )
        return replace(dossier, prints=(*dossier.prints, printed))
    return _accepted(dossier, event)


def apply_news(dossier: Dossier, news: Fact) -> Dossier:
    """Give the dossier as it is after a piece of news from the province.

    News comes from outside: what cannot be read or folded here changes nothing, so that no piece
    of it can make a dossier unreadable.
    """
    try:
        return apply(dossier, news)
    except (UnknownEventError, BrokenHistoryError, msgspec.ValidationError):
        return dossier


def fold(facts: Iterable[Fact]) -> Dossier:
    """Give the dossier that these facts, in the order they are known here, make.

    Raises:
        BrokenHistoryError: there are none, or they contradict one another.
    """
    dossier = None
    for fact in facts:
        dossier = apply(dossier, fact)
    if dossier is None:
        raise BrokenHistoryError(None, "nothing")
    return dossier


def _received(event: DossierReceived, fact: Fact, dossier_id: UUID) -> Dossier:
    taken_over = {name: getattr(event, name) for name in _TAKEN_OVER}
    return Dossier(
        dossier_id=dossier_id,
        code=event.dossier_code,
        station_id=fact.station_id,
        officer_id=fact.officer_id,
        status=DossierStatus.RECEIVED,
        **taken_over,
    )


def _accepted(dossier: Dossier, event: DossierAcceptedByAgency) -> Dossier:
    return replace(dossier, status=DossierStatus.PROCESSING, handling_agency=event.agency)
