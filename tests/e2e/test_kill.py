"""N12: receptions that are killed at random instants: none lost, none doubled, none half.

``KILLS`` says how often; the quick run makes a few, ``make soak`` two hundred.
"""

import multiprocessing
import os
import random
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.counter_home import make_counter_home
from tests.e2e.kill_reception import receive_for_ever
from tests.e2e.station_process import PASSWORD, Station
from tests.killed_programs import kill, rest_of
from ui.composition import sign_in

KILLS = int(os.environ.get("KILLS", "6"))
pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork server"),
    pytest.mark.timeout(60 + 10 * KILLS),
]


def test_killed_receptions_are_whole_or_not_there(tmp_path: Path) -> None:
    home, page = tmp_path / "home", tmp_path / "page.png"
    Image.new("RGB", (40, 60), "white").save(page)
    make_counter_home(home, PASSWORD, numbers="0001-9999")
    nursery = multiprocessing.get_context("forkserver")
    nursery.set_forkserver_preload(["tests.e2e.kill_reception"])
    chance = random.Random(os.urandom(8))
    acknowledged: list[str] = []
    for _ in range(KILLS):
        ours, theirs = nursery.Pipe(duplex=False)
        program = nursery.Process(target=receive_for_ever, args=(home, page, theirs))
        program.start()
        theirs.close()
        for _ in range(chance.randrange(4)):
            acknowledged.append(ours.recv())
        ours.poll(chance.uniform(0, 0.03))  # into the middle of an act, or of signing in
        kill(program)
        acknowledged += rest_of(ours)

    with sign_in(home, "quay3", PASSWORD) as desk:
        kept = list(reversed(desk.store.queries.newest(limit=10_000)))
        queued = desk.store.queries.queued_prints()
        dossiers = [desk.store.queries.dossier(line.dossier_id) for line in kept]
    codes = [line.dossier_code for line in kept]
    assert len(set(acknowledged)) == len(acknowledged)
    assert set(acknowledged) <= set(codes), "an acknowledged dossier was lost"
    assert len(codes) <= len(acknowledged) + KILLS
    assert [int(code[-4:]) for code in codes] == list(range(1, len(codes) + 1))
    assert all(dossier.paid_vnd == dossier.fees_total_vnd > 0 for dossier in dossiers)
    assert {job.dossier_id for job in queued} == {dossier.dossier_id for dossier in dossiers}
    station = Station(home, "admin")
    assert station.ok("audit", "verify")["ok"] is True
    assert station.ok("store", "check")["problems"] == []
