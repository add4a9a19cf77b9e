"""The status bar: the line, what waits, the numbers left, the printers, the clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from station.domain.clock_guard import FarDayError
from station.domain.line_pause import LinePause
from station.errors import StationError
from station.ports.devices import DeviceState
from station.ports.outbox import EventCounts
from station.ports.province import NotEnrolledError
from station.usecases.pause_line import LinePausedError
from station.words import Language
from ui.desks.clock import ClockState
from ui.desktop.frame.view_model import DeviceStatus, Link, StationStatus
from ui.desktop.kit.tone import Tone
from ui.desktop.problems import words_of
from ui.desktop.status.device_words import device_status
from ui.desktop.tasks import Tasks


class StatusView(Protocol):
    def show_status(self, status: StationStatus) -> None: ...

    def show_clock_problem(self, sentence: str, *, again: bool = False) -> None:
        """Say why it cannot be the day that was stated; empty: it was taken.

        Args:
            again: it can, and is to be typed once more.
        """
        ...


class StationReading(Protocol):
    """What is read of the store, and the one thing that is written; each waits for the disk."""

    def read(self) -> "StoreState": ...

    def state_day(self, day: str, hour: str, *, again: bool) -> ClockState:
        """``again``: this day was asked back, and typed once more."""
        ...


@dataclass(frozen=True, slots=True)
class StoreState:
    """What the store knows; ``numbers_left`` is of today."""

    events: EventCounts
    numbers_left: int
    enrolled: bool
    numbers: int | None = None
    """How many numbers this station has for the day."""
    contact_at: datetime | None = None
    """When the province answered last, also before the program was started."""
    clocks_not_begun: int = 0
    catalogue_days: int | None = None
    """How old the province's catalogue is; None: none of the province's is in force."""
    clock: ClockState | None = None
    pause: LinePause | None = None


class StatusPresenter:
    """Asks the store often and the devices seldom, each on its own worker."""

    def __init__(
        self,
        view: StatusView,
        *,
        now: Callable[[], datetime],
        reading: StationReading,
        read_devices: Callable[[], Sequence[DeviceState]],
        store_worker: Tasks,
        printer_worker: Tasks,
        numbers_left: Callable[[int], object],
        failed: Callable[[Exception], object],
        language: Language,
    ) -> None:
        """``numbers_left`` is told how many numbers are left each time the store was read."""
        self._view = view
        self._now = now
        self._station = reading
        self._read_devices = read_devices
        self._store_worker = store_worker
        self._printer_worker = printer_worker
        self._tell_numbers = numbers_left
        self._tell_failure = failed
        self._language: Language = language
        self._reading = self._asking = False
        self._round_ended = False
        self._far_day = ""
        self._status = StationStatus(now=now(), link=Link.NOT_ENROLLED)
        self.devices: tuple[DeviceState, ...] = ()
        """What the devices said last."""

    @property
    def status(self) -> StationStatus:
        """What the status bar says."""
        return self._status

    @property
    def waiting(self) -> int:
        """How many events the province did not have when the store was read last."""
        return self._status.waiting

    def refresh(self) -> None:
        """Read the store anew, unless that is under way."""
        self._show(now=self._now())
        if not self._reading:
            self._reading = True
            self._store_worker.run(
                self._station.read, done=self._take_store, failed=self._fail_store
            )

    def on_day_stated(self, day: str, hour: str) -> None:
        """Take an officer's word for today's date; a day that is far off, when it came twice."""
        again, self._far_day = day.strip() == self._far_day, ""
        self._store_worker.run(
            lambda: self._station.state_day(day, hour, again=again),
            done=self._take_day,
            failed=partial(self._refuse_day, day.strip()),
        )

    def ask_devices(self) -> None:
        """Ask every device how it is, unless that is under way."""
        if not self._asking:
            self._asking = True
            self._printer_worker.run(
                self._read_devices, done=self._take_devices, failed=self._fail_devices
            )

    def on_called_out(self, words: str, tone: Tone) -> None:
        """Take in a few words what must leave today; empty: nothing."""
        self._show(called_out=words, call_tone=tone)

    def on_round_begun(self) -> None:
        """Somebody asked for a round of synchronising."""
        goes = self._status.link is not Link.NOT_ENROLLED and self._status.paused_until is None
        self._show(syncing=goes)

    def on_paused(self, pause: LinePause | None, *, goes_on: bool) -> None:
        """Take that the line was paused, or that somebody ended the pause (None).

        Args:
            goes_on: a chunk is on its way still, or a round begins.
        """
        self._show(pause=pause, syncing=goes_on)

    def on_round_ended(self, error: StationError | None) -> None:
        """Take how a round of synchronising ended, and what it changed."""
        if isinstance(error, LinePausedError):  # nobody asked the server: the line is as it was
            self._show(syncing=False)
            self.refresh()
            return
        self._round_ended = True
        if isinstance(error, NotEnrolledError):
            self._show(link=Link.NOT_ENROLLED, offline_since=None, syncing=False)
        elif error is not None and error.unavailable:
            since = self._status.offline_since or self._now()
            self._show(link=Link.OFFLINE, offline_since=since, syncing=False)
        else:
            self._show(link=Link.ONLINE, offline_since=None, syncing=False)
        self.refresh()

    def _take_store(self, state: StoreState) -> None:
        self._reading = False
        self._tell_numbers(state.numbers_left)
        if not self._round_ended and state.enrolled:  # the first round is on its way
            paused = state.pause is not None and state.pause.holds(self._now())
            self._show(link=Link.ONLINE, syncing=not paused)
        self._show(
            waiting=state.events.waiting,
            refused=state.events.refused,
            numbers_left=state.numbers_left,
            numbers=state.numbers,
            clocks_not_begun=state.clocks_not_begun,
            offline_since=self._away_since(state.contact_at),
            catalogue_days=state.catalogue_days,
            clock=state.clock,
            pause=state.pause,
        )

    def _away_since(self, contact_at: datetime | None) -> datetime | None:
        """Say since when there is no line: the program may have been started meanwhile."""
        since = self._status.offline_since
        return since if since is None or contact_at is None else min(since, contact_at)

    def _refuse_day(self, day: str, error: Exception) -> None:
        is_far = isinstance(error, FarDayError)
        self._far_day = day if is_far else ""
        self._view.show_clock_problem(words_of(error, self._language), again=is_far)

    def _take_day(self, clock: ClockState) -> None:
        self._view.show_clock_problem("")
        self._show(clock=clock, now=clock.now)
        self.refresh()

    def _fail_store(self, error: Exception) -> None:
        self._reading = False
        self._tell_failure(error)

    def _take_devices(self, devices: Sequence[DeviceState]) -> None:
        self._asking = False
        self.devices = tuple(devices)
        shown = (device_status(device, self._language) for device in devices)
        self._show(devices=tuple(one for one in shown if isinstance(one, DeviceStatus)))

    def _fail_devices(self, error: Exception) -> None:
        self._asking = False
        self._tell_failure(error)

    def _show(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the status
        self._status = replace(self._status, **changes)
        self._view.show_status(self._status)
