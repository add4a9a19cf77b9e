"""Alt+B on the list: the filters that the officer keeps; use one, rename it, delete it."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from station.usecases.saved_filters import LONGEST_NAME, MOST_FILTERS
from ui.desktop.asking_panel import AskingPanel
from ui.desktop.dossiers.filter_words import counted, filter_words
from ui.desktop.dossiers.view_model import SavedLine
from ui.desktop.keys import filter_keys
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.table import Table
from ui.desktop.kit.tokens import FIELD_HEIGHT, PAPER_ROW, TABLE_HEAD
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG

_SIZE = QSize(820, 0)  # as high as what stands in it


class _SavedModel(CellModel[SavedLine]):
    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Phím"), width=76),
                Column(title=self.tr("Tên bộ lọc"), width=248),
                Column(title=self.tr("Điều kiện")),
                Column(title=self.tr("Hồ sơ"), width=88, right=True),
            )
        )
        self.today = date.min

    def cell(self, row: SavedLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=filter_keys(self.rows().index(row) + 1), tone=Tone.MUTE)
            case 1:
                return Cell(text=row.name, style=BODY_MEDIUM)
            case 2:
                return Cell(text=filter_words(row.wanted, self.today), tone=Tone.MUTE)
        return Cell(text=counted(row.count))


class SavedPanel(AskingPanel):
    """Its rows with their acts. What is deleted is asked for twice: nothing brings it back."""

    use_wanted = Signal(int)
    """The place of the filter, counted from 0."""
    rename_wanted = Signal(str, str)
    """The name, and the new one."""
    delete_wanted = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Bộ lọc đã lưu"), "list.saved_filters")
        self._to_delete = ""
        self._model = _SavedModel()
        self._table = Table(self._model, self.tr("Bộ lọc đã lưu"), row_height=PAPER_ROW)
        self._none = Label(self.tr("Chưa lưu bộ lọc nào."), muted=True)
        self._use = Button(self.tr("Dùng"), badge="Enter", height=FIELD_HEIGHT)
        self._delete = Button("", Kind.DANGER, badge="Del", height=FIELD_HEIGHT)
        self._name = Field(self.tr("Tên mới"), width=240, longest=LONGEST_NAME)
        self._rename = Button(self.tr("Đổi tên"), height=FIELD_HEIGHT)
        self._note_as(name=self._name)
        naming = row(FieldLabel(self.tr("Tên mới"), self._name), self._name, self._rename)
        self._acts = holding(row(self._use, self._delete, None, naming))
        self.body.addWidget(Label(self.tr("Bộ lọc đã lưu của anh/chị"), BODY_STRONG))
        self.body.addWidget(self._table)
        self.body.addWidget(self._none)
        self.body.addWidget(self._acts)
        self.body.addWidget(key_line(("↑ ↓", self.tr("chọn")), ("Esc", self.tr("xong"))))
        self._table.row_entered.connect(lambda _: self._use_line())
        self._table.doubleClicked.connect(lambda _: self._use_line())
        self._table.row_changed.connect(lambda _: self._show_line())
        self._use.clicked.connect(self._use_line)
        self._delete.clicked.connect(self._delete_line)
        self._rename.clicked.connect(self._rename_line)
        self._name.returnPressed.connect(self._rename_line)
        self._name.textChanged.connect(lambda _: self._show_acts())

    def show_saved(self, saved: tuple[SavedLine, ...], today: date) -> None:
        """Show these; an open panel goes on with the row that it was at."""
        at = self._table.current_row()
        self._model.today = today
        self._model.set_rows(saved)
        self._table.setFixedHeight(TABLE_HEAD + min(len(saved), MOST_FILTERS) * PAPER_ROW)
        for part in (self._table, self._acts):
            part.setVisible(bool(saved))
        self._none.setVisible(not saved)
        self._table.select(max(0, min(at, len(saved) - 1)))
        self._show_line()

    def open_for(self, anchor: QWidget) -> None:
        """Show them beside the button that does so."""
        if not self.about:
            self.begin("saved")
        self._show_line()
        self.open_at(anchor, _SIZE, first=self._table if self._model.rows() else self)

    def act_done(self) -> None:
        """Keep nothing of the name that was typed: it is the filter's now."""
        if self.isVisible():
            self._clear()
            self.note()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._table.hasFocus():
            self._delete_line()
        else:
            super().keyPressEvent(event)

    def _line(self) -> SavedLine | None:
        return self._model.row_at(self._table.current_row())

    def _show_line(self) -> None:
        """Show the acts for the row; what was asked for another one is asked no more."""
        self._to_delete = ""
        self._show_acts()

    def _show_acts(self) -> None:
        line = self._line()
        words = self.tr("Xoá")
        if line is not None and self._to_delete == line.name:
            words = self.tr("Bấm lần nữa để xoá")
        self._delete.set_words(words)
        self._rename.setEnabled(line is not None and bool(self._name.text().strip()))

    def _use_line(self) -> None:
        if self._line() is not None:
            place = self._table.current_row()
            self.close_panel()
            self.use_wanted.emit(place)

    def _delete_line(self) -> None:
        line = self._line()
        if line is None:
            return
        if self._to_delete != line.name:
            self._to_delete = line.name
            self._show_acts()
        elif self._may_tell():
            self._to_delete = ""
            self.delete_wanted.emit(line.name)

    def _rename_line(self) -> None:
        line = self._line()
        if line is not None and self._name.text().strip() and self._may_tell():
            self.rename_wanted.emit(line.name, self._name.text())

    def _clear(self) -> None:
        self._to_delete = ""
        self._name.clear()
