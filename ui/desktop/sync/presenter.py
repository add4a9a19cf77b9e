"""Tells how far the province knows of this station, and lets it be told now."""

from collections.abc import Callable
from typing import Protocol

from station.words import Language
from ui.desks.sync import LineState
from ui.desktop.frame.view_model import StationStatus
from ui.desktop.problems import words_of
from ui.desktop.sync.lines import sync_sheet
from ui.desktop.sync.view_model import SyncView
from ui.desktop.tasks import Tasks


class LineSource(Protocol):
    """What the page needs of the line; every call waits for the disk."""

    def look(self) -> LineState: ...

    def send_again(self, dossier_code: str | None) -> int: ...


class SyncPresenter:
    """The sync centre of one officer."""

    def __init__(
        self,
        view: SyncView,
        *,
        line: LineSource,
        status: Callable[[], StationStatus],
        sync: Callable[[], object],
        store_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            status: what the status bar says of the line.
            sync: begins a round now.
        """
        self._view = view
        self._line = line
        self._status = status
        self._sync = sync
        self._worker = store_worker
        self._language: Language = language

    def refresh(self) -> None:
        """Read the state of the line anew."""
        self._worker.run(self._line.look, done=self._show, failed=self._fail)

    def on_sync(self) -> None:
        """Begin a round now."""
        self._sync()
        self.refresh()

    def on_send_again(self, dossier_code: str) -> None:
        """Send what the province sent back of a dossier once more; empty: of the station."""
        self._worker.run(
            lambda: self._line.send_again(dossier_code or None),
            done=lambda _: self.on_sync(),
            failed=self._fail,
        )

    def _show(self, state: LineState) -> None:
        self._view.show_problem("")
        self._view.show_sheet(sync_sheet(state, self._status(), self._language))

    def _fail(self, error: Exception) -> None:
        self._view.show_problem(words_of(error, self._language))
