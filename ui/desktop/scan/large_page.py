"""The current page, large: where something is wrong is framed, and a part can be blacked out."""

from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from station.domain.scan_pages import FULL, Mask
from ui.desktop.keys import Act
from ui.desktop.kit.paint import CENTRE, box, veil, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS
from ui.desktop.kit.typography import BODY
from ui.desktop.scan.page_keys import page_act
from ui.desktop.scan.view_model import LargeView
from ui.desktop.shortcuts import is_key

_MARGIN, _STEP = 12, 80
_FIRST_MASK = (0.3, 0.4, 0.4, 0.08)
_NUDGE = 0.01


class LargePage(QWidget):
    """Fits the page to its width and scrolls. V begins a mask: arrows move it, Shift sizes it."""

    digit_pressed = Signal(int)
    acted = Signal(object)
    masked = Signal(object)
    """The ``Mask`` of the page as it is seen."""
    mask_begun = Signal(bool)
    """A rectangle is being placed, or not any more."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._large = LargeView(picture=None)
        self._page = QPixmap()
        self._scaled: tuple[int, QPixmap] | None = None
        self._top = 0.0
        self._mask: QRectF | None = None
        """In shares of the page."""
        self._dragged_from: QPointF | None = None

    @property
    def masking(self) -> bool:
        return self._mask is not None

    @property
    def page(self) -> UUID | None:
        return self._large.page

    def show_large(self, large: LargeView) -> None:
        """Show this page; another one begins at its top, the same one redrawn stays as it lies."""
        if large.picture != self._large.picture:
            self._page = QPixmap()
            if large.picture is not None:
                self._page.loadFromData(large.picture)
            self._scaled = None
        if large.page != self._large.page or large.picture is None:
            self._top = 0.0
            self.end_mask()
        self._large = large
        self.setAccessibleDescription(large.problem or self.tr("Mũi tên cuộn trang."))
        self.update()

    def begin_mask(self) -> None:
        """Place a rectangle; Enter blacks it out, Esc gives it up."""
        if not self._page.isNull():
            left, top, width, height = _FIRST_MASK
            self._mask = QRectF(left, top, width, height)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.mask_begun.emit(True)
            self.update()

    def end_mask(self) -> None:
        """Give the rectangle up."""
        if self._mask is not None:
            self._mask = None
            self.mask_begun.emit(False)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._mask is not None:
            self._place_mask(event, self._mask)
            return
        scroll = {
            Qt.Key.Key_Up: -_STEP,
            Qt.Key.Key_Down: _STEP,
            Qt.Key.Key_PageUp: -self.height(),
            Qt.Key.Key_PageDown: self.height(),
        }.get(Qt.Key(event.key()))
        if scroll is not None:
            self._scroll(scroll)
        elif isinstance(act := page_act(event), Act):
            self.acted.emit(act)
        elif act is not None:
            self.digit_pressed.emit(act)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll(-event.angleDelta().y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._mask is not None:
            self._dragged_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._mask is not None and self._dragged_from is not None:
            drawn, page = QRectF(self._dragged_from, event.position()).normalized(), self._rect()
            self._set_mask(
                QRectF(
                    (drawn.left() - page.left()) / page.width(),
                    (drawn.top() - page.top()) / page.height(),
                    drawn.width() / page.width(),
                    drawn.height() / page.height(),
                )
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        ground = QRectF(self.rect())
        edge = t.accent if self.hasFocus() else t.line
        box(painter, ground, t.sunken, edge)
        if self._page.isNull():
            if self._large.problem:
                room = ground.adjusted(16, 0, -16, 0)
                words(painter, room, self._large.problem, BODY, t.err, align=CENTRE)
            return
        painter.setClipRect(ground.adjusted(1, 1, -1, -1))
        page = self._rect()
        drawn = self._drawn_for(page, painter.device().devicePixelRatioF())
        painter.drawPixmap(page, drawn, QRectF(drawn.rect()))
        veil(painter, page)
        box(painter, page.adjusted(-1, -1, 1, 1), stroke=t.edge, radius=2)
        for left, top, width, height in self._large.marks:
            box(
                painter,
                self._on_page(QRectF(left, top, width, height)),
                stroke=t.err,
                radius=4,
                width=3,
            )
        if self._mask is not None:
            rect = self._on_page(self._mask)
            painter.setOpacity(0.75)
            painter.fillRect(rect, t.text)
            painter.setOpacity(1)
            box(painter, rect, stroke=t.focus, radius=2, width=2)

    def _place_mask(self, event: QKeyEvent, mask: QRectF) -> None:
        step = {
            Qt.Key.Key_Left: (-_NUDGE, 0.0),
            Qt.Key.Key_Right: (_NUDGE, 0.0),
            Qt.Key.Key_Up: (0.0, -_NUDGE),
            Qt.Key.Key_Down: (0.0, _NUDGE),
        }.get(Qt.Key(event.key()))
        if step is not None:
            dx, dy = step
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                size = QRectF(mask.left(), mask.top(), mask.width() + dx, mask.height() + dy)
                self._set_mask(size)
            else:
                self._set_mask(mask.translated(dx, dy))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._mask = None
            self.mask_begun.emit(False)
            self.masked.emit(_as_mask(mask))
            self.update()
        elif is_key(event, Act.BACK):
            self.end_mask()

    def _set_mask(self, mask: QRectF) -> None:
        width = min(1.0, max(_NUDGE, mask.width()))
        height = min(1.0, max(_NUDGE, mask.height()))
        left = min(1.0 - width, max(0.0, mask.left()))
        top = min(1.0 - height, max(0.0, mask.top()))
        self._mask = QRectF(left, top, width, height)
        seen = self._on_page(self._mask)
        if seen.top() < 0 or seen.bottom() > self.height():
            self._scroll(seen.center().y() - self.height() / 2)
        self.update()

    def _scroll(self, by: float) -> None:
        most = max(0.0, self._rect().height() + 2 * _MARGIN - self.height())
        self._top = min(most, max(0.0, self._top + by))
        self.update()

    def _rect(self) -> QRectF:
        """Give where the page lies: as wide as there is room, from its top on."""
        width = max(1, self.width() - 2 * _MARGIN)
        high = round(width * self._page.height() / max(1, self._page.width()))
        return QRectF(round((self.width() - width) / 2), round(_MARGIN - self._top), width, high)

    def _on_page(self, share: QRectF) -> QRectF:
        page = self._rect()
        return QRectF(
            page.left() + share.left() * page.width(),
            page.top() + share.top() * page.height(),
            share.width() * page.width(),
            share.height() * page.height(),
        )

    def _drawn_for(self, page: QRectF, scale: float) -> QPixmap:
        width = round(page.width() * scale)
        if self._scaled is None or self._scaled[0] != width:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = (width, self._page.scaledToWidth(width, smooth))
        return self._scaled[1]


def _as_mask(share: QRectF) -> Mask:
    left, top = int(share.left() * FULL), int(share.top() * FULL)
    width = max(1, min(FULL - left, round(share.width() * FULL)))
    height = max(1, min(FULL - top, round(share.height() * FULL)))
    return Mask(left, top, width, height)
