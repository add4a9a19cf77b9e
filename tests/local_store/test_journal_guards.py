"""The journal may only grow, whoever writes to it."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from local_store.home import OpenStore
from tests.builders import FEE
from tests.local_store.homes import happen, receive


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE journal SET body = body || ' ' WHERE sequence = 1",
        "UPDATE journal SET hash = 'x'",
        "DELETE FROM journal WHERE sequence = 2",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT 1, event_id, dossier_id, '{}', hash FROM journal"
        " WHERE sequence = 1",
        "INSERT INTO journal SELECT 4, 'new', dossier_id, body, hash FROM journal"
        " WHERE sequence = 2",
        "UPDATE OR REPLACE journal SET sequence = 1 WHERE sequence = 2",
    ],
)
def test_sql_that_would_change_it_is_refused(store: OpenStore, forgery: str) -> None:
    dossier = receive(store)
    happen(store, dossier.dossier_id, FEE)
    before = store.queries.history(dossier.dossier_id)

    with pytest.raises(IntegrityError), store._database.writing() as connection:
        connection.execute(text(forgery))

    assert store.queries.history(dossier.dossier_id) == before
    assert store.care.audit().ok


def test_a_number_cannot_be_noted_twice(store: OpenStore) -> None:
    receive(store)

    with pytest.raises(IntegrityError), store._database.writing() as connection:
        connection.execute(text("INSERT INTO numbers_used SELECT * FROM numbers_used"))


def test_a_code_cannot_stand_on_two_dossiers(store: OpenStore) -> None:
    first, second = receive(store), receive(store)

    with pytest.raises(IntegrityError), store._database.writing() as connection:
        connection.execute(
            text("UPDATE dossiers SET code = :code WHERE code = :other"),
            {"code": first.code, "other": second.code},
        )
