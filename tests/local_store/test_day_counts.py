"""What is promised and what was ended, counted in the store."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from local_store.home import OpenStore
from station.ports.day_counts import EndedCount, PromisedCount
from tests.builders import MONDAY
from tests.local_store.homes import receive

DAY = timedelta(days=1)


def put(store: OpenStore, **facts: object) -> None:
    """Add a row that is the received dossier's but for this."""
    with store._database.reading() as connection:
        number, *_ = connection.exec_driver_sql("SELECT count(*) FROM dossiers").one()
        names = [row[1] for row in connection.exec_driver_sql("PRAGMA table_info(dossiers)")]
    told: Mapping[str, object] = {
        name: fact.isoformat() if isinstance(fact, datetime) else fact
        for name, fact in facts.items()
    } | {"received_sequence": 1_000 + number, "dossier_id": f"id-{number}", "code": f"c-{number}"}
    values = ", ".join(f":{name}" if name in told else name for name in names)
    with store._database.writing() as connection:
        connection.exec_driver_sql(
            f"INSERT INTO dossiers ({', '.join(names)})"  # noqa: S608 - names of our own columns
            f" SELECT {values} FROM dossiers WHERE received_sequence < 1000",
            dict(told),
        )


def test_promises_are_counted_by_moment_and_by_where_the_folder_is(store: OpenStore) -> None:
    receive(store)
    for due, waits, status in (
        (MONDAY, False, "received"),
        (MONDAY + DAY, True, "received"),
        (MONDAY + DAY, True, "processing"),
        (MONDAY + DAY, False, "processing"),
        (MONDAY + DAY, False, "returned"),
        (MONDAY + 2 * DAY, False, "received"),
        (MONDAY - DAY, False, "received"),
    ):
        put(store, due_at=due, awaits_hand_over=waits, status=status)

    assert store.queries.count_promised(MONDAY, MONDAY + 2 * DAY) == [
        PromisedCount(MONDAY, False, 1),
        PromisedCount(MONDAY + DAY, False, 1),
        PromisedCount(MONDAY + DAY, True, 2),
    ]


def test_the_share_in_time_is_the_one_of_index_766(store: OpenStore) -> None:
    receive(store)
    due = MONDAY - DAY
    for agency, issued, supplements in (
        ("A", due, 0),
        ("A", due + timedelta(seconds=1), 0),
        ("A", due - DAY, 2),
        ("A", due - DAY, 1),
        ("B", due - DAY, 0),
    ):
        put(
            store, handling_agency=agency, due_at=due, result_issued_at=issued,
            supplements=supplements,
        )  # fmt: skip
    put(store, handling_agency="C", due_at=None, result_issued_at=due)
    put(store, handling_agency="D", due_at=due, result_issued_at=due - 9 * DAY)

    first = (due - DAY).date()

    assert store.queries.count_ended(first, due.date()) == [
        EndedCount("A", 4, 2),
        EndedCount("B", 1, 1),
    ]
