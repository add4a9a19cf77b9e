"""The acts that were left for a second person, found by an index over the journal."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from uuid import UUID

from sqlalchemy import Connection, bindparam, exists, select
from sqlalchemy.orm import aliased

from local_store.approval_index import KINDS, indexed
from local_store.engine import Database
from local_store.hot import Hot
from local_store.journal import entry_of
from local_store.journal_index import JournalIndex
from local_store.models import ApprovalRow, JournalRow
from station.domain.events import ApprovalAsked, ApprovalGiven, ApprovalRefused, from_payload
from station.domain.journal import JournalEntry
from station.ports.approvals import AnsweredApproval, AskedApproval

_ANSWER, _ANSWER_ENTRY = aliased(ApprovalRow), aliased(JournalRow)
_UNANSWERED = (
    select(JournalRow.body, JournalRow.hash)
    .join(ApprovalRow, ApprovalRow.sequence == JournalRow.sequence)
    .where(
        ApprovalRow.answered.is_(False),
        ~exists().where(_ANSWER.request_id == ApprovalRow.request_id, _ANSWER.answered.is_(True)),
    )
)
_WAITING = Hot(_UNANSWERED.order_by(ApprovalRow.sequence))
_ONE = Hot(_UNANSWERED.where(ApprovalRow.request_id == bindparam("request_id")))
_ANSWERED = Hot(
    select(JournalRow.body, JournalRow.hash, _ANSWER_ENTRY.body, _ANSWER_ENTRY.hash)
    .join(ApprovalRow, ApprovalRow.sequence == JournalRow.sequence)
    .join(_ANSWER, _ANSWER.request_id == ApprovalRow.request_id)
    .join(_ANSWER_ENTRY, _ANSWER_ENTRY.sequence == _ANSWER.sequence)
    .where(ApprovalRow.answered.is_(False), _ANSWER.answered.is_(True))
    .order_by(_ANSWER.sequence.desc())
    .limit(bindparam("limit"))
)


def _row_of(entry: JournalEntry) -> dict[str, object]:
    return indexed(from_payload(entry.kind, entry.version, entry.payload), entry.sequence)


INDEX = JournalIndex("approvals", ApprovalRow, KINDS, _row_of)


class StoreApprovals:
    """The ``Approvals`` of the store; inside a transaction it sees what the transaction did."""

    def __init__(self, source: Connection | Database) -> None:
        self._source = source

    def waiting(self) -> Sequence[AskedApproval]:
        """Give what nobody has answered yet, the longest first."""
        with self._reading() as connection:
            return [_asked(entry_of(body, digest)) for body, digest in _WAITING.run(connection)]

    def answered(self, limit: int) -> Sequence[AnsweredApproval]:
        """Give what was answered last, the newest first."""
        with self._reading() as connection:
            rows = _ANSWERED.run(connection, {"limit": limit})
            return [
                _answered(entry_of(asked, asked_hash), entry_of(answer, answer_hash))
                for asked, asked_hash, answer, answer_hash in rows
            ]

    def waiting_one(self, request_id: UUID) -> AskedApproval | None:
        """Give one that waits; None: there is none, or it was answered."""
        with self._reading() as connection:
            row = _ONE.first(connection, {"request_id": request_id})
        return None if row is None else _asked(entry_of(*row))

    def _reading(self) -> AbstractContextManager[Connection]:
        if isinstance(self._source, Connection):
            return nullcontext(self._source)
        return self._source.reading()


def _asked(entry: JournalEntry) -> AskedApproval:
    event = from_payload(entry.kind, entry.version, entry.payload)
    if not isinstance(event, ApprovalAsked):
        raise TypeError(f"{entry.kind} among what waits for approval")
    return AskedApproval(
        at=entry.occurred_at,
        officer_id=entry.officer_id,
        dossier_id=entry.dossier_id,
        asked=event,
    )


def _answered(request: JournalEntry, answer: JournalEntry) -> AnsweredApproval:
    event = from_payload(answer.kind, answer.version, answer.payload)
    if not isinstance(event, ApprovalGiven | ApprovalRefused):
        raise TypeError(f"{answer.kind} among the answers to requests")
    return AnsweredApproval(
        request=_asked(request),
        at=answer.occurred_at,
        officer_id=answer.officer_id,
        answer=event,
    )
