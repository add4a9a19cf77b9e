"""The rail: where the officer can go. Only what exists stands here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.frame.view_model import Place
from ui.desktop.keys import Act, badge
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.rail import RailItem
from ui.desktop.kit.tone import Tone

_WIDE, _SLIM = 192, 56
_WITHIN = {
    Place.SCAN: Place.RECEPTION,
    Place.SIGNING: Place.HOME,
    Place.DOSSIER: Place.LIST,
    Place.ACCOUNTS: Place.SETTINGS,
    Place.TEMPLATES: Place.SETTINGS,
}
"""Pages without an entry of their own, and under which one they belong."""


class Rail(QWidget):
    """Pages at the top, help at the bottom."""

    place_wanted = Signal(object)
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Các trang"))
        self._places = {
            Place.RECEPTION: RailItem(self.tr("Tiếp nhận"), Icon.FILE, badge(Act.NEW)),
            Place.HOME: RailItem(self.tr("Bàn làm việc"), Icon.HOME, badge(Act.HOME)),
            Place.LIST: RailItem(self.tr("Hồ sơ"), Icon.INBOX, badge(Act.LIST)),
            Place.RESULTS: RailItem(self.tr("Trả kết quả"), Icon.CLIPBOARD, badge(Act.RESULTS)),
            Place.HAND_OVER: RailItem(self.tr("Bàn giao"), Icon.STACK, badge(Act.HAND_OVER)),
            Place.TILL: RailItem(self.tr("Quỹ"), Icon.CASH, badge(Act.TILL)),
            Place.LOG: RailItem(self.tr("Nhật ký"), Icon.NOTEBOOK, badge(Act.LOG)),
            Place.BOARD: RailItem(self.tr("Điều hành"), Icon.CHART, badge(Act.BOARD)),
            Place.CATALOGUE: RailItem(self.tr("Danh mục"), Icon.COPY, badge(Act.CATALOGUE)),
            Place.DEVICES: RailItem(self.tr("Thiết bị"), Icon.PRINTER, badge(Act.DEVICES)),
            Place.SETTINGS: RailItem(self.tr("Cài đặt"), Icon.SETTINGS, badge(Act.SETTINGS)),
        }
        self._sync = RailItem(self.tr("Đồng bộ"), Icon.REFRESH, badge(Act.SYNC))
        self._places[Place.SYNC] = self._sync
        self.help = RailItem(self.tr("Trợ giúp"), Icon.INFO, badge(Act.HELP))
        for place, item in self._places.items():
            item.clicked.connect(lambda _=False, to=place: self.place_wanted.emit(to))
        self.help.clicked.connect(self.help_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 8)
        layout.setSpacing(2)
        for item in self._places.values():
            layout.addWidget(item)
        layout.insertSpacing(1, 10)
        layout.addStretch(1)
        layout.addWidget(self.help)
        self.set_slim(False)

    def set_slim(self, slim: bool) -> None:
        self.setFixedWidth(_SLIM if slim else _WIDE)
        for item in (*self._places.values(), self.help):
            item.set_slim(slim)

    def show_place(self, place: Place) -> None:
        """Mark the page in front; the preview belongs to none."""
        marked = _WITHIN.get(place, place)
        for each, item in self._places.items():
            item.set_current(each is marked)
        # There these two keys do something else, and lead nowhere.
        at_reception = place is Place.RECEPTION
        self._places[Place.TILL].set_badge("" if at_reception else badge(Act.TILL))
        self._places[Place.SYNC].set_badge("" if at_reception else badge(Act.SYNC))

    def show_count(self, place: Place, count: int) -> None:
        """Show how many dossiers wait on a page."""
        self._places[place].show_count(count)

    def show_outbox(self, waiting: int, refused: int) -> None:
        """Show how much the province does not have; what it refused comes first."""
        self._sync.show_count(refused or waiting, Tone.ERR if refused else Tone.WARN)
