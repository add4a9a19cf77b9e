"""The one focus ring of a window: it follows the focus and never gets in the way."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.desktop.kit.paint import box
from ui.desktop.kit.theme import theme

_REACH = 4  # a gap of 2 px, then a line of 2 px
_MOVING = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
)


@runtime_checkable
class Ringed(Protocol):
    """A control around which the ring is drawn while it has the focus."""

    def ring(self) -> tuple[QWidget, float]:
        """Give the widget to encircle, and the radius of its corners."""
        ...


class FocusRing(QWidget):
    """Hollow and transparent, above what the window's parts stand on: typing below does not
    repaint it."""

    placed = Signal()
    """What has the keys came, or moved, ringed or not."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._target: QWidget | None = None
        self._radius = 0.0
        self._watched: list[QWidget] = []
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.setInterval(0)
        self._placing.timeout.connect(self._place)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._placing.start()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        box(QPainter(self), inner, stroke=theme().focus, radius=self._radius + 2, width=2)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for watched in filter(isValid, self._watched):  # a panel may have been built anew
            watched.removeEventFilter(self)
        self._watched, self._target = [], None
        if new is None or new.window() is not self.window():
            self.hide()
            return
        if isinstance(new, Ringed):
            self._target, self._radius = new.ring()
        self._watched = list(_up_to(self._ground, self._target or new))
        for watched in self._watched:
            watched.installEventFilter(self)  # a layout may move any of them
        self._place()

    def _place(self) -> None:
        self.placed.emit()
        if self._target is None or not self._target.isVisible():
            self.hide()
            return
        origin = self._target.mapTo(self._ground, QPoint(0, 0))
        around = QRect(origin, self._target.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)
        self.setGeometry(around)
        hole = self.rect().adjusted(_REACH, _REACH, -_REACH, -_REACH)
        self.setMask(QRegion(self.rect()) - QRegion(hole))
        self.raise_()
        self.show()
        self.update()


def _up_to(top: QWidget, widget: QWidget) -> Iterator[QWidget]:
    step: QWidget | None = widget
    while step is not None and step is not top:
        yield step
        step = step.parentWidget()
