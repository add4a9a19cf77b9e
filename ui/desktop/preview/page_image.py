"""Pages as they will fall on paper, side by side, scaled to the place."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.paint import box, veil
from ui.desktop.kit.theme import theme

SIDE_BY_SIDE = 2
_GAP, _MARGIN = 24, 14


class PageImages(QWidget):
    """Shows at most two pages beside each other, whole; never enlarged beyond their pixels."""

    resized = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._pages: list[QPixmap] = []
        self._scaled: dict[tuple[int, int, int], QPixmap] = {}

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show these PNG files."""
        self._pages = []
        for png in pages[:SIDE_BY_SIDE]:
            page = QPixmap()
            page.loadFromData(png, "PNG")
            self._pages.append(page)
        self._scaled = {}
        self.update()

    def room(self) -> tuple[int, int]:
        """Give how many pixels of the screen one page can have."""
        scale = self.devicePixelRatioF()
        width, height = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        return max(1, round(width * scale)), max(1, round(height * scale))

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), t.sunken, t.line)
        for place, rect in enumerate(self._places()):
            self._paint_page(painter, place, rect)

    def _places(self) -> list[QRectF]:
        if not self._pages:
            return []
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        count = len(self._pages)
        width = (room.width() - _GAP * (count - 1)) / count
        sizes = [
            page.size().scaled(int(width), int(room.height()), Qt.AspectRatioMode.KeepAspectRatio)
            for page in self._pages
        ]
        whole = sum(size.width() for size in sizes) + _GAP * (count - 1)
        left = room.left() + (room.width() - whole) / 2
        places = []
        for size in sizes:
            top = room.top() + (room.height() - size.height()) / 2
            places.append(QRectF(round(left), round(top), size.width(), size.height()))
            left += size.width() + _GAP
        return places

    def _paint_page(self, painter: QPainter, place: int, rect: QRectF) -> None:
        t = theme()
        scale = painter.device().devicePixelRatioF()
        wanted = (place, round(rect.width() * scale), round(rect.height() * scale))
        if wanted not in self._scaled:
            self._scaled[wanted] = self._pages[place].scaled(
                wanted[1],
                wanted[2],
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        page = self._scaled[wanted]
        painter.drawPixmap(rect, page, QRectF(page.rect()))
        veil(painter, rect)
        box(painter, rect.adjusted(-1, -1, 1, 1), stroke=t.edge, radius=2)
