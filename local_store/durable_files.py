"""Files that are on the disk, whole, when the call returns; or not there at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from local_store.problems import file_problems
from station.durable_folder import sync_folder
from station.patience import once_let_go

TEMPORARY = ".part-"
"""Part of the name of a file that is still being written."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place atomically and durably; only its owner may read it.

    Raises:
        DiskFullError, StoreReadOnlyError, DiskFaultError: nothing was changed.
    """
    temporary = path.with_name(f"{path.name}{TEMPORARY}{secrets.token_hex(4)}")
    with file_problems():
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
            with open(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            once_let_go(lambda: os.replace(temporary, path))
        except BaseException:
            with suppress(OSError):  # what is told is why it was not written
                temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn line ends otherwise
