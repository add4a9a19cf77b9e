"""What can be said of any device, for the list of devices and the status bar."""

from dataclasses import dataclass
from typing import Final

from station.errors import StationError

NOT_SET_UP: Final = "not_set_up"
"""The state of what is plugged in, but in no setting."""
SIGNER: Final = "token"
"""The role of the office's token, which copies are signed with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceState:
    """One device as it is now.

    ``state`` is ``ready``, or the real cause why not: ``offline``, ``out_of_paper`` and so on;
    ``NOT_SET_UP`` is plugged in, but in no setting.
    ``simulated`` devices are named as such wherever they are shown.
    """

    name: str
    role: str
    driver: str
    state: str
    simulated: bool
    address: str = ""


def found_device(role: str, driver: str, name: str, address: str) -> DeviceState:
    """Give a real device that is plugged in and in no setting; ``address`` is what the settings
    would name it by."""
    return DeviceState(
        name=name, role=role, driver=driver, state=NOT_SET_UP, simulated=False, address=address
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceSettings:
    """How a device is set up: ``role`` says what for, ``driver`` by which means, ``address`` where.

    Roles: ``page_printer``, ``receipt_printer``, ``id_reader``, ``scanner``. ``tray``,
    ``two_sided`` and ``copies`` are those of a page printer.
    """

    name: str
    role: str
    driver: str
    address: str = ""
    tray: str = ""
    two_sided: bool = False
    copies: int = 1
    papers: tuple[str, ...] = ()
    """Forms and sheets that a page printer is for (``01``, ``label``, ``a5``); none: for all that
    no other printer is for."""
    density: int = 0
    """Of a receipt printer: from -3, pale, to 3, dark; 0 leaves the printer as it is set."""

    @property
    def simulated(self) -> bool:
        """Tell whether a simulator stands in for the device."""
        return self.driver == "simulated"


class UnknownDeviceError(StationError):
    """The settings have no device of this name."""

    code = "DEV-011"

    def __init__(self, name: str) -> None:
        super().__init__(f"no device {name!r}")
        self.name = name
