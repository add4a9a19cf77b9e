"""One run of a scanner: its pages are on the disk before the window hears of them. Free of Qt."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import UUID

from station.domain.separated_run import SeparatedRun
from station.ports.scanners import NoPagesError, ScannerState, ScanRequest
from ui.desks.scan import DeskPage
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.scan.ports import PageSource, ScanDeskPort, Tell
from ui.desktop.tasks import Tasks


@dataclass(slots=True, eq=False)
class Run:
    """One pile. It goes on after a jam, so that its pages and separators are counted together."""

    draft: DraftEntry
    source: PageSource
    request: ScanRequest
    filing: SeparatedRun
    order: object
    """How its pages are cleaned."""
    backs_of: tuple[UUID, ...] = ()
    """The pages whose backs these are; see ``ScanSession.interleave``."""
    instead_of: UUID | None = None
    """The one page that is scanned again."""
    instead_of_pile: tuple[UUID, ...] = ()
    """The pages of a pile that is scanned again, until the first one comes."""
    drops_blanks: bool = True
    pages: list[UUID] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def speed(self) -> float:
        """Pages a second, over the whole run."""
        return len(self.pages) / max(0.001, time.monotonic() - self.started)


Came = Callable[[tuple[Run, DeskPage, bytes]], object]
_LOOK_S, _PATIENCE_S = 1.0, 180.0
"""So often a scanner whose feeder is empty is asked whether paper lies in it, and so long."""
_TRY_S = 4.0
"""So often one is tried that cannot tell (TWAIN, most drivers of SANE): its rollers may turn."""


class Feeding:
    """Runs one pile at a time on the scanner's worker."""

    def __init__(
        self,
        *,
        scans: ScanDeskPort,
        scanner: Tasks,
        tell: Tell,
        came: Came,
        waits: Callable[[Run], object],
    ) -> None:
        """
        Args:
            came: hears of each page, once it is on the disk, in the window's thread.
            waits: hears that the feeder is empty, and that the run begins once paper lies in it.
        """
        self._scans, self._scanner, self._tell, self._came = scans, scanner, tell, came
        self._waits = waits
        self.run: Run | None = None

    def begin(
        self,
        run: Run,
        *,
        ended: Callable[[Run], object],
        failed: Callable[[Run, Exception], object],
    ) -> bool:
        """Feed until the pile is empty; False while another run goes on."""
        if self.run is not None:
            return False
        self.run = run
        run.stop.clear()
        if not run.pages:
            run.started = time.monotonic()

        def feed() -> None:
            try:
                self._feed(run)
            except NoPagesError:
                state = run.source.state()
                if run.pages or state not in (ScannerState.NO_PAGES, ScannerState.READY):
                    raise
                self._tell(self._waits, run)
                if state is ScannerState.READY:  # it has no eye for paper, or it came just now
                    fed = self._feeds_in_time(run)
                elif fed := _paper_comes(run):
                    self._feed(run)
                if not fed and not run.stop.is_set():
                    raise

        def over(_: None) -> None:
            self.run = None
            ended(run)

        def broke(error: Exception) -> None:
            self.run = None
            failed(run, error)

        self._scanner.run(feed, done=over, failed=broke)
        return True

    def _feed(self, run: Run) -> None:
        request = replace(run.request, single=run.instead_of is not None)
        for content in run.source.scan(request):
            page = self._scans.keep(run.draft.draft_id, content, run.source.name)
            self._tell(self._came, (run, page, content))
            if run.instead_of is not None:
                break
            if run.stop.is_set():
                run.source.stop()

    def _feeds_in_time(self, run: Run) -> bool:
        """Try now and then to feed; False: it was given up, or nobody put any paper in."""
        until = time.monotonic() + _PATIENCE_S
        while not run.stop.wait(_TRY_S) and time.monotonic() < until:
            try:
                self._feed(run)
            except NoPagesError:
                if run.pages:  # some came, and the last one was the last
                    raise
            else:
                return True
        return False

    def stop(self) -> None:
        """End the run behind the page that is under way."""
        if self.run is not None:
            self.run.stop.set()


def _paper_comes(run: Run) -> bool:
    """Wait for paper in the feeder; False: it was given up, or nobody put any in."""
    until = time.monotonic() + _PATIENCE_S
    while not run.stop.wait(_LOOK_S) and time.monotonic() < until:
        if run.source.state() is ScannerState.READY:
            return True
    return False
