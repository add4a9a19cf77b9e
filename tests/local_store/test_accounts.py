"""Accounts on a real store: opened, changed, closed, noted; and never the last way in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from local_store.home import open_store
from local_store.keyring import KeyringDamagedError
from local_store.officer_rules import BadOfficerNameError, WeakPasswordError, WrongPasswordError
from station.domain.events import AccountChanged
from station.ports.officers import Officer, Role
from station.release import RELEASED_AT
from station.usecases.dossier_act import Acting
from station.usecases.manage_accounts import (
    Account,
    OwnAccountError,
    PasswordNeededError,
    SaveAccount,
    UnknownAccountError,
    accounts,
    change_own_password,
    close_account,
    save_account,
)
from station.usecases.permissions import NotAllowedError
from tests.fakes import FakeClock
from tests.local_store.homes import ADMIN, PASSWORD

LAN = SaveAccount(
    officer_id=" Lan ", display_name="Trần Thị Lan", role=Role.COUNTER, password="Mot-cua-2027!"
)


class Office:
    """An open store, and an officer at it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.store, _ = open_store(home, "admin", PASSWORD)
        self.officer = ADMIN

    def _acting(self) -> Acting:
        return Acting(
            officer=self.officer,
            work=self.store.unit_of_work(),
            clock=FakeClock(),
            built_at=RELEASED_AT,
        )

    def save(self, given: SaveAccount) -> Account:
        store = self.store
        return save_account(
            given, acting=self._acting(), officers=store.officers, keys=store.account_keys
        )

    def close(self, officer_id: str) -> Account:
        store = self.store
        return close_account(
            officer_id, acting=self._acting(), officers=store.officers, keys=store.account_keys
        )

    def change_own(self, old: str, new: str) -> None:
        change_own_password(old, new, acting=self._acting(), keys=self.store.account_keys)

    def noted(self) -> list[dict[str, object]]:
        entries = self.store.queries.office_entries(AccountChanged.__name__)
        return [dict(entry.payload) for entry in entries]

    def sign_in(self, name: str, password: str) -> Officer:
        store, officer = open_store(self.home, name, password)
        store.close()
        return officer


@pytest.fixture
def office(home: Path) -> Iterator[Office]:
    office = Office(home)
    yield office
    office.store.close()


def test_somebody_new_can_sign_in_and_it_is_noted(office: Office) -> None:
    office.save(LAN)

    assert office.sign_in("lan", LAN.password) == Officer(
        officer_id="lan", display_name="Trần Thị Lan", role=Role.COUNTER
    )
    assert office.noted() == [
        {"officer_id": "lan", "role": "counter", "open": True, "new_password": True}
    ]


def test_role_name_and_password_are_changed(office: Office) -> None:
    office.save(LAN)
    office.save(
        SaveAccount(officer_id="lan", display_name="Trần Thị Lan Anh", role=Role.SUPERVISOR)
    )
    assert office.sign_in("lan", LAN.password).role is Role.SUPERVISOR

    new = SaveAccount(
        officer_id="lan", display_name="", role=Role.SUPERVISOR, password="Khac-han-2027!"
    )
    office.save(new)

    with pytest.raises(WrongPasswordError):
        office.sign_in("lan", LAN.password)
    assert office.sign_in("lan", new.password).display_name == "lan"
    assert [entry["new_password"] for entry in office.noted()] == [True, False, True]


def test_a_closed_account_opens_nothing_stays_in_the_list_and_can_be_opened_again(
    office: Office,
) -> None:
    office.save(LAN)

    assert not office.close("lan").is_open

    with pytest.raises(WrongPasswordError):
        office.sign_in("lan", LAN.password)
    every = accounts(office.store.officers, office.store.account_keys)
    assert {one.officer.officer_id: one.is_open for one in every}["lan"] is False
    with pytest.raises(PasswordNeededError):
        office.save(SaveAccount(officer_id="lan", display_name="L", role=Role.COUNTER))
    office.save(LAN)
    assert office.sign_in("lan", LAN.password).officer_id == "lan"


def test_nobody_closes_or_demotes_themselves(office: Office) -> None:
    with pytest.raises(OwnAccountError):
        office.close("admin")
    with pytest.raises(OwnAccountError):
        office.save(SaveAccount(officer_id="admin", display_name="x", role=Role.COUNTER))

    assert office.sign_in("admin", PASSWORD).role is Role.ADMINISTRATOR
    assert office.noted() == []


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_says_who_works_here(office: Office, role: Role) -> None:
    office.officer = Officer(officer_id="quay3", display_name="Hạnh", role=role)

    with pytest.raises(NotAllowedError):
        office.save(LAN)
    with pytest.raises(NotAllowedError):
        office.close("admin")


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (SaveAccount(officer_id=" ", display_name="", role=Role.COUNTER), UnknownAccountError),
        (SaveAccount(officer_id="moi", display_name="", role=Role.COUNTER), PasswordNeededError),
        (
            SaveAccount(officer_id="moi", display_name="", role=Role.COUNTER, password="short"),
            WeakPasswordError,
        ),
        (
            SaveAccount(
                officer_id="Ánh Tuyết", display_name="", role=Role.COUNTER, password=PASSWORD
            ),
            BadOfficerNameError,
        ),
    ],
)
def test_what_cannot_be_an_account_changes_nothing(
    office: Office, given: SaveAccount, error: type[Exception]
) -> None:
    before = accounts(office.store.officers, office.store.account_keys)

    with pytest.raises(error):
        office.save(given)

    assert accounts(office.store.officers, office.store.account_keys) == before
    assert office.noted() == []


def test_an_account_that_is_not_there_cannot_be_closed(office: Office) -> None:
    with pytest.raises(UnknownAccountError):
        office.close("nobody")


def test_the_last_lock_is_never_taken(office: Office) -> None:
    office.store.account_keys.take("nobody")

    with pytest.raises(KeyringDamagedError):
        office.store.account_keys.take("admin")
    assert office.sign_in("admin", PASSWORD).officer_id == "admin"


def test_everybody_changes_their_own_password_and_it_is_noted(office: Office) -> None:
    office.save(LAN)
    office.officer = office.sign_in("lan", LAN.password)

    office.change_own(LAN.password, "Mot-cua-2028!")

    assert office.sign_in("lan", "Mot-cua-2028!") == office.officer
    with pytest.raises(WrongPasswordError):
        office.sign_in("lan", LAN.password)
    assert office.noted()[-1] == {
        "officer_id": "lan", "role": "counter", "open": True, "new_password": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "refused"),
    [
        ("not the old one", "Mot-cua-2028!", WrongPasswordError),
        (PASSWORD, "short", WeakPasswordError),
        (PASSWORD, "my-admin-password", WeakPasswordError),
    ],
)
def test_a_refused_change_leaves_the_old_password_and_notes_nothing(
    office: Office, old: str, new: str, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        office.change_own(old, new)

    assert office.sign_in("admin", PASSWORD) == ADMIN
    assert office.noted() == []
