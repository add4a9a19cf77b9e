"""Nothing in any scene has less room than it needs, in the smallest windows and at 200 % text.

The text size is the scale of the window: a screen of 1366×768 at 150 % has 910×512 for it, and one
of 1920×1080 at 200 % a little more. What scrolls may be higher than what is seen of it; a
zone that is folded shows its head alone.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QStackedWidget, QWidget

from ui.desktop.gallery.program import settle
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.action_bar import StateLine
from ui.desktop.kit.page import Page
from ui.desktop.kit.table import Table
from ui.desktop.kit.zone import Zone

_ROUNDED = 1
"""A pixel that layouts ask for, which no widget in them needs."""
SIZES = [(1366, 740), (1366, 690), (1240, 690), (1024, 600), (910, 512)]
"""The smallest of each fit: as low as a window may be that is not low, and so on."""


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_squeezed_or_reaches_out_of_what_holds_it_and_tables_are_filled(
    spoken: None, width: int, height: int, gallery: Gallery
) -> None:
    """The line beside the buttons is said to its last word: the promise of a slip stands in it."""
    gallery.window.resize(width, height)
    squeezed = []
    for scene, show in gallery.scenes().items():
        show()
        settle()
        if scene.startswith("till-"):  # it is as high as a page gets, and says what was done
            gallery.till.show_problem("Không ghi được, số đã đếm còn nguyên. (STO-003)")
            settle()
        assert (gallery.window.width(), gallery.window.height()) == (width, height), scene
        if any(faults_in(gallery.window)):
            settle()  # a part that gave way has its neighbours measured once more
        squeezed += [f"{scene}: {fault}" for fault in faults_in(gallery.window)]
    assert squeezed == []


def faults_in(window: QWidget) -> Iterator[str]:
    """Name all that is seen and has too little room."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield from faults_of(widget)


def faults_of(widget: QWidget) -> Iterator[str]:
    """Name what of this widget has no room."""
    name = f"{type(widget).__name__} {widget.accessibleName()}".strip()
    layout = widget.layout()
    needed = widget.minimumSizeHint() if layout is None else layout.totalMinimumSize()
    is_scrolled = isinstance(widget, QAbstractScrollArea)
    is_folded = isinstance(widget, Zone) and widget.is_folded()
    if not (is_scrolled or is_folded or holds_hidden_pages(widget)):
        if needed.width() > widget.width() + _ROUNDED:
            yield f"{name} is {widget.width()} wide and needs {needed.width()}"
        if needed.height() > widget.height() + _ROUNDED:
            yield f"{name} is {widget.height()} high and needs {needed.height()}"
    if isinstance(widget, StateLine) and not widget.is_whole():
        yield f"{name} is cut"
    if isinstance(widget, QLabel) and lacks(widget):
        yield f"the words of {name} are cut: {widget.text()}"
    if isinstance(widget, Table):
        columns, room = widget.horizontalHeader().length(), widget.viewport().width()
        if columns != room:
            yield f"the columns of {name} are {columns} wide, it is {room}"
    around = widget.parentWidget()
    if around is None or widget.isWindow() or scrolls(widget):
        return
    if not around.rect().contains(widget.geometry()):
        yield f"{name} reaches out of {type(around).__name__} {around.accessibleName()}"


def lacks(label: QLabel) -> bool:
    """Tell whether a label has less room than its words take."""
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    return label.fontMetrics().horizontalAdvance(label.text()) > label.width()


def holds_hidden_pages(widget: QWidget) -> bool:
    """Tell whether pages that are not seen have a say in what it needs: theirs is for no window."""
    stacks = (widget, *widget.findChildren(QStackedWidget))
    return any(
        isinstance(stack.widget(0), Page) for stack in stacks if isinstance(stack, QStackedWidget)
    )


def scrolls(widget: QWidget) -> bool:
    """Tell whether it stands in something that scrolls."""
    step = widget.parentWidget()
    while step is not None:
        if isinstance(step, QAbstractScrollArea):
            return True
        step = step.parentWidget()
    return False
