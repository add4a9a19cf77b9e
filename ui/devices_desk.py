"""The devices of a station for those who look after them: how they are, trials, setting one up.

Free of Qt. Every call may wait for a device, so it is made on the printers' worker.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from station.forms.office import office_on
from station.forms.trial_receipt import trial_receipt
from station.ports.devices import DeviceState, UnknownDeviceError
from ui import readers
from ui.desk_ports import DeviceRack
from ui.settings import StationSettings

_TITLE = "Trang thử"


@dataclass(frozen=True, slots=True)
class Trial:
    """How a device answered."""

    state: DeviceState
    ms: float


class DevicesDesk:
    """What the devices page and ``station devices`` ask for."""

    def __init__(
        self,
        rack: DeviceRack,
        *,
        settings: StationSettings,
        home: Path,
        now: Callable[[], datetime],
    ) -> None:
        self._rack, self._settings = rack, settings
        self._home, self._now = home, now

    def look(self) -> Sequence[DeviceState]:
        """Ask every device how it is; those that are in no setting come last. A training station
        is offered none of them."""
        found = () if self._settings.training else self._rack.not_set_up()
        return [*self._rack.states(), *found]

    def ask(self, name: str) -> Trial:
        """Ask one device how it is.

        Raises:
            UnknownDeviceError: there is none of this name.
        """
        started = time.perf_counter()
        state = self._rack.state_of(name)
        if state is None:
            raise UnknownDeviceError(name)
        return Trial(state, (time.perf_counter() - started) * 1000)

    def print_trial(self, name: str) -> None:
        """Print a paper with every Vietnamese letter on a printer of either kind.

        Raises:
            UnknownDeviceError: there is no printer of this name.
            PrinterError: nothing, or not all of it, came out.
        """
        office = office_on(self._settings.offices, self._now().date())
        for pages in self._rack.page_printers:
            if pages.name == name:
                pages.print_pages(readers.reader_test_page(office.agency), title=_TITLE)
                return
        for slips in self._rack.receipt_printers:
            if slips.name == name:
                counter = f"Quầy {self._settings.station_number}"
                slips.print_receipt(trial_receipt(office, counter, self._now()))
                return
        raise UnknownDeviceError(name)

    def set_up(self, found: DeviceState) -> None:
        """Write a reader that was found into the settings.

        Raises:
            StationError: the settings cannot be read or written; they are as they were.
        """
        readers.keep_reader(self._home, found)
