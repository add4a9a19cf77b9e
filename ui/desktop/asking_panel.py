"""A panel that asks something: what was typed in it is there until its act is done."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.desktop.entered import enter, entered
from ui.desktop.kit.button import Button
from ui.desktop.kit.check import Check
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.keys_at import KeysAt, keys_within, put_keys
from ui.desktop.kit.offers import OfferField
from ui.desktop.kit.segmented import Segmented
from ui.desktop.typed_notes import Typed, TypedNotes


class _Doing(Enum):
    """Which act of its page is done, as far as a panel is concerned."""

    NONE = auto()
    TOLD = auto()
    """What it asked was told, and neither done nor refused yet."""
    OWN = auto()
    OTHER = auto()


class AskingPanel(FloatingPanel):
    """Esc, another page, another matter, another officer, a power cut: when it asks about the same
    again, it says what was entered. Passwords are never noted.

    A heir calls ``begin`` when its fields stand as they are known. Each of its controls has an
    object name, the same in every language: by that it is noted.

    Attributes:
        key: which panel it is, in every version and language.
        about: what it asks about; empty while it asks nothing.
    """

    asked_again = Signal(str)
    """It was open when the program was cut off: what it asked about. Its page opens it."""
    refused = Signal()
    """It was confirmed while its page does another act; it stays open as it is."""

    def __init__(self, owner: QWidget, name: str, key: str) -> None:
        super().__init__(owner, name)
        self.key, self.about = key, ""
        self._notes = TypedNotes()
        self._known: Typed = {}
        self._doing = _Doing.NONE
        self._as_told: Callable[[], None] = self.later()
        self._keys_left: QWidget | None = None
        self.closed.connect(self.note)

    @property
    def is_open(self) -> bool:
        return self.isVisible()

    def take_notes(self, notes: TypedNotes) -> None:
        """Serve another officer; what the one before typed is noted and off the screen."""
        self.put_away()
        self._notes = notes

    def note(self) -> None:
        """Note what differs from what was known when it began to ask."""
        if self.about:
            self._notes.keep(self.key, self.about, self._changes())

    def put_away(self) -> None:
        """Turn to nothing, or to another matter; what was typed of this one is noted."""
        self.note()
        self._leave()

    def forget(self) -> None:
        """Drop what was typed: the act was done."""
        if self.about:
            self._notes.drop(self.key, self.about)
        self._leave()

    def show_busy(self, busy: bool) -> None:
        """Its page does an act, or does none any more; what was told last is what is done."""
        own = self._doing in (_Doing.TOLD, _Doing.OWN)
        if busy:
            self._doing = _Doing.OWN if own else _Doing.OTHER
        else:
            self._doing = _Doing.TOLD if own else _Doing.NONE

    def done(self) -> None:
        """An act of its page was done: if it was this panel's, nothing of it is kept."""
        if self._doing in (_Doing.TOLD, _Doing.OWN):
            self.forget()

    def failed(self) -> None:
        """What was told last was not done: it asks again, as it was left, if the keys still are
        where they went when it closed. What the officer types next would be dead there, and a
        space would press whatever has the keys."""
        if self._doing is not _Doing.TOLD:
            return
        self._doing = _Doing.NONE
        if QApplication.focusWidget() is self._keys_left and self.owner_is_seen():
            self._as_told()
            unsaid = next((one for one in self._reason_fields() if not one.text().strip()), None)
            if unsaid is not None:
                unsaid.setFocus(Qt.FocusReason.PopupFocusReason)

    def ask_again(self, about: str) -> None:
        """Have it opened about this, as far as its page still can."""
        self.asked_again.emit(about)

    def later(self) -> Callable[[], None]:
        """Give what has it asked again as it stands now, after its page was covered."""
        about, keys = self.about, self.keys_at()

        def ask() -> None:
            self.ask_again(about)
            if keys is not None:
                self.put_keys(keys)

        return ask

    def keys_at(self) -> KeysAt | None:
        """Give which control of it has the keys; None where none has."""
        return keys_within(self)

    def put_keys(self, keys: KeysAt) -> None:
        """Put the keys there, if it is open."""
        if self.isVisible():
            put_keys(self, keys, next(iter(self._stops_in_order()), self))

    def begin(self, about: str) -> None:
        """Ask about this, and say what was entered about it before."""
        self.about = about
        self._known = entered(self._controls())
        self._take_up(self._notes.of(self.key, about))

    def _backs(self) -> tuple[QWidget | None, ...]:
        """Never onto the button of another act, on which the next space would be that act."""
        backs = super()._backs()
        return backs[::-1] if isinstance(backs[0], Button) else backs

    def _may_tell(self) -> bool:
        """Tell whether what was entered is taken now; refuse it while another act is done."""
        busy = self._doing in (_Doing.OWN, _Doing.OTHER)
        if self.isVisible() and busy:
            self.refused.emit()
        return self.isVisible() and not busy

    def _tell_and_close(self) -> None:
        """Close, because the act is asked for now."""
        self._doing = _Doing.TOLD
        self._as_told = self.later()
        self.close_panel()
        self._keys_left = QApplication.focusWidget()

    def _note_as(self, **controls: QWidget) -> None:
        """Note what is entered in these by their names."""
        for name, control in controls.items():
            control.setObjectName(name)

    def _clear(self) -> None:
        """Empty every field; passwords, too."""
        raise NotImplementedError

    def _changes(self) -> Typed:
        return {
            name: v for name, v in entered(self._controls()).items() if self._known.get(name) != v
        }

    def _take_up(self, typed: Typed) -> None:
        """Enter what was typed as the officer would, so that whoever listens hears of it."""
        enter(self._controls(), typed)

    def _controls(self) -> list[QWidget]:
        """Give its controls as they are now."""
        kinds = (QLineEdit, Segmented, Combo, Check)
        return [one for one in self.findChildren(QWidget) if isinstance(one, kinds)]

    def _reason_fields(self) -> list[OfferField]:
        """Give the fields that ask why, as far as they are seen."""
        return [one for one in self.findChildren(OfferField) if one.isVisible()]

    def _leave(self) -> None:
        self.about = ""
        self._doing = _Doing.OTHER if self._doing in (_Doing.OWN, _Doing.OTHER) else _Doing.NONE
        self._clear()
        self.close_panel()
