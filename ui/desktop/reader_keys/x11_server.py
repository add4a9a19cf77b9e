"""The few words of the X11 protocol that reading below the input method needs.

Spoken on Qt's own connection, through the libraries that Qt itself has loaded: so everything that
is sent and received stands in one order.
"""

import ctypes
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

KEY_PRESS, KEY_RELEASE, CLIENT_MESSAGE, GENERIC = 2, 3, 33, 35
SENT = 0x80
"""Set in the type of an event that a program sent, not the keyboard."""
EVENT_BYTES = 32
_RAW_KEY_PRESS, _RAW_KEY_RELEASE, _HIERARCHY_CHANGED = 13, 14, 11
_ALL_DEVICES, _ALL_MASTERS = 0, 1
_SLAVE_KEYBOARD = 4
_INPUT_ONLY = 2
_PRODUCT_ID = b"Device Product ID"
_TEST_DEVICE = "XTEST"


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Roots(ctypes.Structure):
    _fields_ = (("data", ctypes.c_void_p), ("rest", ctypes.c_int), ("index", ctypes.c_int))


class _Extension(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("id", ctypes.c_int))


@dataclass(frozen=True, slots=True)
class XKeyboard:
    """A keyboard, or what acts as one. ``number`` changes each time it is plugged in."""

    number: int
    name: str
    product: str
    """Vendor and product, ``1eab:1a03``; empty for what is no USB device."""

    @property
    def label(self) -> str:
        """How the settings name it."""
        return f"{self.name} ({self.product})" if self.product else self.name


@dataclass(frozen=True, slots=True)
class RawKey:
    """A key of one keyboard, told before the window hears of it."""

    pressed: bool
    key: int
    at_ms: int
    keyboard: int


class NoXInputError(Exception):
    """The server or this computer does not know which keyboard a key is from."""


