"""The command palette: what can be done on this page, found by a few letters without accents."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from station.text import fold
from ui.desktop.keys import KEYS, Act, written
from ui.desktop.kit.announce import announce
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.suggest import SuggestField
from ui.desktop.kit.table import Table
from ui.desktop.kit.tokens import TABLE_HEAD
from ui.desktop.kit.tone import Tone
from ui.desktop.shortcuts import acts_of
from ui.desktop.wording import language

_ROWS, _ROW = 9, 32
_SIZE = QSize(560, 112 + TABLE_HEAD + _ROWS * _ROW)


def found(acts: Sequence[Act], typed: str) -> list[Act]:
    """Give the acts whose words have every typed piece, those that begin with it first."""
    pieces = fold(typed).split()
    ranked = []
    for place, act in enumerate(acts):
        words = fold(KEYS[act].label(language()))
        if all(piece in words for piece in pieces):
            begins = bool(pieces) and words.startswith(pieces[0])
            ranked.append((not begins, place, act))
    return [act for *_, act in sorted(ranked)]


class Palette(FloatingPanel):
    """Type, choose, Enter: the act is done as its key would do it."""

    act_chosen = Signal(object)
    """An ``Act``."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Bảng lệnh"))
        self._acts: Sequence[Act] = ()
        self._field = SuggestField(
            self.tr("Bảng lệnh"),
            placeholder=self.tr("Gõ việc muốn làm, không cần dấu"),
            sign=Icon.SEARCH,
            longest=60,
        )
        self._model = _ActModel()
        self._table = Table(self._model, self.tr("Việc làm được ở đây"), row_height=_ROW)
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.clicked.connect(lambda _: self._choose())
        self._table.setFixedHeight(TABLE_HEAD + _ROWS * _ROW)
        self.body.addWidget(self._field)
        self._none = Label(self.tr("Trang này không có việc như vậy. Gõ từ khác, hoặc bấm F1."))
        self.body.addWidget(self._table)
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self.body.addWidget(
            key_line(("↑ ↓", self.tr("chọn")), ("Enter", self.tr("làm")), ("Esc", self.tr("đóng")))
        )
        self._field.textEdited.connect(self._search)
        self._field.stepped.connect(self._table.step)
        self._field.entered.connect(self._choose)
        self._field.escaped.connect(self.close_panel)

    def open_for(self, anchor: QWidget) -> None:
        """Offer what has a key in the anchor's window now."""
        if self.isVisible():
            return
        self._acts = acts_of(anchor.window())
        self._field.clear()
        self._search("")
        self.open_at(anchor, _SIZE, first=self._field)

    def _search(self, typed: str) -> None:
        acts = found(self._acts, typed)
        self._model.set_rows(acts)
        self._table.setVisible(bool(acts))
        self._none.setVisible(not acts)
        if acts:
            self._table.select(0)
        else:
            announce(self._none, self._none.text())

    def _choose(self) -> None:
        rows, at = self._model.rows(), self._table.current_row()
        if 0 <= at < len(rows):
            self.close_panel()  # first: the act begins where the officer was
            self.act_chosen.emit(rows[at])


class _ActModel(CellModel[Act]):
    def __init__(self) -> None:
        super().__init__((Column(title=self.tr("Việc")), Column(title=self.tr("Phím"), width=132)))

    def cell(self, row: Act, column: int) -> Cell:
        if column == 0:
            return Cell(text=KEYS[row].label(language()))
        return Cell(text=written(KEYS[row].keys), tone=Tone.MUTE)
