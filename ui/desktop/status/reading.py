"""Reads what the status bar says of the store, and writes down what day an officer says it is."""

from ui.clock_desk import ClockState
from ui.desk import Desk
from ui.desktop.status.presenter import StoreState


class StoreReading:
    """Implements ``StationReading`` on an officer's desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> StoreState:
        """Give what waits, how many numbers are left today, how old the catalogue is, how right
        the clock."""
        desk, store = self._desk, self._desk.store
        clock = desk.clock.look()
        with store.one_state():
            sync = store.outbox.status()
            left, every = store.queries.numbers_left(desk.settings.agency_code, clock.now.date())
            return StoreState(
                events=sync.events,
                contact_at=sync.last_contact_at,
                clocks_not_begun=len(store.outbox.clocks_not_begun()),
                numbers_left=left,
                numbers=every,
                enrolled=store.outbox.enrolment() is not None,
                catalogue_days=desk.catalogue.age_days(),
                clock=clock,
            )

    def state_day(self, day: str, hour: str) -> ClockState:
        """Take an officer's word for today's date."""
        return self._desk.clock.confirm(day, hour)
