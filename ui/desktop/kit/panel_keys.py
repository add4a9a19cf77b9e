"""The line at the bottom of a panel: which keys steer it."""

from PySide6.QtWidgets import QWidget

from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import Item, holding, row
from ui.desktop.kit.marks import KeyBadge
from ui.desktop.kit.typography import CAPTION


def key_line(*hints: tuple[str, str]) -> QWidget:
    """Give a line of keys, each with what it does."""
    items: list[Item] = []
    for keys, text in hints:
        items += [KeyBadge(keys), Label(text, CAPTION, muted=True), 8]
    return holding(row(*items, None, gap=5))
