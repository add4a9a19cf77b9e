"""A panel that asks something about the draft in front: what was typed stays with the draft."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.asking_panel import AskingPanel


class DraftPanel(AskingPanel):
    """Its page tells which draft is in front."""

    opened_again = Signal()
    """It was open for this draft when the program was cut off."""

    def __init__(self, owner: QWidget, name: str, key: str) -> None:
        super().__init__(owner, name, key)
        self._draft = ""
        self.asked_again.connect(self._ask_again)

    def turn_to(self, draft: str) -> None:
        """Ask about this draft from now on."""
        if draft != self._draft:
            self.put_away()
            self._draft = draft

    def _begin_draft(self) -> None:
        """Say what was typed for the draft in front."""
        if not self.about:
            self.begin(self._draft)

    def _ask_again(self, draft: str) -> None:
        if draft == self._draft:
            self.opened_again.emit()
