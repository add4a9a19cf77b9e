"""Runs the morning check, and shows what waits for somebody."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from station.ports.devices import DeviceState
from station.ports.drafts import KeptDraft
from station.words import Language
from ui.desks.home import DayWork, StoreCheck
from ui.desktop.frame.view_model import StationStatus
from ui.desktop.home.checks import check_sheet
from ui.desktop.home.lines import work_sheet
from ui.desktop.home.view_model import CheckSheet, HomeView, WorkSheet
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks


class HomeSource(Protocol):
    """What the page needs of the store and the disk; every call waits for them."""

    def check(self) -> StoreCheck: ...

    def work(self) -> DayWork: ...


class HomePresenter:
    """The home page of one officer. Store and devices answer apart: a printer that sleeps holds
    nothing else up."""

    def __init__(
        self,
        view: HomeView,
        *,
        source: HomeSource,
        devices: Callable[[], Sequence[DeviceState]],
        status: Callable[[], StationStatus],
        now: Callable[[], datetime],
        open_draft: Callable[[KeptDraft], object],
        store_worker: Tasks,
        device_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            devices: asks every device how it is; it may wait for one.
            open_draft: opens a draft on the reception page.
        """
        self._view, self._source = view, source
        self._ask_devices, self._status, self._now = devices, status, now
        self._open_draft = open_draft
        self._store_worker, self._device_worker = store_worker, device_worker
        self._language: Language = language
        self._store: StoreCheck | None = None
        self._devices: Sequence[DeviceState] | None = None
        self._work: DayWork | None = None
        self._reading = self._asking = False

    def clear(self) -> None:
        """Show nothing of another officer's."""
        self._view.show_checks(CheckSheet())
        self._view.show_work(WorkSheet())
        self._view.show_problem("")

    def refresh(self) -> None:
        """Read the store anew; ask the devices if they were never asked."""
        if not self._reading:
            self._reading = True
            source = self._source
            self._store_worker.run(
                lambda: (source.check(), source.work()), done=self._take, failed=self._fail_store
            )
        if self._work is None:  # this officer's is being read: another one's goes at once
            self._view.show_work(WorkSheet())
        if self._devices is None:
            self._ask()
        self._show()

    def on_again(self) -> None:
        """Run the whole check anew."""
        if not self._asking:
            self._devices = None
        self.refresh()

    def on_draft(self, draft_id: str) -> None:
        """Go on with a draft of the list."""
        for left in self._work.drafts if self._work else ():
            if str(left.draft.draft_id) == draft_id:
                self._open_draft(left.draft)

    def _ask(self) -> None:
        if not self._asking:
            self._asking = True
            self._device_worker.run(
                self._ask_devices, done=self._take_devices, failed=self._fail_devices
            )

    def _take(self, found: tuple[StoreCheck, DayWork]) -> None:
        self._reading = False
        self._store, self._work = found
        self._view.show_problem("")
        self._view.show_work(work_sheet(self._work, self._now(), self._language))
        self._show()

    def _take_devices(self, devices: Sequence[DeviceState]) -> None:
        self._asking = False
        self._devices = tuple(devices)
        self._show()

    def _fail_store(self, error: Exception) -> None:
        self._reading = False
        self._view.show_problem(words_of(error, self._language))

    def _fail_devices(self, error: Exception) -> None:
        self._asking = False
        self._devices = ()
        self._show()
        self._view.show_problem(words_of(error, self._language))

    def _show(self) -> None:
        self._view.show_checks(
            check_sheet(self._store, self._devices, self._status(), self._now(), self._language)
        )
