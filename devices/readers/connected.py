"""What is plugged in and could be set up as a reader."""

from collections.abc import Iterator
from pathlib import Path

from serial.tools import list_ports

from devices.chip.pcsc import PcscContext, PcscError
from devices.readers.keyboard import usb_keyboards
from station.ports.devices import DeviceState, found_device

_CAMERAS = Path("/sys/class/video4linux")


def connected_readers() -> list[DeviceState]:
    """Find serial ports on USB, readers of chips, and on Linux cameras and USB keyboards, one of
    which may be a reader. ``address`` is what the settings name it by."""
    return [
        found_device("id_reader", driver, name, address)
        for driver, name, address in (
            *_serial_ports(),
            *_chip_readers(),
            *_cameras(),
            *_keyboards(),
        )
    ]


def _serial_ports() -> Iterator[tuple[str, str, str]]:
    for port in list_ports.comports():
        if port.vid is not None:
            name = port.product or port.description or port.device
            yield "serial", name, f"usb:{port.vid:04x}:{port.pid:04x}"


def _chip_readers() -> list[tuple[str, str, str]]:
    try:
        with PcscContext() as context:
            return [("chip", name, name) for name in context.readers()]
    except PcscError:  # no card service on this computer: no readers
        return []


def _cameras() -> Iterator[tuple[str, str, str]]:
    for entry in sorted(_CAMERAS.glob("video*")):
        try:
            name = (entry / "name").read_text(encoding="utf-8", errors="replace").strip()
            main = (entry / "index").read_text(encoding="ascii").strip() == "0"
        except OSError:  # it was pulled out this moment
            continue
        if main:  # the others of one camera give no pictures
            yield "camera", name, entry.name.removeprefix("video")


def _keyboards() -> Iterator[tuple[str, str, str]]:
    return (("keyboard", name, label) for name, label in usb_keyboards())
