"""What a device says of itself, in two or three words for the status bar."""

from collections.abc import Sequence
from typing import Final

from station.ports.devices import DeviceState
from station.ports.readers import ReaderState
from station.ports.scanners import ScannerState
from station.words import Language
from ui.desktop.frame.view_model import DeviceRole, DeviceStatus
from ui.desktop.preview.view_model import PrinterChoice
from ui.printer_words import PRINTER_PROBLEMS

_PROBLEMS: Final[dict[str, dict[Language, str]]] = {
    **{state.value: said for state, said in PRINTER_PROBLEMS.items()},
    ScannerState.JAM: {"vi": "kẹt giấy", "en": "paper jam"},
    ScannerState.DOUBLE_FEED: {"vi": "kéo hai tờ", "en": "took two sheets"},
    ReaderState.IN_USE: {"vi": "chương trình khác đang dùng", "en": "in use by another program"},
    ReaderState.NO_PICTURE: {"vi": "không cho hình", "en": "gives no picture"},
}
"""By the state of a printer, reader or scanner; what is in both is worded once."""
_ROLES: Final = {
    "page_printer": DeviceRole.PRINTER,
    "receipt_printer": DeviceRole.RECEIPT_PRINTER,
    "id_reader": DeviceRole.ID_READER,
    "scanner": DeviceRole.SCANNER,
}


SIMULATED_SUFFIX = " (mô phỏng)"
"""Ends the names of sample devices; the preview says it by itself."""


def printer_choices(
    devices: Sequence[DeviceState], language: Language
) -> tuple[PrinterChoice, ...]:
    """Give the printers for whole pages, in the order of the settings."""
    return tuple(
        PrinterChoice(
            name=device.name,
            label=device.name.removesuffix(SIMULATED_SUFFIX),
            simulated=device.simulated,
            problem=_problem(device, language),
        )
        for device in devices
        if device.role == "page_printer"
    )


def device_status(device: DeviceState, language: Language) -> DeviceStatus | None:
    """Give what the status bar shows of a device; None for a role that it does not show.

    A printer that answers no question counts as ready: the first paper will tell.
    """
    role = _ROLES.get(device.role)
    if role is None:
        return None
    return DeviceStatus(role=role, simulated=device.simulated, problem=_problem(device, language))


def _problem(device: DeviceState, language: Language) -> str | None:
    words = _PROBLEMS.get(device.state)
    return words[language] if words else None
