"""The one window with all its pages, as they are before anybody works with them."""

from PySide6.QtCore import QMetaObject, QObject, SignalInstance

from ui.desktop.dossiers.page import DossierListPage
from ui.desktop.frame.main_window import MainWindow
from ui.desktop.frame.view_model import Place
from ui.desktop.lock.view import LockPage
from ui.desktop.preview.view import PreviewPage
from ui.desktop.reception.page import ReceptionPage
from ui.desktop.sign_in.view import SignInPage


class Screen:
    """Attributes: ``window`` and the pages in it."""

    def __init__(self) -> None:
        self.sign_in = SignInPage()
        self.lock = LockPage()
        self.reception = ReceptionPage()
        self.dossiers = DossierListPage()
        self.preview = PreviewPage()
        self.window = MainWindow(
            {
                Place.RECEPTION: self.reception,
                Place.LIST: self.dossiers,
                Place.PREVIEW: self.preview,
            },
            sign_in=self.sign_in,
            lock=self.lock,
        )


class Wires:
    """Connections of one session to the pages, which live longer."""

    def __init__(self) -> None:
        self._made: list[QMetaObject.Connection] = []

    def join(self, signal: SignalInstance, slot: object) -> None:
        """Connect a signal of a page."""
        self._made.append(signal.connect(slot))

    def cut(self) -> None:
        """Disconnect everything that was joined."""
        for connection in self._made:
            QObject.disconnect(connection)
        self._made.clear()
