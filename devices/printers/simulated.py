"""A thermal printer without a printer: what it would print goes into a folder."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from station.forms.receipt import Receipt
from station.ports.papers import RollWidth
from station.ports.printers import (
    PrinterState,
    PrintOutcome,
    printer_error,
    require_able_to_print,
)


@dataclass(slots=True)
class SimulatedReceiptPrinter:
    """Writes each slip as ``CODE-80mm-1.bin`` (the bytes) and ``.png`` (the paper).

    ``pretended`` lets officers practise what to do when a real printer fails.
    """

    name: str
    folder: Path
    width: RollWidth
    pretended: PrinterState = PrinterState.READY

    @property
    def simulated(self) -> bool:
        return True

    def state(self) -> PrinterState:
        return self.pretended

    def print_receipt(self, receipt: Receipt, *, open_drawer: bool = False) -> PrintOutcome:
        from devices.papers.rendered_papers import RenderedPapers

        require_able_to_print(self.name, self.pretended)
        papers = RenderedPapers()
        data = papers.receipt_bytes(receipt, self.width, open_drawer=open_drawer)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self._next_path(receipt.dossier_code)
            path.with_suffix(".png").write_bytes(papers.receipt_picture(receipt, self.width))
            path.write_bytes(data)
        except OSError as error:
            cause = error.strerror or ""
            raise printer_error(self.name, PrinterState.NO_PERMISSION, cause) from error
        return PrintOutcome.ON_PAPER

    def _next_path(self, dossier_code: str) -> Path:
        named = (self.folder / f"{dossier_code}-{self.width}mm-{one}.bin" for one in count(1))
        return next(path for path in named if not path.exists())
