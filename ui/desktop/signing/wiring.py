"""Joins what the signing page tells to what its presenter does."""

from collections.abc import Callable

from station.usecases.sign_copies import WaitingCopy
from ui.desks.page_printing import print_copy
from ui.desktop.keys import Act, badge
from ui.desktop.preview.sources import Drawn, FixedSource, PaperSource
from ui.desktop.session_tools import SessionTools
from ui.desktop.signing.page import SigningPage
from ui.desktop.signing.presenter import SigningPresenter
from ui.desktop.tasks import WhileOpen


class SigningPlace:
    """The page, its presenter, and the worker that talks to the token."""

    def __init__(
        self,
        page: SigningPage,
        tools: SessionTools,
        *,
        changed: Callable[[], object],
        see_dossier: Callable[[str], object],
        preview: Callable[[PaperSource], object],
    ) -> None:
        desk = tools.desk
        self._page, self._tasks = page, WhileOpen(tools.workers.token)
        self._devices, self._see = desk.devices, preview
        self.presenter = SigningPresenter(
            page,
            source=desk.signing,
            preview=self._preview,
            changed=changed,
            stamp_key=badge(Act.STAMP_COPIES),
            store_worker=tools.store_worker,
            token_worker=self._tasks,
            language=tools.language,
        )
        join, presenter = tools.wires.join, self.presenter
        join(page.tick_wanted, presenter.on_ticked)
        join(page.sign_wanted, presenter.on_sign)
        join(page.stamp_wanted, presenter.on_stamp)
        join(page.stop_wanted, presenter.on_stop)
        join(page.preview_wanted, presenter.on_preview)
        join(page.dossier_wanted, see_dossier)

    def start(self) -> None:
        """Take the page over: nothing of another officer's stays on it."""
        self._page.clear()

    def close(self) -> None:
        """Leave the page to another officer; what was not signed goes on waiting."""
        self.presenter.close()
        self._tasks.close()

    def _preview(self, copy: WaitingCopy, read: Callable[[], bytes]) -> None:
        code = copy.dossier_code

        def put(_: str) -> str:
            return print_copy(self._devices, read, code)

        self._see(FixedSource(title=copy.paper, code=code, draws=lambda: Drawn(read()), puts=put))
