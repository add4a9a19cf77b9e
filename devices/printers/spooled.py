"""Thermal printers behind the system's own print queue: the slip goes in as it is, raw.

A queue calls a job printed once the printer has its bytes, so that an officer is asked whether the
slip came out, once a session; what the queue does know, that paper is out or a job hangs, is told.
"""

from enum import Enum, auto
from threading import Event
from time import monotonic
from typing import Protocol

from station.forms.receipt import Receipt
from station.ports.papers import RollWidth
from station.ports.printers import (
    MaybePrintedError,
    PrinterOfflineError,
    PrinterState,
    PrintInterruptedError,
    PrintOutcome,
    require_able_to_print,
)


class JobStage(Enum):
    """How far a job came in its queue."""

    WAITING = auto()
    """Nothing of it went to the printer."""
    PRINTING = auto()
    GONE = auto()
    """The printer has it, or somebody took it away; the queue does not tell which."""


class Spooler(Protocol):
    """A print queue of the operating system."""

    def state(self) -> PrinterState:
        """Say how the printer is, as far as its driver tells.

        Raises:
            OSError: there is no such queue.
        """
        ...

    def submit(self, data: bytes, *, title: str) -> int:
        """Queue bytes that go to the printer as they are, and give the number of the job.

        Raises:
            OSError: nothing was queued.
        """
        ...

    def job(self, number: int) -> tuple[JobStage, PrinterState]:
        """Say how far a job came, and what holds it up.

        Raises:
            OSError: the queue cannot be asked any more.
        """
        ...

    def cancel(self, number: int) -> None:
        """Take a job away; one that is gone already is no error.

        Raises:
            OSError: the queue cannot be asked any more.
        """
        ...


class SpooledReceiptPrinter:
    """Implements ``ReceiptPrinter`` on a queue.

    Args:
        finish_timeout_s: for the queue to hand a slip to the printer.
    """

    simulated = False

    def __init__(
        self,
        name: str,
        spooler: Spooler,
        width: RollWidth,
        *,
        density: int = 0,
        finish_timeout_s: float = 20,
        look_every_s: float = 0.2,
    ) -> None:
        self.name = name
        self.width = width
        self._spooler = spooler
        self._density = density
        self._finish_timeout_s = finish_timeout_s
        self._look_every_s = look_every_s

    def state(self) -> PrinterState:
        """Ask the queue; a ready one says nothing of the paper, so its printer is unknown."""
        try:
            state = self._spooler.state()
        except OSError:
            return PrinterState.OFFLINE
        return PrinterState.UNKNOWN if state is PrinterState.READY else state

    def print_receipt(self, receipt: Receipt, *, open_drawer: bool = False) -> PrintOutcome:
        from devices.papers.receipt_escpos import receipt_bytes

        require_able_to_print(self.name, self.state())
        data = receipt_bytes(receipt, self.width, open_drawer=open_drawer, density=self._density)
        try:
            number = self._spooler.submit(data, title=receipt.dossier_code)
        except OSError as error:
            raise PrinterOfflineError(self.name, str(error)) from error
        return see_it_out(
            self.name,
            self._spooler,
            number,
            finish_timeout_s=self._finish_timeout_s,
            look_every_s=self._look_every_s,
        )


def see_it_out(
    printer: str, spooler: Spooler, number: int, *, finish_timeout_s: float, look_every_s: float
) -> PrintOutcome:
    """Wait until the printer has a job.

    Raises:
        PrintInterruptedError: it was held up before its first byte; the job was taken back.
        MaybePrintedError: it was held up later, and the printer may have all of it in its
            memory; or the queue fell silent.
    """
    deadline = monotonic() + finish_timeout_s
    pause = Event()
    try:
        stage, state = spooler.job(number)
        begun = stage is JobStage.PRINTING
        while stage is not JobStage.GONE and state.can_print and monotonic() < deadline:
            pause.wait(look_every_s)
            stage, state = spooler.job(number)
            begun = begun or stage is JobStage.PRINTING
        if stage is JobStage.GONE:
            return PrintOutcome.TAKEN
        spooler.cancel(number)
    except OSError as error:
        raise MaybePrintedError(printer, PrinterState.OFFLINE) from error
    cause = PrinterState.OFFLINE if state.can_print else state
    if begun:
        raise MaybePrintedError(printer, cause)
    raise PrintInterruptedError(printer, cause)
