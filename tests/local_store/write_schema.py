"""Writes ``local_store/schema.sql`` after a new migration step: run it as a module."""

import tempfile
from pathlib import Path

from local_store import schema
from local_store.engine import Database


def write_schema() -> None:
    """Make an empty store with every step and write its schema down."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "store.db", bytes(32))
        schema.migrate(database, schema.NEWEST)
        with database.reading() as connection:
            text = schema.dump(connection)
        database.close()
    Path(schema.__file__).with_name("schema.sql").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schema()
