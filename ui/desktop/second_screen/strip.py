"""Beside the tabs: what is so of the citizen's display, and the officer's two answers for it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.layout import measure_anew, row
from ui.desktop.kit.marks import TONE_ICONS, chip_width, paint_chip
from ui.desktop.kit.paint import line
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.second_screen.told import Told

_HEIGHT, _BUTTON = 36, 28


class CitizenStrip(QWidget):
    """Hidden while there is no second screen. It moves nothing when what it says changes."""

    answered = Signal(bool)
    choices_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chip = _Chip()
        self.right = Button(self.tr("Đúng"), badge=badge(Act.CITIZEN_RIGHT), height=_BUTTON)
        self.wrong = Button(self.tr("Chưa đúng"), badge=badge(Act.CITIZEN_WRONG), height=_BUTTON)
        self.choices = Button(sign=Icon.DESKTOP, height=_BUTTON, name=self.tr("Màn hình dân: chọn"))
        for button in (self.right, self.wrong, self.choices):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay on the page
        self.right.clicked.connect(lambda: self._answer(True))
        self.wrong.clicked.connect(lambda: self._answer(False))
        self.choices.clicked.connect(self.choices_wanted)
        layout = row(self._chip, self.right, self.wrong, self.choices)
        layout.setContentsMargins(8, 3, 12, 3)
        self.setLayout(layout)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_told(Told())

    def show_told(self, told: Told) -> None:
        """Show what the presenter tells."""
        self._chip.say(told.words, told.tone)
        self._chip.setVisible(bool(told.words))
        for button in (self.right, self.wrong):
            button.setVisible(told.may_answer)
        measure_anew(self._chip, self)

    def offer(self, offered: bool) -> None:
        """Be there, or not: only who has a second screen has something to choose."""
        self.setVisible(offered)

    def set_compact(self, compact: bool) -> None:
        """Give room back to the tabs: the keys stay in the key sheet, the colour of the chip."""
        for button, act in ((self.right, Act.CITIZEN_RIGHT), (self.wrong, Act.CITIZEN_WRONG)):
            button.badge = "" if compact else badge(act)
            measure_anew(button, self)
        self._chip.set_compact(compact)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.width(), self.height() - 1, theme().line)

    def _answer(self, right: bool) -> None:
        if not self.right.isHidden():  # a key presses buttons that nobody sees, too
            self.answered.emit(right)


class _Chip(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._words, self._tone, self._compact = "", Tone.MUTE, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str, tone: Tone) -> None:
        self._words, self._tone = words, tone
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._seen(), self._sign()), _BUTTON)

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = QRectF(self.rect()).center().y()
        paint_chip(QPainter(self), 0, middle, self._seen(), self._tone, self._sign())

    def _seen(self) -> str:
        return "" if self._compact and self._tone is Tone.MUTE else self._words

    def _sign(self) -> Icon | None:
        return TONE_ICONS[self._tone] or Icon.DESKTOP
