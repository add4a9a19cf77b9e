"""The top bar: whose program this is, the search field, who works here, the lock."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.desktop.frame.view_model import Officer
from ui.desktop.keys import Act, badge
from ui.desktop.kit.brand import paint_sign
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.paint import icon, words
from ui.desktop.kit.suggest import SuggestField
from ui.desktop.kit.theme import theme
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG, text_width

_HEIGHT = 48
_SEARCH_X, _COMPACT_SEARCH_X = 192, 158


class TopBar(QWidget):
    """Always there while somebody works."""

    lock_wanted = Signal()
    palette_wanted = Signal()
    full_screen_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.search = SuggestField(
            self.tr("Tìm hồ sơ"),
            placeholder=self.tr("Tìm mã, tên, số định danh, điện thoại"),
            sign=Icon.SEARCH,
            badge=badge(Act.SEARCH),
            height=36,
            longest=100,
        )
        self.search.setMaximumWidth(560)
        self._officer = _OfficerName()
        lock = Button(
            kind=Kind.QUIET, sign=Icon.LOCK, badge=badge(Act.LOCK), name=self.tr("Khoá máy")
        )
        lock.clicked.connect(self.lock_wanted)
        palette = Button(
            kind=Kind.QUIET,
            sign=Icon.KEYBOARD,
            badge=badge(Act.PALETTE),
            name=self.tr("Tìm việc muốn làm"),
        )
        palette.clicked.connect(self.palette_wanted)
        whole = Button(
            kind=Kind.QUIET,
            sign=Icon.MAXIMIZE,
            badge=badge(Act.FULL_SCREEN),
            name=self.tr("Toàn màn hình"),
        )
        whole.clicked.connect(self.full_screen_wanted)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.search, 8)
        self._layout.addWidget(palette)
        self._layout.addWidget(whole)
        self._layout.addStretch(1)
        self._layout.addWidget(self._officer)
        self._layout.addWidget(lock)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        self._officer.setVisible(not compact)
        self._layout.setContentsMargins(_COMPACT_SEARCH_X if compact else _SEARCH_X, 0, 12, 0)

    def show_officer(self, officer: Officer) -> None:
        counter = self.tr("Quầy {number}").format(number=officer.counter)
        self._officer.show_name(f"{officer.name} · {counter}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sign(painter, 16, 12, 24)
        words(painter, QRectF(48, 0, 108, _HEIGHT), self.tr("Trạm Một Cửa"), BODY_STRONG)


class _OfficerName(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._name, BODY_MEDIUM) + 30, 36)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        icon(painter, Icon.USER, 0, 8, 20, t.accent)
        words(painter, QRectF(28, 0, self.width() - 28, 36), self._name, BODY_MEDIUM)
