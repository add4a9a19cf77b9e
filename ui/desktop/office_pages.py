"""The pages about the day and the whole office, for one officer: the desk of today, the board."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from station.ports.drafts import KeptDraft
from station.words import Language
from ui.desk import Desk
from ui.desktop.board.presenter import BoardPresenter
from ui.desktop.frame.view_model import Place, StationStatus
from ui.desktop.home.presenter import HomePresenter
from ui.desktop.preview.sources import PaperSource
from ui.desktop.reception.presenter import ReceptionPresenter
from ui.desktop.screen import Screen
from ui.desktop.tasks import Tasks
from ui.desktop.wires import Wires
from ui.home_desk import HomeDesk

OFFICE_PLACES: Final = (Place.HOME, Place.BOARD)


class OfficePages:
    """Builds their presenters and wires them to the pages."""

    def __init__(
        self,
        screen: Screen,
        wires: Wires,
        *,
        desk: Desk,
        home: Path,
        reception: ReceptionPresenter,
        go_to: Callable[[Place], object],
        status: Callable[[], StationStatus],
        see_dossier: Callable[[str], object],
        preview: Callable[[PaperSource], object],
        store_worker: Tasks,
        printer_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            go_to: brings a page to the front.
            status: what the status bar says.
        """
        self._reception, self._go_to = reception, go_to
        self._home = HomePresenter(
            screen.home,
            source=HomeDesk(desk, home),
            devices=desk.devices.states,
            status=status,
            now=desk.now,
            open_draft=self._open_draft,
            store_worker=store_worker,
            device_worker=printer_worker,
            language=language,
        )
        self._board_page = screen.board
        self._board = BoardPresenter(
            screen.board,
            source=desk,
            preview=preview,
            store_worker=store_worker,
            language=language,
        )
        join, page = wires.join, screen.home
        join(page.again_wanted, self._home.on_again)
        join(page.new_wanted, screen.frame.new_wanted)
        join(page.dossier_wanted, see_dossier)
        join(page.draft_wanted, self._home.on_draft)
        join(screen.board.print_wanted, self._board.on_print)
        join(screen.board.dossier_wanted, see_dossier)

    def start(self) -> None:
        """Take the pages over: nothing of another officer's stays on them."""
        self._home.clear()
        self._board_page.clear()

    def refresh(self, place: Place) -> None:
        """Read what is seen anew: something was done, or the province told something."""
        if place is Place.HOME:
            self._home.refresh()
        elif place is Place.BOARD:
            self._board.refresh()

    def _open_draft(self, draft: KeptDraft) -> None:
        self._go_to(Place.RECEPTION)
        self._reception.keeping.open(draft)
