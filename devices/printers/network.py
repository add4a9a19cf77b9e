"""Thermal printers on the network (raw ESC/POS on TCP, port 9100), asked for their real state."""

import socket
from contextlib import closing
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

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

_Connection = Any  # escpos.printer.Network, which publishes no types
_RAW_PORT = 9100
_REAL_TIME_STATUS = b"\x10\x04"  # DLE EOT n: answered at once, even with the cover open
_PRINTED_SO_FAR = b"\x1dr\x01"  # GS r 1: answered after everything before it is on paper
_OF_PRINTER, _OF_OFFLINE_CAUSE, _OF_PAPER = 1, 2, 4
_IS_OFFLINE = 0x08
_COVER_OPEN, _STOPPED_BY_PAPER_END, _ERROR = 0x04, 0x20, 0x40
_PAPER_NEAR_END, _PAPER_END = 0x0C, 0x60


class NetworkReceiptPrinter:
    """One printer, connected to anew for every slip, for many serve one connection at a time.

    Args:
        address: ``host`` or ``host:port``.
        timeout_s: for connecting, for an answer, and for the printer to finish a slip.

    Raises:
        ValueError: the address names no host, or no such port.
    """

    simulated = False

    def __init__(
        self,
        name: str,
        address: str,
        width: RollWidth,
        *,
        connect_timeout_s: float = 3,
        answer_timeout_s: float = 1,
        finish_timeout_s: float = 8,
    ) -> None:
        parts = urlsplit(f"//{address}")
        if not parts.hostname:
            raise ValueError(f"no host in {address!r}")
        self.name = name
        self.width = width
        self._host, self._port = parts.hostname, parts.port or _RAW_PORT
        self._connect_timeout_s = connect_timeout_s
        self._answer_timeout_s = answer_timeout_s
        self._finish_timeout_s = finish_timeout_s
        self._tells_when_finished = True  # until it is asked, and stays silent

    def state(self) -> PrinterState:
        """Connect and ask; a printer that takes the connection but does not answer is unknown."""
        try:
            with closing(self._connected()) as connection:
                return self._state(connection)
        except OSError:
            return PrinterState.OFFLINE

    def print_receipt(self, receipt: Receipt, *, open_drawer: bool = False) -> PrintOutcome:
        from devices.papers.receipt_escpos import receipt_bytes

        data = receipt_bytes(receipt, self.width, open_drawer=open_drawer)
        try:
            connection = self._connected()
        except OSError as error:
            raise PrinterOfflineError(self.name, str(error)) from error
        sent = False
        try:
            with closing(connection):
                state = self._state_before(connection)
                require_able_to_print(self.name, state)
                self._send(connection, data)
                sent = True
                if state is PrinterState.UNKNOWN or not self._tells_when_finished:
                    return PrintOutcome.TAKEN
                return self._wait_until_finished(connection)
        except OSError as error:  # a full buffer hides the cause: a new connection may tell it
            now = self.state()
            cause = PrinterState.OFFLINE if now.can_print else now
            if sent:
                raise MaybePrintedError(self.name, cause) from error
            raise PrintInterruptedError(self.name, cause) from error

    def _connected(self) -> _Connection:
        from devices.papers.receipt_escpos import escpos_printers

        connection = escpos_printers().Network(self._host, self._port)
        # Its own open() knows IPv4 only, and leaks the socket when the printer refuses.
        connection.device = socket.create_connection(
            (self._host, self._port), timeout=self._connect_timeout_s
        )
        return connection

    def _state_before(self, connection: _Connection) -> PrinterState:
        try:
            return self._state(connection)
        except OSError as error:
            raise PrinterOfflineError(self.name, str(error)) from error

    def _state(self, connection: _Connection) -> PrinterState:
        printer = self._ask(connection, _OF_PRINTER)
        if printer is None:
            return PrinterState.UNKNOWN
        cause = self._ask(connection, _OF_OFFLINE_CAUSE) or 0
        paper = self._ask(connection, _OF_PAPER) or 0
        if cause & _COVER_OPEN:
            return PrinterState.COVER_OPEN
        if paper & _PAPER_END or cause & _STOPPED_BY_PAPER_END:
            return PrinterState.OUT_OF_PAPER
        if cause & _ERROR:
            return PrinterState.FAULT
        if printer & _IS_OFFLINE:
            return PrinterState.OFFLINE
        return PrinterState.PAPER_LOW if paper & _PAPER_NEAR_END else PrinterState.READY

    def _ask(self, connection: _Connection, question: int) -> int | None:
        """Give the byte of a real-time status; None when the printer stays silent."""
        connection.device.settimeout(self._answer_timeout_s)
        try:
            answer = connection.query_status(_REAL_TIME_STATUS + bytes([question]))
        except TimeoutError:
            return None
        if not answer:
            raise ConnectionResetError("the printer closed the connection")
        return next((byte for byte in answer if byte & 0x93 == 0x12), None)

    def _send(self, connection: _Connection, data: bytes) -> None:
        connection.device.settimeout(self._finish_timeout_s)
        connection.device.sendall(data)

    def _wait_until_finished(self, connection: _Connection) -> PrintOutcome:
        """Wait for the answer that stands behind the slip in the printer's queue.

        Dots of the raster may look like a question, so answers to those are read over.
        """
        connection._raw(_PRINTED_SO_FAR)
        deadline = monotonic() + self._finish_timeout_s
        while (left := deadline - monotonic()) > 0:
            connection.device.settimeout(left)
            try:
                answer = connection._read()
            except TimeoutError:
                break
            if not answer:
                raise ConnectionResetError("the printer closed the connection")
            if any(byte & 0x90 == 0 for byte in answer):
                return PrintOutcome.ON_PAPER
        state = self._state(connection)
        if not state.can_print:  # many print the rest by themselves once they are mended
            raise MaybePrintedError(self.name, state)
        self._tells_when_finished = False
        return PrintOutcome.TAKEN
