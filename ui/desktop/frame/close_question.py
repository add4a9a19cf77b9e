"""The one question before the program ends: what is kept, and what the province does not have."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.typography import BODY_STRONG


class CloseQuestion(FloatingPanel):
    """Nothing is lost by either answer. Enter ends the program, Esc stays."""

    close_confirmed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Đóng chương trình"))
        self._drafts = Label("", BODY_STRONG, wrap=True)
        self._waiting = Label("", BODY_STRONG, wrap=True)
        self._stay = Button(self.tr("Ở lại"), badge="Esc")
        self._stay.clicked.connect(self.close_panel)
        self._leave = Button(self.tr("Đóng chương trình"), Kind.PRIMARY)
        self._leave.clicked.connect(self.close_confirmed)
        self._kept = Label(
            self.tr("Mọi thứ đã ghi, mã hoá trong máy này; lần mở sau thấy lại đúng chỗ, tự gửi."),
            muted=True,
            wrap=True,
        )
        for label in (self._drafts, self._waiting, self._kept):
            self.body.addWidget(label)
        self.body.addLayout(row(None, self._stay, self._leave))

    def ask(self, drafts: int, waiting: int, anchor: QWidget) -> None:
        """Ask, naming how many drafts are open and how many events the province does not have."""
        self._drafts.setVisible(drafts > 0)
        self._drafts.setText(self.tr("Còn %n hồ sơ đang nhập, chưa tiếp nhận.", "", drafts))
        self._waiting.setVisible(waiting > 0)
        self._waiting.setText(self.tr("Còn %n việc chưa gửi về tỉnh.", "", waiting))
        height = 188 if drafts and waiting else 164
        self.open_at(anchor, QSize(460, height), first=self._leave)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from one answer to the other."""
        return self.go_round((self._stay, self._leave), forward)
