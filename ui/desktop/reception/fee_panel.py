"""F8: every fee of the tariff, what is charged of it, and how it is paid."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from station.domain.dossier import PaymentMethod
from station.words import figures
from ui.desktop.draft_panel import DraftFieldsPanel
from ui.desktop.keys import Act
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.field import Field
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import row
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.table import Table
from ui.desktop.kit.tokens import PAPER_ROW, TABLE_HEAD
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_MEDIUM, BODY_STRONG, CAPTION
from ui.desktop.reception.view_model import FeeLine, Fees
from ui.desktop.shortcuts import is_key
from ui.desktop.wording import NOTHING

_ROWS = 5
_MOST = 9999
_LABEL, _WIDTH = 92, 880


class _FeeModel(CellModel[FeeLine]):
    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Thu"), width=48),
                Column(title=self.tr("Khoản thu")),
                Column(title=self.tr("Mức thu"), width=196, right=True),
                Column(title=self.tr("Số lượng"), width=92, right=True),
                Column(title=self.tr("Thành tiền"), width=124, right=True),
            )
        )

    def cell(self, row: FeeLine, column: int) -> Cell:
        off = None if row.charged else Tone.MUTE
        match column:
            case 0:
                spoken = self.tr("thu") if row.charged else self.tr("không thu")
                sign = Icon.CIRCLE_CHECK if row.charged else Icon.CIRCLE
                tone = Tone.OK if row.charged else Tone.MUTE
                return Cell(spoken=spoken, sign=sign, tone=tone, style=BODY_STRONG)
            case 1:
                return Cell(text=row.name, style=BODY_MEDIUM if row.charged else BODY, tone=off)
            case 2:
                return Cell(text=f"{figures(row.unit_vnd)} / {row.per}", tone=off)
            case 3:
                return Cell(text=str(row.quantity), style=BODY_MEDIUM, tone=off, cursor=True)
        if row.charged and row.exemption:
            return Cell(text=self.tr("miễn"), tone=Tone.OK, style=BODY_MEDIUM)
        return Cell(text=figures(row.amount_vnd) if row.charged else NOTHING, tone=off)


class _FeeTable(Table):
    charge_wanted = Signal(int)
    quantity_wanted = Signal(int)

    def __init__(self, model: _FeeModel, name: str) -> None:
        super().__init__(model, name, row_height=PAPER_ROW)
        self._lines = model
        self._typed = (-1, 0, 0)  # row, number, time of the last digit
        self._before = 1  # how many there were when the first digit came

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.current_row()
        if is_key(event, Act.CHARGE) and at >= 0:
            self.charge_wanted.emit(at)
        elif at >= 0 and len(event.text()) == 1 and event.text() in "0123456789":
            last_row, number, last_ms = self._typed
            goes_on = last_row == at and event.timestamp() - last_ms < 600
            if not goes_on and (line := self._lines.row_at(at)) is not None:
                self._before = line.quantity
            number = number * 10 + int(event.text()) if goes_on else int(event.text())
            self._typed = (at, number, event.timestamp())
            if number:  # what is no number of anything is the money handed over: count as before
                self.quantity_wanted.emit(number if number <= _MOST else self._before)
        else:
            super().keyPressEvent(event)


class FeePanel(DraftFieldsPanel):
    """The tariff line by line. The amounts are the presenter's; here only counts and ticks."""

    charge_changed = Signal(int, bool)
    """Number of the line, whether it is charged."""
    quantity_changed = Signal(int, int)
    exemption_changed = Signal(int, str)
    proof_changed = Signal(int, str)
    method_chosen = Signal(object)
    """A ``PaymentMethod``."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Khoản thu"), "reception.fees")
        self._model = _FeeModel()
        self._table = _FeeTable(self._model, self.tr("Khoản thu"))
        self._exemption = Field(
            self.tr("Lý do miễn khoản đang chọn"),
            placeholder=self.tr("Để trống nếu không miễn"),
            longest=500,
        )
        self._proof = Field(
            self.tr("Giấy chứng minh được miễn"),
            placeholder=self.tr("Giấy này phải có trong giấy tờ"),
            longest=255,
        )
        self._grounds = Line("", CAPTION, tone=Tone.MUTE)
        self._method = Segmented(
            self.tr("Cách trả"),
            [
                (PaymentMethod.CASH, self.tr("Tiền mặt")),
                (PaymentMethod.TRANSFER, self.tr("Chuyển khoản")),
                (PaymentMethod.CARD, self.tr("Thẻ")),
                (PaymentMethod.LATER, self.tr("Thu sau")),
            ],
        )
        self._none = Label(self.tr("Thủ tục này không thu phí, lệ phí."), muted=True)
        self._lay_out()
        self._connect()

    def show_fees(self, fees: Fees) -> None:
        self._model.set_rows(fees.lines)
        self._method.show_value(fees.method)
        self._none.setVisible(not fees.lines)
        self._table.setVisible(bool(fees.lines))
        shown = min(_ROWS, len(fees.lines))
        self._table.setFixedHeight(TABLE_HEAD + shown * PAPER_ROW)
        self._show_exemption()

    def open_for(self, anchor: QWidget) -> None:
        lines = min(_ROWS, len(self._model.rows()))
        height = 246 + (TABLE_HEAD + lines * PAPER_ROW if lines else 24)
        first = self._table if lines else self._method.focus_target()
        self._begin_draft(str(self._table.current_row()))
        self.open_at(anchor, QSize(_WIDTH, height), first=first)

    def _lay_out(self) -> None:
        self.body.addWidget(Label(self.tr("Khoản thu"), BODY_STRONG))
        self.body.addWidget(self._table)
        self.body.addWidget(self._none)
        exemption = FieldLabel(self.tr("Miễn, lý do"), self._exemption, width=_LABEL)
        method = FieldLabel(self.tr("Cách trả"), self._method, width=_LABEL)
        proof = FieldLabel(self.tr("Giấy chứng minh"), self._proof)
        self.body.addLayout(row(exemption, (self._exemption, 1), proof, (self._proof, 1)))
        self.body.addWidget(self._grounds)
        self.body.addLayout(row(method, self._method, None))
        self.body.addStretch(1)
        self.body.addWidget(
            key_line(
                ("Space", self.tr("thu / không thu")),
                ("0…9", self.tr("số lượng")),
                ("Esc", self.tr("xong")),
            )
        )

    def _connect(self) -> None:
        self._table.charge_wanted.connect(self._toggle)
        self._table.row_entered.connect(lambda _: self.close_panel())
        self._table.doubleClicked.connect(lambda index: self._toggle(index.row()))
        self._table.quantity_wanted.connect(self._count)
        self._table.row_changed.connect(self._turn_to_row)
        self._exemption.textEdited.connect(self._exempt)
        self._proof.textEdited.connect(self._prove)
        self._proof.returnPressed.connect(
            lambda: self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self._exemption.returnPressed.connect(
            lambda: self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self._method.value_chosen.connect(
            lambda value: self.method_chosen.emit(PaymentMethod(value))
        )

    def select(self, row: str) -> None:
        """Go to the fee in this row."""
        self._table.select(int(row) if row.isdigit() else 0)

    def _turn_to_row(self, row: int) -> None:
        if self.isVisible():
            self._begin_draft(str(row))
        self._show_exemption()

    def _line(self) -> FeeLine | None:
        return self._model.row_at(self._table.current_row())

    def _toggle(self, at: int) -> None:
        line = self._model.rows()[at]
        self.charge_changed.emit(line.number, not line.charged)

    def _count(self, quantity: int) -> None:
        if line := self._line():
            self.quantity_changed.emit(line.number, quantity)

    def _exempt(self, words: str) -> None:
        if line := self._line():
            self.exemption_changed.emit(line.number, words)

    def _prove(self, words: str) -> None:
        if line := self._line():
            self.proof_changed.emit(line.number, words)

    def _show_exemption(self) -> None:
        line = self._line()
        self._exemption.show_text(line.exemption if line else "")
        self._exemption.setEnabled(line is not None)
        self._proof.show_text(line.exemption_paper if line else "")
        self._proof.setEnabled(bool(line and line.exemption))
        known = ", ".join(line.grounds) if line else ""
        words = self.tr("Biểu phí cho miễn: {grounds}").format(grounds=known) if known else ""
        self._grounds.set_words(words, Tone.MUTE)
