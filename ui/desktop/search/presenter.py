"""Search from anywhere: the newest question is answered, older ones are skipped."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from station.ports.dossier_queries import DossierRow
from ui.desks.server import NotHere
from ui.desktop.dossiers.lines import LeftUntil, line_of
from ui.desktop.frame.view_model import SearchResults
from ui.desktop.tasks import Tasks

MOST_FOUND = 50


class SearchView(Protocol):
    def show_search(self, results: SearchResults) -> None: ...


class Search(Protocol):
    """Finds dossiers in the store, best first."""

    def __call__(self, text: str, *, limit: int) -> Sequence[DossierRow]: ...


class Failed(Protocol):
    def __call__(self, error: Exception, /) -> object: ...


class Now(Protocol):
    def __call__(self) -> datetime: ...


class SearchPresenter:
    """The search field of the top bar."""

    def __init__(
        self,
        view: SearchView,
        *,
        search: Search,
        not_here: Callable[[str], NotHere | None],
        now: Now,
        time_left: LeftUntil,
        store_worker: Tasks,
        failed: Failed,
    ) -> None:
        """``not_here`` says what the province may be asked about what nothing here matches."""
        self._view = view
        self._not_here = not_here
        self._search = search
        self._now = now
        self._time_left = time_left
        self._store_worker = store_worker
        self._failed = failed
        self._wanted: str | None = None
        self._searching = False

    def on_edited(self, text: str) -> None:
        """Find what was typed so far; while a search runs, only the last text waits."""
        self._wanted = text
        self._next()

    def _next(self) -> None:
        if self._searching or self._wanted is None:
            return
        text, self._wanted = self._wanted, None
        if not text.strip():
            self._view.show_search(SearchResults(text, (), 0))
            return
        self._searching = True
        self._store_worker.run(partial(self._find, text), done=self._take, failed=self._fail)

    def _find(self, text: str) -> SearchResults:
        """Search, and make the lines, away from the window."""
        now = self._now()
        lines = tuple(
            line_of(row, now=now, time_left=self._time_left)
            for row in self._search(text, limit=MOST_FOUND)
        )
        not_here = None if lines else self._not_here(text)
        return SearchResults(text, lines, len(lines), not_here)

    def _take(self, found: SearchResults) -> None:
        self._searching = False
        self._view.show_search(found)
        self._next()

    def _fail(self, error: Exception) -> None:
        self._searching = False
        self._failed(error)
        self._next()
