"""One program at a time prints on a printer. The system frees a claim when its program dies.

Whoever holds the claim knows that a paper marked as being printed was left so by a dead program.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from local_store.problems import file_problems

FOLDER = "printers"
WAIT_S = 30.0
"""Longer than a slip takes; a program that hangs at its printer is not waited for."""


@contextmanager
def claim_printer(home: Path, name: str, *, wait_s: float = WAIT_S) -> Iterator[bool]:
    """Hold a printer for the block; gives False when another program kept it for too long.

    Raises:
        StoreReadOnlyError, DiskFullError, DiskFaultError: see ``problems``.
    """
    folder = home / FOLDER
    with file_problems():
        folder.mkdir(exist_ok=True)
        lock = FileLock(folder / f"{sha256(name.encode()).hexdigest()[:16]}.lock")
        try:
            lock.acquire(timeout=wait_s)
        except Timeout:
            held = False
        else:
            held = True
    try:
        yield held
    finally:
        if held:
            lock.release()
