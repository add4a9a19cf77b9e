"""The lawful acts of a dossier as buttons: one widget an act, for as long as it is lawful."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station.domain.acts import DossierAct
from ui.desktop.dossier.view_model import ActChoice
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.tokens import ACTION_HEIGHT, BUTTON_HEIGHT, GAP
from ui.desktop.shortcuts import bind, bind_refusal, do

KEY_OF: Final = {
    DossierAct.FORWARD: Act.DOSSIER_FORWARD,
    DossierAct.RETURN: Act.DOSSIER_RETURN,
    DossierAct.ARRIVE: Act.DOSSIER_ARRIVE,
    DossierAct.BRING: Act.DOSSIER_BRING,
    DossierAct.SUPPLEMENT: Act.DOSSIER_SUPPLEMENT,
    DossierAct.REFUSE: Act.DOSSIER_REFUSE,
    DossierAct.CORRECT: Act.DOSSIER_CORRECT,
    DossierAct.WITHDRAW: Act.DOSSIER_WITHDRAW,
    DossierAct.DECLARE_SLIP_LOST: Act.DOSSIER_SLIP_LOST,
}
"""The key of each act of the counter; the expected one has ``Act.CONFIRM`` too."""


class ActButtons(QWidget):
    """A row in the order of the law from the right: the expected act is last, and the primary.

    Where there is no room for all of them, the first ones are behind one button, which opens the
    palette; their keys do what they did.

    A button is never made anew while its act is lawful, so the keys stay on it when others come
    and go around it. When its own act is gone they go to ``shelter``, which does nothing: never to
    a neighbour, on which the next Enter would be another act.
    """

    chosen = Signal(object, object)
    """An ``ActChoice`` and its button, or the one that it is behind."""
    refused = Signal()
    """A key of an act was pressed while another one is done."""
    out_of_place = Signal(object)
    """The key of a ``DossierAct`` was pressed that is not lawful now."""

    def __init__(self, shelter: QWidget) -> None:
        super().__init__()
        self._shelter = shelter
        self._choices: dict[DossierAct, ActChoice] = {}
        self._buttons: dict[DossierAct, Button] = {}
        self._keys: dict[DossierAct, QWidget] = {}  # of a button that is hidden they would be dead
        self._busy = False
        self._left: DossierAct | None = None  # had the keys when the page became busy
        self._refusing = QWidget(self)  # the keys of buttons that are off would do nothing at all
        self._refusing.setFixedSize(0, 0)
        self._refusing.hide()
        for key in KEY_OF.values():
            bind(self._refusing, key, self.refused.emit)
        self._absent = {act: QWidget(self) for act in KEY_OF}  # their keys must not be dead either
        for act, absent in self._absent.items():
            absent.setFixedSize(0, 0)
            bind_refusal(absent, KEY_OF[act], partial(self.out_of_place.emit, act))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._rest = Button(self.tr("Việc khác"), badge=badge(Act.PALETTE))
        self._rest.clicked.connect(lambda: do(self.window(), Act.PALETTE))
        self._layout.addWidget(self._rest)

    def show_acts(
        self, acts: tuple[ActChoice, ...], *, expected: bool, compact: bool, with_keys: bool
    ) -> None:
        """Show these acts and no other.

        Args:
            expected: the first of them is what comes next, and is marked so.
            with_keys: there is room for the key of each; else it stands in the tooltip.
        """
        for act in self._buttons.keys() - {choice.act for choice in acts}:
            self._choices.pop(act, None)
            self._take_away(act)
        for act in {choice.act for choice in acts} - self._buttons.keys():
            self._make(act)
        self._choices = {choice.act: choice for choice in reversed(acts)}
        for act, choice in self._choices.items():
            first = expected and act is acts[0].act
            button = self._buttons[act]
            button.set_words(choice.label)
            key = badge(Act.CONFIRM if first else KEY_OF[act])
            button.set_badge(key if first or with_keys else "")
            button.setToolTip(f"{choice.label} ({key})")
            button.set_kind(Kind.PRIMARY if first else Kind.SECONDARY)
            button.set_height(BUTTON_HEIGHT if compact else ACTION_HEIGHT)
            self._layout.removeWidget(button)
            self._layout.addWidget(button)
        self._rest.set_height(BUTTON_HEIGHT if compact else ACTION_HEIGHT)
        self._show_absent()
        self.updateGeometry()
        around = self.parentWidget()
        if around is not None and (layout := around.layout()) is not None:
            layout.activate()  # by the room for the acts before, one that has the keys may go
        self._show_what_fits()

    def show_busy(self, busy: bool) -> None:
        """Take no act while one is being done; afterwards the keys are on the same act again."""
        if busy == self._busy:
            return
        self._busy = busy
        self._refusing.setVisible(busy)
        self._show_absent()
        if busy:
            self._left = next((a for a, b in self._buttons.items() if b.hasFocus()), None)
            self._shelter_keys(*self._buttons.values())
        for held in (*self._buttons.values(), *self._keys.values()):
            held.setEnabled(not busy)
        back = self._buttons.get(self._left) if self._left and not busy else None
        if back is not None and self._shelter.hasFocus():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> Mapping[DossierAct, Button]:
        """Give the buttons in the order in which they stand, by their act."""
        return {act: self._buttons[act] for act in self._choices}

    def last(self) -> Button | None:
        """Give the button of the first act in the order of the law."""
        return self._buttons[next(reversed(self._choices))] if self._choices else None

    def choose(self, act: DossierAct) -> None:
        """Choose an act as its button does, if it is lawful now."""
        if self._busy:
            self.refused.emit()
        elif act in self._choices:
            button = self._buttons[act]
            self.chosen.emit(self._choices[act], self._rest if button.isHidden() else button)

    def stops(self) -> tuple[Button, ...]:
        """Give what takes the keys, in the order in which it stands."""
        return (self._rest, *self.buttons().values())

    def sizeHint(self) -> QSize:
        return QSize(_width_of(self._in_order()), self._rest.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Give the room of the expected act and of the button that leads to the others."""
        shown = self._in_order()[-1:]
        fewest = (self._rest, *shown) if len(self._choices) > 1 else shown
        return QSize(_width_of(fewest), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

    def _in_order(self) -> tuple[Button, ...]:
        return tuple(self.buttons().values())

    def _show_what_fits(self) -> None:
        buttons = self._in_order()
        hidden = 0
        if _width_of(buttons) > self.width():
            while hidden < len(buttons) - 1 and (
                _width_of((self._rest, *buttons[hidden:])) > self.width()
            ):
                hidden += 1
        self._rest.setVisible(bool(hidden))
        self._shelter_keys(*buttons[:hidden])
        for number, button in enumerate(buttons):
            button.setVisible(number >= hidden)  # a layout shows it only later
        self._layout.activate()

    def choose_last(self) -> None:
        """Choose what ``last`` gives."""
        if self._choices:
            self.choose(next(reversed(self._choices)))

    def _show_absent(self) -> None:
        for act, absent in self._absent.items():
            absent.setVisible(not self._busy and act not in self._choices)

    def _make(self, act: DossierAct) -> None:
        button = Button(parent=self)
        button.setEnabled(not self._busy)
        button.clicked.connect(partial(self.choose, act))
        self._keys[act] = keys = QWidget(self)
        keys.setFixedSize(0, 0)
        keys.setEnabled(not self._busy)
        keys.show()
        bind(keys, KEY_OF[act], partial(self.choose, act))
        self._buttons[act] = button

    def _take_away(self, act: DossierAct) -> None:
        button = self._buttons.pop(act)
        self._shelter_keys(button)
        self._layout.removeWidget(button)
        for gone in (button, self._keys.pop(act)):
            gone.hide()
            gone.deleteLater()

    def _shelter_keys(self, *leaving: Button) -> None:
        """Take the keys off buttons that are about to go, before Qt gives them to the next one."""
        if any(button.hasFocus() for button in leaving):
            self._shelter.setFocus(Qt.FocusReason.OtherFocusReason)


def _width_of(buttons: Sequence[Button]) -> int:
    gaps = GAP * max(0, len(buttons) - 1)
    return sum(button.sizeHint().width() for button in buttons) + gaps
