"""Reads what the status bar says of the store."""

from ui.desk import Desk
from ui.desktop.status.presenter import StoreState


def read_store(desk: Desk) -> StoreState:
    """Give what waits, and how many numbers are left today; it waits for the disk."""
    store = desk.store
    with store.one_state():
        left, _ = store.queries.numbers_left(desk.settings.agency_code, desk.now().date())
        return StoreState(
            events=store.outbox.status().events,
            numbers_left=left,
            enrolled=store.outbox.enrolment() is not None,
        )
