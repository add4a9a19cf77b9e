"""Tells the Tab key to go through controls as they are read."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from ui.desktop.kit.segmented import Segmented


def tab_through(stops: Sequence[QWidget]) -> None:
    """Let Tab go from each of these to the next; of a ``Segmented`` it stops at one segment."""
    whole = [stop for one in stops for stop in _segments_of(one)]
    for before, after in pairwise(whole):
        QWidget.setTabOrder(before, after)


def _segments_of(stop: QWidget) -> Sequence[QWidget]:
    """Give the segments of a ``Segmented`` that has any, else the control itself."""
    return (isinstance(stop, Segmented) and stop.segments()) or (stop,)
