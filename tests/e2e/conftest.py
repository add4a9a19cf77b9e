from pathlib import Path

import pytest

from tests.e2e.station_process import Station


@pytest.fixture(scope="session")
def sample_station(tmp_path_factory: pytest.TempPathFactory) -> Station:
    """A sample home that tests may add dossiers to."""
    home: Path = tmp_path_factory.mktemp("station") / "home"
    station = Station(home)
    station.as_officer(None).ok(
        "init", "--sample", "--agency", "000.00.17.H25", "--station-number", "3",
        "--number-range", "0300-0399",
    )  # fmt: skip
    return station
