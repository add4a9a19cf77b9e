"""The tabs of open drafts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.desktop.kit.icon import Icon
from ui.desktop.kit.marks import key_width, paint_key
from ui.desktop.kit.paint import box, fill, icon, line, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS_ZONE
from ui.desktop.kit.typography import BODY, BODY_STRONG, text_width

_HEIGHT = 36
_WIDEST, _NARROWEST = 232, 84
_TITLE_X = 42
_DOT = 7


@dataclass(frozen=True, slots=True)
class TabWords:
    """What one tab says. ``badge`` is the digit that, with Ctrl, opens it."""

    badge: str
    title: str
    unsaved: bool
    spoken: str


class Tabs(QWidget):
    """Open drafts side by side. Reached by their keys or the mouse, never by Tab."""

    tab_chosen = Signal(int)
    new_wanted = Signal()

    def __init__(self, name: str, new_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(_HEIGHT)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 0, 12, 0)
        self._layout.setSpacing(4)
        self._tabs: list[_Tab] = []
        self._new = _NewTab(new_name)
        self._new.clicked.connect(self.new_wanted)
        self._layout.addWidget(self._new)
        self._layout.addStretch(1)

    def show_tabs(self, tabs: Sequence[TabWords], current: int) -> None:
        """Show these tabs; ``current`` is -1 where the page belongs to none of them."""
        while len(self._tabs) > len(tabs):
            gone = self._tabs.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._tabs) < len(tabs):
            tab = _Tab(self)
            tab.clicked.connect(self._choose)
            self._layout.insertWidget(len(self._tabs), tab)
            self._tabs.append(tab)
        for number, (tab, said) in enumerate(zip(self._tabs, tabs, strict=True)):
            tab.show_words(said, current=number == current)
        self.update()

    def _choose(self) -> None:
        self.tab_chosen.emit(next(n for n, tab in enumerate(self._tabs) if tab is self.sender()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.width(), self.height() - 1, theme().line)


class _Tab(QAbstractButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = TabWords("", "", False, "")
        self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def show_words(self, said: TabWords, *, current: bool) -> None:
        if (said, current) == (self._words, self._current):
            return
        self._words, self._current = said, current
        self.badge = said.badge
        self.setText(said.title)
        self.setAccessibleName(said.spoken)
        self.setToolTip(said.title)
        self.updateGeometry()
        self.update()
        self.show()

    def sizeHint(self) -> QSize:
        width = text_width(self._words.title, BODY_STRONG) + 62 + 2 * _DOT * self._words.unsaved
        return QSize(min(_WIDEST, width), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        width, height = self.width(), self.height()
        if self._current:
            body = QRectF(0, 4, width, height + 8)
            box(painter, body, t.surface, t.line, radius=RADIUS_ZONE)
            fill(painter, QRectF(9, 4, width - 18, 2), t.accent)
        middle = height / 2 + 2
        paint_key(painter, 12, middle, self._words.badge)
        left = max(_TITLE_X, 12 + key_width(self._words.badge) + 10)
        room = QRectF(left, 4, width - left - (26 if self._words.unsaved else 12), height - 4)
        style, ink = (BODY_STRONG, t.text) if self._current else (BODY, t.text2)
        words(painter, room, self._words.title, style, ink)
        if self._words.unsaved:
            dot = QRectF(width - 19, middle - _DOT / 2, _DOT, _DOT)
            box(painter, dot, t.warn, radius=_DOT / 2)


class _NewTab(QAbstractButton):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(32, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        if self.underMouse():
            box(painter, QRectF(2, 6, 28, 26), t.hover)
        icon(painter, Icon.PLUS, 7, self.height() / 2 - 8, 18, t.text2)
