"""A day's receptions leave no memory behind. Only in the long run: ``RECEPTIONS=500``."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.counter_home import make_counter_home
from tests.ui.closed_windows import end
from tests.ui.window_counter import CARD, DOWN, PASSWORD, SPACE, Counter
from tests.ui.window_keys import CTRL
from ui.desktop.app import Desktop
from ui.desktop.spare_memory import give_back
from ui.settings import read_settings

RECEPTIONS = int(os.environ.get("RECEPTIONS", "0"))
WARM_UP = 40
"""Until then caches fill: fonts, icons, the catalogue, the pages of the database."""
MOST_MB = 10


@pytest.fixture
def busy_counter(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Counter]:
    home = make_counter_home(tmp_path / "home", PASSWORD, numbers="0001-9999")
    desktop = Desktop(qapp, home, read_settings(home), "vi")
    desktop.open()
    counter = Counter(desktop, qtbot)
    counter.come_back()
    desktop.screen.window.showNormal()
    desktop.screen.window.resize(1366, 768)
    counter.sign_in("quay3")
    counter.wait_for("Còn 9999 số")
    yield counter
    end(desktop)
    shutil.rmtree(home)


def resident_mb() -> float:
    """Give what is held, with what is free given back as the window does each minute."""
    gc.collect()
    give_back()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


@pytest.mark.skipif(
    not RECEPTIONS or not sys.platform.startswith("linux"), reason="the long run, on Linux"
)
@pytest.mark.timeout(0)
def test_a_day_of_receptions_leaves_no_memory_behind(busy_counter: Counter) -> None:
    store, before = busy_counter.desk.store, 0.0
    for number in range(RECEPTIONS):
        if number == WARM_UP:
            before = resident_mb()
        receive(busy_counter, number)
    grown = resident_mb() - before

    left, every = store.queries.numbers_left("000.00.17.H25", busy_counter.desk.now().date())
    assert every - left == RECEPTIONS
    sys.stdout.write(f"{RECEPTIONS} receptions: {grown:.1f} MB more than after {WARM_UP}\n")
    assert grown <= MOST_MB


def receive(counter: Counter, before: int) -> None:
    """Receive one more dossier; it does not fold all that came before, as other tests do."""
    keys, queries, desk = counter.keys, counter.desk.store.queries, counter.desk
    keys.press(Qt.Key.Key_F2)
    counter.scan(CARD.replace("012345", f"{10_000 + before:06d}"))  # else it is a duplicate
    keys.press(Qt.Key.Key_F4)
    keys.type("cgxn")
    counter.wait_for("thủ tục khớp")
    keys.press(Qt.Key.Key_Return)
    counter.wait_for("Tờ khai cấp Giấy xác nhận")
    for key in (SPACE, DOWN, SPACE, DOWN, DOWN, SPACE):
        keys.press(key)
    keys.press(Qt.Key.Key_F8)
    keys.type("20000")
    counter.wait_for("Đủ điều kiện tiếp nhận.")
    keys.press(Qt.Key.Key_Return, CTRL)

    def received() -> bool:
        left, every = queries.numbers_left("000.00.17.H25", desk.now().date())
        return every - left == before + 1

    counter.wait(received)
    counter.wait_for("Chưa có họ tên người nộp")  # the page is ready for the next
