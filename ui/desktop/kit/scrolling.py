"""Rows that scroll where there is no room for all of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.desktop.kit.table import ThinScrollBar


def scrolling(inside: QWidget) -> QScrollArea:
    """Give an area that scrolls upwards and downwards only, takes no focus and paints nothing."""
    scroll = _FollowsFocus()
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setVerticalScrollBar(ThinScrollBar(scroll))
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidgetResizable(True)
    scroll.setWidget(inside)
    for ground in (scroll.viewport(), inside):  # the panel paints it
        ground.setAutoFillBackground(False)
    return scroll


class _FollowsFocus(QScrollArea):
    """What has the keys is seen, however they came to it; Qt sees to its own Tab only."""

    def __init__(self) -> None:
        super().__init__()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 0)
