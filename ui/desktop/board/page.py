"""The supervisor's board: what waits for a word, what needs somebody, then how the day runs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.board.approval_panel import ApprovalPanel
from ui.desktop.board.models import SINCE_COLUMN, AttentionModel
from ui.desktop.board.printed import board_pdf
from ui.desktop.board.steps_panel import StepsPanel
from ui.desktop.board.view_model import ApprovalLine, ApprovalSheet, AttentionLine, BoardSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.charts import Bars, Shares
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.figure import Figure, FigureStrip
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.layout import row
from ui.desktop.kit.page import RowsPage
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.zone import Zone
from ui.desktop.shortcuts import bind

_ROW, _MOST_FIGURES = 32, 8


class BoardPage(RowsPage):
    """Implements ``BoardView`` and ``ApprovalView``."""

    print_wanted = Signal(bytes)
    """The board as PDF."""
    dossier_wanted = Signal(str)
    approval_wanted = Signal(str)
    """A request, to be seen with what it would change."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: BoardSheet | None = None
        self._model = AttentionModel(self.tr("Vì sao"))
        self._waiting = AttentionModel(self.tr("Việc"))
        self._table = Table(self._model, self.tr("Cần xem"), row_height=_ROW)
        self._approvals = Table(self._waiting, self.tr("Chờ duyệt"), row_height=_ROW)
        self._looks_at_waiting = True
        self._refusing = False
        self._figures = [Figure() for _ in range(_MOST_FIGURES)]
        self._hours = Bars(self.tr("Tiếp nhận theo giờ hôm nay"))
        self._days = Bars(self.tr("Đến hạn bảy ngày tới"))
        self._shares = Shares(self.tr("Đúng hạn trong tháng"))
        self._outcome = Outcome()
        self._empty, self._none_wait = Empty(Icon.CIRCLE_CHECK), Empty(Icon.CIRCLE_CHECK)
        self._stack, self._waiting_stack = QStackedWidget(), QStackedWidget()
        self._bar = ActionBar()
        self._print = Button(self.tr("In bảng"), sign=Icon.PRINTER, badge=badge(Act.PRINT_BOARD))
        self._open = Button(
            self.tr("Mở hồ sơ"), Kind.PRIMARY, sign=Icon.FILE, badge=badge(Act.OPEN)
        )
        self._open_too = Button(self.tr("Mở hồ sơ"), sign=Icon.FILE, badge=badge(Act.SEE_WAITING))
        self._decide = Button(
            self.tr("Xem, duyệt"), Kind.PRIMARY, sign=Icon.CHECK, badge=badge(Act.APPROVE)
        )
        self._steps = Button(self.tr("Các bước"), sign=Icon.CLOCK, badge=badge(Act.STEP_TIMES))
        self.steps, self.approval = StepsPanel(self), ApprovalPanel(self)
        acts = (self._steps, self._print, self._open_too, self._open, self._decide)
        for button in acts:
            self._bar.add(button)
        self._lay_out()
        tab_through((self._approvals, self._table, *acts))
        self._connect()
        self.clear()

    def _connect(self) -> None:
        for table, waiting in ((self._approvals, True), (self._table, False)):
            table.row_changed.connect(lambda _, at=waiting: self._look_at(at))
            table.row_entered.connect(lambda _, at=waiting: self._enter(at))
            table.focused.connect(lambda at=waiting: self._look_at(at))
        for button in (self._open, self._open_too):
            button.clicked.connect(self._want_dossier)
        self._print.clicked.connect(self._want_print)
        self._steps.clicked.connect(self.open_steps)
        self._decide.clicked.connect(self._want_decision)
        self.approval.asked_again.connect(self.approval_wanted)
        self.approval.dossier_wanted.connect(self.dossier_wanted)
        self.approval.refused.connect(self._outcome.refuse_key)
        bind(self, Act.PRINT_BOARD, self._want_print)
        bind(self, Act.STEP_TIMES, self.open_steps)
        bind(self, Act.APPROVE, self._want_decision)
        bind(self, Act.REFUSE_APPROVAL, self._want_refusal)
        bind(self, Act.SEE_WAITING, self._want_its_dossier)

    def show_board(self, sheet: BoardSheet) -> None:
        self._sheet = sheet
        for figure, said in zip(self._figures, sheet.figures, strict=False):
            figure.show_figure(*said)
        self._strip.show_first(len(sheet.figures))
        self._hours.show_sheet(sheet.hours)
        self._days.show_sheet(sheet.days)
        self._shares.show_sheet(sheet.shares)
        self.steps.show_sheet(sheet.steps)
        self._waiting.set_rows(sheet.approvals)
        self._waiting_stack.setCurrentIndex(0 if sheet.approvals else 1)
        chips = [(str(len(sheet.approvals)), Tone.WARN)] if sheet.approvals else []
        self._wait_zone.set_chips(chips)
        self._model.set_rows(sheet.attention)
        self._stack.setCurrentIndex(0 if sheet.attention else 1)
        self._show_current()
        self.rows_came(focus_waits=self._print.hasFocus())

    def open_steps(self) -> None:
        """Show how long receptions take."""
        self.steps.open_for(self._steps)

    def show_approval(self, sheet: ApprovalSheet) -> None:
        self.approval.open_for(sheet, self._approvals, refusing=self._refusing)
        self._refusing = False

    def approval_done(self) -> None:
        self.approval.done()

    def show_done(self, sentence: str) -> None:
        self._outcome.done(sentence)
        if self.isVisible() and not self.approval.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        if sentence:
            self.approval.failed()
        self._outcome.problem(sentence)

    def show_busy(self, busy: bool) -> None:
        self.approval.show_busy(busy)
        self._outcome.show_busy(busy)
        self._show_current()

    def clear(self) -> None:
        """Show nothing of what another officer looked at here, and forget the password."""
        self._outcome.hide()
        self.approval.put_away()
        self._looks_at_waiting, self._refusing = True, False
        self.show_board(BoardSheet())
        self._sheet = None

    def has_rows(self) -> bool:
        return bool(self._waiting.rows() or self._model.rows())

    def first_focus(self) -> QWidget:
        if self._waiting.rows():
            return self._approvals
        return self._table if self._model.rows() else self._print

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._strip.setVisible(not fit.low)
        self._hour_zone.setVisible(not fit.narrow)
        self._share_zone.setVisible(not fit.compact)
        for table in (self._approvals, self._table):
            table.setColumnHidden(SINCE_COLUMN, fit.compact)
        self._body.setContentsMargins(*fit.margins)

    def _lay_out(self) -> None:
        self._none_wait.say(
            self.tr("Không có việc nào chờ duyệt"),
            self.tr("Đính chính, hoàn tiền, huỷ thu… cán bộ gửi duyệt sẽ hiện ở đây."),
        )
        self._empty.say(
            self.tr("Không có gì cần xem"),
            self.tr("Hồ sơ quá hạn, chưa gửi, chưa đến lấy kết quả sẽ hiện ở đây."),
        )
        for stack, table, empty in (
            (self._waiting_stack, self._approvals, self._none_wait),
            (self._stack, self._table, self._empty),
        ):
            stack.addWidget(WholeRows(table))
            stack.addWidget(empty)
        self._wait_zone = _zone(self._approvals.accessibleName(), self._waiting_stack)
        look = _zone(self._table.accessibleName(), self._stack)
        self._hour_zone = _zone(self._hours.accessibleName(), self._hours)
        days = _zone(self._days.accessibleName(), self._days)
        self._share_zone = _zone(self._shares.accessibleName(), self._shares)
        self._strip = FigureStrip(self._figures)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(8)
        self._body.addWidget(self._strip)
        self._body.addWidget(self._outcome)
        self._body.addLayout(row((self._wait_zone, 1), (look, 1)), 1)
        charts = row((days, 3), (self._hour_zone, 3), (self._share_zone, 4))  # names of agencies
        self._body.addLayout(charts, 1)
        self._body.addWidget(self._bar)
        self.set_fit(Fit())

    def _line(self) -> AttentionLine | None:
        """Give the row that was looked at last: of what waits for a word, or of the others."""
        if self._looks_at_waiting and self._waiting.rows():
            return self._waiting.row_at(self._approvals.current_row())
        return self._model.row_at(self._table.current_row())

    def _request(self) -> str:
        """Give the request of that row; empty where it is none."""
        line = self._line()
        return line.request_id if isinstance(line, ApprovalLine) else ""

    def _look_at(self, waiting: bool) -> None:
        table = self._approvals if waiting else self._table
        if table.hasFocus():
            self._looks_at_waiting = waiting
        self._show_current()

    def _enter(self, waiting: bool) -> None:
        self._looks_at_waiting = waiting
        if self._request():
            self._want_decision()
        else:
            self._want_dossier()

    def _show_current(self) -> None:
        line = self._line()
        waiting = self._waiting.rows()
        asks = any(isinstance(one, ApprovalLine) and one.request_id for one in waiting)
        self._decide.setVisible(asks)
        self._decide.setEnabled(not self._outcome.is_busy)
        self._open.setVisible(not asks)
        self._open_too.setVisible(asks)
        leads = line is not None and bool(line.dossier_code)
        for button in (self._open, self._open_too):
            button.setEnabled(leads)
        at = self._sheet.at if self._sheet else ""
        if line is None:
            self._bar.state.say(at, "", Tone.MUTE)
        else:
            more = line.asked_by if isinstance(line, ApprovalLine) else line.what
            said = " · ".join(part for part in (line.dossier_code, more) if part)
            self._bar.state.say(at, f"{line.words}: {said}", line.tone)

    def _want_decision(self) -> None:
        if self.approval.isVisible():
            self.approval.confirm()
        elif self._waiting.rows() and self._outcome.takes_key():
            self._ask_about(refusing=False)

    def _want_refusal(self) -> None:
        if self.approval.isVisible():
            self.approval.turn_down()
        elif self._waiting.rows() and self._outcome.takes_key():
            self._ask_about(refusing=True)

    def _ask_about(self, *, refusing: bool) -> None:
        """Ask about the current row of what waits, whichever table has the keys."""
        self._looks_at_waiting = True
        if request := self._request():
            self._refusing = refusing
            self.approval_wanted.emit(request)
        else:
            self._want_dossier()  # of two dossiers of one person, which are decided about there

    def _want_its_dossier(self) -> None:
        if self.approval.isVisible():
            self.approval.want_dossier()
        else:
            self._want_dossier()

    def _want_dossier(self) -> None:
        line = self._line()
        if line is not None and line.dossier_code:
            self.dossier_wanted.emit(line.dossier_code)

    def _want_print(self) -> None:
        if self._sheet is not None:
            headings = (
                self._hours.accessibleName(),
                self._days.accessibleName(),
                self._shares.accessibleName(),
                self._table.accessibleName(),
            )
            self.print_wanted.emit(board_pdf(self._sheet, headings))


def _zone(title: str, inside: QWidget) -> Zone:
    zone = Zone(0, title, "")
    zone.body.addWidget(inside, 1)
    return zone
