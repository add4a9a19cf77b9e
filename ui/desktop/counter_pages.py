"""The pages beside the reception, for one officer: results, hand-over, till, catalogue,
devices."""

from collections.abc import Callable
from functools import partial
from typing import Final

from station.domain.codes import CodeKind, OwnCode
from station.domain.id_card import IdCard
from station.forms.letter_layouts import PaperKind
from station.forms.receipt import FORM as RECEIPT
from station.ports.officers import Role
from station.ports.readers import Arrival
from station.ports.sounds import Sound
from station.usecases.permissions import Act, may
from ui.desks.devices import DevicesDesk
from ui.desks.sync import SyncDesk
from ui.desktop.catalogue.presenter import CataloguePresenter
from ui.desktop.catalogue.signers_presenter import SignersPresenter
from ui.desktop.catalogue.wiring import connect_catalogue
from ui.desktop.citizen_place import CitizenPlace
from ui.desktop.codes.reader_page import reader_test_source
from ui.desktop.devices.presenter import DevicesPresenter
from ui.desktop.doubts import Doubts
from ui.desktop.frame.view_model import Place, StationStatus
from ui.desktop.going import Going
from ui.desktop.hand_over.presenter import HandOverPresenter
from ui.desktop.hand_over.wiring import connect_hand_over
from ui.desktop.left_part import LeftPart
from ui.desktop.log.presenter import LogPresenter
from ui.desktop.log.wiring import connect_log
from ui.desktop.offered_reasons import OfferedReasons
from ui.desktop.office_pages import OFFICE_PLACES, OfficePages
from ui.desktop.open_work import OpenWork
from ui.desktop.preview.sources import Drawn, FixedSource, PaperSource
from ui.desktop.reception.presenter import ReceptionPresenter
from ui.desktop.results.presenter import ResultsPresenter
from ui.desktop.results.wiring import connect_results
from ui.desktop.scan.wiring import ScanPlace
from ui.desktop.screen import Screen
from ui.desktop.session_tools import SessionTools
from ui.desktop.sync.presenter import SyncPresenter
from ui.desktop.till.dossier_money import DossierMoney
from ui.desktop.till.leaving import Leaving
from ui.desktop.till.left import TillLeft
from ui.desktop.till.presenter import TillPresenter
from ui.desktop.till.view_model import TillMode
from ui.desktop.till.wiring import connect_till
from ui.desktop.till.words import REPORT
from ui.desktop.wires import Wires
from ui.offered_pack import read_offered

_ROLL: Final = "80"
_ASKED_AT_TILL: Final = "in theo khoản thu ở trang quỹ"
"""Millimetres of the receipt printer where the settings name none."""
COUNTER_PLACES: Final = (
    *OFFICE_PLACES,
    Place.RESULTS,
    Place.HAND_OVER,
    Place.TILL,
    Place.LOG,
    Place.SYNC,
    Place.CATALOGUE,
    Place.DEVICES,
    Place.SCAN,
)


