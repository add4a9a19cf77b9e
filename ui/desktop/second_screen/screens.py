"""What the system says of its screens."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.desktop.second_screen.placing import Placing, ScreenFact, Standing


class Screens(QObject):
    """The screens of the computer as plain facts, and who comes and goes among them."""

    changed = Signal()

    def __init__(self, officer: QWidget) -> None:
        """``officer`` is the window of the officer."""
        super().__init__(officer)
        self._officer = officer
        self._leaving: QScreen | None = None
        self._heard: list[QScreen] = []
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._come)
            app.screenRemoved.connect(self._leave)
            app.primaryScreenChanged.connect(self.changed)
        self._hear()

    def facts(self) -> tuple[ScreenFact, ...]:
        """Give every screen that stays."""
        return tuple(_fact(screen) for screen in self._all())

    def officer_key(self) -> str:
        """Give the screen with the officer's window."""
        return _key(self._officer.screen())

    def screen_of(self, placing: Placing) -> QScreen | None:
        """Give the screen on which the display stands."""
        if placing.standing is not Standing.SHOWN:
            return None
        return next((one for one in self._all() if _key(one) == placing.key), None)

    def hear_window(self) -> None:
        """Hear that the officer takes the window to another screen; it must have been shown."""
        handle = self._officer.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self.changed, Qt.ConnectionType.UniqueConnection)

    def _all(self) -> Sequence[QScreen]:
        return [one for one in QGuiApplication.screens() if one is not self._leaving]

    def _come(self, _: QScreen) -> None:
        self._hear()
        self.changed.emit()

    def _leave(self, screen: QScreen) -> None:
        """It is still listed now: after this the system moves its windows to another one."""
        self._leaving = screen
        self.changed.emit()
        self._leaving = None

    def _hear(self) -> None:
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self.changed, Qt.ConnectionType.UniqueConnection)


def _key(screen: QScreen) -> str:
    return screen.serialNumber() or screen.name()


def _fact(screen: QScreen) -> ScreenFact:
    area = screen.geometry()
    size = f"{area.width()}×{area.height()}"
    made = " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
    words = f"{made or screen.name()} {size}"
    return ScreenFact(_key(screen), words, (area.x(), area.y(), area.width(), area.height()))
