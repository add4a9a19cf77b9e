"""The letters of the test page, each with how it came through the reader."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from station.domain.reader_test import Arrival, ReaderVerdict
from ui.desktop.kit.paint import CENTRE, box, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_STRONG

COLUMNS = 24
_WIDTH, _HEIGHT = 28, 26
_STROKE = 1.5


class LetterGrid(QWidget):
    """Right letters are plain; the others stand in a box and are struck through."""

    def __init__(self) -> None:
        super().__init__()
        self._letters: tuple[tuple[str, Arrival], ...] = ()

    def show_verdict(self, verdict: ReaderVerdict) -> None:
        """Show these letters."""
        self._letters = verdict.letters
        wrong = [letter for letter, arrival in self._letters if arrival is not Arrival.RIGHT]
        spoken = self.tr("Chữ sai: {letters}").format(letters=" ".join(wrong))
        self.setAccessibleName(spoken if wrong else self.tr("Mọi chữ đều đúng"))
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        rows = -(-len(self._letters) // COLUMNS)
        return QSize(COLUMNS * _WIDTH, rows * _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter = theme(), QPainter(self)
        for place, (letter, arrival) in enumerate(self._letters):
            row, column = divmod(place, COLUMNS)
            cell = QRectF(column * _WIDTH, row * _HEIGHT, _WIDTH - 2, _HEIGHT - 2)
            if arrival is Arrival.RIGHT:
                words(painter, cell, letter, BODY, t.text, align=CENTRE, elide=False)
                continue
            ink = t.ink(Tone.ERR)
            box(painter, cell, t.ground(Tone.ERR), ink)
            words(painter, cell, letter, BODY_STRONG, ink, align=CENTRE, elide=False)
            strike = QRectF(cell.left() + 4, cell.center().y(), cell.width() - 8, _STROKE)
            painter.fillRect(strike, ink)
