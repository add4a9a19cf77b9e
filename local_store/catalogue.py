"""The catalogue packs that were imported: every version stays, the newest that holds answers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, bindparam, func, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as insert_here

from local_store.catalogue_models import (
    CataloguePackRow,
    CataloguePartRow,
    ProcedureRow,
    ProcedureTextRow,
)
from local_store.engine import Database
from local_store.hot import Hot
from station.catalogue.admission import ImportedPack
from station.catalogue.pack import Pack, PackStatus
from station.catalogue.parts import CatalogueParts
from station.codec import from_plain
from station.domain.procedure import Procedure
from station.ports.catalogue import PackOrigin
from station.typed_reading import ready

_ROWS_AT_ONCE = 500
_MOST_KEPT = 100
_LABEL = CataloguePackRow.name + " " + CataloguePackRow.version
_DAY: BindParameter[date] = bindparam("day")
_HOLDS = or_(CataloguePackRow.effective_from.is_(None), CataloguePackRow.effective_from <= _DAY) & (
    or_(CataloguePackRow.effective_to.is_(None), CataloguePackRow.effective_to >= _DAY)
)
# Built once: every reception asks for one.
_VERSIONS = (
    select(ProcedureRow.text_id, _LABEL.label("pack"))
    .join(CataloguePackRow, CataloguePackRow.pack_id == ProcedureRow.pack_id)
    .where(ProcedureRow.code == bindparam("code"))
    .order_by(ProcedureRow.pack_id.desc())
    .limit(1)
)
_NEWEST_HELD = (  # of each code
    select(ProcedureRow.code, func.max(ProcedureRow.pack_id).label("pack_id"))
    .join(CataloguePackRow, CataloguePackRow.pack_id == ProcedureRow.pack_id)
    .where(_HOLDS)
    .group_by(ProcedureRow.code)
    .subquery()
)
_IN_FORCE = Hot(_VERSIONS.where(_HOLDS))
_TEXT = select(ProcedureTextRow.body).where(ProcedureTextRow.text_id == bindparam("text_id"))
_OF_A_PACK = _VERSIONS.where(bindparam("pack") == _LABEL)
_LISTS = (  # oldest first: the newest of a kind comes last
    select(CataloguePartRow.kind, CataloguePartRow.body)
    .join(CataloguePackRow, CataloguePackRow.pack_id == CataloguePartRow.pack_id)
    .where(_HOLDS)
    .order_by(CataloguePartRow.pack_id)
)
_KNOWN = tuple(field.name for field in fields(ImportedPack))
_COLUMNS = [CataloguePackRow.__table__.columns[name] for name in _KNOWN]
_PACKS = Hot(select(*_COLUMNS).order_by(CataloguePackRow.pack_id))
_HOLDING = Hot(select(_LABEL).where(_HOLDS).order_by(CataloguePackRow.pack_id))
_PACK = (
    select(*_COLUMNS).where(bindparam("pack") == _LABEL).order_by(CataloguePackRow.pack_id.desc())
)


class StoreCatalogue:
    """The ``CatalogueStore`` of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read: dict[int, Procedure] = {}

    def import_pack(
        self,
        pack: Pack,
        *,
        at: datetime,
        origin: PackOrigin | None = None,
        withdrawn: Collection[str] = (),
    ) -> None:
        """Put a pack in force; what was received under older versions stays readable.

        Args:
            withdrawn: codes that are there no more once this pack holds.
        """
        with self._database.writing() as connection:
            write_pack(connection, pack, at=at, origin=origin, withdrawn=withdrawn)

    def packs(self) -> Sequence[ImportedPack]:
        """Give all packs, the oldest import first."""
        with self._database.reading() as connection:
            return [_imported(row) for row in _PACKS.run(connection)]

    def labels(self, on: date) -> Sequence[str]:
        """Give the ``name version`` of each pack that holds on a day, the oldest import first."""
        with self._database.reading() as connection:
            return [label for (label,) in _HOLDING.run(connection, {"day": on})]

    def pack(self, label: str) -> ImportedPack | None:
        """Give what is known of the pack with this ``name version``."""
        with self._database.reading() as connection:
            row = connection.execute(_PACK, {"pack": label}).first()
        return _imported(row) if row else None

    def codes_of(self, name: str) -> Collection[str]:
        """Give the codes whose newest version is of a pack with this name."""
        newest = (
            select(ProcedureRow.code, func.max(ProcedureRow.pack_id).label("pack_id"))
            .group_by(ProcedureRow.code)
            .subquery()
        )
        codes = (
            select(ProcedureRow.code)
            .join(
                newest,
                (newest.c.code == ProcedureRow.code) & (newest.c.pack_id == ProcedureRow.pack_id),
            )
            .join(CataloguePackRow, CataloguePackRow.pack_id == ProcedureRow.pack_id)
            .where(CataloguePackRow.name == name, ProcedureRow.text_id.is_not(None))
        )
        with self._database.reading() as connection:
            return frozenset(connection.scalars(codes))

    def procedures(self, on: date) -> Sequence[Procedure]:
        """Give every procedure in force on a day, the oldest pack's first, in its pack's order."""
        in_order = (
            select(ProcedureTextRow.body)
            .join(ProcedureRow, ProcedureRow.text_id == ProcedureTextRow.text_id)
            .join(
                _NEWEST_HELD,
                (_NEWEST_HELD.c.code == ProcedureRow.code)
                & (_NEWEST_HELD.c.pack_id == ProcedureRow.pack_id),
            )
            .order_by(ProcedureRow.pack_id, ProcedureRow.position)
        )
        with self._database.reading() as connection:
            return [_read(body) for body in connection.scalars(in_order, {"day": on})]

    def procedure(self, code: str, on: date) -> tuple[Procedure, str] | None:
        """Give the procedure in force on a day, and its pack's ``name version``."""
        with self._database.reading() as connection:
            row = _IN_FORCE.first(connection, {"code": code, "day": on})
            if row is None or row[0] is None:
                return None
            return self._text(connection, row[0]), row[1]

    def procedure_of(self, code: str, pack: str) -> Procedure | None:
        """Give the procedure as the pack with this ``name version`` has it."""
        with self._database.reading() as connection:
            row = connection.execute(_OF_A_PACK, {"code": code, "pack": pack}).first()
            return self._text(connection, row.text_id) if row and row.text_id else None

    def parts(self, on: date) -> CatalogueParts:
        """Give the lists in force on a day, each of the newest pack that has it."""
        with self._database.reading() as connection:
            newest = {row.kind: row.body for row in connection.execute(_LISTS, {"day": on})}
        plain = {kind: msgspec.json.decode(body) for kind, body in newest.items()}
        return from_plain(plain, CatalogueParts)

    def local_codes(self, on: date) -> Mapping[str, date]:
        """Give the codes that a local correction answers for on a day, and until when."""
        local = (
            select(_NEWEST_HELD.c.code, CataloguePackRow.effective_to)
            .join(CataloguePackRow, CataloguePackRow.pack_id == _NEWEST_HELD.c.pack_id)
            .where(CataloguePackRow.status == PackStatus.LOCAL.value)
        )
        with self._database.reading() as connection:
            return {code: until for code, until in connection.execute(local, {"day": on}) if until}

    def version(self) -> str:
        """Give a token that changes with every import, for caches."""
        with self._database.reading() as connection:
            return str(connection.scalar(select(func.max(CataloguePackRow.pack_id))) or 0)

    def _text(self, connection: Connection, text_id: int) -> Procedure:
        """Give a procedure by its text, which never changes: each is read once."""
        found = self._read.get(text_id)
        if found is None:
            if len(self._read) >= _MOST_KEPT:
                self._read.clear()
            found = _read(connection.execute(_TEXT, {"text_id": text_id}).scalar_one())
            self._read[text_id] = found
        return found