class CounterPages:
    """Builds their presenters and wires them to the pages."""

    def __init__(
        self,
        screen: Screen,
        tools: SessionTools,
        *,
        work: OpenWork,
        reception: ReceptionPresenter,
        citizen: CitizenPlace,
        play: Callable[[Sound], object],
        changed: Callable[..., object],
        preview: Callable[[PaperSource], object],
        see_dossier: Callable[[str], object],
        going: Going,
        status: Callable[[], StationStatus],
        sync: Callable[[], object],
    ) -> None:
        """
        Args:
            work: what the officer has begun; it is the officer's, also after the session.
            reception: hears that scanned documents belong to its papers.
            play: makes a sound at the counter.
            changed: hears that something was done, and maybe which page shows it already.
            preview: shows a paper.
            see_dossier: shows a dossier whole.
            going: brings a page to the front.
            status: what the status bar says.
            sync: begins a round with the province.
        """
        wires, desk, language = tools.wires, tools.desk, tools.language
        self._screen = screen
        self._see_dossier, self._go_to = see_dossier, going.to
        self._preview, self._till_desk, self._report = preview, desk.till, REPORT[language]
        self._doubts = Doubts(
            screen.frame,
            desk=desk.printing,
            printer=tools.printer_worker,
            settled=changed,
            failed=reception.on_failure,
            language=language,
        )
        wires.join(screen.frame.doubt.answered, self._doubts.answer)
        self._results = ResultsPresenter(
            screen.results,
            desk=desk,
            entries=work.entries,
            source=desk.store.queries,
            changed=changed,
            returned=citizen.on_returned,
            counted=lambda count: screen.frame.show_count(Place.RESULTS, count),
            preview=preview,
            store_worker=tools.store_worker,
            printer_worker=tools.printer_worker,
            language=language,
        )
        self._hand_over = HandOverPresenter(
            screen.hand_over,
            lists=desk.hand_over,
            pile=work.pile,
            dossier=desk.dossier,
            now=desk.now,
            changed=partial(changed, Place.HAND_OVER),
            counted=lambda count: screen.frame.show_count(Place.HAND_OVER, count),
            heard=play,
            preview=preview,
            store_worker=tools.store_worker,
            printer_worker=tools.printer_worker,
            language=language,
        )
        receipt = dict(desk.settings.papers_at_reception).get(RECEIPT, _ROLL)
        self._till = TillPresenter(
            screen.till,
            till=desk.till,
            count=work.count,
            search=lambda text: desk.store.queries.search(text, limit=1),
            print_again=lambda code: desk.print_again(
                code, form=RECEIPT, paper=receipt, reason=_ASKED_AT_TILL
            ),
            now=desk.now,
            changed=partial(changed, Place.TILL),
            store_worker=tools.store_worker,
            printer_worker=tools.printer_worker,
            language=language,
        )
        self._money = DossierMoney(
            screen.till,
            till=desk.till,
            tell=self._till.tell,
            store_worker=tools.store_worker,
            language=language,
        )
        self._leaving = Leaving(self._till, desk.approvals, language)
        self._catalogue = CataloguePresenter(
            screen.catalogue,
            catalogue=desk.catalogue,
            read=read_offered,
            today=lambda: desk.now().date(),
            may_import=may(desk.officer, Act.IMPORT_CATALOGUE),
            may_admit=may(desk.officer, Act.ADMIT_UNSIGNED),
            changed=changed,
            store_worker=tools.store_worker,
            file_worker=tools.file_worker,
            language=language,
        )
        self._signers = SignersPresenter(
            screen.catalogue,
            ring=desk.catalogue,
            may_change=may(desk.officer, Act.TRUST_KEYS),
            changed=changed,
            store_worker=tools.store_worker,
            language=language,
        )
        self._log = LogPresenter(
            screen.log,
            desk=desk.log,
            register=desk.letters,
            counter=desk.settings.station_number,
            centre=desk.officer.role is Role.SUPERVISOR,
            now=desk.now,
            preview=preview,
            store_worker=tools.store_worker,
            file_worker=tools.file_worker,
            language=language,
        )
        self._devices = DevicesPresenter(
            screen.devices,
            devices=DevicesDesk(
                desk.devices, settings=desk.settings, home=tools.home, now=desk.now
            ),
            now=desk.now,
            device_worker=tools.printer_worker,
            language=language,
        )
        self._connect_devices(wires, lambda: preview(reader_test_source(desk, language)))
        self._scan = ScanPlace(
            screen.scan,
            tools,
            work=work,
            dossier=screen.dossier,
            papers_changed=reception.papers.show,
            failed=reception.on_failure,
            going=going,
            preview=preview,
        )
        reception.procedure_changed = self._scan.presenter.on_procedure
        wires.join(screen.reception.scan_wanted, lambda: going.to(Place.SCAN))
        self._sync = SyncPresenter(
            screen.sync,
            line=SyncDesk(desk),
            status=status,
            sync=sync,
            store_worker=tools.store_worker,
            language=language,
        )
        self._reasons = OfferedReasons(
            screen,
            catalogue=desk.catalogue,
            store=desk.store.catalogue,
            store_worker=tools.store_worker,
            failed=reception.on_failure,
        )
        self._office = OfficePages(
            screen,
            tools,
            reception=reception,
            citizen=citizen,
            go_to=going.to,
            status=status,
            see_dossier=see_dossier,
            preview=preview,
            changed=changed,
        )
        till = TillLeft(screen.till, self._till)
        self.parts: dict[Place, LeftPart] = {
            Place.TILL: till, Place.RESULTS: self._results, Place.LOG: self._log,
            Place.SCAN: self._scan,
        }  # fmt: skip
        connect_log(wires, screen.log, self._log, see_dossier)
        self._connect_sync(wires)
        connect_results(wires, screen.results, self._results, see_dossier)
        connect_catalogue(wires, screen.catalogue, self._catalogue, self._signers)
        self._connect_till(wires)
        connect_hand_over(wires, screen.hand_over, self._hand_over)

    def start(self) -> None:
        """Take the pages over: nothing of another officer's stays on them."""
        screen = self._screen
        for page in (screen.results, screen.hand_over, screen.till, screen.catalogue):
            page.clear()
        screen.devices.clear()
        screen.frame.show_doubt("")
        screen.log.clear()
        screen.sync.clear()
        self._office.start()
        self._catalogue.on_dropped()
        self.refresh(Place.TILL)

    def go_to(self, place: Place) -> None:
        """A page comes to the front: the scan desk is left or opened, others are read anew."""
        if place is not Place.SCAN:
            self._scan.leave(place)
        if place in COUNTER_PLACES:
            self.refresh(place)

    def close(self) -> None:
        """Leave the pages to another officer."""
        self._scan.close()
        self._office.close()

    def refresh(self, place: Place, shown: Place | None = None) -> None:
        """Read the lists anew after something was done or told, but for what is ``shown`` so.

        The till is read while it is seen only: it folds every dossier that its shift touched.
        """
        self._reasons.refresh()
        self._doubts.look()
        self._results.refresh()
        if shown is not Place.HAND_OVER:
            self._hand_over.refresh()
        if place is Place.TILL:
            if shown is not Place.TILL:
                self._till.refresh()
        elif place is Place.CATALOGUE:
            self._catalogue.refresh()
            self._signers.refresh()
        elif place is Place.DEVICES:
            self._devices.refresh()
        elif place is Place.SCAN:
            self._scan.open()
        elif place is Place.LOG:
            self._log.refresh()
        elif place is Place.SYNC:
            self._sync.refresh()
        else:
            self._office.refresh(place)

    def heard(self, arrival: Arrival) -> None:
        """Note which reader works."""
        self._devices.on_arrival(arrival)

    def take_code(self, place: Place, dossier_code: str) -> bool:
        """Take the code of a dossier that was read on one of these pages."""
        match place:
            case Place.RESULTS:
                self._results.open(dossier_code)
            case Place.HAND_OVER:
                self._hand_over.on_scanned(dossier_code)
            case Place.TILL:
                self._till.on_searched(dossier_code)
                self._screen.till.show_mode(TillMode.PAYMENTS)
            case _:
                return False
        return True

    def take_own(self, place: Place, code: OwnCode) -> bool:
        """Take another code of the station's own, where the page has a use for it."""
        shelf = place is Place.RESULTS and code.kind is CodeKind.SHELF
        return shelf and self._results.on_shelf(code.value.upper())

    def take_card(self, place: Place, card: IdCard) -> bool:
        """Take the card of whoever stands at one of these pages."""
        if place is Place.DEVICES:
            self._devices.on_card()
            return True
        if place is not Place.RESULTS or not self._results.on_card(card):
            return False
        self._screen.results.sheet.focus_next_missing()
        return True

    def _connect_sync(self, wires: Wires) -> None:
        join, page, presenter = wires.join, self._screen.sync, self._sync
        join(page.sync_wanted, presenter.on_sync)
        join(page.send_again_wanted, presenter.on_send_again)
        join(page.dossier_wanted, self._see_dossier)

    def _connect_devices(self, wires: Wires, see_test_page: Callable[[], object]) -> None:
        join, page, presenter = wires.join, self._screen.devices, self._devices
        join(page.try_wanted, presenter.on_try)
        join(page.print_wanted, presenter.on_print)
        join(page.set_up_wanted, presenter.on_set_up)
        join(page.look_wanted, presenter.refresh)
        join(page.test_page_wanted, see_test_page)

    def _connect_till(self, wires: Wires) -> None:
        join, page = wires.join, self._screen.till
        connect_till(wires, page, self._till, self._money, self._leaving)
        join(page.dossier.report_wanted, self._see_report)
        join(self._screen.dossier.money_wanted, self._see_money)
        join(self._screen.dossier.return_wanted, self._see_return)
        join(self._screen.reception.bars.at_once_wanted, self._see_return)

    def _see_report(self) -> None:
        till = self._till_desk
        self._preview(
            FixedSource(
                title=self._report,
                code=PaperKind.SHIFT_REPORT.value,
                draws=lambda: Drawn(till.report_pdf()),
                puts=lambda _: till.print_report(),
            )
        )

    def _see_return(self, dossier_code: str) -> None:
        self._go_to(Place.RESULTS)
        self.take_code(Place.RESULTS, dossier_code)

    def _see_money(self, dossier_code: str) -> None:
        self._go_to(Place.TILL)
        self.take_code(Place.TILL, dossier_code)
