"""The foot of every page: on the left what is so and what is missing, on the right the acts."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.desktop.kit.announce import announce
from ui.desktop.kit.button import Button, LeftOut
from ui.desktop.kit.marks import TONE_ICONS
from ui.desktop.kit.paint import icon, line, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import ACTION_HEIGHT, BUTTON_HEIGHT, GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import (
    BODY_MEDIUM,
    BODY_STRONG,
    CAPTION_STRONG,
    TextStyle,
    text_width,
    wrapped,
)

_HEIGHT, _COMPACT_HEIGHT = 56, 48
_TEXT_X, _INSET = 28, 4
_LINE, _SMALL_LINE = 20.0, 15.5
_OVERHANG = 16  # the line above reaches past the page's margins
_LEAST_ROOM, _LEAST_COMPACT_ROOM = 320, 160
"""Of the sentence: below it the acts go without keys, then without icons; with less than the second
they go without words."""


class StateLine(QWidget):
    """What is so, and in the tone what follows from it. Takes two lines where one is too short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact, self._consequence, self._tone = "", "", Tone.MUTE
        self.setMinimumWidth(116)
        # what is left beside the buttons, which are never cut for its sake
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, fact: str, consequence: str, tone: Tone, *, aloud: bool = False) -> None:
        """Say it.

        Args:
            aloud: it is what became of an act, and no row that a screen reader reads itself.
        """
        if (fact, consequence, tone) == (self._fact, self._consequence, self._tone):
            return
        self._fact, self._consequence, self._tone = fact, consequence, tone
        self.setAccessibleName(self._sentence())
        self.setToolTip(self._sentence())
        self.updateGeometry()  # the acts beside it may have to leave it more room
        self.update()
        if aloud and self.isVisible():
            announce(self, self._sentence(), pressing=tone is Tone.ERR)

    def sizeHint(self) -> QSize:
        return QSize(320, ACTION_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        ink = t.text if self._tone is Tone.MUTE else t.ink(self._tone)
        middle = self.height() / 2
        if sign := TONE_ICONS[self._tone]:
            icon(painter, sign, 0, middle - 10, 20, ink)
        room, (wide, rest) = self._room(), self._widths()
        needed, longest = wide + rest, max(wide, rest)
        if self._fact and self._consequence and longest <= room.width() < needed:
            upper = QRectF(room.left(), middle - 20, room.width(), 20)
            words(painter, upper, self._fact, BODY_MEDIUM)
            words(painter, upper.translated(0, 20), self._consequence, BODY_STRONG, ink)
            return
        if needed > room.width():
            self._paint_wrapped(painter, room, ink)
            return
        words(painter, room, self._fact, BODY_MEDIUM)
        words(painter, room.adjusted(wide, 0, 0, 0), self._consequence, BODY_STRONG, ink)

    def is_whole(self, width: int | None = None) -> bool:
        """Tell whether every word of it has room, or would have at this width."""
        room = self._room(width)
        if sum(self._widths()) <= room.width():
            return True
        return " ".join(self._lines(room)[0]) == self._sentence()

    def _room(self, width: int | None = None) -> QRectF:
        """Give where its words stand: beside the icon, if it has one."""
        x = _TEXT_X if TONE_ICONS[self._tone] else 0
        return QRectF(x, 0, (self.width() if width is None else width) - x, self.height())

    def _widths(self) -> tuple[float, float]:
        """Give how wide the fact is, the space behind it too, and what follows from it."""
        fact = text_width(f"{self._fact} ", BODY_MEDIUM) if self._fact else 0
        return fact, text_width(self._consequence, BODY_STRONG)

    def _sentence(self) -> str:
        return f"{self._fact} {self._consequence}".strip()

    def _paint_wrapped(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        """Write a long sentence over two lines, a longer one smaller over three: what even these
        do not hold is elided, and in the tooltip."""
        lines, style, tall = self._lines(room)
        top = room.center().y() - len(lines) * tall / 2
        for text in lines:
            words(painter, QRectF(room.left(), top, room.width(), tall), text, style, ink)
            top += tall

    def _lines(self, room: QRectF) -> tuple[list[str], TextStyle, float]:
        sentence = self._sentence()
        lines = wrapped(sentence, BODY_STRONG, room.width(), 2)
        if " ".join(lines) == sentence:
            return lines, BODY_STRONG, _LINE
        most = int(room.height() // _SMALL_LINE)
        return wrapped(sentence, CAPTION_STRONG, room.width(), most), CAPTION_STRONG, _SMALL_LINE


class ActionBar(QWidget):
    """The bar itself. Buttons are added in reading order; the primary is the last.

    Where they leave the sentence too little room, all but the primary go without their keys.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = StateLine()
        self.state.setObjectName("state")
        self._buttons: list[Button] = []
        self._least = _LEAST_ROOM
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(_INSET, 1, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.addWidget(self.state, 1)
        self.set_compact(False)

    def add(self, button: Button) -> None:
        self._buttons.append(button)
        self._layout.addWidget(button)

    def set_compact(self, compact: bool) -> None:
        self.setFixedHeight(_COMPACT_HEIGHT if compact else _HEIGHT)
        self._least = _LEAST_COMPACT_ROOM if compact else _LEAST_ROOM
        for button in self._buttons:
            button.set_height(BUTTON_HEIGHT if compact else ACTION_HEIGHT)
        self._share_room()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # a button came, went or says other words
            self._share_room()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def minimumSizeHint(self) -> QSize:
        """Give the room it needs when its acts go without all they can."""
        acts = self._width_of_acts(LeftOut.WORDS)
        return QSize(self.state.minimumWidth() + acts, self.minimumHeight())

    def _width_of_acts(self, what: LeftOut) -> int:
        """Give the width of all that stands beside the sentence, gaps and all: what holds several
        acts gives way by itself, at last."""
        beside = (part for part in self.children() if isinstance(part, QWidget))
        shown = [part for part in beside if part is not self.state and not part.isHidden()]
        width = _INSET + GAP * len(shown)
        for part in shown:
            if isinstance(part, Button):
                width += part.width_without(what)
            else:
                hint = part.sizeHint() if what < LeftOut.WORDS else part.minimumSizeHint()
                width += hint.width()
        return width

    def _share_room(self) -> None:
        """Let the acts go without what the sentence needs the room of."""
        for what in LeftOut:
            left = self.width() - self._width_of_acts(what)
            least = self._least if what < LeftOut.ICON else _LEAST_COMPACT_ROOM
            if left >= least and self.state.is_whole(left):
                break
        for button in self._buttons:
            button.leave_out(what)
        self._layout.activate()  # at once: nobody sees them squeezed

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), -_OVERHANG, self.width() + _OVERHANG, 0, theme().line)
