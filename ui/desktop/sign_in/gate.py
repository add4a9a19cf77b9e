"""What stands beside the card of sign-in and lock: whose office this is, and the time."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station.words import capitalised, clock, weekday_date
from ui.desktop.kit.brand import paint_sign
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import column
from ui.desktop.kit.page import Page
from ui.desktop.kit.paint import box, icon, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS_ZONE
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_MEDIUM, CLOCK, SENTENCE, TITLE
from ui.desktop.wording import language

_SIDE, _COMPACT_SIDE = 192, 64
_CARD, _LINES = 400, 3

GateLine = tuple[Icon, str, Tone]


class GatePage(Page):
    """Office and clock on the left, a card with the fields on the right. Names no dossier.

    Attributes:
        card: the layout inside the card.
    """

    def __init__(self) -> None:
        super().__init__()
        self._time = Label("", CLOCK)
        self._date = Label("", SENTENCE, muted=True)
        self._unit = Label("", BODY, muted=True)
        self._lines = [_StateLine() for _ in range(_LINES)]
        self._card = _Card()
        self.card = QVBoxLayout(self._card)
        self.card.setContentsMargins(32, 28, 32, 28)
        self.card.setSpacing(8)
        head = (_Mark(), 24, self._time, 4, self._date, 8, self._unit, 20)
        office = column(None, *head, *self._lines, None, gap=0)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(64)
        self._layout.addLayout(office, 1)
        self._layout.addWidget(self._card, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_fit(Fit())

    def show_office(self, now: datetime, unit: str | None, lines: tuple[GateLine, ...]) -> None:
        """Show the time, whose office it is, and at most three lines of state."""
        self._time.setText(clock(now))
        self._date.setText(capitalised(weekday_date(now.date(), language())))
        self._unit.setText(unit or "")
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(lines))
            if place < len(lines):
                line.say(*lines[place])

    def set_fit(self, fit: Fit) -> None:
        side = _COMPACT_SIDE if fit.compact else _SIDE
        self._layout.setContentsMargins(side, 16, side + 28 if not fit.compact else side, 16)


class _Mark(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(220, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sign(painter, 0, 0, 40)
        words(painter, QRectF(54, 0, 240, 40), self.tr("Trạm Một Cửa"), TITLE)


class _Card(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_CARD)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        box(QPainter(self), QRectF(self.rect()), t.surface, t.line, radius=RADIUS_ZONE)


class _StateLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._said: GateLine = (Icon.INFO, "", Tone.MUTE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, sign: Icon, text: str, tone: Tone) -> None:
        self._said = (sign, text, tone)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        sign, text, tone = self._said
        painter = QPainter(self)
        icon(painter, sign, 0, 6, 20, t.ink(tone))
        ink = t.text if tone is Tone.MUTE else t.ink(tone)
        words(painter, QRectF(32, 0, self.width() - 32, 32), text, BODY_MEDIUM, ink)
