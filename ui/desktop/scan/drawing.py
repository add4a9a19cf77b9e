"""Draws the small pages and the large one, the most wanted first, one at a time. Free of Qt."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from station.domain.scan_pages import ScannedPage
from ui import scanning
from ui.desks.scan import DeskPage
from ui.desktop.reception.scan_entry import ScanEntry, Signature
from ui.desktop.scan.ports import ScanDeskPort, Studio
from ui.desktop.tasks import Tasks

_SMALL = 176
"""Pixels, twice what the grid shows at 100 %."""
_LARGE = 1066


class Drawing:
    """What is drawn belongs to the entry in front."""

    def __init__(
        self,
        *,
        scans: ScanDeskPort,
        studio: Studio,
        worker: Tasks,
        changed: Callable[[], object],
        large: Callable[[UUID | None, bytes | None, str], object],
        words_of: Callable[[Exception], str],
    ) -> None:
        """
        Args:
            changed: hears that a small page is drawn.
            large: is given the page, its large picture, or why there is none.
        """
        self._scans, self._studio, self._worker = scans, studio, worker
        self._changed, self._large, self._words_of = changed, large, words_of
        self._entry: ScanEntry | None = None
        self._busy = False
        self._asked: Signature | None = None
        self._in_front: UUID | None = None
        self._bad: set[Signature] = set()

    def look_at(self, entry: ScanEntry) -> None:
        """Draw the pages of this entry from now on."""
        if entry is not self._entry:
            self._entry, self._asked = entry, None
        self.draw()

    def draw(self) -> None:
        """Draw what is not drawn as it is now; called after every change."""
        entry = self._entry
        if entry is None:
            return
        self._show_small(entry)
        if self._busy:
            return
        if self._draw_large(entry):
            return
        for page in entry.session.pages:
            signature = entry.signature(page)
            drawn = entry.small.get(page.page_id)
            if (drawn is not None and drawn[0] == signature) or signature in self._bad:
                continue
            if drawn is not None and entry.shown(page) is None:
                continue  # it is being made: the earlier picture stands meanwhile
            self._draw_small(entry, page, signature)
            return

    def _show_small(self, entry: ScanEntry) -> None:
        """Show the small picture of a page that comes to the front, until the large one is drawn.

        Who sorts pages quickly would else see one page below the number of another.
        """
        current = entry.current
        if current == self._in_front or current is None:
            self._in_front = current
            return
        self._in_front = current
        small = entry.small.get(current)
        self._large(current, small[1] if small else None, "")

    def _draw_large(self, entry: ScanEntry) -> bool:
        current = entry.current
        known = {page.page_id for page in entry.session.pages}
        if current is None or current not in known:
            if self._asked is not None:
                self._asked = None
                self._large(None, None, "")
            return False
        page = entry.session.page(current)
        signature = entry.signature(page)
        if signature == self._asked:
            return False
        self._asked = signature

        def show(picture: bytes | None, problem: str = "") -> None:
            if entry.current == current:  # else the officer went on meanwhile
                self._large(current, picture, problem)

        self._start(
            lambda: self._drawn(entry, page, _LARGE),
            show,
            lambda error: show(None, self._words_of(error)),
        )
        return True

    def _draw_small(self, entry: ScanEntry, page: ScannedPage, signature: Signature) -> None:
        def took(picture: bytes) -> None:
            entry.small[page.page_id] = (signature, picture)
            self._changed()

        def failed(_: Exception) -> None:
            self._bad.add(signature)

        self._start(lambda: self._drawn(entry, page, _SMALL), took, failed)

    def _start(
        self,
        work: Callable[[], bytes],
        done: Callable[[bytes], object],
        failed: Callable[[Exception], object],
    ) -> None:
        self._busy = True

        def over(picture: bytes) -> None:
            self._busy = False
            done(picture)
            self.draw()

        def broke(error: Exception) -> None:
            self._busy = False
            failed(error)
            self.draw()

        self._worker.run(work, done=over, failed=broke)

    def _drawn(self, entry: ScanEntry, page: ScannedPage, width: int) -> bytes:
        """Draw on the worker: as it will be filed, or before it is clean as it came."""
        shown = entry.shown(page)
        if shown is None:
            original = entry.pages[page.page_id]
            content = self._scans.original(original)
            return self._studio.thumbnail(content)
        return self._studio.view(recipe_of(entry, page.page_id, shown, self._scans), width)


def recipe_of(entry: ScanEntry, page_id: UUID, shown: DeskPage, scans: ScanDeskPort) -> Any:  # noqa: ANN401 - the pipeline's
    """Say what is to be made of a page, with its second side; reads the vault.

    Raises:
        LookupError: the second side is not clean yet.
    """
    page = entry.session.page(page_id)
    front = (scans.clean(shown), page.state.turns, _boxes(page))
    if page.state.back is None:
        return scanning.sheet_recipe(front)
    second = entry.session.page(page.state.back)
    behind = entry.shown(second)
    if behind is None:
        raise LookupError(page.state.back)
    back = (scans.clean(behind), second.state.turns, _boxes(second))
    said = scans.purpose(shown, entry.procedure) if page.state.says_purpose else None
    return scanning.sheet_recipe(front, back, said)


def _boxes(page: ScannedPage) -> list[tuple[int, int, int, int]]:
    return [(mask.left, mask.top, mask.width, mask.height) for mask in page.state.masks]
