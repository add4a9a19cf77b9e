"""A table whose rows are ticked off one by one, by Space or a click on the box."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.desktop.kit.cells import CellModel
from ui.desktop.kit.table import Table
from ui.desktop.kit.tokens import LIST_ROW


class TickTable(Table):
    """Reports the wish; whoever owns the rows ticks them."""

    tick_wanted = Signal(int)

    def __init__(self, model: CellModel[Any], name: str, *, row_height: int = LIST_ROW) -> None:
        super().__init__(model, name, row_height=row_height)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current_row() >= 0:
            self.tick_wanted.emit(self.current_row())
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.tick_wanted.emit(index.row())
