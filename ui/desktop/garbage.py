"""Garbage is looked for in the window's thread alone. Free of Qt.

Python looks for it in whichever thread makes the next object. A worker that found a widget in a
ring of objects would destroy it away from the window, which Qt does not survive. So Python's own
search is off while a window is open, and its clock calls ``look``.
"""

import gc

EVERY_MS = 1_000


def look() -> None:
    """Look as thoroughly as Python itself would have by now; in the window's thread."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [age for age in range(len(limits)) if counts[age] > limits[age]]
    if due:
        gc.collect(due[-1])
