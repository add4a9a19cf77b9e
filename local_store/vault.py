"""Scanned pages on the disk: one encrypted file for each content, named by its SHA-256.

A file is ``magic | nonce | AES-256-GCM(content)``; the name and the format are authenticated with
it, so a file that was changed, or put under another name, is an error. It is on the disk before
the transaction that mentions it begins.
"""

import os
import secrets
import shutil
import time
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from local_store.durable_files import write_whole
from local_store.problems import PageDamagedError, PageTooLargeError, file_problems
from station.durable_folder import sync_folder

LARGEST_PAGE_FILE = 64 * 1024 * 1024
_MAGIC = b"TMCP\x01"
_NONCE_BYTES = 12
_TAG_BYTES = 16
_FRESH_S = 2.0
_PURPOSE = b"tram-mot-cua page files 1"


class FileVault:
    """The ``PageVault`` in a folder of the home."""

    def __init__(self, folder: Path, store_key: bytes) -> None:
        self._folder = folder
        subkey = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(store_key)
        self._cipher = AESGCM(subkey)

    def put(self, content: bytes) -> str:
        """Store the bytes and give their SHA-256; they are on the disk when this returns.

        Raises:
            PageTooLargeError: more than ``LARGEST_PAGE_FILE`` bytes.
            DiskFullError, StoreReadOnlyError, DiskFaultError: nothing was stored.
        """
        if len(content) > LARGEST_PAGE_FILE:
            raise PageTooLargeError(len(content), LARGEST_PAGE_FILE)
        name = sha256(content).hexdigest()
        if self.holds(name):
            with file_problems():
                os.utime(self._path(name))  # so that ``forget`` leaves it to its new owner
            return name
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._cipher.encrypt(nonce, content, _bound_to(name))
        path = self._path(name)
        self._make_folder(path.parent)
        write_whole(path, _MAGIC + nonce + sealed)
        return name

    def get(self, name: str) -> bytes:
        """Give the bytes back.

        Raises:
            PageDamagedError: the file is missing or was changed.
        """
        try:
            with self._path(name).open("rb") as stream:
                stored = stream.read(LARGEST_PAGE_FILE + len(_MAGIC) + _NONCE_BYTES + _TAG_BYTES)
        except FileNotFoundError:
            raise PageDamagedError(name, "missing") from None
        except OSError as error:
            raise PageDamagedError(name, error.strerror or "unreadable") from error
        nonce_at = len(_MAGIC)
        sealed_at = nonce_at + _NONCE_BYTES
        if stored[:nonce_at] != _MAGIC or len(stored) < sealed_at + _TAG_BYTES:
            raise PageDamagedError(name, "not a page file")
        try:
            content = self._cipher.decrypt(
                stored[nonce_at:sealed_at], stored[sealed_at:], _bound_to(name)
            )
        except InvalidTag:
            raise PageDamagedError(name, "changed") from None
        if sha256(content).hexdigest() != name:
            raise PageDamagedError(name, "not what its name says")
        return content

    def free(self) -> int:
        """Give how many bytes are left on the disk."""
        return shutil.disk_usage(self._folder.parent).free

    def holds(self, name: str) -> bool:
        """Tell whether this content is here and whole."""
        try:
            self.get(name)
        except PageDamagedError:
            return False
        return True

    def names(self) -> Iterator[str]:
        """Give the SHA-256 of every file that is there, whole or not."""
        for path in self._folder.glob("??/*"):
            if len(path.name) == 64:
                yield path.name

    def collect(self, keep: set[str], *, not_after: float) -> int:
        """Remove files that nothing mentions, and half-written ones.

        Args:
            keep: names of the files that the store mentions.
            not_after: seconds since the epoch; a younger file may belong to an act under way.

        Returns:
            How many were removed.
        """
        removed = 0
        with file_problems():
            for path in self._folder.glob("??/*"):
                if path.name not in keep and path.stat().st_mtime <= not_after:
                    removed += _removed(path)
        return removed

    def forget(self, names: Collection[str]) -> None:
        """Remove contents that nothing mentions any more.

        What was put, also once more, within the last ``_FRESH_S`` stays: it may belong to an act
        under way that has not mentioned it yet. ``collect`` finds it later.
        """
        with file_problems():
            for name in names:
                path = self._path(name)
                if path.exists() and path.stat().st_mtime < time.time() - _FRESH_S:
                    _removed(path)

    def _path(self, name: str) -> Path:
        if len(name) != 64 or not set(name) <= set("0123456789abcdef"):
            raise PageDamagedError(name[:64], "not a SHA-256")
        return self._folder / name[:2] / name

    def _make_folder(self, folder: Path) -> None:
        if folder.is_dir():
            return
        with file_problems():
            os.makedirs(folder, mode=0o700, exist_ok=True)
            sync_folder(folder.parent)


def _removed(path: Path) -> bool:
    """Remove a file that nothing mentions. One that is held on Windows stays for ``collect``: the
    act that it belonged to is done, and must not be said to have failed."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        return False
    return True


def _bound_to(name: str) -> bytes:
    return _MAGIC + bytes.fromhex(name)
