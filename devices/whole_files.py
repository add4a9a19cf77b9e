"""Files that somebody named to be written: whole and durable under their name, or as before."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from station.durable_folder import sync_folder
from station.patience import once_let_go
from station.ports.documents import CannotUseFileError


@contextmanager
def whole_file(output: Path) -> Iterator[BinaryIO]:
    """Write a file that takes its name when it is on the disk. A link stays one.

    Raises:
        CannotUseFileError: it cannot be written, or its name is that of a folder or a device;
            what stood there is as it was.
    """
    try:
        target = output.resolve()
        if target.exists() and not target.is_file():
            raise CannotUseFileError("not a file")
    except (OSError, RuntimeError) as error:  # so links that lead to one another are told
        raise CannotUseFileError("unusable name") from error
    # a name of its own: beside the longest name there is no room for an ending, and what
    # has this ending may be somebody's
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        once_let_go(lambda: part.replace(target))
        sync_folder(target.parent)
    except OSError as error:
        raise CannotUseFileError(error.strerror or type(error).__name__) from error
    finally:
        with suppress(OSError):  # already renamed; or the disk is gone, which was told above
            part.unlink(missing_ok=True)
