"""What a dossier still owes, taken before its papers are given."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from station.domain.dossier import PaymentMethod
from ui.desktop.asking_panel import AskingPanel
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG

_WIDTH, _LABEL, _MOST_DIGITS = 460, 120, 15


class OwedPanel(AskingPanel):
    """Cash or transfer; Esc closes it, and what was typed is kept."""

    collect_wanted = Signal(object, object)
    """A ``PaymentMethod``, and the cash handed over: None for exactly what is owed."""

    def __init__(self, owner: QWidget, key: str) -> None:
        super().__init__(owner, self.tr("Thu phí còn thiếu"), key)
        self._title = Label("", BODY_STRONG)
        self._method = Segmented(
            self.tr("Cách nộp"),
            (
                (PaymentMethod.CASH.value, self.tr("Tiền mặt")),
                (PaymentMethod.TRANSFER.value, self.tr("Chuyển khoản")),
                (PaymentMethod.CARD.value, self.tr("Thẻ")),
            ),
        )
        self._method.show_value(PaymentMethod.CASH.value)
        self._method.value_chosen.connect(self._show_method)
        self._tendered = Field(placeholder=self.tr("đúng số phải thu"), longest=_MOST_DIGITS)
        self._note_as(method=self._method, tendered=self._tendered)
        self._confirm = Button(self.tr("Đã thu"), Kind.PRIMARY, badge=badge(Act.GIVE))
        self._confirm.clicked.connect(self.confirm)
        self._tendered.returnPressed.connect(self.confirm)
        method = FieldLabel(self.tr("Cách nộp"), self._method, width=_LABEL)
        money = FieldLabel(self.tr("Tiền khách đưa"), self._tendered, width=_LABEL)
        self.body.addWidget(self._title)
        self.body.addLayout(row(method, self._method, None))
        self.body.addLayout(row(money, (self._tendered, 1)))
        self.body.addLayout(row(None, self._confirm))

    def open_for(self, code: str, owed: str, anchor: QWidget) -> None:
        """Ask how what a dossier owes is paid."""
        if code != self.about:
            self.put_away()
            self.begin(code)
        self._title.setText(self.tr("Thu {sum}").format(sum=owed))
        height = self.sizeHint().height()
        self.open_at(anchor, QSize(_WIDTH, height), first=self._tendered)

    def _clear(self) -> None:
        self._tendered.clear()
        self._tendered.set_mark("")
        self._method.show_value(PaymentMethod.CASH.value)
        self._show_method()

    def confirm(self) -> None:
        """Tell what was entered, unless it is no sum of money."""
        if not self._may_tell():
            return
        method = PaymentMethod(self._method.value() or PaymentMethod.CASH)
        typed = self._tendered.text().replace(".", "").replace(" ", "").strip()
        if typed and not (typed.isascii() and typed.isdigit()):
            self._tendered.set_mark(self.tr("chỉ gõ số"), Tone.ERR)
            return
        self._tendered.set_mark("")
        self._tell_and_close()
        self.collect_wanted.emit(method, int(typed) if typed else None)

    def _show_method(self, _: str = "") -> None:
        self._tendered.setEnabled(self._method.value() == PaymentMethod.CASH.value)
