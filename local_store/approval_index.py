"""The row of ``approvals`` that belongs to an act left for a second person, or to its answer."""

from typing import Any

from sqlalchemy import Connection, insert

from local_store.hot import Hot
from local_store.models import ApprovalRow
from station.domain.events import ApprovalAsked, ApprovalGiven, ApprovalRefused, Event

KINDS = (ApprovalAsked, ApprovalGiven, ApprovalRefused)
_ADD = Hot(insert(ApprovalRow), "sequence", "request_id", "answered")


def index_approval(connection: Connection, event: Event, sequence: int) -> None:
    """Note where a request or its answer stands; facts of other kinds are left out."""
    if isinstance(event, KINDS):
        _ADD.run(connection, indexed(event, sequence))


def indexed(event: Event, sequence: int) -> dict[str, Any]:
    """Give the row of one of ``KINDS``."""
    if not isinstance(event, KINDS):
        raise TypeError(f"{type(event).__name__} among the approvals")
    return {
        "sequence": sequence,
        "request_id": event.request_id,
        "answered": not isinstance(event, ApprovalAsked),
    }
