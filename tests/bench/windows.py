"""The sign-in window beside a bare PySide6 window: time to the first paint, memory (Linux)."""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.sample_home import made_home
from tests.bench.timing import Line, office_environment

_BARE = """
import json, time
started = time.perf_counter()
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        took = (time.perf_counter() - started) * 1000
        memory = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024
        print(json.dumps({"ms": took, "mb": memory}), flush=True)
        app.exit()
app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
_OURS = """
import json, sys, time
started = time.perf_counter()
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from ui.desktop.app import Desktop
from ui.settings import read_settings
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        took = (time.perf_counter() - started) * 1000
        memory = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024
        heavy = sorted({"cv2", "numpy", "reportlab", "PIL", "pikepdf", "pypdfium2", "requests",
                        "sqlalchemy", "starlette", "escpos"} & set(sys.modules))
        print(json.dumps({"ms": took, "mb": memory, "heavy": heavy}), flush=True)
        app.exit()
app = QApplication([])
home = Path(sys.argv[1])
desktop = Desktop(app, home, read_settings(home), "vi")
first = FirstPaint()
desktop.screen.window.installEventFilter(first)
desktop.open()
app.exec()
desktop.close()
"""


def lines(folder: Path) -> Iterator[Line]:
    """Start both in turn, ours on a sample home."""
    home = made_home(folder)
    ours, bare = [], []
    for _ in range(7):
        ours.append(_first_paint(_OURS, str(home)))
        bare.append(_first_paint(_BARE))
    our_ms = statistics.median(run["ms"] for run in ours)
    bare_ms = statistics.median(run["ms"] for run in bare)
    yield Line(
        "sign-in window painted",
        f"median {our_ms:.0f} ms, {our_ms / bare_ms:.2f} × a bare window ({bare_ms:.0f} ms)",
        "≤ 3 ×",
        our_ms <= 3 * bare_ms,
    )
    memory = statistics.median(run["mb"] for run in ours)
    yield Line("memory at sign-in", f"{memory:.0f} MB", "≤ 180 MB", memory <= 180)
    heavy = ours[0]["heavy"]
    yield Line("heavy imports before sign-in", ", ".join(heavy) or "none", "none", not heavy)


def _first_paint(script: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        check=True,
        timeout=60,
        env=office_environment(),
    )
    figures: dict[str, Any] = json.loads(done.stdout.decode().strip().splitlines()[-1])
    return figures
