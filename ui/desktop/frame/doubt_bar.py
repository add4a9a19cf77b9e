"""Above every page but the reception: did a paper in doubt come out."""

from PySide6.QtCore import Signal

from ui.desktop.keys import Act, badge
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone


class DoubtBar(Banner):
    """One question at a time; hidden where there is none, and where the page asks itself."""

    answered = Signal(bool)
    """Whether it came out."""

    def __init__(self) -> None:
        self.came_out = Button(self.tr("Đã ra"), badge=badge(Act.CAME_OUT), height=FIELD_HEIGHT)
        self.not_out = Button(self.tr("Chưa ra"), badge=badge(Act.NOT_OUT), height=FIELD_HEIGHT)
        super().__init__((self.came_out, self.not_out), flush=True)
        self.came_out.clicked.connect(lambda: self._answer(True))
        self.not_out.clicked.connect(lambda: self._answer(False))
        self._question = ""
        self._is_asked_elsewhere = False
        self.hide()

    def ask(self, question: str) -> None:
        """Ask this; an empty question is none."""
        self._question = question
        self._show()

    def stand_aside(self, is_asked_elsewhere: bool) -> None:
        """Leave the question to the page in front, or take it back."""
        self._is_asked_elsewhere = is_asked_elsewhere
        self._show()

    def _answer(self, came_out: bool) -> None:
        if not self.isHidden():  # a key presses buttons that nobody sees, too
            self.answered.emit(came_out)

    def _show(self) -> None:
        if self._question and not self._is_asked_elsewhere:
            self.say(self._question, Tone.WARN)
        else:
            self.hide()
