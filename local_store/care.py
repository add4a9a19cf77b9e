"""Walks the whole store: is every entry what it was, does every list agree with the journal."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, select
from sqlcipher3 import dbapi2

from local_store.anchor import JournalAnchor
from local_store.engine import Database
from local_store.journal import entry_of, known_dossier
from local_store.models import (
    DossierFileRow,
    DossierProjectionRow,
    FileRow,
    JournalRow,
    NumberUsedRow,
)
from local_store.problems import PageDamagedError
from local_store.projection import projection_of
from local_store.unit_of_work import save_projection
from local_store.vault import FileVault
from station.domain.ids import DossierCode
from station.domain.journal import JournalEntry, first_break
from station.errors import StationError
from station.ports.store import AuditReport, StoreReport


class StoreKeeper:
    """See ``station.ports.store.StoreCare``."""

    def __init__(self, database: Database, vault: FileVault, anchor: JournalAnchor) -> None:
        self._database = database
        self._vault = vault
        self._anchor = anchor

    def audit(self) -> AuditReport:
        """Walk the hash chain, and every page of the database file.

        An entry that cannot be read is the first bad one. Reading goes entry by entry on a
        connection of its own, because SQLCipher answers nothing more after a damaged page.
        """
        damaged = self._damaged_pages()
        entries: list[JournalEntry] = []
        bad = self._first_unreadable(entries)
        broken = first_break(entries)
        first_bad = min((n for n in (bad, broken) if n is not None), default=None)
        head = self._anchor.read()
        newest = entries[-1].sequence if entries else 0
        if first_bad is None and head is not None and head.sequence > newest:
            first_bad = newest + 1  # entries vanished from the end
        return AuditReport(
            entries=len(entries),
            first=entries[0].occurred_at.isoformat() if entries else None,
            last=entries[-1].occurred_at.isoformat() if entries else None,
            ok=first_bad is None and not damaged,
            first_bad=first_bad,
            damaged_pages=damaged,
        )

    def check(self) -> StoreReport:
        """Compare journal, projection, numbers and page files with one another."""
        audit = self.audit()
        problems = [] if audit.ok else [f"nhật ký hỏng từ mục {audit.first_bad}"]
        if audit.damaged_pages:
            problems.append(f"trang cơ sở dữ liệu hỏng: {list(audit.damaged_pages)}")
        dossiers = files = 0
        if audit.ok:
            with self._database.reading() as connection:
                dossiers = connection.scalar(_count(DossierProjectionRow)) or 0
                files = connection.scalar(_count(FileRow)) or 0
                problems += _wrong_projections(connection)
                problems += self._wrong_files(connection)
        return StoreReport(
            ok=not problems,
            dossiers=dossiers,
            entries=audit.entries,
            files=files,
            problems=tuple(problems),
        )

    def rebuild(self) -> int:
        """Make the projection anew from the journal and the news."""
        with self._database.writing() as connection:
            connection.execute(delete(DossierProjectionRow))
            ids = _dossier_ids(connection)
            for dossier_id in ids:
                save_projection(connection, dossier_id)
        return len(ids)

    def _damaged_pages(self) -> tuple[int, ...]:
        connection = self._database.raw()
        try:
            complaints = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        except dbapi2.DatabaseError:
            return (1,)
        finally:
            connection.close()
        return tuple(sorted({int(page) for (text,) in complaints for page in _numbers(text)}))

    def _first_unreadable(self, entries: list[JournalEntry]) -> int | None:
        connection = self._database.raw()
        try:
            rows = connection.execute("SELECT body, hash FROM journal ORDER BY sequence")
            for body, digest in rows:
                entries.append(entry_of(body, digest))
        except (dbapi2.DatabaseError, msgspec.MsgspecError, UnicodeDecodeError):
            return entries[-1].sequence + 1 if entries else 1
        finally:
            connection.close()
        return None

    def _wrong_files(self, connection: Connection) -> Iterator[str]:
        named = set(connection.scalars(select(DossierFileRow.sha256)))
        for sha256 in sorted(named):
            try:
                self._vault.get(sha256)
            except PageDamagedError as error:
                yield f"tệp {sha256[:12]}: {error.reason}"
        for orphan in sorted(set(self._vault.names()) - named):
            yield f"tệp {orphan[:12]} không thuộc hồ sơ nào"


def _wrong_projections(connection: Connection) -> Iterator[str]:
    for dossier_id in _dossier_ids(connection):
        try:
            made = projection_of(known_dossier(connection, dossier_id))
        except StationError as error:
            yield f"hồ sơ {dossier_id}: {error.code}"
            continue
        kept = connection.execute(
            select(DossierProjectionRow.__table__).where(
                DossierProjectionRow.dossier_id == dossier_id
            )
        ).first()
        if kept is None or kept._asdict() != made:
            yield f"hồ sơ {made['code']}: danh sách khác nhật ký; chạy station store rebuild"
        code = DossierCode.parse(made["code"])
        used = connection.scalar(
            select(func.count()).where(
                NumberUsedRow.agency_code == code.agency,
                NumberUsedRow.day == code.on,
                NumberUsedRow.number == code.number,
            )
        )
        if not used:
            yield f"hồ sơ {code}: số chưa được ghi là đã dùng"


def _dossier_ids(connection: Connection) -> list[Any]:
    first = func.min(JournalRow.sequence)
    query = (
        select(JournalRow.dossier_id)
        .where(JournalRow.dossier_id.is_not(None))
        .group_by(JournalRow.dossier_id)
        .order_by(first)
    )
    return list(connection.scalars(query))


def _count(table: Any) -> Any:  # noqa: ANN401 - a mapped class, a query
    return select(func.count()).select_from(table)


def _numbers(text: str) -> list[str]:
    return [word for word in text.replace(",", " ").split() if word.isdigit()]
