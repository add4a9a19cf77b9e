"""Opens the province's database: an SQLite file, or PostgreSQL where several servers share it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError

from sync.reference_server import tables

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
_BUSY_TIMEOUT_S = 30

Now = Callable[[], datetime]
"""Gives the server's time, aware."""


def vietnam_now() -> datetime:
    """Give the time of this computer's clock in Viet Nam."""
    return datetime.now(VIETNAM)


class BadDatabaseError(Exception):
    """The address names no database that can be used. The text holds no password."""


class Database:
    """The engine with its two kinds of transaction."""

    def __init__(self, url: str) -> None:
        """Open the database and make what is missing in it: tables and the signing key.

        Args:
            url: of SQLAlchemy, for example ``sqlite:///gateway.db``.

        Raises:
            BadDatabaseError: it cannot be opened.
        """
        self._engine = _engine(url)
        try:
            tables.metadata.create_all(self._engine)
        except DBAPIError as error:
            self.close()
            raise BadDatabaseError(
                f"cannot open the database: {type(error.orig).__name__}"
            ) from error
        self._make_signing_key()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Run one transaction that is durable when the block ends, or leaves nothing behind."""
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Run one transaction that only reads; it waits for no writer."""
        with self._engine.connect().execution_options(station_read_only=True) as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def signing_keys(self) -> tuple[bytes, ...]:
        """Give the server's Ed25519 private keys, the newest first."""
        column = tables.signing_keys.c
        with self.reading() as connection:
            found = connection.execute(select(column.private_key).order_by(column.key_id.desc()))
            return tuple(found.scalars())

    def _make_signing_key(self) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if self.signing_keys():
            return
        private_key = Ed25519PrivateKey.generate().private_bytes_raw()
        try:
            with self.writing() as connection:
                row = {"key_id": 1, "private_key": private_key}
                connection.execute(insert(tables.signing_keys).values(row))
        except IntegrityError:
            if not self.signing_keys():  # else another server on this database was quicker
                raise


def _engine(url: str) -> Engine:
    try:
        # Errors go to the log, the parameters of statements must not.
        engine = create_engine(url, hide_parameters=True)
    except (ArgumentError, ModuleNotFoundError) as error:
        raise BadDatabaseError(
            f"no database address, or its driver is missing: {type(error).__name__}"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI one
    connection.isolation_level = None  # the driver must not begin transactions of its own
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_S * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # an applied event survives a power cut
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    read_only = connection.get_execution_options().get("station_read_only", False)
    # A writer takes the lock at once: two that read first and write later would deadlock.
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
