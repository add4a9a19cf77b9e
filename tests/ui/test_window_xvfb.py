"""Stories of the window once more under a real X server, where the system draws and focuses it.

All of them: ``Xvfb :9 -screen 0 1600x1000x24 & DISPLAY=:9 QT_QPA_PLATFORM=xcb python -m pytest
tests/ui/test_window_*.py``.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no X server (Xvfb)")
ROOT = Path(__file__).parents[2]
STORIES = (
    "test_window.py::test_a_card_three_papers_and_cash_take_at_most_25_keys",
    "test_window.py::test_a_dossier_is_found_from_anywhere",
    "test_window.py::test_the_lock_keeps_the_work_and_a_card_does_not_land_in_the_password",
)


@pytest.fixture
def display() -> Iterator[str]:
    seen, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(told,), stderr=subprocess.DEVNULL) as server:
        os.close(told)
        with os.fdopen(seen) as stream:
            yield f":{stream.readline().strip()}"
        server.terminate()


@pytest.mark.timeout(300)
def test_the_stories_are_the_same_under_an_x_server(display: str) -> None:
    around = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    stories = [f"tests/ui/{story}" for story in STORIES]
    done = subprocess.run(
        [*command, *stories], cwd=ROOT, env=around, check=False, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout
