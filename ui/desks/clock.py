"""What the station's clock says, who put it right, and what an officer states instead."""

from dataclasses import dataclass
from datetime import datetime

from station.domain.clock_guard import Correction, WrongClockError
from station.ports.outbox import SyncStatus
from station.release import RELEASED_AT
from station.usecases.confirm_clock import confirm_clock
from station.usecases.dossier_act import witnesses_of
from ui.desks.ports import DeskPorts


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockState:
    """The computer's clock beside the time that acts bear."""

    machine_at: datetime
    now: datetime
    correction: Correction
    problem: WrongClockError | None
    """Why nothing is stamped until somebody says what day it is; None: acts bear ``now``."""


class ClockDesk:
    """Looks at the clock; every call waits for the disk."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    def look(self) -> ClockState:
        """Compare the computer's clock with all that is known, and take on what corrects it."""
        store = self._ports.store
        with store.one_state():
            return self.judge(store.outbox.status())

    def judge(self, sync: SyncStatus) -> ClockState:
        """Do so by a state of the line that was read already."""
        store, clock, problem = self._ports.store, self._ports.clock, None
        last = store.queries.last_entry()
        try:
            clock.trusted(witnesses_of(last, sync.contact, RELEASED_AT))
        except WrongClockError as error:
            problem = error
        machine_at, correction = clock.machine_now(), clock.correction
        return ClockState(
            machine_at=machine_at,
            now=machine_at + correction.offset,
            correction=correction,
            problem=problem,
        )

    def confirm(self, day: str, hour: str, *, again: bool = False) -> ClockState:
        """Take an officer's word for today's date; see ``confirm_clock``.

        Raises:
            StationError: it cannot be that day, or the officer does not receive dossiers.
        """
        confirm_clock(
            day,
            hour,
            officer=self._ports.officer,
            work=self._ports.store.unit_of_work(),
            clock=self._ports.clock,
            built_at=RELEASED_AT,
            again=again,
        )
        return self.look()
