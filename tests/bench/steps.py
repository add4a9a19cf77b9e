"""The longest step of the window's thread, from the sign-in page to a received dossier."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.sample_home import OFFICER, PASSWORD, made_home
from tests.bench.timing import Line, office_environment
from ui.desktop.watchdog import LONGEST_STEP_MS

CARD = "035199012345|168123456|Nguyễn Thị Ánh Tuyết|05031999|Nữ|Tổ 5, Quang Trung|15062021"
RUNS = 3


def lines(folder: Path) -> Iterator[Line]:
    """Work at the window by keyboard, each time on a fresh copy of a sample home."""
    home = made_home(folder)
    runs = [_steps(home) for _ in range(RUNS)]
    longest = min(max([0.0, *(step["busy_ms"] for step in run)]) for run in runs)
    waited = min(max([0.0, *(step["ms"] for step in run)]) for run in runs)
    yield Line(
        "longest step of the window's thread",
        f"its own work {longest:.0f} ms; with waiting for workers {waited:.0f} ms",
        f"≤ {LONGEST_STEP_MS} ms",
        longest <= LONGEST_STEP_MS,
    )


def _steps(home: Path) -> list[dict[str, float]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.steps", str(home)],
        capture_output=True,
        check=True,
        timeout=120,
        env=office_environment(),
    )
    steps: list[dict[str, float]] = json.loads(done.stdout.decode().strip().splitlines()[-1])
    return steps


def _work(home: Path) -> None:
    """Be the program and the officer's hands; print every pause as JSON."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from tests.bench import waiting
    from tests.ui.window_keys import CTRL, Hands, read_card
    from ui.desktop.app import Desktop
    from ui.desktop.watchdog import Pause, Watchdog
    from ui.settings import read_settings

    pauses: list[Pause] = []
    app = QApplication([])
    desktop = Desktop(app, home, read_settings(home), "vi")
    screen, keys = desktop.screen, Hands()
    desktop.open()
    screen.window.showNormal()
    screen.window.resize(1366, 768)
    screen.window.activateWindow()
    watchdog = Watchdog(pauses.append, longest_ms=10)

    until = partial(waiting.until, app, limit_s=20)
    settle = waiting.settle

    settle(1)
    for text in (OFFICER, PASSWORD):
        keys.type(text)
        keys.press(Qt.Key.Key_Return)
    until(lambda: desktop.session is not None and screen.frame.isVisible())
    settle(1)
    keys.press(Qt.Key.Key_F2)
    read_card(CARD)
    settle(0.5)
    keys.press(Qt.Key.Key_F4)
    for letter in "xac nhan tinh trang":
        keys.type(letter)
        settle(0.03)
    keys.press(Qt.Key.Key_Return)
    settle(0.5)
    keys.press(Qt.Key.Key_Space)
    settle(0.3)
    keys.press(Qt.Key.Key_0, CTRL)
    settle(0.5)
    keys.press(Qt.Key.Key_F12)
    settle(0.3)
    watchdog.close()
    desktop.close()
    print(json.dumps([{"ms": p.ms, "busy_ms": p.busy_ms} for p in pauses]))  # noqa: T201


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        _work(Path(shutil.copytree(sys.argv[1], Path(scratch) / "home")))
