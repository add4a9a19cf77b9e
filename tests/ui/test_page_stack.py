"""What appears on the page in front costs no look at the pages behind it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.frame.page_stack import PageStack


class Measured(QWidget):
    """A page that notes when somebody asks what it needs."""

    def __init__(self, needs: QSize) -> None:
        super().__init__()
        self.asked, self._needs = 0, needs

    def minimumSizeHint(self) -> QSize:
        self.asked += 1
        return self._needs


def test_a_line_that_appears_in_front_measures_no_page_behind(qtbot: QtBot) -> None:
    window, stack, line = QWidget(), PageStack(), QLabel("Đã gửi")
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(stack)
    front, behind = QWidget(), Measured(QSize(900, 900))
    QVBoxLayout(front).addWidget(line)
    line.hide()
    stack.addWidget(front)
    stack.addWidget(behind)
    with qtbot.waitExposed(window):
        window.show()
    behind.asked = 0

    line.show()

    assert line.isVisible()
    assert behind.asked == 0
    assert window.minimumSizeHint().height() < 900
    stack.setCurrentWidget(behind)
    assert stack.minimumSizeHint() == QSize(900, 900)
