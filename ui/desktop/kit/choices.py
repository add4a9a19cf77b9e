"""A few choices below one another, each with what follows it and the digit that chooses it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui.desktop.kit.layout import column
from ui.desktop.kit.marks import key_width, paint_key
from ui.desktop.kit.paint import box, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS
from ui.desktop.kit.typography import BODY_STRONG, CAPTION

_HEIGHT: Final = 68
_LOW: Final = 44
_SIDE, _DISC, _DOT, _TEXT_X = 12, 20, 10, 44
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class Choice(NamedTuple):
    """One of them. ``off`` says why it cannot be chosen now."""

    value: str
    title: str
    follows: str
    off: str = ""


class Choices(QWidget):
    """Exclusive; the arrow keys move the choice, past what is off. Digits are their page's."""

    value_chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._chosen)
        self._layout = column()
        self.setLayout(self._layout)
        self._cards: dict[str, _Card] = {}
        self._offered: tuple[Choice, ...] = ()
        self._low = False

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; nothing is announced, and what was chosen stays so while it is offered."""
        if tuple(choices) == self._offered:
            return
        chosen = self.value()
        self._offered = tuple(choices)
        for card in self._cards.values():
            self._group.removeButton(card)
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {
            choice.value: _Card(choice, str(number), self)
            for number, choice in enumerate(choices, start=1)
        }
        for card in self._cards.values():
            card.set_low(self._low)
            self._group.addButton(card)
            self._layout.addWidget(card)
        self.show_value(chosen)
        self._let_tab_stop_at_one()

    def set_low(self, low: bool) -> None:
        """Leave out what follows each: the window is not high enough."""
        self._low = low
        for card in self._cards.values():
            card.set_low(low)

    def show_value(self, value: str | None) -> None:
        """Show this choice, or that there is none yet; the keys go along."""
        has_keys = any(card.hasFocus() for card in self._cards.values())
        self._group.setExclusive(False)
        for each, card in self._cards.items():
            card.setChecked(each == value)
        self._group.setExclusive(True)
        self._let_tab_stop_at_one()
        if has_keys:
            self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> str | None:
        return next((value for value, card in self._cards.items() if card.isChecked()), None)

    def focus_target(self) -> QWidget:
        """Give the choice at which the Tab key stops; the whole while it has none."""
        cards = self._cards.values()
        return next((card for card in cards if card.isChecked()), next(iter(cards), self))

    def step(self, from_card: QAbstractButton, by: int) -> None:
        """Choose the neighbour of one that can be chosen, around the end if need be."""
        cards = [card for card in self._cards.values() if card.isEnabled()]
        near = cards[(cards.index(from_card) + by) % len(cards)]  # type: ignore[arg-type]
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        near.click()

    def _chosen(self, card: QAbstractButton) -> None:
        self._let_tab_stop_at_one()
        self.value_chosen.emit(next(value for value, c in self._cards.items() if c is card))

    def _let_tab_stop_at_one(self) -> None:
        target = self.focus_target()
        for card in self._cards.values():
            policy = Qt.FocusPolicy.StrongFocus if card is target else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(policy)


class _Card(QAbstractButton):
    def __init__(self, choice: Choice, digit: str, parent: Choices) -> None:
        super().__init__(parent)
        self._list, self.badge = parent, digit
        self._says = choice.off or choice.follows
        self._low = False
        self.setText(choice.title)
        self.setAccessibleName(f"{parent.accessibleName()}: {choice.title}")
        self.setAccessibleDescription(self._says)
        self.setToolTip(self._says)
        self.setCheckable(True)
        self.setEnabled(not choice.off)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_low(self, low: bool) -> None:
        self._low = low
        self.updateGeometry()
        self.update()

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS

    def sizeHint(self) -> QSize:
        return QSize(320, _LOW if self._low else _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self._list.step(self, step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        on, off = self.isChecked(), not self.isEnabled()
        ground = t.sunken if off else t.tint if on else t.hover if self.underMouse() else t.surface
        box(painter, QRectF(self.rect()), ground, t.accent if on else t.line if off else t.edge)
        title_y = 12 if not self._low else (self.height() - 22) / 2
        self._paint_disc(painter, title_y + 11, on=on, off=off)
        key_x = self.width() - _SIDE - key_width(self.badge)
        paint_key(painter, key_x, title_y + 11, self.badge)
        ink = t.text2 if off else t.text
        room = QRectF(_TEXT_X, title_y, key_x - _TEXT_X - 8, 22)
        words(painter, room, self.text(), BODY_STRONG, ink)
        if not self._low:
            says = QRectF(_TEXT_X, title_y + 26, self.width() - _TEXT_X - _SIDE, 18)
            words(painter, says, self._says, CAPTION, t.text2)

    def _paint_disc(self, painter: QPainter, middle: float, *, on: bool, off: bool) -> None:
        t = theme()
        disc = QRectF(_SIDE, middle - _DISC / 2, _DISC, _DISC)
        ground = t.sunken if off else t.surface
        box(painter, disc, ground, t.accent if on else t.edge, radius=_DISC / 2)
        if on:
            inset = (_DISC - _DOT) / 2
            dot = disc.adjusted(inset, inset, -inset, -inset)
            box(painter, dot, t.accent, radius=_DOT / 2)
