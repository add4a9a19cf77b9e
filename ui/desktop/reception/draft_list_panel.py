"""Alt+D: what is kept and not received yet; open it, print its sheet, give it to a colleague."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.kit.button import Button
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.table import Table
from ui.desktop.kit.tokens import FIELD_HEIGHT, PAPER_ROW, TABLE_HEAD
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG
from ui.desktop.reception.draft_line import DraftLine

_SIZE = QSize(1020, 352)
_ROWS = 6


class _DraftModel(CellModel[DraftLine]):
    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Người nộp"), width=220),
                Column(title=self.tr("Thủ tục")),
                Column(title=self.tr("Phiếu"), width=136),
                Column(title=self.tr("Cán bộ"), width=96),
                Column(title=self.tr("Lưu lúc"), width=128),
                Column(title=self.tr("Giữ đến"), width=120),
            )
        )

    def cell(self, row: DraftLine, column: int) -> Cell:
        said = (row.name, row.procedure, row.code or "–", row.officer, row.saved, row.expires)
        if column == 0:
            return Cell(text=said[0], style=BODY_MEDIUM)
        return Cell(text=said[column], tone=None if column == 1 else Tone.MUTE)


class DraftListPanel(AskingPanel):
    """The list with its acts. Only a supervisor sees others' drafts and moves them. Esc keeps to
    whom and why."""

    open_wanted = Signal(object)
    """The id of a draft."""
    print_wanted = Signal(str)
    """The code of a guidance sheet."""
    reassign_wanted = Signal(object, str, str)
    """The id of a draft, the colleague's name, and why."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Đang dở"), "reception.kept")
        self._is_moving = False
        self._model = _DraftModel()
        self._table = Table(self._model, self.tr("Hồ sơ đang dở"), row_height=PAPER_ROW)
        self._table.setFixedHeight(TABLE_HEAD + _ROWS * PAPER_ROW)
        self._none = Label(self.tr("Không có hồ sơ nào đang dở."), muted=True)
        self._open = Button(self.tr("Mở lại"), badge="Enter", height=FIELD_HEIGHT)
        self._print = Button(self.tr("In lại phiếu"), height=FIELD_HEIGHT)
        self._to = Field(self.tr("Chuyển cho cán bộ"), width=120)
        self._why = Field(self.tr("Lý do chuyển"))
        self._note_as(to=self._to, why=self._why)
        self._move = Button(self.tr("Chuyển"), height=FIELD_HEIGHT)
        to = FieldLabel(self.tr("Chuyển cho (mã)"), self._to)
        why = FieldLabel(self.tr("Lý do"), self._why)
        self._moving = holding(row(to, self._to, why, (self._why, 1), self._move))
        self.body.addWidget(Label(self.tr("Đang dở và phiếu hướng dẫn"), BODY_STRONG))
        self.body.addWidget(self._table)
        self.body.addWidget(self._none)
        self.body.addLayout(row(self._open, self._print, 24, (self._moving, 99), None))
        self.body.addStretch(1)
        self.body.addWidget(key_line(("↑ ↓", self.tr("chọn")), ("Esc", self.tr("xong"))))
        self._table.row_entered.connect(lambda _: self._open_line())
        self._table.doubleClicked.connect(lambda _: self._open_line())
        self._table.row_changed.connect(lambda _: self._show_open())
        self._open.clicked.connect(self._open_line)
        self._print.clicked.connect(self._print_line)
        self._move.clicked.connect(self._move_line)
        self._to.textChanged.connect(self._show_open)
        self._why.textChanged.connect(self._show_open)

    def show_drafts(self, drafts: tuple[DraftLine, ...], *, may_reassign: bool) -> None:
        self._model.set_rows(drafts)
        self._table.setVisible(bool(drafts))
        self._none.setVisible(not drafts)
        self._moving.setVisible(may_reassign and bool(drafts))
        self._table.select(0)
        if self._is_moving:  # and it did not fail
            self._clear()
            self.note()
        self._show_open()

    def open_for(self, anchor: QWidget) -> None:
        if not self.about:
            self.begin("moving")
        first = self._table if self._model.rows() else self._open
        self.open_at(anchor, _SIZE, first=first)

    def failed(self) -> None:
        self._is_moving = False
        super().failed()

    def _clear(self) -> None:
        self._is_moving = False
        self._to.clear()
        self._why.clear()

    def _line(self) -> DraftLine | None:
        return self._model.row_at(self._table.current_row())

    def _show_open(self) -> None:
        line = self._line()
        self._open.setEnabled(line is not None)
        self._print.setEnabled(line is not None and bool(line.code))
        said = bool(self._to.text().strip() and self._why.text().strip())
        self._move.setEnabled(line is not None and said)

    def _open_line(self) -> None:
        if (line := self._line()) is not None:
            self.close_panel()
            self.open_wanted.emit(line.draft_id)

    def _print_line(self) -> None:
        if (line := self._line()) is not None and line.code:
            self.print_wanted.emit(line.code)

    def _move_line(self) -> None:
        if (line := self._line()) is not None:
            self._is_moving = True
            self.reassign_wanted.emit(line.draft_id, self._to.text(), self._why.text())
