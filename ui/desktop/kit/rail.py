"""One entry of the rail on the left."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.desktop.kit.icon import Icon
from ui.desktop.kit.marks import key_width, paint_key
from ui.desktop.kit.paint import CENTRE, box, icon, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import (
    BODY_MEDIUM,
    BODY_STRONG,
    CAPTION_STRONG,
    TextStyle,
    text_width,
)

_HEIGHT, _SLIM_HEIGHT = 40, 30
"""Slim rails stand in low windows too, where every entry must find room."""
_PILL = 22
_WORDS_X, _APART, _EDGE = 40, 4, 6


class RailItem(QAbstractButton):
    """A place or an act of the frame: icon, words, how many wait there, and its key."""

    def __init__(
        self, text: str, sign: Icon, badge: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.badge = badge
        self._sign = sign
        self._count, self._tone = "", Tone.MUTE
        self._current = self._slim = False
        self.setAccessibleName(text)
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_current(self, current: bool) -> None:
        self._current = current
        self._describe()
        self.setAccessibleDescription(self.tr("Đang ở trang này") if current else "")
        self.update()

    def set_badge(self, keys: str) -> None:
        """Show another key, or none where its key means something else."""
        self.badge = keys
        self._describe()
        self.update()

    def set_slim(self, slim: bool) -> None:
        """Show the icon alone; the words move into the tooltip."""
        self._slim = slim
        self.setFixedHeight(_SLIM_HEIGHT if slim else _HEIGHT)
        self._describe()
        self.update()

    def show_count(self, count: int, tone: Tone = Tone.MUTE) -> None:
        """Show how many wait there; zero shows nothing."""
        self._count, self._tone = (str(count) if count else ""), tone
        self._describe()
        self.update()

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS

    def sizeHint(self) -> QSize:
        return QSize(176, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        middle = rect.height() / 2
        inner = rect.adjusted(0, 2, 0, -2)
        if self._current:
            ground, edge = (t.tint, t.accent) if t.is_dark else (t.surface, t.line)
            box(painter, inner, ground, edge)
            box(painter, QRectF(0, middle - 10, 3, 20), t.accent, radius=1.5)
        elif self.underMouse():
            box(painter, inner, t.hover if t.is_dark else t.sheet)
        left = (rect.width() - 20) / 2 if self._slim else 12
        icon(painter, self._sign, left, middle - 10, 20, t.accent if self._current else t.text2)
        if self._slim:
            if self._count:
                dot = QRectF(rect.width() - 13, 5, 8, 8)
                box(painter, dot, t.ink(self._tone), radius=4)
            return
        right = rect.width() - _EDGE
        if self._has_room_for_badge():
            right -= key_width(self.badge)
            paint_key(painter, right, middle, self.badge)
            right -= _APART
        if self._count:
            right -= self._paint_count(painter, right, middle)
        room = QRectF(_WORDS_X, 0, right - _WORDS_X, rect.height())
        words(painter, room, self.text(), self._style())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._describe()

    def _style(self) -> TextStyle:
        return BODY_STRONG if self._current else BODY_MEDIUM

    def _has_room_for_badge(self) -> bool:
        """Tell whether its key stands beside its words; else it is in the tooltip."""
        if not self.badge or self._slim:
            return False
        needed = _WORDS_X + text_width(self.text(), self._style()) + self._count_width()
        return needed <= self.width() - _EDGE - key_width(self.badge) - _APART

    def _count_width(self) -> float:
        """Give the room of the count with its gap: it matters more than the key."""
        if not self._count:
            return 0
        return max(24, text_width(self._count, CAPTION_STRONG) + 10) + _APART

    def _paint_count(self, painter: QPainter, right: float, middle: float) -> float:
        t = theme()
        width = self._count_width() - _APART
        pill = QRectF(right - width, middle - _PILL / 2, width, _PILL)
        edge = t.line if self._tone is Tone.MUTE else t.ink(self._tone) if t.is_dark else None
        box(painter, pill, t.ground(self._tone), edge, radius=_PILL / 2)
        words(painter, pill, self._count, CAPTION_STRONG, t.ink(self._tone), align=CENTRE)
        return width + _APART

    def _describe(self) -> None:
        whole = f"{self.text()} ({self._count})" if self._count else self.text()
        self.setAccessibleName(whole)
        unseen = f"{whole} · {self.badge}" if self.badge else whole
        self.setToolTip("" if self._has_room_for_badge() else unseen)
