"""The keys of an X11 session, taken before the input method gets them."""

import ctypes
import struct
from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, Qt, QTimer, Signal

from ui.desktop.reader_keys.burst import BurstJudge, Capture
from ui.desktop.reader_keys.strokes import Held, KeyKind, KeyStroke, Source
from ui.desktop.reader_keys.x11_server import (
    CLIENT_MESSAGE,
    EVENT_BYTES,
    GENERIC,
    KEY_PRESS,
    KEY_RELEASE,
    SENT,
    NoXInputError,
    RawKey,
    XServer,
)

_MASKS = {1: Held.SHIFT, 4: Held.CONTROL, 8: Held.ALT, 64: Held.SUPER}
_MOST_RAW_KEYS = 64
"""Of other programs' keys too: only their place and time, and not for long."""


class X11ReaderKeys(QObject):
    """Catches what readers type in all windows of this program.

    Attributes:
        judge: hears of every key.
        captured: a ``Capture``, after the key event that ended it was dealt with.
        last_keyboard: the name of the keyboard that typed it, as settings name it; empty when
            the server does not say.
    """

    captured = Signal(object)

    def __init__(
        self,
        connection: int,
        *,
        is_code: Callable[[str, bool], bool],
        reader: str = "",
        prefix: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        """
        Args:
            connection: Qt's own connection to the server.
            reader: the keyboard that is a reader, as ``XKeyboard.label`` or its name alone.

        Raises:
            OSError: the library of the protocol is not there.
        """
        super().__init__(parent)
        self.last_keyboard = ""
        self._server = XServer(connection)
        self._is_code = is_code
        self.judge = BurstJudge(self, is_code=is_code, prefix=prefix)
        self._reader = reader
        self._typed_on: set[str] = set()
        self._readers: set[int] = set()
        self._names: dict[int, str] = {}
        self._raw: deque[RawKey] = deque(maxlen=_MOST_RAW_KEYS)
        self._newest = 0
        self._returned = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(lambda: self._server.send_marker(self._newest))
        self._learn_keyboards()
        self.filter = _Filter(self._take)

    def follow(self, *, reader: str, prefix: int | None) -> None:
        """Know the reader by other signs from now on."""
        self._reader = reader
        self.judge = BurstJudge(self, is_code=self._is_code, prefix=prefix)
        self._learn_keyboards()

    @property
    def own_keyboard(self) -> str:
        """The keyboard that typed last, if it is a reader's own: nobody has typed on it."""
        return "" if self.last_keyboard in self._typed_on else self.last_keyboard

    def close(self) -> None:
        """Stop catching; the filter must have been removed."""
        self._pause.stop()
        self._server.close()

    # -- what the judge asks for ------------------------------------------------------------

    def give_back(self, strokes: Sequence[KeyStroke]) -> None:
        """See ``KeyGate``."""
        if any(stroke.kind is KeyKind.PRINTABLE for stroke in strokes):
            self._typed_on.add(self.last_keyboard)
        self._server.send_keys([stroke.event for stroke in strokes])
        self._newest = self._returned = self._newest + 1
        self._server.send_marker(self._returned)

    def ask_for_quiet(self, after_ms: int) -> None:
        """See ``KeyGate``. What is on its way arrives before the mark that the timer sends."""
        self._newest += 1
        self._pause.start(after_ms)

    def on_capture(self, capture: Capture) -> None:
        """See ``KeyGate``."""
        QTimer.singleShot(0, self, lambda: self.captured.emit(capture))

    # -- what the server tells --------------------------------------------------------------

    def _take(self, address: int) -> bool:
        kind = ctypes.c_uint8.from_address(address).value
        if kind not in (KEY_PRESS, KEY_RELEASE, GENERIC, CLIENT_MESSAGE | SENT):
            return False
        event = ctypes.string_at(address, EVENT_BYTES)
        if kind == GENERIC:
            self._take_generic(event)
            return False
        if kind == CLIENT_MESSAGE | SENT:
            return self._take_marker(self._server.marker_of(event))
        return self.judge.take(self._stroke(event))

    def _take_marker(self, number: int | None) -> bool:
        if number is None:
            return False
        if number == self._returned:
            self.judge.on_given_back()
        if number == self._newest != self._returned:
            self.judge.on_quiet()
        return True

    def _take_generic(self, event: bytes) -> None:
        if self._server.is_replug(event):
            QTimer.singleShot(0, self, self._learn_keyboards)
        elif (raw := self._server.raw_key_of(event)) is not None:
            self._raw.append(raw)

    def _stroke(self, event: bytes) -> KeyStroke:
        pressed, key = event[0] == KEY_PRESS, event[1]
        (at_ms,) = struct.unpack_from("<I", event, 4)
        (state,) = struct.unpack_from("<H", event, 28)
        held = Held.NONE
        for bit, modifier in _MASKS.items():
            if state & bit:
                held |= modifier
        source = self._source(pressed=pressed, key=key, at_ms=at_ms)
        return KeyStroke(pressed, key, at_ms, held, source, event)

    def _source(self, *, pressed: bool, key: int, at_ms: int) -> Source:
        """Find the raw key of this one: it is of the same moment, and came before it."""
        while self._raw:
            raw = self._raw.popleft()
            if (raw.pressed, raw.key, raw.at_ms) == (pressed, key, at_ms):
                self.last_keyboard = self._names.get(raw.keyboard, "")
                if not self._readers:
                    return Source.UNKNOWN
                return Source.READER if raw.keyboard in self._readers else Source.KEYBOARD
        return Source.UNKNOWN

    def _learn_keyboards(self) -> None:
        """Find the reader among the keyboards; it has another number each time it is plugged in."""
        try:
            self._server.tell_keyboards_apart()
            keyboards = self._server.keyboards()
        except NoXInputError:
            return
        self._names = {one.number: one.label for one in keyboards}
        self._readers = {
            one.number
            for one in keyboards
            if self._reader and self._reader in (one.name, one.label)
        }


class _Filter(QAbstractNativeEventFilter):
    """Stands before everything that Qt does with the server's events."""

    def __init__(self, take: Callable[[int], bool]) -> None:
        super().__init__()
        self._take = take

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if kind != b"xcb_generic_event_t":
            return False, 0
        return self._take(int(message)), 0
