"""What was found, under the search field."""

from PySide6.QtCore import QSize, Qt, Signal

from station.words import clock, day_and_month
from ui.desktop.dossiers.table_model import FoundModel
from ui.desktop.frame.view_model import SearchResults
from ui.desktop.kit.announce import announce
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.ground import ground_of
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.suggest import SuggestField
from ui.desktop.kit.table import Table
from ui.desktop.kit.tokens import FIELD_HEIGHT, LIST_ROW, TABLE_HEAD
from ui.desktop.kit.typography import BODY_STRONG, CAPTION

_ROWS = 8
_WIDTH = 1096
_RECEIVED_COLUMN = 4
_AROUND = 118  # head, key line, paddings and shadow


class SearchPanel(FloatingPanel):
    """Lists dossiers while the focus stays in the search field."""

    dossier_chosen = Signal(str)
    query_edited = Signal(str)
    server_wanted = Signal(str)
    """A whole code that is not here: ask the province."""
    ended = Signal()
    """Esc where nothing is searched any more: back to the page."""

    def __init__(self, field: SuggestField) -> None:
        super().__init__(field, self.tr("Kết quả tìm"))
        self._field = field
        self._count = Label("", BODY_STRONG)
        self._scope = Label("", CAPTION, muted=True)
        self._model = FoundModel()
        self._table = Table(self._model, self.tr("Hồ sơ tìm thấy"))
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.viewport().setAutoFillBackground(True)  # else the page below is painted too
        self._table.clicked.connect(lambda _: self._choose())
        words, height = self.tr("Hỏi máy chủ"), FIELD_HEIGHT
        self._ask = Button(words, Kind.PRIMARY, sign=Icon.CLOUD, badge="Enter", height=height)
        self._ask.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ask.clicked.connect(self._choose)
        self._asked_code = ""
        self.body.addLayout(row(self._count, self._scope, None, self._ask))
        self.body.addWidget(self._table)
        self.body.addStretch(1)
        close = ("Esc", self.tr("đóng"))
        self._keys = key_line(("↑ ↓", self.tr("chọn")), ("Enter", self.tr("xem phiếu")), close)
        self._keys_of_none = key_line(close)
        self.body.addWidget(self._keys)
        self.body.addWidget(self._keys_of_none)
        field.let_wait()
        field.textEdited.connect(self._edited)
        field.stepped.connect(self._table.step)
        field.entered.connect(self._choose)
        field.escaped.connect(self._leave)
        field.left.connect(self.close_panel)

    def show_results(self, results: SearchResults) -> None:
        if results.query != self._field.text() or not self._field.hasFocus():
            return
        total = results.total
        count = self.tr("%n hồ sơ", "", total)
        self._count.setText(count)
        self._scope.setText(self._said(results))
        self._asked_code = results.not_here.code if results.not_here is not None else ""
        self._ask.setVisible(bool(self._asked_code))
        self._keys.setVisible(total > 0)
        self._keys_of_none.setVisible(total == 0)
        announce(self, f"{count} {self._scope.text()}")
        self._model.show_found(results.found, results.query)
        self._table.select(0)
        room = (self.room(self._field) - _AROUND - TABLE_HEAD) // LIST_ROW
        shown = min(_ROWS, room, len(results.found))
        self._table.setVisible(shown > 0)
        self._table.setFixedHeight(TABLE_HEAD + shown * LIST_ROW)
        height = _AROUND + (TABLE_HEAD + shown * LIST_ROW if shown else 0)
        window = ground_of(self._field)
        beside = window.width() - self._field.mapTo(window, self._field.rect().topLeft()).x()
        width = min(_WIDTH, beside + SHADOW - 8)
        self._table.setColumnHidden(_RECEIVED_COLUMN, width < _WIDTH)
        self.open_at(self._field, QSize(width, height))
        self._field.answer(results.query)

    def _said(self, results: SearchResults) -> str:
        if results.total:
            return self.tr("khớp “{query}”, trong máy này").format(query=results.query)
        absent = results.not_here
        if absent is None:
            return self.tr("Không có ở máy này. Thử mã, 4 số cuối, tên không dấu.")
        if absent.as_of is None:
            since = self.tr("Không có ở máy này.")
        else:
            at = f"{clock(absent.as_of)} {day_and_month(absent.as_of.date())}"
            since = self.tr("Không có ở máy này, số liệu đến {time}.").format(time=at)
        if absent.code:
            return since
        hint = self.tr("Thử 4 số cuối, tên không dấu; gõ đủ mã (260924-0217) thì hỏi máy chủ được.")
        return f"{since} {hint}"

    def _edited(self, text: str) -> None:
        if not text.strip():
            self.close_panel()
        self.query_edited.emit(text)

    def _choose(self) -> None:
        if not (self.isVisible() and self._field.is_answered()):
            return
        if self._asked_code:
            self.close_panel()
            self.server_wanted.emit(self._asked_code)
            return
        if self._table.current_row() < 0:
            return
        chosen = self._model.rows()[self._table.current_row()]
        self.close_panel()
        self._field.clear()
        self.dossier_chosen.emit(chosen.code)

    def _leave(self) -> None:
        if self.isVisible():
            self.close_panel()
        elif self._field.text():
            self._field.clear()
        else:
            self.ended.emit()
