"""The lawful grounds on which a dossier is accepted although a mandatory paper is missing."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.draft_panel import DraftPanel
from ui.desktop.kit.button import Button
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.typography import BODY_STRONG
from ui.desktop.reception.view_model import Ground

_WIDTH = 640
_LINE = FIELD_HEIGHT + 8
_AROUND = 112
_SIDES = 36
_MOST_KEYS = 9
_SHORTEST = 10


class GroundPanel(DraftPanel):
    """One button a ground, pressed by its number, and a field for a provision in the officer's own
    words, which stay with their draft: one that was chosen can be put right."""

    ground_chosen = Signal(str)
    """The ground; empty takes it back."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Căn cứ khác"), "reception.ground")
        self._buttons: list[Button] = []
        self._head = Label(self.tr("Nhận khi còn thiếu, theo căn cứ"), BODY_STRONG)
        self._own = Field(placeholder=self.tr("ghi rõ điều khoản"), longest=1000)
        own = FieldLabel(self.tr("Căn cứ khác"), self._own)
        self._note_as(own=self._own)
        self._own.returnPressed.connect(self._take_own)
        self._take_button = Button(self.tr("Dùng căn cứ này"), height=FIELD_HEIGHT)
        self._take_button.clicked.connect(self._take_own)
        self._drop_button = Button(self.tr("Bỏ căn cứ"), height=FIELD_HEIGHT)
        self._drop_button.clicked.connect(self._drop)
        self.body.addWidget(self._head)
        self.body.addLayout(row(own, (self._own, 1), self._take_button, self._drop_button))
        self.body.addStretch(1)

    def show_grounds(self, grounds: tuple[Ground, ...]) -> None:
        for button in self._buttons:
            self.body.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, ground in enumerate(grounds, start=1):
            key = str(place) if place <= _MOST_KEYS else ""
            button = Button(
                ground.words, badge=key, height=FIELD_HEIGHT, gives_way=True, fills=True
            )
            button.setToolTip(ground.words)
            button.clicked.connect(lambda _=False, value=ground.value: self._take(value))
            self.body.insertWidget(place, button)
            self._buttons.append(button)
        stops = (*self._buttons, self._own, self._take_button, self._drop_button)
        tab_through(stops)

    def open_for(self, anchor: QWidget) -> None:
        self._begin_draft()
        height = _AROUND + _LINE * len(self._buttons)
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        width = max(_WIDTH, widest + _SIDES)  # the source of a ground stands at its end
        first: QWidget = self._buttons[0] if self._buttons else self._own
        self.open_at(anchor, QSize(width, height), first=first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number that no field took presses the ground with it."""
        number = event.text()
        pressed = next((b for b in self._buttons if b.badge and b.badge == number), None)
        if pressed is not None and not event.isAutoRepeat():
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _take_own(self) -> None:
        words = self._own.text().strip()
        if len(words) >= _SHORTEST:
            self._take(words)
        else:
            self._own.setFocus()

    def _take(self, value: str) -> None:
        self.close_panel()
        self.ground_chosen.emit(value)

    def _drop(self) -> None:
        self.forget()
        self.ground_chosen.emit("")

    def _clear(self) -> None:
        self._own.clear()
