"""The scan desk while a feeder of 60 sheets a minute gives both sides: run by ``scan_desk``.

The window is the program's own, without a screen; the feeder waits in a thread as a feeder does.
Prints one line of JSON: what F7 and the pages cost.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from station.ports.scanners import ScannerState, ScanRequest
from tests.bench.sample_home import OFFICER, PASSWORD
from tests.ui.window_keys import Hands
from ui.desktop.app import Desktop
from ui.desktop.frame.view_model import Place
from ui.desktop.session import Session
from ui.settings import read_settings

_SIDE_S = 0.5
_PATIENCE_S = 240.0
_PAPER_IN_S = 3.0
"""So long an officer takes at least to put the paper in, once the desk is open."""


class Feeder:
    """60 sheets a minute, both sides; notes how long it had to wait for its pages to be taken."""

    name, simulated, photographs = "Khay", True, False

    def __init__(self, pages: list[bytes]) -> None:
        self.pages = pages
        self.waited = 0.0

    def state(self) -> ScannerState:
        return ScannerState.READY

    def stop(self) -> None:
        """Nobody stops it."""

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        due = time.perf_counter()
        for page in self.pages:
            due += _SIDE_S
            late = time.perf_counter() - due
            if late < 0:
                time.sleep(-late)
            else:
                self.waited, due = self.waited + late, due + late
            yield page


class Watch(QObject):
    """Notes when the first page with a picture is painted, and how long the window was deaf."""

    def __init__(self, session: Session, desktop: Desktop) -> None:
        super().__init__()
        self.first: float | None = None
        self.beats = [time.perf_counter()]
        self._grid = desktop.screen.scan.grid
        self._grid.viewport().installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self.beats.append(time.perf_counter()))
        self._timer.start(2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.first is None and event.type() == QEvent.Type.Paint:
            pages = self._grid._pages
            if pages and pages[0].picture is not None:
                self.first = time.perf_counter()
        return False

    @property
    def pauses(self) -> list[float]:
        """Milliseconds between two beats, beyond the beat itself."""
        return sorted((b - a) * 1000 for a, b in pairwise(self.beats))


def main(home: Path, pile: Path) -> None:
    app = QApplication([])
    desktop = Desktop(app, home, read_settings(home), "vi")
    desktop.open()
    desktop.screen.window.resize(1366, 768)
    keys = Hands()

    def until(condition: Callable[[], object]) -> None:
        give_up = time.perf_counter() + _PATIENCE_S
        while not condition():
            if time.perf_counter() > give_up:
                raise TimeoutError
            app.processEvents()
            time.sleep(0.001)

    desktop.screen.window.activateWindow()
    until(app.activeWindow)
    for text in (OFFICER, PASSWORD):
        keys.type(text)
        keys.press(Qt.Key.Key_Return)
    until(lambda: desktop.session is not None)
    session = desktop.session
    if session is None:
        raise RuntimeError("not signed in")
    procedure, catalogue = session.desk.procedure("1.004873")
    session._work.drafts.current.change_procedure(procedure, catalogue, session.desk.now().date())
    until(desktop.screen.frame.isVisible)
    session.going.to(Place.RECEPTION)
    until(desktop.screen.reception.isVisible)
    session.going.to(Place.SCAN)
    until(desktop.screen.scan.grid.isVisible)
    desktop.screen.scan.grid.setFocus()
    feeder = Feeder([file.read_bytes() for file in sorted(pile.iterdir())])
    arrivals = session._counter._scan.presenter.arrivals
    arrivals._chosen = feeder
    entry = session._work.drafts.current.scan
    until(lambda: entry.opened)

    ready = time.perf_counter() + _PAPER_IN_S
    until(lambda: time.perf_counter() > ready)
    watch, pressed = Watch(session, desktop), time.perf_counter()
    keys.press(Qt.Key.Key_F7)
    until(lambda: len(entry.session.pages) == len(feeder.pages) and not arrivals.running)
    fed = time.perf_counter() - pressed
    until(lambda: all(page.clean for page in entry.pages.values()))
    clean = time.perf_counter() - pressed
    pauses = watch.pauses
    first = (watch.first or clean + pressed) - pressed
    told = {
        "first_s": first, "fed_s": fed, "clean_s": clean, "waited_s": feeder.waited,
        "worst_ms": pauses[-1], "p99_ms": pauses[round(len(pauses) * 0.99) - 1],
        "pages": len(feeder.pages),
    }  # fmt: skip
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    desktop.screen.window.close_now()
    desktop.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
