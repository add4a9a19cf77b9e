"""F1: every key of this page, read from the same map as the keys themselves."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desktop.frame.view_model import Place
from ui.desktop.keys import KEYS, Scope, written
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.label import Label
from ui.desktop.kit.marks import KeyBadge
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.typography import BODY_STRONG, CAPTION
from ui.desktop.wording import language

SCOPES = {
    **{place: (Scope.EVERYWHERE, Scope.ELSEWHERE, Scope(place.value)) for place in Place},
    Place.RECEPTION: (Scope.EVERYWHERE, Scope.RECEPTION, Scope.PAPERS, Scope.FEES),
    Place.SCAN: (Scope.EVERYWHERE, Scope.ELSEWHERE, Scope.SCAN, Scope.PAGES),
}
"""Whose keys act on a page: what stands in no exception has a scope of its own name."""
_LINE, _COLUMN, _AROUND = 24, 320, 76
_MOST_LINES = 16


class KeySheet(FloatingPanel):
    """A list to look at; Esc closes it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Bảng phím"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(Label(self.tr("Bảng phím của màn này"), BODY_STRONG))
        self._grid: QWidget | None = None

    def open_for(self, place: Place, anchor: QWidget) -> None:
        """Show the keys that act on this page."""
        if self._grid:
            self.body.removeWidget(self._grid)
            self._grid.deleteLater()
        self._grid = QWidget()
        layout = QGridLayout(self._grid)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(GAP)
        layout.setVerticalSpacing(4)
        shown = [binding for binding in KEYS.values() if binding.scope in SCOPES[place]]
        lines = min(_MOST_LINES, -(-len(shown) // 2))
        for number, binding in enumerate(shown):
            column, line = divmod(number, lines)
            badge = KeyBadge(written(binding.keys))
            layout.addWidget(badge, line, 2 * column, Qt.AlignmentFlag.AlignRight)
            layout.addWidget(Label(binding.label(language()), CAPTION), line, 2 * column + 1)
        layout.setColumnStretch(1, 1)
        layout.setColumnStretch(3, 1)
        self.body.addWidget(self._grid, 1, Qt.AlignmentFlag.AlignTop)
        columns = -(-len(shown) // lines)
        self.open_at(anchor, QSize(columns * _COLUMN, lines * _LINE + _AROUND), first=self)
