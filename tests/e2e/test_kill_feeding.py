"""N12: programs that are killed while the scanner feeds; every page that was shown is there."""

import multiprocessing
import os
import random
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.e2e.kill_feeding import DRAFT, PAGE, feed_for_ever
from tests.e2e.station_process import PASSWORD
from ui.composition import NewHome, make_home, sign_in

KILLS = int(os.environ.get("KILLS", "4"))
pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork server"),
    pytest.mark.timeout(90 + 15 * KILLS),
]


def test_every_page_that_was_shown_is_there_after_a_kill(tmp_path: Path) -> None:
    home = tmp_path / "home"
    made = NewHome(
        path=home,
        agency_code="000.00.17.H25",
        station_number=3,
        number_range="0001-9999",
        sample=True,
    )
    make_home(made, PASSWORD)
    nursery = multiprocessing.get_context("forkserver")
    nursery.set_forkserver_preload(["tests.e2e.kill_feeding"])
    chance = random.Random(os.urandom(8))
    shown: set[str] = set()
    for number in range(KILLS):
        ours, theirs = nursery.Pipe(duplex=False)
        program = nursery.Process(target=feed_for_ever, args=(home, theirs))
        program.start()
        theirs.close()
        now: list[str] = []
        while len(now) < len(shown) + 3 + 2 * number:
            now = ours.recv()
        ours.poll(chance.uniform(0, 0.05))  # into the middle of keeping a page
        assert program.pid is not None
        os.kill(program.pid, signal.SIGKILL)
        program.join()
        shown |= {page for sheet in (now, *_rest(ours)) for page in sheet}

    with sign_in(home, "quay3", PASSWORD) as desk:
        pages, session = desk.scans.opened(DRAFT)
        contents = [desk.scans.original(page) for page in pages]
    there = {str(page.page_id) for page in pages}
    assert shown <= there, "a page that was shown is lost"
    assert len(there) <= len(shown) + KILLS, "a page is there that nobody could have seen coming"
    assert {str(page.page_id) for page in session.pages} == there
    assert all(content.startswith(PAGE) for content in contents)


def _rest(pipe: Connection) -> list[list[str]]:
    """Read what was shown before the other end was gone."""
    told = []
    try:
        while True:
            told.append(pipe.recv())
    except EOFError:
        return told
