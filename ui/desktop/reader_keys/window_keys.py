"""Catches what keyboard readers type in this program's windows, by what the platform allows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QNativeInterface
from PySide6.QtWidgets import QApplication, QLineEdit

from station.ports.devices import DeviceSettings
from ui.desktop.reader_keys.burst import Capture
from ui.desktop.reader_keys.qt_burst import QtBurst
from ui.desktop.reader_keys.strokes import FUNCTION_KEYS
from ui.desktop.reader_keys.x11 import X11ReaderKeys


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
        address = next(iter(addresses), "")
        self._x11 = _x11_keys(app, address, self._is_code)
        self._burst: QtBurst | None = None
        if self._x11 is not None:
            self._x11.captured.connect(self._take)
            app.installNativeEventFilter(self._x11.filter)
        else:
            self._burst = QtBurst()
            self._burst.card_read.connect(self._tell)
            app.installEventFilter(self._burst)

    def close(self) -> None:
        """Let every key go its way again."""
        if self._x11 is not None:
            self._app.removeNativeEventFilter(self._x11.filter)
            self._x11.close()
        elif self._burst is not None:
            self._app.removeEventFilter(self._burst)

    def _is_code(self, text: str, ended: bool) -> bool:
        """Believe a known text, and any that Enter ended, unless a program typed a password."""
        from station.domain.codes import recognise  # its weight must not delay the window

        if recognise(text).is_known:
            return True
        focus = self._app.focusWidget()
        shown = not isinstance(focus, QLineEdit) or focus.echoMode() is QLineEdit.EchoMode.Normal
        return ended and shown

    def _take(self, capture: Capture) -> None:
        self._tell(capture.text, too_long=capture.too_long)

    def _tell(self, text: str, *, too_long: bool = False) -> None:
        from station.domain.codes import Guess, UnknownCode, recognise
        from station.ports.readers import Arrival

        code = UnknownCode("", Guess.TOO_LONG) if too_long else recognise(text)
        reader = self._x11.last_keyboard if self._x11 is not None else ""
        self.arrived.emit(Arrival(reader, code))


def _x11_keys(
    app: QApplication, address: str, is_code: Callable[[str, bool], bool]
) -> X11ReaderKeys | None:
    """Catch keys below the input method; None where the platform is not X11."""
    if app.platformName() != "xcb":
        return None
    native = app.nativeInterface()
    if not isinstance(native, QNativeInterface.QX11Application):
        return None
    prefix = FUNCTION_KEYS.get(address)
    try:
        return X11ReaderKeys(
            int(native.connection()),
            is_code=is_code,
            reader="" if prefix else address,
            prefix=prefix,
        )
    except OSError:
        return None
