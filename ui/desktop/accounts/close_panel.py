"""What closing an account asks."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.accounts.view_model import AccountLine
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.typography import BODY_STRONG

_WIDTH, _HEIGHT = 560, 176


class CloseAccountPanel(FloatingPanel):
    """Says what becomes of it before it is done; Esc leaves everything as it is."""

    confirmed = Signal(str)
    """The account."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Đóng tài khoản"))
        self._of = ""
        self._title = Label("", BODY_STRONG)
        self._confirm = Button(
            self.tr("Đóng tài khoản"), Kind.DANGER, badge=badge(Act.SAVE_ACCOUNT)
        )
        said = self.tr(
            "Người này không đăng nhập được nữa, ở lần đăng nhập sau. Việc đã làm vẫn còn nguyên;"
            " hồ sơ đang dở, trưởng bộ phận chuyển được cho người khác. Đặt mật khẩu mới là mở lại."
        )
        self.body.addWidget(self._title)
        self.body.addWidget(Label(said, wrap=True))
        self.body.addLayout(row(None, self._confirm))
        self._confirm.clicked.connect(self.confirm)

    def open_for(self, line: AccountLine, anchor: QWidget) -> None:
        """Ask whether this account is closed."""
        self._of = line.officer_id
        words = self.tr("Đóng tài khoản {id} · {name}?")
        self._title.setText(words.format(id=line.officer_id, name=line.display_name))
        self.open_at(anchor, QSize(_WIDTH, _HEIGHT + 2 * SHADOW), first=self._confirm)

    def confirm(self) -> None:
        if self.isVisible():
            self.close_panel()
            self.confirmed.emit(self._of)
