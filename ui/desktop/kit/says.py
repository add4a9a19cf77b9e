"""Sentences that can be repeated aloud: a sign, a count, what it is of."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.kit.marks import TONE_ICONS
from ui.desktop.kit.paint import icon, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import SENTENCE, TITLE, text_width

_LINE, _SIGN = 32, 22


class Says(QWidget):
    """A few lines; each is elided at its end, its count never."""

    def __init__(self) -> None:
        super().__init__()
        self._sentences: tuple[tuple[str, str, Tone], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, sentences: Sequence[tuple[str, str, Tone]]) -> None:
        """Say these: a count or nothing, what it is of, and how it stands."""
        self._sentences = tuple(sentences)
        self.setAccessibleName("\n".join(f"{count} {what}".strip() for count, what, _ in sentences))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _LINE * max(1, len(self._sentences)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        for number, (count, what, tone) in enumerate(self._sentences):
            top, left = number * _LINE, 0.0
            ink = t.ink(tone)
            if sign := TONE_ICONS[tone]:
                icon(painter, sign, left, top + (_LINE - _SIGN) / 2, _SIGN, ink)
            left += _SIGN + 10
            if count:
                width = text_width(count, TITLE) + 2
                room = QRectF(left, top, width, _LINE)
                words(painter, room, count, TITLE, ink, elide=False)
                left += width + 6
            room = QRectF(left, top, self.width() - left, _LINE)
            words(painter, room, what, SENTENCE, t.text)
