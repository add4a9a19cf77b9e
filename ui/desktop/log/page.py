"""The daily log page: one day of a counter or of the centre, to look at, print and save."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station.words import capitalised, numeric_date, weekday
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Banner, Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.field import Field
from ui.desktop.kit.figure import FigureButton, FigureStrip
from ui.desktop.kit.file_dialogs import ask_where
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.foot import Foot
from ui.desktop.kit.framed import Framed
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.marks import Chip
from ui.desktop.kit.page import RowsPage
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import TITLE
from ui.desktop.log.adjust_panel import AdjustPanel
from ui.desktop.log.models import (
    AGENCY_COLUMN,
    COMPACT_WIDTHS,
    FEE_COLUMN,
    NOTE_COLUMN,
    PAGES_COLUMN,
    LogModel,
)
from ui.desktop.log.register_panel import RegisterPanel
from ui.desktop.log.sign_panel import SignPanel
from ui.desktop.log.view_model import CENTRE, COUNTER, LogFigure, LogLine, LogSheet, SignQuestion
from ui.desktop.shortcuts import bind
from ui.desktop.wording import language

_TITLE_HEIGHT, _ROW = 36, 32
_MOST_FIGURES = 9


class LogPage(RowsPage):
    """Implements ``LogView``."""

    stepped = Signal(int)
    """So many days on, or back."""
    day_typed = Signal(str)
    scope_chosen = Signal(str)
    print_wanted = Signal()
    save_wanted = Signal(str)
    """The path of the file; its ending says as what."""
    dossier_wanted = Signal(str)
    register_wanted = Signal(str, str)
    """The first and the last day of the register, as they were typed."""
    sign_wanted = Signal()
    password_given = Signal(str)
    adjustment_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sheet: LogSheet | None = None
        self._model = LogModel()
        self._table = Table(self._model, self.tr("Nhật ký tiếp nhận"), row_height=_ROW)
        self._foot = Foot(self._table)
        self._figures = [FigureButton() for _ in range(_MOST_FIGURES)]
        self._counted = frozenset[int]()  # the lines of the figure that is pressed in
        self._sub = Label("", muted=True)
        self._day = Field(self.tr("Ngày"), width=120, longest=20)
        self._before = Button("‹", badge=badge(Act.DAY_BEFORE))
        self._before.setAccessibleName(self.tr("Ngày trước"))
        self._after = Button("›", badge=badge(Act.DAY_AFTER))
        self._after.setAccessibleName(self.tr("Ngày sau"))
        self._scope = Segmented(self.tr("Phạm vi"))
        self._state = Chip("", Tone.INFO)
        self._agree = Chip(self.tr("Đã đối chiếu"), Tone.OK)
        self._agree.setAccessibleName(self.tr("Đã đối chiếu: sổ = danh sách = quỹ"))
        self._agree.setToolTip(self._agree.accessibleName())
        self._differ, self._unsent = Banner(), Banner()
        self._fit = Fit()
        self._outcome = Outcome()
        self._empty = Empty(Icon.NOTEBOOK)
        self._stack = QStackedWidget()
        self._bar = ActionBar()
        self._save = Button(self.tr("Lưu tệp"), sign=Icon.DOWNLOAD, badge=badge(Act.SAVE_LOG))
        self._open = Button(self.tr("Mở hồ sơ"), sign=Icon.FILE, badge=badge(Act.OPEN))
        self._print = Button(
            self.tr("In nhật ký"), Kind.PRIMARY, sign=Icon.PRINTER, badge=badge(Act.PRINT_LOG)
        )
        self._sign = Button(
            self.tr("Ký và khoá"), Kind.PRIMARY, sign=Icon.LOCK, badge=badge(Act.SIGN_LOG)
        )
        self._adjust = Button("", sign=Icon.CLIPBOARD, badge=badge(Act.ADJUSTMENTS))
        self._signing, self._adjusting = SignPanel(self), AdjustPanel(self)
        self._register = Button(
            self.tr("Sổ theo dõi"), sign=Icon.NOTEBOOK, badge=badge(Act.REGISTER)
        )
        self._period = RegisterPanel(self)
        acts = (self._register, self._save, self._open, self._adjust, self._print, self._sign)
        for button in acts:
            self._bar.add(button)
        self._lay_out()
        stops = (
            self._table, *self._figures, self._register, self._save, self._open, self._adjust,
            self._print, self._sign, self._before, self._day, self._after, self._scope,
        )  # fmt: skip
        tab_through(stops)
        self._connect()
        self.clear()

    def show_sheet(self, sheet: LogSheet) -> None:
        self._sheet = sheet
        day = sheet.on
        self._sub.setText(capitalised(weekday(day, language())))
        self._day.show_text(numeric_date(day))
        self._after.setEnabled(not sheet.is_today)
        self._scope.set_choices(((COUNTER, sheet.counter), (CENTRE, self.tr("Cả bộ phận"))))
        self._scope.show_value(sheet.scope)
        self._show_figures(sheet)
        self._show_lines(sheet)
        self._stack.setCurrentIndex(0 if sheet.lines else 1)
        for button in (self._register, self._print, self._save):
            button.setEnabled(True)
        self._show_signature(sheet)
        self._show_current()
        self.rows_came(focus_waits=self._day.hasFocus())

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)

    def show_done(self, sentence: str) -> None:
        self._outcome.done(sentence)

    def show_sums(self, differ: str) -> None:
        if differ:
            self._differ.say(differ, Tone.ERR)
        self._differ.setVisible(bool(differ))
        self._agree.setVisible(not differ and not self._fit.compact)
        self._sign.setEnabled(not differ)

    def show_busy(self, busy: bool) -> None:
        self._adjusting.show_busy(busy)
        self._outcome.show_busy(busy)

    def ask_signature(self, question: SignQuestion) -> None:
        self._signing.ask(question, self._sign)

    def refuse_password(self, words: str) -> None:
        self._signing.refuse(words)

    def end_question(self) -> None:
        self._signing.close_panel()
        self._adjusting.forget()

    def clear(self) -> None:
        """Show nothing of what another officer looked at here."""
        for part in (self._outcome, self._differ, self._unsent, self._agree, self._state):
            part.hide()
        for button in (self._sign, self._adjust):
            button.hide()
        self._signing.close_panel()
        self._adjusting.put_away()
        self._counted = frozenset()
        self._model.set_rows(())
        self._stack.setCurrentIndex(1)
        self._period.put_away()
        for button in (self._register, self._open, self._print, self._save):
            button.setEnabled(False)

    def has_rows(self) -> bool:
        return bool(self._model.rows())

    def first_focus(self) -> QWidget:
        return self._table if self._model.rows() else self._day

    def set_fit(self, fit: Fit) -> None:
        self._fit = fit
        self._bar.set_compact(fit.compact)
        self._title.setVisible(not fit.narrow)
        self._share_width()
        self._strip.setVisible(not fit.low)
        self._model.short_days = fit.compact
        self._table.use_widths(COMPACT_WIDTHS if fit.compact else {})
        for column in (AGENCY_COLUMN, PAGES_COLUMN):
            self._table.setColumnHidden(column, fit.narrow)
        self._body.setContentsMargins(*fit.margins)

    def _lay_out(self) -> None:
        self._empty.say(
            self.tr("Ngày này không tiếp nhận hồ sơ nào"),
            self.tr("Chọn ngày khác, hoặc xem cả bộ phận."),
        )
        self._stack.addWidget(Framed(WholeRows(self._table), self._foot))
        self._stack.addWidget(self._empty)
        self._title = Label(self.tr("Nhật ký tiếp nhận"), TITLE)
        head = holding(
            row(
                *(self._title, 4, self._sub, 8, self._state, self._agree, None),
                *(self._before, self._day, self._after, self._scope),
            )
        )
        head.setFixedHeight(_TITLE_HEIGHT)
        self._strip = FigureStrip(self._figures)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(8)
        for part in (head, self._strip, self._differ, self._unsent, self._outcome):
            self._body.addWidget(part)
        self._body.addWidget(self._stack, 1)
        self._body.addWidget(self._bar)
        self.set_fit(Fit())

    def _connect(self) -> None:
        for place, figure in enumerate(self._figures):
            figure.clicked.connect(partial(self._choose_figure, place))
        self._table.row_changed.connect(lambda _: self._show_current())
        self._table.row_entered.connect(lambda _: self._want_dossier())
        self._open.clicked.connect(self._want_dossier)
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._after.clicked.connect(lambda: self.stepped.emit(1))
        self._day.returnPressed.connect(lambda: self.day_typed.emit(self._day.text()))
        self._scope.value_chosen.connect(self.scope_chosen)
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self._ask_where)
        self._register.clicked.connect(self._ask_period)
        self._period.period_given.connect(self.register_wanted)
        self._period.asked_again.connect(self._ask_period_again)
        self._sign.clicked.connect(self.sign_wanted)
        self._adjust.clicked.connect(self._open_adjustments)
        self._signing.confirmed.connect(self._give_password)
        self._adjusting.refused.connect(self._outcome.refuse_key)
        self._adjusting.noted.connect(self.adjustment_given)
        self._adjusting.asked_again.connect(self._ask_note_again)
        bind(self, Act.SIGN_LOG, self._settle)
        bind(self, Act.ADJUSTMENTS, self._adjust.click)
        bind(self, Act.REGISTER, self._register.click)
        bind(self, Act.DAY_BEFORE, self._before.click)
        bind(self, Act.DAY_AFTER, self._after.click)
        bind(self, Act.PRINT_LOG, self._print.click)
        bind(self, Act.SAVE_LOG, self._save.click)

    def _show_signature(self, sheet: LogSheet) -> None:
        self._share_width()
        self._state.set_state(sheet.state, Tone.OK if sheet.signed else Tone.INFO)
        self._state.setVisible(bool(sheet.state))
        self._agree.hide()
        self._differ.hide()
        may = sheet.may_sign and not sheet.signed
        self._sign.setVisible(may)
        self._sign.setEnabled(may)
        self._print.set_kind(Kind.SECONDARY if sheet.may_sign else Kind.PRIMARY)
        notes = sheet.signed and sheet.may_sign
        words = self.tr("Ghi điều chỉnh") if notes else self.tr("Điều chỉnh")
        count = len(sheet.adjustments)
        self._adjust.set_words(f"{words} ({count})" if count else words, Icon.CLIPBOARD)
        self._adjust.setVisible(notes or count > 0)
        if sheet.unsent and not sheet.signed and sheet.may_sign and not self._fit.compact:
            self._unsent.say(sheet.unsent, Tone.WARN)
        else:
            self._unsent.hide()

    def _share_width(self) -> None:
        """The weekday yields to what is to be signed."""
        sheet = self._sheet
        signs = sheet is not None and sheet.may_sign and not sheet.signed
        self._sub.setVisible(not self._fit.narrow and not signs)

    def _settle(self) -> None:
        """Ctrl+Enter: sign, answer what is asked, or note an adjustment."""
        if self._signing.isVisible():
            self._signing.confirm()
        elif self._adjusting.isVisible():
            self._adjusting.confirm()
        elif self._outcome.takes_key():
            if self._sign.isVisible():
                self._sign.click()
            elif self._adjust.isVisible():
                self._adjust.click()

    def _give_password(self, password: str) -> None:
        if self._outcome.takes_key():
            self.password_given.emit(password)

    def _open_adjustments(self) -> None:
        sheet = self._sheet
        if sheet is not None:
            self._adjusting.open_for(
                sheet.on.isoformat(),
                f"{numeric_date(sheet.on)} · {sheet.state}",
                sheet.adjustments,
                may_note=sheet.signed and sheet.may_sign,
                anchor=self._adjust,
            )

    def _ask_note_again(self, day: str) -> None:
        if self._sheet is not None and self._sheet.on.isoformat() == day:
            self._open_adjustments()

    def _show_figures(self, sheet: LogSheet) -> None:
        for place, figure in enumerate(self._figures):
            one = sheet.figures[place] if place < len(sheet.figures) else LogFigure("", "")
            figure.show_figure(one.caption, one.figure, has_rows=bool(one.lines))
            figure.setChecked(bool(one.lines) and one.lines == self._counted)
        self._strip.show_first(len(sheet.figures))

    def _show_lines(self, sheet: LogSheet) -> None:
        """Show the lines of the figure that is pressed in, or all of them."""
        if not any(figure.isChecked() for figure in self._figures):
            self._counted = frozenset()
        shown = (line for line in sheet.lines if not self._counted or line.number in self._counted)
        self._model.set_rows(tuple(shown))
        noted = any(line.note for line in sheet.lines)
        self._table.setColumnHidden(NOTE_COLUMN, not noted)  # its room is the procedure's
        words = self.tr("Cả ngày") if self._counted else self.tr("Cộng")
        self._foot.show_sums(words, {FEE_COLUMN: sheet.fees, PAGES_COLUMN: sheet.pages})

    def _choose_figure(self, place: int, _checked: bool = False) -> None:
        """Show the rows behind a figure alone; pressed once more, all of them."""
        sheet = self._sheet
        if sheet is None or place >= len(sheet.figures):
            return
        chosen = self._figures[place].isChecked()
        for figure in self._figures:
            figure.setChecked(chosen and figure is self._figures[place])
        self._counted = sheet.figures[place].lines if chosen else frozenset()
        self._show_lines(sheet)
        self._table.select(0)
        self._show_current()

    def _line(self) -> LogLine | None:
        return self._model.row_at(self._table.current_row())

    def _show_current(self) -> None:
        line = self._line()
        self._open.setEnabled(line is not None)
        odd = self._sheet.odd if self._sheet else 0
        if odd:
            words = self.tr("{count} dòng cần xem").format(count=odd)
            self._bar.state.say(words, self._of(line), Tone.WARN)
        else:
            self._bar.state.say(self._of(line), "", Tone.MUTE)

    def _of(self, line: LogLine | None) -> str:
        return f"{line.dossier_code} · {line.owner_name}" if line else ""

    def _want_dossier(self) -> None:
        line = self._line()
        if line is not None:
            self.dossier_wanted.emit(line.dossier_code)

    def _ask_period(self) -> None:
        if self._sheet is not None:
            self._period.open_for(self._register, self._sheet.on)

    def _ask_period_again(self, day: str) -> None:
        if self._sheet is not None and self._sheet.on.isoformat() == day:
            self._ask_period()

    def _ask_where(self) -> None:
        if self._sheet is None:
            return
        kinds = ["PDF (*.pdf)", "Excel (*.xlsx)", "CSV (*.csv)"]
        name = f"nhat-ky-{self._sheet.on}.pdf"
        ask_where(self, self.tr("Lưu nhật ký"), kinds, name, self.save_wanted)
