"""Where the province keeps files: under their SHA-256, whole or not at all."""

import hashlib
import os
from pathlib import Path
from typing import Protocol

_READ_STEP = 1 << 20


class FileMismatchError(Exception):
    """The whole file is not what it was announced as."""


class FileStore(Protocol):
    """Keeps files, and the parts of those that are not whole yet. Everything is durable."""

    def has(self, sha256: str) -> bool:
        """Tell whether the whole, checked file is here."""
        ...

    def received(self, upload_id: str) -> int:
        """Give how many bytes of an unfinished file are here; 0 for an unknown one."""
        ...

    def write(self, upload_id: str, offset: int, chunk: bytes) -> None:
        """Put a chunk where it belongs; what lay beyond ``offset`` is given up."""
        ...

    def finish(self, upload_id: str, sha256: str) -> None:
        """Make the unfinished file a whole one.

        Raises:
            FileMismatchError: its content has another hash; nothing changed.
        """
        ...

    def discard(self, upload_id: str) -> None:
        """Forget an unfinished file, if there is one."""
        ...


class FolderFileStore:
    """Files in a folder; several servers may share it."""

    def __init__(self, folder: Path) -> None:
        self._whole = folder / "whole"
        self._parts = folder / "parts"
        self._whole.mkdir(parents=True, exist_ok=True)
        self._parts.mkdir(exist_ok=True)

    def has(self, sha256: str) -> bool:
        return self._whole_path(sha256).is_file()

    def received(self, upload_id: str) -> int:
        try:
            return self._part_path(upload_id).stat().st_size
        except FileNotFoundError:
            return 0

    def write(self, upload_id: str, offset: int, chunk: bytes) -> None:
        path = self._part_path(upload_id)
        with path.open("r+b" if path.exists() else "xb") as part:
            part.seek(offset)
            part.write(chunk)
            part.truncate()
            part.flush()
            os.fsync(part.fileno())

    def finish(self, upload_id: str, sha256: str) -> None:
        part = self._part_path(upload_id)
        digest = hashlib.sha256()
        with part.open("rb") as content:
            while step := content.read(_READ_STEP):
                digest.update(step)
        if digest.hexdigest() != sha256:
            raise FileMismatchError(sha256)
        whole = self._whole_path(sha256)
        whole.parent.mkdir(exist_ok=True)
        part.replace(whole)
        _sync_folder(whole.parent)
        _sync_folder(self._whole)

    def discard(self, upload_id: str) -> None:
        self._part_path(upload_id).unlink(missing_ok=True)

    def _whole_path(self, sha256: str) -> Path:
        return self._whole / sha256[:2] / sha256

    def _part_path(self, upload_id: str) -> Path:
        return self._parts / upload_id


def _sync_folder(folder: Path) -> None:
    """Make a rename durable; Windows has no such call and needs none. As the station does, and
    written here: a province takes the server without it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
