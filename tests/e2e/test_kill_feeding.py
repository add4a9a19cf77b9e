"""N12: programs that are killed while the scanner feeds; every page that was shown is there."""

import multiprocessing
import os
import random
import sys
from pathlib import Path

import pytest

from tests.counter_home import make_counter_home
from tests.e2e.kill_feeding import DRAFT, PAGE, feed_for_ever
from tests.e2e.station_process import PASSWORD
from tests.killed_programs import kill, rest_of
from ui.composition import sign_in

KILLS = int(os.environ.get("KILLS", "4"))
pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork server"),
    pytest.mark.timeout(90 + 15 * KILLS),
]


def test_every_page_that_was_shown_is_there_after_a_kill(tmp_path: Path) -> None:
    home = tmp_path / "home"
    make_counter_home(home, PASSWORD, numbers="0001-9999")
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
        kill(program)
        shown |= {page for sheet in (now, *rest_of(ours)) for page in sheet}

    with sign_in(home, "quay3", PASSWORD) as desk:
        pages, session = desk.scans.opened(DRAFT)
        contents = [desk.scans.original(page) for page in pages]
    there = {str(page.page_id) for page in pages}
    assert shown <= there, "a page that was shown is lost"
    assert len(there) <= len(shown) + KILLS, "a page is there that nobody could have seen coming"
    assert {str(page.page_id) for page in session.pages} == there
    assert all(content.startswith(PAGE) for content in contents)
