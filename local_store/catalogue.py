"""The catalogue packs that were imported: every version stays, the newest is in force."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_here

from local_store.engine import Database
from local_store.models import CataloguePackRow, ProcedureRow, ProcedureTextRow
from station.catalogue.pack import Pack
from station.domain.procedure import Procedure

_ROWS_AT_ONCE = 500
_LABEL = CataloguePackRow.name + " " + CataloguePackRow.version
# Built once: every reception asks for one.
_NEWEST = (
    select(ProcedureTextRow.body, _LABEL.label("pack"))
    .select_from(ProcedureRow)
    .join(CataloguePackRow, CataloguePackRow.pack_id == ProcedureRow.pack_id)
    .outerjoin(ProcedureTextRow, ProcedureTextRow.text_id == ProcedureRow.text_id)
    .where(ProcedureRow.code == bindparam("code"))
    .order_by(ProcedureRow.pack_id.desc())
    .limit(1)
)
_OF_A_PACK = _NEWEST.where(bindparam("pack") == _LABEL)


class StoreCatalogue:
    """The ``CatalogueStore`` of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def import_pack(self, pack: Pack, *, at: datetime) -> None:
        """Put a pack in force; the versions that dossiers were received under stay readable."""
        bodies = [_written(procedure) for procedure in pack.procedures]
        digests = [sha256(body.encode()).hexdigest() for body in bodies]
        with self._database.writing() as connection:
            pack_row = insert(CataloguePackRow).values(
                name=pack.name,
                version=pack.version,
                issued_on=pack.issued_on,
                status=pack.status.value,
                note=pack.note,
                imported_at=at,
            )
            pack_id = connection.execute(pack_row.returning(CataloguePackRow.pack_id)).scalar_one()
            texts = _texts(connection, dict(zip(digests, bodies, strict=True)))
            rows = [
                {
                    "code": procedure.code,
                    "pack_id": pack_id,
                    "position": position,
                    "text_id": texts[digest],
                }
                for position, (procedure, digest) in enumerate(
                    zip(pack.procedures, digests, strict=True)
                )
            ]
            if rows:
                connection.execute(insert(ProcedureRow), rows)

    def procedures(self) -> Sequence[Procedure]:
        """Give every procedure now in force, the oldest pack's first, each in its pack's order."""
        newest = (
            select(ProcedureRow.code, func.max(ProcedureRow.pack_id).label("pack_id"))
            .group_by(ProcedureRow.code)
            .subquery()
        )
        in_order = (
            select(ProcedureTextRow.body)
            .join(ProcedureRow, ProcedureRow.text_id == ProcedureTextRow.text_id)
            .join(
                newest,
                (newest.c.code == ProcedureRow.code) & (newest.c.pack_id == ProcedureRow.pack_id),
            )
            .order_by(ProcedureRow.pack_id, ProcedureRow.position)
        )
        with self._database.reading() as connection:
            return [_read(body) for body in connection.scalars(in_order)]

    def procedure(self, code: str, pack: str | None = None) -> tuple[Procedure, str] | None:
        """Give a procedure as a pack has it, and the pack's ``name version``.

        Args:
            pack: ``name version`` of the pack; None: the one in force.
        """
        with self._database.reading() as connection:
            row = (
                connection.execute(_NEWEST, {"code": code})
                if pack is None
                else connection.execute(_OF_A_PACK, {"code": code, "pack": pack})
            ).first()
        return (_read(row.body), row.pack) if row and row.body else None

    def version(self) -> str:
        """Give a token that changes with every import, for caches."""
        with self._database.reading() as connection:
            return str(connection.scalar(select(func.max(CataloguePackRow.pack_id))) or 0)


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


def _written(procedure: Procedure) -> str:
    return msgspec.json.encode(procedure).decode()


def _read(body: str) -> Procedure:
    return msgspec.json.decode(body, type=Procedure)
