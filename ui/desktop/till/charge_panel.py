"""More of the procedure's fees for a dossier that was received: how many of each, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station.domain.ids import short_code
from ui.desktop.kit.field import Field
from ui.desktop.kit.tone import Tone
from ui.desktop.till.fee_panel import FeePanel
from ui.desktop.till.view_model import ChargeSheet

_COUNT, _MOST_ROWS, _MOST_DIGITS = 96, 5, 3


class ChargePanel(FeePanel):
    """Esc closes it and keeps what was typed."""

    charged = Signal(str, object, str, str)
    """Dossier, pairs of fee and quantity, the reason, its legal basis (may be empty)."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(
            owner,
            self.tr("Thu thêm khoản khác"),
            "till.charge",
            confirm=self.tr("Tính thêm"),
            most_rows=_MOST_ROWS,
        )
        self._ask(
            (self.tr("Lý do thu thêm"), self._reason), (self.tr("Căn cứ (nếu có)"), self._basis)
        )

    def open_for(self, sheet: ChargeSheet, anchor: QWidget) -> None:
        """Ask which fees; the same dossier again goes on where it was left."""
        self._open(sheet, self.tr("Thu thêm · {code}").format(code=short_code(sheet.code)), anchor)

    def _figure_of(self, fee: str) -> Field:
        count = Field(placeholder="0", longest=_MOST_DIGITS)
        count.setFixedWidth(_COUNT)
        count.setAccessibleName(self.tr("Số lượng {fee}").format(fee=fee))
        return count

    def _read(self, field: Field) -> int | None:
        typed = field.text().strip()
        if typed and not (typed.isascii() and typed.isdigit()):
            field.set_mark("!", Tone.ERR)
            return None
        return int(typed or 0)

    def _tell(self, code: str, chosen: tuple[tuple[int, int], ...]) -> None:
        self._tell_and_close()
        self.charged.emit(code, chosen, self._reason.text(), self._basis.text())
