"""What the list of devices says of the station's token."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from station.ports.devices import DeviceState
from tests.counter_home import make_counter_home
from ui.desks.devices import every_device
from ui.readers import keep_found
from ui.settings import StationSettings, TokenSettings, read_settings

LIBRARY = "/usr/lib/vendor.so"


def a_token(name: str, library: str = LIBRARY, state: str = "not_set_up") -> DeviceState:
    return DeviceState(
        name=name, role="token", driver="pkcs11", state=state, simulated=False, address=library
    )


PRINTER = DeviceState(name="HP", role="page_printer", driver="ipp", state="ready", simulated=False)
OURS, OTHER = a_token("UBND phường"), a_token("Kế toán")


@dataclass
class Rack:
    found: Sequence[DeviceState]

    def states(self) -> list[DeviceState]:
        return [PRINTER]

    def not_set_up(self) -> Sequence[DeviceState]:
        return self.found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_counter_home(tmp_path / "home", "Mot-cua-2026!")


@pytest.fixture
def settings(home: Path) -> StationSettings:
    return read_settings(home)


@pytest.mark.parametrize(
    ("label", "found", "shown"),
    [
        ("UBND phường", [OURS, OTHER], [replace(OURS, state="ready"), OTHER]),
        (None, [OURS], [replace(OURS, state="ready")]),
        ("UBND phường", [], [a_token("UBND phường", state="offline")]),
        (None, [], [a_token("vendor", state="offline")]),
        ("UBND phường", [OTHER], [a_token("UBND phường", state="offline"), OTHER]),
        (
            "UBND phường",
            [replace(OURS, address="/other.so")],
            [a_token("UBND phường", state="offline"), replace(OURS, address="/other.so")],
        ),
    ],
)
def test_the_stations_token_is_ready_or_away_and_others_are_offered(
    settings: StationSettings,
    label: str | None,
    found: list[DeviceState],
    shown: list[DeviceState],
) -> None:
    settings = replace(settings, token=TokenSettings(library=LIBRARY, label=label))

    assert every_device(Rack(found), settings) == [PRINTER, *shown]  # type: ignore[arg-type]


def test_without_a_token_of_its_own_each_is_offered_but_none_to_a_training_station(
    settings: StationSettings,
) -> None:
    training = replace(settings, training=True)

    assert every_device(Rack([OURS]), settings) == [PRINTER, OURS]  # type: ignore[arg-type]
    assert every_device(Rack([OURS]), training) == [PRINTER]  # type: ignore[arg-type]


def test_a_token_that_is_set_up_is_the_stations_and_keeps_what_copies_say(home: Path) -> None:
    keep_found(home, OTHER)
    before = read_settings(home).token
    assert before == TokenSettings(library=LIBRARY, label="Kế toán")

    keep_found(home, OURS)

    assert read_settings(home).token == TokenSettings(library=LIBRARY, label="UBND phường")
