"""The list of dossiers, the search and the call-outs of one officer, joined to their page."""

from collections.abc import Callable

from ui.desks.server import ServerDesk
from ui.desktop.call_outs.presenter import CallOuts
from ui.desktop.dossiers.presenter import DossierListPresenter
from ui.desktop.frame.view_model import Place
from ui.desktop.kit.tone import Tone
from ui.desktop.screen import Screen
from ui.desktop.search.presenter import SearchPresenter
from ui.desktop.session_tools import SessionTools


class DossierPlace:
    """What an officer finds dossiers with."""

    def __init__(
        self,
        screen: Screen,
        tools: SessionTools,
        *,
        see_slip: Callable[[str], object],
        see_dossier: Callable[[str], object],
        go_to: Callable[[Place], object],
        sync: Callable[[], None],
        called_out: Callable[[str, Tone], object],
        failed: Callable[[Exception], None],
    ) -> None:
        """
        Args:
            see_slip: shows the slip of a dossier.
            see_dossier: shows a dossier whole.
            go_to: brings a page to the front.
            sync: begins a round with the province.
            called_out: hears in a few words what must leave the counter today.
        """
        desk, language = tools.desk, tools.language
        self._desk, self._store_worker = desk, tools.store_worker
        self._sync, self._failed = sync, failed
        page = screen.dossiers
        self.list = DossierListPresenter(
            page,
            source=desk.store.queries,
            filters=desk.filters,
            now=desk.now,
            time_left=desk.time_left,
            officer_id=desk.officer.officer_id,
            store_worker=tools.store_worker,
            once_painted=page.once_painted,
            language=language,
        )
        self._search = SearchPresenter(
            screen.frame,
            search=desk.store.queries.search,
            not_here=ServerDesk(desk).not_here,
            now=desk.now,
            time_left=desk.time_left,
            store_worker=tools.store_worker,
            failed=failed,
        )
        self._call_outs = CallOuts(
            page,
            read=desk.deadlines,
            told=called_out,
            store_worker=tools.store_worker,
            failed=failed,
            language=language,
        )
        join = tools.wires.join
        join(screen.frame.search_edited, self._search.on_edited)
        join(page.filter_chosen, self.list.on_filter_chosen)
        join(page.narrowed, self.list.on_narrowed)
        join(page.condition_dropped, self.list.on_condition_dropped)
        join(page.widened, self.list.on_widened)
        join(page.saved_chosen, self.list.on_saved_chosen)
        join(page.save_wanted, self.list.on_save)
        join(page.rename_wanted, self.list.on_rename)
        join(page.delete_wanted, self.list.on_delete)
        join(page.text_edited, self.list.on_text_edited)
        join(page.slip_wanted, see_slip)
        join(page.dossier_wanted, see_dossier)
        join(page.send_again_wanted, self._send_again)
        join(page.new_wanted, screen.frame.new_wanted)
        join(page.hand_over_wanted, lambda: go_to(Place.HAND_OVER))

    def refresh(self) -> None:
        """Read the list anew."""
        self.list.refresh()

    def call_out(self) -> None:
        """Look what must leave the counter today."""
        self._call_outs.refresh()

    def _send_again(self, dossier_code: str) -> None:
        self._store_worker.run(
            lambda: self._desk.send_refused_again(dossier_code),
            done=lambda _: self._sync(),
            failed=self._failed,
        )
