"""Tells the Tab key to go through controls as they are read."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from ui.desktop.kit.segmented import Segmented


def tab_through(stops: Sequence[QWidget]) -> None:
    """Let Tab go from each of these to the next; of a ``Segmented`` it stops at one segment."""
    for before, after in pairwise(stops):
        last = before.segments()[-1] if isinstance(before, Segmented) else before
        for stop in after.segments() if isinstance(after, Segmented) else (after,):
            QWidget.setTabOrder(last, stop)
            last = stop
