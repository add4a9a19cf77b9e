"""Printers of thermal slips, and what can keep one from printing."""

from enum import StrEnum
from typing import Protocol

from station.errors import StationError
from station.forms.receipt import Receipt
from station.ports.papers import RollWidth


class PrinterState(StrEnum):
    """What a printer says of itself."""

    READY = "ready"
    PAPER_LOW = "paper_low"
    """It prints, but the roll ends soon."""
    UNKNOWN = "unknown"
    """It takes data but answers no question, as many cheap ones do."""
    OFFLINE = "offline"
    OUT_OF_PAPER = "out_of_paper"
    COVER_OPEN = "cover_open"
    JAMMED = "jammed"
    FAULT = "fault"
    """The cutter is blocked, the head is too hot, or it needs to be switched off and on."""
    NO_PERMISSION = "no_permission"

    @property
    def can_print(self) -> bool:
        return self in (PrinterState.READY, PrinterState.PAPER_LOW, PrinterState.UNKNOWN)


class PrintOutcome(StrEnum):
    """What is known of a paper once the printer has all of it."""

    ON_PAPER = "on_paper"
    """The printer says that it came out."""
    TAKEN = "taken"
    """The printer answers no question."""


class PrinterError(StationError):
    """A slip did not come out. The dossier is received all the same; the slip stays queued."""

    unavailable = True
    retryable = True

    def __init__(self, printer: str, cause: str = "") -> None:
        super().__init__(f"{printer}: {cause}" if cause else printer)
        self.printer = printer


class PrinterOfflineError(PrinterError):
    """The printer cannot be reached: switched off, unplugged, or another address."""

    code = "DEV-021"


class OutOfPaperError(PrinterError):
    """The roll is at its end; nothing was printed."""

    code = "DEV-022"


class CoverOpenError(PrinterError):
    """The cover is open; nothing was printed."""

    code = "DEV-023"


class PrinterFaultError(PrinterError):
    """The printer reports a fault of its own; nothing was printed."""

    code = "DEV-024"


class PrintInterruptedError(PrinterError):
    """The printer stopped part way: what came out is incomplete and must be thrown away."""

    code = "DEV-025"

    def __init__(self, printer: str, state: PrinterState) -> None:
        super().__init__(printer, f"stopped part way, {state}")
        self.state = state


class MaybePrintedError(PrinterError):
    """The printer has all of the paper, then stopped or fell silent: it may come out yet."""

    code = "DEV-029"

    def __init__(self, printer: str, state: PrinterState = PrinterState.UNKNOWN) -> None:
        super().__init__(printer, f"sent whole, then {state}")
        self.state = state


class PrinterPermissionError(PrinterError):
    """This account of the operating system may not write to the printer."""

    code = "DEV-026"


class PaperJamError(PrinterError):
    """A sheet is stuck in the printer; nothing was printed."""

    code = "DEV-027"


class PaperKindError(PrinterError):
    """The printer does not take what was sent: no PDF, no such paper or tray."""

    code = "DEV-028"


_ERRORS: dict[PrinterState, type[PrinterError]] = {
    PrinterState.OFFLINE: PrinterOfflineError,
    PrinterState.OUT_OF_PAPER: OutOfPaperError,
    PrinterState.COVER_OPEN: CoverOpenError,
    PrinterState.JAMMED: PaperJamError,
    PrinterState.FAULT: PrinterFaultError,
    PrinterState.NO_PERMISSION: PrinterPermissionError,
}


def printer_error(printer: str, state: PrinterState, cause: str = "") -> PrinterError:
    """Give the error of a state in which nothing is printed."""
    return _ERRORS[state](printer, cause)


def require_able_to_print(printer: str, state: PrinterState) -> None:
    """Let a printer pass that can print.

    Raises:
        PrinterError: the error that belongs to its state.
    """
    if not state.can_print:
        raise printer_error(printer, state)


class ReceiptPrinter(Protocol):
    """Puts thermal slips on paper. Calls block, so they are made on the device's thread only."""

    @property
    def name(self) -> str: ...

    @property
    def simulated(self) -> bool:
        """True when nothing comes out on real paper; the screen says so."""
        ...

    @property
    def width(self) -> RollWidth: ...

    def state(self) -> PrinterState:
        """Ask the printer how it is. Never raises."""
        ...

    def print_receipt(self, receipt: Receipt, *, open_drawer: bool = False) -> PrintOutcome:
        """Print one slip and cut the paper; returns when the printer took all of it.

        Raises:
            PrintInterruptedError: it stopped part way; that paper must be thrown away.
            MaybePrintedError: it has all of it, and nobody knows what becomes of it.
            PrinterError: any other cause; nothing was printed.
        """
        ...
