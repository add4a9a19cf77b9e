"""The type-ahead of procedures, under its field."""

from PySide6.QtCore import QSize, Qt, Signal

from ui.desktop.kit.announce import announce
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.label import Line
from ui.desktop.kit.layout import row
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.suggest import SuggestField
from ui.desktop.kit.table import Table
from ui.desktop.kit.tokens import LIST_ROW, TABLE_HEAD, TWO_LINE_ROW
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION
from ui.desktop.reception.view_model import Matches, ProcedureMatch

_ROWS = 8
_NARROWEST, _WIDEST = 800, 900
_AROUND = 118
_NAME = 0
_FIELD, _CODE = 190, 96
_BESIDE_NAMES = _FIELD + _CODE + 2 * SHADOW + 36


class _MatchModel(CellModel[ProcedureMatch]):
    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Thủ tục"), wraps=True),
                Column(title=self.tr("Lĩnh vực"), width=_FIELD),
                Column(title=self.tr("Mã"), width=_CODE),
            )
        )

    def cell(self, row: ProcedureMatch, column: int) -> Cell:
        off = None if row.receivable else Tone.MUTE
        match column:
            case 0:
                return Cell(text=row.name, marked=row.name_matches, tone=off)
            case 1:
                words = row.field if row.receivable else self.tr("chỉ có tên, chưa nhận được")
                return Cell(text=words, style=CAPTION, tone=Tone.MUTE)
        return Cell(text=row.code, style=CAPTION, tone=Tone.MUTE)


class ProcedurePanel(FloatingPanel):
    """Lists procedures while the focus, and the input method, stay in the field."""

    procedure_chosen = Signal(str)

    def __init__(self, field: SuggestField) -> None:
        super().__init__(field, self.tr("Chọn thủ tục"))
        self._field = field
        self._head = Line("", CAPTION, tone=Tone.MUTE)
        self._model = _MatchModel()
        self._table = Table(self._model, self.tr("Thủ tục tìm thấy"))
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.clicked.connect(lambda _: self.choose())
        self.body.addLayout(row((self._head, 1)))
        self.body.addWidget(self._table)
        self.body.addStretch(1)
        self.body.addWidget(
            key_line(
                ("↑ ↓", self.tr("chọn dòng")),
                ("Enter", self.tr("lấy thủ tục")),
                ("Esc", self.tr("đóng")),
            )
        )
        field.let_wait()
        field.stepped.connect(self._table.step)
        field.entered.connect(self.choose)
        field.left.connect(self.close_panel)

    def show_matches(self, matches: Matches) -> None:
        """Show what was found, best first; ignored when the officer has typed on."""
        if not self._field.hasFocus() or matches.query != self._field.text():
            return
        if not matches.query and not matches.found:  # a new counter has nothing frequent yet
            self.close_panel()
            self._field.answer(matches.query)
            return
        if matches.query:
            head = self.tr("%n thủ tục khớp. Gõ không dấu, chữ đầu hoặc mã.", "", matches.total)
        else:
            head = self.tr("Hay dùng ở quầy này. Gõ không dấu, chữ đầu (dkks) hoặc mã.")
        self._head.set_words(head, Tone.MUTE)
        self._model.set_rows(matches.found)
        self._table.select(0)
        width = min(_WIDEST, max(_NARROWEST, self._field.width() + 2 * SHADOW))
        # Procedures whose names begin alike are told apart by how they end.
        is_tall = self._model.cuts(_NAME, width - _BESIDE_NAMES)
        high = self._table.use_row_height(TWO_LINE_ROW if is_tall else LIST_ROW)
        room = (self.room(self._field) - _AROUND - TABLE_HEAD) // high
        shown = min(_ROWS, room, len(matches.found))
        self._table.setVisible(shown > 0)
        self._table.setFixedHeight(TABLE_HEAD + shown * high)
        height = _AROUND + (TABLE_HEAD + shown * high if shown else 0)
        self.open_at(self._field, QSize(width, height))
        self._field.answer(matches.query)

    def choose(self) -> None:
        """Take the current row, if there is one that can be received."""
        at = self._table.current_row()
        if not (self.isVisible() and self._field.is_answered()) or at < 0:
            return
        if not self._model.rows()[at].receivable:
            words = self.tr("Danh mục mới có tên thủ tục này, chưa có giấy tờ, phí, thời hạn.")
            self._head.set_words(words, Tone.WARN)
            announce(self._table, words)
            return
        code = self._model.rows()[at].code
        self.close_panel()
        self.procedure_chosen.emit(code)
