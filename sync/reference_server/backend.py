"""What the routes of the reference server stand on."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.contract.messages import Limits
from sync.contract.proofs import catalogue_proof
from sync.reference_server.database import Database, Now, vietnam_now
from sync.reference_server.file_store import FileStore, FolderFileStore

DEFAULT_LIMITS = Limits(
    events_per_batch=500,
    batch_bytes=8 << 20,
    chunk_bytes=1 << 20,
    file_bytes=50 << 20,
)


class BadLocationError(Exception):
    """The place for the files is not one that this server can use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The published pack, byte for byte, with its SHA-256 and the server's signature, in hex."""

    content: bytes
    sha256: str
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Backend:
    """Database, files, clock and limits. Several servers may share the first two."""

    version: str
    database: Database
    files: FileStore
    now: Now
    limits: Limits
    catalogue: Catalogue | None

    def sign(self, proof: bytes) -> str:
        """Sign with the newest key, in lower-case hex."""
        key = Ed25519PrivateKey.from_private_bytes(self.database.signing_keys()[0])
        return key.sign(proof).hex()


def open_backend(
    *,
    version: str,
    database: str,
    files: str,
    catalogue: bytes | None = None,
    limits: Limits = DEFAULT_LIMITS,
    now: Now = vietnam_now,
) -> Backend:
    """Open the database and the file store, and make what is missing in them.

    Args:
        version: the program's own, for ``/v1/health``.
        database: SQLAlchemy URL, for example ``sqlite:///gateway.db``.
        files: a folder.
        catalogue: the pack to publish.

    Raises:
        BadLocationError: ``files`` is an address of another kind.
        BadDatabaseError: the database cannot be opened.
    """
    if "://" in files:
        raise BadLocationError(f"files can be kept in a folder only, not in {files}")
    backend = Backend(
        version=version,
        database=Database(database),
        files=FolderFileStore(Path(files)),
        now=now,
        limits=limits,
        catalogue=None,
    )
    if catalogue is None:
        return backend
    return _publishing(backend, catalogue)


def _publishing(backend: Backend, content: bytes) -> Backend:
    sha256 = hashlib.sha256(content).hexdigest()
    signature = backend.sign(catalogue_proof(sha256))
    catalogue = Catalogue(content=content, sha256=sha256, signature=signature)
    return replace(backend, catalogue=catalogue)
