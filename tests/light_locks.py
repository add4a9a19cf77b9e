"""Locks of a test's home that open at once: a test that signs in is no test of argon2id.

The cost of a lock stands in the lock, as an office with weaker machines would choose it; the
program opens it by its own code. What the usual cost promises is proved in
``tests/local_store/test_keyring.py``.
"""

from pathlib import Path

from local_store.home import KEYRING
from local_store.keyring import Cost, Keyring
from ui.composition import SAMPLE_ACCOUNTS

LIGHT = Cost(time=1, memory_kib=8 * 1024, lanes=1)


def lighten(home: Path, password: str) -> None:
    """Wrap the store key anew for the administrator and the sample accounts, at the least cost."""
    keyring = Keyring(home / KEYRING)
    for name in ("admin", *(name for name, _, _ in SAMPLE_ACCOUNTS)):
        keyring.add(name, password, keyring.unlock(name, password), cost=LIGHT)
