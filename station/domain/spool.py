"""The life of one paper on its way to a printer. Accepted and printed are separate facts."""

from collections.abc import Mapping
from enum import StrEnum


class PrintState(StrEnum):
    """Where a paper stands."""

    QUEUED = "queued"
    PRINTING = "printing"
    """Its bytes are on their way. A program that was killed leaves it so."""
    DOUBTFUL = "doubtful"
    """Perhaps it came out: the printer cannot tell, so an officer is asked, once."""
    FAILED = "failed"
    """It did not come out, or not whole. It waits as a queued one does."""
    PRINTED = "printed"
    REPLACED = "replaced"
    """Another paper was queued in its place: the roll instead of the sheet, a file. Or what it was
    about holds no more."""

    @property
    def waits(self) -> bool:
        """Tell whether the next attempt may print it."""
        return self in (PrintState.QUEUED, PrintState.FAILED)

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more becomes of it."""
        return self in (PrintState.PRINTED, PrintState.REPLACED)


COMES_AFTER: Mapping[PrintState, frozenset[PrintState]] = {
    PrintState.QUEUED: frozenset({PrintState.DOUBTFUL}),
    PrintState.PRINTING: frozenset({PrintState.QUEUED, PrintState.FAILED}),
    PrintState.DOUBTFUL: frozenset({PrintState.PRINTING}),
    PrintState.FAILED: frozenset({PrintState.QUEUED, PrintState.FAILED, PrintState.PRINTING}),
    PrintState.PRINTED: frozenset({PrintState.PRINTING, PrintState.DOUBTFUL}),
    PrintState.REPLACED: frozenset({PrintState.QUEUED, PrintState.FAILED, PrintState.DOUBTFUL}),
}
"""The states that each may follow. What is doubtful is never sent again by itself."""
