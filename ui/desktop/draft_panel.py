"""A panel that asks something about the draft in front: what was typed stays with the draft."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel
from ui.desktop.typed_notes import Typed


class DraftPanel(AskingPanel):
    """Its page tells which draft is in front."""

    opened_again = Signal(str)
    """It was open for this draft when the program was cut off: about what of it."""

    def __init__(self, owner: QWidget, name: str, key: str) -> None:
        super().__init__(owner, name, key)
        self._draft = ""
        self.asked_again.connect(self._ask_again)

    def turn_to(self, draft: str) -> None:
        """Ask about this draft from now on."""
        if draft != self._draft:
            self.put_away()
            self._draft = draft

    def _begin_draft(self, what: str = "") -> None:
        """Say what was typed for the draft in front, or about something of it."""
        about = f"{self._draft} {what}".strip()
        if about != self.about:
            self.begin(about)

    def _ask_again(self, about: str) -> None:
        draft, _, what = about.partition(" ")
        if draft == self._draft:
            self.opened_again.emit(what)


class DraftFieldsPanel(DraftPanel):
    """What is typed in it is the draft's own, and kept with that; only that it is open is noted."""

    def _changes(self) -> Typed:
        return {}

    def _clear(self) -> None:
        """Its fields show the draft in front."""
