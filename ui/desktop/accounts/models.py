"""The table of users."""

from typing import Final

from ui.desktop.accounts.view_model import AccountLine
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG

ROLE_COLUMN: Final = 2


class AccountModel(CellModel[AccountLine]):
    """One line an account."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Mã cán bộ"), width=136),
                Column(title=self.tr("Họ tên")),
                Column(title=self.tr("Vai trò"), width=144),
                Column(title=self.tr("Tình trạng"), width=136),
            )
        )

    def cell(self, row: AccountLine, column: int) -> Cell:
        match column:
            case 0:
                return Cell(text=row.officer_id, style=BODY_MEDIUM)
            case 1:
                return Cell(text=row.display_name, style=BODY_STRONG)
            case 2:
                return Cell(text=row.role_words)
        if row.is_own:
            return Cell(text=self.tr("đang dùng"), tone=Tone.INFO, chip=True)
        if row.is_open:
            return Cell(text=self.tr("đang mở"), tone=Tone.OK, chip=True)
        return Cell(text=self.tr("đã đóng"), tone=Tone.MUTE, chip=True)
