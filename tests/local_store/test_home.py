"""A home is made once and whole; opening says what is wrong with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from local_store.home import Account, OpenStore, create_home, open_store, unlock
from local_store.keyring import Keyring, KeyringDamagedError
from local_store.officer_rules import (
    BadOfficerNameError,
    OfficerExistsError,
    WeakPasswordError,
    WrongPasswordError,
)
from local_store.problems import HomeExistsError, HomeMissingError, StoreDamagedError
from station.domain.numbers import NumberRange, OverlappingRangesError
from station.ports.officers import Officer, Role
from tests.builders import MONDAY
from tests.local_store.homes import ADMIN, AGENCY, PASSWORD, STATION, make_home, receive

HANH = Officer(officer_id="quay3", display_name="Trần Thị Hạnh", role=Role.COUNTER)


def test_a_new_home_opens_with_its_first_officer(home: Path) -> None:
    store, officer = open_store(home, " ADMIN", PASSWORD)

    assert officer == ADMIN
    assert store.officers.all() == (ADMIN,)
    assert store.officers.get("quay3") is None
    assert store.station_id == STATION
    assert (home / "station.json").read_bytes() == b"{}\n"
    assert store.care.check().ok
    store.close()


def test_a_key_without_its_account_opens_nothing(home: Path, key: bytes) -> None:
    Keyring(home / "keyring.json").add("quay3", "another password", key)

    with pytest.raises(WrongPasswordError):
        open_store(home, "quay3", "another password")


def test_a_folder_that_is_not_empty_is_left_as_it_is(home: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in home.iterdir())
    file = tmp_path / "a file"
    file.write_text("mine")

    for taken in (home, file):
        with pytest.raises(HomeExistsError):
            make_home(taken)

    assert sorted(path.name for path in home.iterdir()) == before
    assert file.read_text() == "mine"
    assert not list(tmp_path.glob("*.making-*"))


def test_an_empty_folder_becomes_the_home_and_parents_are_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    make_home(tmp_path / "empty")
    make_home(tmp_path / "not" / "there" / "yet")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "not"]


@pytest.mark.parametrize(
    ("accounts", "numbers", "error"),
    [
        ([Account(officer=ADMIN, password="short")], [], WeakPasswordError),
        (
            [Account(officer=Officer(officer_id="ô", display_name="", role=Role.COUNTER),
                     password=PASSWORD)],
            [],
            BadOfficerNameError,
        ),
        ([Account(officer=ADMIN, password=PASSWORD)] * 2, [], OfficerExistsError),
        (
            [Account(officer=ADMIN, password=PASSWORD)],
            [NumberRange(first=1, last=5), NumberRange(first=5, last=9)],
            OverlappingRangesError,
        ),
    ],
)  # fmt: skip
def test_a_home_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, accounts: list[Account], numbers: list[NumberRange], error: type[Exception]
) -> None:
    with pytest.raises(error):
        create_home(
            tmp_path / "home",
            station_id=STATION,
            numbers={AGENCY: numbers},
            accounts=accounts,
            files={},
            at=MONDAY,
        )

    assert list(tmp_path.iterdir()) == []


def test_a_making_that_was_killed_is_no_home_and_is_swept_later(tmp_path: Path) -> None:
    """The child is killed when everything is made but not yet in place."""
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED_BEFORE_THE_MOVE, str(tmp_path / "home")],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    (left,) = tmp_path.iterdir()
    assert killed.returncode != 0
    assert left.name.startswith("home.making-")
    with pytest.raises(HomeMissingError):
        unlock(tmp_path / "home", "admin", PASSWORD)

    os.utime(left, (0, 0))
    make_home(tmp_path / "home")

    assert [path.name for path in tmp_path.iterdir()] == ["home"]


_KILLED_BEFORE_THE_MOVE = """
import os, sys
from pathlib import Path
from local_store import home
from tests.local_store.homes import make_home
home._move = lambda *_: os._exit(9)
make_home(Path(sys.argv[1]))
"""


def test_no_home_no_keyring_and_no_database_are_told_apart(home: Path, tmp_path: Path) -> None:
    with pytest.raises(HomeMissingError):
        unlock(tmp_path / "nowhere", "admin", PASSWORD)
    keyring = (home / "keyring.json").read_bytes()
    (home / "keyring.json").unlink()
    with pytest.raises(KeyringDamagedError):
        unlock(home, "admin", PASSWORD)
    (home / "keyring.json").write_bytes(keyring)
    (home / "store.db").unlink()
    with pytest.raises(HomeMissingError):
        unlock(home, "admin", PASSWORD)


@pytest.mark.parametrize("content", [b"", b"x", b"not a database, and longer than a header " * 200])
def test_a_database_that_is_none_is_damaged(home: Path, key: bytes, content: bytes) -> None:
    (home / "store.db").write_bytes(content)

    with pytest.raises(StoreDamagedError):
        OpenStore(home, key)

    assert (home / "store.db").read_bytes() == content


def test_the_key_of_another_store_opens_nothing(home: Path) -> None:
    with pytest.raises(StoreDamagedError):
        OpenStore(home, bytes(32))


def test_nothing_about_citizens_or_officers_stands_in_any_file_in_plain(
    store: OpenStore, tmp_path: Path
) -> None:
    store.account_keys.give(HANH.officer_id, "another password")
    with store.unit_of_work() as work:
        work.keep_officer(HANH)
        work.commit()
    store.vault.put("Nguyễn Thị Ánh Tuyết 035199012345".encode())
    receive(store)
    store.secrets.put("token", "a-token-of-some-length")
    open_copy = shutil.copytree(store.home, tmp_path / "copy")  # with the write-ahead log
    store.close()

    words = ("Ánh Tuyết", "anh tuyet", "tuyet", "035199012345", "9012345", "0912345678",
             "000.00.17.H25", "quay3", "Hạnh", "another password", "a-token-of-some-length",
             PASSWORD)  # fmt: skip
    files = [path for root in (store.home, Path(open_copy)) for path in root.rglob("*")]
    assert any(path.name == "store.db-wal" for path in files)
    for path in filter(Path.is_file, files):
        content = path.read_bytes()
        for word in words:
            for encoding in ("utf-8", "utf-16-le"):
                assert word.encode(encoding) not in content, (path.name, word)
