"""fold(events) → Dossier: the one rule by which facts become what the screens show."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from station.domain.dossier import Dossier, DossierStatus
from station.domain.due_changes import SecondExtensionError
from station.domain.due_date import EARLIEST_YEAR, LATEST_YEAR
from station.domain.events import (
    DeadlineExtended,
    DossierLodged,
    DossierReceived,
    ElectronicReceiptIssued,
    Event,
    UnknownEventError,
    from_payload,
)
from station.domain.facts import BrokenHistoryError, Fact
from station.domain.history_steps import step_for
from station.domain.money.receipts import BadElectronicReceiptError, require_electronic

_BEGINS_AS = {DossierReceived: DossierStatus.RECEIVED, DossierLodged: DossierStatus.LODGED}
FIRST_FACTS = tuple(_BEGINS_AS)
"""The facts that make a dossier."""
_NOT_LAWFUL = (SecondExtensionError, BadElectronicReceiptError)
_GIVEN_BACK = frozenset({DossierStatus.RETURNED, DossierStatus.WITHDRAWN})
_HIGHEST, _LONGEST_TEXT, _LONGEST_LIST = 10**15, 10_000, 1_000
"""What news may hold: far more than any act of an agency says."""
_NO_DUE_DATE = {"due_at": None, "due_explanation": (), "due_reason": "", "due_warnings": ()}


class Step(NamedTuple):
    """One fact, and the dossier as it was after it."""

    fact: Fact
    dossier: Dossier


def apply(dossier: Dossier | None, fact: Fact) -> Dossier:
    """Give the dossier as it is after one more fact.

    Raises:
        BrokenHistoryError: a first fact that does not make a dossier, or a second one that does.
        UnknownEventError: this version of the program does not know the kind.
    """
    event = from_payload(fact.kind, fact.version, fact.payload)
    if isinstance(event, DossierReceived | DossierLodged):
        if dossier is not None or fact.dossier_id is None:
            raise BrokenHistoryError(fact.dossier_id, fact.kind)
        return _begun(event, fact, fact.dossier_id)
    step = step_for(event)
    if dossier is None or step is None:
        raise BrokenHistoryError(fact.dossier_id, fact.kind)
    return step(dossier, event, fact)


def apply_news(dossier: Dossier, news: Fact) -> Dossier:
    """Give the dossier as it is after a piece of news from the province.

    News comes from outside: what cannot be read or folded here, or is against the law, changes
    nothing, so that no piece of it can make a dossier unreadable or promise a third date. What the
    counter gave back in the meantime stays given back: news that was on its way then is kept, and
    opens nothing again.
    """
    try:
        event = from_payload(news.kind, news.version, news.payload)
        if not _is_believable((news.occurred_at, event)):
            raise BrokenHistoryError(news.dossier_id, news.kind)
        _require_lawful(dossier, event)
        after = apply(dossier, news)
    except (*_NOT_LAWFUL, UnknownEventError, BrokenHistoryError, msgspec.ValidationError):
        return dossier
    given_back = dossier.status in _GIVEN_BACK or dossier.returned is not None
    return replace(after, status=dossier.status) if given_back else after


def _is_believable(value: object) -> bool:
    """Tell whether a value from outside, and all in it, can be kept and shown by this program.

    A time has an offset and lies within a calendar; numbers, texts and lists have an end.
    """
    match value:
        case datetime():
            return value.tzinfo is not None and EARLIEST_YEAR <= value.year <= LATEST_YEAR
        case int():
            return abs(value) <= _HIGHEST
        case str():
            return len(value) <= _LONGEST_TEXT
        case tuple():
            return len(value) <= _LONGEST_LIST and all(map(_is_believable, value))
    if not is_dataclass(value):
        return True
    return all(_is_believable(getattr(value, field.name)) for field in fields(value))


def _require_lawful(dossier: Dossier, news: Event) -> None:
    """Let news pass that the law allows.

    Raises:
        SecondExtensionError: the promise was extended before (NĐ 61/2018 Art. 19(9)).
        BadElectronicReceiptError: no receipt has such numbers (TT 91/2026/TT-BTC).
    """
    match news:
        case DeadlineExtended() if dossier.extension is not None:
            raise SecondExtensionError(dossier.extension.due_at)
        case ElectronicReceiptIssued(template=template, series=series, number=number):
            require_electronic(template, series, number)
        case _:
            pass


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


def _begun(event: DossierReceived | DossierLodged, fact: Fact, dossier_id: UUID) -> Dossier:
    taken_over = {field.name: getattr(event, field.name) for field in fields(event)}
    code = taken_over.pop("dossier_code")
    return Dossier(
        dossier_id=dossier_id,
        code=code,
        station_id=fact.station_id,
        officer_id=fact.officer_id,
        status=_BEGINS_AS[type(event)],
        **(_NO_DUE_DATE | taken_over),
    )
