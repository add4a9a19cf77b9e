"""F1: every key of this page, read from the same map as the keys themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ui.desktop.frame.view_model import Place
from ui.desktop.key_scopes import Scope
from ui.desktop.keys import KEYS, Binding, written
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.ground import ground_of
from ui.desktop.kit.label import Label
from ui.desktop.kit.marks import KeyBadge, key_width
from ui.desktop.kit.scrolling import scrolling
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.typography import BODY_STRONG, CAPTION, text_width
from ui.desktop.wording import language

SCOPES = {
    **{place: (Scope.EVERYWHERE, Scope.ELSEWHERE, Scope(place.value)) for place in Place},
    Place.RECEPTION: (Scope.EVERYWHERE, Scope.RECEPTION, Scope.PAPERS, Scope.FEES),
    Place.SCAN: (Scope.EVERYWHERE, Scope.ELSEWHERE, Scope.SCAN, Scope.PAGES),
}
"""Whose keys act on a page: what stands in no exception has a scope of its own name."""
_LINE, _AROUND, _SIDES = 24, 84, 60
_MOST_COLUMNS = 4
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class KeySheet(FloatingPanel):
    """A list to look at; Esc closes it, and the arrows scroll it where the window is small."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Bảng phím"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(Label(self.tr("Bảng phím của màn này"), BODY_STRONG))
        self._scroll: QScrollArea | None = None

    def open_for(self, place: Place, anchor: QWidget) -> None:
        """Show the keys that act on this page."""
        if self._scroll:
            self.body.removeWidget(self._scroll)
            self._scroll.deleteLater()
        shown = [binding for binding in KEYS.values() if binding.scope in SCOPES[place]]
        columns = _columns(shown, ground_of(anchor).width() - _SIDES)
        grid = QWidget()
        layout = QGridLayout(grid)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(GAP)
        layout.setVerticalSpacing(4)
        for column, bindings in enumerate(columns):
            for line, binding in enumerate(bindings):
                badge = KeyBadge(written(binding.keys))
                layout.addWidget(badge, line, 2 * column, Qt.AlignmentFlag.AlignRight)
                label = Label(binding.label(language()), CAPTION)
                layout.addWidget(label, line, 2 * column + 1)
        layout.setColumnStretch(2 * len(columns), 1)
        layout.setRowStretch(len(columns[0]), 1)
        self._scroll = scrolling(grid)
        self.body.addWidget(self._scroll, 1)
        size = QSize(_width(columns) + _SIDES, len(columns[0]) * _LINE + _AROUND)
        self.open_at(anchor, size, first=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._scroll is None:
            super().keyPressEvent(event)
            return
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + step * _LINE)


def _columns(bindings: Sequence[Binding], room: int) -> list[list[Binding]]:
    """Give the keys in as many columns as stand beside one another with every word whole."""
    for number in range(_MOST_COLUMNS, 1, -1):
        lines = -(-len(bindings) // number)
        columns = [list(bindings[at : at + lines]) for at in range(0, len(bindings), lines)]
        if _width(columns) <= room:
            return columns
    return [list(bindings)]


def _width(columns: Sequence[Sequence[Binding]]) -> int:
    widths = (
        max(key_width(written(one.keys)) for one in column)
        + max(text_width(one.label(language()), CAPTION) + 2 for one in column)
        for column in columns
    )
    return sum(widths) + 2 * GAP * len(columns)
