"""A panel above the page: a child of the window, not a window of its own.

Focus and input method stay where they are when it opens, which a popup window would not allow.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.desktop.kit.ground import Ground, ground_of
from ui.desktop.kit.paint import box
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS_ZONE

SHADOW = 6
_PADDING = 12
_EDGE = 4
_GAP = 4 - SHADOW  # what is seen of it begins 4 px off


class FloatingPanel(QWidget):
    """Opens beside a widget, in its window; closes on Esc or when the focus goes elsewhere.

    The keys go back to where the officer was, a field or a row, not to the button that opens it.

    It also closes when its owner is hidden: a page that leaves takes its panels with it, even
    while another program has the focus and no move of it is told.

    Attributes:
        body: the layout of what is inside.
    """

    closed = Signal()

    def __init__(self, owner: QWidget, name: str) -> None:
        super().__init__(owner)  # until it is opened in a window
        self.setAccessibleName(name)
        self._opener: QWidget | None = None
        self._before: QWidget | None = None
        self._window: QWidget | None = None
        self._owner = owner
        self._has_spare = False
        owner.installEventFilter(self)
        self.body = QVBoxLayout(self)
        inset = SHADOW + _PADDING
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(8)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def open_at(
        self,
        anchor: QWidget,
        size: QSize,
        *,
        first: QWidget | None = None,
        spared: QWidget | None = None,
    ) -> None:
        """Show the panel under the anchor, or above it where there is no room below.

        Where there is too little room on both sides for what stands in it, a panel that takes the
        keys covers the anchor: nothing in it is squeezed.

        Args:
            size: what it wants, shadow and all; it gets what it needs.
            first: takes the focus; without it the focus stays where it is.
            spared: stays seen below the panel, which goes up over the anchor if it must.
        """
        if not isValid(anchor) or not self._owner.isVisible():
            return  # its act, or its page, went while what it asks was read: nobody asks for it
        window = ground_of(anchor)
        if self._window is not window:
            self._window = window
            self.setParent(window)
            window.installEventFilter(self)
        self._opener = anchor
        now = QApplication.focusWidget()
        if now is None or now.window() is not window:
            now = window.focusWidget()  # a file dialog has the keys, and is about to go
        if not self._holds(now):
            self._before = now
        _settle(anchor)
        self._spare_below()
        width = min(max(size.width(), self._needed_width()), window.width() - 2 * _EDGE)
        needed = self._needed_height(width)
        wanted = max(size.height(), needed)
        above, below = _rooms(anchor)
        goes_below = below >= min(wanted, above)
        room = below if goes_below else above
        takes_keys = first is not None or self._holds(now)
        if takes_keys and room < needed:
            room = window.height() - 2 * _EDGE
        height = min(wanted, room)
        corner = anchor.mapTo(window, QPoint(-SHADOW, 0))
        left = max(_EDGE, min(corner.x(), window.width() - _EDGE - width))
        top = corner.y() + anchor.height() + _GAP if goes_below else corner.y() - _GAP - height
        lowest = window.height() - _EDGE
        if spared is not None and spared.isVisible():
            lowest = min(lowest, spared.mapTo(window, QPoint(0, 0)).y())
        top = max(_EDGE, min(top, lowest - height))
        self.setGeometry(QRect(left, top, width, height))
        if self.focusPolicy() is not Qt.FocusPolicy.NoFocus:  # nothing in it takes the keys
            self.setAccessibleDescription(self._contents())
        self.show()
        self.raise_()
        if isinstance(window, Ground):
            window.bring(self)
        if first:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    @staticmethod
    def room(anchor: QWidget) -> int:
        """Give the greatest height that a panel at this anchor can have without covering it."""
        _settle(anchor)
        return max(_rooms(anchor))

    def close_panel(self) -> None:
        """Close it, and give the focus back to what had it before, if it was inside."""
        if not self.isVisible():
            return
        inside = self._holds(QApplication.focusWidget())
        self.hide()
        back = next((one for one in self._backs() if self._may_take(one)), None)
        if inside and back is not None:
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def go_round(
        self,
        stops: Iterable[QWidget],
        forward: bool,
        reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason,
    ) -> bool:
        """Take the focus to the next stop that is seen: Tab does not wander off.

        Returns:
            What ``focusNextPrevChild`` gives; False when there is no stop.
        """
        seen = [stop for stop in stops if stop.isVisible()]
        if not seen:  # Qt asks also while the panel is being hidden
            return False
        at = next((n for n, stop in enumerate(seen) if stop.hasFocus()), -1)
        seen[(at + (1 if forward else -1)) % len(seen)].setFocus(reason)
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside: Tab past the last field is at the first one again, and closes nothing.
        A panel whose stops are not all that takes the focus gives its own."""
        if not self._holds(QApplication.focusWidget()):
            return super().focusNextPrevChild(forward)
        return self.go_round(self._stops_in_order(), forward)

    def _stops_in_order(self) -> list[QWidget]:
        stops: list[QWidget] = []
        step = self.nextInFocusChain()
        while step is not None and step is not self:
            takes_tab = step.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes_tab and step.isEnabled() and self.isAncestorOf(step):
                stops.append(step)
            step = step.nextInFocusChain()
        return stops

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.close_panel()  # its place is no longer beside the anchor
        if event.type() == QEvent.Type.Hide and watched is self._owner and self.isVisible():
            self.hide()  # and gives no focus back: there is nothing left to give it to
            if (within := QApplication.focusWidget()) is not None and self._holds(within):
                within.clearFocus()
            self.closed.emit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        edge = SHADOW + RADIUS_ZONE
        if rect.adjusted(edge, edge, -edge, -edge).contains(QRectF(event.rect())):
            painter.fillRect(event.rect(), t.surface)  # a row changed: neither shadow nor corner
            return
        for layer in range(SHADOW):
            inner = rect.adjusted(layer, layer, -layer, -layer)
            box(painter, inner, t.shadow, radius=RADIUS_ZONE + SHADOW - layer)
        body = rect.adjusted(SHADOW, SHADOW - 2, -SHADOW, -SHADOW - 2)
        box(painter, body, t.surface, t.edge, radius=RADIUS_ZONE)

    def _spare_below(self) -> None:
        """Leave the height that is over below what stands in it, not between its rows."""
        if self._has_spare:
            items = enumerate(map(self.body.itemAt, range(self.body.count())))
            spacers = [at for at, item in items if item is not None and item.spacerItem()]
            self.body.takeAt(spacers[-1])
        self._has_spare = not self.body.expandingDirections() & Qt.Orientation.Vertical
        if self._has_spare:
            self.body.addStretch()

    def _needed_width(self) -> int:
        """Give what the layout cannot go below."""
        self.ensurePolished()
        self.body.activate()
        return self.body.totalMinimumSize().width()

    def _needed_height(self, width: int) -> int:
        """Give what the layout cannot go below at this width: words take more lines in less."""
        if self.body.hasHeightForWidth():
            return self.body.totalMinimumHeightForWidth(width)
        return self.body.totalMinimumSize().height()

    def _contents(self) -> str:
        """Give all that stands in it, for a screen reader that is led to the panel itself."""
        said = []
        for part in self.findChildren(QWidget):
            words = part.text() if isinstance(part, QLabel) else part.accessibleName()
            if words and not part.isHidden():
                said.append(words)
        return ". ".join(said)

    def owner_is_seen(self) -> bool:
        """Tell whether the page that it belongs to is in front."""
        return self._owner.isVisible()

    def _backs(self) -> tuple[QWidget | None, ...]:
        """Give to what the keys go back, the best first."""
        return (self._before, self._opener)

    def _may_take(self, widget: QWidget | None) -> bool:
        """Tell whether the focus can be given back to this: it is still there, and heeds keys."""
        if widget is None or not isValid(widget) or widget.window() is not self.window():
            return False
        heeds = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        return heeds and widget.isVisible() and widget.isEnabled()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isVisible():  # the whole program lost the focus
            return
        if new.window() is not self.window():  # a file dialog, for what is asked here
            return
        stays = new is self._opener and not self._holds(old)  # what is typed there fills it
        if not self._holds(new) and not stays:
            self.hide()
            self.closed.emit()


def _settle(anchor: QWidget) -> None:
    """Let the layouts around the anchor place it now: it may have been unfolded this moment.

    They are asked by the event that Qt itself sends. A wrapper of a layout that Qt made, as the one
    of a stack of pages, outlives it unnoticed: shiboken 6.11 then takes the next widget at its
    address for it, and ends the program.
    """
    around: list[QWidget] = []
    step: QWidget | None = anchor.parentWidget()
    while step is not None:
        around.append(step)
        step = step.parentWidget()
    for widget in reversed(around):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LayoutRequest))


def _rooms(anchor: QWidget) -> tuple[int, int]:
    """The heights above and below the anchor, inside its window."""
    window = ground_of(anchor)
    top = anchor.mapTo(window, QPoint(0, 0)).y()
    return top - _GAP - _EDGE, window.height() - top - anchor.height() - _GAP - _EDGE
