"""What an act with a payment asks: why, how much, and who else confirms it."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from station.domain.ids import short_code
from ui.desktop.asking_panel import AskingPanel
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import SHADOW
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.offers import OfferField, Offers
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG
from ui.desktop.till.leaving_button import leaving_button
from ui.desktop.till.view_model import MoneyAct, PaymentLine
from ui.desktop.typed_text import typed_sum

_WIDTH, _LABEL, _LONGEST, _MOST_DIGITS, _LONGEST_NAME = 560, 132, 300, 16, 60
_ROW = 38


class MoneyPanel(AskingPanel):
    """Esc closes it and keeps what was typed, but never the password.

    Attributes:
        may_leave: what takes a second person can be left for the supervisor.
    """

    acted = Signal(object, int, str, object, object)
    """A ``MoneyAct``, the row, the reason, the sum (None: all), name and password."""
    left = Signal(object, int, str, object)
    """The same but for the last two: it is left for the supervisor."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Việc với khoản thu"), "till.money")
        self._act, self._row = MoneyAct.REFUND, -1
        self.may_leave = False
        self._title = Label("", BODY_STRONG)
        self._reasons: Mapping[MoneyAct, tuple[str, ...]] = {}
        self._text = OfferField(longest=_LONGEST)
        self._offers = Offers(self._text)
        self._text_label = FieldLabel("", self._text, width=_LABEL)
        self._amount = Field(placeholder=self.tr("để trống: hoàn hết"), longest=_MOST_DIGITS)
        amount = FieldLabel(self.tr("Số tiền hoàn"), self._amount, width=_LABEL)
        self._amount_row = holding(row(amount, (self._amount, 1)))
        self._name = Field(longest=_LONGEST_NAME)
        self._secret = SecretField()
        name = FieldLabel(self.tr("Mã người duyệt"), self._name, width=_LABEL)
        secret = FieldLabel(self.tr("Mật khẩu duyệt"), self._secret, width=_LABEL)
        self._second = (
            holding(row(name, (self._name, 1))),
            holding(row(secret, (self._secret, 1))),
        )
        self._confirm = Button("", Kind.PRIMARY, badge=badge(Act.SETTLE))
        self.body.addWidget(self._title)
        self.body.addLayout(row(self._text_label, (self._text, 1)))
        self.body.addWidget(self._offers)
        self.body.addWidget(self._amount_row)
        for each in self._second:
            self.body.addWidget(each)
        self._leave_it = leaving_button()
        self.body.addLayout(row(None, self._leave_it, self._confirm))
        self._note_as(text=self._text, amount=self._amount, approver=self._name)
        self._confirm.clicked.connect(self.confirm)
        self._leave_it.clicked.connect(self.leave_it)
        for field in (self._text, self._amount, self._name, self._secret):
            field.returnPressed.connect(self.focusNextChild)
        self.closed.connect(self._secret.clear)

    def show_reasons(self, reasons: Mapping[MoneyAct, tuple[str, ...]]) -> None:
        """Offer these words for each act."""
        self._reasons = reasons

    def open_for(
        self, act: MoneyAct, number: int, payment: PaymentLine | None, anchor: QWidget
    ) -> None:
        """Ask what this act needs; the same one again goes on where it was left."""
        about = act_with(act, payment)
        if about != self.about:
            self.put_away()
        self._act, self._row = act, number
        caption, button = self._act_words(act)
        whose = f" · {short_code(payment.code)} · {payment.amount}" if payment else ""
        self._title.setText(f"{button}{whose}")
        self._text_label.setText(caption)
        self._text.setAccessibleName(caption)
        self._confirm.set_words(button)
        self._amount_row.setVisible(act is MoneyAct.REFUND)
        for each in self._second:
            each.setVisible(act is not MoneyAct.CONFIRM)
        self._leave_it.setVisible(self.may_leave and act is not MoneyAct.CONFIRM)
        self._offers.show_offers(self._reasons.get(act, ()))
        if about != self.about:
            self.begin(about)
        rows = {MoneyAct.REFUND: 4, MoneyAct.VOID: 3, MoneyAct.CONFIRM: 1, MoneyAct.SPOIL: 3}[act]
        height = 24 + rows * (_ROW + 2) + 44 + 2 * (SHADOW + 12) + 8 + self._offers.shown_height()
        self.open_at(anchor, QSize(_WIDTH, height), first=self._text)

    def confirm(self) -> None:
        """Tell what was entered, unless the sum is none."""
        if not self._may_tell():
            return
        amount, is_sum = self._sum()
        if is_sum:
            second = (self._name.text(), self._secret.text())
            self._tell_and_close()
            self.acted.emit(self._act, self._row, self._text.text(), amount, second)

    def leave_it(self) -> None:
        """Have it wait for the supervisor, because none stands here."""
        if not self._leave_it.isVisibleTo(self) or not self._may_tell():
            return
        amount, is_sum = self._sum()
        if is_sum:
            self._tell_and_close()
            self.left.emit(self._act, self._row, self._text.text(), amount)

    def _sum(self) -> tuple[int | None, bool]:
        """Give the sum, None for all of it; and whether what was typed is one."""
        amount, typed = None, self._amount.text().strip()
        if self._amount_row.isVisibleTo(self) and typed:
            amount = typed_sum(typed)
            if amount is None:
                self._amount.set_mark(self.tr("chỉ gõ số"), Tone.ERR)
                self._amount.setFocus()
                return None, False
        self._amount.set_mark("")
        return amount, True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        stops = [self._text, self._amount, self._name, self._secret, self._leave_it, self._confirm]
        return self.go_round(stops, forward, Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        for field in (self._text, self._amount, self._name, self._secret):
            field.clear()
        self._amount.set_mark("")

    def _act_words(self, act: MoneyAct) -> tuple[str, str]:
        match act:
            case MoneyAct.REFUND:
                return self.tr("Lý do hoàn"), self.tr("Hoàn tiền")
            case MoneyAct.VOID:
                return self.tr("Lý do huỷ"), self.tr("Huỷ thu")
            case MoneyAct.SPOIL:
                return self.tr("Vì sao bỏ tờ này"), self.tr("Bỏ tờ hỏng")
            case MoneyAct.CONFIRM:
                return self.tr("Số báo có, mã giao dịch"), self.tr("Tiền đã đến")


def act_with(act: MoneyAct, payment: PaymentLine | None) -> str:
    """Name an act with one payment, as the panel says what it is about."""
    return f"{act} {payment.code} {payment.payment}" if payment else f"{act}"
