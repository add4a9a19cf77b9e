"""The main window: the gates in front of the desk, and the desk once it is furnished."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.desktop.keys import Act
from ui.desktop.kit.fit import SMALLEST_HEIGHT, SMALLEST_WIDTH, fit_for
from ui.desktop.kit.focus_ring import FocusRing
from ui.desktop.kit.ground import Ground, MovedGround
from ui.desktop.kit.page import Page
from ui.desktop.kit.watermark import Watermark
from ui.desktop.shortcuts import bind

if TYPE_CHECKING:
    from ui.desktop.frame.desk_frame import DeskFrame


class _Parts(QStackedLayout):
    """The gates and the desk, which yield to the size of the window and never ask for another."""

    def hasHeightForWidth(self) -> bool:
        """A ground that is scrolled would grow with a sentence that wraps."""
        return False


class MainWindow(QWidget):
    """Opens with the sign-in page alone; ``furnish`` brings the rest, so that nobody waits."""

    closing = Signal()
    desk_seen = Signal(bool)
    """Whether the pages are in front, or a gate covers them."""

    def __init__(self, sign_in: Page, *, training: bool = False) -> None:
        super().__init__()
        title = self.tr("Trạm Một Cửa – TẬP HUẤN") if training else self.tr("Trạm Một Cửa")
        self.setWindowTitle(title)
        self._sign_in = sign_in
        self._lock: Page | None = None
        self._desk: DeskFrame | None = None
        self._may_close = False
        self._ground = Ground()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        moved = MovedGround(self._ground, self)
        around.addWidget(moved)
        self._stack = _Parts(self._ground)
        self._stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._stack.addWidget(sign_in)
        self.setMinimumSize(self.minimumSizeHint())
        self._mark = Watermark(self._ground, self.tr("TẬP HUẤN")) if training else None
        self._ring = FocusRing(self._ground)
        self._ring.placed.connect(moved.see_keys)
        self._ground.resized.connect(self._take_size)
        bind(self, Act.FULL_SCREEN, self.toggle_full_screen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_keys_in_front)
        self._apply_fit()

    def furnish(self, desk: "DeskFrame", lock: Page) -> None:
        """Put the desk and the lock behind the sign-in page."""
        self._desk, self._lock = desk, lock
        desk.close_confirmed.connect(self.close_now)
        for widget in (lock, desk):
            self._stack.addWidget(widget)
        self._ring.raise_()
        self._apply_fit()

    def show_sign_in(self) -> None:
        self._show_gate(self._sign_in)

    def show_lock(self) -> None:
        """Cover everything; the pages keep what is in them."""
        if self._lock is not None:
            self._show_gate(self._lock)

    def show_desk(self) -> None:
        """Show the pages, with the focus where it was."""
        if self._desk is not None:
            self._bring(self._desk)
            self._desk.take_focus()
            self.desk_seen.emit(True)

    def close_now(self) -> None:
        """Close without asking."""
        self._may_close = True
        self.close()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def sizeHint(self) -> QSize:
        return QSize(1366, 768)

    def minimumSizeHint(self) -> QSize:
        """Where the screen has room for it, nothing has to be scrolled to."""
        return QSize(SMALLEST_WIDTH, SMALLEST_HEIGHT).boundedTo(self.screen().availableSize())

    def closeEvent(self, event: QCloseEvent) -> None:
        desk = self._desk
        if desk is not None and desk.asks_to_close and not self._may_close and desk.isVisible():
            event.ignore()
            desk.ask_to_close()
            return
        self.closing.emit()
        event.accept()

    def _bring(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)  # which raises it
        if self._mark is not None:
            self._mark.raise_()

    def _show_gate(self, gate: Page) -> None:
        if self._desk is not None:
            self._desk.close_panels()
        self._bring(gate)
        self.desk_seen.emit(False)
        gate.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_keys_in_front(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Behind a gate nothing takes the keys, whatever a page does with an answer that was late:
        a password would be typed into it, and Enter would do its act."""
        gate = self._stack.currentWidget()
        if isinstance(gate, Page) and self._covers(now):
            gate.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _covers(self, widget: QWidget | None) -> bool:
        return self._desk is not None and widget is not None and self._desk.isAncestorOf(widget)

    def _take_size(self) -> None:
        if self._mark is not None:
            self._mark.resize(self._ground.size())
        self._apply_fit()

    def _apply_fit(self) -> None:
        fit = fit_for(self._ground.width(), self._ground.height())
        for part in (self._sign_in, self._lock, self._desk):
            if part is not None:
                part.set_fit(fit)
