"""Statements of the reception, run on SQLite's own driver.

SQLAlchemy takes longer to run a statement than SQLite takes to answer it, and an act runs twenty of
them while a citizen waits. It still writes them, by the types of the tables; only the running is
done here. See ``docs/decisions/0010-hot-statements.md``.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Executable
from sqlcipher3 import dbapi2

from local_store.engine import problem_of
from local_store.problems import StoreDamagedError

_Convert = Callable[[Any], Any] | None
Row = tuple[Any, ...]


class _Prepared(NamedTuple):
    text: str
    given: tuple[tuple[str, _Convert], ...]
    names: int
    """How many values there are: one name may stand in several places."""
    fixed: Mapping[str, Any]
    found: tuple[_Convert, ...]
    """Empty: the rows are as the driver gives them."""


class Hot:
    """One statement, written once.

    Args:
        statement: an ``insert`` with the names of ``columns``, or a ``select``. Lists of values
            (``IN``) are no part of it: they are written anew each time.
        columns: the columns that an ``insert`` fills; empty for all that the table has.
    """

    def __init__(self, statement: Executable, *columns: str) -> None:
        self._statement = statement
        self._columns = columns
        self._prepared: _Prepared | None = None

    def run(self, connection: Connection, values: Mapping[str, Any] | None = None) -> list[Row]:
        """Run it inside the connection's transaction and give the rows that it answers with.

        Raises:
            StoreBusyError, DiskFullError, StoreDamagedError, DiskFaultError: see ``problems``.
            KeyError: a value is missing, or is none of the statement's: it would be lost.
        """
        rows: list[Row] = self._ask(connection, values, lambda cursor: cursor.fetchall())
        found = self._prepared.found if self._prepared else ()
        if not found:
            return rows
        return [
            tuple(
                value if convert is None else convert(value)
                for convert, value in zip(found, row, strict=True)
            )
            for row in rows
        ]

    def added(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Run an ``insert`` of one row and give its key. ``RETURNING`` takes SQLite five times as
        long.

        Raises:
            as ``run``.
        """
        key: int = self._ask(connection, values, lambda cursor: cursor.lastrowid)
        return key

    def first(self, connection: Connection, values: Mapping[str, Any] | None = None) -> Row | None:
        """Run it and give the first row; None when there is none."""
        rows = self.run(connection, values)
        return rows[0] if rows else None

    def value(self, connection: Connection, values: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401 - what the column holds
        """Run it and give the first column of the first row; None when there is none."""
        row = self.first(connection, values)
        return None if row is None else row[0]

    def _ask(
        self,
        connection: Connection,
        values: Mapping[str, Any] | None,
        answer: Callable[[Any], Any],
    ) -> Any:  # noqa: ANN401 - rows, or a key
        if not connection.in_transaction():
            connection.begin()
        prepared = self._prepared or self._prepare(connection.dialect)
        given = {**prepared.fixed, **(values or {})}
        asked = [
            given[name] if convert is None else convert(given[name])
            for name, convert in prepared.given
        ]
        if len(given) != prepared.names:  # each that is asked for is there: so there are others
            raise KeyError(f"not of this statement: {sorted(given)}")
        driver: Any = connection.connection.driver_connection
        try:
            return answer(driver.execute(prepared.text, asked))
        except dbapi2.Error as error:
            problem = problem_of(error)
            if isinstance(problem, StoreDamagedError):
                connection.invalidate(error)  # it answers nothing more
            raise problem or error from error

    def _prepare(self, dialect: Dialect) -> _Prepared:
        compiled: Any = self._statement.compile(  # type: ignore[attr-defined]
            dialect=dialect,
            column_keys=list(self._columns) or None,
        )
        names = tuple(compiled.positiontup)
        binds = compiled.binds
        columns = getattr(self._statement, "selected_columns", ())
        found = [
            each.type.dialect_impl(dialect).result_processor(dialect, None) for each in columns
        ]
        self._prepared = _Prepared(
            text=str(compiled),
            given=tuple(
                (name, binds[name].type.dialect_impl(dialect).bind_processor(dialect))
                for name in names
            ),
            names=len(set(names)),
            fixed={n: compiled.params[n] for n in names if not binds[n].required},
            found=tuple(found) if any(found) else (),
        )
        return self._prepared
