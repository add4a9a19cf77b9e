"""Which pile the next key is about: one that stopped half-way, or the last that was fed."""

from dataclasses import dataclass
from uuid import UUID

from station.domain.scan_pages import PlaceKind
from station.domain.scan_session import ScanSession
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.scan.feeding import Run


@dataclass(slots=True)
class Piles:
    """``stopped``: a run that ended early; the next one goes on with it."""

    stopped: Run | None = None
    last: Run | None = None

    def of(self, draft: DraftEntry) -> Run | None:
        """Give the pile of a draft that can be scanned again; None: there is none."""
        pile = self.stopped or self.last
        if pile is None or pile.draft is not draft:
            return None
        return pile if pile.pages or pile.instead_of_pile else None

    def change_scanner(self) -> None:
        """Another scanner goes on with no pile; it can scan it again, or its backs."""
        stopped, self.stopped = self.stopped, None
        if stopped is not None and (stopped.pages or stopped.instead_of_pile):
            self.last = stopped

    def note_other(self, old: UUID, fresh: UUID) -> None:
        """A page was scanned again: its back, which is scanned later, belongs to the new one."""
        if self.last is not None:
            self.last.pages = [fresh if page == old else page for page in self.last.pages]


def without_earlier(run: Run, session: ScanSession) -> ScanSession:
    """Set the earlier pages of a pile aside, now that there are others in their place."""
    for page in run.instead_of_pile:
        if session.page(page).state.place.kind in (PlaceKind.ROW, PlaceKind.TRAY):
            session = session.delete(page)
    run.instead_of_pile = ()
    return session
