"""The status bar: how the station is, always in the same place. Never a toast."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.kit.icon import Icon
from ui.desktop.kit.paint import icon, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION, CAPTION_STRONG, text_width

_HEIGHT = 28
_MARGIN = 16
_SIGN = 22
_APART = 24
_LOUD = (Tone.WARN, Tone.ERR)


@dataclass(frozen=True, slots=True)
class StatusItem:
    """One state: whole words, and shorter ones for a narrow window. Some are never left out."""

    sign: Icon
    text: str
    tone: Tone = Tone.MUTE
    short: str = ""
    stays: bool = False


class StatusBar(QWidget):
    """States on the left, times on the right. When narrow, the last states go."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[StatusItem, ...] = ()
        self._times: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_status(self, items: Sequence[StatusItem], times: Sequence[str]) -> None:
        self._items, self._times = tuple(items), tuple(times)
        spoken = ", ".join([*(item.text for item in items), *times])
        self.setAccessibleName(spoken)
        self.setToolTip("\n".join(item.text for item in items))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        right: float = self.width() - _MARGIN
        for said in reversed(self._times):
            width = text_width(said, CAPTION)
            room = QRectF(right - width, 0, width + 2, self.height())
            words(painter, room, said, CAPTION, t.text2, elide=False)
            right -= width + 20
        x = float(_MARGIN)
        for item, said in self._fitting(right - x):
            ink = t.ink(item.tone)
            style = CAPTION_STRONG if item.tone in _LOUD else CAPTION
            icon(painter, item.sign, x, self.height() / 2 - 8, 16, ink)
            width = text_width(said, style)
            room = QRectF(x + _SIGN, 0, width + 2, self.height())
            words(painter, room, said, style, ink, elide=False)
            x += _SIGN + width + _APART

    def _fitting(self, room: float) -> list[tuple[StatusItem, str]]:
        """Choose whole words if all fit, else short ones, else without the last that may go."""
        said: list[tuple[StatusItem, str]] = [(item, item.text) for item in self._items]
        if _width(said) > room:
            said = [(item, item.short or item.text) for item in self._items]
        may_go = [pair for pair in said if not pair[0].stays]
        while may_go and _width(said) > room:
            said.remove(may_go.pop())
        return said


def _width(said: Sequence[tuple[StatusItem, str]]) -> int:
    return sum(_SIGN + text_width(text, CAPTION_STRONG) + _APART for _, text in said)
