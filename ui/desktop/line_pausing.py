"""Ctrl+F5: the line is left to somebody who needs it, and taken back by the same key."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from station.domain.line_pause import LinePause, PauseEnds, PauseLength, pause_ends
from ui.desktop.frame.view_model import Link, StationStatus
from ui.desktop.tasks import Failed, Tasks


class PauseView(Protocol):
    def ask_pause(self, ends: PauseEnds, now: datetime) -> None:
        """Ask for how long, saying when each answer ends; asked once more, ask no longer."""
        ...


class PausableLine(Protocol):
    """What is written down of a pause; both wait for the disk."""

    def pause(self, length: PauseLength) -> LinePause: ...

    def resume(self) -> None: ...


class PausedStatus(Protocol):
    """The status bar."""

    @property
    def status(self) -> StationStatus: ...

    def on_paused(self, pause: LinePause | None, *, goes_on: bool) -> None: ...


class GoingRounds(Protocol):
    """The rounds with the province."""

    @property
    def goes_on(self) -> bool: ...

    def wake(self) -> None: ...


class LinePausing:
    """The pause of one station, at the hands of one officer."""

    def __init__(
        self,
        view: PauseView,
        *,
        line: PausableLine,
        status: PausedStatus,
        rounds: GoingRounds,
        now: Callable[[], datetime],
        see_centre: Callable[[], object],
        changed: Callable[[], object],
        store_worker: Tasks,
        failed: Failed,
    ) -> None:
        """
        Args:
            see_centre: shows the sync centre, which says why nothing is sent.
            changed: hears that the line was paused, or is the station's again.
        """
        self._view = view
        self._line = line
        self._status = status
        self._rounds = rounds
        self._now = now
        self._see_centre = see_centre
        self._changed = changed
        self._worker = store_worker
        self._failed = failed

    def on_key(self) -> None:
        """Ask for how long, or end the pause. Where nothing is ever sent, say so."""
        if self._status.status.link is Link.NOT_ENROLLED:
            self._see_centre()
        elif not self.resume():
            now = self._now()
            self._view.ask_pause(pause_ends(now), now)

    def on_chosen(self, length: PauseLength) -> None:
        """Send nothing for so long."""
        self._worker.run(partial(self._line.pause, length), done=self._paused, failed=self._failed)

    def resume(self) -> bool:
        """Send and fetch again; tell whether that was paused."""
        if self._status.status.paused_until is None:
            return False
        self._worker.run(self._line.resume, done=self._resumed, failed=self._failed)
        return True

    def _paused(self, pause: LinePause) -> None:
        self._status.on_paused(pause, goes_on=self._rounds.goes_on)
        self._changed()

    def _resumed(self, _: None) -> None:
        self._status.on_paused(None, goes_on=True)
        self._rounds.wake()
        self._changed()
