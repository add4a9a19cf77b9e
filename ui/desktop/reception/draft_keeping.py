"""Keeps open drafts in the encrypted store, and opens them again after a break or by a code."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from station.domain.procedure import Procedure
from station.errors import StationError
from station.ports.drafts import KeptDraft
from station.ports.officers import Officer
from station.usecases.drafts import OpenWork
from ui.desktop.frame.view_model import Place
from ui.desktop.keys import OPEN_DRAFTS
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.draft_restoring import restored
from ui.desktop.reception.draft_screen import DraftScreen
from ui.desktop.reception.note_words import Remark
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.tasks import Tasks


class DraftKeeper(Protocol):
    def mine(self) -> Sequence[KeptDraft]: ...

    def opened(self, code: str) -> KeptDraft: ...

    def keep(
        self, open_work: Sequence[OpenWork], gone: Sequence[UUID], *, at: datetime
    ) -> None: ...


class KeepingDesk(Protocol):
    """What keeping needs of the desk. Calls wait for the disk."""

    @property
    def officer(self) -> Officer: ...

    @property
    def drafts(self) -> DraftKeeper: ...

    def procedure(self, code: str, begun_under: str | None = None) -> tuple[Procedure, str]: ...

    def now(self) -> datetime: ...


KEEP_MS = 250
"""Of what was typed in this time, a power cut may take the last."""
Found = tuple[KeptDraft, tuple[Procedure, str] | None]


class DraftKeeping:
    """What changed since the last time is kept; what was received or given up is forgotten."""

    def __init__(
        self,
        *,
        desk: KeepingDesk,
        screen: DraftScreen,
        drafts: OpenDrafts,
        store_worker: Tasks,
        shown: Callable[[DraftEntry], None],
    ) -> None:
        """
        Args:
            shown: told of a draft that stands in front again, so that its date is counted.
        """
        self._desk = desk
        self._screen = screen
        self._drafts = drafts
        self._store_worker = store_worker
        self._shown = shown
        self._kept: dict[UUID, dict[str, Any]] = {}
        self._gone: set[UUID] = set()
        self._is_keeping = False

    def start(self, came_back: Callable[[Place], object]) -> None:
        """Open what this officer left, if nothing is open; ``came_back`` hears on which page."""
        if not self._drafts.with_content:
            opened = partial(self._open_all, came_back)
            self._store_worker.run(self._left, done=opened, failed=self._screen.problem)

    def keep(self, seen: Place | None = None) -> None:
        """Keep what changed. Called all the time; one call at a time reaches the disk.

        Args:
            seen: the page in front, to come back to; None leaves that as it is.
        """
        if seen is not None:
            self._note_where(seen)
        open_work = self._changed()
        emptied = {draft.draft_id for draft in self._drafts if not draft.has_content}
        gone = [*self._gone, *(emptied & self._kept.keys() - self._gone)]
        if self._is_keeping or not (open_work or gone):
            return
        self._is_keeping = True
        at = self._desk.now()
        self._store_worker.run(
            lambda: self._desk.drafts.keep(open_work, gone, at=at),
            done=partial(self._noted, open_work, gone),
            failed=self._failed,
        )

    def keep_last(self) -> None:
        """The officer leaves in order, and will begin at the reception: keep behind whatever is
        being kept."""
        self._is_keeping = False
        self.keep(Place.RECEPTION)

    def begin(self) -> bool:
        """Put an empty draft in front; where no tab is free, the one that was longest not seen
        goes to the list of drafts. False: nothing may go, and the draft in front stays."""
        aside = None
        if not self._drafts.begin():
            aside = self._drafts.set_aside(self._is_kept)
            if aside is None:
                self._screen.remark(Remark.TOO_MANY_DRAFTS)
                return False
            self._drafts.begin()
        self._screen.all_of_current(fresh=True)
        if aside is not None:
            self._screen.remark(Remark.SET_ASIDE, name=aside.tab.title or "–")
        return True

    def _is_kept(self, draft: DraftEntry) -> bool:
        """Tell whether all of a draft is on the disk, and nothing of it is under way."""
        busy = draft.accepting or draft.applicant.readings or draft.scan.has_pages
        if busy or any(row.opening for row in draft.papers):
            return False
        return self._kept.get(draft.draft_id) == draft.kept()

    def close(self, draft: DraftEntry) -> None:
        """Forget a draft that was received, or became a dossier or a sheet."""
        self._gone.add(draft.draft_id)
        self.keep()

    def reopen(self, code: str) -> None:
        """Open the draft of a guidance sheet."""
        self._store_worker.run(
            lambda: self._found(self._desk.drafts.opened(code)),
            done=self._open,
            failed=self._screen.problem,
        )

    def open(self, draft: KeptDraft) -> None:
        """Open a draft of the list: one's own, or that of a sheet."""
        if draft.code is None and draft.officer_id != self._desk.officer.officer_id:
            self._screen.remark(Remark.NOT_YOURS, officer=draft.officer_id)
            return
        self._store_worker.run(
            lambda: self._found(draft), done=self._open, failed=self._screen.problem
        )

    def _note_where(self, seen: Place) -> None:
        for draft in self._drafts:
            draft.in_front = seen if draft is self._drafts.current else None
        self._drafts.current.spot = self._screen.spot() or self._drafts.current.spot

    def _changed(self) -> list[OpenWork]:
        work = []
        for draft in self._drafts:
            if draft.has_content and not draft.accepting:
                description = draft.kept()
                if self._kept.get(draft.draft_id) != description:
                    code = draft.procedure.code if draft.procedure else None
                    work.append(
                        OpenWork(
                            draft_id=draft.draft_id, procedure_code=code, description=description
                        )
                    )
        return work

    def _noted(self, open_work: Sequence[OpenWork], gone: Sequence[UUID], _: None) -> None:
        self._is_keeping = False
        self._kept |= {work.draft_id: work.description for work in open_work}
        for draft_id in gone:
            self._kept.pop(draft_id, None)
            self._gone.discard(draft_id)

    def _failed(self, error: Exception) -> None:
        self._is_keeping = False
        self._screen.problem(error)

    def _left(self) -> list[Found]:
        """Give what was left open last, in the order in which it was begun, as far as there are
        tabs: the others stay in the list of drafts. Sheets are opened by their codes."""
        left = [draft for draft in self._desk.drafts.mine() if draft.code is None]
        as_begun = sorted(left[:OPEN_DRAFTS], key=lambda draft: str(draft.draft_id))
        return [self._found(draft) for draft in as_begun]

    def _found(self, draft: KeptDraft) -> Found:
        try:
            chosen = (
                self._desk.procedure(draft.procedure_code, draft.description.get("catalogue"))
                if draft.procedure_code
                else None
            )
        except StationError:  # it left the catalogue: people and summary are still worth keeping
            chosen = None
        return draft, chosen

    def _open_all(self, came_back: Callable[[Place], object], found: Sequence[Found]) -> None:
        if found and not self._drafts.with_content:
            for one in found:
                self._put(one)
            in_front = [draft.in_front is not None for draft in self._drafts]
            if any(in_front):
                self._drafts.go_to(in_front.index(True))
            front = self._drafts.current
            self._screen.all_of_current(fresh=False)
            self._shown(front)
            if front.spot is not None:
                self._screen.go_to_spot(front.spot)
            came_back(front.in_front or Place.RECEPTION)

    def _open(self, found: Found) -> None:
        draft = found[0]
        aside = None
        known = self._drafts.place_of(draft.draft_id)
        if known is not None:
            self._drafts.go_to(known)
        elif not self._put(found):
            aside = self._drafts.set_aside(self._is_kept)
            if aside is None or not self._put(found):
                self._screen.remark(Remark.TOO_MANY_DRAFTS)
                return
        self._screen.all_of_current(fresh=False)
        self._shown(self._drafts.current)
        if aside is not None:
            self._screen.remark(Remark.SET_ASIDE, name=aside.tab.title or "–")
        elif draft.code is not None:
            self._screen.remark(Remark.REOPENED, Tone.OK, code=draft.code)

    def _put(self, found: Found) -> bool:
        draft, chosen = found
        usable = chosen if chosen is not None and chosen[0].has_details else None
        today = self._desk.now().date()
        entry = restored(draft.description, draft.draft_id, usable, today, draft.files)
        self._kept[draft.draft_id] = {}
        return self._drafts.add(entry)
