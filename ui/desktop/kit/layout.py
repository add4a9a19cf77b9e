"""Rows and columns without margins: Qt's own defaults bring 9 px nobody asked for."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.desktop.kit.tokens import GAP, ROW_GAP

Box = TypeVar("Box", bound=QBoxLayout)
Item = QWidget | QLayout | int | tuple[QWidget, int] | None
"""A widget, one with its stretch, a layout, a gap in pixels, or None: the room that is left."""


def row(*items: Item, gap: int = GAP) -> QHBoxLayout:
    """Put things beside one another."""
    return _filled(QHBoxLayout(), items, gap)


def column(*items: Item, gap: int = ROW_GAP) -> QVBoxLayout:
    """Put things below one another."""
    return _filled(QVBoxLayout(), items, gap)


def holding(layout: QLayout) -> QWidget:
    """Give a widget that holds this layout, so that it can be hidden as one."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def take_out(widget: QWidget | None, layout: QLayout) -> None:
    """Take a widget out of a layout for good; none is nothing to do."""
    if widget is not None:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def measure_anew(inner: QWidget, outer: QWidget) -> None:
    """Have every layout between two widgets measured again.

    Qt does it by itself for what is seen only: a page that changes its form while another one is
    in front would keep asking for the room of its earlier form.
    """
    step: QWidget | None = inner
    while step is not None:
        step.updateGeometry()
        step = None if step is outer else step.parentWidget()


def _filled(box: Box, items: tuple[Item, ...], gap: int) -> Box:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for item in items:
        match item:
            case None:
                box.addStretch(1)
            case int():
                box.addSpacing(item)
            case (widget, stretch):
                box.addWidget(widget, stretch)
            case QLayout():
                box.addLayout(item)
            case QWidget():
                box.addWidget(item)
    return box
