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
    names: tuple[str, ...]
    known: frozenset[str]
    fixed: Mapping[str, Any]
    given: tuple[_Convert, ...]
    found: tuple[_Convert, ...]


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
        values = values or {}
        if not connection.in_transaction():
            connection.begin()
        prepared = self._prepared or self._prepare(connection.dialect)
        if not prepared.known.issuperset(values):
            raise KeyError(f"not of this statement: {sorted(set(values) - prepared.known)}")
        given = [
            value if convert is None else convert(value)
            for convert, value in zip(
                prepared.given,
                (values[n] if n in values else prepared.fixed[n] for n in prepared.names),
                strict=True,
            )
        ]
        driver: Any = connection.connection.driver_connection
        try:
            rows: list[Row] = driver.execute(prepared.text, given).fetchall()
        except dbapi2.Error as error:
            problem = problem_of(error)
            if isinstance(problem, StoreDamagedError):
                connection.invalidate(error)  # it answers nothing more
            raise problem or error from error
        if not any(prepared.found):
            return rows
        return [
            tuple(
                value if convert is None else convert(value)
                for convert, value in zip(prepared.found, row, strict=True)
            )
            for row in rows
        ]

    def first(self, connection: Connection, values: Mapping[str, Any] | None = None) -> Row | None:
        """Run it and give the first row; None when there is none."""
        rows = self.run(connection, values)
        return rows[0] if rows else None

    def value(self, connection: Connection, values: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401 - what the column holds
        """Run it and give the first column of the first row; None when there is none."""
        row = self.first(connection, values)
        return None if row is None else row[0]

    def _prepare(self, dialect: Dialect) -> _Prepared:
        compiled: Any = self._statement.compile(  # type: ignore[attr-defined]
            dialect=dialect,
            column_keys=list(self._columns) or None,
        )
        names = tuple(compiled.positiontup)
        types = [compiled.binds[name].type for name in names]
        columns = getattr(self._statement, "selected_columns", ())
        self._prepared = _Prepared(
            text=str(compiled),
            names=names,
            known=frozenset(names),
            fixed={n: compiled.params[n] for n in names if not compiled.binds[n].required},
            given=tuple(each.dialect_impl(dialect).bind_processor(dialect) for each in types),
            found=tuple(
                each.type.dialect_impl(dialect).result_processor(dialect, None) for each in columns
            ),
        )
        return self._prepared
