"""Files of a home that a virus scanner holds, as Windows lets it."""

from datetime import datetime
from pathlib import Path

import pytest

from local_store import vault as vault_module
from local_store.durable_files import write_whole
from local_store.home import Account, create_home
from local_store.problems import StoreReadOnlyError
from local_store.vault import FileVault
from station import patience
from station.domain.journal import VIETNAM
from station.ports.officers import Officer, Role
from tests.held_files import HeldFiles, names_in

FOR_EVER = 1_000


@pytest.fixture(autouse=True)
def _in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_PAUSES_S", (0.0,) * 7)


def test_a_file_takes_its_name_once_it_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "keyring.json", b"old")
    held = HeldFiles(monkeypatch, "replace", times=5)

    write_whole(tmp_path / "keyring.json", b"new")

    assert held.denied == 5
    assert (tmp_path / "keyring.json").read_bytes() == b"new"
    assert names_in(tmp_path) == ["keyring.json"]


def test_one_that_is_held_for_ever_is_named_and_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "keyring.json", b"old")
    HeldFiles(monkeypatch, "replace", "unlink", times=FOR_EVER)

    with pytest.raises(StoreReadOnlyError):
        write_whole(tmp_path / "keyring.json", b"new")

    assert (tmp_path / "keyring.json").read_bytes() == b"old"


def test_a_new_home_is_made_while_its_files_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldFiles(monkeypatch, "rename", times=5)

    create_home(
        tmp_path / "home",
        station_id="000.00.17.H25-3",
        numbers={},
        accounts=[
            Account(
                officer=Officer(officer_id="admin", display_name="Q", role=Role.ADMINISTRATOR),
                password="Cham-chi-2026",
            )
        ],
        files={},
        at=datetime(2026, 11, 23, 8, tzinfo=VIETNAM),
    )

    assert held.denied == 5
    assert names_in(tmp_path) == ["home"]


def test_forgetting_a_page_that_is_held_does_not_fail_the_act(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault_module, "_FRESH_S", -1.0)
    vault = FileVault(tmp_path / "pages", bytes(32))
    first, second = vault.put(b"one"), vault.put(b"two")

    HeldFiles(monkeypatch, "unlink", times=1)
    vault.forget([first, second])

    assert list(vault.names()) == [first]
    assert vault.collect(set(), not_after=2**40) == 1
    assert not list(vault.names())
