"""Less of the fees that a dossier was charged and has not paid: how much of each, and why."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import column, holding, row, take_out
from ui.desktop.kit.offers import OfferField
from ui.desktop.kit.scrolling import scrolling
from ui.desktop.kit.tokens import FIELD_HEIGHT, ROW_GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG
from ui.desktop.till.view_model import ReduceSheet
from ui.desktop.typed_text import typed_sum

_WIDTH, _LABEL, _SUM, _MOST_ROWS, _MOST_DIGITS = 620, 132, 132, 4, 16
_LONGEST, _LONGEST_NAME = 300, 60


class ReducePanel(FloatingPanel):
    """Esc closes it and keeps what was typed, but never the password."""

    reduced = Signal(str, object, str, str, object)
    """Dossier, pairs of line and sum, the reason, its legal basis, name and password."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Giảm khoản phải thu"))
        self._shown: ReduceSheet | None = None
        self._sums: dict[int, Field] = {}
        self._rows: QScrollArea | None = None
        self._title = Label("", BODY_STRONG)
        self._reason, self._basis = OfferField(longest=_LONGEST), Field(longest=_LONGEST)
        self._name, self._secret = Field(longest=_LONGEST_NAME), Field(longest=200)
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._confirm = Button(
            self.tr("Giảm khoản phải thu"), Kind.PRIMARY, badge=badge(Act.SETTLE)
        )
        self.body.addWidget(self._title)
        for words, field in (
            (self.tr("Lý do giảm"), self._reason),
            (self.tr("Căn cứ (nếu có)"), self._basis),
            (self.tr("Mã người duyệt"), self._name),
            (self.tr("Mật khẩu duyệt"), self._secret),
        ):
            self.body.addLayout(row(FieldLabel(words, field, width=_LABEL), (field, 1)))
            field.returnPressed.connect(self.focusNextChild)
        self.body.addLayout(row(None, self._confirm))
        self._confirm.clicked.connect(self.confirm)
        self.closed.connect(self._secret.clear)

    def show_reasons(self, reasons: tuple[str, ...]) -> None:
        """Offer these words."""
        self._reason.set_offers(reasons)

    def open_for(self, sheet: ReduceSheet, anchor: QWidget) -> None:
        """Ask how much; the same dossier again goes on where it was left."""
        if sheet != self._shown:
            self.forget()
            self._shown = sheet
            self._fill(sheet)
        first = next(iter(self._sums.values()), self._reason)
        rows = _rows(sheet)
        height = 24 + rows * FIELD_HEIGHT + 4 * (FIELD_HEIGHT + 8) + 56 + 2 * (SHADOW + 12)
        self.open_at(anchor, QSize(_WIDTH, height), first=first)

    def forget(self) -> None:
        """Drop what was entered: it was done, or another dossier is on the desk."""
        self._shown = None
        for field in (self._reason, self._basis, self._name, self._secret):
            field.clear()
        self.close_panel()

    def confirm(self) -> None:
        """Tell what was entered, unless no sum was typed."""
        if self._shown is None or not self.isVisible():
            return
        chosen = []
        for line, field in self._sums.items():
            amount = typed_sum(field.text()) if field.text().strip() else 0
            field.set_mark("" if amount is not None else self.tr("chỉ gõ số"), Tone.ERR)
            if amount is None:
                field.setFocus()
                return
            if amount:
                chosen.append((line, amount))
        if not chosen:
            next(iter(self._sums.values()), self._reason).setFocus()
            return
        second = (self._name.text(), self._secret.text())
        self.close_panel()
        reason, basis = self._reason.text(), self._basis.text()
        self.reduced.emit(self._shown.code, tuple(chosen), reason, basis, second)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        fields = (self._reason, self._basis, self._name, self._secret)
        return self.go_round([*self._sums.values(), *fields, self._confirm], forward)

    def _fill(self, sheet: ReduceSheet) -> None:
        self._title.setText(
            self.tr("Giảm khoản phải thu · {code} · chưa nộp {sum}").format(
                code=sheet.short_code, sum=sheet.owed
            )
        )
        take_out(self._rows, self.body)
        self._sums = {}
        layout = column()
        inside = holding(layout)
        for line, name, amount in sheet.fees:
            off = Field(placeholder=self.tr("giảm bao nhiêu"), longest=_MOST_DIGITS)
            off.setFixedWidth(_SUM)
            off.setAccessibleName(self.tr("Giảm bao nhiêu: {fee}").format(fee=name))
            off.returnPressed.connect(self.focusNextChild)
            self._sums[line] = off
            layout.addLayout(row(off, (Line(name), 1), Line(amount, tone=Tone.MUTE)))
        layout.addStretch(1)
        scroll = scrolling(inside)
        scroll.setFixedHeight(_rows(sheet) * (FIELD_HEIGHT + ROW_GAP))
        self._rows = scroll
        self.body.insertWidget(1, scroll)


def _rows(sheet: ReduceSheet) -> int:
    return max(1, min(_MOST_ROWS, len(sheet.fees)))
