"""What every page behind the rail can do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

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

    def told_here(self) -> tuple[tuple[str, str], ...]:
        """Give what F1 says of what stands on the page now: each a heading and its words."""
        return ()

    def take_focus(self) -> None:
        """Put the focus where it was on this page, or where it starts."""
        last: QWidget | None = self.focusWidget()
        if last is None or not last.isVisibleTo(self) or not last.isEnabled():
            last = self.first_focus()
        last.setFocus(Qt.FocusReason.OtherFocusReason)

    def someone_types(self) -> bool:
        """Tell whether the focus of this window is in a text that was begun."""
        field = self.window().focusWidget()
        return isinstance(field, QLineEdit) and bool(field.text())


class RowsPage(Page):
    """A page that begins at its rows. While they are being read, the focus waits elsewhere."""

    _rows_awaited = False

    def has_rows(self) -> bool:
        """Tell whether there is a row to begin at."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Begin at the rows, wherever the focus was on this page before."""
        self._rows_awaited = not self.has_rows()
        first = self.first_focus()  # without rows it may be off, and would leave the keys behind
        (first if first.isEnabled() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def rows_came(self, *, focus_waits: bool) -> None:
        """Go on to the rows that were awaited.

        Args:
            focus_waits: it is where it was put to wait; whoever went elsewhere stays there.
        """
        if self._rows_awaited and self.has_rows():
            self._rows_awaited = False
            if focus_waits or self.hasFocus():
                self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
