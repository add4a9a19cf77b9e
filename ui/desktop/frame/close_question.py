"""The one question before the program ends: what is being typed would be gone."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.typography import BODY_STRONG


class CloseQuestion(FloatingPanel):
    """Stays by default; Esc stays as well."""

    close_confirmed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Đóng chương trình"))
        self._count = Label("", BODY_STRONG, wrap=True)
        self._stay = Button(self.tr("Ở lại"), badge="Esc")
        self._stay.clicked.connect(self.close_panel)
        self._leave = Button(self.tr("Đóng, bỏ phần đang nhập"), Kind.DANGER)
        self._leave.clicked.connect(self.close_confirmed)
        self.body.addWidget(self._count)
        self.body.addWidget(
            Label(self.tr("Hồ sơ đã tiếp nhận vẫn an toàn trong máy."), muted=True, wrap=True)
        )
        self.body.addLayout(row(None, self._leave, self._stay))

    def ask(self, drafts: int, anchor: QWidget) -> None:
        """Ask, naming how many drafts would be lost."""
        words = self.tr("Còn %n hồ sơ đang nhập, chưa tiếp nhận.", "", drafts)
        self._count.setText(words)
        self.open_at(anchor, QSize(440, 164), first=self._stay)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from one answer to the other."""
        return self.go_round((self._stay, self._leave), forward)
