"""Money and places of a dossier: captions and values."""

from PySide6.QtWidgets import QGridLayout

from ui.desktop.dossier.view_model import Fact
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.typography import BODY_MEDIUM, CAPTION
from ui.desktop.kit.zone import Zone

_LABEL, _MOST = 104, 3


class FactsZone(Zone):
    """Captions and values in a fixed column."""

    def __init__(self, title: str) -> None:
        super().__init__(0, title, "")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        self._captions = [Label("", CAPTION, muted=True) for _ in range(_MOST)]
        self._values = [Line("", BODY_MEDIUM) for _ in range(_MOST)]
        for number, (caption, value) in enumerate(zip(self._captions, self._values, strict=True)):
            caption.setFixedWidth(_LABEL)
            grid.addWidget(caption, number, 0)
            grid.addWidget(value, number, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.setFixedHeight(120)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        for caption, value, fact in zip(self._captions, self._values, facts, strict=True):
            caption.setText(fact.caption)
            value.set_words(fact.value, fact.tone)
