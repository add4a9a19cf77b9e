"""One dossier, and its papers before they are printed: two pages of one officer, joined."""

from collections.abc import Callable
from functools import partial

from station.ports.papers import SlipPaper
from station.usecases.permissions import Act, may
from ui import composition, readers
from ui.desks.server import ServerDesk
from ui.desks.sync import SyncDesk
from ui.desktop.counter_files import CounterFiles
from ui.desktop.dossier.correction_spot import CorrectionSpot
from ui.desktop.dossier.files import DossierFiles
from ui.desktop.dossier.presenter import DossierPresenter
from ui.desktop.dossier.wiring import connect_dossier
from ui.desktop.frame.view_model import Place
from ui.desktop.going import Going
from ui.desktop.left_part import LeftPart
from ui.desktop.preview.presenter import PreviewPresenter
from ui.desktop.preview.sources import PaperSource, Seen
from ui.desktop.preview.view_model import PrinterChoice
from ui.desktop.preview.wiring import connect_preview
from ui.desktop.screen import Screen
from ui.desktop.server_asking import ServerAsking
from ui.desktop.session_tools import SessionTools


class OneDossier:
    """Brings a dossier or a paper to the front, from wherever it is asked for.

    Attributes:
        parts: where the officer is on its pages.
    """

    def __init__(
        self,
        screen: Screen,
        tools: SessionTools,
        *,
        files: CounterFiles,
        going: Going,
        printers: Callable[[], tuple[PrinterChoice, ...]],
        slip_paper: str,
        changed: Callable[[], object],
    ) -> None:
        """
        Args:
            printers: the printers as they were when last asked.
            slip_paper: what this station prints slips on.
            changed: hears that something was done or printed.
        """
        wires, desk, language = tools.wires, tools.desk, tools.language
        self._going = going
        self._preview = PreviewPresenter(
            screen.preview,
            desk=desk,
            files=partial(
                DossierFiles,
                dossier=desk.dossier,
                stored=desk.store.vault.get,
                printers=desk.devices,
                language=language,
            ),
            draw_pages=composition.draw_pdf_pages,
            see_file=_seen,
            printers=printers,
            paper=SlipPaper(slip_paper),
            store_worker=tools.store_worker,
            file_worker=tools.file_worker,
            printer_worker=tools.printer_worker,
            printed=changed,
            language=language,
        )
        self._dossier = DossierPresenter(
            screen.dossier,
            desk=desk,
            steps=desk.store.queries.steps,
            sending=SyncDesk(desk).of_dossier,
            now=desk.now,
            changed=changed,
            may_decide=may(desk.officer, Act.SETTLE_DUPLICATES),
            judge=files.signatures_of,
            keep_file=files.keep_file,
            store_worker=tools.store_worker,
            file_worker=tools.file_worker,
            printer_worker=tools.printer_worker,
            language=language,
        )
        self._server = ServerAsking(
            screen.frame,
            ask=ServerDesk(desk).ask,
            asking_worker=tools.asking_worker,
            language=language,
        )
        wires.join(screen.dossier.server_wanted, self._server.on_asked)
        wires.join(screen.frame.server_wanted, self._server.on_asked)
        self.parts: dict[Place, LeftPart] = {
            Place.DOSSIER: self._dossier,
            Place.PREVIEW: self._preview,
        }
        connect_dossier(wires, screen.dossier, self._dossier, self.see_slip, self._see_file)
        wires.join(screen.dossier.closed, going.back_from_dossier)
        connect_preview(wires, screen.preview, self._preview)
        wires.join(screen.preview.closed, going.back_from_preview)

    def see_dossier(self, dossier_code: str) -> None:
        """Show a dossier whole."""
        self._dossier.open(dossier_code)
        self._going.to_dossier()

    def serve(self, dossier_code: str) -> None:
        """Show the dossier of who stands here with its slip, and begin what they came for."""
        self._dossier.open(dossier_code, with_slip=True)
        self._going.to_dossier()

    def on_round_ended(self) -> None:
        """Take that something may have been sent or have come, if a dossier is looked at."""
        if self._going.place is Place.DOSSIER:
            self._dossier.on_round_ended()

    def on_minute(self) -> None:
        """Say anew how much time is left."""
        self.on_round_ended()

    def correct(self, dossier_code: str, spot: CorrectionSpot) -> None:
        """Show a dossier with its correction open at one field."""
        self._dossier.open(dossier_code, spot)
        self._going.to_dossier()

    def see_slip(self, dossier_code: str) -> None:
        """Show the slip of a dossier, from which its other papers can be reached."""
        self._preview.open(dossier_code)
        self._going.to_preview()

    def _see_file(self, dossier_code: str, file: str) -> None:
        self._preview.open_file(dossier_code, file)
        self._going.to_preview()

    def see_paper(self, paper: PaperSource) -> None:
        """Show any paper."""
        self._preview.show(paper)
        self._going.to_preview()


def _seen(content: bytes, first: int) -> Seen:
    file = readers.seen_file(content, first)
    return Seen(file.pdf, file.pages, count=file.count, first=first)
