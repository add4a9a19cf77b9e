"""What can be done with the page in front: words and keys below it, icons where it is narrow."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.check import Check
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.layout import column, holding, row

_HEIGHT = 32


class PageTools(QWidget):
    """Rows of quiet buttons. Where the window is small only the first one stays, and all keys."""

    acted = Signal(object)
    """An ``Act``."""

    def __init__(self) -> None:
        super().__init__()
        first = (
            (self.tr("Xoay"), Act.TURN, Icon.REFRESH),
            (self.tr("Tách"), Act.SPLIT, Icon.MINUS),
            (self.tr("Ghép"), Act.JOIN, Icon.STACK),
            (self.tr("Che"), Act.MASK, Icon.LOCK),
            (self.tr("Bỏ"), Act.THROW_AWAY, Icon.CIRCLE_X),
        )
        second = (
            (self.tr("Hoàn tác"), Act.UNDO),
            (self.tr("Làm lại"), Act.REDO),
            (self.tr("Lúc quét"), Act.AS_IT_CAME),
            (self.tr("Bỏ xếp"), Act.UNASSIGN),
        )
        self._signs = {self._button(words, act): sign for words, act, sign in first}
        self._others = [self._button(words, act) for words, act in second]
        words = self.tr("Ghi “Chỉ dùng cho hồ sơ này”")
        self._purpose = Check(words, badge=badge(Act.PURPOSE))
        self._purpose.clicked.connect(partial(self._tell, Act.PURPOSE))
        self._purpose.hide()
        self._second = holding(row(*self._others, None, gap=2))
        first_row = row(*self._signs, None, gap=2)
        layout = column(row(10, self._purpose, None), first_row, self._second, gap=2)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def stops(self) -> list[QWidget]:
        """Give them in reading order."""
        return [self._purpose, *self._signs, *self._others]

    def show_page(self, there_is_one: bool, says_purpose: bool | None) -> None:
        """Follow the page in front.

        Args:
            says_purpose: a copy of two sides says what it is for; None: it is none.
        """
        for button in (*self._signs, *self._others):
            button.setEnabled(there_is_one)
        self._purpose.setVisible(says_purpose is not None)
        self._purpose.setChecked(says_purpose is True)

    def set_fit(self, fit: Fit) -> None:
        slim = fit.compact or fit.narrow
        for button, sign in self._signs.items():
            button.set_words(button.text(), sign if slim else None)
            button.show_words(not slim)
        self._second.setVisible(not (slim or fit.low))

    def _button(self, words: str, act: Act) -> Button:
        button = Button(words, Kind.QUIET, badge=badge(act), height=_HEIGHT)
        button.clicked.connect(partial(self._tell, act))
        return button

    def _tell(self, act: Act, _checked: bool = False) -> None:
        self.acted.emit(act)
