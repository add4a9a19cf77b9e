"""What waits for a second person, over a list of entries, without the store's index."""

from collections.abc import Callable, Sequence
from uuid import UUID

from station.domain.events import ApprovalAsked, ApprovalGiven, ApprovalRefused, from_payload
from station.domain.journal import JournalEntry
from station.ports.approvals import AnsweredApproval, AskedApproval


class FakeApprovals:
    """Reads the entries anew each time."""

    def __init__(self, entries: Callable[[], Sequence[JournalEntry]]) -> None:
        self._entries = entries

    def waiting(self) -> Sequence[AskedApproval]:
        answered = {one.answer.request_id for one in self.answered(1_000)}
        return [one for one in self._asked() if one.asked.request_id not in answered]

    def answered(self, limit: int) -> Sequence[AnsweredApproval]:
        asked = {one.asked.request_id: one for one in self._asked()}
        found = []
        for entry in reversed(self._entries()):
            event = from_payload(entry.kind, entry.version, entry.payload)
            if isinstance(event, ApprovalGiven | ApprovalRefused):
                found.append(
                    AnsweredApproval(
                        request=asked[event.request_id],
                        at=entry.occurred_at,
                        officer_id=entry.officer_id,
                        answer=event,
                    )
                )
        return found[:limit]

    def waiting_one(self, request_id: UUID) -> AskedApproval | None:
        return next((one for one in self.waiting() if one.asked.request_id == request_id), None)

    def _asked(self) -> list[AskedApproval]:
        found = []
        for entry in self._entries():
            event = from_payload(entry.kind, entry.version, entry.payload)
            if isinstance(event, ApprovalAsked):
                found.append(
                    AskedApproval(
                        at=entry.occurred_at,
                        officer_id=entry.officer_id,
                        dossier_id=entry.dossier_id,
                        asked=event,
                    )
                )
        return found
