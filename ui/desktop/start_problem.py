"""What is seen in place of the window when the program cannot begin: it may have no terminal."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station.errors import StationError
from station.words import Language
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.typography import TITLE
from ui.messages import message

_WIDTH, _MARGIN = 560, 24


class StartProblem(QWidget):
    """One error in words; Enter or Esc ends the program."""

    def __init__(self, error: StationError, language: Language) -> None:
        super().__init__()
        said = message(error, language)
        self.setWindowTitle(self.tr("Trạm Một Cửa"))
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(str(said))
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        column.addWidget(Label(said.title, TITLE, wrap=True))
        for part in (said.happened, said.safe, said.do):
            if part:
                column.addWidget(Label(part, wrap=True))
        end = Button(self.tr("Đóng"), Kind.PRIMARY, badge="Esc")
        end.clicked.connect(self.close)
        column.addLayout(row(Label(said.code, muted=True), None, end))
        end.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)
