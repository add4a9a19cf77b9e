"""What bringing in a key asks, and what taking one back asks."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.catalogue.signers_view_model import SignerLine
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import SHADOW, FloatingPanel
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.typography import BODY_STRONG

_WIDTH, _LABEL, _LONGEST_KEY, _LONGEST_NAME = 620, 108, 200, 200
_ADD_HEIGHT, _RETIRE_HEIGHT = 224, 168


class AddKeyPanel(AskingPanel):
    """Esc closes it and keeps what was typed. The key is said in fours, to be compared aloud."""

    key_typed = Signal(str)
    confirmed = Signal(str, str)
    """Whose it is, and the key as it was typed."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Thêm khoá tin cậy"), "catalogue.key")
        self._whole = False
        self._name = Field(placeholder=self.tr("Sở Tư pháp"), longest=_LONGEST_NAME)
        self._key = Field(
            placeholder=self.tr("64 chữ số trên giấy của nơi phát hành"), longest=_LONGEST_KEY
        )
        self._note_as(name=self._name, key=self._key)
        self._read = Label(muted=True, wrap=True)
        self._read.setMinimumHeight(44)
        self._confirm = Button(self.tr("Tin khoá này"), Kind.PRIMARY, badge=badge(Act.TAKE_PACK))
        self.body.addWidget(Label(self.tr("Thêm khoá tin cậy"), BODY_STRONG))
        name = FieldLabel(self.tr("Của ai"), self._name, width=_LABEL)
        key = FieldLabel(self.tr("Khoá"), self._key, width=_LABEL)
        self.body.addLayout(row(name, (self._name, 1)))
        self.body.addLayout(row(key, (self._key, 1)))
        self.body.addWidget(self._read)
        self.body.addLayout(row(None, self._confirm))
        self._key.textEdited.connect(self.key_typed)
        for field in (self._name, self._key):
            field.returnPressed.connect(self.focusNextChild)
        self._confirm.clicked.connect(self.confirm)

    def open_for(self, anchor: QWidget) -> None:
        """Ask for the key; what was typed before stands there still."""
        if not self.about:
            self.begin("new")
        self.open_at(anchor, QSize(_WIDTH, _ADD_HEIGHT + 2 * SHADOW), first=self._name)

    def show_typed_key(self, words: str, *, whole: bool) -> None:
        self._whole = whole
        self._read.setText(words)

    def _clear(self) -> None:
        for field in (self._name, self._key):
            field.clear()
        self.show_typed_key("", whole=False)

    def confirm(self) -> None:
        """Tell what was typed, unless something lacks."""
        if not self._may_tell():
            return
        if not self._name.text().strip():
            self._name.setFocus()
        elif not self._whole:
            self._key.setFocus()
        else:
            self._tell_and_close()
            self.confirmed.emit(self._name.text(), self._key.text())


class RetireKeyPanel(FloatingPanel):
    """Says what will no longer be taken before it is done."""

    confirmed = Signal(str)
    """The key."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Thu hồi khoá"))
        self._of = ""
        self._title = Label("", BODY_STRONG)
        self._key = Label("", muted=True, wrap=True)
        self._confirm = Button(self.tr("Thu hồi"), Kind.PRIMARY, badge=badge(Act.TAKE_PACK))
        self.body.addWidget(self._title)
        self.body.addWidget(self._key)
        said = self.tr("Gói ký bằng khoá này không được nhận nữa. Danh mục đang dùng vẫn giữ.")
        self.body.addWidget(Label(said, wrap=True))
        self.body.addLayout(row(None, self._confirm))
        self._confirm.clicked.connect(self.confirm)

    def open_for(self, line: SignerLine, anchor: QWidget) -> None:
        """Ask whether the packs of this key are taken no more."""
        self._of = line.key
        self._title.setText(self.tr("Thu hồi khoá · {name}").format(name=line.owner))
        self._key.setText(line.read)
        self.open_at(anchor, QSize(_WIDTH, _RETIRE_HEIGHT + 2 * SHADOW), first=self._confirm)

    def confirm(self) -> None:
        if self.isVisible():
            self.close_panel()
            self.confirmed.emit(self._of)
