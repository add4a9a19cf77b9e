"""Opens the encrypted database and runs transactions on it. All that is special to SQLite is here.

SQLCipher encrypts every page with the raw 256-bit store key and authenticates it (HMAC-SHA512), so
a changed page is an error, never a wrong answer. Several processes use one file at once: the
write-ahead log lets readers go on, and writers queue for ``BUSY_TIMEOUT_S``.
"""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from local_store.problems import (
    DiskFaultError,
    DiskFullError,
    StoreBusyError,
    StoreDamagedError,
    StoreReadOnlyError,
)
from station.errors import StationError

KEY_BYTES = 32
BUSY_TIMEOUT_S = 5.0
_MOST_LOG_PAGES, _LEISURE_LOG_PAGES = 8000, 1000
"""A checkpoint takes longer than a reception may. It is made by a transaction that no citizen waits
for once the log has 4 MB, by any once it has 32 MB, and by the last one to close."""

_PAGES_KEPT_KB = 2000
"""Decrypted pages that each connection holds: what a reception touches. SQLCipher's own 8 MB would
fill through the day, once for each of the pool."""
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a commit that returned survives a power cut
    f"PRAGMA wal_autocheckpoint = {_MOST_LOG_PAGES}",
    f"PRAGMA cache_size = -{_PAGES_KEPT_KB}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # REPLACE would pass the delete triggers otherwise
    "PRAGMA temp_store = MEMORY",  # temporary files would not be encrypted
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)
_ROOM_TO_OPEN = 64 * 1024
"""Bytes; the index of the write-ahead log begins with 32 KB."""
_WRITES = "station_writes"


class _Here(threading.local):
    """What this thread reads from, while it wants one state of the store."""

    connection: Connection | None = None


class Database:
    """One open database file, for all threads of this process."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self._engine = _engine(path, key)
        self._writer = self._engine.execution_options(**{_WRITES: True})
        self._here = _Here()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read from one unchanging state of the store.

        Raises:
            StoreBusyError, StoreDamagedError, DiskFaultError: see ``problems``.
        """
        if self._here.connection is not None:
            yield self._here.connection
            return
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """Let all that this thread reads inside come from one unchanging state of the store.

        What is written inside is not seen by these reads.
        """
        before = self._here.connection
        with self.reading() as connection:
            self._here.connection = connection
            try:
                yield
            finally:
                self._here.connection = before

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Hold the write lock; commits at the end of the block, or changes nothing.

        Raises:
            StoreBusyError: another program kept the lock for too long.
            DiskFullError, StoreReadOnlyError, StoreDamagedError, DiskFaultError: see ``problems``.
        """
        with self.write_connection() as connection, connection.begin():
            yield connection

    def write_connection(self) -> Connection:
        """Give a connection whose transactions take the write lock as they begin."""
        return self._writer.connect()

    def raw(self) -> Any:  # noqa: ANN401 - sqlcipher3 publishes no types
        """Open a connection of its own, without SQLAlchemy, for reading row by row.

        Raises:
            StoreDamagedError, StoreBusyError, StoreReadOnlyError, DiskFaultError: see ``problems``.
        """
        try:
            return _connect(self.path, self._key)
        except dbapi2.Error as error:
            raise problem_of(error, self.path) or error from error

    def bare(self) -> Any:  # noqa: ANN401 - sqlcipher3 publishes no types
        """Open the file with its key only, reading nothing: it may be damaged everywhere."""
        return _keyed(self.path, self._key)

    def close(self) -> None:
        """Close every connection; the last one of all processes clears the write-ahead log."""
        self._engine.dispose()


def commit_at_leisure(connection: Connection) -> None:
    """Commit what no citizen waits for: clear the write-ahead log where it has grown."""
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA wal_autocheckpoint = {_LEISURE_LOG_PAGES}")
    try:
        connection.commit()
    finally:
        driver.execute(f"PRAGMA wal_autocheckpoint = {_MOST_LOG_PAGES}")


def problem_of(error: BaseException, path: Path | None = None) -> StationError | None:
    """Give the officer's error for what SQLite said; None when it is a bug of ours.

    Args:
        path: of the database. Where its disk has no room for the log's index SQLite speaks of a
            fault of the disk, and officers would have a sound one exchanged.
    """
    number = getattr(error, "sqlite_errorcode", None)
    if not isinstance(error, dbapi2.Error) or number is None:
        return None
    kind = _PROBLEMS.get(number & 0xFF)  # the upper bits say more than an officer needs
    if kind is DiskFaultError and path is not None and _is_full(path):
        kind = DiskFullError
    return None if kind is None else kind(str(error))


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_TO_OPEN
    except OSError:
        return False


_PROBLEMS: dict[int, type[DiskFaultError] | type[StationError]] = {
    dbapi2.SQLITE_BUSY: StoreBusyError,
    dbapi2.SQLITE_LOCKED: StoreBusyError,
    dbapi2.SQLITE_FULL: DiskFullError,
    dbapi2.SQLITE_READONLY: StoreReadOnlyError,
    dbapi2.SQLITE_CANTOPEN: StoreReadOnlyError,
    dbapi2.SQLITE_PERM: StoreReadOnlyError,
    dbapi2.SQLITE_CORRUPT: StoreDamagedError,
    dbapi2.SQLITE_NOTADB: StoreDamagedError,
    dbapi2.SQLITE_IOERR: DiskFaultError,
}


def _engine(path: Path, key: bytes) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=lambda: _connect(path, key),
        poolclass=QueuePool,  # without a file name SQLAlchemy would take another
        pool_size=4,
        max_overflow=16,
        pool_timeout=BUSY_TIMEOUT_S,
        pool_use_lifo=True,  # the connection used last has its pages in memory
    )
    event.listen(engine, "begin", partial(_begin, path))
    event.listen(engine, "handle_error", partial(_explain, path))
    return engine


def _connect(path: Path, key: bytes) -> Any:  # noqa: ANN401 - sqlcipher3 publishes no types
    connection = _keyed(path, key)
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def _keyed(path: Path, key: bytes) -> Any:  # noqa: ANN401 - sqlcipher3 publishes no types
    if len(key) != KEY_BYTES:
        raise ValueError(f"a store key has {KEY_BYTES} bytes")
    connection = dbapi2.connect(
        str(path),
        timeout=BUSY_TIMEOUT_S,
        isolation_level=None,  # no transaction behind our back: ``_begin`` says when
        check_same_thread=False,  # the pool gives a connection to one thread at a time
        cached_statements=256,
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_compatibility = 4")  # whatever a later SQLCipher prefers
    return connection


def _begin(path: Path, connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    driver: Any = connection.connection.driver_connection
    try:  # SQLAlchemy would take longer over it than a statement takes to be answered
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    except dbapi2.Error as error:
        raise problem_of(error, path) or error from error


def _explain(path: Path, context: ExceptionContext) -> None:
    problem = problem_of(context.original_exception, path)
    if problem is not None:
        # SQLCipher answers nothing more on a connection that met a damaged page.
        context.is_disconnect = isinstance(problem, StoreDamagedError)
        raise problem from context.original_exception
