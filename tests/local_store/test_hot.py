"""Statements that are run on the driver itself give what SQLAlchemy gives, and fail by name."""

import pytest
import uuid6
from sqlalchemy import bindparam, insert, select
from sqlcipher3 import dbapi2

from local_store.home import OpenStore
from local_store.hot import Hot
from local_store.models import DossierProjectionRow, SyncStateRow
from local_store.problems import DiskFaultError, StoreDamagedError
from tests.builders import MONDAY
from tests.local_store.homes import receive

Line = DossierProjectionRow
LINES = (
    select(Line.dossier_id, Line.received_at, Line.received_on, Line.party_number, Line.shelf)
    .where(Line.received_at >= bindparam("since", type_=Line.received_at.type))
    .order_by(Line.received_sequence)
    .limit(2)
)


def test_rows_have_the_types_of_their_columns(store: OpenStore) -> None:
    for days in range(3):
        receive(store, days=days)
    since = {"since": MONDAY}

    with store._database.reading() as connection:
        ours = Hot(LINES).run(connection, since)
        theirs = [tuple(row) for row in connection.execute(LINES, since)]

    assert ours == theirs
    assert len(ours) == 2


def test_what_is_written_is_there_as_it_was_given_and_goes_with_the_transaction(
    store: OpenStore,
) -> None:
    add = Hot(insert(SyncStateRow), "only", "last_contact_at", "clock_offset_s")
    state = select(SyncStateRow.last_contact_at, SyncStateRow.clock_offset_s)
    with store._database.write_connection() as connection:
        add.run(connection, {"only": 1, "last_contact_at": MONDAY, "clock_offset_s": -2.5})
        assert connection.execute(state).one() == (MONDAY, -2.5)
        connection.rollback()

    with store._database.reading() as connection:
        assert Hot(state).first(connection) is None
        assert Hot(state).value(connection) is None


@pytest.mark.parametrize(
    ("number", "kind"),
    [(dbapi2.SQLITE_CORRUPT, StoreDamagedError), (dbapi2.SQLITE_IOERR, DiskFaultError)],
)
def test_what_the_disk_does_has_its_name(
    store: OpenStore, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    class Broken:
        def execute(self, *_: object) -> object:
            error = dbapi2.DatabaseError("disk")
            error.sqlite_errorcode = number
            raise error

    with store._database.reading() as connection:
        monkeypatch.setattr(
            type(connection.connection), "driver_connection", property(lambda _: Broken())
        )
        with pytest.raises(kind):
            Hot(select(SyncStateRow.only)).run(connection)


def test_a_bug_of_ours_stays_what_the_driver_says(store: OpenStore) -> None:
    dossier = receive(store)
    again = Hot(insert(Line), "received_sequence", "dossier_id")

    with (
        store._database.writing() as connection,
        pytest.raises(dbapi2.IntegrityError),
    ):
        again.run(connection, {"received_sequence": 1, "dossier_id": dossier.dossier_id})
    for values in ({}, {"since": MONDAY, "until": uuid6.uuid7()}):
        with pytest.raises(KeyError), store._database.reading() as connection:
            Hot(LINES).run(connection, values)
