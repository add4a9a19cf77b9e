"""The catalogue packs that were imported, and the procedures now in force."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import bindparam, delete, func, insert, select

from local_store.engine import Database
from local_store.models import CataloguePackRow, ProcedureRow
from station.catalogue.pack import Pack
from station.domain.procedure import Procedure

_IN_FORCE = (  # built once: every reception asks for it
    select(ProcedureRow.body, CataloguePackRow.name, CataloguePackRow.version)
    .join(CataloguePackRow, CataloguePackRow.pack_id == ProcedureRow.pack_id)
    .where(ProcedureRow.code == bindparam("code"))
)


class StoreCatalogue:
    """The ``CatalogueStore`` of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def import_pack(self, pack: Pack, *, at: datetime) -> None:
        """Put a pack in force: its procedures replace those with the same code."""
        rows = [
            {"code": procedure.code, "position": position, "body": _written(procedure)}
            for position, procedure in enumerate(pack.procedures)
        ]
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
            for start in range(0, len(rows), 500):
                codes = [row["code"] for row in rows[start : start + 500]]
                connection.execute(delete(ProcedureRow).where(ProcedureRow.code.in_(codes)))
            if rows:
                connection.execute(
                    insert(ProcedureRow), [row | {"pack_id": pack_id} for row in rows]
                )

    def procedures(self) -> Sequence[Procedure]:
        """Give every procedure now in force, the oldest pack's first, each in its pack's order."""
        in_order = select(ProcedureRow.body).order_by(ProcedureRow.pack_id, ProcedureRow.position)
        with self._database.reading() as connection:
            return [_read(body) for body in connection.scalars(in_order)]

    def procedure(self, code: str) -> tuple[Procedure, str] | None:
        """Give the procedure in force with this code, and its pack's ``name version``."""
        with self._database.reading() as connection:
            row = connection.execute(_IN_FORCE, {"code": code}).first()
        return (_read(row.body), f"{row.name} {row.version}") if row else None

    def version(self) -> str:
        """Give a token that changes with every import, for caches."""
        with self._database.reading() as connection:
            return str(connection.scalar(select(func.max(CataloguePackRow.pack_id))) or 0)


def _written(procedure: Procedure) -> str:
    return msgspec.json.encode(procedure).decode()


def _read(body: str) -> Procedure:
    return msgspec.json.decode(body, type=Procedure)
