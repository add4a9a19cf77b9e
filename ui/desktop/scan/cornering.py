"""Puts the corners of a sheet on a photograph right, and has it laid flat anew. Free of Qt."""

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from station.domain.scan_pages import FULL, Corners
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.scan.ports import ScanDeskPort, Studio
from ui.desktop.tasks import Tasks

_WIDTH = 1066
_INSET = 400
WHOLE = Corners(
    (
        (_INSET, _INSET),
        (FULL - _INSET, _INSET),
        (FULL - _INSET, FULL - _INSET),
        (_INSET, FULL - _INSET),
    )
)
"""Where nothing was found: near the edges of the photograph."""


class CornerView(Protocol):
    """Shows a photograph and its corners."""

    def place_corners(self, photo: bytes, corners: Corners) -> None: ...


class Cornering:
    """For the current page of the draft in front."""

    def __init__(
        self,
        view: CornerView,
        *,
        scans: ScanDeskPort,
        studio: Studio,
        worker: Tasks,
        draft: Callable[[], DraftEntry],
        laid_flat: Callable[[UUID, Corners], object],
        refused: Callable[[], object],
        failed: Callable[[Exception], None],
    ) -> None:
        """
        Args:
            laid_flat: hears of corners that were set for a page.
            refused: hears that the page has no corners to be set.
        """
        self._view, self._scans, self._studio, self._worker = view, scans, studio, worker
        self._draft, self._laid_flat = draft, laid_flat
        self._refused, self._failed = refused, failed
        self._page: UUID | None = None

    def begin(self) -> None:
        """Show the current page as it came, with its corners: set, found, or near its edges."""
        entry = self._draft().scan
        current = entry.current
        state = None if current is None else entry.session.page(current).state
        if current is None or state is None or state.masks or state.back is not None:
            self._refused()
            return
        original, corners = entry.pages[current], state.corners

        def work() -> tuple[bytes, Corners]:
            photo, found = self._studio.photograph(self._scans.original(original), _WIDTH)
            return photo, corners or found or WHOLE

        def done(shown: tuple[bytes, Corners]) -> None:
            if self._draft().scan.current == current:
                self._page = current
                self._view.place_corners(*shown)

        self._worker.run(work, done=done, failed=self._failed)

    def set(self, corners: Corners) -> None:
        """Take the corners that were put right."""
        if self._page is not None:
            self._laid_flat(self._page, corners)
            self._page = None
