"""Counts what each step of one reception takes, while it is worked on in the window. Free of Qt.

The time before a change belongs to the step whose part of the draft it changed; so the steps may
be done in any order. It begins with the first change, because an empty page waits for a citizen.
"""

from typing import Final

from station.domain.step_times import Step, StepTimes

IDLE_S: Final = 60.0
"""Of a pause between two changes no more is counted: nobody works at the draft any longer."""
_LONGEST_LOOK_S: Final = 1.0
"""Who looks all the time looked away: the computer slept, or another officer sat here."""
Parts = tuple[tuple[Step, object], ...]
"""What each step changes. Where one act changes several parts the first one counts."""


class StepClock:
    """The clock of one draft. It runs while somebody looks."""

    def __init__(self, *, runs: bool = True) -> None:
        """``runs``: False for a draft whose beginning nobody counted."""
        self._runs = runs
        self._spent: dict[Step, float] = {}
        self._parts: Parts = ()
        self._looked_at: float | None = None
        self._waited = 0.0
        """Since the last change, as long as the draft was in front."""

    def look(self, parts: Parts, at: float) -> None:
        """Count until now, in seconds of a steady clock; the draft is in front and looks so."""
        if self._looked_at is not None:
            passed = min(at - self._looked_at, _LONGEST_LOOK_S)
            self._waited = min(self._waited + passed, IDLE_S)
        self._looked_at = at
        if parts == self._parts:
            return
        before = dict(self._parts)
        changed = next(step for step, part in parts if before.get(step) != part)
        if self._parts:  # what stood there at the first look, nobody has entered
            begun = bool(self._spent)
            self._spent[changed] = self._spent.get(changed, 0.0) + (self._waited if begun else 0.0)
        self._parts = parts
        self._waited = 0.0

    def pause(self) -> None:
        """The draft is not in front, or the station is locked."""
        self._looked_at = None

    def took(self) -> StepTimes | None:
        """Give what it took if it is accepted now; None of one that was not counted whole."""
        if not self._runs or not self._spent:
            return None
        spent = {**self._spent, Step.ACCEPTANCE: self._waited}
        return StepTimes(**{step.value: round(seconds) for step, seconds in spent.items()})
