"""Small signs inside other things: key badges, chips, and the icon of each tone."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.kit.icon import Icon
from ui.desktop.kit.paint import CENTRE, box, icon, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS_KEY
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION, KEY, text_width

KEY_HEIGHT: Final = 20
CHIP_HEIGHT: Final = 24
TICK: Final = 20
_ON_ACCENT_ALPHA = 38  # 15 % of the ink on the accent
TONE_ICONS: Final[dict[Tone, Icon | None]] = {
    Tone.OK: Icon.CIRCLE_CHECK,
    Tone.WARN: Icon.ALERT,
    Tone.ERR: Icon.CIRCLE_X,
    Tone.INFO: Icon.INFO,
    Tone.MUTE: None,
}


def key_width(text: str) -> int:
    """Give the width of a key badge with this text."""
    return text_width(text, KEY) + 12


def paint_key(
    painter: QPainter, x: float, middle: float, text: str, *, on_accent: bool = False
) -> int:
    """Paint a key badge centred on the height ``middle``, and give its width."""
    t = theme()
    width = key_width(text)
    rect = QRectF(x, middle - KEY_HEIGHT / 2, width, KEY_HEIGHT)
    if on_accent:
        ground = QColor(t.on_accent)
        ground.setAlpha(_ON_ACCENT_ALPHA)
        box(painter, rect, ground, radius=RADIUS_KEY)
    else:
        box(painter, rect, t.sunken, t.line, radius=RADIUS_KEY)
    ink = t.on_accent if on_accent else t.text2
    words(painter, rect, text, KEY, ink, align=CENTRE, elide=False)
    return width


def chip_width(text: str, sign: Icon | None) -> int:
    """Give the width of a chip with these words and this icon."""
    return text_width(text, CAPTION) + (36 if sign else 16)


def paint_chip(
    painter: QPainter, x: float, middle: float, text: str, tone: Tone, sign: Icon | None
) -> int:
    """Paint a chip centred on the height ``middle``, and give its width."""
    t = theme()
    ink = t.ink(tone)
    width = chip_width(text, sign)
    top = middle - CHIP_HEIGHT / 2
    rect = QRectF(x, top, width, CHIP_HEIGHT)
    box(painter, rect, t.ground(tone), ink if t.is_dark else None, radius=CHIP_HEIGHT / 2)
    if sign:
        icon(painter, sign, x + 7, middle - 8, 16, ink)
    room = QRectF(x + (27 if sign else 8), top, width, CHIP_HEIGHT)
    words(painter, room, text, CAPTION, ink, elide=False)
    return width


def paint_tick(painter: QPainter, x: float, middle: float, *, on: bool) -> None:
    """Paint a tick box centred on the height ``middle``."""
    t = theme()
    square = QRectF(x, middle - TICK / 2, TICK, TICK)
    box(painter, square, t.accent if on else t.surface, t.accent if on else t.edge, radius=4)
    if on:
        icon(painter, Icon.CHECK, x + 2, middle - 8, 16, t.on_accent)


class Chip(QWidget):
    """One state in an icon and a word. The icon is the tone's unless another is named."""

    def __init__(
        self, text: str, tone: Tone, sign: Icon | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(text, tone, sign)

    def set_state(self, text: str, tone: Tone, sign: Icon | None = None) -> None:
        """Change what the chip says."""
        self._text, self._tone = text, tone
        self._sign = sign or TONE_ICONS[tone]
        self.setAccessibleName(text)
        self.setFixedSize(chip_width(text, self._sign), CHIP_HEIGHT)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), 0, self.height() / 2, self._text, self._tone, self._sign)


class KeyBadge(QWidget):
    """A key cap that stands alone, for example in the key line of a panel."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.badge = text
        self.setAccessibleName(text)
        self.setFixedSize(key_width(text), KEY_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_key(QPainter(self), 0, self.height() / 2, self.badge)
