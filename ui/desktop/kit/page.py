"""What every page behind the rail can do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.fit import Fit


class Page(QWidget):
    """One page. It gives way to narrow windows, and knows where the focus belongs."""

    def set_fit(self, fit: Fit) -> None:
        """Take the form for a window of this size."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """Give where the focus starts."""
        raise NotImplementedError

    def step_back(self) -> None:
        """Esc, when nothing on the page took it. Never discards anything."""

    def take_focus(self) -> None:
        """Put the focus where it was on this page, or where it starts."""
        last: QWidget | None = self.focusWidget()
        if last is None or not last.isVisibleTo(self) or not last.isEnabled():
            last = self.first_focus()
        last.setFocus(Qt.FocusReason.OtherFocusReason)
