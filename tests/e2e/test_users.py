"""Users at the command line: an administrator opens and closes an account, its owner changes it."""

from dataclasses import replace

import pytest

from station.ports.officers import Role
from tests.e2e.station_process import Station
from ui.cli.users import ROLES

pytestmark = pytest.mark.e2e
FIRST, OWN = "Mot-cua-2027!", "Mot-cua-2028!"


def test_an_account_is_opened_its_password_changed_and_closed(
    own_station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = replace(own_station, officer="admin")
    monkeypatch.setenv("STATION_NEW_PASSWORD", FIRST)
    admin.ok("user", "save", "lan", "--full-name", "Lan", "--role", "counter", "--new-password")
    named = {line["officer"]["officer_id"]: line["is_open"] for line in admin.ok("user", "list")}
    assert named["lan"]

    lan = replace(own_station, officer="lan", password=FIRST)
    monkeypatch.setenv("STATION_NEW_PASSWORD", OWN)
    assert lan.ok("user", "password") == {"changed": "lan"}
    assert lan.run("dossier", "list").error["code"] == "AUT-001"
    lan = replace(lan, password=OWN)
    assert lan.run("user", "list").error["code"] == "AUT-003"

    admin.ok("user", "close", "lan")
    assert lan.run("dossier", "list").error["code"] == "AUT-001"


def test_every_role_can_be_named() -> None:
    assert tuple(Role) == ROLES


def test_a_weak_password_changes_nothing(
    own_station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATION_NEW_PASSWORD", "short")
    assert own_station.run("user", "password").error["code"] == "AUT-004"

    own_station.ok("dossier", "list")
