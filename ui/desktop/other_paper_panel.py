"""Asks for the name of a paper that is not in the procedure's list."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.draft_panel import DraftPanel
from ui.desktop.kit.button import Button
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.typography import BODY_STRONG

_SIZE = QSize(480, 118)


class OtherPaperPanel(DraftPanel):
    """Beside the papers, or beside the pages; Enter takes the name, Esc keeps it for its draft."""

    named = Signal(str)

    def __init__(self, owner: QWidget, anchor: QWidget, key: str, *, title: str, add: str) -> None:
        """
        Args:
            anchor: where it opens.
            add: what its button says.
        """
        super().__init__(owner, self.tr("Giấy tờ khác"), key)
        self._anchor = anchor
        self._name = Field(self.tr("Tên giấy tờ khác"), longest=255)
        self._note_as(name=self._name)
        self._name.returnPressed.connect(self._done)
        button = Button(add, badge="Enter", height=32)
        button.clicked.connect(self._done)
        self.body.addWidget(Label(title, BODY_STRONG))
        self.body.addLayout(row((self._name, 1), button))
        self.opened_again.connect(lambda _: self.ask())

    def ask(self) -> None:
        """Ask; what was typed for this draft before stands there still."""
        self._begin_draft()
        self.open_at(self._anchor, _SIZE, first=self._name)

    def _clear(self) -> None:
        self._name.clear()

    def _done(self) -> None:
        name = self._name.text().strip()
        if name:
            self.forget()
            self.named.emit(name)
