"""Reads what the status bar says of the store."""

from ui.desk import Desk
from ui.desktop.status.presenter import StoreState


def read_store(desk: Desk) -> StoreState:
    """Give what waits, how many numbers are left today, how old the catalogue is; it waits for the
    disk."""
    store, today = desk.store, desk.now().date()
    with store.one_state():
        left, _ = store.queries.numbers_left(desk.settings.agency_code, today)
        return StoreState(
            events=store.outbox.status().events,
            numbers_left=left,
            enrolled=store.outbox.enrolment() is not None,
            catalogue_days=desk.catalogue.age_days(),
        )
