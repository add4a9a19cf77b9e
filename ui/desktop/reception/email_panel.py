"""Alt+E: the e-mail of who hands in. Few have one, so that it takes no room on the page."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.desktop.draft_panel import DraftFieldsPanel
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.typography import CAPTION

_SIZE = QSize(440, 96)


class EmailPanel(DraftFieldsPanel):
    """Enter and Esc close it; what was typed stays."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Email người nộp"), "reception.email")
        self.field = Field(self.tr("Email người nộp"), longest=255)
        label = FieldLabel(self.tr("Email"), self.field)
        said = self.tr("In trên giấy hẹn, mẫu 02, 03; tỉnh báo kết quả qua email nếu có.")
        self.body.addLayout(row(label, (self.field, 1)))
        self.body.addWidget(Label(said, CAPTION, muted=True))
        self.field.returnPressed.connect(self.close_panel)

    def open_for(self, anchor: QWidget) -> None:
        self._begin_draft()
        self.open_at(anchor, _SIZE, first=self.field)
