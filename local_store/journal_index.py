"""An index over the journal: rows that say where facts of some kinds stand.

What they say is in the journal alone, so that an index can be compared with it, and made anew.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from local_store.journal import entry_of
from local_store.models import Base, JournalRow
from station.domain.journal import JournalEntry


@dataclass(frozen=True, slots=True)
class JournalIndex:
    """One table, by the name under which it is reported.

    ``indexed`` gives the row of an entry; None: there is none for it.
    """

    name: str
    row: type[Base]
    kinds: tuple[type, ...]
    indexed: Callable[[JournalEntry], dict[str, Any] | None]

    def rows_from_journal(self, connection: Connection) -> Iterator[dict[str, Any]]:
        """Give every row as the journal has it, in its order."""
        names = [kind.__name__ for kind in self.kinds]
        bodies = connection.execute(
            select(JournalRow.body, JournalRow.hash)
            .where(func.json_extract(JournalRow.body, "$.kind").in_(names))
            .order_by(JournalRow.sequence)
        )
        rows = (self.indexed(entry_of(body, digest)) for body, digest in bodies)
        return (row for row in rows if row is not None)

    def is_as_the_journal(self, connection: Connection) -> bool:
        """Tell whether every row is as the journal has it, and no other is there."""
        table = self.row.__table__
        stored = connection.execute(select(table).order_by(table.c.sequence)).mappings()
        return [dict(row) for row in stored] == list(self.rows_from_journal(connection))

    def renew(self, connection: Connection) -> None:
        """Make the table anew from the journal."""
        connection.execute(delete(self.row))
        for row in list(self.rows_from_journal(connection)):
            connection.execute(insert(self.row), row)
