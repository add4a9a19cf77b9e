"""The files of the current paper, as small pages."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.keys import Act
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.paint import CENTRE, box, icon, veil, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION, KEY
from ui.desktop.reception.view_model import AttachedFile
from ui.desktop.shortcuts import is_key

TALL: Final = 128
LOW: Final = 96
_CELL, _PAGE = 88, 76
_NAME = 20
_LEAST_PAGE, _LEAST = 40, 32
"""A page that is lower shows nothing: the name stands alone, in a box as high as a button."""
_SIGNED: Final = {
    Tone.OK: Icon.CIRCLE_CHECK, Tone.WARN: Icon.ALERT, Tone.ERR: Icon.CIRCLE_X,
}  # fmt: skip
"""The mark on a file with digital signatures, by what they are worth."""


@lru_cache(maxsize=64)
def _drawn(png: bytes, width: int, height: int) -> QPixmap:
    """Scale a page once for its place; in device pixels."""
    page = QPixmap()
    page.loadFromData(png)
    return page.scaled(
        width,
        height,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


class FileStrip(QWidget):
    """Arrow keys move along the files, Del asks to take one off."""

    removal_wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._files: tuple[AttachedFile, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_height(TALL)

    def set_height(self, height: int) -> None:
        self.setFixedHeight(height)

    def show_files(self, files: tuple[AttachedFile, ...]) -> None:
        self._files = files
        self._current = min(self._current, max(0, len(files) - 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if files else Qt.FocusPolicy.NoFocus)
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(3 * _CELL, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_CELL, _LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step:
            self._go_to(self._current + step)
        elif is_key(event, Act.REMOVE) and self._files:
            self.removal_wanted.emit(self._files[self._current].file_id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._go_to(self._first() + int(event.position().x()) // _CELL)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first = self._first()
        shown = self._files[first : first + self._room()]
        for place, file in enumerate(shown):
            self._paint_file(painter, place * _CELL, first + place, file)

    def _paint_file(self, painter: QPainter, left: float, number: int, file: AttachedFile) -> None:
        t = theme()
        chosen = self.hasFocus() and number == self._current
        page = QRectF(left + 4, 2, _PAGE, self.height() - _NAME - 4)
        edge, width = (t.focus, 2) if chosen else (t.edge, 1)
        if page.height() < _LEAST_PAGE:
            name = QRectF(left + 4, 2, _PAGE, _LEAST)
            box(painter, name, t.sunken, edge, radius=3, width=width)
            words(painter, name.adjusted(6, 0, -6, 0), file.name, KEY, t.text)
            return
        box(painter, page, t.sunken, edge, radius=3, width=width)
        if file.thumbnail:
            self._paint_page(painter, page.adjusted(3, 3, -3, -3), file.thumbnail)
        else:
            middle = page.center()
            icon(painter, Icon.FILE, middle.x() - 12, middle.y() - 22, 24, t.text2)
            pages = self.tr("%n trang", "", file.pages)
            below = QRectF(page.left(), middle.y() + 4, page.width(), 20)
            words(painter, below, pages, CAPTION, t.text2, align=CENTRE)
        if file.signed is not None:
            tone = file.signed[1]
            corner = QRectF(page.right() - 22, page.top() + 2, 20, 20)
            box(painter, corner, t.paper, t.edge, radius=10)
            icon(painter, _SIGNED[tone], corner.x() + 2, corner.y() + 2, 16, t.ink(tone))
        caption = QRectF(left + 4, self.height() - _NAME, _PAGE, _NAME)
        words(painter, caption, file.name, KEY, t.text if chosen else t.text2)

    def _paint_page(self, painter: QPainter, room: QRectF, png: bytes) -> None:
        scale = painter.device().devicePixelRatioF()
        page = _drawn(png, round(room.width() * scale), round(room.height() * scale))
        width, height = page.width() / scale, page.height() / scale
        left = room.center().x() - width / 2
        top = room.center().y() - height / 2
        place = QRectF(left, top, width, height)
        painter.drawPixmap(place, page, QRectF(page.rect()))
        veil(painter, place)

    def _room(self) -> int:
        return max(1, self.width() // _CELL)

    def _first(self) -> int:
        """The first file in sight: whole pages only, the current one always among them."""
        return max(0, min(self._current - self._room() + 1, len(self._files) - 1))

    def _go_to(self, number: int) -> None:
        if 0 <= number < len(self._files):
            self._current = number
            self._describe()
            self.update()

    def _describe(self) -> None:
        if self._files:
            file = self._files[self._current]
            place = self.tr("tệp {number}/{count}").format(
                number=self._current + 1, count=len(self._files)
            )
            said = ". ".join((file.name, file.signed[0])) if file.signed else file.name
            self.setAccessibleDescription(f"{place}: {said}")
            self.setToolTip(said)
