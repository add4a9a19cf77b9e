"""Papers in doubt: a silent printer, a program killed in mid-print, another way to paper."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_description
from tests.devices.tcp_printer import TcpPrinter, a_tcp_printer
from tests.e2e.station_process import Station

pytestmark = pytest.mark.e2e
PAPERS = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]


def _receive(station: Station) -> str:
    described = json.dumps(a_description(documents=PAPERS))
    result: dict[str, Any] = station.ok("dossier", "receive", "-", stdin=described)
    return str(result["dossier_code"])


def _with_printer(station: Station, driver: str, address: str) -> None:
    """Put a receipt printer in the place of the simulated one."""
    path = station.home / "station.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == "receipt_printer":
            device |= {"name": "Máy in nhiệt", "driver": driver, "address": address}
    path.write_text(json.dumps(settings), encoding="utf-8")


def _prints(station: Station, code: str) -> list[tuple[str, str, int]]:
    shown = station.ok("dossier", "show", code)
    return [(one["form"], one["told_by"], one["reprint"]) for one in shown["prints"]]


def test_of_a_printer_that_says_nothing_the_officer_is_asked_once(
    own_station: Station, tmp_path: Path
) -> None:
    roll = tmp_path / "lp0"
    _with_printer(own_station, "file", str(roll))
    code = _receive(own_station)

    tried = own_station.ok("spool", "run")["tried"]
    assert [(one["form"], one["state"]) for one in tried] == [
        ("01", "printed"), ("receipt", "doubtful"),
    ]  # fmt: skip
    (waiting,) = own_station.ok("spool", "list")["jobs"]
    assert (waiting["dossier_code"], waiting["state"]) == (code, "doubtful")
    assert _prints(own_station, code) == [("01", "printer", 0)]

    roll.unlink()
    job = str(waiting["job"])
    assert own_station.ok("spool", "answer", job, "no")["tried"][0]["state"] == "doubtful"
    assert roll.exists(), "it was sent once more"
    own_station.ok("spool", "answer", job, "yes")

    assert own_station.ok("spool", "list") == {"jobs": []}
    assert _prints(own_station, code) == [("01", "printer", 0), ("receipt", "officer", 0)]
    assert own_station.refused("spool", "answer", job, "yes")["code"] == "PAP-011"


def test_another_paper_comes_out_in_the_place_of_one_that_does_not(
    own_station: Station, tmp_path: Path
) -> None:
    _with_printer(own_station, "file", str(tmp_path / "nowhere" / "lp0"))
    code = _receive(own_station)
    tried = own_station.ok("spool", "run")["tried"]
    assert [one["error"] for one in tried] == [None, "DEV-021"]

    own_station.ok("spool", "elsewhere", str(tried[1]["job"]))

    assert own_station.ok("spool", "list") == {"jobs": []}
    assert _prints(own_station, code) == [("01", "printer", 0), ("01", "printer", 1)]


def test_what_a_killed_program_was_printing_is_in_doubt_and_not_printed_twice(
    own_station: Station,
) -> None:
    with a_tcp_printer(TcpPrinter(tells_when_finished=False)) as (far_end, _):
        _with_printer(own_station, "network", far_end.address)
        code = _receive(own_station)
        program = subprocess.Popen(
            [sys.executable, "-m", "ui", "--home", own_station.home, "--as", "quay3",
             "spool", "run"],
            env=own_station.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        far_end.asked.wait(60)  # it has the slip, and is asked whether it is out
        program.kill()
        program.wait()

        tried = own_station.ok("spool", "run")["tried"]
        slips = [job for job in far_end.jobs if job]

    (doubt,) = [one for one in tried if one["state"] != "printed"]
    assert (doubt["form"], doubt["state"], doubt["error"]) == ("receipt", "doubtful", "DEV-029")
    assert len(slips) <= 1
    own_station.ok("spool", "answer", str(doubt["job"]), "yes")
    assert sorted(_prints(own_station, code)) == [("01", "printer", 0), ("receipt", "officer", 0)]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("--paper", "a3"), "PAP-004"),
        (("--form", "receipt", "--paper", "a5"), "PAP-004"),
        (("--form", "09"), "PAP-002"),
        (("--form", "stop"), "PAP-003"),
    ],
)
def test_what_can_never_come_out_does_not_wait_for_a_printer(
    own_station: Station, asked: tuple[str, ...], code: str
) -> None:
    dossier = _receive(own_station)
    own_station.ok("spool", "run")

    refused = own_station.refused("print", dossier, *asked, "--reason", "thử")

    assert refused["code"] == code
    assert own_station.ok("spool", "list")["jobs"] == []
    assert own_station.ok("print", dossier, "--reason", "người dân làm ướt")["reprint"] == 1
    assert own_station.ok("print", dossier, "--form", "receipt", "--reason", "mờ")["paper"] == "80"


def test_the_slip_of_a_dossier_that_was_refused_before_it_was_printed_waits_no_more(
    own_station: Station,
) -> None:
    dossier = _receive(own_station)
    own_station.ok("dossier", "refuse", dossier, "--reason", "không thuộc thẩm quyền")

    own_station.run("spool", "run")

    assert own_station.ok("spool", "list")["jobs"] == []
    assert not any(
        one["form"] == "01" for one in own_station.ok("dossier", "show", dossier)["prints"]
    )
