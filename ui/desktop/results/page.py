"""The results desk: a list of who waits, and the dossier of whoever has come."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station.words import figures
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import column, holding, row
from ui.desktop.kit.page import Page
from ui.desktop.kit.paint import box
from ui.desktop.kit.suggest import SuggestField
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import ACTION_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import TITLE
from ui.desktop.results.models import DIGITS_COLUMN, DUE_COLUMN, WaitingModel
from ui.desktop.results.sheet_view import SheetView
from ui.desktop.results.view_model import ResultSheet, WaitingLine, WaitingList
from ui.desktop.shortcuts import bind
from ui.desktop.till.owed_panel import OwedPanel

_TITLE_HEIGHT = 36
_LIST, _SHEET = 0, 1


class ResultsPage(Page):
    """Implements ``ResultsView``."""

    text_edited = Signal(str)
    text_entered = Signal()
    """Enter, and no waiting row matches what was typed."""
    result_wanted = Signal(str)
    """The code of the dossier that is to be taken onto the desk."""
    closed = Signal()
    """Back to the list."""
    give_wanted = Signal()
    arrival_wanted = Signal()
    """The result has come to the counter."""
    paper_wanted = Signal()
    dossier_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sheet: ResultSheet | None = None
        self._model = WaitingModel()
        self._table = Table(self._model, self.tr("Kết quả chờ lấy"))
        self._search = SuggestField(
            self.tr("Tìm kết quả"),
            placeholder=self.tr("Quét giấy hẹn, hoặc gõ mã, tên, số kệ, số cuối giấy tờ"),
            sign=Icon.QRCODE,
            height=ACTION_HEIGHT,
            longest=100,
        )
        self._sub = Line("", tone=Tone.MUTE)
        self._outcome = Outcome()
        self._empty = Empty(Icon.INBOX)
        self._list_stack, self._stack = QStackedWidget(), QStackedWidget()
        self.sheet = SheetView()
        self.fees = OwedPanel(self, "results.owed")
        self._build_bar()
        self._lay_out()
        self._connect()
        self.set_fit(Fit())
        self._show_mode()

    def show_waiting(self, waiting: WaitingList) -> None:
        self._search.show_text(waiting.text)
        self._model.show_lines(waiting.lines, waiting.today, typed=waiting.text)
        self._list_stack.setCurrentIndex(0 if waiting.lines else 1)
        if waiting.text:
            self._empty.say(
                self.tr("Không có kết quả nào khớp"),
                self.tr("Bấm Enter để tìm trong mọi hồ sơ của quầy."),
            )
        else:
            self._empty.say(
                self.tr("Không có kết quả nào chờ lấy"),
                self.tr("Kết quả hiện ở đây khi cơ quan giải quyết đã ký hoặc đã gửi về quầy."),
            )
        total = self.tr("{count} kết quả chờ lấy").format(count=figures(waiting.total))
        self._sub.set_words(total if waiting.total else "", Tone.MUTE)
        self._show_current()

    def show_sheet(self, sheet: ResultSheet | None) -> None:
        before, self._sheet = self._sheet, sheet
        another = (before and before.code) != (sheet and sheet.code)
        if another:
            self.fees.put_away()
            self._outcome.forget_done()
        if sheet is not None:
            self.sheet.show_sheet(sheet)
        self._show_mode()
        if another and self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        elif sheet and before and _went_on(before, sheet):
            next_stop = self._give if self._give.isEnabled() else self.sheet.first_focus()
            next_stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)
        if sentence:
            self.fees.failed()

    def show_done(self, sentence: str, tone: Tone) -> None:
        self.fees.done()
        self._outcome.done(sentence, tone)

    def show_busy(self, busy: bool) -> None:
        self.fees.show_busy(busy)
        self._outcome.show_busy(busy)
        for button in (self._give, self._collect, self._arrive):
            button.setEnabled(not busy)
        if not busy and self._sheet is not None:
            self._show_mode()

    def clear(self) -> None:
        """Show nothing of what another officer did here."""
        self._search.clear()
        self._table.select(0)
        self.show_sheet(None)
        self._outcome.hide()

    def first_focus(self) -> QWidget:
        return self._search if self._sheet is None else self.sheet.first_focus()

    def step_back(self) -> None:
        if self._sheet is not None:
            self.closed.emit()

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._title_row.setVisible(not fit.compact)
        for hidden in (DIGITS_COLUMN, DUE_COLUMN):
            self._table.setColumnHidden(hidden, fit.compact)
        self.sheet.set_fit(fit)
        self._body.setContentsMargins(*fit.margins)

    def _build_bar(self) -> None:
        self._bar = ActionBar()
        self._back = Button(self.tr("Danh sách"), Kind.QUIET, badge=badge(Act.BACK))
        self._dossier = Button(self.tr("Mở hồ sơ"), sign=Icon.FILE)
        self._arrive = Button(self.tr("Đã về quầy"), sign=Icon.INBOX, badge=badge(Act.ARRIVED))
        self._paper = Button(self.tr("Xem giấy nhận"), sign=Icon.EYE, badge=badge(Act.PREVIEW))
        self._collect = Button(self.tr("Thu phí"), sign=Icon.CASH, badge=badge(Act.COLLECT))
        self._give = Button("", Kind.PRIMARY, sign=Icon.CHECK, badge=badge(Act.GIVE))
        self._take = Button(self.tr("Trả kết quả"), Kind.PRIMARY, badge=badge(Act.OPEN))
        for button in (
            self._back, self._dossier, self._arrive, self._paper, self._collect, self._give,
            self._take,
        ):  # fmt: skip
            self._bar.add(button)

    def _lay_out(self) -> None:
        frame = _Frame()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(WholeRows(self._table))
        self._list_stack.addWidget(frame)
        self._list_stack.addWidget(self._empty)
        self._stack.addWidget(holding(column(self._search, (self._list_stack, 1), gap=8)))
        self._stack.addWidget(self.sheet)
        self._title = Label(self.tr("Trả kết quả"), TITLE)
        self._title_row = holding(row(self._title, 4, (self._sub, 1)))
        self._title_row.setFixedHeight(_TITLE_HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(8)
        self._body.addWidget(self._title_row)
        self._body.addWidget(self._outcome)
        self._body.addWidget(self._stack, 1)
        self._body.addWidget(self._bar)
        stops = (
            self._search, self._table, self._back, self._dossier, self._arrive, self._paper,
            self._collect, self._give, self._take,
        )  # fmt: skip
        tab_through(stops)

    def _connect(self) -> None:
        self._search.textEdited.connect(self.text_edited)
        self._search.stepped.connect(self._table.step)
        self._search.entered.connect(self._enter)
        self._search.escaped.connect(self._clear_text)
        self._table.row_changed.connect(lambda _: self._show_current())
        self._table.row_entered.connect(lambda _: self._enter())
        self._take.clicked.connect(self._enter)
        self._back.clicked.connect(self.closed)
        self._dossier.clicked.connect(self._want_dossier)
        self._arrive.clicked.connect(self._want_arrival)
        self.sheet.arrival_wanted.connect(self._want_arrival)
        self._paper.clicked.connect(self.paper_wanted)
        self._collect.clicked.connect(self._ask_fee)
        self._give.clicked.connect(self._want_giving)
        self.fees.asked_again.connect(self._ask_fee_again)
        self.fees.refused.connect(self._outcome.refuse_key)
        bind(self, Act.GIVE, self._want_giving)
        bind(self, Act.PREVIEW, self._paper.click)
        bind(self, Act.ARRIVED, self._want_arrival)
        bind(self, Act.COLLECT, self._ask_fee)
        bind(self, Act.SLIP_LOST, self._toggle_lost)
        bind(self, Act.KEEP_REST, self._toggle_keep)
        bind(self, Act.ZONE_1, self.sheet.focus_person)
        bind(self, Act.ZONE_2, self.sheet.focus_papers)

    def _show_mode(self) -> None:
        sheet = self._sheet
        papers = sheet is not None and sheet.is_without_result
        self._title.setText(self.tr("Trả giấy tờ") if papers else self.tr("Trả kết quả"))
        self._stack.setCurrentIndex(_LIST if sheet is None else _SHEET)
        self._take.setVisible(sheet is None and bool(self._model.rows()))
        self._back.setVisible(sheet is not None)
        self._arrive.setVisible(sheet is not None and sheet.arrival is not None)
        self._paper.setVisible(sheet is not None and sheet.has_paper)
        self._collect.setVisible(sheet is not None and sheet.owes and sheet.lawful)
        self._dossier.setVisible(sheet is not None and not sheet.lawful and not sheet.is_returned)
        self._give.setVisible(sheet is not None and (sheet.lawful or sheet.is_returned))
        if sheet is None:
            self._show_current()
            return
        if sheet.is_returned:
            self._give.set_words(self.tr("Người kế tiếp"), Icon.ARROW_RIGHT)
        else:
            given = self.tr("Đã trả giấy tờ") if sheet.is_without_result else self.tr("Đã trả")
            self._give.set_words(given, Icon.CHECK)
        self._give.set_blocked(sheet.lawful and not sheet.verdict.ready)
        verdict = sheet.verdict
        self._bar.state.say(verdict.fact, verdict.consequence, verdict.tone, aloud=True)

    def _show_current(self) -> None:
        if self._sheet is not None:
            return  # the bar belongs to the dossier on the desk
        line = self._current()
        self._take.setVisible(line is not None)
        if line is None:
            self._bar.state.say("", "", Tone.MUTE)
            return
        place = self.tr("Dòng {row}/{rows}").format(
            row=self._table.current_row() + 1, rows=len(self._model.rows())
        )
        self._bar.state.say(place, f"{line.code} · {line.owner_name}", Tone.MUTE)

    def _current(self) -> WaitingLine | None:
        return self._model.row_at(self._table.current_row())

    def _enter(self) -> None:
        line = self._current()
        if line is not None:
            self.result_wanted.emit(line.code)
        else:
            self.text_entered.emit()

    def _clear_text(self) -> None:
        if self._search.text():
            self._search.clear()
            self.text_edited.emit("")

    def _want_dossier(self) -> None:
        if self._sheet is not None:
            self.dossier_wanted.emit(self._sheet.code)

    def _want_giving(self) -> None:
        if self.fees.isVisible():
            self.fees.confirm()
        elif self._outcome.takes_key() and self._sheet is not None and self._give.isVisible():
            (self.give_wanted.emit if self._give.isEnabled() else self.sheet.point)()

    def _want_arrival(self) -> None:
        if self._outcome.takes_key() and self._arrive.is_offered:
            self.arrival_wanted.emit()

    def _ask_fee(self) -> None:
        if self._outcome.takes_key() and self._sheet is not None and self._collect.is_offered:
            self.fees.open_for(self._sheet.code, self._sheet.owed, self._collect)

    def _ask_fee_again(self, code: str) -> None:
        if code == (self._sheet and self._sheet.code):
            self._ask_fee()

    def _toggle_keep(self) -> None:
        if self._sheet is not None:
            self.sheet.toggle_keep()

    def _toggle_lost(self) -> None:
        if self._sheet is not None:
            self.sheet.toggle_lost()


def _went_on(before: ResultSheet, after: ResultSheet) -> bool:
    """Tell whether the button that was just pressed is gone: its work is done."""
    given = after.is_returned and not before.is_returned
    arrived = before.arrival is not None and after.arrival is None
    return given or arrived or (before.owes and not after.owes)


class _Frame(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        box(QPainter(self), QRectF(self.rect()), t.surface, t.line)
