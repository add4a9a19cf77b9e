"""What an ESC/POS printer says of itself, byte by byte: asked, by itself, or after a slip.

Bytes come in any portions, half an answer among them; what is missing is waited for.
"""

from dataclasses import dataclass, field
from enum import Enum, auto

from station.ports.printers import PrinterState

OF_PRINTER, OF_OFFLINE_CAUSE, OF_PAPER = 1, 2, 4
_IS_OFFLINE = 0x08
_COVER_OPEN, _STOPPED_BY_PAPER_END, _ERROR = 0x04, 0x20, 0x40
_PAPER_NEAR_END, _PAPER_END = 0x0C, 0x60
_AUTOMATIC_LENGTH = 4
_AUTOMATIC_COVER_OPEN = 0x20
_AUTOMATIC_ERRORS = 0x68
_AUTOMATIC_NEAR_END, _AUTOMATIC_PAPER_END = 0x03, 0x0C


class Kind(Enum):
    """What an answer is one to; each has fixed bits by which it is known."""

    ASKED = auto()
    """``DLE EOT n``: one byte."""
    AUTOMATIC = auto()
    """``GS a n``: four bytes, whenever something changes."""
    PRINTED = auto()
    """``GS r n``: one byte, once everything before it is on paper."""


@dataclass(frozen=True, slots=True)
class Said:
    """One whole answer."""

    kind: Kind
    content: bytes


@dataclass(slots=True)
class Listener:
    """Puts answers together from what comes; bytes of no answer are read over."""

    _rest: bytearray = field(default_factory=bytearray)

    def hear(self, data: bytes) -> list[Said]:
        """Take what came, and give the answers that are whole now."""
        self._rest += data
        said = []
        while self._rest:
            first = self._rest[0]
            if first & 0x93 == 0x12:
                said.append(Said(Kind.ASKED, self._take(1)))
            elif first & 0x93 == 0x10:
                if len(self._rest) < _AUTOMATIC_LENGTH:
                    break
                said.append(Said(Kind.AUTOMATIC, self._take(_AUTOMATIC_LENGTH)))
            elif first & 0x90 == 0:
                said.append(Said(Kind.PRINTED, self._take(1)))
            else:
                self._take(1)
        return said

    def _take(self, count: int) -> bytes:
        taken = bytes(self._rest[:count])
        del self._rest[:count]
        return taken


def asked_state(printer: int, cause: int, paper: int) -> PrinterState:
    """Judge the answers to the three questions; 0 stands for one that did not come."""
    if cause & _COVER_OPEN:
        return PrinterState.COVER_OPEN
    if paper & _PAPER_END or cause & _STOPPED_BY_PAPER_END:
        return PrinterState.OUT_OF_PAPER
    if cause & _ERROR:
        return PrinterState.FAULT
    if printer & _IS_OFFLINE:
        return PrinterState.OFFLINE
    return PrinterState.PAPER_LOW if paper & _PAPER_NEAR_END else PrinterState.READY


def automatic_state(content: bytes) -> PrinterState:
    """Judge what a printer said by itself."""
    printer, errors, paper, _ = content
    if printer & _AUTOMATIC_COVER_OPEN:
        return PrinterState.COVER_OPEN
    if paper & _AUTOMATIC_PAPER_END:
        return PrinterState.OUT_OF_PAPER
    if errors & _AUTOMATIC_ERRORS:
        return PrinterState.FAULT
    if printer & _IS_OFFLINE:
        return PrinterState.OFFLINE
    return PrinterState.PAPER_LOW if paper & _AUTOMATIC_NEAR_END else PrinterState.READY
