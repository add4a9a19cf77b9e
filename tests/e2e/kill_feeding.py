"""The program that the kill test of the feeder kills: pages as fast as they can be kept.

Sign-in, store, vault and presenter are the counter's; the pile is a list that never ends, and the
screen is a pipe: what is shown goes through it.
"""

import importlib
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from station.ports.scanners import ScannerState, ScanRequest
from tests.e2e.station_process import PASSWORD
from tests.ui.fake_tasks import Later
from tests.ui.scan_counter import AtScanDesk, FakeScanPage
from ui.composition import sign_in
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.scan.view_model import ScanSheet

DRAFT = UUID(int=26)
PAGE = b"\xff\xd8\xff" + bytes(150_000)

for _slow in (
    "PIL.Image", "devices.documents", "devices.papers.rendered_papers", "devices.registry",
    "local_store.home", "local_store.signing_key", "station.catalogue.calendars",
    "sync.client.line", "ui.desks.desk",
):  # fmt: skip
    importlib.import_module(_slow)  # once, in the process from which the programs are forked


class _Endless:
    """Different pages for ever."""

    name, simulated, photographs = "Máy quét (mô phỏng)", True, False

    def state(self) -> ScannerState:
        return ScannerState.READY

    def stop(self) -> None:
        """Nobody stops it."""

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        number = 0
        while True:
            number += 1
            yield PAGE + number.to_bytes(4, "big")


class _Screen(FakeScanPage):
    """Tells the ids of all pages that are shown, every time."""

    def __init__(self, desk: "AtScanDesk", shown: Connection) -> None:
        super().__init__()
        self._desk, self._shown = desk, shown

    def show_sheet(self, sheet: ScanSheet) -> None:
        super().show_sheet(sheet)
        session = self._desk.drafts.current.scan.session
        self._shown.send([str(page.page_id) for page in session.seen])


def feed_for_ever(home: Path, shown: Connection) -> None:
    """Feed pages until somebody kills this program."""
    with sign_in(home, "quay3", PASSWORD) as desk:
        drafts = OpenDrafts()
        drafts.add(DraftEntry(draft_id=DRAFT))
        at_desk = AtScanDesk(scans=desk.scans, drafts=drafts, page_worker=Later())
        at_desk.cleaning.later = True  # what is shown is what was kept, clean or not
        at_desk.presenter._view = _Screen(at_desk, shown)
        at_desk.presenter.arrivals._chosen = _Endless()
        at_desk.open()
        at_desk.scan()
