"""Resumable uploads: tus 1.0 with creation, checksum and termination."""

import base64
import binascii
import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from sync.contract.messages import SHA256_PATTERN
from sync.reference_server.database import Database, Now
from sync.reference_server.file_store import FileMismatchError, FileStore
from sync.reference_server.problems import RefusedError
from sync.reference_server.tables import files, uploads

CHECKSUMS = ("sha256", "sha1")  # the tus specification demands sha1 of every server


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """An unfinished file and how much of it is here."""

    upload_id: str
    sha256: str
    size: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploads:
    """The uploads of one station."""

    station_id: str
    database: Database
    store: FileStore
    now: Now

    def has_file(self, sha256: str) -> bool:
        """Tell whether the province has this content."""
        with self.database.reading() as connection:
            found = connection.execute(select(files.c.sha256).where(files.c.sha256 == sha256))
            return found.one_or_none() is not None

    def create(self, sha256: str, size: int) -> Upload | None:
        """Begin an upload, or find the unfinished one; None when the file is here already."""
        with self.database.writing() as connection:
            known = select(files.c.sha256).where(files.c.sha256 == sha256)
            if connection.execute(known).one_or_none() is not None:
                return None
            row = connection.execute(
                select(uploads)
                .where(
                    uploads.c.station_id == self.station_id,
                    uploads.c.sha256 == sha256,
                    uploads.c.size == size,
                )
                .with_for_update()
            ).one_or_none()
            if row is not None:
                upload = self._upload(row)
                if self.store.has(sha256):  # a stop came between the rename and the commit
                    self._note_file(connection, upload)
                    return None
                return upload
            upload = Upload(upload_id=secrets.token_hex(16), sha256=sha256, size=size, offset=0)
            connection.execute(
                insert(uploads).values(
                    upload_id=upload.upload_id,
                    station_id=self.station_id,
                    sha256=sha256,
                    size=size,
                    received=0,
                    created_at=self.now().isoformat(),
                )
            )
            return upload

    def find(self, upload_id: str) -> Upload:
        """Give an unfinished upload.

        Raises:
            RefusedError: ``not-found``.
        """
        with self.database.reading() as connection:
            row = connection.execute(self._by_id(upload_id)).one_or_none()
            if row is None:
                raise RefusedError("not-found")
            return self._upload(row)

    def append(self, upload_id: str, *, offset: int, chunk: bytes, checksum: str | None) -> int:
        """Take one chunk, and finish the file with its last one. Gives the new offset.

        Raises:
            RefusedError: ``not-found``, ``offset-mismatch``, ``too-large``,
                ``unsupported-checksum``, ``checksum-mismatch``: the chunk was not taken;
                ``file-mismatch``: the whole file is wrong, and its upload is gone.
        """
        if checksum is not None:
            _check_chunk(chunk, checksum)
        with self.database.writing() as connection:
            row = connection.execute(self._by_id(upload_id).with_for_update()).one_or_none()
            if row is None:
                raise RefusedError("not-found")
            upload = self._upload(row)
            if offset != upload.offset:
                raise RefusedError("offset-mismatch")
            if offset + len(chunk) > upload.size:
                raise RefusedError("too-large")
            self.store.write(upload_id, offset, chunk)
            received = offset + len(chunk)
            connection.execute(
                update(uploads).where(uploads.c.upload_id == upload_id).values(received=received)
            )
            is_sound = received < upload.size or self._finish(connection, upload)
        if not is_sound:
            raise RefusedError("file-mismatch")
        return received

    def give_up(self, upload_id: str) -> None:
        """Drop an unfinished upload.

        Raises:
            RefusedError: ``not-found``.
        """
        with self.database.writing() as connection:
            row = connection.execute(self._by_id(upload_id).with_for_update()).one_or_none()
            if row is None:
                raise RefusedError("not-found")
            self._forget(connection, upload_id)

    def _by_id(self, upload_id: str) -> Select[Any]:
        return select(uploads).where(
            uploads.c.upload_id == upload_id, uploads.c.station_id == self.station_id
        )

    def _upload(self, row: Row[Any]) -> Upload:
        # The smaller of both is right: the database says what was taken, the disk what is there.
        offset = min(row.received, self.store.received(row.upload_id))
        return Upload(upload_id=row.upload_id, sha256=row.sha256, size=row.size, offset=offset)

    def _finish(self, connection: Connection, upload: Upload) -> bool:
        """Make the file whole and known; False when it is not what was announced."""
        try:
            self.store.finish(upload.upload_id, upload.sha256)
        except FileMismatchError:
            self._forget(connection, upload.upload_id)
            return False
        self._note_file(connection, upload)
        return True

    def _note_file(self, connection: Connection, upload: Upload) -> None:
        known = select(files.c.sha256).where(files.c.sha256 == upload.sha256)
        if connection.execute(known).one_or_none() is None:
            stored_at = self.now().isoformat()
            row = {"sha256": upload.sha256, "size": upload.size, "stored_at": stored_at}
            connection.execute(insert(files).values(row))
        connection.execute(delete(uploads).where(uploads.c.upload_id == upload.upload_id))

    def _forget(self, connection: Connection, upload_id: str) -> None:
        connection.execute(delete(uploads).where(uploads.c.upload_id == upload_id))
        self.store.discard(upload_id)


def announced_sha256(header: str) -> str:
    """Give the SHA-256 that an ``Upload-Metadata`` header announces.

    Raises:
        RefusedError: ``malformed-request``: it announces none.
    """
    pairs = (pair.strip().partition(" ") for pair in header.split(","))
    values = {name: value for name, _, value in pairs}
    sha256 = _from_base64(values.get("sha256", "")).decode("ascii", "replace")
    if re.search(SHA256_PATTERN, sha256) is None:
        raise RefusedError("malformed-request")
    return sha256


def _check_chunk(chunk: bytes, checksum: str) -> None:
    algorithm, _, digest = checksum.partition(" ")
    if algorithm not in CHECKSUMS:
        raise RefusedError("unsupported-checksum")
    if hashlib.new(algorithm, chunk, usedforsecurity=False).digest() != _from_base64(digest):
        raise RefusedError("checksum-mismatch")


def _from_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise RefusedError("malformed-request") from error
