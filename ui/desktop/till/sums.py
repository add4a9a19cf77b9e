"""Captions left, sums right; the verdict under a line, larger than everything else."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.paint import RIGHT, line, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_STRONG, TITLE, text_width
from ui.desktop.till.view_model import LedgerLine

_ROW, _VERDICT = 30, 46


class Sums(QWidget):
    """A ledger that is only read."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._lines: tuple[LedgerLine, ...] = ()
        self._verdict = ("", "", Tone.MUTE)

    def show_lines(
        self, lines: tuple[LedgerLine, ...], verdict: tuple[str, str, Tone] | None = None
    ) -> None:
        """Show these lines, and under them a verdict: caption, figure and tone."""
        self._lines = lines
        self._verdict = verdict or ("", "", Tone.MUTE)
        said = [f"{one.caption}: {one.value}" for one in lines]
        if verdict is not None:
            said.append(f"{verdict[0]} {verdict[1]}".strip())
        self.setAccessibleName(f"{self._name}. {'; '.join(said)}")
        self.setToolTip("\n".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._needed())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._needed())

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        width, top = self.width(), 0
        for one in self._lines:
            style = BODY_STRONG if one.strong else BODY
            if one.strong:
                line(painter, 0, width, top, t.line)
            needed = text_width(one.value, style) + 8
            room = QRectF(0, top, width - needed, _ROW)
            words(painter, room, one.caption, style, t.text if one.strong else t.text2)
            words(painter, QRectF(0, top, width, _ROW), one.value, style, align=RIGHT, elide=False)
            top += _ROW
        caption, figure, tone = self._verdict
        if caption:
            line(painter, 0, width, top, t.edge)
            words(painter, QRectF(0, top, width, _VERDICT), caption, BODY_STRONG)
            ink = t.text if tone is Tone.MUTE else t.ink(tone)
            box = QRectF(0, top, width, _VERDICT)
            words(painter, box, figure, TITLE, ink, align=RIGHT, elide=False)

    def _needed(self) -> int:
        return len(self._lines) * _ROW + (_VERDICT if self._verdict[0] else 0)
