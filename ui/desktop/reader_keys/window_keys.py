"""Catches what keyboard readers type in this program's windows, by what the platform allows."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractNativeEventFilter, QObject, Signal
from PySide6.QtGui import QNativeInterface, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

from station.ports.devices import DeviceSettings
from ui.desktop.reader_keys.burst import Capture, Manner
from ui.desktop.reader_keys.qt_burst import QtBurst
from ui.desktop.reader_keys.strokes import FUNCTION_KEYS, TAB

if TYPE_CHECKING:
    from station.ports.readers import ReaderHabits
    from ui.desktop.reader_keys.windows import WindowsReaderKeys
    from ui.desktop.reader_keys.x11 import X11ReaderKeys

    NativeKeys = WindowsReaderKeys | X11ReaderKeys
IsCode = Callable[[str, bool], bool]


class WindowReaderKeys(QObject):
    """The readers in keyboard mode of this computer.

    Attributes:
        arrived: an ``Arrival``.
    """

    arrived = Signal(object)

    def __init__(self, app: QApplication, devices: Sequence[DeviceSettings]) -> None:
        super().__init__()
        self._app = app
        addresses = [
            one.address for one in devices if (one.role, one.driver) == ("id_reader", "keyboard")
        ]
        self._keys, self._filter = _native_keys(app, addresses, self._is_code)
        self._burst = QtBurst()
        if self._keys is not None and self._filter is not None:
            self._keys.captured.connect(self.take)
            app.installNativeEventFilter(self._filter)
        else:
            self._burst.card_read.connect(self._tell)
            for window in app.topLevelWindows():
                window.installEventFilter(self._burst)
            app.focusWindowChanged.connect(self._listen)

    def close(self) -> None:
        """Let every key go its way again."""
        if self._keys is not None and self._filter is not None:
            self._app.removeNativeEventFilter(self._filter)
            self._keys.close()
        else:
            self._app.focusWindowChanged.disconnect(self._listen)
            for window in self._app.topLevelWindows():
                window.removeEventFilter(self._burst)

    def _listen(self, window: QWindow | None) -> None:
        """Hear what is typed into this window. As a filter of the application it would be asked
        about every event of every widget, and wait for the interpreter each time."""
        if window is not None:
            window.installEventFilter(self._burst)

    def follow(self, address: str) -> None:
        """Know the reader by this from now on; see ``devices.readers.keyboard``."""
        if self._keys is not None:
            prefix = FUNCTION_KEYS.get(address)
            self._keys.follow(reader="" if prefix else address, prefix=prefix)

    def _is_code(self, text: str, ended: bool) -> bool:
        """Believe a known text, and any that Enter ended, unless a program typed a password."""
        from station.domain.codes import recognise  # its weight must not delay the window

        if recognise(text).is_known:
            return True
        focus = self._app.focusWidget()
        shown = not isinstance(focus, QLineEdit) or focus.echoMode() is QLineEdit.EchoMode.Normal
        return ended and shown

    def take(self, capture: Capture) -> None:
        """Tell what the text of a reader is."""
        self._tell(capture.text, too_long=capture.too_long, manner=capture.manner)

    def _tell(self, text: str, *, too_long: bool = False, manner: Manner | None = None) -> None:
        from station.domain.codes import Guess, UnknownCode, recognise
        from station.ports.readers import Arrival

        code = UnknownCode("", Guess.TOO_LONG) if too_long else recognise(text)
        reader = self._keys.last_keyboard if self._keys is not None else ""
        self.arrived.emit(Arrival(reader, code, habits=self._habits(manner)))

    def _habits(self, manner: Manner | None) -> "ReaderHabits | None":
        from station.ports.readers import ReaderEnd, ReaderHabits

        if manner is None or self._keys is None:
            return None
        names = {key: name for name, key in FUNCTION_KEYS.items()}
        end = ReaderEnd.TAB if manner.end == TAB else ReaderEnd.ENTER
        return ReaderHabits(
            keyboard=self._keys.own_keyboard,
            prefix=names.get(manner.prefix or 0, ""),
            end=ReaderEnd.NOTHING if manner.end is None else end,
            gap_ms=manner.gap_ms,
        )


def _native_keys(
    app: QApplication, addresses: Sequence[str], is_code: IsCode
) -> tuple["NativeKeys | None", QAbstractNativeEventFilter | None]:
    """Catch keys below the input method; None where the platform does not let us.

    Args:
        addresses: of the readers in keyboard mode that the settings name.
    """
    address = next(iter(addresses), "")
    prefix = FUNCTION_KEYS.get(address)
    if sys.platform == "win32":
        if not addresses:  # a hook stands before every key of the computer, and was never tried
            return None, None
        from ui.desktop.reader_keys.windows import WindowsReaderKeys
        from ui.desktop.reader_keys.windows_hook import HookedKeyboard, MessageFilter

        on_windows = WindowsReaderKeys(HookedKeyboard(), is_code=is_code, prefix=prefix)
        return on_windows, MessageFilter(on_windows.take)
    native = app.nativeInterface() if app.platformName() == "xcb" else None
    if not isinstance(native, QNativeInterface.QX11Application):
        return None, None
    from ui.desktop.reader_keys.x11 import X11ReaderKeys

    reader = "" if prefix else address
    try:
        on_x11 = X11ReaderKeys(
            int(native.connection()), is_code=is_code, reader=reader, prefix=prefix
        )
    except OSError:
        return None, None
    return on_x11, on_x11.filter
