"""What stands in place of the payments while none is listed."""

from station.domain.ids import short_code
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.icon import Icon
from ui.desktop.till.view_model import TillSheet


class NoPayments(Empty):
    """Of a dossier that paid nothing yet, or of a shift in which nobody paid."""

    def __init__(self) -> None:
        super().__init__(Icon.CASH)

    def show_sheet(self, sheet: TillSheet) -> None:
        """Say of which there is none."""
        if sheet.payments_of:
            code = short_code(sheet.payments_of)
            self.say(
                self.tr("Hồ sơ {code} chưa thu lần nào").format(code=code),
                self.tr("Còn phải thu {sum}.").format(sum=sheet.owed or "0 đ"),
            )
        else:
            self.say(
                self.tr("Chưa có khoản thu nào trong ca"),
                self.tr("Khoản thu ngoài ca: gõ mã hoặc tên ở ô trên."),
            )
