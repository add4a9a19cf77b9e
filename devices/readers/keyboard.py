"""A reader in keyboard mode, as far as it can be known without a window.

What it types is caught in the window (``ui.desktop.reader_keys``); here is only whether its
keyboard is plugged in. The address says how to know its keys: a function key that it presses
before each code (``F13``), the name of its keyboard, or nothing, when speed has to tell.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from station.ports.readers import ReaderState

_KEYBOARDS = Path("/proc/bus/input/devices")
_NAME = re.compile(r'^N: Name="(.*)"$', re.M)
_PRODUCT = re.compile(r"^I: Bus=(\w+) Vendor=(\w+) Product=(\w+)", re.M)
_HANDLERS = re.compile(r"^H: Handlers=.*\bkbd\b", re.M)
_USB = "0003"
_BY_PREFIX = re.compile(r"F(?:1[3-9]|2[0-4])")


class KeyboardReader:
    """The entry of a keyboard reader in the list of devices."""

    simulated = False

    def __init__(self, name: str, address: str) -> None:
        self.name = name
        self._keyboard = "" if _BY_PREFIX.fullmatch(address) else address

    def state(self) -> ReaderState:
        """Tell whether its keyboard is there; unknown where its keys alone tell, and on Windows."""
        if not self._keyboard or sys.platform != "linux":
            return ReaderState.UNKNOWN
        known = any(self._keyboard in (label, name) for name, label in usb_keyboards())
        return ReaderState.READY if known else ReaderState.OFFLINE


def usb_keyboards() -> Iterator[tuple[str, str]]:
    """Give what is plugged in and types (Linux): its name, and its name with vendor and product,
    as X11 tells them too."""
    try:
        listed = _KEYBOARDS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for device in listed.split("\n\n"):
        name, product = _NAME.search(device), _PRODUCT.search(device)
        if name and product and product[1] == _USB and _HANDLERS.search(device):
            yield name[1], f"{name[1]} ({product[2]}:{product[3]})"
