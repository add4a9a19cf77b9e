"""From settings to drivers, and from drivers to what the list of devices shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from devices.printers.escpos import EscposReceiptPrinter
from devices.printers.file import FileReceiptPrinter
from devices.printers.folder import FolderPagePrinter
from devices.printers.ipp import IppPagePrinter
from devices.printers.lines import SerialWire, TcpWire, UsbWire, Wire
from devices.printers.queued_page_printer import QueuedPagePrinter, WindowsPageQueue
from devices.printers.simulated import SimulatedReceiptPrinter
from devices.printers.spooled import SpooledReceiptPrinter
from devices.printers.windows_spooler import WindowsSpooler
from devices.readers.camera import CameraReader
from devices.readers.chip import ChipReader
from devices.readers.connected import connected_readers
from devices.readers.keyboard import KeyboardReader
from devices.readers.serial_reader import SerialReader
from devices.scanners.camera import DocumentCamera
from devices.scanners.folder import WatchedFolder
from devices.scanners.sane import SaneScanner
from devices.scanners.simulated import SimulatedScanner
from devices.scanners.twain import TwainScanner
from devices.scanners.wia import WiaScanner
from station.errors import StationError
from station.ports.devices import DeviceSettings, DeviceState
from station.ports.page_printers import PagePrinter
from station.ports.papers import RollWidth
from station.ports.printers import PrinterState, ReceiptPrinter
from station.ports.readers import ChipCodeReader, CodeReader
from station.ports.scanners import Scanner

AUTHORITIES = "csca"
"""The folder of a home with the certificates of the states whose chips are believed."""
_PRINTED = "printed"
"""The folder of a home in which simulated printers leave their papers."""


class UnknownDriverError(StationError):
    """The settings name a device that this program has no driver for, or not in this role."""

    code = "DEV-010"

    def __init__(self, device: DeviceSettings) -> None:
        super().__init__(f"no driver {device.driver!r} for {device.role!r}")
        self.name, self.role = device.name, device.role
        self.driver, self.address = device.driver, device.address


@dataclass(frozen=True, slots=True)
class PicturesAsReader:
    """The simulated reader of ID cards: pictures of cards stand in for it."""

    name: str
    simulated: bool = True

    def state(self) -> PrinterState:
        return PrinterState.READY


Driver = PagePrinter | ReceiptPrinter | PicturesAsReader | KeyboardReader | CodeReader | Scanner


class Devices:
    """The devices of one station, in the order of its settings."""

    def __init__(self, settings: Sequence[DeviceSettings], home: Path) -> None:
        """Make the drivers; nothing is opened yet.

        Raises:
            UnknownDriverError: the settings ask for what does not exist.
        """
        self._all = [(one, _driver(one, home)) for one in settings]

    @property
    def page_printers(self) -> tuple[PagePrinter, ...]:
        """The printers for whole pages."""
        return tuple(d for one, d in self._all if one.role == "page_printer")  # type: ignore[misc]

    @property
    def receipt_printers(self) -> tuple[ReceiptPrinter, ...]:
        """The printers for thermal slips."""
        return tuple(
            d  # type: ignore[misc]
            for one, d in self._all
            if one.role == "receipt_printer"
        )

    def page_printer_for(self, form: str, sheet: str) -> PagePrinter | None:
        """Give the printer that is for a form, else for its sheet, else for whatever is left."""
        printers = [(one.papers, d) for one, d in self._all if one.role == "page_printer"]
        for wanted in (form, sheet):
            for papers, printer in printers:
                if wanted in papers:
                    return printer  # type: ignore[return-value]
        return next((d for papers, d in printers if not papers), None)  # type: ignore[return-value]

    def receipt_printer_for(self, width: str) -> ReceiptPrinter | None:
        """Give the printer of this width, else the first."""
        printers = self.receipt_printers
        return next((d for d in printers if str(d.width) == width), next(iter(printers), None))

    @property
    def readers(self) -> tuple[CodeReader, ...]:
        """The readers that speak for themselves; one in keyboard mode needs the window."""
        kinds = SerialReader | CameraReader | ChipReader
        return tuple(d for _, d in self._all if isinstance(d, kinds))

    @property
    def chip_readers(self) -> tuple[ChipCodeReader, ...]:
        """Those of them that read chips."""
        return tuple(d for _, d in self._all if isinstance(d, ChipReader))

    @property
    def scanners(self) -> tuple[Scanner, ...]:
        """What paper can be scanned with."""
        return tuple(d for one, d in self._all if one.role == "scanner")  # type: ignore[misc]

    def states(self) -> list[DeviceState]:
        """Ask every device how it is. Network printers are asked over the network."""
        return [_state(one, driver) for one, driver in self._all]

    def state_of(self, name: str) -> DeviceState | None:
        """Ask one device how it is; None when there is none of this name."""
        return next((_state(one, driver) for one, driver in self._all if one.name == name), None)

    def not_set_up(self) -> list[DeviceState]:
        """Find what is plugged in or announces itself, could be a reader, a scanner or a token,
        and is no device of the settings. Takes two seconds: scanners on the network answer late."""
        from devices.scanners.connected import connected_scanners
        from devices.signatures.connected import connected_tokens

        known = {one.address for one, _ in self._all}
        found = [*connected_readers(), *connected_scanners(), *connected_tokens()]
        return [one for one in found if one.address not in known]


def _state(one: DeviceSettings, driver: Driver) -> DeviceState:
    return DeviceState(
        name=one.name,
        role=one.role,
        driver=one.driver,
        state=driver.state().value,
        simulated=driver.simulated,
        address=one.address,
    )


def _driver(one: DeviceSettings, home: Path) -> Driver:
    width = RollWidth.MM_58 if "58" in one.name else RollWidth.MM_80
    try:
        match one.role, one.driver:
            case "page_printer", "simulated":
                return FolderPagePrinter(one.name, home / _PRINTED, simulated=True)
            case "page_printer", "folder":
                return FolderPagePrinter(one.name, Path(one.address))
            case "page_printer", "ipp":
                return IppPagePrinter(
                    one.name,
                    one.address,
                    tray=one.tray,
                    two_sided=one.two_sided,
                    copies=one.copies,
                )
            case "page_printer", "windows" if one.address and not one.tray:
                return QueuedPagePrinter(
                    one.name,
                    WindowsSpooler(one.address),
                    WindowsPageQueue(one.address, copies=one.copies, two_sided=one.two_sided),
                )
            case "receipt_printer", "simulated":
                return SimulatedReceiptPrinter(one.name, home / _PRINTED, width)
            case "receipt_printer", "network":
                return _escpos(one, TcpWire(one.address), width)
            case "receipt_printer", "serial":
                return _escpos(one, SerialWire(one.address), width)
            case "receipt_printer", "usb":
                return _escpos(one, UsbWire(one.address), width)
            case "receipt_printer", "windows" if one.address:
                return SpooledReceiptPrinter(
                    one.name, WindowsSpooler(one.address), width, density=one.density
                )
            case "receipt_printer", "file":
                return FileReceiptPrinter(one.name, Path(one.address), width, density=one.density)
            case "id_reader", "simulated" if one.address:
                return CameraReader(one.name, one.address, simulated=True)
            case "id_reader", "simulated":
                return PicturesAsReader(one.name)
            case "id_reader", "keyboard":
                return KeyboardReader(one.name, one.address)
            case "id_reader", "serial":
                return SerialReader(one.name, one.address)
            case "id_reader", "chip":
                return ChipReader(one.name, one.address, home / AUTHORITIES)
            case "id_reader", "camera":
                return CameraReader(one.name, one.address)
            case "scanner", driver:
                return _scanner(one, driver)
    except ValueError:
        raise UnknownDriverError(one) from None
    raise UnknownDriverError(one)


def _escpos(one: DeviceSettings, wire: Wire, width: RollWidth) -> EscposReceiptPrinter:
    return EscposReceiptPrinter(one.name, wire, width, density=one.density)


def _scanner(one: DeviceSettings, driver: str) -> Scanner:
    match driver:
        case "simulated":
            return SimulatedScanner(one.name, one.address)
        case "folder" if one.address:
            return WatchedFolder(one.name, Path(one.address))
        case "sane":
            return SaneScanner(one.name, one.address)
        case "escl":
            from devices.scanners.escl import EsclScanner  # HTTP is heavy at the start

            return EsclScanner(one.name, one.address)
        case "camera":
            return DocumentCamera(one.name, one.address)
        case "wia":
            return WiaScanner(one.name, one.address)
        case "twain":
            return TwainScanner(one.name, one.address)
    raise UnknownDriverError(one)
