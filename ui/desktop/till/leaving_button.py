"""The button that leaves what takes a second person for the supervisor, wherever the till asks."""

from PySide6.QtCore import QCoreApplication

from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button


def leaving_button(*, short: bool = False) -> Button:
    """Make one; a ``short`` one stands where the caption is about the supervisor already."""
    words = QCoreApplication.translate("leaving", "Gửi trưởng bộ phận duyệt")
    said = QCoreApplication.translate("leaving", "Gửi duyệt") if short else words
    button = Button(said, badge=badge(Act.ASK_OF_TILL))
    button.setAccessibleName(words)
    return button
