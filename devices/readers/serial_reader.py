"""A reader in COM mode: whole texts in UTF-8, whatever has the focus and whatever types Telex."""

import errno
import sys
import threading
import time
from collections.abc import Callable, Iterator

import serial
from serial.tools import list_ports

from station.domain.code_text import MAX_TEXT
from station.domain.codes import recognise
from station.ports.readers import Arrival, ReaderState

QUIET_S = 0.15
"""A reader that pauses for so long has ended, even without CR or LF."""
MOST_BYTES = 4 * MAX_TEXT
"""Characters of a text take up to four bytes. More is no code, and is not kept."""
_POLL_S = 0.05
_LOOK_AGAIN_S = 1.0
_BAUD_RATE = 115_200
"""A USB reader ignores it."""
_USB = "usb:"


class SerialReader:
    """Implements ``CodeReader``.

    The address is a port (``COM3``, ``/dev/ttyACM0``), or ``usb:1eab:1a06`` for the reader of this
    vendor and product at whichever port it was plugged in; ``@9600`` after it sets the speed of a
    real serial port.
    """

    simulated = False

    def __init__(self, name: str, address: str) -> None:
        """
        Raises:
            ValueError: the address is none.
        """
        place, _, speed = address.partition("@")
        if not place:
            raise ValueError("no port")
        self.name = name
        self._place = place
        self._speed = int(speed or _BAUD_RATE)
        self._state = ReaderState.OFFLINE
        self._listening = False

    def state(self) -> ReaderState:
        if not self._listening and (port := self._open()) is not None:
            port.close()
        return self._state

    def listen(self, stopped: threading.Event, told: Callable[[Arrival], object]) -> None:
        self._listening = True
        while not stopped.is_set():
            if (port := self._open()) is None:
                stopped.wait(_LOOK_AGAIN_S)
                continue
            with port:
                self._read(port, stopped, told)
        self._listening = False

    def _read(
        self, port: serial.Serial, stopped: threading.Event, told: Callable[[Arrival], object]
    ) -> None:
        """Read until told to stop, or until the reader goes away; half a code is then dropped."""
        texts = _Texts()
        while not stopped.is_set():
            try:
                read = port.read(max(1, port.in_waiting))
            except (OSError, TypeError):  # TypeError: pyserial, when it is unplugged in a read
                self._state = ReaderState.OFFLINE
                return
            for text in texts.take(read, time.monotonic()):
                told(Arrival(self.name, recognise(text)))

    def _open(self) -> serial.Serial | None:
        """Open the port; None where it cannot be had now, and the state says why."""
        try:
            port = serial.Serial(self._port(), self._speed, timeout=_POLL_S, exclusive=True)
        except serial.SerialException as error:
            self._state = _state_of(error)
            return None
        self._state = ReaderState.READY
        return port

    def _port(self) -> str:
        """Find the port; a USB reader may have another one each time it is plugged in."""
        if not self._place.startswith(_USB):
            return self._place
        wanted = self._place.removeprefix(_USB).lower()
        for port in list_ports.comports():
            if port.vid is not None and f"{port.vid:04x}:{port.pid:04x}" == wanted:
                return str(port.device)
        raise serial.SerialException(errno.ENOENT, "not plugged in")


class _Texts:
    """Parts a stream of bytes into texts."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._last_s = 0.0

    def take(self, read: bytes, now_s: float) -> Iterator[str]:
        """Give the texts that are complete now: an end stands behind them, or quiet."""
        quiet = now_s - self._last_s >= QUIET_S
        if quiet and self._bytes:
            yield self._text(self._bytes)
            self._bytes.clear()
        if not read:
            return
        self._last_s = now_s
        *lines, rest = read.replace(b"\r", b"\n").split(b"\n")
        for line in lines:
            self._keep(line)
            if self._bytes:
                yield self._text(self._bytes)
            self._bytes.clear()
        self._keep(rest)

    def _keep(self, part: bytes) -> None:
        self._bytes += part[: MOST_BYTES + 1 - len(self._bytes)]

    @staticmethod
    def _text(content: bytes | bytearray) -> str:
        """Decode UTF-8; what is none is left letter for byte to the repair of the text."""
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            return content.decode("latin-1")


def _state_of(error: serial.SerialException) -> ReaderState:
    """Name what kept a port from opening. Windows denies access to a port that is in use."""
    number = getattr(error, "errno", None)
    denied = number in (errno.EACCES, errno.EPERM) or "PermissionError" in str(error)
    if denied:
        return ReaderState.IN_USE if sys.platform == "win32" else ReaderState.NO_PERMISSION
    if number in (errno.EBUSY, errno.EAGAIN) or "lock" in str(error):
        return ReaderState.IN_USE
    if number in (None, errno.ENOENT, errno.ENXIO, errno.ENODEV):
        return ReaderState.OFFLINE
    return ReaderState.FAULT
