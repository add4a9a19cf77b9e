"""Zone 4: the money, and the promise."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from station.domain.dossier import PaymentMethod
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.figure import Figure
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, text_width
from ui.desktop.kit.zone import Zone
from ui.desktop.reception.fee_panel import FeePanel
from ui.desktop.reception.view_model import Due, Fees
from ui.desktop.wording import NOTHING, money, promise, short_promise

_WIDE, _CLOSE = 16, 12
_FIELD = 112


class FeesZone(Zone):
    """One strip of figures under their captions; two lines where the window is narrow."""

    tendered_edited = Signal(str)
    """The money handed over, as typed."""

    def __init__(self) -> None:
        super().__init__(4, self.tr("Phí, hẹn"), badge(Act.ZONE_4), strip=True)
        self._fees, self._due = Fees(), Due()
        self._strip_form, self._short = True, False
        self._total = Figure()
        self._details = Button(
            self.tr("Khoản thu"), sign=Icon.CASH, badge=badge(Act.FEES), name=self.tr("Khoản thu")
        )
        self._tendered = Field(self.tr("Khách đưa"), longest=20)
        self._tendered.setMinimumWidth(_FIELD // 2)
        self._tendered_label = FieldLabel(self.tr("Đưa"), self._tendered)
        self._change = Figure()
        self._promise = Figure()
        self._why = Button(self.tr("Vì sao?"), Kind.QUIET, name=self.tr("Vì sao ngày hẹn này"))
        self._why.setToolTip(badge(Act.WHY))
        self.fee_panel = FeePanel(self)
        self._why_panel = _WhyPanel(self)
        money_row = row(
            self._total,
            self._details,
            self._tendered_label,
            self._tendered,
            self._change,
            None,
            gap=_CLOSE,
        )
        self._halves = row(money_row, row(self._promise, self._why, None), gap=_WIDE)
        self._halves.setStretch(0, 1)
        self.body.addStretch(1)
        self.body.addLayout(self._halves)
        self.body.addStretch(1)
        self._connect()
        self.set_fit(Fit())

    def show_fees(self, fees: Fees) -> None:
        self._fees = fees
        self.fee_panel.show_fees(fees)
        self._total.show_figure(self._fees_caption(), money(fees.total_vnd))
        cash = fees.method is PaymentMethod.CASH and fees.total_vnd > 0
        self._tendered.show_text(fees.tendered)
        self._tendered.setMaximumWidth(max(_FIELD, text_width(fees.tendered) + 32))
        self._tendered.setEnabled(cash)
        note = fees.note
        self._tendered.set_mark(note.words if note else "", note.tone if note else Tone.MUTE)
        if not cash:
            self._change.show_figure(self._method_words(), NOTHING)
        elif fees.change_vnd is None:
            caption = note.words if note else self.tr("Trả lại")
            self._change.show_figure(caption, NOTHING, note.tone if note else Tone.MUTE)
        else:
            self._change.show_figure(self.tr("Trả lại"), money(fees.change_vnd), Tone.OK)
        self._fit_words()

    def show_due(self, due: Due) -> None:
        self._due = due
        self._fit_words()
        self._why.setEnabled(due.at is not None)
        self._why_panel.show_due(due)

    def summary(self) -> str:
        if self._due.at is None:
            return NOTHING
        total = money(self._fees.total_vnd)
        at = self.tr("hẹn {time}").format(time=promise(self._due.at))
        return f"{total} · {at}"

    def first_focus(self) -> QWidget:
        return self._tendered if self._tendered.isEnabled() else self._details

    def set_fit(self, fit: Fit) -> None:
        """Lie in one strip, or stand in two lines below the head."""
        self.set_strip(not fit.compact)
        direction = QBoxLayout.Direction
        stands = direction.TopToBottom if fit.compact else direction.LeftToRight
        self._halves.setDirection(stands)
        self.body.setStretch(0, 0 if fit.compact else 1)
        self._strip_form = not fit.compact
        self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def enter_money(self) -> None:
        """F8: the money handed over; the list of fees opens when the cursor is there already."""
        if self._tendered.isEnabled() and not self._tendered.hasFocus():
            self._tendered.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._tendered.selectAll()
        else:
            self.fee_panel.open_for(self._details)

    def _open_fees_again(self, row: str) -> None:
        self.fee_panel.open_for(self._details)
        self.fee_panel.select(row)

    def explain(self) -> None:
        """Show why the promise is this day."""
        if self._due.at is not None:
            self._why_panel.open_for(self._why)

    def _connect(self) -> None:
        self._details.clicked.connect(lambda: self.fee_panel.open_for(self._details))
        self.fee_panel.opened_again.connect(self._open_fees_again)
        self._why.clicked.connect(self.explain)
        self._tendered.textEdited.connect(self.tendered_edited)
        self._tendered.returnPressed.connect(self.focusNextChild)

    def _fit_words(self) -> None:
        """Where the strip is too short, the button loses its words, then the date its weekday."""
        for words, short in ((True, False), (False, False), (False, True)):
            self._details.show_words(words)
            self._short = short
            self._show_promise()
            if not self._strip_form or self._wanted_width() <= self.width():
                return

    def _wanted_width(self) -> int:
        shown = (self._total, self._details, self._tendered_label, self._change)
        widths = [widget.sizeHint().width() for widget in (*shown, self._promise, self._why)]
        gaps = 5 * _CLOSE + _WIDE + 2 * GAP
        return self.head_width() + sum(widths) + self._tendered.maximumWidth() + gaps

    def _show_promise(self) -> None:
        caption = self.tr("Hẹn trả kết quả")
        if self._due.at is None:
            self._promise.show_figure(caption, NOTHING)
            return
        words = short_promise(self._due.at) if self._short else promise(self._due.at)
        if self._due.warnings:
            caption = self.tr("Hẹn trả, cần xem lại")
        self._promise.show_figure(caption, words, Tone.WARN if self._due.warnings else Tone.MUTE)

    def _fees_caption(self) -> str:
        if self._fees.lines and self._fees.total_vnd == 0:
            return self.tr("Không thu")
        return self.tr("Phí, lệ phí")

    def _method_words(self) -> str:
        if self._fees.total_vnd == 0:
            return self.tr("Trả lại")
        match self._fees.method:
            case PaymentMethod.TRANSFER:
                return self.tr("Chuyển khoản")
            case PaymentMethod.CARD:
                return self.tr("Trả bằng thẻ")
            case PaymentMethod.PORTAL:
                return self.tr("Qua cổng dịch vụ công")
            case PaymentMethod.LATER:
                return self.tr("Thu sau")
            case PaymentMethod.CASH:
                return self.tr("Trả lại")


class _WhyPanel(FloatingPanel):
    """The due date line by line, as it was computed."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Vì sao ngày hẹn này"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head = Label("", BODY_STRONG)
        self._warnings = Label("", BODY_STRONG, wrap=True)
        self._lines = Label("", wrap=True)
        self.body.addWidget(self._head)
        self.body.addWidget(self._warnings)
        self.body.addWidget(self._lines)
        self.body.addStretch(1)
        self._wanted = QSize()

    def show_due(self, due: Due) -> None:
        if due.at is None:
            self.close_panel()
            return
        self._head.setText(self.tr("Hẹn {time}").format(time=promise(due.at)))
        self._warnings.setText("\n".join(due.warnings))
        self._warnings.setVisible(bool(due.warnings))
        self._lines.setText("\n".join(due.explanation))
        self.setAccessibleDescription(" ".join((*due.warnings, *due.explanation)))
        width = 560
        inner = width - 36
        tall = sum(
            label.heightForWidth(inner) + 8
            for label in (self._head, self._warnings, self._lines)
            if label.text()
        )
        self._wanted = QSize(width, tall + 44)

    def open_for(self, anchor: QWidget) -> None:
        self.open_at(anchor, self._wanted, first=self)
