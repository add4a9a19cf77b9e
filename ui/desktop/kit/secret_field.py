"""The field of a password or a PIN."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.desktop.kit.field import Field
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone

LONGEST = 200


class SecretField(Field):
    """Hides what is typed, and says inside its frame that Caps Lock is on.

    No toolkit tells that on every system; the letters that come do. What else is said of the
    password goes first.
    """

    def __init__(
        self,
        name: str = "",
        *,
        placeholder: str = "",
        sign: Icon | None = None,
        height: int = FIELD_HEIGHT,
        longest: int = LONGEST,
    ) -> None:
        super().__init__(name, placeholder=placeholder, sign=sign, height=height, longest=longest)
        self.setEchoMode(self.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        letter = event.text()
        if len(letter) == 1 and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            swapped = letter.isupper() is not shifted
        elif event.key() == Qt.Key.Key_CapsLock:
            swapped = False  # it is another than it was; the next letter tells
        else:
            return
        words = self.tr("Caps Lock đang bật")
        if swapped and not self.mark():
            self.set_mark(words, Tone.WARN)
        elif not swapped and self.mark() == words:
            self.set_mark("")
