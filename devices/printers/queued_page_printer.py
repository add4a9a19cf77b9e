"""Page printers behind a print queue of Windows: most office printers on a USB cable."""

from contextlib import suppress
from typing import Protocol

from devices.printers.spooled import Spooler, see_it_out
from devices.printers.windows_pages import serve
from devices.processes import OwnProcess
from station.ports.printers import (
    MaybePrintedError,
    PrinterOfflineError,
    PrinterState,
    PrintOutcome,
    require_able_to_print,
)

_SUBMIT_S = 120.0
"""For all pages of a job to be drawn and taken by the queue; a daily log has hundreds."""


class PageQueue(Protocol):
    """Takes whole documents."""

    def submit(self, pdf: bytes, *, title: str) -> int:
        """Queue a document and give the number of its job.

        Raises:
            OSError: nothing was queued.
            EOFError: it ended amid it, and nobody knows what the queue has.
        """
        ...


class WindowsPageQueue:
    """A queue of Windows, in a process that is begun for each job: the printer's driver is loaded
    into it, and may hang or crash."""

    def __init__(
        self, queue: str, *, copies: int, two_sided: bool, submit_s: float = _SUBMIT_S
    ) -> None:
        self._queue, self._copies, self._two_sided = queue, copies, two_sided
        self._submit_s = submit_s

    def submit(self, pdf: bytes, *, title: str) -> int:
        process = OwnProcess(serve, name="page-queue")
        about = (self._queue, pdf, title, self._copies, self._two_sided)
        try:
            good, answer = process.ask(("print", about), timeout_s=self._submit_s)
        except OSError as error:
            raise EOFError from error
        finally:
            process.close()
        if not good:
            raise OSError(str(answer))
        return int(answer)


class QueuedPagePrinter:
    """Implements ``PagePrinter``.

    A queue calls a job printed once the printer has its bytes, so that the officer is asked whether
    the paper came out, once a session.

    Args:
        spooler: tells of the queue and its jobs.
        pages: takes the documents.
        finish_timeout_s: for the queue to hand a job to the printer.
    """

    simulated = False

    def __init__(
        self,
        name: str,
        spooler: Spooler,
        pages: PageQueue,
        *,
        finish_timeout_s: float = 90,
        look_every_s: float = 0.3,
    ) -> None:
        self.name = name
        self._spooler = spooler
        self._pages = pages
        self._finish_timeout_s = finish_timeout_s
        self._look_every_s = look_every_s

    def state(self) -> PrinterState:
        """Ask the queue; a ready one says nothing of the paper, so its printer is unknown."""
        with suppress(OSError):
            state = self._spooler.state()
            return PrinterState.UNKNOWN if state is PrinterState.READY else state
        return PrinterState.OFFLINE

    def print_pages(self, pdf: bytes, *, title: str) -> PrintOutcome:
        """Print all pages; returns when the printer has them.

        Raises:
            PrintInterruptedError: it was held up before its first byte; the job was taken back.
            MaybePrintedError: it was held up later, or the driver ended amid the job.
            PrinterError: any other cause; nothing was printed.
        """
        require_able_to_print(self.name, self.state())
        try:
            number = self._pages.submit(pdf, title=title)
        except EOFError as error:
            raise MaybePrintedError(self.name, PrinterState.FAULT) from error
        except OSError as error:
            raise PrinterOfflineError(self.name, str(error)) from error
        return see_it_out(
            self.name,
            self._spooler,
            number,
            finish_timeout_s=self._finish_timeout_s,
            look_every_s=self._look_every_s,
        )
