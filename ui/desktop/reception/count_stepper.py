"""One kind of copy of the current paper, counted with the mouse."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.desktop.kit.icon import Icon
from ui.desktop.kit.paint import CENTRE, box, icon, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.typography import BODY_STRONG, CAPTION

_HEIGHT, _CAPTION = 52, 18
_BUTTON, _SIGN = 30, 17  # of an odd size: the middle stroke lies on one row of pixels


class CountStepper(QWidget):
    """Caption, minus, number, plus. The keys of the table do the same without the mouse."""

    count_wanted = Signal(int)
    chosen = Signal()

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._caption = caption
        self._count = 0
        self._is_cursor = False
        self._less = _Step(Icon.MINUS, self.tr("Bớt một: {kind}").format(kind=caption), self)
        self._more = _Step(Icon.PLUS, self.tr("Thêm một: {kind}").format(kind=caption), self)
        self._less.clicked.connect(lambda: self.count_wanted.emit(max(0, self._count - 1)))
        self._more.clicked.connect(lambda: self.count_wanted.emit(self._count + 1))
        for button in (self._less, self._more):
            button.pressed.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, *, is_cursor: bool) -> None:
        """Show how many; the kind that digits count is framed."""
        self._count, self._is_cursor = count, is_cursor
        self.setAccessibleName(f"{self._caption}: {count}")
        self._less.setEnabled(count > 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(92, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(84, _HEIGHT)

    def resizeEvent(self, event: object) -> None:
        top = _CAPTION + 2
        self._less.setGeometry(1, top, _BUTTON, _BUTTON)
        self._more.setGeometry(self.width() - _BUTTON - 1, top, _BUTTON, _BUTTON)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        caption = QRectF(0, 0, self.width(), _CAPTION)
        words(painter, caption, self._caption, CAPTION, t.text2, align=CENTRE)
        frame = QRectF(0, _CAPTION + 1, self.width(), _BUTTON + 2)
        box(painter, frame, t.surface, t.accent if self._is_cursor else t.line)
        ink = t.text if self._count else t.text2
        words(painter, frame, str(self._count), BODY_STRONG, ink, align=CENTRE)


class _Step(QAbstractButton):
    def __init__(self, sign: Icon, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        if self.isEnabled() and self.underMouse():
            box(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), t.hover, radius=4)
        ink = t.accent if self.isEnabled() else t.line
        icon(painter, self._sign, 7, 7, _SIGN, ink)
