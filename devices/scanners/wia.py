"""Scanners that Windows knows (WIA 2.0), by its automation objects.

Written by Microsoft's description of them and tested through objects that behave as described; it
has not run on Windows with a scanner yet. Like every driver it runs in a process of its own.
"""

import importlib
from collections.abc import Callable, Iterator
from typing import Any

from devices.scanners.bitmaps import kept_form
from station.ports.scanners import ScannerError, ScannerState, ScanRequest, scanner_error

NewObject = Callable[[str], Any]
"""Makes an automation object by its name."""
_MANAGER = "WIA.DeviceManager"
_SCANNER = 1
_JPEG = "{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}"
_CAPABILITIES, _STATUS, _SELECT, _PAGES = "3086", "3087", "3088", "3096"
"""Properties of the device: what feeders it has, how they are, which is used, pages a transfer."""
_INTENT, _ACROSS, _DOWN = "6146", "6147", "6148"
"""Properties of a picture: colours, dots per inch in both directions."""
_FEEDER, _FLATBED, _DUPLEX = 1, 2, 4
_FEEDER_READY = 1
_PAPER_JAM, _PATH_COVER_UP, _MULTIPLE_FEED = 0x20, 0x10, 0x200
_COLOUR, _GRAY = 1, 2
_STATES = {
    0x80210002: ScannerState.JAM,
    0x80210003: ScannerState.NO_PAGES,
    0x80210004: ScannerState.JAM,
    0x80210005: ScannerState.OFFLINE,
    0x80210006: ScannerState.BUSY,
    0x80210007: ScannerState.BUSY,
    0x8021000A: ScannerState.OFFLINE,
    0x8021000D: ScannerState.BUSY,
    0x80210010: ScannerState.COVER_OPEN,
    0x80210014: ScannerState.DOUBLE_FEED,
    0x80210015: ScannerState.OFFLINE,
    0x80210016: ScannerState.COVER_OPEN,
    0x80210020: ScannerState.DOUBLE_FEED,
    0x80070005: ScannerState.NO_PERMISSION,
}
"""By the HRESULT. The header counts its codes in decimal (cover open is 16, two sheets at once 20),
but drivers and Microsoft's own pages also have these two as hexadecimal digits: both are taken."""


class WiaScanner:
    """One scanner of Windows, by the name that Windows shows; empty: the first."""

    simulated = False

    def __init__(self, name: str, device: str, *, new_object: NewObject | None = None) -> None:
        """Take the name; nothing is opened yet.

        Args:
            new_object: makes automation objects; tests bring their own.
        """
        self.name = name
        self._device = device
        self._new_object = new_object or _automation

    def state(self) -> ScannerState:
        try:
            device = self._connected()
            return self._state_of(device)
        except ScannerError as error:
            return _state_named(error)

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        device = self._connected()
        state = self._state_of(device)
        has_glass = bool(_read(device, _CAPABILITIES) & _FLATBED)
        if state is not ScannerState.READY and not (state is ScannerState.NO_PAGES and has_glass):
            raise scanner_error(state, self.name)
        feeder = bool(_read(device, _CAPABILITIES) & _FEEDER) and state is ScannerState.READY
        item = self._prepared(device, request, feeder=feeder)
        given = 0
        while True:
            try:
                picture = item.Transfer(_JPEG)
                content = kept_form(bytes(picture.FileData.BinaryData))
            except Exception as error:
                failed = self._error(error, given)
                if given and _state_named(failed) is ScannerState.NO_PAGES:
                    return  # the feeder is empty: that is how a run ends
                raise failed from error
            yield content
            given += 1
            if not feeder:
                return

    def _prepared(self, device: Any, request: ScanRequest, *, feeder: bool) -> Any:  # noqa: ANN401 - automation
        """Choose the source and say how the page is wanted."""
        try:
            if _read(device, _CAPABILITIES) & _FEEDER:
                source = _FEEDER if feeder else _FLATBED
                both = request.duplex and bool(_read(device, _CAPABILITIES) & _DUPLEX)
                _write(device, _SELECT, source | (_DUPLEX if both and feeder else 0))
                _write(device, _PAGES, 1)
            item = device.Items.Item(1)
            _write(item, _INTENT, _COLOUR if request.colour else _GRAY)
            _write(item, _ACROSS, request.dpi)
            _write(item, _DOWN, request.dpi)
        except Exception as error:
            raise self._error(error, 0) from error
        return item

    def _connected(self) -> Any:  # noqa: ANN401 - automation
        """
        Raises:
            ScannerError: Windows knows no such scanner, or cannot open it.
        """
        try:
            manager = self._new_object(_MANAGER)
            for number in range(1, manager.DeviceInfos.Count + 1):
                info = manager.DeviceInfos.Item(number)
                if info.Type == _SCANNER and self._device in ("", _read(info, "Name")):
                    return info.Connect()
        except Exception as error:
            raise self._error(error, 0) from error
        raise scanner_error(ScannerState.OFFLINE, self.name, cause="no such scanner")

    def _state_of(self, device: Any) -> ScannerState:  # noqa: ANN401 - automation
        try:
            feeders, status = _read(device, _CAPABILITIES), _read(device, _STATUS)
        except Exception as error:
            raise self._error(error, 0) from error
        for flag, state in (
            (_PAPER_JAM, ScannerState.JAM),
            (_PATH_COVER_UP, ScannerState.COVER_OPEN),
            (_MULTIPLE_FEED, ScannerState.DOUBLE_FEED),
        ):
            if status & flag:
                return state
        empty = feeders & _FEEDER and not status & _FEEDER_READY
        return ScannerState.NO_PAGES if empty else ScannerState.READY

    def _error(self, error: Exception, given: int) -> ScannerError:
        code = getattr(error, "hresult", None)
        if code is None:
            code = error.args[0] if error.args and isinstance(error.args[0], int) else 0
        state = _STATES.get(code & 0xFFFFFFFF, ScannerState.FAULT)
        if isinstance(error, ImportError):  # this is no Windows
            state = ScannerState.OFFLINE
        cause = f"{type(error).__name__} {code & 0xFFFFFFFF:#010x}"
        return scanner_error(state, self.name, pages=given, cause=cause)


def wia_scanners(new_object: NewObject | None = None) -> list[str]:
    """Give the names of the scanners that Windows knows; none on other systems."""
    make = new_object or _automation
    try:
        infos = make(_MANAGER).DeviceInfos
        every = [infos.Item(number) for number in range(1, infos.Count + 1)]
        return [str(_read(info, "Name")) for info in every if info.Type == _SCANNER]
    except Exception:  # noqa: BLE001 - no Windows, or its image service is off: nothing is found
        return []


def _automation(name: str) -> Any:  # noqa: ANN401 - automation
    client = importlib.import_module("comtypes.client")
    return client.CreateObject(name, dynamic=True)


def _read(thing: Any, name: str) -> Any:  # noqa: ANN401 - automation
    return thing.Properties.Item(name).Value


def _write(thing: Any, name: str, value: int) -> None:  # noqa: ANN401 - automation
    thing.Properties.Item(name).Value = value


def _state_named(error: ScannerError) -> ScannerState:
    every = {scanner_error(state, "").code: state for state in ScannerState}
    every[scanner_error(ScannerState.FAULT, "").code] = ScannerState.FAULT
    return every[error.code]
