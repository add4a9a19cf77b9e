"""The fact of an act that waits for a second person: as it was left, and as it would be now."""

from dataclasses import fields
from typing import Any, Final

import msgspec

from station.codec import to_plain
from station.domain.dossier import Dossier
from station.domain.events import (
    ApprovalAsked,
    Corrected,
    Event,
    FeeRefunded,
    FeesReduced,
    ShiftClosed,
    from_payload,
    to_payload,
)
from station.domain.processing import Approval

_APPROVAL, _DRAWER = "approval", "shift_id"
NOBODY: Final = Approval(officer_id="", officer_name="", role="")
"""Stands where the approval will; it is never written down."""


def waiting_fact(asked: ApprovalAsked) -> Event:
    """Give what will be written, with nobody's approval beside it."""
    payload = {_APPROVAL: to_plain(NOBODY), **asked.waiting}
    return from_payload(asked.waiting_kind, asked.waiting_version, payload)


def seen_vnd_of(dossier: Dossier | None, fact: Event) -> int:
    """Give the sum that an act with money goes on from: it is done once, by whichever way."""
    match fact:
        case FeeRefunded() if dossier and (paid := dossier.payment(fact.payment)):
            return paid.refunded_vnd
        case FeesReduced() if dossier:
            return dossier.fees_total_vnd
    return 0


def before_of(dossier: Dossier, changes: Corrected) -> Corrected:
    """Give what a correction replaces."""
    named = {field.name for field in fields(Corrected) if getattr(changes, field.name) is not None}
    if "no_owner" in named:
        named = (named - {"no_owner"}) | {"owner", "authorisation"}
    return Corrected(**{name: getattr(dossier, name) for name in named})


def is_same(event: Event, asked: ApprovalAsked) -> bool:
    """Tell whether a fact is what was left; only a closing is about one drawer alone."""
    now, then = without_approval(event), dict(asked.waiting)
    if not isinstance(event, ShiftClosed):
        now.pop(_DRAWER, None)
        then.pop(_DRAWER, None)
    return msgspec.json.encode(now, order="sorted") == msgspec.json.encode(then, order="sorted")


def without_approval(fact: Event) -> dict[str, Any]:
    """Give what is written of a fact, but for who confirmed it."""
    payload = to_payload(fact)
    payload.pop(_APPROVAL, None)
    return payload
