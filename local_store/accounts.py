"""The officers of this station, and the small secrets that live inside the encrypted store."""

from typing import Any

from sqlalchemy import Connection, insert, select, update

from local_store.engine import Database
from local_store.keyring import Keyring
from local_store.models import OfficerRow, SecretRow
from local_store.officer_rules import OfficerExistsError
from station.ports.officers import Officer, Role


class StoreOfficers:
    """The ``Officers`` of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, officer_id: str) -> Officer | None:
        """Give the officer with this sign-in name."""
        with self._database.reading() as connection:
            return _officer(connection, officer_id)

    def all(self) -> tuple[Officer, ...]:
        """Give every officer in the order of the sign-in names."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(OfficerRow.__table__).order_by(OfficerRow.officer_id)
            ).mappings()
            return tuple(_from_row(dict(row)) for row in rows)


class StoreSecrets:
    """The ``Secrets`` of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> Any:  # noqa: ANN401 - a JSON value
        """Give the JSON value under this name; None when there is none."""
        with self._database.reading() as connection:
            return connection.scalar(select(SecretRow.value).where(SecretRow.name == name))

    def put(self, name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Store a JSON value in a transaction of its own."""
        with self._database.writing() as connection:
            keep_secret(connection, name, value)


def keep_secret(connection: Connection, name: str, value: Any) -> None:  # noqa: ANN401 - JSON
    """Store a small secret inside a write transaction."""
    changed = connection.execute(update(SecretRow).where(SecretRow.name == name), {"value": value})
    if changed.rowcount == 0:
        connection.execute(insert(SecretRow), {"name": name, "value": value})


def add_officer(connection: Connection, officer: Officer) -> None:
    """Add an account inside a write transaction.

    Raises:
        OfficerExistsError: the sign-in name is taken.
    """
    if _officer(connection, officer.officer_id) is not None:
        raise OfficerExistsError(officer.officer_id)
    connection.execute(
        insert(OfficerRow),
        {
            "officer_id": officer.officer_id,
            "display_name": officer.display_name,
            "role": officer.role.value,
        },
    )


def keep_officer(connection: Connection, officer: Officer) -> None:
    """Write an account down inside a write transaction, new or in place of what was known."""
    said = {"display_name": officer.display_name, "role": officer.role.value}
    known = update(OfficerRow).where(OfficerRow.officer_id == officer.officer_id)
    if connection.execute(known, said).rowcount == 0:
        add_officer(connection, officer)


class StoreAccountKeys:
    """The ``AccountKeys`` of the store: locks in its keyring."""

    def __init__(self, keyring: Keyring, key: bytes) -> None:
        self._keyring, self._key = keyring, key

    def opens(self, officer_id: str) -> bool:
        """Tell whether there is a lock for this officer."""
        return self._keyring.knows(officer_id)

    def give(self, officer_id: str, password: str) -> None:
        """Wrap the store key for an officer, in place of an earlier lock.

        Raises:
            BadOfficerNameError, WeakPasswordError: nothing was changed.
        """
        self._keyring.add(officer_id, password, self._key)

    def change(self, officer_id: str, old: str, new: str) -> None:
        """Wrap the store key under a new password of the officer who knows the old one.

        Raises:
            WrongPasswordError, WeakPasswordError: nothing was changed.
        """
        self._keyring.change_password(officer_id, old, new)

    def take(self, officer_id: str) -> None:
        """Take an officer's lock from the keyring."""
        self._keyring.remove(officer_id)


def _officer(connection: Connection, officer_id: str) -> Officer | None:
    row = (
        connection.execute(select(OfficerRow.__table__).where(OfficerRow.officer_id == officer_id))
        .mappings()
        .first()
    )
    return _from_row(dict(row)) if row else None


def _from_row(row: dict[str, Any]) -> Officer:
    return Officer(
        officer_id=row["officer_id"], display_name=row["display_name"], role=Role(row["role"])
    )
