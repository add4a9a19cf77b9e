"""A photograph as it came, with the four corners of its sheet to be put right."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from station.domain.scan_pages import FULL, Corners, Point
from ui.desktop.keys import Act
from ui.desktop.kit.paint import box, veil
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS
from ui.desktop.shortcuts import is_key

_MARGIN, _HANDLE = 16, 9
_NUDGE, _STEP = 25, 250
"""Ten-thousandths by which an arrow key moves a corner, without and with Shift."""
_AROUND = 4


class CornerPage(QWidget):
    """1 to 4 choose a corner, arrows move it, Enter takes them, Esc gives them up; or the mouse."""

    chosen = Signal(object)
    """The ``Corners``."""
    given_up = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._photo = QPixmap()
        self._points: list[Point] = []
        self._current = 0
        self._dragging = False

    def place(self, photo: bytes, corners: Corners) -> None:
        """Begin with these corners on this photograph."""
        self._photo.loadFromData(photo)
        self._points, self._current = list(corners.points), 0
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 96)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _NUDGE
        move = {
            Qt.Key.Key_Left: (-step, 0),
            Qt.Key.Key_Right: (step, 0),
            Qt.Key.Key_Up: (0, -step),
            Qt.Key.Key_Down: (0, step),
        }.get(Qt.Key(event.key()))
        if event.text() in ("1", "2", "3", "4"):
            self._current = int(event.text()) - 1
            self._describe()
        elif move is not None:
            x, y = self._points[self._current]
            self._put(x + move[0], y + move[1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif is_key(event, Act.BACK):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        away = [(self._at(point) - event.position()).manhattanLength() for point in self._points]
        self._current = away.index(min(away))
        self._dragging = True
        self._describe()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            page = self._rect()
            x = (event.position().x() - page.left()) / page.width()
            y = (event.position().y() - page.top()) / page.height()
            self._put(round(x * FULL), round(y * FULL))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box(painter, QRectF(self.rect()), t.sunken, t.accent if self.hasFocus() else t.line)
        if self._photo.isNull() or not self._points:
            return
        painter.drawPixmap(self._rect(), self._photo, QRectF(self._photo.rect()))
        veil(painter, self._rect())
        painter.setPen(QPen(t.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)  # the sheet itself stays in sight
        painter.drawPolygon(QPolygonF([self._at(point) for point in self._points]))
        for number, point in enumerate(self._points):
            at, size = self._at(point), _HANDLE if number == self._current else _HANDLE - 3
            handle = QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
            box(painter, handle, t.focus if number == self._current else t.paper, t.focus,
                radius=size, width=2)  # fmt: skip

    def _take(self) -> None:
        try:
            corners = Corners(tuple(self._points))  # type: ignore[arg-type]  # always four
        except ValueError:  # crossed, or nearly nothing: they stay as they are
            return
        self.chosen.emit(corners)

    def _put(self, x: int, y: int) -> None:
        self._points[self._current] = (min(FULL, max(0, x)), min(FULL, max(0, y)))
        self._describe()
        self.update()

    def _describe(self) -> None:
        x, y = self._points[self._current]
        self.setAccessibleDescription(
            self.tr("góc {number} trong {all}, {x} % ngang, {y} % dọc").format(
                number=self._current + 1, all=_AROUND, x=round(x / 100), y=round(y / 100)
            )
        )

    def _rect(self) -> QRectF:
        """Give where the photograph lies: whole, in the middle."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        wide, high = max(1, self._photo.width()), max(1, self._photo.height())
        scale = min(room.width() / wide, room.height() / high)
        size = QSize(max(1, round(wide * scale)), max(1, round(high * scale)))
        left = room.center().x() - size.width() / 2
        top = room.center().y() - size.height() / 2
        return QRectF(left, top, size.width(), size.height())

    def _at(self, point: Point) -> QPointF:
        page = self._rect()
        return QPointF(
            page.left() + point[0] / FULL * page.width(),
            page.top() + point[1] / FULL * page.height(),
        )
