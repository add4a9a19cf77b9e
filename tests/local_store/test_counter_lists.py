"""What waits at the counter: folders for their agency, results for their people."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from local_store import schema
from local_store.engine import Database
from local_store.home import OpenStore
from station.domain.events import DossierForwarded, ResultArrived, ResultReturned
from station.domain.processing import Collector, CollectorKind, RequestStage
from tests.builders import ACCEPTED
from tests.life_samples import asked
from tests.local_store.homes import happen, receive

DAY = timedelta(days=1)
FORWARDED = DossierForwarded(list_number="BG-0001", agency="UBND phường", list_hash="ab" * 32)
GIVEN = ResultReturned(
    collector=Collector(kind=CollectorKind.OWNER, full_name="A"),
    originals_returned=(),
    officer_name="H",
)


def brought_up_from(revision: str, home: Path, key: bytes) -> list[int]:
    """Take a store back to an older version and up again; give which folders waited there."""
    database = Database(home / "store.db", key)
    schema.migrate(database, revision)
    with database.reading() as connection:
        waited = connection.scalars(text("SELECT awaits_hand_over FROM dossiers")).all()
    schema.bring_up_to_date(database)
    database.close()
    return list(waited)


def test_a_folder_waits_until_it_is_on_a_list(store: OpenStore) -> None:
    first = receive(store)
    accepted = receive(store, and_then=ACCEPTED)
    receive(store, and_then=FORWARDED)

    waiting = store.queries.awaiting_hand_over()

    assert [row.dossier_id for row in waiting] == [first.dossier_id, accepted.dossier_id]


def test_rows_hold_once_what_they_have_in_common(store: OpenStore) -> None:
    receive(store)
    receive(store)

    one, other = store.queries.newest()

    for name in ("procedure_code", "procedure_name", "handling_agency", "officer_name"):
        assert getattr(one, name) is getattr(other, name), name


def test_a_result_waits_until_it_is_collected(store: OpenStore) -> None:
    receive(store)
    arrived = receive(store, and_then=ResultArrived(shelf="K2-07"))
    collected = receive(store, and_then=ResultArrived(shelf="K2-08"))
    happen(store, collected.dossier_id, GIVEN)

    (row,) = store.queries.to_collect()

    assert (row.dossier_id, row.shelf) == (arrived.dossier_id, "K2-07")


def test_what_is_answered_at_once_lies_with_the_results_in_older_stores_too(
    home: Path, key: bytes
) -> None:
    store = OpenStore(home, key)
    at_once = receive(store, immediate=True)
    receive(store, immediate=True, and_then=FORWARDED)
    ordinary = receive(store)
    before = [row.dossier_id for row in store.queries.to_collect()]
    store.close()
    waited = brought_up_from("0026", home, key)

    store = OpenStore(home, key)

    assert sum(waited) == 2
    assert [row.dossier_id for row in store.queries.to_collect()] == before == [at_once.dossier_id]
    assert [row.dossier_id for row in store.queries.awaiting_hand_over()] == [ordinary.dossier_id]
    assert store.care.check().problems == ()
    store.close()


def test_a_dossier_that_lacks_papers_is_listed_until_they_came(store: OpenStore) -> None:
    receive(store)
    lacking = receive(store, and_then=asked(RequestStage.APPRAISAL))

    (row,) = store.queries.to_supplement()

    assert row.dossier_id == lacking.dossier_id


def test_an_older_store_knows_when_its_results_came(home: Path, key: bytes) -> None:
    store = OpenStore(home, key)
    receive(store)
    arrived = receive(store, and_then=ResultArrived(shelf="K2-07"))
    today = arrived.received_at.date()
    before = store.queries.count_ended(today, today)
    assert [one.done for one in before] == [1]
    store.close()
    brought_up_from("0014", home, key)

    store = OpenStore(home, key)

    assert store.queries.count_ended(today, today) == before
    assert store.care.check().problems == ()
    store.close()


def test_an_older_store_lists_the_folders_that_its_agency_accepted(home: Path, key: bytes) -> None:
    store = OpenStore(home, key)
    accepted = receive(store, and_then=ACCEPTED)
    receive(store, and_then=FORWARDED)
    store.close()
    before = brought_up_from("0005", home, key)

    store = OpenStore(home, key)

    assert before == [0, 0]
    assert [row.dossier_id for row in store.queries.awaiting_hand_over()] == [accepted.dossier_id]
    assert store.care.check().problems == ()
    store.close()
