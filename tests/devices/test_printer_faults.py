"""A line that breaks after any byte: a slip that is not whole is never believed, a whole one is
never sent again unasked."""

from dataclasses import dataclass, field

from hypothesis import example, given
from hypothesis import strategies as st

from devices.papers.receipt_escpos import receipt_bytes
from devices.printers.escpos import EscposReceiptPrinter
from station.forms.receipt import receipt
from station.ports.papers import RollWidth
from station.ports.printers import (
    MaybePrintedError,
    PrinterOfflineError,
    PrintInterruptedError,
    PrintOutcome,
)
from tests.paper_samples import a_dossier, a_slip

_CONTENT = receipt(a_dossier(), a_slip())
_SLIP = receipt_bytes(_CONTENT, RollWidth.MM_58)
_READY, _PRINTED = b"\x12", b"\x00"
_QUESTION, _FINISHED = b"\x10\x04", b"\x1dr\x01"
_BEFORE, _AFTER = 12, 6
"""Bytes around a slip: three questions and a wish before it; a question and a wish behind it."""


@dataclass
class BreakingLine:
    """Takes so many bytes, then the connection is gone, for this line and every later one."""

    left: int
    taken: bytearray = field(default_factory=bytearray)
    answers: list[bytes] = field(default_factory=list)

    def open(self, *, timeout_s: float) -> "BreakingLine":
        if self.left <= 0:
            raise ConnectionRefusedError(timeout_s)
        return self

    def send(self, data: bytes, *, timeout_s: float) -> None:
        self.taken += data[: self.left]
        self.left -= len(data)
        if self.left < 0:
            raise ConnectionResetError(timeout_s)
        if data.startswith(_QUESTION):
            self.answers.append(_READY)
        elif data == _FINISHED:
            self.answers.append(_PRINTED)

    def receive(self, *, timeout_s: float) -> bytes:
        if not self.answers:
            raise TimeoutError(timeout_s)
        return self.answers.pop(0)

    def close(self) -> None:
        """Stay as it is."""


@given(takes=st.integers(0, len(_SLIP) + _BEFORE + _AFTER))
@example(takes=len(_SLIP) + _BEFORE - 1)
@example(takes=len(_SLIP) + _BEFORE)
@example(takes=len(_SLIP) + _BEFORE + 1)
@example(takes=len(_SLIP) + _BEFORE + _AFTER)
def test_after_whatever_byte_a_line_breaks_the_slip_is_whole_or_owed(takes: int) -> None:
    line = BreakingLine(takes)
    printer = EscposReceiptPrinter("TM", line, RollWidth.MM_58)

    try:
        outcome: object = printer.print_receipt(_CONTENT)
    except (MaybePrintedError, PrintInterruptedError, PrinterOfflineError) as error:
        outcome = type(error)

    whole = _SLIP in line.taken
    assert whole == (outcome in (PrintOutcome.ON_PAPER, MaybePrintedError))
    if outcome is PrinterOfflineError:
        assert len(line.taken) <= _BEFORE
