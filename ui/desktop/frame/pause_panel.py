"""For how long the line is left to somebody else: three answers, each with its end."""

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from station.domain.line_pause import PauseEnds, PauseLength
from station.words import moment
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.label import Label
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.typography import BODY_STRONG

_WIDTH: Final = 460


class PausePanel(FloatingPanel):
    """Enter takes the shortest; a digit takes its answer; Esc, or the key again, leaves it."""

    chosen = Signal(object)
    """A ``PauseLength``."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Tạm dừng gửi"))
        self._answers: dict[PauseLength, Button] = {}
        self.body.addWidget(Label(self.tr("Nhường đường truyền trong bao lâu?"), BODY_STRONG))
        for number, length in enumerate(PauseLength, start=1):
            kind = Kind.PRIMARY if number == 1 else Kind.SECONDARY
            button = Button("", kind, badge=str(number), fills=True)
            button.clicked.connect(partial(self._choose, length))
            self._answers[length] = button
            self.body.addWidget(button)
        said = self.tr(
            "Máy gửi nốt phần đang dở rồi dừng. Không mất gì: việc chờ gửi nằm an toàn ở máy này,"
            " hết giờ máy tự gửi tiếp và báo."
        )
        self.body.addWidget(Label(said, muted=True, wrap=True))
        self.body.addWidget(
            key_line(
                (badge(Act.PAUSE_LINE), self.tr("gửi tiếp lúc nào cũng được")),
                ("Esc", self.tr("thôi")),
            )
        )

    def ask(self, ends: PauseEnds, now: datetime, anchor: QWidget) -> None:
        """Ask, saying of each answer when it ends by itself."""
        for length, end in ends:
            words = self._words(length).format(time=moment(end, now))
            self._answers[length].set_words(words)
        first = self._answers[ends[0][0]]
        self.open_at(anchor, QSize(_WIDTH, self.body.totalHeightForWidth(_WIDTH)), first=first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lengths = list(PauseLength)
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(lengths) and not event.modifiers() & ~_KEYPAD:
            self._choose(lengths[number])
        else:
            super().keyPressEvent(event)

    def _choose(self, length: PauseLength) -> None:
        if self.isVisible():
            self.close_panel()
            self.chosen.emit(length)

    def _words(self, length: PauseLength) -> str:
        match length:
            case PauseLength.QUARTER:
                return self.tr("15 phút, đến {time}")
            case PauseLength.HOUR:
                return self.tr("1 giờ, đến {time}")
            case PauseLength.UNTIL_RESUMED:
                return self.tr("Đến khi tôi bấm lại, muộn nhất {time}")


_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
