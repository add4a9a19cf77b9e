"""The time line: what happened and what is still to come, from the top down."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.desktop.kit.icon import Icon
from ui.desktop.kit.marks import TONE_ICONS
from ui.desktop.kit.paint import RIGHT, box, fill, icon, words
from ui.desktop.kit.table import ThinScrollBar
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, CAPTION, CAPTION_STRONG, text_width

_ROW, _LOW_ROW = 56, 36
_TIME, _DISC_X, _WORDS_X = 60, 84, 108
_DISC = 24
_MARK = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is so of a row beside what happened: at its right end, an icon with or without words."""

    sign: Icon
    spoken: str
    text: str = ""
    tone: Tone = Tone.MUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row: day and time, what, and one line more."""

    day: str
    time: str
    title: str
    detail: str = ""
    tone: Tone = Tone.MUTE
    expected: bool = False
    """Still to come: a hollow disc, muted words."""
    mark: Mark | None = None

    @property
    def spoken(self) -> str:
        said = self.mark.spoken if self.mark is not None else ""
        return " ".join(filter(None, (self.day, self.time, self.title, self.detail, said)))


class TimeLine(QScrollArea):
    """Scrolls by whole rows; starts at its end, where the newest is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar(self))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self._rows = _Rows()
        self.setWidget(self._rows)

    def show_events(self, events: Sequence[Event]) -> None:
        before = self._rows.events
        stays = [_what(event) for event in before] == [_what(event) for event in events]
        self._rows.show_events(tuple(events))
        self.setAccessibleDescription("; ".join(event.spoken for event in events))
        self._rows.adjustSize()
        bar = self.verticalScrollBar()
        bar.setSingleStep(_ROW)
        if not stays:  # else only a mark has changed, and somebody may be reading above
            bar.setValue(bar.maximum())

    def ring(self) -> tuple[QWidget, float]:
        return self, 6

    def minimumSizeHint(self) -> QSize:
        return QSize(240, _ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the page steps back
        else:
            super().keyPressEvent(event)


class _Rows(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.events: tuple[Event, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_events(self, events: tuple[Event, ...]) -> None:
        self.events = events
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, sum(_height(event) for event in self.events) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()), t.surface)
        top = 2.0
        for number, row in enumerate(self.events):
            middle = top + _DISC / 2 + 2
            if number + 1 < len(self.events):
                length = _height(row) - _DISC
                fill(painter, QRectF(_DISC_X - 0.5, middle + _DISC / 2, 1, length), t.line)
            self._paint_row(painter, row, top, middle)
            top += _height(row)

    def _paint_row(self, painter: QPainter, row: Event, top: float, middle: float) -> None:
        t = theme()
        ink = t.text2 if row.expected else t.text
        day = QRectF(0, top + 3, _TIME, 20)
        words(painter, day, row.day, CAPTION_STRONG, ink, align=RIGHT)
        words(painter, day.translated(0, 20), row.time, CAPTION, t.text2, align=RIGHT)
        disc = QRectF(_DISC_X - _DISC / 2, middle - _DISC / 2, _DISC, _DISC)
        tone = t.ink(row.tone) if row.tone is not Tone.MUTE else t.text2
        ground = t.surface if row.expected else t.ground(row.tone)
        box(painter, disc, ground, tone if row.expected else None, radius=_DISC / 2)
        sign = Icon.CLOCK if row.expected else TONE_ICONS[row.tone] or Icon.CHECK
        icon(painter, sign, disc.left() + 4, disc.top() + 4, 16, tone)
        room = QRectF(_WORDS_X, top + 3, self.width() - _WORDS_X - 8, 20)
        words(painter, room.translated(0, 20), row.detail, CAPTION, t.text2)
        if row.mark is not None:
            room.setWidth(room.width() - self._paint_mark(painter, row.mark, room))
        words(painter, room, row.title, BODY_MEDIUM, ink)

    def _paint_mark(self, painter: QPainter, mark: Mark, room: QRectF) -> float:
        """Paint it at the end of the room, and give how much it takes of it."""
        t = theme()
        ink = t.ink(mark.tone) if mark.tone is not Tone.MUTE else t.text2
        width = text_width(mark.text, CAPTION) if mark.text else 0
        taken = width + (4 if mark.text else 0) + _MARK
        icon(painter, mark.sign, room.right() - taken, room.top() + 2, _MARK, ink)
        words(painter, room, mark.text, CAPTION, ink, align=RIGHT)
        return taken + 8


def _what(event: Event) -> tuple[str, str, str]:
    return event.day, event.time, event.title


def _height(event: Event) -> int:
    return _ROW if event.detail or event.time else _LOW_ROW
