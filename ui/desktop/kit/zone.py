"""A numbered zone of a page: head, body, and a folded form for narrow windows."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.desktop.kit.button import Button
from ui.desktop.kit.marks import TONE_ICONS, chip_width, key_width, paint_chip, paint_key
from ui.desktop.kit.paint import CENTRE, box, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS_ZONE, ROW_GAP, ZONE_HEAD
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_STRONG, CAPTION_STRONG, text_width

ZoneChip = tuple[str, Tone]
_SIDE = 12
_DISC = 22
_STRIP = 56
_TITLE_X = 42


class Zone(QWidget):
    """One part of a page, reached by its own key. It glows while the focus is inside.

    Folded it is its head alone, with the summary beside the title; a click or the Tab key asks
    to open it. Number 0 is a zone that stands alone and shows none.

    Attributes:
        body: the layout of what is inside.
    """

    open_wanted = Signal()

    def __init__(
        self,
        number: int,
        title: str,
        badge: str,
        *,
        strip: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.badge = badge
        self._ordinal, self._title = number, title
        self._chips: tuple[ZoneChip, ...] = ()
        self._folded_to: str | None = None
        self._head_button: Button | None = None
        self._active = self._doubted = False
        self._content = QWidget(self)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(ROW_GAP)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._content)
        self.set_strip(strip)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._mark_active)

    def head_width(self) -> int:
        """Give the room that number, title and key badge take."""
        return _TITLE_X + text_width(self._title, BODY_STRONG) + 10 + key_width(self.badge) + 20

    def set_strip(self, strip: bool) -> None:
        """Put the head beside what is inside, instead of above it."""
        self._strip = strip
        self._content.setMinimumHeight(_STRIP if strip else 0)
        if strip:
            self._outer.setContentsMargins(self.head_width(), 0, _SIDE, 0)
        else:
            self._outer.setContentsMargins(_SIDE, ZONE_HEAD, _SIDE, 4)

    def set_chips(self, chips: Sequence[ZoneChip]) -> None:
        """Say something at the right end of the head."""
        if self._chips == tuple(chips):
            return  # painting a zone costs more than all else that a card changes
        self._chips = tuple(chips)
        self.setAccessibleDescription(", ".join(text for text, _ in chips))
        self.update()

    def set_doubted(self, doubted: bool) -> None:
        """Mark the zone: somebody says that something in it is wrong."""
        if doubted != self._doubted:
            self._doubted = doubted
            self.update()

    def chips(self) -> tuple[ZoneChip, ...]:
        return self._chips

    def set_head_button(self, button: Button | None) -> None:
        """Have a button at the right end of the head, right of the chips; None takes it away."""
        if self._head_button is not None and self._head_button is not button:
            self._head_button.hide()
        self._head_button = button
        if button is not None:
            button.setParent(self)
            self._place_head_button()
            button.show()
        self.update()

    def summary(self) -> str:
        """Say in one line what is inside, for the folded form."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """Give where the focus starts in this zone."""
        raise NotImplementedError

    def is_folded(self) -> bool:
        return self._folded_to is not None

    def fold(self) -> None:
        """Show the head alone, with the summary beside the title."""
        self._folded_to = self.summary()
        self.setToolTip(self._folded_to)
        self._content.hide()
        self.setMinimumHeight(ZONE_HEAD)
        self.setMaximumHeight(ZONE_HEAD)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.updateGeometry()
        self.update()

    def unfold(self) -> None:
        """Show the zone whole."""
        if self._folded_to is None:
            return
        self._folded_to = None
        self.setToolTip("")
        self.setMinimumHeight(0)
        self.setMaximumHeight(16777215)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsetCursor()
        self._content.show()
        self.updateGeometry()
        self.update()

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS_ZONE

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), ZONE_HEAD) if self.is_folded() else hint

    def minimumSizeHint(self) -> QSize:
        return QSize(200, ZONE_HEAD) if self.is_folded() else super().minimumSizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.is_folded():
            self.open_wanted.emit()
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.is_folded():
            self.open_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head_button()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        box(
            painter,
            QRectF(self.rect()),
            t.surface,
            t.warn if self._doubted else t.accent if self._active else t.line,
            radius=RADIUS_ZONE,
            width=2 if self._doubted else 1,
        )
        inline = self._strip and not self.is_folded()
        middle = self.height() / 2 if inline else ZONE_HEAD / 2
        title_x = _TITLE_X if self._ordinal else _SIDE
        if self._ordinal:
            self._paint_number(painter, middle)
        room = QRectF(title_x, middle - ZONE_HEAD / 2, self.width(), ZONE_HEAD)
        words(painter, room, self._title, BODY_STRONG, elide=False)
        left = title_x + text_width(self._title, BODY_STRONG) + 10
        if self.badge:
            left += paint_key(painter, left, middle, self.badge) + 12
        right: float = self.width() - _SIDE
        if self._head_button is not None:
            right = self._head_button.x() - 8
        if not inline:
            right = self._paint_chips(painter, left, right, middle)
        if self._folded_to:
            room = QRectF(left, 0, right - left, ZONE_HEAD)
            words(painter, room, self._folded_to, BODY, t.text2)

    def _paint_number(self, painter: QPainter, middle: float) -> None:
        t = theme()
        disc = QRectF(_SIDE, middle - _DISC / 2, _DISC, _DISC)
        ground, rim = (t.accent, None) if self._active else (t.sunken, t.line)
        if self._doubted:
            ground, rim = t.warn_tint, t.warn
        box(painter, disc, ground, rim, radius=_DISC / 2)
        ink = t.warn if self._doubted else t.on_accent if self._active else t.text2
        words(painter, disc, str(self._ordinal), CAPTION_STRONG, ink, align=CENTRE)

    def _paint_chips(self, painter: QPainter, left: float, right: float, middle: float) -> float:
        """Paint the chips from the right; the first ones are left out where there is no room."""
        for text, tone in reversed(self._chips):
            sign = TONE_ICONS[tone]
            x = right - chip_width(text, sign)
            if x < left:
                break
            paint_chip(painter, x, middle, text, tone, sign)
            right = x - 6
        return right

    def _place_head_button(self) -> None:
        if self._head_button is not None:
            size = self._head_button.sizeHint()
            x, y = self.width() - _SIDE - size.width(), (ZONE_HEAD - size.height()) // 2
            self._head_button.setGeometry(x, y, size.width(), size.height())

    def _mark_active(self, _old: QWidget | None, new: QWidget | None) -> None:
        active = new is not None and (new is self or self.isAncestorOf(new))
        if active != self._active:
            self._active = active
            self.update()
