"""Asks for the name of a paper that is not in the procedure's list."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.button import Button
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.typography import BODY_STRONG


class OtherRow(FloatingPanel):
    """Opens beside the pages; Enter takes the name."""

    named = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Giấy tờ khác"))
        self._name = Field(self.tr("Tên giấy tờ khác"), longest=255)
        self._name.returnPressed.connect(self._done)
        add = Button(self.tr("Xếp"), badge="Enter", height=32)
        add.clicked.connect(self._done)
        self.body.addWidget(Label(self.tr("Xếp trang vào giấy tờ khác"), BODY_STRONG))
        self.body.addLayout(row((self._name, 1), add))

    def ask(self, anchor: QWidget) -> None:
        """Ask, beside a part of the page."""
        self._name.clear()
        self.open_at(anchor, QSize(420, 118), first=self._name)

    def _done(self) -> None:
        name = self._name.text().strip()
        if name:
            self.close_panel()
            self.named.emit(name)
