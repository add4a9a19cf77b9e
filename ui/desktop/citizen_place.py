"""The citizen's display in one officer's session, joined to page, window and screens."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer

from station.domain.dossier import Dossier
from station.domain.processing import CollectorKind
from station.domain.ratings import RatedAct
from station.forms.office import office_on
from station.usecases.receive_dossier import Reception
from ui.desktop.citizen.mirror import MirroredReception
from ui.desktop.citizen.presenter import CitizenPresenter
from ui.desktop.screen import Screen
from ui.desktop.second_screen.placing import others, place
from ui.desktop.second_screen.told import Told
from ui.desktop.session_tools import SessionTools
from ui.preferences import CitizenDisplay


class CitizenPlace:
    """Attributes: ``reception`` is the reception page for its presenter: the display sees what it
    shows."""

    def __init__(
        self,
        screen: Screen,
        tools: SessionTools,
        *,
        display: CitizenDisplay,
        failed: Callable[[Exception], None],
    ) -> None:
        """``failed`` hears why a word could not be kept."""
        desk = tools.desk
        self._screen, self._display = screen, display
        self._screens = screen.screens
        settings = desk.settings
        self._presenter = CitizenPresenter(
            screen.citizen.page,
            _OfficersWindow(screen),
            office=lambda: office_on(settings.offices, desk.now().date()).agency,
            counter=settings.station_number,
            display=display,
            rate=desk.life_cycle.rate,
            later=self._later,
            store_worker=tools.store_worker,
            failed=failed,
            language=tools.language,
        )
        self.reception = MirroredReception(screen.reception, self._presenter.on_shown)
        join = tools.wires.join
        join(screen.citizen.page.answered, self._presenter.on_answer)
        join(screen.citizen.page.rated, self._presenter.on_rated)
        join(screen.frame.citizen.answered, self._presenter.on_answer)
        join(screen.window.desk_seen, lambda seen: self._presenter.on_covered(not seen))
        join(self._screens.changed, self._stand)

    def start(self) -> None:
        """Stand where it belongs, with nothing of another officer's citizen."""
        self._screens.hear_window()
        self._presenter.start()
        self.take(self._display)

    def close(self) -> None:
        """Leave the display to another officer; it goes back to its idle page."""
        self._presenter.close()

    def take(self, display: CitizenDisplay) -> None:
        """Do what was chosen, at once."""
        self._display = display
        self._screen.citizen.page.show_display(display)
        self._presenter.on_display(display)
        self._stand()

    def go_to(self, *, serving: bool) -> None:
        """The officer is on another page: with the draft in front, or looking after somebody else's
        dossier, or nobody's."""
        self._presenter.on_place(serving=serving)

    def on_received(self, reception: Reception) -> None:
        """A dossier was received from whoever stands here."""
        self._presenter.on_done(reception.dossier.code, RatedAct.RECEPTION)

    def on_returned(self, dossier: Dossier) -> None:
        """A result was given; the postman is not asked."""
        returned = dossier.returned
        if returned is not None and returned.collector.kind is not CollectorKind.POST:
            self._presenter.on_done(dossier.code, RatedAct.RETURN)

    def _stand(self) -> None:
        facts, officer = self._screens.facts(), self._screens.officer_key()
        placing = place(facts, officer, self._display)
        self._screen.citizen.stand_on(self._screens.screen_of(placing))
        free = others(facts, officer)
        self._screen.frame.show_citizen_choices(self._display, free)
        self._presenter.on_placed(placing)

    def _later(self, ms: int, call: Callable[[], object]) -> Callable[[], object]:
        timer = QTimer(self._screen.window)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        timer.start(ms)
        return partial(_stop, timer)


class _OfficersWindow:
    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def show_told(self, told: Told) -> None:
        self._screen.frame.citizen.show_told(told)

    def doubt_applicant(self, doubted: bool) -> None:
        self._screen.reception.applicant.set_doubted(doubted)


def _stop(timer: QTimer) -> None:
    timer.stop()
    timer.deleteLater()
