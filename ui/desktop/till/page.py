"""The till: the drawer and its ledger on one side, the payments on the other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station.domain.ids import short_code
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import column, holding, measure_anew, row
from ui.desktop.kit.page import Page
from ui.desktop.kit.suggest import SuggestField
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tokens import ACTION_HEIGHT, GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.shortcuts import bind
from ui.desktop.till.book_panel import BookPanel
from ui.desktop.till.count_zone import CountZone
from ui.desktop.till.dossier_acts import DossierActs
from ui.desktop.till.models import METHOD_COLUMN, RECEIPT_COLUMN, PaymentModel
from ui.desktop.till.money_panel import MoneyPanel, act_with
from ui.desktop.till.no_payments import NoPayments
from ui.desktop.till.owed_panel import OwedPanel
from ui.desktop.till.reason_zone import ReasonZone
from ui.desktop.till.sums import Sums
from ui.desktop.till.view_model import (
    ChargeSheet,
    MoneyAct,
    PaymentLine,
    ReduceSheet,
    TillMode,
    TillSheet,
    TransferSheet,
)

_COUNT_WIDTH, _TITLE_HEIGHT = 420, 36
_MODES = tuple(TillMode)


class TillPage(Page):
    """Implements ``TillView``."""

    settle_wanted = Signal(str)
    """Open or close the shift; the password of the second person, if any was typed."""
    searched = Signal(str)
    print_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: TillSheet | None = None
        self._mode = TillMode.COUNT
        self.count = CountZone()
        self.panel, self.book = MoneyPanel(self), BookPanel(self)
        self.fees = OwedPanel(self, "till.owed")
        self._build_parts()
        self._build_bar()
        self._lay_out()
        self._connect()
        self.set_fit(Fit())
        self._show_mode()

    def show_till(self, sheet: TillSheet) -> None:
        self._shown = sheet
        self._sub.set_words(sheet.sub, Tone.MUTE)
        self.count.show_notes(sheet.notes, sheet.counted)
        self._ledger.show_lines(sheet.ledger, (sheet.verdict, sheet.difference, sheet.tone))
        self._receipts.show_lines(sheet.receipts)
        self.why.show_asked(
            reason=sheet.reason,
            approver=sheet.approver,
            wanted=sheet.asks_reason,
            second=sheet.asks_second,
        )
        self.panel.may_leave = self.dossier.reduce.may_leave = sheet.may_leave
        self._use_width()
        self._payments.set_rows(sheet.payments)
        self._list_stack.setCurrentIndex(0 if sheet.payments else 1)
        self._empty.show_sheet(sheet)
        self._show_chips(sheet)
        self._show_mode()

    def show_difference_reasons(self, reasons: tuple[str, ...]) -> None:
        self.why.reason.set_offers(reasons)

    def show_problem(self, sentence: str) -> None:
        if sentence:
            self.why.secret.clear()
            for panel in self._asking:
                panel.failed()
        self._outcome.problem(sentence)

    def forget_panels(self) -> None:
        self.why.secret.clear()
        for panel in self._asking:
            panel.done()

    def show_done(self, sentence: str) -> None:
        self._outcome.done(sentence)
        if self.isVisible() and not any(panel.isVisible() for panel in self._asking):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        for panel in self._asking:
            panel.show_busy(busy)
        self._outcome.show_busy(busy)
        self._show_mode()

    def show_mode(self, mode: TillMode) -> None:
        """Turn to the drawer or to the payments."""
        self._mode = mode
        self._show_mode()
        if self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def mode(self) -> TillMode:
        """What is turned to."""
        return self._mode

    def show_transfer(self, sheet: TransferSheet) -> None:
        """Show a VietQR code."""
        self.dossier.show_transfer(sheet)

    def show_chargeable(self, sheet: ChargeSheet) -> None:
        """Ask which fees are charged besides."""
        self.dossier.show_chargeable(sheet)

    def show_reducible(self, sheet: ReduceSheet) -> None:
        """Ask how much is taken off which fee."""
        self.dossier.show_reducible(sheet)

    def give_up(self, code: str, payment: int) -> None:
        """Ask why a transfer that is awaited counts as not made."""
        for line in self._payments.rows():
            if (line.code, line.payment) == (code, payment):
                self._ask_again(act_with(MoneyAct.VOID, line))

    def open_act(self, act: MoneyAct) -> None:
        """Ask what an act with the current payment needs, if it is lawful."""
        line, button = self._current(), self._acts[act]
        if self._mode is TillMode.PAYMENTS and line is not None and act in line.acts:
            self.panel.open_for(act, self._table.current_row(), line, button)

    def clear(self) -> None:
        """Show nothing of what another officer did here, and forget every password."""
        self.forget_panels()
        for panel in self._asking:
            panel.put_away()
        self._search.clear()
        self._outcome.hide()
        self.show_mode(TillMode.COUNT)

    def first_focus(self) -> QWidget:
        if self._mode is TillMode.COUNT:
            return self.count.first_focus()
        return self._table if self._payments.rows() else self._search

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._title_row.setVisible(not fit.compact)
        self.count.set_two_columns(fit.low or fit.compact)
        self.count.setFixedWidth(_COUNT_WIDTH - (40 if fit.compact else 0))
        self._receipt_zone.setVisible(not fit.compact)
        self._use_width()
        across = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._book_acts.setDirection(down if fit.narrow else across)
        self.why.set_compact(fit.compact)
        for hidden in (METHOD_COLUMN, RECEIPT_COLUMN):
            self._table.setColumnHidden(hidden, fit.compact)
        self.dossier.set_fit(fit)
        measure_anew(self._new_book, self)
        self._body.setContentsMargins(*fit.margins)

    def _use_width(self) -> None:
        """Leave the width to the ledger where nothing stands beside it."""
        self._right.setVisible(not (self.why.isHidden() and self._receipt_zone.isHidden()))

    def _build_parts(self) -> None:
        self._title, self._sub = Label("", TITLE), Line("", tone=Tone.MUTE)
        self._outcome = Outcome()
        self._ledger = Sums(self.tr("Sổ quỹ"))
        self._receipts = Sums(self.tr("Biên lai"))
        self.why = ReasonZone()
        self._payments = PaymentModel()
        self._table = Table(self._payments, self.tr("Khoản thu"))
        self._search = SuggestField(
            self.tr("Tìm khoản thu của hồ sơ"),
            placeholder=self.tr("Gõ mã, tên rồi Enter để xem khoản thu của một hồ sơ"),
            sign=Icon.SEARCH,
            height=ACTION_HEIGHT,
            longest=100,
        )
        self._empty = NoPayments()
        self._list_stack, self._stack = QStackedWidget(), QStackedWidget()

    def _build_bar(self) -> None:
        self._bar = ActionBar()
        self.dossier = DossierActs(self, self._bar)
        self._new_book = Button(self.tr("Quyển mới"), badge=badge(Act.NEW_BOOK))
        self._spoil = Button(self.tr("Bỏ tờ hỏng"), badge=badge(Act.SPOIL))
        self._collect = Button(
            self.tr("Thu phí"), Kind.PRIMARY, sign=Icon.CASH, badge=badge(Act.TAKE_FEE)
        )
        self._other = Button("", sign=Icon.CASH, badge=badge(Act.ZONE_3))
        self._print = Button(
            self.tr("In phiếu thu tạm"), sign=Icon.PRINTER, badge=badge(Act.PRINT_SLIP)
        )
        self._acts = {
            MoneyAct.REFUND: Button(self.tr("Hoàn tiền"), sign=Icon.CASH, badge=badge(Act.REFUND)),
            MoneyAct.VOID: Button(self.tr("Huỷ thu"), sign=Icon.CIRCLE_X, badge=badge(Act.VOID)),
            MoneyAct.CONFIRM: Button(
                self.tr("Tiền đã đến"), sign=Icon.CHECK, badge=badge(Act.MONEY_CAME)
            ),
        }
        self._settle = Button("", Kind.PRIMARY, sign=Icon.CHECK, badge=badge(Act.SETTLE))
        self._asking = (self.panel, self.book, *self.dossier.panels, self.fees)
        for button in (self._other, self._print, *self._acts.values(), self._collect, self._settle):
            self._bar.add(button)

    def _lay_out(self) -> None:
        ledger = Zone(0, self.tr("Sổ quỹ"), "")
        ledger.body.addWidget(self._ledger)
        ledger.body.addStretch(1)
        self._receipt_zone = Zone(0, self.tr("Biên lai"), "")
        self._receipt_zone.body.addWidget(self._receipts)
        self._receipt_zone.body.addStretch(1)
        self._book_acts = row(self._new_book, self._spoil, None)
        self._receipt_zone.body.addLayout(self._book_acts)
        self._receipt_zone.body.addSpacing(8)
        middle = column((ledger, 1), gap=GAP)
        self._right = holding(column((self.why, 1), (self._receipt_zone, 1), gap=GAP))
        drawer = row(self.count, gap=GAP)
        drawer.addLayout(middle, 1)
        drawer.addWidget(self._right, 1)
        self._payment_zone = Zone(0, self.tr("Khoản thu"), "")
        self._payment_zone.body.addWidget(WholeRows(self._table), 1)
        self._list_stack.addWidget(self._payment_zone)
        self._list_stack.addWidget(self._empty)
        self._stack.addWidget(holding(drawer))
        self._stack.addWidget(holding(column(self._search, (self._list_stack, 1), gap=8)))
        self._title_row = holding(row(self._title, 4, (self._sub, 1)))
        self._title_row.setFixedHeight(_TITLE_HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(GAP)
        self._body.addWidget(self._title_row)
        self._body.addWidget(self._outcome)
        self._body.addWidget(self._stack, 1)
        self._body.addWidget(self._bar)

    def _connect(self) -> None:
        self.why.finished.connect(self._settle.setFocus)
        self._table.row_changed.connect(lambda _: self._show_mode())
        self._search.stepped.connect(self._table.step)
        self._search.entered.connect(lambda: self.searched.emit(self._search.text()))
        self._search.escaped.connect(self._clear_search)
        self._settle.clicked.connect(self._want_settling)
        self._print.clicked.connect(self._want_print)
        self._new_book.clicked.connect(self._ask_book)
        self._spoil.clicked.connect(self._ask_spoil)
        self._collect.clicked.connect(self._ask_fee)
        bind(self, Act.NEW_BOOK, self._ask_book)
        bind(self, Act.SPOIL, self._ask_spoil)
        bind(self, Act.TAKE_FEE, self._ask_fee)
        self._other.clicked.connect(self._turn)
        acts: dict[MoneyAct, Act] = {
            MoneyAct.REFUND: Act.REFUND,
            MoneyAct.VOID: Act.VOID,
            MoneyAct.CONFIRM: Act.MONEY_CAME,
        }
        for act, key in acts.items():
            ask: Callable[[], None] = partial(self.open_act, act)
            self._acts[act].clicked.connect(ask)
            bind(self, key, ask)
        self.dossier.transfer.cancelled.connect(self.give_up)
        for panel in self._asking:
            panel.refused.connect(self._outcome.refuse_key)
        self.book.asked_again.connect(self._ask_book)
        self.panel.asked_again.connect(self._ask_again)
        self.fees.asked_again.connect(self._ask_again)
        bind(self, Act.SETTLE, self._want_settling)
        bind(self, Act.PRINT_SLIP, self._want_print)
        bind(self, Act.ASK_OF_TILL, self._leave_it)
        bind(self, Act.ZONE_1, partial(self.show_mode, TillMode.COUNT))
        bind(self, Act.ZONE_2, self.why.focus_reason)
        bind(self, Act.ZONE_3, partial(self.show_mode, TillMode.PAYMENTS))

    def _show_mode(self) -> None:
        counting = self._mode is TillMode.COUNT
        self._stack.setCurrentIndex(_MODES.index(self._mode))
        self._other.set_words(
            self.tr("Thu trong ca") if counting else self.tr("Đếm quỹ"),
            Icon.CASH if counting else Icon.HASH,
        )
        self._other.badge = badge(Act.ZONE_3 if counting else Act.ZONE_1)
        self._settle.setVisible(counting)
        line = None if counting else self._current()
        self._print.setVisible(line is not None)
        owes = not counting and self._shown is not None and bool(self._shown.owed)
        self._collect.setVisible(owes)
        self._collect.setEnabled(not self._outcome.is_busy)
        for act, button in self._acts.items():
            button.setVisible(line is not None and act in line.acts)
            button.setEnabled(not self._outcome.is_busy)
        sheet = self._shown
        if sheet is None:
            return
        self.dossier.show(sheet, line, counting=counting)
        self._spoil.setVisible(sheet.has_books)
        self._title.setText(sheet.title if counting else self.tr("Thu trong ca"))
        self._settle.set_words(sheet.title, Icon.CHECK)
        self._settle.set_blocked(not sheet.ready)
        if sheet.ready:
            self._settle.setEnabled(not self._outcome.is_busy)
        if counting:
            self._bar.state.say(sheet.fact, sheet.consequence, sheet.bar_tone)
        elif line is not None:
            at = self._table.current_row() + 1
            place = self.tr("Dòng {row}/{rows}").format(row=at, rows=len(self._payments.rows()))
            self._bar.state.say(place, f"{short_code(line.code)} · {line.owner_name}", Tone.MUTE)
            self._bar.state.setAccessibleName(f"{place} {line.code} · {line.owner_name}")
        else:
            self._bar.state.say(sheet.payments_of, "", Tone.MUTE)

    def _show_chips(self, sheet: TillSheet) -> None:
        chips = []
        if sheet.payments_of:
            chips.append((sheet.payments_of, Tone.INFO))
            if sheet.owed:
                chips.append((self.tr("còn thiếu {sum}").format(sum=sheet.owed), Tone.WARN))
        elif sheet.awaited:
            chips.append((self.tr("{n} chờ tiền đến").format(n=sheet.awaited), Tone.WARN))
        self._payment_zone.set_chips(chips)

    def _current(self) -> PaymentLine | None:
        return self._payments.row_at(self._table.current_row())

    def _turn(self) -> None:
        self.show_mode(TillMode.PAYMENTS if self._mode is TillMode.COUNT else TillMode.COUNT)

    def _clear_search(self) -> None:
        self._search.clear()
        self.searched.emit("")

    def _want_settling(self) -> None:
        asking = next((panel for panel in self._asking if panel.isVisible()), None)
        if asking is not None:
            asking.confirm()
        elif not self._outcome.takes_key():
            return
        elif self._settle.is_offered:
            self.settle_wanted.emit(self.why.secret.text())
        elif self._settle.isVisible():  # what is missing stands beside it: go there
            (self.why if self.why.isVisible() else self.count).point()

    def _leave_it(self) -> None:
        """Have what is asked, or counted, wait for the supervisor."""
        if self._outcome.takes_key():
            asking = (self.panel, self.dossier.reduce)
            next((one for one in asking if one.isVisible()), self.why).leave_it()

    def _ask_book(self) -> None:
        if self._mode is TillMode.COUNT:
            shown = self._new_book.isVisible()
            self.book.open_for(self._new_book if shown else self._settle)

    def _ask_spoil(self) -> None:
        if self._mode is TillMode.COUNT and self._shown is not None and self._shown.has_books:
            shown = self._spoil.isVisible()
            self.panel.open_for(MoneyAct.SPOIL, -1, None, self._spoil if shown else self._settle)

    def _ask_again(self, about: str) -> None:
        """Open the panel that was open, if what it asked about is lawful still."""
        if about == act_with(MoneyAct.SPOIL, None):
            self._ask_spoil()
        if self._shown is not None and about == self._shown.payments_of:
            self._ask_fee()
        for at, line in enumerate(self._payments.rows()):
            for act in line.acts:
                if about == act_with(act, line):
                    self._table.select(at)
                    self.open_act(act)

    def _ask_fee(self) -> None:
        if self._collect.isVisible() and self._shown is not None:
            self.fees.open_for(self._shown.payments_of, self._shown.owed, self._collect)

    def _want_print(self) -> None:
        if self._mode is TillMode.PAYMENTS and self._current() is not None:
            self.print_wanted.emit(self._table.current_row())
