"""Reads what the status bar says of the store, and writes down what day an officer says it is."""

from ui.desks.clock import ClockState
from ui.desks.desk import Desk
from ui.desktop.status.presenter import StoreState


class StoreReading:
    """Implements ``StationReading`` on an officer's desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> StoreState:
        """Give what waits, how many numbers are left today, how old the catalogue is, how right
        the clock."""
        desk, store = self._desk, self._desk.store
        with store.one_state():
            sync, enrolled = store.outbox.status(), store.outbox.enrolment() is not None
            clock = desk.clock.judge(sync)
            left, every = store.queries.numbers_left(desk.settings.agency_code, clock.now.date())
            return StoreState(
                events=sync.events,
                contact_at=sync.last_contact_at,
                # without an enrolment everything waits, for years, and nobody asks for it
                clocks_not_begun=len(store.outbox.clocks_not_begun()) if enrolled else 0,
                numbers_left=left,
                numbers=every,
                enrolled=enrolled,
                catalogue_days=desk.catalogue.age_days(),
                clock=clock,
                pause=store.outbox.pause(),
            )

    def state_day(self, day: str, hour: str, *, again: bool) -> ClockState:
        """Take an officer's word for today's date."""
        return self._desk.clock.confirm(day, hour, again=again)
