"""Page files: encrypted by AES-256-GCM, named by the SHA-256 of what is in them.

A file is ``version (1 byte) + nonce (12) + ciphertext + tag (16)``; its name is authenticated with
it, so that files cannot be exchanged for one another.
"""

import hashlib
import secrets
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from local_store.durable_files import TEMPORARY, sync_folder, write_whole
from local_store.problems import PageDamagedError, PageTooLargeError, file_problems

LARGEST_PAGE = 100_000_000
_VERSION = b"\x01"
_NONCE_BYTES = 12
_OVERHEAD = len(_VERSION) + _NONCE_BYTES + 16
_PURPOSE = b"tram-mot-cua page files 1"


class FileVault:
    """The folder of page files of one home; see ``station.ports.store.PageVault``."""

    def __init__(self, folder: Path, store_key: bytes) -> None:
        self._folder = folder
        key = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(store_key)
        self._cipher = AESGCM(key)

    def put(self, content: bytes) -> str:
        """Store the bytes durably and give their SHA-256; the same bytes are stored once.

        Raises:
            PageTooLargeError: more than 100 MB.
            DiskFullError, StoreReadOnlyError, DiskFaultError: nothing was stored.
        """
        if len(content) > LARGEST_PAGE:
            raise PageTooLargeError(len(content), LARGEST_PAGE)
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        if path.exists() and self._is_whole(sha256):
            return sha256
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._cipher.encrypt(nonce, content, _VERSION + sha256.encode())
        if not path.parent.exists():
            with file_problems():
                path.parent.mkdir(parents=True, exist_ok=True)
                sync_folder(self._folder)
        write_whole(path, _VERSION + nonce + sealed)
        return sha256

    def get(self, sha256: str) -> bytes:
        """Give the bytes back.

        Raises:
            PageDamagedError: the file is missing or is not what was filed.
        """
        try:
            with self._path(sha256).open("rb") as stream:
                stored = stream.read(LARGEST_PAGE + _OVERHEAD + 1)
        except OSError as error:
            raise PageDamagedError(sha256, error.strerror or "unreadable") from error
        if len(stored) < _OVERHEAD or stored[:1] != _VERSION:
            raise PageDamagedError(sha256, "not a page file")
        nonce, sealed = stored[1 : 1 + _NONCE_BYTES], stored[1 + _NONCE_BYTES :]
        try:
            content = self._cipher.decrypt(nonce, sealed, _VERSION + sha256.encode())
        except InvalidTag:
            raise PageDamagedError(sha256, "changed") from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise PageDamagedError(sha256, "filed under another name")
        return content

    def names(self) -> Iterator[str]:
        """Give the SHA-256 of every file that is there."""
        for path in sorted(self._folder.glob("??/*")):
            if TEMPORARY not in path.name:
                yield path.name

    def _is_whole(self, sha256: str) -> bool:
        try:
            self.get(sha256)
        except PageDamagedError:
            return False
        return True

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256
