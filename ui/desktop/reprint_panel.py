"""Asks why a paper is printed once more; the reason stays in the dossier's history."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.kit.button import Button
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.typography import BODY_STRONG, CAPTION

_SIZE = QSize(560, 178)
_COMMANDS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class ReprintPanel(AskingPanel):
    """The usual reasons, one press each, and a field for another one. Esc keeps what was typed."""

    reason_given = Signal(str)

    def __init__(self, owner: QWidget, key: str) -> None:
        super().__init__(owner, self.tr("In lại"), key)
        usual = [
            self.tr("Bản trước in hỏng"),
            self.tr("Công dân làm mất"),
            self.tr("Công dân xin thêm"),
        ]
        self._usual = [Button(words, height=FIELD_HEIGHT) for words in usual]
        self._own = Field(placeholder=self.tr("gõ rồi Enter"), longest=500)
        self._note_as(own=self._own)
        self.body.addWidget(Label(self.tr("Vì sao in lại?"), BODY_STRONG))
        self.body.addLayout(row(*self._usual, None))
        self.body.addLayout(row(FieldLabel(self.tr("Lý do khác"), self._own), (self._own, 1)))
        said = self.tr("Bản in ra ghi rõ là bản in lại; lý do nằm trong lịch sử hồ sơ.")
        self.body.addWidget(Label(said, CAPTION, muted=True))
        self.body.addStretch(1)
        for button, words in zip(self._usual, usual, strict=True):
            button.clicked.connect(lambda _=False, given=words: self._give(given))
        self._own.returnPressed.connect(lambda: self._give(self._own.text()))

    def open_for(self, paper: str, anchor: QWidget) -> None:
        """Ask why this paper is printed again."""
        if paper != self.about:
            self.put_away()
            self.begin(paper)
        first = self._own if self._own.text() else self._usual[0]
        self.open_at(anchor, _SIZE, first=first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter at one of the reasons begins one's own: its first space would press that one."""
        letter = event.text()
        if letter.strip() and letter.isprintable() and not event.modifiers() & _COMMANDS:
            self._own.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._own.insert(letter)
        else:
            super().keyPressEvent(event)

    def _give(self, reason: str) -> None:
        if reason.strip():
            self.forget()
            self.reason_given.emit(reason.strip())

    def _clear(self) -> None:
        self._own.clear()
