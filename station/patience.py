"""Files that somebody else holds for a moment."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_PAUSES_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)


def once_let_go(act: Callable[[], T]) -> T:
    """Rename, replace or delete a file; try again for a second and a half where that is denied.

    On Windows it is, as long as a virus scanner, an indexer or another program reads the file, and
    scanners read every new file. Elsewhere nobody is kept from it by a reader.

    Raises:
        OSError: what the system says in the end.
    """
    for pause_s in _PAUSES_S:
        try:
            return act()
        except PermissionError:
            threading.Event().wait(pause_s)
    return act()
