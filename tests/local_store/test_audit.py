"""A byte that was changed anywhere is found, and it is said where."""

import random
import shutil
from pathlib import Path

import pytest

from local_store.anchor import Head
from local_store.home import OpenStore
from local_store.problems import StoreDamagedError
from station.ports.care import AuditReport
from tests.builders import FEE, PRINTED
from tests.local_store.homes import happen, receive

PAGE_BYTES = 4096
FLIPS = 40


@pytest.fixture
def entries(store: OpenStore) -> int:
    """A store with a few dossiers, closed; gives the number of its journal entries."""
    for _ in range(3):
        dossier = receive(store)
        happen(store, dossier.dossier_id, FEE)
    store.close()
    return 6


def test_an_empty_and_a_whole_journal_hold(store: OpenStore) -> None:
    assert store.care.audit() == AuditReport(
        entries=0, first=None, last=None, ok=True, first_bad=None
    )

    dossier = receive(store)
    happen(store, dossier.dossier_id, FEE)

    assert store.care.audit() == AuditReport(
        entries=2,
        first="2026-11-23T09:00:00+07:00",
        last="2026-11-23T09:00:00+07:00",
        ok=True,
        first_bad=None,
    )


def test_a_flipped_byte_anywhere_in_the_file_is_found_and_located(
    home: Path, key: bytes, entries: int
) -> None:
    database = home / "store.db"
    whole = database.read_bytes()
    chance = random.Random(20261123)
    places = [chance.randrange(len(whole)) for _ in range(FLIPS)]
    places += [0, 15, 16, PAGE_BYTES - 1, PAGE_BYTES, len(whole) - 1]
    unreadable = 0
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        database.write_bytes(changed)

        pages, first_bad = _found(home, key)

        assert place // PAGE_BYTES + 1 in pages, place
        assert first_bad is None or 1 <= first_bad <= entries
        unreadable += first_bad is not None
    assert unreadable  # some of the bytes lay in entries
    database.write_bytes(whole)
    assert OpenStore(home, key).care.audit().ok


def test_the_first_entry_on_a_damaged_page_is_named(
    store: OpenStore, home: Path, key: bytes
) -> None:
    for _ in range(3):
        receive(store, summary="x" * 9000)  # each entry fills pages of its own
    store.close()
    whole = (home / "store.db").read_bytes()
    named = set()
    for page in range(2, len(whole) // PAGE_BYTES + 1):
        changed = bytearray(whole)
        changed[page * PAGE_BYTES - 300] ^= 1
        (home / "store.db").write_bytes(changed)
        named.add(_found(home, key)[1])
    assert {None, 1, 2, 3} <= named


@pytest.mark.parametrize(
    ("forgery", "first_bad"),
    [
        ("UPDATE journal SET body = replace(body, 'Tuyết', 'Tuyêt') WHERE sequence = 1", 1),
        ("UPDATE journal SET body = replace(body, ':', ': ') WHERE sequence = 2", 2),
        ("UPDATE journal SET body = CAST(x'ff00' AS TEXT) WHERE sequence = 2", 2),
        ("UPDATE journal SET body = 7 WHERE sequence = 2", 2),
        ("UPDATE journal SET hash = upper(hash) WHERE sequence = 2", 2),
        ("UPDATE journal SET event_id = 'f' || substr(event_id, 2) WHERE sequence = 3", 3),
        ("UPDATE journal SET dossier_id = NULL WHERE sequence = 2", 2),
        ("UPDATE journal SET dossier_id = upper(dossier_id) WHERE sequence = 3", 3),
        ("DELETE FROM journal WHERE sequence = 2", 2),
        ("DELETE FROM journal WHERE sequence = 3", 3),
        ("DELETE FROM journal", 1),
        ("UPDATE journal SET sequence = 4 WHERE sequence = 3", 3),
        ("UPDATE journal SET hash = hash", None),
    ],
)
def test_a_change_made_with_the_key_and_without_the_triggers_is_found(
    store: OpenStore, forgery: str, first_bad: int | None
) -> None:
    dossier = receive(store)
    happen(store, dossier.dossier_id, FEE)
    happen(store, dossier.dossier_id, PRINTED)
    forger = store._database.bare()
    for guard in ("never_changes", "never_shrinks", "has_no_gap"):
        forger.execute(f"DROP TRIGGER journal_{guard}")
    forger.execute(forgery)
    forger.close()

    report = store.care.audit()

    assert (report.ok, report.first_bad) == (first_bad is None, first_bad)
    assert report.entries == (3 if first_bad is None else first_bad - 1)


def test_entries_that_a_damaged_log_lost_are_missed(
    store: OpenStore, home: Path, key: bytes, tmp_path: Path
) -> None:
    """SQLite ends its write-ahead log at the first frame that does not hold, and says nothing."""
    receive(store)
    receive(store)
    torn = Path(shutil.copytree(home, tmp_path / "torn"))  # as a kill leaves it: the log is there
    log = bytearray((torn / "store.db-wal").read_bytes())
    log[-2000] ^= 1  # in the newest transaction
    (torn / "store.db-wal").write_bytes(log)
    (torn / "store.db-shm").unlink()

    damaged = OpenStore(torn, key)

    assert (damaged.care.audit().first_bad, damaged.care.audit().entries) == (2, 1)
    damaged.close()


def test_an_old_copy_put_back_is_missed(
    store: OpenStore, home: Path, key: bytes, tmp_path: Path
) -> None:
    receive(store)
    store.close()
    old = shutil.copy(home / "store.db", tmp_path / "old.db")
    again = OpenStore(home, key)
    receive(again)
    again.close()

    shutil.copy(old, home / "store.db")

    restored = OpenStore(home, key)
    assert restored.care.audit().first_bad == 2
    restored.close()


def test_another_history_of_the_same_length_is_found(store: OpenStore) -> None:
    receive(store)
    store._anchor.create(Head(1, "f" * 64))

    assert store.care.audit().first_bad == 1


def _found(home: Path, key: bytes) -> tuple[tuple[int, ...], int | None]:
    """Give the damaged pages, and the first bad entry where the store still opens."""
    try:
        store = OpenStore(home, key)
    except StoreDamagedError as error:
        return error.pages, None
    report = store.care.audit()
    store.close()
    assert not report.ok
    return report.damaged_pages, report.first_bad
