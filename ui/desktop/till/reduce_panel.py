"""Less of the fees that a dossier was charged and has not paid: how much of each, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station.domain.ids import short_code
from ui.desktop.kit.field import Field
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tone import Tone
from ui.desktop.till.fee_panel import FeePanel
from ui.desktop.till.leaving_button import leaving_button
from ui.desktop.till.view_model import ReduceSheet
from ui.desktop.typed_text import typed_sum

_SUM, _MOST_ROWS, _MOST_DIGITS, _LONGEST_NAME = 132, 4, 16, 60


class ReducePanel(FeePanel):
    """Esc closes it and keeps what was typed, but never the password.

    Attributes:
        may_leave: it can be left for the supervisor.
    """

    reduced = Signal(str, object, str, str, object)
    """Dossier, pairs of line and sum, the reason, its legal basis, name and password."""
    left = Signal(str, object, str, str)
    """The same but for the last two: it is left for the supervisor."""

    def __init__(self, owner: QWidget) -> None:
        words = self.tr("Giảm khoản phải thu")
        super().__init__(owner, words, "till.reduce", confirm=words, most_rows=_MOST_ROWS)
        self._name, self._secret = Field(longest=_LONGEST_NAME), SecretField()
        self._note_as(approver=self._name)
        self.may_leave = False
        self._leave_it = leaving_button()
        self._leave_it.clicked.connect(self.leave_it)
        self._also = (self._leave_it,)
        self._ask(
            (self.tr("Lý do giảm"), self._reason),
            (self.tr("Căn cứ (nếu có)"), self._basis),
            (self.tr("Mã người duyệt"), self._name),
            (self.tr("Mật khẩu duyệt"), self._secret),
        )
        self.closed.connect(self._secret.clear)

    def open_for(self, sheet: ReduceSheet, anchor: QWidget) -> None:
        """Ask how much; the same dossier again goes on where it was left."""
        self._leave_it.setVisible(self.may_leave)
        title = self.tr("Giảm khoản phải thu · {code} · chưa nộp {sum}")
        self._open(sheet, title.format(code=short_code(sheet.code), sum=sheet.owed), anchor)

    def leave_it(self) -> None:
        """Have it wait for the supervisor, because none stands here."""
        told = self._figures_told() if self._leave_it.isVisibleTo(self) else None
        if told is not None:
            self._tell_and_close()
            self.left.emit(*told, self._reason.text(), self._basis.text())

    def _figure_of(self, fee: str) -> Field:
        off = Field(placeholder=self.tr("giảm bao nhiêu"), longest=_MOST_DIGITS)
        off.setFixedWidth(_SUM)
        off.setAccessibleName(self.tr("Giảm bao nhiêu: {fee}").format(fee=fee))
        return off

    def _read(self, field: Field) -> int | None:
        amount = typed_sum(field.text()) if field.text().strip() else 0
        field.set_mark("" if amount is not None else self.tr("chỉ gõ số"), Tone.ERR)
        return amount

    def _tell(self, code: str, chosen: tuple[tuple[int, int], ...]) -> None:
        second = (self._name.text(), self._secret.text())
        self._tell_and_close()
        self.reduced.emit(code, chosen, self._reason.text(), self._basis.text(), second)
