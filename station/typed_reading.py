"""Types that messages are read into, made ready before two threads can meet over one.

msgspec learns a type when it first reads into it. Two threads that do so at once, over one type,
crash the interpreter (seen with 0.22): a window has a thread for the store, one
for the line and one for papers. So every type is learned under one lock, once.
"""

import threading
from typing import TypeVar

import msgspec

T = TypeVar("T")

_learning = threading.Lock()
_learned: set[object] = set()


def ready(kind: type[T]) -> type[T]:
    """Give the type, once msgspec knows it and all that it is made of."""
    if kind not in _learned:
        with _learning:
            msgspec.json.Decoder(kind)
            _learned.add(kind)
    return kind
