"""Offers what the applicant said at an earlier visit, and takes their consent down."""

from typing import Protocol

from station.ports.remembered_people import RememberedPerson
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.draft_screen import DraftScreen
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.tasks import Tasks

_SHORTEST_NUMBER = 8
_AT_THE_COUNTER = "công dân đề nghị tại quầy"


class MemorySource(Protocol):
    """What is remembered of people. Calls wait for the disk."""

    def recall(self, number: str) -> RememberedPerson | None: ...

    def forget(self, number: str, reason: str) -> None: ...


class MemoryDesk(Protocol):
    @property
    def people(self) -> MemorySource: ...


class MemoryActs:
    """Asks once for each number; a late answer to an old question is dropped."""

    def __init__(
        self,
        *,
        desk: MemoryDesk,
        screen: DraftScreen,
        drafts: OpenDrafts,
        store_worker: Tasks,
    ) -> None:
        self._desk = desk
        self._screen = screen
        self._drafts = drafts
        self._store_worker = store_worker

    def look(self, draft: DraftEntry) -> None:
        """Look again, if another person stands in zone 1 by now."""
        paper = draft.applicant.person.id_document
        number = paper.number if paper and len(paper.number) >= _SHORTEST_NUMBER else ""
        if number == draft.memory.asked:
            return
        was_said = draft.memory.person is not None or draft.memory.agreed
        draft.memory.asked, draft.memory.person, draft.memory.agreed = number, None, False
        if was_said:
            self._screen.applicant(draft)
        if not number:
            return

        def done(person: RememberedPerson | None) -> None:
            if draft.memory.asked == number and person is not None:
                draft.memory.person = person
                self._screen.applicant(draft)

        self._store_worker.run(
            lambda: self._desk.people.recall(number), done=done, failed=self._screen.problem
        )

    def on_consent(self, agreed: bool) -> None:
        """Note that the applicant agrees, or does not."""
        self._drafts.current.memory.agreed = agreed
        self._screen.applicant(self._drafts.current)

    def on_reuse(self) -> None:
        """Fill in what they said; what stands there already is kept."""
        draft = self._drafts.current
        if draft.memory.person is not None:
            draft.applicant.take_earlier(draft.memory.person.said)
            self._screen.applicant(draft)

    def on_forget(self) -> None:
        """Delete it, for the citizen asks for that."""
        draft = self._drafts.current
        number = draft.memory.asked

        def done(_: None) -> None:
            draft.memory.person = None
            self._screen.applicant(draft)

        if draft.memory.person is not None:
            self._store_worker.run(
                lambda: self._desk.people.forget(number, _AT_THE_COUNTER),
                done=done,
                failed=self._screen.problem,
            )
