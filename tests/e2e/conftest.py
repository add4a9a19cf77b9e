import shutil
from pathlib import Path

import pytest

from tests.e2e.station_process import PASSWORD, Station
from tests.light_locks import lighten


@pytest.fixture(scope="session")
def _sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample home that nobody changes: tests get copies of it."""
    home: Path = tmp_path_factory.mktemp("sample") / "home"
    Station(home).as_officer(None).ok(
        "init", "--sample", "--agency", "000.00.17.H25", "--station-number", "3",
        "--number-range", "0300-0399",
    )  # fmt: skip
    lighten(home, PASSWORD)
    return home


@pytest.fixture(scope="session")
def sample_station(_sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Station:
    """A sample home that tests may add dossiers to."""
    home = shutil.copytree(_sample_home, tmp_path_factory.mktemp("station") / "home")
    return Station(home, here=True)


@pytest.fixture
def own_station(_sample_home: Path, tmp_path: Path) -> Station:
    """A sample home of the test's own, for what others must not see: catalogues, people, drafts."""
    return Station(shutil.copytree(_sample_home, tmp_path / "own-home"), here=True)
