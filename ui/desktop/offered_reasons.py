"""Brings the catalogue's reasons to every field of the window that asks for one."""

from collections.abc import Callable, Sequence

from station.catalogue.parts import Reason, ReasonFor
from station.ports.catalogue import CatalogueStore
from ui.desks.catalogue import CatalogueDesk
from ui.desktop.reception.view_model import Exit
from ui.desktop.screen import Screen
from ui.desktop.tasks import Tasks
from ui.desktop.till.view_model import MoneyAct

_Read = tuple[str, Sequence[Reason]]


class OfferedReasons:
    """Reads them once for each catalogue: a pack of a province has long lists beside them."""

    def __init__(
        self,
        screen: Screen,
        *,
        catalogue: CatalogueDesk,
        store: CatalogueStore,
        store_worker: Tasks,
        failed: Callable[[Exception], None],
    ) -> None:
        self._screen = screen
        self._catalogue = catalogue
        self._store = store
        self._store_worker = store_worker
        self._failed = failed
        self._version = ""

    def refresh(self) -> None:
        """Offer what the catalogue in force has, where it changed."""
        self._store_worker.run(self._read, done=self._take, failed=self._failed)

    def _read(self) -> _Read | None:
        version = self._store.version()
        return None if version == self._version else (version, self._catalogue.lists().reasons)

    def _take(self, read: _Read | None) -> None:
        if read is not None:
            self._version = read[0]
            self._show(read[1])

    def _show(self, reasons: Sequence[Reason]) -> None:
        def of(use: ReasonFor) -> tuple[str, ...]:
            return tuple(reason.text for reason in reasons if reason.act == use)

        reception, till = self._screen.reception, self._screen.till
        reception.exits.show_reasons(
            {Exit.SUPPLEMENT: of(ReasonFor.SUPPLEMENT), Exit.REFUSAL: of(ReasonFor.REFUSE)}
        )
        reception.papers.check.show_reasons(of(ReasonFor.NOT_OK))
        for field in (reception.duplicates.reason, reception.duplicates.panel.reason):
            field.set_offers(of(ReasonFor.DUPLICATE))
        self._screen.hand_over.reason.show_reasons(of(ReasonFor.LEAVE_BEHIND))
        self._screen.hand_over.signing.show_reasons(of(ReasonFor.HAND_BACK))
        till.show_difference_reasons(of(ReasonFor.TILL_DIFFERENCE))
        till.dossier.charge.show_reasons(of(ReasonFor.CHARGE))
        till.dossier.reduce.show_reasons(of(ReasonFor.CORRECT))
        till.panel.show_reasons(
            {
                MoneyAct.REFUND: of(ReasonFor.REFUND),
                MoneyAct.VOID: of(ReasonFor.VOID_RECEIPT),
                MoneyAct.SPOIL: of(ReasonFor.SPOIL_RECEIPT),
            }
        )
