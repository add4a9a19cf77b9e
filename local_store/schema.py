"""Brings a store to the schema of this version of the program, and writes the schema down."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from local_store.engine import Database
from local_store.problems import StoreDamagedError, StoreTooNewError

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0033"
"""The revision that this program works with. A test compares it with the steps on the disk."""
_STEPS = Path(__file__).parent / "migrations"


def bring_up_to_date(database: Database) -> None:
    """Upgrade the store where it is older; all steps or none.

    Raises:
        StoreDamagedError: there is nothing in it: it was emptied, not just made.
        StoreTooNewError: a newer program wrote it; nothing was changed.
    """
    with database.reading() as connection:
        found = revision(connection)
    if found is None:
        raise StoreDamagedError("the database is empty")
    if found != NEWEST:  # Alembic takes longer to import than a store takes to open
        migrate(database, NEWEST)


def migrate(database: Database, to: str) -> None:
    """Go up or down to a revision (``base`` is the empty store); all steps or none.

    Raises:
        StoreTooNewError: the store has a revision that this program does not know.
    """
    from alembic import command
    from alembic.script import ScriptDirectory

    with database.writing() as connection:
        config = _config(connection)
        steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
        steps.reverse()
        found = revision(connection)
        if found is not None and found not in steps:
            raise StoreTooNewError(found)
        upwards = to != "base" and (found is None or steps.index(found) <= steps.index(to))
        go: Callable[[Config, str], None] = command.upgrade if upwards else command.downgrade
        go(config, to)


def revision(connection: Connection) -> str | None:
    """Give the schema revision of a store; None when it has no tables yet."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def dump(connection: Connection) -> str:
    """Give the whole schema as SQL, in an order that does not depend on how it came to be."""
    rows = connection.execute(
        text(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND name NOT LIKE 'dossier_search_%' AND name NOT LIKE 'sqlite_%'"
            " ORDER BY type = 'trigger', tbl_name, type DESC, name"
        )
    )
    lines = [line.rstrip() for sql in rows.scalars() for line in f"{sql};\n".split("\n")]
    return "\n".join(lines) + "\n"


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
