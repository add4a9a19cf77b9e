"""Which zone of the reception page has the keys, and where in it."""

from PySide6.QtWidgets import QApplication, QWidget

from ui.desktop.kit.keys_at import KeysAt, keys_within, put_keys
from ui.desktop.kit.zone import Zone
from ui.desktop.reception.spot import Spot
from ui.desktop.reception.view_model import ApplicantField, Block, Blocker
from ui.desktop.reception.zones import ReceptionZones


def zone_with_keys(zones: ReceptionZones) -> int:
    """Give the number of the zone with the focus, from 1; 0 where none of them has it."""
    now = QApplication.focusWidget()
    for number, zone in enumerate(zones, start=1):
        if now is not None and (zone is now or zone.isAncestorOf(now)):
            return number
    return 0


def are_at(zones: ReceptionZones, zone: int) -> bool:
    """Tell whether the page is shown and nobody took the keys to another zone, or to a panel."""
    now = QApplication.focusWidget()
    return zones[zone - 1].isVisible() and (now is None or zone_with_keys(zones) == zone)


def spot_in(zones: ReceptionZones) -> Spot | None:
    """Give where the keys are; None where no zone has them."""
    zone = zone_with_keys(zones)
    keys = keys_within(zones[zone - 1]) if zone else None
    return None if keys is None else Spot(zone, keys.control, keys.at)


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
    put_keys(zone, KeysAt(spot.control, spot.at), zone.first_focus())


def point_into(zones: ReceptionZones, block: Block) -> None:
    """Put the keys into the very field, or on the row, where a blocker of a zone is put right."""
    match block.blocker:
        case Blocker.NO_NAME:
            zones.applicant.point_to_name()
        case Blocker.BAD_FIELD:
            zones.applicant.point_to(ApplicantField(block.at))
        case Blocker.NO_DELIVERY_ADDRESS:
            zones.procedure.point_to_address()
        case Blocker.MISSING_PAPERS | Blocker.BAD_PAPER:
            zones.papers.point_to(block.at)
