"""The rule of the journal's chain, written a second time: the store's own audit is another one."""

from collections.abc import Iterable

from station.domain.journal import GENESIS, JournalEntry


def first_break(
    entries: Iterable[JournalEntry], *, follows: JournalEntry | None = None
) -> int | None:
    """Find the first entry that was changed, removed or moved.

    Args:
        entries: in the order of their sequence.
        follows: the entry before the first one; None when the first one is the genesis.

    Returns:
        The sequence at which the chain stops holding, or None when it holds to the end.
    """
    previous_hash, expected = (follows.hash, follows.sequence + 1) if follows else (GENESIS, 1)
    for entry in entries:
        if entry.sequence != expected:
            return expected
        if entry.previous_hash != previous_hash or entry.hash != entry.computed_hash():
            return entry.sequence
        previous_hash, expected = entry.hash, expected + 1
    return None
