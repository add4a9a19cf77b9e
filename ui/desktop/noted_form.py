"""Fields that stand on a page itself: what was typed in them and not done yet is not lost."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desktop.entered import enter, entered
from ui.desktop.typed_notes import Typed, TypedNotes


class NotedForm(QObject):
    """Another row, another officer, a power cut: about the same matter it says what was entered.

    Its page calls ``begin`` when the fields stand as they are known, and ``put_away`` before it
    puts anything else into them.
    """

    def __init__(self, page: QWidget, key: str, **controls: QWidget) -> None:
        """
        Args:
            key: which form it is, in every version and language.
            controls: each by the name under which it is noted.
        """
        super().__init__(page)
        self._key, self._about = key, ""
        self._controls = tuple(controls.values())
        for name, control in controls.items():
            control.setObjectName(name)
        self._notes = TypedNotes()
        self._known: Typed = {}

    @property
    def is_changed(self) -> bool:
        """Tell whether something else stands in it than is known."""
        return bool(self._about and self._changes())

    def begin(self, about: str) -> None:
        """Ask about this, and say what was entered about it before."""
        self._about, self._known = about, entered(self._controls)
        enter(self._controls, self._notes.of(self._key, about))

    def note(self) -> None:
        """Note what differs from what was known."""
        if self._about:
            self._notes.keep(self._key, self._about, self._changes())

    def put_away(self) -> None:
        """Turn to another matter; what was typed of this one is noted."""
        self.note()
        self._about = ""

    def forget(self) -> None:
        """Drop what was typed: it is done."""
        self._notes.drop(self._key, self._about)
        self._about = ""

    def take_notes(self, notes: TypedNotes) -> None:
        """Serve another officer."""
        self.put_away()
        self._notes = notes

    def _changes(self) -> Typed:
        now = entered(self._controls).items()
        return {name: value for name, value in now if self._known.get(name) != value}
