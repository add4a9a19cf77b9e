"""A scanner in a process of its own: a driver that hangs or crashes costs its run, nothing more.

The process is kept between runs, for some scanners know what happened in the last one. It imports
the drivers; this side imports nothing heavy.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from devices.processes import OwnProcess, limit_memory, ready
from station.errors import StationError
from station.ports.devices import DeviceSettings
from station.ports.scanners import (
    Scanner,
    ScannerError,
    ScannerFaultError,
    ScannerHangsError,
    ScannerState,
    ScanRequest,
)

if TYPE_CHECKING:
    from devices.processes import Line

_PAGE_S = 150.0
"""From one page to the next. A slow flatbed of 300 dpi takes half a minute; drivers with a time
limit of their own give up before."""
_STATE_S = 60.0
_STOP_S = 5.0
"""So long a driver may take to end its run politely before it is ended."""
_MEMORY = 1_500_000_000
"""Bytes on top of what the process has when it is ready. Not limited on Windows."""


class ScannerProcess:
    """The ``Scanner`` of some settings, driven in its own process. For one thread."""

    def __init__(
        self, settings: DeviceSettings, home: Path, *, simulated: bool, page_s: float = _PAGE_S
    ) -> None:
        self.name = settings.name
        self.simulated = simulated
        self.photographs = settings.driver == "camera"
        """Its pages are photographs: the sheet has to be found on them."""
        self._page_s = page_s
        self._process = OwnProcess(serve, settings, home, name="scanner")

    def state(self) -> ScannerState:
        try:
            answer = self._process.ask(("state", None), timeout_s=_STATE_S)
        except (OSError, EOFError):
            return ScannerState.FAULT
        return answer if isinstance(answer, ScannerState) else ScannerState.FAULT

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        given, over = 0, False
        try:
            self._process.start()
            self._process.send(("scan", request), timeout_s=_STATE_S)
            if request.single:
                self.stop()  # it is heard behind the first page, before another sheet is fed
            while True:
                answer = self._next(given)
                if isinstance(answer, bytes):
                    yield answer
                    given += 1
                    continue
                over = True
                if answer is None:
                    return
                if isinstance(answer, ScannerError):
                    answer.pages = given
                    raise answer
                raise ScannerFaultError(self.name, pages=given, cause=str(answer))
        except (OSError, EOFError) as error:
            over = True
            raise ScannerFaultError(self.name, pages=given, cause="the driver ended") from error
        finally:
            if not over:
                self._drop()

    def stop(self) -> None:
        """Let the run that goes on end: the page that is under way is its last.

        Its sheet went through already, and would lie among those whose pages are kept.
        """
        with suppress(OSError, EOFError):  # that it died is told where its next page is awaited
            self._process.send(("stop", None), timeout_s=_STOP_S)

    @property
    def process_id(self) -> int | None:
        """Where the process is to be found, for those who watch it."""
        return self._process.id

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.close()

    def _next(self, given: int) -> object:
        if not self._process.has_answer(within_s=self._page_s):
            self._process.close()
            raise ScannerHangsError(self.name, pages=given)
        return self._process.receive(timeout_s=self._page_s)

    def _drop(self) -> None:
        """Have the driver end its run; one that does not is ended with its process."""
        try:
            self._process.send(("drop", None), timeout_s=_STOP_S)
            while self._process.receive(timeout_s=_STOP_S) is not None:
                pass  # a page that was on its way; its paper has to be fed again
        except (OSError, EOFError):
            self._process.close()


def serve(line: Line, settings: DeviceSettings, home: Path) -> None:
    """Answer until the other side is gone. The process's own entry point."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which then ends us
    from devices.registry import Devices

    (scanner,) = Devices([settings], home).scanners
    limit_memory(_MEMORY)
    ready(line)
    while True:
        try:
            what, request = line.recv()
            if what == "state":
                line.send(scanner.state())
            elif what == "scan":
                _run(line, scanner, request)
        except (OSError, EOFError):
            os._exit(0)


def _run(line: Line, scanner: Scanner, request: ScanRequest) -> None:
    """Give page by page. One waits in the line until the other side has put the last one away."""
    from devices.scanners.folder import WatchedFolder

    answer: object = None
    pages = scanner.scan(request)
    try:
        for page in pages:
            line.send(page)
            if line.poll():
                what, _ = line.recv()
                if what != "stop" or not isinstance(scanner, WatchedFolder):
                    break
                scanner.stop()  # it has to put aside what is kept
    except StationError as error:
        answer = error
    except (EOFError, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever a driver raises ends its run
        answer = type(error).__name__
    finally:
        close = getattr(pages, "close", None)
        if close is not None:
            close()
    line.send(answer)
