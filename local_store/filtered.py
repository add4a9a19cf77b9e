"""Which dossiers a filter asks for, found by an index whatever it combines.

Every dossier has one of ten states, so that a filter that names none asks for each of them: with
the state first, five indexes answer any combination in the order in which it is shown, and the few
rows that are shown are all that is read of the table. SQLite is told which index: it knows nothing
of how many rows stand behind a value, and might sort them all.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Date, bindparam
from sqlalchemy import text as sql

from local_store.types import VietnamTime
from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import DossiersWanted

_TYPES: dict[str, Any] = {
    "received_from": Date(),
    "received_to": Date(),
    "due_from": VietnamTime(),
    "due_before": VietnamTime(),
}
_BY_DAY = "ix_dossiers_received_on_received_sequence"
_BY_PROMISE = "ix_dossiers_status_due_at"
_BY_FIELD = "ix_dossiers_status_field"
_BY_FIELD_PROMISE = "ix_dossiers_status_field_due_at"
_BY_COUNTER = "ix_dossiers_status_counter"
_BY_STATE = "ix_dossiers_status_received_sequence"
# The clock of a journal never goes back, so that days and sequences of receptions agree.
_SINCE = (
    "received_sequence >= (SELECT received_sequence FROM dossiers"
    " WHERE received_on >= :received_from ORDER BY received_on, received_sequence LIMIT 1)"
)
_UP_TO = (
    "received_sequence <= (SELECT received_sequence FROM dossiers WHERE received_on <= :received_to"
    " ORDER BY received_on DESC, received_sequence DESC LIMIT 1)"
)
_NEWEST_FIRST, _EARLIEST_PROMISE = "received_sequence DESC", "due_at, received_sequence"
_VALUES = (
    "WITH RECURSIVE known(value) AS (SELECT min({column}) FROM dossiers INDEXED BY {index}"
    " WHERE status = :status UNION ALL SELECT (SELECT min({column}) FROM dossiers"
    " INDEXED BY {index} WHERE status = :status AND {column} > known.value) FROM known"
    " WHERE known.value IS NOT NULL) SELECT value FROM known WHERE value IS NOT NULL"
)
"""A step in the index for each value, not for each dossier."""


def sequences(connection: Connection, wanted: DossiersWanted, limit: int) -> Sequence[int]:
    """Give the receptions that a filter asks for, in the order in which they are shown."""
    order = _EARLIEST_PROMISE if wanted.by_promise else _NEWEST_FIRST
    found = _ask(connection, wanted, f"{{}} ORDER BY {order} LIMIT :most", limit)
    return [row[0] for row in found]


def count(connection: Connection, wanted: DossiersWanted, most: int) -> int:
    """Count what a filter asks for; from ``most`` on nobody counts further."""
    found = _ask(connection, wanted, "SELECT count(*) FROM (SELECT 1 FROM ({}) LIMIT :most)", most)
    return int(found[0][0]) if found else 0


def fields(connection: Connection) -> Sequence[str]:
    """Give every field of law of which there is a dossier."""
    return sorted(_values(connection, "field", _BY_FIELD))


def counters(connection: Connection) -> Sequence[int]:
    """Give every counter that received a dossier."""
    return sorted(_values(connection, "counter", _BY_COUNTER))


def _ask(connection: Connection, wanted: DossiersWanted, around: str, most: int) -> Sequence[Any]:
    """Ask for what is wanted state by state; each state gives no more than is asked for."""
    asked: dict[str, Any] = {
        name: value
        for name in ("received_from", "received_to", "due_from", "due_before", "counter", "field")
        if (value := getattr(wanted, name)) is not None
    }
    states = _states(wanted)
    if not states:
        return []
    parts = []
    for number, state in enumerate(states):
        if state is not None:
            asked[f"status_{number}"] = state.value
        parts.append(_part(wanted, number if state else None))
    text = around.format(" UNION ALL ".join(parts))
    typed = [bindparam(name, type_=kind) for name, kind in _TYPES.items() if name in asked]
    return connection.execute(sql(text).bindparams(*typed), asked | {"most": most}).all()


def _states(wanted: DossiersWanted) -> Sequence[DossierStatus | None]:
    """Give the states to ask for, one after the other; None: all at once."""
    if wanted.statuses is not None:
        return [one for one in DossierStatus if one in wanted.statuses]
    if wanted.by_promise or wanted.field is not None or wanted.counter is not None:
        return list(DossierStatus)
    return [None]  # the days alone, which have an index of their own


def _part(wanted: DossiersWanted, number: int | None) -> str:
    """Give the question for one state."""
    days = wanted.received_from, wanted.received_to
    shown = "received_sequence, due_at" if wanted.by_promise else "received_sequence"
    if number is None:
        index, order = _BY_DAY, "received_on DESC, received_sequence DESC"
        said = ["received_on >= :received_from"] if days[0] is not None else []
        said += ["received_on <= :received_to"] if days[1] is not None else []
    else:
        order = "due_at" if wanted.by_promise else _NEWEST_FIRST
        index = _index(wanted)
        said = [f"status = :status_{number}"]
        said += [_SINCE] if days[0] is not None else []
        said += [_UP_TO] if days[1] is not None else []
    said += ["due_at >= :due_from"] if wanted.due_from is not None else []
    said += ["due_at < :due_before"] if wanted.due_before is not None else []
    said += ["counter = :counter"] if wanted.counter is not None else []
    said += ["field = :field"] if wanted.field is not None else []
    where = f" WHERE {' AND '.join(said)}" if said else ""
    return (
        # A limit of its own stands in brackets only.
        f"SELECT * FROM (SELECT {shown} FROM dossiers INDEXED BY {index}"  # noqa: S608
        f"{where} ORDER BY {order} LIMIT :most)"
    )


def _index(wanted: DossiersWanted) -> str:
    if wanted.by_promise:
        return _BY_PROMISE if wanted.field is None else _BY_FIELD_PROMISE
    if wanted.field is not None:
        return _BY_FIELD
    return _BY_STATE if wanted.counter is None else _BY_COUNTER


def _values(connection: Connection, column: str, index: str) -> set[Any]:
    asked = sql(_VALUES.format(column=column, index=index))
    return {
        value
        for status in DossierStatus
        for value in connection.scalars(asked, {"status": status.value})
    }
