"""Card readers through PC/SC: winscard.dll of Windows, or libpcsclite of Linux.

Its seven functions are called directly: the packages that wrap them for Python come without a build
for Linux, and this program installs nothing that has to be built.
"""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_char_p, c_long, c_size_t, c_ubyte, c_ulong, c_void_p, c_wchar_p
from functools import cache
from typing import Any

from devices.chip import LARGEST_ANSWER

_WIDE = sys.platform == "win32"
_SYSTEM_SCOPE = 2
_EXCLUSIVE, _ANY_PROTOCOL, _RESET = 1, 3, 1
_PRESENT = 0x20
_UNAWARE = 0
_MOVES_FROM = 16
"""Bits from which the state of a reader counts how often a card came and went."""
_WITH_NAMES = frozenset({"SCardListReaders", "SCardGetStatusChange", "SCardConnect"})
"""On Windows these have a form for names of any letters."""
_MOST_NAMES = 8_192
"""Characters of all readers' names."""


class PcscError(OSError):
    """A function of PC/SC failed; ``status`` is its own number."""

    def __init__(self, what: str, status: int) -> None:
        super().__init__(f"{what}: {status:08X}")
        self.status = status


SHARING_VIOLATION = 0x8010000B
"""Another program has the card."""
_TIMEOUT, _NO_SERVICE, _NO_READERS = 0x8010000A, 0x8010001D, 0x8010002E
_UNKNOWN_READER, _READER_UNAVAILABLE, _STOPPED = 0x80100009, 0x80100017, 0x8010001E
_INVALID_HANDLE = 0x80100003
_NO_LIBRARY = 0x80100014
GONE = frozenset({_NO_SERVICE, _NO_READERS, _UNKNOWN_READER, _READER_UNAVAILABLE, _STOPPED})
"""The service stopped, or the reader was unplugged."""


class _ReaderState(ctypes.Structure):
    _fields_ = (
        ("name", c_wchar_p if _WIDE else c_char_p),
        ("user", c_void_p),
        ("current", c_ulong),
        ("event", c_ulong),
        ("answer_length", c_ulong),
        ("answer", c_ubyte * (36 if _WIDE else 33)),
    )


class _Protocol(ctypes.Structure):
    _fields_ = (("protocol", c_ulong), ("length", c_ulong))


@cache
def _library() -> Any:  # noqa: ANN401 - ctypes looks functions up by name
    """Load the system's library.

    Raises:
        PcscError: this computer has none.
    """
    try:
        if sys.platform == "win32":
            return ctypes.WinDLL("winscard")
        return ctypes.CDLL("libpcsclite.so.1")
    except OSError:
        raise PcscError("no PC/SC", _NO_LIBRARY) from None


def _call(name: str, *arguments: object) -> None:
    """Call one function.

    Raises:
        PcscError: it failed.
    """
    function = getattr(_library(), name + "W" if _WIDE and name in _WITH_NAMES else name)
    function.restype = c_long
    status = function(*arguments) & 0xFFFFFFFF
    if status:
        raise PcscError(name, status)


class PcscContext:
    """A line to the system's card service. Use it in a ``with``, in one thread."""

    def __enter__(self) -> "PcscContext":
        """
        Raises:
            PcscError: no service runs.
        """
        self._context = c_size_t()
        scope = c_ulong(_SYSTEM_SCOPE)
        _call("SCardEstablishContext", scope, None, None, byref(self._context))
        return self

    def __exit__(self, *_: object) -> None:
        try:
            _call("SCardReleaseContext", self._context)
        except PcscError as error:
            if error.status not in GONE | {_INVALID_HANDLE}:  # the service ended first
                raise

    def readers(self) -> list[str]:
        """Name the readers that are plugged in.

        Raises:
            PcscError: the service stopped.
        """
        letter = ctypes.c_wchar if _WIDE else ctypes.c_char
        names: Any = (letter * _MOST_NAMES)()
        length = c_ulong(_MOST_NAMES)
        try:
            _call("SCardListReaders", self._context, None, names, byref(length))
        except PcscError as error:
            if error.status == _NO_READERS:
                return []
            raise
        raw = names[: length.value]
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
        return [name for name in text.split("\0") if name]

    def laid_card(self, reader: str) -> int | None:
        """Give the number of the card that lies on a reader now: each laying down is another one.

        Raises:
            PcscError: the reader has gone, or the service stopped.
        """
        state = _ReaderState(name=_name(reader), current=_UNAWARE)
        try:
            _call("SCardGetStatusChange", self._context, c_ulong(0), byref(state), c_ulong(1))
        except PcscError as error:
            if error.status != _TIMEOUT:
                raise
        return state.event >> _MOVES_FROM if state.event & _PRESENT else None

    @contextmanager
    def card(self, reader: str) -> Iterator["PcscCard"]:
        """Connect to the card, for this program alone; it forgets everything at the end.

        Raises:
            PcscError: there is no card, or another program has it.
        """
        handle, protocol = c_size_t(), c_ulong()
        _call(
            "SCardConnect",
            self._context,
            _name(reader),
            c_ulong(_EXCLUSIVE),
            c_ulong(_ANY_PROTOCOL),
            byref(handle),
            byref(protocol),
        )
        try:
            yield PcscCard(handle, protocol.value)
        finally:
            _disconnect(handle)


class PcscCard:
    """Implements ``Card``."""

    def __init__(self, handle: c_size_t, protocol: int) -> None:
        self._handle = handle
        self._protocol = protocol

    def transmit(self, command: bytes) -> bytes:
        answer = (c_ubyte * LARGEST_ANSWER)()
        length = c_ulong(LARGEST_ANSWER)
        protocol = _Protocol(self._protocol, ctypes.sizeof(_Protocol))
        sent = (c_ubyte * len(command)).from_buffer_copy(command)
        _call(
            "SCardTransmit",
            self._handle,
            byref(protocol),
            sent,
            c_ulong(len(command)),
            None,
            answer,
            byref(length),
        )
        return bytes(answer[: length.value])


def _disconnect(handle: c_size_t) -> None:
    try:
        _call("SCardDisconnect", handle, c_ulong(_RESET))
    except PcscError:
        return  # the card has gone, and with it the connection


def _name(reader: str) -> str | bytes:
    return reader if _WIDE else reader.encode("utf-8")
