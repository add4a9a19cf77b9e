"""A password opens the store; the file tells nothing and cannot exhaust the machine."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from local_store.keyring import Keyring, KeyringDamagedError
from local_store.officer_rules import (
    BadOfficerNameError,
    WeakPasswordError,
    WrongPasswordError,
    acceptable_password,
    sign_in_name,
)
from local_store.problems import HomeMissingError

KEY = bytes(range(32))
PASSWORD = "Mật-khẩu 2026"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("keyring") / "keyring.json"
    Keyring(path).create("quay3", PASSWORD, KEY)
    return path.read_bytes()


@pytest.fixture
def path(made: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "keyring.json"
    path.write_bytes(made)
    return path


@pytest.mark.parametrize("name", ["quay3", " QUAY3 "])
def test_the_password_gives_the_key(path: Path, name: str) -> None:
    assert Keyring(path).unlock(name, PASSWORD) == KEY


def test_a_password_may_be_typed_with_other_keyboards(path: Path) -> None:
    decomposed = "Ma\u0323\u0302t-kha\u0302\u0309u 2026"

    assert Keyring(path).unlock("quay3", decomposed) == KEY


@pytest.mark.parametrize(
    ("name", "password"),
    [("quay3", PASSWORD.lower()), ("quay3", ""), ("quay4", PASSWORD), ("", ""), ("x" * 9999, "y")],
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(
    path: Path, name: str, password: str
) -> None:
    with pytest.raises(WrongPasswordError) as caught:
        Keyring(path).unlock(name, password)

    assert (str(caught.value), caught.value.details) == ("", {})


def test_a_wrong_name_costs_as_much_work_as_a_wrong_password(path: Path) -> None:
    def cost(name: str) -> float:
        started = time.process_time()
        with pytest.raises(WrongPasswordError):
            Keyring(path).unlock(name, "another password")
        return time.process_time() - started

    known, unknown = (min(cost(name) for _ in range(2)) for name in ("quay3", "quay4"))

    assert 0.5 < unknown / known < 2


def test_the_file_names_nobody(path: Path) -> None:
    assert b"quay3" not in path.read_bytes()
    assert KEY.hex().encode() not in path.read_bytes()


def test_further_officers_and_new_passwords(path: Path) -> None:
    keyring = Keyring(path)
    keyring.add("truongbp", "another password", KEY)
    keyring.change_password("quay3", PASSWORD, "a newer password")

    assert keyring.unlock("truongbp", "another password") == KEY
    assert keyring.unlock("quay3", "a newer password") == KEY
    with pytest.raises(WrongPasswordError):
        keyring.unlock("quay3", PASSWORD)


def test_a_new_password_needs_the_old_one_and_must_be_good(path: Path) -> None:
    before = path.read_bytes()

    with pytest.raises(WrongPasswordError):
        Keyring(path).change_password("quay3", "not the old one", "a newer password")
    with pytest.raises(WeakPasswordError):
        Keyring(path).change_password("quay3", PASSWORD, "short")

    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "password", ["", "123456789", "aaaaaaaaaaaa", "1212121212", "my QUAY3 password", "x" * 201]
)
def test_passwords_that_are_easy_to_guess_are_refused(password: str) -> None:
    with pytest.raises(WeakPasswordError) as caught:
        acceptable_password(password, "Quay3")

    assert caught.value.details == {"shortest": 10}


@pytest.mark.parametrize("name", ["", "x", "hạnh", "a b", "../x", "-x", "x" * 41])
def test_names_that_are_no_sign_in_names_are_refused(name: str) -> None:
    with pytest.raises(BadOfficerNameError):
        sign_in_name(name)


def _changed(made: bytes, **changes: Any) -> bytes:
    plain = json.loads(made)
    lock = plain["locks"][0]
    for name, value in changes.items():
        place = lock["cost"] if name in lock["cost"] else lock if name in lock else plain
        place[name] = value
    return json.dumps(plain).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"memory_kib": 2**31},
        {"memory_kib": 1},
        {"time": 10**6},
        {"lanes": 0},
        {"salt": "00"},
        {"wrapped": "abc"},
        {"nonce": "zz"},
        {"wrapped": "00" * 10},
        {"locks": []},
        {"format": "something else"},
        {"surplus": 1},
    ],
)
def test_a_file_that_was_changed_is_damaged(
    made: bytes, tmp_path: Path, changes: dict[str, Any]
) -> None:
    path = tmp_path / "keyring.json"
    path.write_bytes(_changed(made, **changes))

    with pytest.raises(KeyringDamagedError):
        Keyring(path).unlock("quay3", PASSWORD)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b"[" * 100_000])
def test_a_file_that_is_no_keyring_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "keyring.json"
    path.write_bytes(content)

    with pytest.raises(KeyringDamagedError):
        Keyring(path).unlock("quay3", PASSWORD)


def test_costs_that_were_changed_within_bounds_open_nothing(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "keyring.json"
    path.write_bytes(_changed(made, time=1))

    with pytest.raises(WrongPasswordError):
        Keyring(path).unlock("quay3", PASSWORD)


def test_no_keyring_is_no_home(tmp_path: Path) -> None:
    with pytest.raises(HomeMissingError):
        Keyring(tmp_path / "keyring.json").unlock("quay3", PASSWORD)
