"""Keeps what an officer does with pages, act by act; one write at a time. Free of Qt."""

from collections.abc import Callable

from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.scan.ports import ScanDeskPort
from ui.desktop.tasks import Tasks


class SessionKeeping:
    """Writes the newest state of each draft's pages; acts during a write are written after it."""

    def __init__(
        self, *, scans: ScanDeskPort, store: Tasks, failed: Callable[[Exception], object]
    ) -> None:
        self._scans, self._store, self._failed = scans, store, failed
        self._unkept: set[DraftEntry] = set()
        self._busy = False

    def keep(self, draft: DraftEntry) -> None:
        """Write a draft's session, now or after what is being written."""
        self._unkept.add(draft)
        self._next()

    def _next(self) -> None:
        if self._busy or not self._unkept:
            return
        self._busy = True
        draft = self._unkept.pop()
        session = draft.scan.session
        self._store.run(
            lambda: self._scans.keep_session(draft.draft_id, session),
            done=self._over,
            failed=self._broke,
        )

    def _over(self, _: None) -> None:
        self._busy = False
        self._next()

    def _broke(self, error: Exception) -> None:
        self._busy = False
        self._failed(error)
