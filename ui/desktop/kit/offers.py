"""A field that offers words: nobody need type a reason that the catalogue has."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.layout import row

OFFER = 28
"""Height of an offer that can be pressed."""
MOST_SHOWN = 4
"""More than these are reached by the keys alone."""
_SHOWN = 72
"""Letters of an offer that have room on one line."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class OfferField(Field):
    """Up and down put the next offer in, as if it were typed; what is typed stays free."""

    def __init__(
        self, name: str = "", *, placeholder: str = "", longest: int = 255, width: int | None = None
    ) -> None:
        super().__init__(name, placeholder=placeholder, longest=longest, width=width)
        self._usual = placeholder
        self._offers: tuple[str, ...] = ()
        self._awaits = False
        self._held: list[int] = []

    def set_offers(self, offers: Sequence[str]) -> None:
        """Offer these words; none leaves a plain field. Keys that waited for them are done."""
        self._offers = tuple(offers)
        self._awaits = False
        told = " · ".join(filter(None, (self.tr("↑ ↓ chọn, hoặc gõ"), self._usual)))
        self.setPlaceholderText(told if self._offers else self._usual)
        held, self._held = self._held, []
        for step in held:
            self._step(step)

    def await_offers(self) -> None:
        """Hold the keys: other offers are on their way, and none of the earlier can be taken."""
        self._awaits = True
        self._held = []

    def offers(self) -> tuple[str, ...]:
        return self._offers

    def take(self, words: str) -> None:
        """Put an offer in, unless others are on their way."""
        if not self._awaits:
            self.setText(words)
            self.textEdited.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self._awaits:
                self._held.append(step)
                return
            if self._offers:
                self._step(step)
                return
        super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        if not self._offers:
            return
        at = self._offers.index(self.text()) if self.text() in self._offers else None
        start = -1 if step > 0 else 0
        self.take(self._offers[((start if at is None else at) + step) % len(self._offers)])


class Offers(QWidget):
    """The same words below the field, to be pressed."""

    def __init__(self, field: OfferField) -> None:
        super().__init__()
        self._field = field
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_offers(self, offers: Sequence[str]) -> None:
        """Offer these words in the field and below it."""
        shown = self._field.offers() == tuple(offers) and len(self._rows) == min(
            MOST_SHOWN, len(offers)
        )
        if not shown:
            self._build(offers)
        self._field.set_offers(offers)

    def _build(self, offers: Sequence[str]) -> None:
        for old in self._rows:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        for words in offers[:MOST_SHOWN]:
            shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
            offer = Button(shown, Kind.QUIET)
            offer.set_height(OFFER)
            offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field steps through them
            offer.clicked.connect(partial(self._field.take, words))
            line = QWidget()
            line.setLayout(row(offer, None))
            self._layout.addWidget(line)
            self._rows.append(line)
        self.setFixedHeight(self.shown_height())

    def shown_height(self) -> int:
        """Give the room that the offers take."""
        return OFFER * len(self._rows)
