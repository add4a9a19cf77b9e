"""Ctrl+Enter on the daily log: the one question before a page is signed and locked."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_STRONG, CAPTION
from ui.desktop.log.view_model import SignQuestion

_SIZE = QSize(620, 200)


class SignPanel(FloatingPanel):
    """Esc closes it; what was typed of the password is never kept."""

    confirmed = Signal(str)
    """The password of the officer who signs."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Ký và khoá trang nhật ký"))
        self._title = Label("", BODY_STRONG, wrap=True)
        self._sums = Label("", BODY, wrap=True)
        self._warning = Label("", BODY, wrap=True)
        self._secret = SecretField()
        label = FieldLabel(self.tr("Mật khẩu của tôi"), self._secret)
        self._confirm = Button(
            self.tr("Ký và khoá"),
            Kind.PRIMARY,
            sign=Icon.LOCK,
            badge=badge(Act.SIGN_LOG),
            height=FIELD_HEIGHT,
        )
        said = self.tr("Trang đã khoá không sửa được; việc làm sau ghi thành điều chỉnh.")
        for part in (self._title, self._sums, self._warning):
            self.body.addWidget(part)
        self.body.addWidget(Label(said, CAPTION, muted=True, wrap=True))
        self.body.addLayout(row(label, (self._secret, 1), self._confirm))
        self._secret.returnPressed.connect(self.confirm)
        self._secret.textEdited.connect(lambda _: self._secret.set_mark(""))
        self._confirm.clicked.connect(self.confirm)
        self.closed.connect(self._secret.clear)

    def ask(self, question: SignQuestion, anchor: QWidget) -> None:
        """Say what is signed, and ask for the officer's own password."""
        self._title.setText(question.title)
        self._sums.setText(question.sums)
        self._warning.setText(question.warning)
        self._warning.setVisible(bool(question.warning))
        self._secret.set_mark("")
        self.open_at(anchor, _SIZE, first=self._secret)

    def refuse(self, words: str) -> None:
        """Say that the password is wrong; the panel stays."""
        self._secret.clear()
        self._secret.set_mark(words, Tone.ERR)
        self._secret.setFocus()

    def confirm(self) -> None:
        """Tell the password, unless none was typed."""
        if not self.isVisible():
            return
        if not self._secret.text():
            self._secret.set_mark(self.tr("gõ mật khẩu"), Tone.ERR)
            self._secret.setFocus()
            return
        self.confirmed.emit(self._secret.text())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        return self.go_round([self._secret, self._confirm], forward, Qt.FocusReason.TabFocusReason)
