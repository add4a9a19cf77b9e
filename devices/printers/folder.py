"""Pages go into a folder as PDF files, from which the office prints them; also the simulator."""

import os
from pathlib import Path

from station.ports.printers import (
    PrinterOfflineError,
    PrinterPermissionError,
    PrinterState,
    PrintOutcome,
    require_able_to_print,
)


class FolderPagePrinter:
    """Writes each job as one PDF file; see ``station.ports.page_printers.PagePrinter``."""

    def __init__(self, name: str, folder: Path, *, simulated: bool = False) -> None:
        self.name = name
        self.simulated = simulated
        self._folder = folder

    def state(self) -> PrinterState:
        """Tell whether the folder can be written."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except PermissionError:
            return PrinterState.NO_PERMISSION
        except OSError:
            return PrinterState.OFFLINE
        writable = os.access(self._folder, os.W_OK)
        return PrinterState.READY if writable else PrinterState.NO_PERMISSION

    def print_pages(self, pdf: bytes, *, title: str) -> PrintOutcome:
        """Write the file; one of the same title gets a number, nothing is overwritten.

        Raises:
            PrinterPermissionError, PrinterOfflineError: nothing was written.
        """
        require_able_to_print(self.name, self.state())
        stem = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in title)
        try:
            self._write(stem, pdf)
        except PermissionError as error:
            raise PrinterPermissionError(self.name, error.strerror or "") from error
        except OSError as error:
            raise PrinterOfflineError(self.name, error.strerror or "") from error
        return PrintOutcome.ON_PAPER

    def _write(self, stem: str, pdf: bytes) -> None:
        for copy in range(1, 10_000):
            path = self._folder / (f"{stem}.pdf" if copy == 1 else f"{stem}-{copy}.pdf")
            try:
                with path.open("xb") as file:
                    file.write(pdf)
            except FileExistsError:
                continue
            return
        raise OSError("ten thousand files of one name")
