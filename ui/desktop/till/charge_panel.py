"""More of the procedure's fees for a dossier that was received: how many of each, and why."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

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
from ui.desktop.till.view_model import ChargeSheet

_WIDTH, _LABEL, _COUNT, _MOST_ROWS, _MOST_DIGITS = 620, 132, 96, 5, 3
_LONGEST = 300


class ChargePanel(FloatingPanel):
    """Esc closes it and keeps what was typed."""

    charged = Signal(str, object, str, str)
    """Dossier, pairs of fee and quantity, the reason, its legal basis (may be empty)."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Thu thêm khoản khác"))
        self._shown: ChargeSheet | None = None
        self._counts: dict[int, Field] = {}
        self._rows: QScrollArea | None = None
        self._title = Label("", BODY_STRONG)
        self._reason, self._basis = OfferField(longest=_LONGEST), Field(longest=_LONGEST)
        reason = FieldLabel(self.tr("Lý do thu thêm"), self._reason, width=_LABEL)
        basis = FieldLabel(self.tr("Căn cứ (nếu có)"), self._basis, width=_LABEL)
        self._confirm = Button(self.tr("Tính thêm"), Kind.PRIMARY, badge=badge(Act.SETTLE))
        self.body.addWidget(self._title)
        self.body.addLayout(row(reason, (self._reason, 1)))
        self.body.addLayout(row(basis, (self._basis, 1)))
        self.body.addLayout(row(None, self._confirm))
        self._confirm.clicked.connect(self.confirm)
        for field in (self._reason, self._basis):
            field.returnPressed.connect(self.focusNextChild)

    def show_reasons(self, reasons: tuple[str, ...]) -> None:
        """Offer these words."""
        self._reason.set_offers(reasons)

    def open_for(self, sheet: ChargeSheet, anchor: QWidget) -> None:
        """Ask which fees; the same dossier again goes on where it was left."""
        if sheet != self._shown:
            self.forget()
            self._shown = sheet
            self._fill(sheet)
        first = next(iter(self._counts.values()), self._reason)
        rows = max(1, min(_MOST_ROWS, len(sheet.fees)))
        height = 24 + rows * FIELD_HEIGHT + 2 * (FIELD_HEIGHT + 8) + 56 + 2 * (SHADOW + 12)
        self.open_at(anchor, QSize(_WIDTH, height), first=first)

    def forget(self) -> None:
        """Drop what was entered: it was charged, or another dossier is on the desk."""
        self._shown = None
        self._reason.clear()
        self._basis.clear()
        self.close_panel()

    def confirm(self) -> None:
        """Tell what was entered, unless no fee was chosen."""
        if self._shown is None or not self.isVisible():
            return
        chosen = []
        for index, field in self._counts.items():
            typed = field.text().strip()
            if typed and not (typed.isascii() and typed.isdigit()):
                field.setFocus()
                field.set_mark("!", Tone.ERR)
                return
            if int(typed or 0):
                chosen.append((index, int(typed)))
        if not chosen:
            next(iter(self._counts.values()), self._reason).setFocus()
            return
        self.close_panel()
        reason, basis = self._reason.text(), self._basis.text()
        self.charged.emit(self._shown.code, tuple(chosen), reason, basis)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        stops = [*self._counts.values(), self._reason, self._basis, self._confirm]
        return self.go_round(stops, forward)

    def _fill(self, sheet: ChargeSheet) -> None:
        self._title.setText(self.tr("Thu thêm · {code}").format(code=sheet.short_code))
        take_out(self._rows, self.body)
        self._counts = {}
        layout = column()
        inside = holding(layout)
        for index, name, amount in sheet.fees:
            count = Field(placeholder="0", longest=_MOST_DIGITS)
            count.setFixedWidth(_COUNT)
            count.setAccessibleName(self.tr("Số lượng {fee}").format(fee=name))
            count.returnPressed.connect(self.focusNextChild)
            self._counts[index] = count
            layout.addLayout(row(count, (Line(name), 1), Line(amount, tone=Tone.MUTE)))
        layout.addStretch(1)
        scroll = scrolling(inside)
        rows = max(1, min(_MOST_ROWS, len(sheet.fees)))
        scroll.setFixedHeight(rows * (FIELD_HEIGHT + ROW_GAP))
        self._rows = scroll
        self.body.insertWidget(1, scroll)
