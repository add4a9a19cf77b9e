"""The reference server says what it cannot work with, instead of failing like a bug."""

import socket
from pathlib import Path

import pytest

from tests.e2e.station_process import Station

pytestmark = pytest.mark.e2e


@pytest.fixture
def nobody(tmp_path: Path) -> Station:
    return Station(tmp_path / "home", officer=None)


@pytest.mark.parametrize(
    "database", ["no address", "nosuchdatabase://here", "sqlite:////nowhere/at/all/gateway.db"]
)
def test_a_database_that_cannot_be_opened_is_named(
    nobody: Station, tmp_path: Path, database: str
) -> None:
    error = nobody.refused("gateway", "serve", "--database", database, "--files", tmp_path / "f")

    assert error["code"] == "GTW-001"


def test_a_place_for_the_files_that_is_a_file_is_named(nobody: Station, tmp_path: Path) -> None:
    (tmp_path / "files").write_text("no folder")
    database = f"sqlite:///{tmp_path / 'gateway.db'}"

    error = nobody.refused(
        "gateway", "serve", "--database", database, "--files", tmp_path / "files"
    )

    assert error["code"] == "GTW-001"


def test_an_address_that_is_taken_is_named(nobody: Station, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'gateway.db'}"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        error = nobody.refused(
            "gateway", "serve", "--database", database, "--files", tmp_path / "f", "--port", port
        )

    assert error["code"] == "GTW-001"
    assert port in error["message"]


def test_a_counter_that_cannot_be_gets_no_code(nobody: Station, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'gateway.db'}"
    common = ("gateway", "enrolment-code", "--database", database, "--agency", "000.00.17.H25")
    nobody.ok(*common, "--station-number", "3", "--number-range", "0300-0399")

    error = nobody.refused(*common, "--station-number", "4", "--number-range", "0350-0420")

    assert error["code"] == "GTW-001"
