"""The home page: the morning check on the left, what waits for somebody on the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.home.models import WHAT_COLUMN, CheckModel, WorkModel
from ui.desktop.home.view_model import CheckLine, CheckSheet, WorkKind, WorkLine, WorkSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.figure import Figure, FigureStrip
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.framed import Framed
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.page import RowsPage
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION, CAPTION_STRONG
from ui.desktop.kit.zone import Zone
from ui.desktop.shortcuts import bind

_ROW = 32
_CHECK_ROW = 30  # all twelve stand above their advice, also in a window with a title bar
_WIDEST_CHECKS = 440
_SHARE, _SHARE_OF_WORK = 3, 4
_ADVICE, _LOW_ADVICE = 58, 40


class HomePage(RowsPage):
    """Implements ``HomeView``."""

    again_wanted = Signal()
    new_wanted = Signal()
    dossier_wanted = Signal(str)
    draft_wanted = Signal(str)
    board_wanted = Signal()
    list_wanted = Signal()
    """What waits for a word of rank."""
    signing_wanted = Signal()
    """The queue of copies that wait for the office's signature."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = CheckSheet()
        self._check_model, self._work_model = CheckModel(), WorkModel()
        self._checks = Table(self._check_model, self.tr("Kiểm tra sáng"), row_height=_CHECK_ROW)
        self._work = Table(self._work_model, self.tr("Việc cần làm"), row_height=_ROW)
        self._figures = [Figure() for _ in range(7)]
        self._advice = Label("", CAPTION, wrap=True)
        self._advice.setAccessibleName(self.tr("Cách làm"))
        self._meanwhile = Label("", CAPTION_STRONG, wrap=True)
        self._outcome = Outcome()
        self._empty = Empty(Icon.CIRCLE_CHECK)
        self._stack = QStackedWidget()
        self._bar = ActionBar()
        self._again = Button(
            self.tr("Kiểm tra lại"), sign=Icon.REFRESH, badge=badge(Act.CHECK_AGAIN)
        )
        self._open = Button(self.tr("Mở"), sign=Icon.FILE, badge=badge(Act.OPEN))
        self._sign = Button(self.tr("Ký sao y"), sign=Icon.COPY, badge=badge(Act.SIGNING))
        self._new = Button(
            self.tr("Tiếp nhận mới"), Kind.PRIMARY, sign=Icon.PLUS, badge=badge(Act.NEW)
        )
        for button in (self._again, self._sign, self._open, self._new):
            self._bar.add(button)
        self._lay_out()
        tab_through((self._work, self._checks, self._again, self._sign, self._open, self._new))
        self._connect()
        self._show_current()
        self.set_fit(Fit())

    def show_checks(self, sheet: CheckSheet) -> None:
        self._sheet = sheet
        self._check_model.set_rows(sheet.lines)
        # where all is well its room belongs to the rows: under a title bar the last one would hide
        self._advice_room.setVisible(any(one.advice or one.meanwhile for one in sheet.lines))
        if self._checks.current_row() < 0:
            self._checks.select(0)
        self._zone.set_chips([(sheet.summary, sheet.tone)] if sheet.summary else [])
        self._show_current()

    def show_work(self, sheet: WorkSheet) -> None:
        for figure, said in zip(self._figures, sheet.figures, strict=False):
            figure.show_figure(*said)
        self._strip.show_first(len(sheet.figures))
        self._work_model.set_rows(sheet.lines)
        is_read = bool(sheet.figures)  # else nobody knows yet that nothing waits
        self._stack.setCurrentIndex(1 if is_read and not sheet.lines else 0)
        self._show_current()
        self.rows_came(focus_waits=self._new.hasFocus())

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)

    def has_rows(self) -> bool:
        return bool(self._work_model.rows())

    def first_focus(self) -> QWidget:
        return self._work if self.has_rows() else self._new

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._strip.setVisible(not fit.low)
        self._work.setColumnHidden(WHAT_COLUMN, fit.compact)
        self._advice_room.setFixedHeight(_LOW_ADVICE if fit.compact else _ADVICE)
        self._meanwhile.setVisible(not fit.compact)
        self._body.setContentsMargins(*fit.margins)

    def _lay_out(self) -> None:
        self._empty.say(
            self.tr("Không còn việc nào đang chờ"),
            self.tr("Hồ sơ đang dở, đến hạn, bị trả lại sẽ hiện ở đây."),
        )
        self._stack.addWidget(Framed(WholeRows(self._work)))
        self._stack.addWidget(self._empty)
        self._zone = Zone(0, self.tr("Kiểm tra sáng"), "")
        self._zone.setMaximumWidth(_WIDEST_CHECKS)
        self._zone.body.addWidget(WholeRows(self._checks), 1)
        advice = QVBoxLayout()
        advice.setContentsMargins(0, 0, 0, 0)
        advice.setSpacing(4)
        advice.addWidget(self._advice)
        advice.addWidget(self._meanwhile)
        advice.addStretch(1)
        self._advice_room = holding(advice)
        self._zone.body.addWidget(self._advice_room)
        self._strip = FigureStrip(self._figures)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(8)
        self._body.addWidget(self._strip)
        self._body.addWidget(self._outcome)
        self._body.addLayout(row((self._zone, _SHARE), (self._stack, _SHARE_OF_WORK), gap=GAP), 1)
        self._body.addWidget(self._bar)

    def _connect(self) -> None:
        self._checks.row_changed.connect(lambda _: self._show_current())
        self._work.row_changed.connect(lambda _: self._show_current())
        self._work.row_entered.connect(lambda _: self._want())
        self._open.clicked.connect(self._want)
        self._again.clicked.connect(self.again_wanted)
        self._sign.clicked.connect(self.signing_wanted)
        self._new.clicked.connect(self.new_wanted)
        bind(self, Act.CHECK_AGAIN, self._again.click)

    def _line(self) -> WorkLine | None:
        return self._work_model.row_at(self._work.current_row())

    def _check(self) -> CheckLine | None:
        return self._check_model.row_at(self._checks.current_row())

    def _show_current(self) -> None:
        check, line = self._check(), self._line()
        self._advice.setText(check.advice if check else "")
        self._meanwhile.setText(check.meanwhile if check else "")
        self._open.setEnabled(line is not None and _leads_somewhere(line))
        sheet = self._sheet
        if sheet.tone is Tone.ERR:
            self._bar.state.say(sheet.summary, "", Tone.ERR, aloud=True)
        elif line is not None:
            said = " · ".join(part for part in (line.short_code, line.who, line.what) if part)
            self._bar.state.say(f"{line.words}:", said, Tone.MUTE)
        else:
            self._bar.state.say(sheet.summary, "", sheet.tone)

    def _want(self) -> None:
        line = self._line()
        if line is None:
            return
        if line.kind is WorkKind.TO_SIGN:
            self.signing_wanted.emit()
        elif line.kind is WorkKind.TO_APPROVE:
            self.board_wanted.emit()
        elif line.kind is WorkKind.MORE_OVERDUE:
            self.list_wanted.emit()
        elif line.draft_id:
            self.draft_wanted.emit(line.draft_id)
        elif line.dossier_code:
            self.dossier_wanted.emit(line.dossier_code)


def _leads_somewhere(line: WorkLine) -> bool:
    together = (WorkKind.TO_SIGN, WorkKind.TO_APPROVE, WorkKind.MORE_OVERDUE)
    return bool(line.dossier_code or line.draft_id) or line.kind in together
