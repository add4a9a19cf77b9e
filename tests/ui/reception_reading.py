"""What an officer reads on the reception page, for tests that drive it."""

from PySide6.QtWidgets import QWidget

from tests.ui.keyboard import focused
from ui.desktop.reception.page import ReceptionPage


def name_of(widget: QWidget) -> str:
    return widget.accessibleName()


def zone_of(page: ReceptionPage) -> int:
    zones = (page.applicant, page.procedure, page.papers, page.fees)
    return next(n for n, zone in enumerate(zones, 1) if zone.isAncestorOf(focused()))


def state(page: ReceptionPage) -> str:
    """The sentence on the left of the action bar."""
    return page.findChildren(QWidget, "state")[0].accessibleName()
