"""One reference server for all tests; every test is a station of an agency of its own.

``PROVINCE_DATABASE`` names another, empty database than a new SQLite file: a PostgreSQL one.
"""

import os
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
import requests

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


@pytest.fixture
def ask(server: RunningServer, counter: EnrolledCounter) -> Callable[..., requests.Response]:
    """Send one request with the counter's token, as it is."""

    def send(method: str, path: str, *, token: str | None = None, **more: Any) -> requests.Response:
        headers = {
            "Authorization": f"Bearer {token or counter.enrolment.token}",
            "Tus-Resumable": "1.0.0",
            **more.pop("headers", {}),
        }
        with requests.Session() as session:
            session.trust_env = False
            return session.request(method, server.base_url + path, headers=headers, **more)

    return send
