"""Which zone of the reception page has the keys, and where in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from ui.desktop.kit.zone import Zone
from ui.desktop.reception.spot import Spot
from ui.desktop.reception.zones import ReceptionZones


def zone_with_keys(zones: ReceptionZones) -> int:
    """Give the number of the zone with the focus, from 1; 0 where none of them has it."""
    now = QApplication.focusWidget()
    for number, zone in enumerate(zones, start=1):
        if now is not None and (zone is now or zone.isAncestorOf(now)):
            return number
    return 0


def spot_in(zones: ReceptionZones) -> Spot | None:
    """Give where the keys are; None where no zone has them."""
    zone, now = zone_with_keys(zones), QApplication.focusWidget()
    if not zone or now is None:
        return None
    if isinstance(now, QLineEdit):
        return Spot(zone, now.accessibleName(), now.cursorPosition())
    if isinstance(now, QAbstractItemView):
        return Spot(zone, now.accessibleName(), max(0, now.currentIndex().row()))
    return Spot(zone, now.accessibleName())


def last_focus(zone: Zone) -> QWidget:
    """Give where the focus was in a zone, or where it begins there."""
    last: QWidget | None = zone.focusWidget()
    if last is None or last is zone or not last.isVisible() or not last.isEnabled():
        return zone.first_focus()
    return last


def go_to_spot(zones: ReceptionZones, spot: Spot) -> None:
    """Put the keys there, else to the beginning of the zone. On a page that is not shown they are
    there once it is."""
    zone = zones[spot.zone - 1]
    controls = (one for one in zone.findChildren(QWidget) if _is_there(one, spot.control))
    found = next(controls, zone.first_focus())
    found.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(found, QLineEdit):
        found.setCursorPosition(spot.at)
    elif isinstance(found, QAbstractItemView) and (model := found.model()) is not None:
        index = model.index(spot.at, max(0, found.currentIndex().column()))
        if index.isValid():
            found.setCurrentIndex(index)


def _is_there(control: QWidget, name: str) -> bool:
    focusable = control.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(focusable) and control.isEnabled() and control.accessibleName() == name != ""
