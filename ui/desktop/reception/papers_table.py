"""The checklist: its single keys act only while it has the focus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.desktop.keys import Act
from ui.desktop.kit.table import Table
from ui.desktop.kit.tokens import PAPER_ROW
from ui.desktop.reception.papers_model import (
    FIRST_KIND,
    KINDS,
    SUMMARY,
    PapersModel,
    first_kind,
)
from ui.desktop.reception.typed_count import TypedCount
from ui.desktop.reception.view_model import CopyKind, Paper
from ui.desktop.shortcuts import is_key


class PapersTable(Table):
    """Space: the row is complete, or not. Left and right: kind of copy. Digits: how many."""

    tick_wanted = Signal(str)
    count_wanted = Signal(str, object, int)
    """Key of the paper, ``CopyKind``, how many."""
    other_wanted = Signal()
    removal_wanted = Signal(str)
    kind_changed = Signal()

    def __init__(self, model: PapersModel, name: str) -> None:
        super().__init__(model, name, row_height=PAPER_ROW)
        self._papers = model
        self._typed = TypedCount()
        self.set_compact(False)
        self.row_changed.connect(lambda _: self._start_at_likely_kind())
        self.row_entered.connect(lambda _: self._enter())
        self.clicked.connect(lambda index: self._clicked(index.column()))

    def paper(self) -> Paper | None:
        """Give the current paper; None on the row that adds one."""
        return self._papers.row_at(self.current_row())

    def kind(self) -> CopyKind:
        """Give the kind of copy that digits count."""
        return self._papers.cursor_kind

    def set_kind(self, kind: CopyKind) -> None:
        self._papers.cursor_kind = kind
        self.viewport().update()
        self.kind_changed.emit()

    def set_compact(self, compact: bool) -> None:
        """Show one column for all kinds of copies instead of one each."""
        for column in range(FIRST_KIND, SUMMARY):
            self.setColumnHidden(column, compact)
        self.setColumnHidden(SUMMARY, not compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        paper = self.paper()
        if is_key(event, Act.OTHER_PAPER):
            self.other_wanted.emit()
        elif is_key(event, Act.ENOUGH):
            self._enter()
        elif paper and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self.set_kind(KINDS[(KINDS.index(self.kind()) + step) % len(KINDS)])
        elif paper and is_key(event, Act.REMOVE):
            self.removal_wanted.emit(paper.key)
        elif paper and len(event.text()) == 1 and event.text() in "0123456789":
            self._count(paper, int(event.text()), event.timestamp())
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        paper = self.paper()
        if paper:
            self.tick_wanted.emit(paper.key)
        elif self.current_row() >= 0:
            self.other_wanted.emit()

    def _count(self, paper: Paper, digit: int, at_ms: int) -> None:
        number = self._typed.after(digit, (paper.key, self.kind()), at_ms)
        self.count_wanted.emit(paper.key, self.kind(), number)

    def _clicked(self, column: int) -> None:
        if self.paper() is None:
            self.other_wanted.emit()
        elif FIRST_KIND <= column < SUMMARY:
            self.set_kind(KINDS[column - FIRST_KIND])

    def _start_at_likely_kind(self) -> None:
        paper = self.paper()
        if paper:
            self.set_kind(first_kind(paper))
