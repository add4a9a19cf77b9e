"""Rows that scroll where there is no room for all of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.desktop.kit.table import ThinScrollBar


def scrolling(inside: QWidget) -> QScrollArea:
    """Give an area that scrolls upwards and downwards only, takes no focus and paints nothing."""
    scroll = QScrollArea()
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setVerticalScrollBar(ThinScrollBar(scroll))
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidgetResizable(True)
    scroll.setWidget(inside)
    for ground in (scroll.viewport(), inside):  # the panel paints it
        ground.setAutoFillBackground(False)
    return scroll
