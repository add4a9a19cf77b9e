"""A large button for a finger. It never takes the keys: they are the officer's."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.desktop.citizen.lettering import Scale
from ui.desktop.citizen.view_model import Said
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.paint import CENTRE, box, icon, words
from ui.desktop.kit.tokens import LIGHT, Theme
from ui.desktop.kit.typography import text_width

_SIZE, _SMALL, _GAP = 36, 22, 16


class TouchButton(QAbstractButton):
    """Words, the English ones below them, and a sign. What was chosen is filled."""

    def __init__(
        self,
        parent: QWidget,
        sign: Icon,
        *,
        icon_size: int = 40,
    ) -> None:
        super().__init__(parent)
        self._sign, self._icon = sign, icon_size
        self._filled = False
        self._said: Said = ("", "")
        self._scale, self._looks = Scale(), LIGHT
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_words(
        self, said: Said, *, scale: Scale, looks: Theme, chosen: bool = False, first: bool = False
    ) -> None:
        """Say this; what was chosen keeps its mark, what comes first is filled before."""
        self._filled = chosen or first
        self._said, self._scale, self._looks = said, scale, looks
        self.setText(said[0])
        self.setAccessibleName(" – ".join(part for part in said if part))
        self.setAccessibleDescription(self.tr("Đã chọn") if chosen else "")
        self.update()

    def sizeHint(self) -> QSize:
        scale = self._scale
        width = max(
            text_width(self._said[0], scale.style(_SIZE, 600)),
            text_width(self._said[1], scale.style(_SMALL)),
        )
        sign = scale.px(self._icon + _GAP)
        return QSize(round(width + sign + scale.px(64)), round(scale.px(96)))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, scale = self._looks, self._scale
        painter = QPainter(self)
        filled = self._filled
        ground = t.accent if filled else t.surface
        if self.isDown():
            ground = t.accent_press if filled else t.hover
        ink = t.on_accent if filled else t.text
        rect = QRectF(self.rect())
        box(painter, rect, ground, None if filled else t.edge, radius=scale.px(12), width=2)
        style, small = scale.style(_SIZE, 600), scale.style(_SMALL)
        side = round(scale.px(self._icon))
        width = max(text_width(self._said[0], style), text_width(self._said[1], small))
        left = (rect.width() - width + side + scale.px(_GAP)) / 2
        x = left - side - scale.px(_GAP)
        icon(painter, self._sign, x, (rect.height() - side) / 2, side, ink)
        tall = scale.line(_SIZE) + (scale.line(_SMALL) if self._said[1] else 0)
        top = (rect.height() - tall) / 2
        room = QRectF(left, top, width + 2, scale.line(_SIZE))
        words(painter, room, self._said[0], style, ink, align=CENTRE, elide=False)
        if self._said[1]:
            room = QRectF(left, room.bottom(), width + 2, scale.line(_SMALL))
            words(painter, room, self._said[1], small, ink, align=CENTRE, elide=False)
