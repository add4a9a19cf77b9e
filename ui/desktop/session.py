"""One officer at work: the presenters on the desk, wired to the pages."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from station.domain.id_card import IdCard
from station.errors import StationError
from station.forms.appointment_slip import FORM
from station.usecases.receive_dossier import Reception
from station.words import Language
from ui import composition
from ui.desks.desk import Desk
from ui.desktop.citizen_place import CitizenPlace
from ui.desktop.codes.box import CodeBox
from ui.desktop.counter_files import CounterFiles
from ui.desktop.counter_pages import CounterPages
from ui.desktop.dossier_place import DossierPlace
from ui.desktop.frame.view_model import Officer, Place
from ui.desktop.going import Going
from ui.desktop.left_off import LeftOff
from ui.desktop.line_place import LinePlace
from ui.desktop.locking import Locking
from ui.desktop.one_dossier import OneDossier
from ui.desktop.open_work import OpenWork
from ui.desktop.reader_keys.window_keys import WindowReaderKeys
from ui.desktop.reception.draft_keeping import KEEP_MS
from ui.desktop.reception.exit_letter_wiring import show_exit_letters
from ui.desktop.reception.presenter import ReceptionPresenter
from ui.desktop.reception.slip_printing import SlipPrinting
from ui.desktop.reception.wiring import connect_reception
from ui.desktop.screen import Screen
from ui.desktop.session_tools import SessionTools
from ui.desktop.status.device_words import printer_choices
from ui.desktop.status.presenter import StatusPresenter
from ui.desktop.status.reading import StoreReading
from ui.desktop.tasks import WhileOpen
from ui.desktop.turning import Turn, Turning
from ui.desktop.wires import Wires
from ui.desktop.workers import Workers
from ui.preferences import read_preferences

REFRESH_MS = 5_000
"""The clock and the counts of the status bar."""
MINUTE_MS = 30_000
"""Devices, and whether a cut-off has passed."""


class Session:
    """From sign-in until another officer takes over. The pages, workers and drafts outlive it.
    ``going`` knows which page is in front."""

    def __init__(
        self,
        desk: Desk,
        *,
        home: Path,
        screen: Screen,
        workers: Workers,
        open_work: OpenWork,
        reader_keys: WindowReaderKeys,
        language: Language,
    ) -> None:
        self.desk, self._home, self._screen, self._workers = desk, home, screen, workers
        self._work, self._drafts = open_work, open_work.drafts
        self._reader_keys, self._language = reader_keys, language
        self.going = Going(screen.frame, self._on_arriving)
        self._store, self._files = WhileOpen(workers.store), WhileOpen(workers.files)
        self._printer, self._asking = WhileOpen(workers.printer), WhileOpen(workers.asking)
        self._wires = Wires()
        self._build()
        self._connect()
        self._turning = Turning(lambda: desk.now().date(), composition.steady_seconds)
        self._refresh_timer = self._timer(REFRESH_MS, self._on_tick)
        self._keep_timer = self._timer(KEEP_MS, self._keep)
        self._minute_timer = self._timer(MINUTE_MS, self._on_minute)

    def start(self) -> None:
        """Show the officer's work, in steps short enough; begin all that runs in the background."""
        settings, officer = self.desk.settings, self.desk.officer
        self._screen.frame.show_officer(Officer(officer.display_name, settings.station_number))
        self._screen.reception.show_last_slip(None)
        self._citizen.start()
        self._reception.show()
        QTimer.singleShot(0, self._minute_timer, self._come_in)

    def _come_in(self) -> None:
        self.going.to(Place.RECEPTION if self._drafts.with_content else Place.HOME)
        self._screen.window.show_desk()
        QTimer.singleShot(0, self._minute_timer, self._begin_rounds)  # the page is painted first

    def _begin_rounds(self) -> None:
        self._left_off.start(self._reception.start)
        self._dossiers.refresh()
        self._counter.start()
        self._status.refresh()
        self._dossiers.call_out()
        self._status.ask_devices()
        self._slips.look()
        self._line.start()

    def close(self) -> None:
        """Leave the pages to another officer, and give the store back when nobody uses it."""
        self._leave()
        self._workers.run_last(self.desk.close, self.on_failure)

    def end(self) -> None:
        """Leave the pages because the program ends; the workers and the desk are closed."""
        self._leave()
        self._codes.join()
        self._workers.close()
        self.desk.close()

    def on_failure(self, error: Exception) -> None:
        """Say that something failed for which there is no better place."""
        self._reception.on_failure(error)

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        desk, screen, language = self.desk, self._screen, self._language
        tools = SessionTools(
            desk=desk,
            home=self._home,
            wires=self._wires,
            workers=self._workers,
            store_worker=self._store,
            file_worker=self._files,
            printer_worker=self._printer,
            asking_worker=self._asking,
            language=language,
        )
        display = read_preferences(self._home).citizen
        self._citizen = CitizenPlace(screen, tools, display=display, failed=self.on_failure)
        paper = dict(desk.settings.papers_at_reception).get(FORM, "a5")
        files = CounterFiles(self._home, desk.store.vault.get, desk.scans)
        self._reception = ReceptionPresenter(
            self._citizen.reception,
            desk=desk,
            files=files,
            drafts=self._drafts,
            store_worker=self._workers.store,
            file_worker=self._workers.files,
            printer_worker=self._workers.printer,
            show_tabs=screen.frame.show_drafts,
            received=self._on_received,
            changed=self._on_printed,
            language=language,
        )
        show_exit_letters(tools, screen.reception.exits, self._drafts)
        self._slips = SlipPrinting(
            screen.reception,
            desk=desk.printing,
            printer=self._workers.printer,
            reader=self._store,
            dossier=desk.dossier,
            slip_paper=paper,
            simulated=desk.printing.is_simulated(FORM, paper),
            settled=self._on_printed,
            language=language,
        )
        self._status = StatusPresenter(
            screen.frame,
            now=desk.now,
            reading=StoreReading(desk),
            read_devices=desk.devices.states,
            store_worker=self._store,
            printer_worker=self._printer,
            numbers_left=self._reception.on_numbers_left,
            failed=self.on_failure,
            language=language,
        )
        self._line = LinePlace(
            screen,
            tools,
            status=self._status,
            going=self.going,
            begun=lambda: self._dossiers.refresh(),
            ended=self._on_round_ended,
            changed=lambda: self._counter.refresh(self.going.place),
            failed=self.on_failure,
        )
        self._one = OneDossier(
            screen,
            tools,
            files=files,
            going=self.going,
            printers=lambda: printer_choices(self._status.devices, language),
            slip_paper=paper,
            changed=self._on_printed,
        )
        self._dossiers = DossierPlace(
            screen,
            tools,
            see_slip=self._one.see_slip,
            see_dossier=self._one.see_dossier,
            go_to=self.going.to,
            sync=self._line.sync,
            called_out=self._status.on_called_out,
            failed=self.on_failure,
        )
        self._codes = CodeBox(
            screen.frame.codes,
            tools,
            keys=self._reader_keys,
            take_card=self._on_card,
            typed_card=lambda: self._reception.people.typed_card,
            open_dossier=partial(self._on_dossier_code, self._one.see_dossier),
            open_slip=partial(self._on_dossier_code, self._one.serve),
            open_guidance=self._on_guidance_code,
            take_own=lambda code: self._counter.take_own(self.going.place, code),
            heard=lambda arrival: self._counter.heard(arrival),
            is_open=lambda: not self._lock.is_locked,
            turn=lambda: (self.going.steps, self._lock.is_locked),
            offer_typing=self._reception.people.offer_typing,
            see_paper=self._one.see_paper,
            failed=self.on_failure,
        )
        self._counter = CounterPages(
            screen,
            tools,
            work=self._work,
            reception=self._reception,
            citizen=self._citizen,
            play=self._codes.play,
            changed=self._on_printed,
            preview=self._one.see_paper,
            see_dossier=self._one.see_dossier,
            going=self.going,
            status=lambda: self._status.status,
            sync=self._line.sync,
        )
        self._lock = Locking(
            screen,
            tools,
            open_drafts=lambda: self._drafts.with_content,
            waiting=lambda: self._status.waiting,
        )
        self._left_off = LeftOff(
            marks=desk.drafts,
            now=desk.now,
            work=self._work,
            going=self.going,
            frame=screen.frame,
            parts={
                **self._counter.parts,
                **self._one.parts,
                Place.LIST: self._dossiers.list,
                Place.RECEPTION: self._slips,
            },
            panels=screen.asking_panels(),
            forms=screen.noted_forms(),
            store_worker=self._workers.store,
            failed=self.on_failure,
        )

    def _connect(self) -> None:
        self._connect_frame()
        self._connect_reception()

    def _connect_frame(self) -> None:
        join, frame, idle = self._wires.join, self._screen.frame, self._screen.idle
        join(self._reader_keys.arrived, lambda _: idle.touch())  # below Qt it is no key
        join(frame.place_wanted, self.going.to)
        join(frame.new_wanted, self._on_new)
        join(frame.draft_chosen, self._on_draft_chosen)
        join(frame.clock.stated, self._status.on_day_stated)
        join(frame.dossier_wanted, self._one.see_dossier)

    def _connect_reception(self) -> None:
        page = self._screen.reception
        connect_reception(self._wires, page, self._reception, self._slips, self._one.see_dossier)
        self._wires.join(page.slip_wanted, self._see_last_slip)
        self._wires.join(self._screen.sync.fix_wanted, self._one.correct)

    def _timer(self, every_ms: int, slot: Callable[[], object]) -> QTimer:
        timer = QTimer(self._screen.window)
        timer.timeout.connect(slot)
        timer.start(every_ms)
        return timer

    def show_lock_time(self) -> None:
        """Let the clock of the lock page go on."""
        self._lock.show_time()

    def _keep(self) -> None:
        worked_on = self.going.is_at_draft and not self._lock.is_locked
        self._drafts.count_time(composition.steady_seconds(), worked_on=worked_on)
        self._reception.keeping.keep(self.going.place)
        self._left_off.keep()

    def _on_arriving(self, place: Place) -> None:
        self._counter.go_to(place)
        self._citizen.go_to(serving=self.going.is_at_draft)
        if place is Place.LIST:
            self._dossiers.refresh()

    def _on_new(self) -> None:
        self.going.to(Place.RECEPTION)
        self._reception.on_new()
        self._codes.expect_card()

    def _on_draft_chosen(self, number: int) -> None:
        self.going.to(Place.RECEPTION)
        self._reception.on_draft_chosen(number)

    def _see_last_slip(self) -> None:
        if self._slips.last is not None:
            self._one.see_slip(self._slips.last.code)

    def _on_dossier_code(self, see: Callable[[str], object], dossier_code: str) -> bool:
        """Lead to a dossier; tell whether the page makes heard itself how it takes it."""
        if not self._counter.take_code(self.going.place, dossier_code):
            see(dossier_code)
        return self.going.place is Place.HAND_OVER

    def _on_card(self, card: IdCard) -> None:
        if self._counter.take_card(self.going.place, card):
            return
        elsewhere = self.going.place is not Place.RECEPTION
        if elsewhere:
            self.going.to(Place.RECEPTION)
        self._reception.people.on_card(card, from_elsewhere=elsewhere)

    def _on_guidance_code(self, code: str) -> None:
        self.going.to(Place.RECEPTION)
        self._reception.keeping.reopen(code)

    # -- what happened, here and in the province ----------------------------------------------

    def _on_received(self, reception: Reception) -> None:
        self._slips.print_papers_of(reception)
        self._citizen.on_received(reception)
        self._read_lists()
        self._line.wake()

    def _on_printed(self, shown: Place | None = None) -> None:
        self._read_lists(shown)
        self._status.ask_devices()
        self._line.wake()

    def _read_lists(self, shown: Place | None = None) -> None:
        self._dossiers.refresh()
        self._counter.refresh(self.going.place, shown)
        self._slips.look()
        self._status.refresh()
        self._dossiers.call_out()

    def _on_tick(self) -> None:
        self._status.refresh()
        if (turn := self._turning.look()) is not Turn.NOTHING:
            self._on_minute()
            self._read_lists()
        if turn is Turn.WOKE:  # who sits here now need not be who left
            self._line.wake()
            self._lock.lock_unattended()

    def _on_minute(self) -> None:
        self._reception.on_minute()
        self._one.on_minute()
        if self.going.place is Place.LIST:  # it says how many hours are left
            self._dossiers.refresh()
        self._status.ask_devices()
        self._dossiers.call_out()

    def _on_round_ended(self, error: StationError | None) -> None:
        self._status.on_round_ended(error)
        self._one.on_round_ended()
        self._counter.refresh(self.going.place)

    def _leave(self) -> None:
        self._wires.cut()
        self._left_off.keep_last()
        for timer in (self._refresh_timer, self._keep_timer, self._minute_timer):
            timer.stop()
            timer.deleteLater()
        self._line.stop()
        self._codes.stop()
        self._counter.close()
        self._citizen.close()
        self._reception.close()
        self._slips.close()
        for tasks in (self._store, self._files, self._printer, self._asking):
            tasks.close()
