"""What the station was told: catalogue packs, officers, small secrets."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from local_store.engine import Database
from local_store.models import CataloguePackRow, OfficerRow, ProcedureRow, SecretRow
from station.catalogue.pack import Pack
from station.codec import from_plain, to_plain
from station.domain.procedure import Procedure
from station.ports.officers import Officer, Role


class StoredCatalogue:
    """See ``station.ports.store.CatalogueStore``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def import_pack(self, pack: Pack, *, at: datetime) -> None:
        """Put a pack in force: its procedures replace those with the same code."""
        with self._database.writing() as connection:
            pack_id = connection.execute(
                insert(CataloguePackRow)
                .values(
                    name=pack.name,
                    version=pack.version,
                    issued_on=pack.issued_on,
                    status=pack.status.value,
                    note=pack.note,
                    imported_at=at,
                )
                .returning(CataloguePackRow.pack_id)
            ).scalar_one()
            rows = [
                {"code": each.code, "pack_id": pack_id, "position": place, "body": to_plain(each)}
                for place, each in enumerate(pack.procedures)
            ]
            for row in rows:
                connection.execute(delete(ProcedureRow).where(ProcedureRow.code == row["code"]))
            if rows:
                connection.execute(insert(ProcedureRow), rows)

    def procedures(self) -> Sequence[Procedure]:
        """Give every procedure in force, pack by pack."""
        query = select(ProcedureRow.body).order_by(ProcedureRow.pack_id, ProcedureRow.position)
        with self._database.reading() as connection:
            return [from_plain(body, Procedure) for body in connection.scalars(query)]

    def procedure(self, code: str) -> tuple[Procedure, str] | None:
        """Give the procedure with this code, and its pack's name and version."""
        query = (
            select(ProcedureRow.body, CataloguePackRow.name, CataloguePackRow.version)
            .join(CataloguePackRow, CataloguePackRow.pack_id == ProcedureRow.pack_id)
            .where(ProcedureRow.code == code)
        )
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return (from_plain(row.body, Procedure), f"{row.name} {row.version}") if row else None

    def version(self) -> str:
        """Give a token that changes with every import."""
        with self._database.reading() as connection:
            return str(connection.scalar(select(func.max(CataloguePackRow.pack_id))) or 0)


class StoredOfficers:
    """See ``station.ports.officers.Officers``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, officer_id: str) -> Officer | None:
        """Give one account."""
        return next((officer for officer in self.all() if officer.officer_id == officer_id), None)

    def all(self) -> tuple[Officer, ...]:
        """Give every account, by name."""
        query = select(OfficerRow.__table__).order_by(OfficerRow.officer_id)
        with self._database.reading() as connection:
            return tuple(
                Officer(
                    officer_id=row.officer_id, display_name=row.display_name, role=Role(row.role)
                )
                for row in connection.execute(query)
            )

    def put(self, officer: Officer) -> None:
        """Add an account, or change its name and role."""
        values = {"display_name": officer.display_name, "role": officer.role.value}
        with self._database.writing() as connection:
            connection.execute(
                insert_or(OfficerRow)
                .values(officer_id=officer.officer_id, **values)
                .on_conflict_do_update(index_elements=["officer_id"], set_=values)
            )


class StoredSecrets:
    """See ``station.ports.store.Secrets``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> Any:  # noqa: ANN401 - a JSON value
        """Give the JSON value under this name; None when there is none."""
        with self._database.reading() as connection:
            return connection.scalar(select(SecretRow.value).where(SecretRow.name == name))

    def put(self, name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Store a JSON value in a transaction of its own."""
        with self._database.writing() as connection:
            connection.execute(
                insert_or(SecretRow)
                .values(name=name, value=value)
                .on_conflict_do_update(index_elements=["name"], set_={"value": value})
            )
