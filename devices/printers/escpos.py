"""Thermal printers that speak ESC/POS over a wire and are asked for their real state."""

from contextlib import closing
from time import monotonic

from devices.printers.escpos_status import (
    OF_OFFLINE_CAUSE,
    OF_PAPER,
    OF_PRINTER,
    Kind,
    Listener,
    asked_state,
    automatic_state,
)
from devices.printers.lines import Line, Wire
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

_REAL_TIME_STATUS = b"\x10\x04"  # DLE EOT n: answered at once, even with the cover open
_TELL_BY_ITSELF = b"\x1da\x0e"  # GS a n: online, errors and paper, whenever one of them changes
_TELL_NO_MORE = b"\x1da\x00"
_PRINTED_SO_FAR = b"\x1dr\x01"  # GS r 1: answered after everything before it is on paper


class EscposReceiptPrinter:
    """One printer, connected to anew for every slip, for many serve one connection at a time.

    Args:
        timeout_s: for connecting, for an answer, and for the printer to finish a slip.
        density: see ``DeviceSettings``.
    """

    simulated = False

    def __init__(
        self,
        name: str,
        wire: Wire,
        width: RollWidth,
        *,
        density: int = 0,
        connect_timeout_s: float = 3,
        answer_timeout_s: float = 1,
        finish_timeout_s: float = 8,
    ) -> None:
        self.name = name
        self.width = width
        self._wire = wire
        self._density = density
        self._connect_timeout_s = connect_timeout_s
        self._answer_timeout_s = answer_timeout_s
        self._finish_timeout_s = finish_timeout_s
        self._tells_when_finished = True  # until it is asked, and stays silent

    def state(self) -> PrinterState:
        """Connect and ask; a printer that takes the connection but does not answer is unknown."""
        try:
            with closing(self._connected()) as line:
                return self._state(line)
        except OSError:
            return PrinterState.OFFLINE

    def print_receipt(self, receipt: Receipt, *, open_drawer: bool = False) -> PrintOutcome:
        from devices.papers.receipt_escpos import receipt_bytes

        data = receipt_bytes(receipt, self.width, open_drawer=open_drawer, density=self._density)
        try:
            line = self._connected()
        except OSError as error:
            raise PrinterOfflineError(self.name, str(error)) from error
        sent = False
        try:
            with closing(line):
                state = self._state_before(line)
                require_able_to_print(self.name, state)
                tells = state is not PrinterState.UNKNOWN and self._tells_when_finished
                if tells:
                    line.send(_TELL_BY_ITSELF, timeout_s=self._answer_timeout_s)
                line.send(data, timeout_s=self._finish_timeout_s)
                sent = True
                return self._wait_until_finished(line) if tells else PrintOutcome.TAKEN
        except OSError as error:  # a full buffer hides the cause: a new connection may tell it
            now = self.state()
            cause = PrinterState.OFFLINE if now.can_print else now
            if sent:
                raise MaybePrintedError(self.name, cause) from error
            raise PrintInterruptedError(self.name, cause) from error

    def _connected(self) -> Line:
        return self._wire.open(timeout_s=self._connect_timeout_s)

    def _state_before(self, line: Line) -> PrinterState:
        try:
            return self._state(line)
        except OSError as error:
            raise PrinterOfflineError(self.name, str(error)) from error

    def _state(self, line: Line) -> PrinterState:
        printer = self._ask(line, OF_PRINTER)
        if printer is None:
            return PrinterState.UNKNOWN
        cause = self._ask(line, OF_OFFLINE_CAUSE) or 0
        return asked_state(printer, cause, self._ask(line, OF_PAPER) or 0)

    def _ask(self, line: Line, question: int) -> int | None:
        """Give the byte of a real-time status; None when the printer stays silent."""
        line.send(_REAL_TIME_STATUS + bytes([question]), timeout_s=self._answer_timeout_s)
        try:
            answer = line.receive(timeout_s=self._answer_timeout_s)
        except TimeoutError:
            return None
        asked = (said for said in Listener().hear(answer) if said.kind is Kind.ASKED)
        return next((said.content[0] for said in asked), None)

    def _wait_until_finished(self, line: Line) -> PrintOutcome:
        """Wait for the answer that stands behind the slip in the printer's queue.

        Dots of the raster may look like a question, so answers to those are read over. A printer
        that says by itself that it stopped is not waited for.

        Raises:
            MaybePrintedError: it stopped; many print the rest by themselves once they are mended.
        """
        line.send(_PRINTED_SO_FAR, timeout_s=self._finish_timeout_s)
        listener = Listener()
        deadline = monotonic() + self._finish_timeout_s
        while (left := deadline - monotonic()) > 0:
            try:
                heard = listener.hear(line.receive(timeout_s=left))
            except TimeoutError:
                break
            for said in heard:
                if said.kind is Kind.PRINTED:
                    line.send(_TELL_NO_MORE, timeout_s=self._answer_timeout_s)
                    return PrintOutcome.ON_PAPER
                if said.kind is Kind.AUTOMATIC:
                    self._require_at_work(automatic_state(said.content))
        self._require_at_work(self._state(line))
        self._tells_when_finished = False
        return PrintOutcome.TAKEN

    def _require_at_work(self, state: PrinterState) -> None:
        if not state.can_print:
            raise MaybePrintedError(self.name, state)
