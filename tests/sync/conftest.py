"""One reference server for all tests; every test is a station of an agency of its own.

``PROVINCE_DATABASE`` names another, empty database than a new SQLite file: a PostgreSQL one.
"""

import os
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from sync.reference_server.server import RunningServer
from tests.sync.faults import BadServer
from tests.sync.stations import EnrolledCounter, enrol_counter

_agencies = count(1)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("province")
    with RunningServer(
        database=os.environ.get("PROVINCE_DATABASE", f"sqlite:///{folder / 'province.db'}"),
        files=str(folder / "files"),
        version="test",
        catalogue=b"a signed pack",
    ) as running:
        yield running


@pytest.fixture
def new_counter(server: RunningServer) -> Callable[[], EnrolledCounter]:
    """Give enrolled counters, each of an agency that nobody else uses."""
    return lambda: enrol_counter(server, agency=f"H25.{next(_agencies)}")


@pytest.fixture
def counter(new_counter: Callable[[], EnrolledCounter]) -> EnrolledCounter:
    return new_counter()


@pytest.fixture
def bad_server() -> Iterator[BadServer]:
    running = BadServer()
    yield running
    running.stop()
