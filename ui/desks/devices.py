"""The devices of a station for those who look after them: how they are, trials, setting one up.

Free of Qt. Every call may wait for a device, so it is made on the printers' worker.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from station.forms.office import office_on
from station.forms.trial_receipt import trial_receipt
from station.ports.devices import SIGNER, DeviceState, UnknownDeviceError
from station.ports.readers import ReaderState
from ui import readers
from ui.desks.ports import DeviceRack
from ui.settings import StationSettings, TokenSettings

_TITLE = "Trang thử"


@dataclass(frozen=True, slots=True)
class Trial:
    """How a device answered."""

    state: DeviceState
    ms: float


def every_device(rack: DeviceRack, settings: StationSettings) -> Sequence[DeviceState]:
    """Ask every device how it is, the station's token too; what is in no setting comes last."""
    return [*rack.states(), *_beside_the_rack(rack, settings)]


def _beside_the_rack(rack: DeviceRack, settings: StationSettings) -> Sequence[DeviceState]:
    """Give the station's token, then what is plugged in and in no setting.

    A training station has no token, and is offered nothing that is real.
    """
    if settings.training:
        return ()
    found = rack.not_set_up()
    if settings.token is None:
        return found
    token, rest = _its_token(settings.token, found)
    return [token, *rest]


def _its_token(
    token: TokenSettings, found: Sequence[DeviceState]
) -> tuple[DeviceState, Sequence[DeviceState]]:
    """Tell the token of the settings from what was found; it may not be plugged in."""
    for one in found:
        of_library = (one.role, one.address) == (SIGNER, token.library)
        if of_library and token.label in (None, one.name):
            rest = [other for other in found if other is not one]
            return replace(one, state=ReaderState.READY), rest
    away = DeviceState(
        name=token.label or Path(token.library).stem,
        role=SIGNER,
        driver="pkcs11",
        state=ReaderState.OFFLINE,
        simulated=False,
        address=token.library,
    )
    return away, found


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
        """Ask every device how it is; see ``every_device``."""
        return every_device(self._rack, self._settings)

    def ask(self, name: str) -> Trial:
        """Ask one device how it is.

        Raises:
            UnknownDeviceError: there is none of this name.
        """
        started = time.perf_counter()
        state = self._rack.state_of(name) or self._token_of(name)
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
        """Write what was found into the settings.

        Raises:
            StationError: the settings cannot be read or written; they are as they were.
        """
        readers.keep_found(self._home, found)

    def _token_of(self, name: str) -> DeviceState | None:
        """Give the token of this name, which is no device of the rack."""
        found = _beside_the_rack(self._rack, self._settings)
        return next((one for one in found if one.name == name and one.role == SIGNER), None)
