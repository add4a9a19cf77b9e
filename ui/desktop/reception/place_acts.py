"""Proposes the administrative unit of the day beside an address, which stays as on the card."""

from typing import Protocol

from station.catalogue.addresses import PlaceNow
from ui.desktop.keys import Act, badge
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.draft_screen import DraftScreen
from ui.desktop.reception.note_words import Remark
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.tasks import Tasks


class PlaceDesk(Protocol):
    """What looking addresses up needs of the desk; the first call waits for the disk."""

    def place_now(self, address: str) -> PlaceNow | None: ...


class PlaceActs:
    """Asks once for each address, after it was typed; a late answer is dropped."""

    def __init__(
        self, *, desk: PlaceDesk, screen: DraftScreen, drafts: OpenDrafts, store_worker: Tasks
    ) -> None:
        self._drafts = drafts
        self._desk = desk
        self._screen = screen
        self._store_worker = store_worker

    def look(self, draft: DraftEntry) -> None:
        """Look again, if another address stands in zone 1 by now."""
        applicant = draft.applicant
        address = applicant.settled_address
        if address is None or address == applicant.place_asked:
            return
        applicant.place_asked, applicant.place = address, None
        if not address:
            return

        def done(place: PlaceNow | None) -> None:
            if applicant.place_asked == address and place is not None:
                applicant.place = place
                self._screen.applicant(draft)

        self._store_worker.run(
            lambda: self._desk.place_now(address), done=done, failed=self._screen.problem
        )

    def on_next(self) -> None:
        """Take the next of the units into which the one of the address was parted."""
        draft = self._drafts.current
        applicant, parts = draft.applicant, draft.applicant.parts
        if not parts:
            return
        applicant.take_next_part()
        self._screen.applicant(draft)
        chosen, key = applicant.chosen_part, badge(Act.PLACE)
        others = ", ".join(area.name for area in parts if area is not chosen)
        if chosen is None:
            self._screen.remark(Remark.NO_PART, Tone.INFO, key=key, others=others)
            return
        number = parts.index(chosen) + 1
        self._screen.remark(
            Remark.PART_CHOSEN,
            Tone.INFO,
            chosen=chosen.name,
            number=number,
            count=len(parts),
            key=key,
            others=others,
        )
