"""The window on the second screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.citizen.page import CitizenPage


class CitizenWindow(QWidget):
    """Covers the citizen's screen. It takes no keys, and the program does not live by it.

    Attributes:
        page: what stands on it.
    """

    def __init__(self, *, training: bool = False) -> None:
        super().__init__(
            None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setWindowTitle(self.tr("Màn hình dân"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.page = CitizenPage(training=training)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)

    def stand_on(self, screen: QScreen | None) -> None:
        """Cover this screen; None takes the window away before the system moves it elsewhere."""
        if screen is None:
            self.hide()
            return
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        if not self.isVisible():
            self.setWindowState(Qt.WindowState.WindowFullScreen)
            self.show()  # ``showFullScreen`` would take the keys from the officer