class XServer:
    """The server at the other end of Qt's connection."""

    def __init__(self, connection: int) -> None:
        """
        Raises:
            OSError: the library of the protocol is not there.
        """
        self._connection = ctypes.c_void_p(connection)
        self._xcb = ctypes.CDLL("libxcb.so.1")
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]
        self._root = self._first_root()
        self.marker_window = self._make_window()
        self._marker = self._atom(b"_TRAM_MOT_CUA_MARKER")

    def close(self) -> None:
        self._xcb.xcb_destroy_window(self._connection, ctypes.c_uint32(self.marker_window))
        self._flush()

    # -- sending ----------------------------------------------------------------------------

    def send_keys(self, events: list[bytes]) -> None:
        """Send key events once more to the windows that stand in them."""
        for event in events:
            (window,) = struct.unpack_from("<I", event, 12)
            self._send(window, event)
        self._flush()

    def send_marker(self, number: int) -> None:
        """Send ourselves a mark: when it arrives, so has everything that was sent before."""
        fields = (CLIENT_MESSAGE, 32, 0, self.marker_window, self._marker, number & 0xFFFFFFFF)
        self._send(self.marker_window, struct.pack("<BBHII5I", *fields, 0, 0, 0, 0))
        self._flush()

    def marker_of(self, event: bytes) -> int | None:
        """Give the number of a mark; None for another program's message."""
        window, atom, number = struct.unpack_from("<III", event, 4)
        return int(number) if (window, atom) == (self.marker_window, self._marker) else None

    def _send(self, window: int, event: bytes) -> None:
        self._xcb.xcb_send_event(
            self._connection, 0, ctypes.c_uint32(window), 0, ctypes.create_string_buffer(event, 32)
        )

    def _flush(self) -> None:
        self._xcb.xcb_flush(self._connection)

    # -- keyboards --------------------------------------------------------------------------

    def tell_keyboards_apart(self) -> None:
        """Have every key told with the keyboard that it is from, before the window gets it.

        Raises:
            NoXInputError: this cannot be had here.
        """
        if self._input_opcode is None:
            raise NoXInputError
        mask = (1 << _RAW_KEY_PRESS) | (1 << _RAW_KEY_RELEASE)
        wish = ctypes.create_string_buffer(struct.pack("<HHI", _ALL_MASTERS, 1, mask), 8)
        self._input.xcb_input_xi_select_events(
            self._connection, ctypes.c_uint32(self._root), 1, wish
        )
        self._flush()

    def raw_key_of(self, event: bytes) -> RawKey | None:
        """Give the key that an extension's event tells of; None when it tells of something else."""
        kind = self._input_event_kind(event)
        if kind not in (_RAW_KEY_PRESS, _RAW_KEY_RELEASE):
            return None
        at_ms, key, keyboard = struct.unpack_from("<IIH", event, 12)
        return RawKey(kind == _RAW_KEY_PRESS, key, at_ms, keyboard)

    def is_replug(self, event: bytes) -> bool:
        """Tell whether an extension's event says that a keyboard came or went."""
        return self._input_event_kind(event) == _HIERARCHY_CHANGED

    def keyboards(self) -> list[XKeyboard]:
        """Ask which keyboards there are.

        Raises:
            NoXInputError: the server did not say.
        """
        reply = self._reply("xcb_input_xi_query_device", ctypes.c_uint16(_ALL_DEVICES))
        if reply is None:
            raise NoXInputError
        return [
            XKeyboard(number, name, self._product(number))
            for number, name in _slave_keyboards(reply)
            if _TEST_DEVICE not in name
        ]

    def _product(self, number: int) -> str:
        reply = self._reply(
            "xcb_input_xi_get_property",
            ctypes.c_uint16(number),
            ctypes.c_uint8(0),
            ctypes.c_uint32(self._atom(_PRODUCT_ID)),
            ctypes.c_uint32(0),
            ctypes.c_uint32(0),
            ctypes.c_uint32(2),
        )
        if reply is None or len(reply) < 40:
            return ""
        vendor, product = struct.unpack_from("<II", reply, 32)
        return f"{vendor:04x}:{product:04x}"

    @cached_property
    def _input(self) -> ctypes.CDLL:
        return ctypes.CDLL("libxcb-xinput.so.0")

    @cached_property
    def _input_opcode(self) -> int | None:
        """The number of the extension at this server; None without it or its library."""
        try:
            extension = _Extension.in_dll(self._input, "xcb_input_id")
        except (OSError, ValueError):
            return None
        ask = self._xcb.xcb_get_extension_data
        ask.restype = ctypes.c_void_p
        data = ask(self._connection, ctypes.byref(extension))
        if not data:
            return None
        present, opcode = struct.unpack_from("<BB", ctypes.string_at(data, 12), 8)
        return int(opcode) if present else None

    def _input_event_kind(self, event: bytes) -> int | None:
        return struct.unpack_from("<H", event, 8)[0] if event[1] == self._input_opcode else None

    def _reply(self, request: str, *arguments: object) -> bytes | None:
        """Ask the input extension and wait for its whole answer."""
        if self._input_opcode is None:
            return None
        ask, answer = getattr(self._input, request), getattr(self._input, f"{request}_reply")
        ask.restype = _Cookie
        return self._answer(answer, ask(self._connection, *arguments))

    def _answer(self, answer: "ctypes._FuncPointer", cookie: _Cookie) -> bytes | None:
        answer.restype = ctypes.c_void_p
        answer.argtypes = [ctypes.c_void_p, _Cookie, ctypes.c_void_p]
        found = answer(self._connection, cookie, None)
        if not found:
            return None
        (words,) = struct.unpack_from("<I", ctypes.string_at(found, 8), 4)
        reply = ctypes.string_at(found, EVENT_BYTES + 4 * words)
        self._free(found)
        return reply

    # -- the connection ---------------------------------------------------------------------

    def _first_root(self) -> int:
        self._xcb.xcb_get_setup.restype = ctypes.c_void_p
        self._xcb.xcb_setup_roots_iterator.restype = _Roots
        self._xcb.xcb_setup_roots_iterator.argtypes = [ctypes.c_void_p]
        roots = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection))
        return int(struct.unpack("<I", ctypes.string_at(roots.data, 4))[0])

    def _make_window(self) -> int:
        """Make a window that nobody sees: what is sent to it comes to us, whoever has the focus."""
        self._xcb.xcb_generate_id.restype = ctypes.c_uint32
        window = int(self._xcb.xcb_generate_id(self._connection))
        place = [ctypes.c_int16(0), ctypes.c_int16(0), ctypes.c_uint16(1), ctypes.c_uint16(1)]
        self._xcb.xcb_create_window(
            self._connection,
            ctypes.c_uint8(0),
            ctypes.c_uint32(window),
            ctypes.c_uint32(self._root),
            *place,
            ctypes.c_uint16(0),
            ctypes.c_uint16(_INPUT_ONLY),
            ctypes.c_uint32(0),
            ctypes.c_uint32(0),
            None,
        )
        return window

    def _atom(self, name: bytes) -> int:
        self._xcb.xcb_intern_atom.restype = _Cookie
        cookie = self._xcb.xcb_intern_atom(
            self._connection, ctypes.c_uint8(0), ctypes.c_uint16(len(name)), name
        )
        reply = self._answer(self._xcb.xcb_intern_atom_reply, cookie)
        return int(struct.unpack_from("<I", reply, 8)[0]) if reply is not None else 0


def _slave_keyboards(reply: bytes) -> Iterator[tuple[int, str]]:
    """Go through the devices of an answer; each has a name and classes of their own lengths."""
    (count,) = struct.unpack_from("<H", reply, 8)
    at = EVENT_BYTES
    for _ in range(count):
        number, use, _, classes, name_bytes = struct.unpack_from("<HHHHH", reply, at)
        at += 12
        name = reply[at : at + name_bytes].decode("utf-8", "replace")
        at += (name_bytes + 3) // 4 * 4
        for _ in range(classes):
            (words,) = struct.unpack_from("<H", reply, at + 2)
            at += 4 * words
        if use == _SLAVE_KEYBOARD:
            yield number, name
