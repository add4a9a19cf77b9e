"""What changing one's own password asks: the old one, and the new one twice."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, CAPTION
from ui.desktop.settings.password_view import PasswordField

_WIDTH, _LABEL, _HEIGHT = 560, 140, 256


class PasswordPanel(FloatingPanel):
    """Implements ``PasswordView``. Nothing that was typed outlives it."""

    confirmed = Signal(str, str)
    """The old password and the new one."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Đổi mật khẩu của tôi"))
        self._fields = {which: SecretField() for which in PasswordField}
        captions = {
            PasswordField.OLD: self.tr("Mật khẩu đang dùng"),
            PasswordField.NEW: self.tr("Mật khẩu mới"),
            PasswordField.AGAIN: self.tr("Gõ lại lần nữa"),
        }
        self._confirm = Button(self.tr("Đổi mật khẩu"), Kind.PRIMARY, badge="Enter")
        self.body.addWidget(Label(self.tr("Đổi mật khẩu của tôi"), BODY_STRONG))
        for which, field in self._fields.items():
            field.textEdited.connect(lambda _, field=field: field.set_mark(""))
            last = which is PasswordField.AGAIN
            field.returnPressed.connect(self.confirm if last else self.focusNextChild)
            caption = FieldLabel(captions[which], field, width=_LABEL)
            self.body.addLayout(row(caption, (field, 1)))
        note = self.tr("Từ 10 ký tự, không chứa mã cán bộ. Quên thì quản trị đặt lại.")
        self.body.addWidget(Label(note, CAPTION, muted=True, wrap=True))
        self.body.addLayout(row(None, self._confirm))
        self._confirm.clicked.connect(self.confirm)
        self.closed.connect(self._forget)

    def open_for(self, anchor: QWidget) -> None:
        """Ask for them, from the beginning."""
        self._forget()
        size = QSize(_WIDTH, _HEIGHT + 2 * SHADOW)
        self.open_at(anchor, size, first=self._fields[PasswordField.OLD])

    @property
    def is_open(self) -> bool:
        return self.isVisible()

    def show_busy(self, busy: bool) -> None:
        for field in self._fields.values():
            field.setReadOnly(busy)  # it keeps the focus, as it would not switched off
        if not busy:
            self._fields[PasswordField.AGAIN].set_mark("")

    def show_problem(self, which: PasswordField, words: str) -> None:
        field = self._fields[which]
        field.set_mark(words, Tone.ERR)
        field.setFocus()
        field.selectAll()

    def show_done(self) -> None:
        self.close_panel()

    def confirm(self) -> None:
        """Tell what was typed, unless something lacks or the two new ones differ."""
        old, new, again = (field.text() for field in self._fields.values())
        last = self._fields[PasswordField.AGAIN]
        if not self.isVisible():
            return
        if last.isReadOnly():
            last.set_mark(self.tr("đang đổi, chờ xong"), Tone.INFO)
            return
        for which, field in self._fields.items():
            if not field.text():
                self.show_problem(which, self.tr("còn trống"))
                return
        if new != again:
            self.show_problem(PasswordField.AGAIN, self.tr("khác mật khẩu mới"))
            return
        self.confirmed.emit(old, new)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        return self.go_round((*self._fields.values(), self._confirm), forward)

    def _forget(self) -> None:
        for field in self._fields.values():
            field.clear()
            field.set_mark("")
