"""Scanners that have a TWAIN driver only (Windows), by the package ``pytwain``.

TWAIN tells of pages by callbacks in the thread that opened the source, and pumps that thread's
messages: it has a thread of its own, and a page waits there until it is taken. Written by pytwain's
interface and tested through objects that have it; it has not run on Windows with a scanner yet.
"""

import importlib
import queue
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from devices.scanners.bitmaps import kept_form
from station.ports.scanners import ScannerError, ScannerState, ScanRequest, scanner_error

_PACKAGE = "twain"
_STATES = {
    "PaperJam": ScannerState.JAM,
    "PaperDoubleFeedError": ScannerState.DOUBLE_FEED,
    "MaxConnectionsError": ScannerState.BUSY,
    "DeniedError": ScannerState.NO_PERMISSION,
    "CheckDeviceOnlineError": ScannerState.OFFLINE,
    "NoDataSourceError": ScannerState.OFFLINE,
    "SMLoadFileFailed": ScannerState.OFFLINE,
    "SMOpenFailed": ScannerState.OFFLINE,
    "ModuleNotFoundError": ScannerState.OFFLINE,
}
"""By the name of pytwain's error."""
_COLOUR, _GRAY = "TWPT_RGB", "TWPT_GRAY"
_LOOK_S = 0.1
_Told = bytes | ScannerError | None


class TwainScanner:
    """One TWAIN source, by its name; empty: the first."""

    simulated = False

    def __init__(self, name: str, source: str, *, library: Callable[[], Any] | None = None) -> None:
        """Take the name; nothing is opened yet.

        Args:
            library: gives pytwain; tests bring what has its interface.
        """
        self.name = name
        self._source = source
        self._library = library or _pytwain

    def state(self) -> ScannerState:
        try:
            twain = self._library()
            with twain.SourceManager(0) as manager:
                names = list(manager.source_list)
        except Exception as error:  # noqa: BLE001 - whatever a driver raises is a state
            return _STATES.get(type(error).__name__, ScannerState.FAULT)
        there = self._source in names if self._source else bool(names)
        return ScannerState.READY if there else ScannerState.OFFLINE

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        told: queue.Queue[_Told] = queue.Queue(maxsize=1)
        stop = threading.Event()
        thread = threading.Thread(
            target=self._run, args=(request, told, stop), name="twain", daemon=True
        )
        thread.start()
        given = 0
        try:
            while True:
                page = told.get()
                if page is None:
                    break
                if isinstance(page, ScannerError):
                    page.pages = given
                    raise page
                yield page
                given += 1
        finally:
            stop.set()
            thread.join()
        if not given:
            raise scanner_error(ScannerState.NO_PAGES, self.name)

    def _run(self, request: ScanRequest, told: "queue.Queue[_Told]", stop: threading.Event) -> None:
        def tell(what: _Told) -> bool:
            while not stop.is_set():
                try:
                    told.put(what, timeout=_LOOK_S)
                except queue.Full:
                    continue
                return True
            return False

        try:
            twain = self._library()
            with (
                tempfile.TemporaryDirectory(prefix="twain-") as folder,
                twain.SourceManager(0) as manager,
            ):
                names = list(manager.source_list)
                chosen = self._source or next(iter(names), "")
                if chosen not in names:  # without a name it would ask in a window of its own
                    tell(scanner_error(ScannerState.OFFLINE, self.name, cause="no source"))
                    return
                with manager.open_source(chosen) as source:
                    self._feed(twain, source, request, Path(folder), tell)
        except Exception as error:  # noqa: BLE001 - whatever a driver raises ends its run
            if type(error).__name__ != "DSTransferCancelled":
                state = _STATES.get(type(error).__name__, ScannerState.FAULT)
                tell(scanner_error(state, self.name, cause=type(error).__name__))
                return
        tell(None)

    def _feed(
        self,
        twain: Any,  # noqa: ANN401 - pytwain
        source: Any,  # noqa: ANN401 - pytwain
        request: ScanRequest,
        folder: Path,
        tell: Callable[[_Told], bool],
    ) -> None:
        constants = importlib.import_module(f"{twain.__name__}.lowlevel.constants")
        wishes = (
            ("ICAP_PIXELTYPE", "TWTY_UINT16",
             getattr(constants, _COLOUR if request.colour else _GRAY)),
            ("ICAP_XRESOLUTION", "TWTY_FIX32", float(request.dpi)),
            ("ICAP_YRESOLUTION", "TWTY_FIX32", float(request.dpi)),
            ("CAP_FEEDERENABLED", "TWTY_BOOL", True),
            ("CAP_DUPLEXENABLED", "TWTY_BOOL", request.duplex),
            ("CAP_XFERCOUNT", "TWTY_INT16", -1),
        )  # fmt: skip
        for capability, kind, value in wishes:
            try:
                source.set_capability(
                    getattr(constants, capability), getattr(constants, kind), value
                )
            except (twain.exceptions.TwainError, twain.exceptions.CheckStatus):
                continue  # it has no such thing, or took the nearest value: a flatbed has no feeder

        def came(picture: Any, _more: int) -> None:  # noqa: ANN401 - pytwain
            page = folder / "page.bmp"
            picture.save(str(page))
            if not tell(kept_form(page.read_bytes())):
                raise twain.exceptions.CancelAll

        source.acquire_natively(after=came, show_ui=False)


def _pytwain() -> Any:  # noqa: ANN401 - pytwain
    return importlib.import_module(_PACKAGE)
