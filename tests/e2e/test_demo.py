"""The whole main job as one command, and both ends of the line as processes of their own."""

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import a_description
from tests.e2e.station_process import Station

pytestmark = pytest.mark.e2e


def test_the_demo_leaves_its_papers_and_says_each_step(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui", "demo", "--out", str(tmp_path / "out")],
        capture_output=True,
        timeout=100,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    steps = re.findall(r"^ ?\d+\. .*\(\d+ ms\)$", done.stdout.decode(), re.MULTILINE)
    assert len(steps) == 17
    left = {file.name for file in (tmp_path / "out").iterdir()}
    assert {
        "slip-a5.pdf", "slip-a4-two-up.pdf", "receipt-80.bin", "receipt-80.png",
        "log.pdf", "log.xlsx", "log.csv", "dossier-at-station.json", "dossier-at-server.json",
    } <= left  # fmt: skip
    station = json.loads((tmp_path / "out" / "dossier-at-station.json").read_text("utf-8"))
    server = json.loads((tmp_path / "out" / "dossier-at-server.json").read_text("utf-8"))
    assert station["status"] == server["status"] == "processing"
    hashes = [file["sha256"] for paper in station["documents"] for file in paper["files"]]
    assert sorted(file["sha256"] for file in server["files"]) == sorted(hashes)
    assert all(file["present"] for file in server["files"])


def test_a_station_and_a_server_find_each_other_as_processes(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'gateway.db'}"
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    station = Station(tmp_path / "home", officer="xa")
    station.as_officer(None).ok(
        "init", "--sample", "--agency", "000.00.17.H25", "--station-number", "4"
    )
    url = f"http://127.0.0.1:{port}"
    code = station.ok(
        "gateway", "enrolment-code", "--database", database, "--agency", "000.00.17.H25",
        "--station-number", "4", "--number-range", "0400-0499",
    )["code"]  # fmt: skip
    down = station.run("sync", "enrol", url, "--code", code)
    assert (down.status, down.error["code"]) == (3, "SYN-001")

    with subprocess.Popen(
        [sys.executable, "-m", "ui", "gateway", "serve", "--port", str(port),
         "--database", database, "--files", str(tmp_path / "files")],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=os.environ.copy(),
    ) as server:  # fmt: skip
        try:
            wait_for(server)
            station.ok("sync", "enrol", url, "--code", code)
            papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
            station.ok("dossier", "receive", "-", stdin=json.dumps(a_description(documents=papers)))
            status = station.ok("sync", "run", "--once")
            assert status["events"] == {"waiting": 0, "sent": 2, "refused": 0}
            assert abs(status["clock_offset_s"]) < 5
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_for(server: "subprocess.Popen[bytes]") -> None:
    """Read what the server says until it says that it listens."""
    assert server.stderr is not None
    for line in server.stderr:
        if b"startup complete" in line:
            return
    raise AssertionError("the server ended before it listened")
