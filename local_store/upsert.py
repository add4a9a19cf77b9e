"""Write a row, new or in place of the one with the same key."""

from sqlalchemy import Insert
from sqlalchemy.dialects.sqlite import insert

from local_store.models import Base


def upsert(table: type[Base], key: str) -> Insert:
    """Give the statement that writes every column of a row.

    Args:
        key: the column by which an earlier row is known: the primary key, or a unique one.
    """
    new = insert(table)
    rest = {column.name: column for column in new.excluded if column.name != key}
    return new.on_conflict_do_update(index_elements=[key], set_=rest)
