"""Closed windows are deleted, so that a day of tests needs no gigabytes."""

import gc

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import Shiboken

from ui.desktop.app import Desktop


def end(desktop: Desktop) -> None:
    """Close a program's windows, end what works behind them, and delete them."""
    desktop.screen.window.close_now()
    desktop.close()
    if hasattr(desktop.screen, "citizen"):  # it is built a while after the other
        forget(desktop.screen.citizen)
    forget(desktop.screen.window)


def forget(window: QWidget) -> None:
    """Delete a closed window with all that is in it.

    What Qt made itself, as the layout of a stack and each item of a layout, is let go of first:
    Shiboken 6.11 keeps the address of such a one, takes the next object there for it, and crashes.
    """
    children: list[QObject] = [window, *window.findChildren(QObject)]
    windows = [child.windowHandle() for child in children if isinstance(child, QWidget)]
    layouts = [child for child in children if isinstance(child, QLayout)]
    items = [layout.itemAt(at) for layout in layouts for at in range(layout.count())]
    for one in (*items, *windows, *children):
        if one is not None and not Shiboken.createdByPython(one):
            Shiboken.invalidate(one)
    Shiboken.delete(window)
    gc.unfreeze()  # the program takes what it loaded for lasting, this window's pages too
