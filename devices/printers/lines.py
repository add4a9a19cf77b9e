"""The wires to ESC/POS printers: network, serial port, USB, each opened by python-escpos."""

import errno
import re
import socket
from contextlib import suppress
from typing import Any, Protocol
from urllib.parse import urlsplit

_RAW_PORT = 9100
_USUAL_BAUD = 38_400
_SERIAL = re.compile(r"(?P<port>[^@]+)(?:@(?P<baud>[1-9]\d{2,6}))?")
_USB = re.compile(r"(?:usb:)?(?P<vendor>[0-9a-fA-F]{4}):(?P<product>[0-9a-fA-F]{4})")
_PORTION = 64
_Connection = Any  # a class of escpos.printer, which publishes no types


class Line(Protocol):
    """An open wire to one printer."""

    def send(self, data: bytes, *, timeout_s: float) -> None:
        """Send all of it.

        Raises:
            OSError: the printer is gone, or takes no more.
        """
        ...

    def receive(self, *, timeout_s: float) -> bytes:
        """Give what came, at least one byte.

        Raises:
            TimeoutError: nothing came.
            OSError: the printer is gone.
        """
        ...

    def close(self) -> None: ...


class Wire(Protocol):
    """Where a printer is; each slip has a line of its own."""

    def open(self, *, timeout_s: float) -> Line:
        """Connect.

        Raises:
            OSError: there is no printer.
        """
        ...


class TcpWire:
    """A printer on the network, raw on port 9100.

    Args:
        address: ``host`` or ``host:port``.

    Raises:
        ValueError: the address names no host, or no such port.
    """

    def __init__(self, address: str) -> None:
        parts = urlsplit(f"//{address}")
        if not parts.hostname:
            raise ValueError(f"no host in {address!r}")
        self._host, self._port = parts.hostname, parts.port or _RAW_PORT

    def open(self, *, timeout_s: float) -> Line:
        from devices.papers.receipt_escpos import escpos_printers

        connection = escpos_printers().Network(self._host, self._port)
        # Its own open() knows IPv4 only, and leaks the socket when the printer refuses.
        connection.device = socket.create_connection((self._host, self._port), timeout=timeout_s)
        return _TcpLine(connection)


class _TcpLine:
    def __init__(self, connection: _Connection) -> None:
        self._connection = connection

    def send(self, data: bytes, *, timeout_s: float) -> None:
        self._connection.device.settimeout(timeout_s)
        self._connection._raw(data)

    def receive(self, *, timeout_s: float) -> bytes:
        self._connection.device.settimeout(timeout_s)
        data: bytes = self._connection._read()
        if not data:
            raise ConnectionResetError("the printer closed the connection")
        return data

    def close(self) -> None:
        self._connection.close()


class SerialWire:
    """A printer on a serial port, or on USB that shows itself as one.

    Args:
        address: ``COM3``, ``/dev/ttyUSB0``; ``@9600`` behind it for another speed than 38,400.

    Raises:
        ValueError: the address names no port.
    """

    def __init__(self, address: str) -> None:
        found = _SERIAL.fullmatch(address)
        if found is None:
            raise ValueError(f"no serial port in {address!r}")
        self._port = found["port"]
        self._baud = int(found["baud"] or _USUAL_BAUD)

    def open(self, *, timeout_s: float) -> Line:
        from escpos.exceptions import DeviceNotFoundError

        from devices.papers.receipt_escpos import escpos_printers

        connection = escpos_printers().Serial(self._port, baudrate=self._baud, dsrdtr=False)
        try:
            connection.open()
        except DeviceNotFoundError as error:
            raise ConnectionError(str(error)) from None
        return _SerialLine(connection)


class _SerialLine:
    def __init__(self, connection: _Connection) -> None:
        self._connection = connection

    def send(self, data: bytes, *, timeout_s: float) -> None:
        device = self._connection.device
        seconds = len(data) * 10 / device.baudrate  # ten bits a byte
        device.write_timeout = timeout_s + seconds
        self._connection._raw(data)
        device.flush()

    def receive(self, *, timeout_s: float) -> bytes:
        device = self._connection.device
        device.timeout = timeout_s
        data: bytes = device.read(1)
        if not data:
            raise TimeoutError("the printer is silent")
        return data + bytes(device.read(device.in_waiting))

    def close(self) -> None:
        with suppress(OSError):  # a port that was pulled out cannot be flushed
            self._connection.close()


class UsbWire:
    """A printer of the USB printer class without a driver of the system.

    Args:
        address: vendor and product, ``04b8:0e15`` as ``lsusb`` shows them.

    Raises:
        ValueError: the address is none.
    """

    def __init__(self, address: str) -> None:
        found = _USB.fullmatch(address)
        if found is None:
            raise ValueError(f"no vendor and product in {address!r}")
        self._vendor, self._product = int(found["vendor"], 16), int(found["product"], 16)

    def open(self, *, timeout_s: float) -> Line:
        from escpos.exceptions import DeviceNotFoundError, USBNotFoundError

        from devices.papers.receipt_escpos import escpos_printers

        try:
            connection = escpos_printers().Usb(self._vendor, self._product)
            connection.open()
        except (DeviceNotFoundError, USBNotFoundError, RuntimeError, ValueError) as error:
            # pyusb without the system's libusb is no printer either
            raise ConnectionError(f"{type(error).__name__}: {error}") from None
        return _UsbLine(connection)


class _UsbLine:
    def __init__(self, connection: _Connection) -> None:
        self._connection = connection

    def send(self, data: bytes, *, timeout_s: float) -> None:
        device, end = self._connection.device, self._connection.out_ep
        for start in range(0, len(data), 4096):  # each of its own time: a slip takes seconds
            device.write(end, data[start : start + 4096], round(timeout_s * 1000))

    def receive(self, *, timeout_s: float) -> bytes:
        device, end = self._connection.device, self._connection.in_ep
        try:
            data = bytes(device.read(end, _PORTION, round(timeout_s * 1000)))
        except OSError as error:
            if error.errno != errno.ETIMEDOUT:
                raise
            data = b""
        if not data:
            raise TimeoutError("the printer is silent")
        return data

    def close(self) -> None:
        with suppress(OSError):
            self._connection.close()
