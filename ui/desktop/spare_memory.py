"""Memory that was freed goes back to the system. Free of Qt."""

import ctypes
import sys
from collections.abc import Callable
from functools import cache

EVERY_MS = 60_000


def give_back() -> None:
    """Give back whole pages that lie free between what is held.

    A slip, a picture or a page takes megabytes for a moment. The allocator of glibc keeps them
    where something small was put behind them, in one heap for each of the workers, so that a busy
    day would seem to need more and more. Others give them back by themselves. It takes
    some milliseconds.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
