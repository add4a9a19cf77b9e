"""Looks, while a draft is made, for what the same person has open under the same procedure."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from station.domain.person import Party
from station.text import clean
from station.usecases.duplicates import OpenDossier
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.draft_screen import DraftScreen
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.tasks import Tasks

_SHORTEST_NUMBER = 8


class PeopleSource(Protocol):
    """What is known of people. Calls wait for the disk: on the store's worker only."""

    def open_alike(self, procedure_code: str, party: Party, on: date) -> Sequence[OpenDossier]: ...


class DuplicateSource(Protocol):
    """What the search needs of the desk."""

    @property
    def people(self) -> PeopleSource: ...

    def now(self) -> datetime: ...


class DuplicateActs:
    """Asks once for each person and procedure; a late answer to an old question is dropped."""

    def __init__(
        self,
        *,
        desk: DuplicateSource,
        screen: DraftScreen,
        drafts: OpenDrafts,
        store_worker: Tasks,
    ) -> None:
        self._desk = desk
        self._screen = screen
        self._drafts = drafts
        self._store_worker = store_worker

    def look(self, draft: DraftEntry) -> None:
        """Look again, if somebody else or another procedure stands in the draft by now."""
        party, procedure = draft.owning_party, draft.procedure
        asked = _question(party)
        key = None if procedure is None or asked is None else (procedure.code, *asked)
        if key == draft.duplicates.asked:
            return
        draft.duplicates.asked = key
        self.take(draft, ())
        if procedure is None or key is None:
            return
        code, today = procedure.code, self._desk.now().date()

        def done(found: Sequence[OpenDossier]) -> None:
            if draft.duplicates.asked == key:
                self.take(draft, found)

        self._store_worker.run(
            lambda: self._desk.people.open_alike(code, party, today),
            done=done,
            failed=self._screen.problem,
        )

    def take(self, draft: DraftEntry, found: Sequence[OpenDossier]) -> None:
        """Show what was found; a reason that was typed stays with the person it was typed for."""
        if not found and not draft.duplicates.found:
            return  # none stands there
        draft.duplicates.found = tuple(found)
        if not found:
            draft.duplicates.reason = ""
        self._screen.duplicates(draft)

    def on_reason_edited(self, text: str) -> None:
        """Say why there is to be another one."""
        self._drafts.current.duplicates.reason = text
        self._screen.duplicates(self._drafts.current)


def _question(party: Party) -> tuple[str, ...] | None:
    """Give what a person is looked for by; None while too little is typed."""
    number, born_on = party.number or "", party.person.date_of_birth
    if len(number) >= _SHORTEST_NUMBER:
        return (number,)
    name = clean(party.name)
    return (name, born_on.isoformat()) if name and born_on and not number else None
