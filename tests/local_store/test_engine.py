"""What the disk, the system and other programs do to the database becomes a named error."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from local_store import engine
from local_store.home import OpenStore
from local_store.problems import DiskFullError, StoreBusyError, StoreReadOnlyError
from tests.local_store.homes import make_home, receive

ROOT = Path(__file__).parents[2]


def test_a_commit_is_durable_and_readers_do_not_wait(store: OpenStore) -> None:
    with store._database.reading() as connection:
        settings = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "temp_store")
        }

    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "temp_store": 2}


def test_a_connection_holds_no_more_than_2_mb_of_pages(store: OpenStore) -> None:
    with store._database.reading() as connection:
        assert connection.scalar(text("PRAGMA cache_size")) == -2000  # KB; 8 MB is SQLCipher's own


def test_a_reader_sees_one_state_while_others_write(store: OpenStore) -> None:
    with store._database.reading() as connection:
        count = text("SELECT count(*) FROM journal")
        assert connection.scalar(count) == 0
        receive(store)
        assert connection.scalar(count) == 0

    assert len(store.queries.newest()) == 1


def test_all_that_one_thread_reads_comes_from_one_state_while_it_wants_so(
    store: OpenStore,
) -> None:
    with store.one_state():
        assert store.queries.newest() == []
        with ThreadPoolExecutor(max_workers=1) as threads:
            threads.submit(receive, store).result()
            assert len(threads.submit(store.queries.newest).result()) == 1
        with store.one_state():
            assert store.queries.newest() == []
        assert store.queries.newest() == []

    assert len(store.queries.newest()) == 1


def test_threads_of_one_program_never_share_a_number(home: Path, key: bytes) -> None:
    store = OpenStore(home, key)
    with store._database.writing() as connection:
        connection.execute(text("UPDATE number_ranges SET last = 9999"))
    with ThreadPoolExecutor(max_workers=4) as threads:
        received = list(threads.map(lambda _: receive(store).code, range(20)))

    assert len(set(received)) == 20
    assert store.care.check().problems == ()
    store.close()


def test_a_store_that_another_program_keeps_locked_is_busy(
    home: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_S", 0.05)
    one, other = OpenStore(home, key), OpenStore(home, key)
    with one.unit_of_work():
        with pytest.raises(StoreBusyError) as caught, other.unit_of_work():
            raise AssertionError("it must not begin")
        assert caught.value.retryable
        assert other.queries.newest() == []

    receive(other)
    one.close()
    other.close()


def test_a_full_database_saves_nothing_of_the_act_and_goes_on_later(store: OpenStore) -> None:
    first = receive(store)
    with store._database.reading() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))

    with pytest.raises(DiskFullError):
        receive(store, summary="x" * 200_000)

    assert [line.dossier_code for line in store.queries.newest()] == [first.code]
    assert store.queries.last_entry() == store.queries.history(first.dossier_id)[-1]
    with store._database.reading() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
    assert receive(store).code.endswith("-0301")
    assert store.care.check().ok


needs_mounts = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount a small disk"
)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip("this system lets not even root mount")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


@needs_mounts
def test_a_disk_that_fills_up_loses_nothing_and_doubles_nothing(small_disk: Path) -> None:
    home = small_disk / "home"
    key = make_home(home, first=1, last=9999)
    store = OpenStore(home, key)
    received = [receive(store).code]
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * _left(small_disk))
    for step in range(3):
        received += _fill(store)
        with pytest.raises(DiskFullError):
            store.vault.put(bytes(100_000))
        os.truncate(ballast, ballast.stat().st_size - 400_000 * (step + 1))
        received.append(receive(store).code)
    ballast.unlink()
    store.close()

    again = OpenStore(home, key)
    assert sorted(line.dossier_code for line in again.queries.newest()) == sorted(received)
    assert again.care.check().ok
    assert [int(code[-4:]) for code in received] == list(range(1, len(received) + 1))
    again.close()


@needs_mounts
def test_a_disk_without_any_room_is_full_and_not_broken(small_disk: Path) -> None:
    home = small_disk / "home"
    key = make_home(home)
    OpenStore(home, key).close()
    (small_disk / "ballast").write_bytes(b"x" * _left(small_disk))

    with pytest.raises(DiskFullError):
        OpenStore(home, key)

    (small_disk / "ballast").unlink()
    store = OpenStore(home, key)
    assert store.care.check().ok
    store.close()


@needs_mounts
def test_a_home_on_a_full_disk_is_not_made(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(b"x" * (_left(small_disk) - 100_000))

    with pytest.raises(DiskFullError):
        make_home(small_disk / "home")

    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


@needs_mounts
def test_a_read_only_disk_is_named(small_disk: Path) -> None:
    home = small_disk / "home"
    key = make_home(home)
    store = OpenStore(home, key)
    receive(store)
    store.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)

    with pytest.raises(StoreReadOnlyError):
        receive(OpenStore(home, key))
    with pytest.raises(StoreReadOnlyError):
        make_home(small_disk / "other")


@pytest.fixture
def everybodys_folder() -> Iterator[Path]:
    """A folder that other users may enter; those of pytest are its own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        for path in Path(folder).rglob("*"):
            path.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders have other permissions")
def test_a_home_without_permission_to_write_is_named(
    untouched_home: tuple[Path, bytes], everybodys_folder: Path
) -> None:
    """Root may write everywhere, so the child becomes somebody else where it is root."""
    home = Path(shutil.copytree(untouched_home[0], everybodys_folder / "home"))
    for path in (home, *home.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)

    told = subprocess.run(
        [sys.executable, "-c", _RECEIVE_AS_NOBODY, str(home), untouched_home[1].hex()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.stdout.strip() == "STO-003", told.stderr


_RECEIVE_AS_NOBODY = """
import os, sys
from pathlib import Path
from local_store.home import OpenStore
from tests.local_store.homes import receive
from station.errors import StationError
if os.geteuid() == 0:
    os.setuid(65534)
try:
    receive(OpenStore(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])))
except StationError as error:
    print(error.code)
"""


def _fill(store: OpenStore) -> list[str]:
    """Receive until the disk is full."""
    received = []
    for _ in range(1000):
        try:
            received.append(receive(store, summary="y" * 30_000).code)
        except DiskFullError:
            return received
    raise AssertionError("the disk did not fill up")


def _left(disk: Path) -> int:
    room = os.statvfs(disk)
    return room.f_bavail * room.f_frsize
