"""Thermal printers that the system shows as a file: ``/dev/usb/lp0``, ``LPT1``, a share."""

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from station.forms.receipt import Receipt
from station.ports.papers import RollWidth
from station.ports.printers import (
    MaybePrintedError,
    PrinterState,
    PrintInterruptedError,
    PrintOutcome,
    printer_error,
)

_STATES = {
    errno.EACCES: PrinterState.NO_PERMISSION,
    errno.EPERM: PrinterState.NO_PERMISSION,
    errno.ENOENT: PrinterState.OFFLINE,
    errno.ENOTDIR: PrinterState.OFFLINE,
    errno.ENODEV: PrinterState.OFFLINE,
    errno.ENXIO: PrinterState.OFFLINE,
    errno.EIO: PrinterState.OFFLINE,
    errno.EPIPE: PrinterState.OFFLINE,
    errno.EBUSY: PrinterState.OFFLINE,
}


@dataclass(frozen=True, slots=True)
class FileReceiptPrinter:
    """Writes the bytes of a slip to ``path``; in an ordinary file they replace the last slip."""

    name: str
    path: Path
    width: RollWidth
    simulated: bool = False
    density: int = 0

    def state(self) -> PrinterState:
        """Tell whether the path can be written to; such printers say no more."""
        if self.path.exists():
            writable = os.access(self.path, os.W_OK)
        elif self.path.parent.is_dir():
            writable = os.access(self.path.parent, os.W_OK)
        else:
            return PrinterState.OFFLINE
        return PrinterState.UNKNOWN if writable else PrinterState.NO_PERMISSION

    def print_receipt(self, receipt: Receipt, *, open_drawer: bool = False) -> PrintOutcome:
        rest = memoryview(self._bytes(receipt, open_drawer))
        begun = False
        try:
            with self.path.open("wb", buffering=0) as printer:
                while rest:
                    written = printer.write(rest) or 0
                    begun, rest = True, rest[written:]
        except OSError as error:
            state = self._state_of(error)
            if not rest:  # the last byte was taken, and closing failed
                raise MaybePrintedError(self.name, state) from error
            if begun:
                raise PrintInterruptedError(self.name, state) from error
            raise printer_error(self.name, state, error.strerror or "") from error
        return PrintOutcome.TAKEN

    def _bytes(self, receipt: Receipt, open_drawer: bool) -> bytes:
        from devices.papers.receipt_escpos import receipt_bytes

        return receipt_bytes(receipt, self.width, open_drawer=open_drawer, density=self.density)

    def _state_of(self, error: OSError) -> PrinterState:
        """Name the cause; the kernel's printer driver reports a spent roll as a full device."""
        if error.errno == errno.ENOSPC and self.path.is_char_device():
            return PrinterState.OUT_OF_PAPER
        return _STATES.get(error.errno or 0, PrinterState.FAULT)
