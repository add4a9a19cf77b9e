"""The station's clock: what the computer says, put right by the province or by an officer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from station.domain.clock_guard import (
    SMALL_STEP,
    SYSTEM,
    Contact,
    Correction,
    Witnesses,
    WrongClockError,
    correction_for,
)
from station.ports.clock import MachineClock


class StationClock:
    """Implements ``Clock``. It may be asked from every thread; what it knows is replaced whole."""

    def __init__(self, machine: MachineClock, *, steady: Callable[[], float]) -> None:
        """
        Args:
            steady: counts seconds, and goes on while the computer sleeps; nobody can set it.
        """
        self._machine, self._steady = machine, steady
        self._looked: tuple[datetime, float] | None = None
        self._void_contact: Contact | None = None
        self._void_entry: datetime | None = None
        self.correction = Correction()

    @property
    def source(self) -> str:
        """Who says the time; the computer, unless somebody knows better."""
        is_plain = self.correction.by == SYSTEM
        return self._machine.source if is_plain else self.correction.source

    def machine_now(self) -> datetime:
        """Give what the computer's clock says, right or wrong."""
        return self._machine.now()

    def now(self) -> datetime:
        return self._machine.now() + self.correction.offset

    def trusted(self, witnesses: Witnesses) -> datetime:
        machine = self._machine.now()
        self._look_whether_moved(machine, witnesses)
        if witnesses.contact == self._void_contact:
            witnesses = replace(witnesses, contact=None)
        is_moved = witnesses.last_at == self._void_entry
        try:
            correction = correction_for(
                machine,
                witnesses,
                is_moved=is_moved,
                is_other_run=self._is_other_run(machine, witnesses.contact),
            )
        except WrongClockError:
            self.correction = Correction()
            raise
        self.correction = correction
        at = (machine + correction.offset).replace(microsecond=0)
        return at if witnesses.last_at is None else max(at, witnesses.last_at)

    def _is_other_run(self, machine: datetime, contact: Contact | None) -> bool:
        """Tell whether the computer was started anew since a contact, or its clock set."""
        if contact is None or contact.boot_at is None:
            return False
        booted = machine - timedelta(seconds=self._steady())
        return abs(booted - contact.boot_at) > SMALL_STEP

    def _look_whether_moved(self, machine: datetime, witnesses: Witnesses) -> None:
        """See whether the clock was set since the last look: then nothing said before it holds."""
        steady = self._steady()
        if self._looked is not None:
            gone_on, went = machine - self._looked[0], steady - self._looked[1]
            if abs(gone_on - timedelta(seconds=went)) > SMALL_STEP:
                self._void_contact, self._void_entry = witnesses.contact, witnesses.last_at
        self._looked = (machine, steady)
