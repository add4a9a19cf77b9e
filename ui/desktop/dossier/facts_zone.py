"""Server, money and places of a dossier: captions and values."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.desktop.dossier.view_model import DossierDetail, Fact
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.typography import BODY_MEDIUM, CAPTION
from ui.desktop.kit.zone import Zone

_MOST = 3


class FactsZone(Zone):
    """Captions and values, each in a column."""

    def __init__(self, title: str) -> None:
        super().__init__(0, title, "")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._captions = [Label("", CAPTION, muted=True) for _ in range(_MOST)]
        self._values = [Line("", BODY_MEDIUM) for _ in range(_MOST)]
        for number, (caption, value) in enumerate(zip(self._captions, self._values, strict=True)):
            grid.addWidget(caption, number, 0)
            grid.addWidget(value, number, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.setFixedHeight(120)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        for caption, value, fact in zip(self._captions, self._values, facts, strict=True):
            caption.setText(fact.caption)
            value.set_words(fact.value, fact.tone)


class FactZones(QWidget):
    """What the province has of it, its money, and where its papers are."""

    server_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._server = FactsZone(self.tr("Máy chủ"))
        self.ask = Button(self.tr("Hỏi"), Kind.QUIET, badge=badge(Act.ASK_SERVER), height=28)
        self.ask.clicked.connect(self.server_wanted)
        self.ask.setParent(self._server)  # it is in the order of Tab before it is shown
        self.ask.hide()
        self._money, self._places = FactsZone(self.tr("Phí")), FactsZone(self.tr("Nơi giữ"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for zone, share in ((self._server, 4), (self._money, 3), (self._places, 5)):
            layout.addWidget(zone, share)

    def show_facts(self, detail: DossierDetail) -> None:
        self._server.show_facts(detail.server)
        self._server.set_head_button(self.ask if detail.has_server else None)
        self._money.show_facts(detail.money)
        self._places.show_facts(detail.places)