def write_pack(
    connection: Connection,
    pack: Pack,
    *,
    at: datetime,
    origin: PackOrigin | None,
    withdrawn: Collection[str],
) -> None:
    """Store a pack inside a write transaction; see ``StoreCatalogue.import_pack``."""
    origin = origin or PackOrigin()
    bodies = [_written(procedure) for procedure in pack.procedures]
    digests = [sha256(body.encode()).hexdigest() for body in bodies]
    pack_row = insert(CataloguePackRow).values(
        name=pack.name,
        version=pack.version,
        issued_on=pack.issued_on,
        status=pack.status.value,
        note=pack.note,
        imported_at=at,
        effective_from=pack.effective_from,
        effective_to=pack.effective_to,
        base=pack.base,
        sha256=origin.sha256,
        signed_by=origin.signed_by,
        imported_by=origin.imported_by,
        admission=origin.admission,
    )
    pack_id = connection.execute(pack_row.returning(CataloguePackRow.pack_id)).scalar_one()
    texts = _texts(connection, dict(zip(digests, bodies, strict=True)))
    named = [
        (procedure.code, texts[digest])
        for procedure, digest in zip(pack.procedures, digests, strict=True)
    ]
    rows = [
        {"code": code, "pack_id": pack_id, "position": position, "text_id": text_id}
        for position, (code, text_id) in enumerate(
            [*named, *((code, None) for code in sorted(withdrawn))]
        )
    ]
    if rows:
        connection.execute(insert(ProcedureRow), rows)
    lists = [
        {"kind": kind, "pack_id": pack_id, "body": msgspec.json.encode(members).decode()}
        for kind, members in pack.parts.given.items()
    ]
    if lists:
        connection.execute(insert(CataloguePartRow), lists)


def _texts(connection: Connection, bodies: dict[str, str]) -> dict[str, int]:
    """Keep each text once, and give its key by its SHA-256."""
    found: dict[str, int] = {}
    digests = list(bodies)
    for start in range(0, len(digests), _ROWS_AT_ONCE):
        some = digests[start : start + _ROWS_AT_ONCE]
        connection.execute(
            insert_here(ProcedureTextRow).on_conflict_do_nothing(index_elements=["sha256"]),
            [{"sha256": digest, "body": bodies[digest]} for digest in some],
        )
        keys = select(ProcedureTextRow.sha256, ProcedureTextRow.text_id).where(
            ProcedureTextRow.sha256.in_(some)
        )
        for digest, text_id in connection.execute(keys):
            found[digest] = text_id
    return found


def _imported(row: Sequence[Any]) -> ImportedPack:
    known = dict(zip(_KNOWN, row, strict=True))
    return ImportedPack(**known | {"status": PackStatus(known["status"])})


def _written(procedure: Procedure) -> str:
    return msgspec.json.encode(procedure).decode()


def _read(body: str) -> Procedure:
    return msgspec.json.decode(body, type=ready(Procedure))
