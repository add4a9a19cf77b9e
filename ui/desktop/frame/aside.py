"""A panel that opens from anywhere, beside the work."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.desktop.kit.floating import FloatingPanel


class Aside(FloatingPanel):
    """Takes the keys while it is open, and gives them back to where the officer was."""

    _before: QWidget | None = None

    def open_aside(self, anchor: QWidget, size: QSize, *, first: QWidget) -> None:
        """Open under the anchor, with the keys in ``first``."""
        focused = QApplication.focusWidget()
        if focused is None or focused.window() is not self.window():
            focused = self.window().focusWidget()  # a file dialog has the keys, and is about to go
        if not self._holds(focused):
            self._before = focused
        self.open_at(anchor, size, first=first)

    def close_panel(self) -> None:
        """Close it; the focus goes back to where the officer was."""
        inside = self._holds(QApplication.focusWidget())
        super().close_panel()
        before = self._before
        if inside and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
