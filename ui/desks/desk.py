"""One officer at one open station: every act with its ports bound.

Both faces of the program, the command line and the window, work through this. It decides nothing:
the use cases do.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Self
from uuid import UUID

from station.catalogue.addresses import PlaceNow
from station.catalogue.search import CatalogueIndex
from station.domain.dossier import Dossier, DossierStatus
from station.domain.facts import Fact
from station.domain.procedure import Procedure, ProcessingTime, Territory
from station.domain.promise import Promise, promise, start_rule_of
from station.domain.step_times import StepTimes
from station.domain.time_left import TimeLeft, time_left
from station.errors import StationError
from station.exchange.records import NationalExchange
from station.forms.appointment_slip import FORM, AppointmentSlip, earlier_prints
from station.forms.letter_layouts import SheetNotOfferedError
from station.forms.receipt import receipt
from station.ports.care import AuditReport, StoreReport
from station.ports.dossier_queries import DossierRow
from station.ports.papers import RollWidth, SlipPaper
from station.ports.province import Enrolment
from station.ports.slip_keys import SlipKeys
from station.text import clean
from station.usecases.deadlines import Deadlines, deadlines_at
from station.usecases.permissions import Act, require
from station.usecases.receive_dossier import Reception, receive_dossier
from station.usecases.reception_input import ReceptionInput
from station.usecases.report_steps import FEWEST_OFFICERS, StepReport, report_steps
from station.usecases.send_again import send_again
from station.usecases.show_papers import SlipCheck, check_slip, slip_of
from ui.desks.accounts import AccountsDesk
from ui.desks.acting import counter_of
from ui.desks.approval import ApprovalDesk
from ui.desks.board import Board, read_board
from ui.desks.catalogue import CatalogueDesk
from ui.desks.clock import ClockDesk
from ui.desks.draft import DraftDesk
from ui.desks.exchange import ExchangeDesk
from ui.desks.exit_letter import ExitLetterDesk
from ui.desks.filters import FiltersDesk
from ui.desks.hand_over import HandOverDesk
from ui.desks.letter import LetterDesk
from ui.desks.life_cycle import LifeCycleDesk
from ui.desks.log import LogDesk
from ui.desks.page_printing import print_pages
from ui.desks.people import PeopleDesk
from ui.desks.ports import DeskPorts
from ui.desks.print import PrintDesk
from ui.desks.scan import ScanDesk
from ui.desks.signing import SigningDesk
from ui.desks.till import TillDesk


class UnknownDossierError(StationError):
    """This station has no dossier with this code."""

    code = "DOS-011"

    def __init__(self, dossier_code: str) -> None:
        super().__init__(f"no dossier {dossier_code[:60]!r} here")
        self.dossier_code = dossier_code[:60]


class Desk:
    """What one signed-in officer can do. Close it to give the store back."""

    def __init__(self, ports: DeskPorts) -> None:
        self.officer = ports.officer
        self.settings = ports.settings
        self.store = ports.store
        self.devices = ports.devices
        self.province = ports.province
        self.clock = ClockDesk(ports)
        self.catalogue = CatalogueDesk(ports)
        self.letters = LetterDesk(ports)
        self.log = LogDesk(ports)
        self.people = PeopleDesk(ports, self._find)
        self.life_cycle = LifeCycleDesk(ports, self._find, self.people, self.catalogue)
        self.till = TillDesk(ports, self._find)
        self.approvals = ApprovalDesk(ports, self._find, self.catalogue)
        self.hand_over = HandOverDesk(ports, self.life_cycle, self.letters)
        self.drafts = DraftDesk(ports, self.catalogue.rules_for)
        self.exit_letters = ExitLetterDesk(ports, self.catalogue, self.letters)
        self.printing = PrintDesk(ports, self._find, self._next_slip, self.letters)
        self.print_waiting = self.printing.print_waiting
        self.print_again = self.printing.print_again
        self.scans = ScanDesk(ports)
        self.signing = SigningDesk(ports)
        self.filters = FiltersDesk(ports)
        self.accounts = AccountsDesk(ports)
        self._exchange = ExchangeDesk(ports)
        self._ports = ports

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; safe to call twice."""
        self.store.close()

    # -- receiving --------------------------------------------------------------------------

    def receive(
        self,
        given: ReceptionInput,
        *,
        folder: Path,
        lock_duplicates: bool = False,
        took: StepTimes | None = None,
    ) -> Reception:
        """Accept a dossier; see ``receive_dossier``."""
        return receive_dossier(
            given,
            officer=self.officer,
            counter=counter_of(self._ports, self.settings.papers_at_reception),
            one_state=self.store.one_state,
            work=self.store.unit_of_work(),
            catalogue=self.store.catalogue,
            calendar=self._ports.calendar,
            clock=self._ports.clock,
            vault=self.store.vault,
            documents=self._ports.documents,
            folder=folder,
            open_alike=self.people.open_alike,
            lock_duplicates=lock_duplicates,
            places=lambda: self.catalogue.places,
            took=took,
        )

    def promise(
        self,
        received_at: datetime,
        procedure: Procedure,
        processing_time: ProcessingTime,
        territory: Territory,
    ) -> Promise:
        """Give what would be promised for a dossier of this procedure, as its case has it."""
        rule = start_rule_of(procedure, territory)
        return promise(received_at, procedure, processing_time, self._ports.calendar, rule)

    def place_now(self, address: str) -> PlaceNow | None:
        """Give what an address names, and what that is today."""
        return self.catalogue.places.place_now(address, self.now().date())

    def now(self) -> datetime:
        """Give the time by the station's clock, corrected as far as anybody knows."""
        return self._ports.clock.now()

    def deadlines(self, at: datetime | None = None) -> Deadlines:
        """Give what the counter must see to on the day of ``at``; None: today."""
        return deadlines_at(
            at or self.now(),
            self.store.queries,
            self._ports.calendar,
            open_work=self.drafts.visible(),
            catalogue=self.store.catalogue,
        )

    def time_left(self, due_at: datetime | None, status: DossierStatus) -> TimeLeft | None:
        """Give how much working time is left until a promise that counts and is near; see
        ``station.domain.time_left``."""
        if due_at is None or not status.is_running:
            return None
        return time_left(self.now(), due_at, self._ports.calendar)

    # -- finding ----------------------------------------------------------------------------

    def dossier(self, code: str) -> Dossier:
        """Give a dossier by its code.

        Raises:
            UnknownDossierError: it is not at this station.
        """
        return self.store.queries.dossier(self._find(code))

    def history(self, code: str) -> Sequence[Fact]:
        """Give all facts of a dossier, the province's news where they arrived.

        Raises:
            UnknownDossierError: it is not at this station.
        """
        return [step.fact for step in self.store.queries.steps(self._find(code))]

    def newest(self, limit: int) -> Sequence[DossierRow]:
        """Give the newest dossiers of the store, newest first."""
        return self.store.queries.newest(limit=limit)

    def _find(self, code: str) -> UUID:
        found = self.store.queries.find(clean(code))
        if found is None:
            raise UnknownDossierError(code)
        return found

    # -- catalogue --------------------------------------------------------------------------

    @property
    def catalogue_index(self) -> CatalogueIndex:
        """The search index over the procedures in force."""
        return self.catalogue.index

    def procedure(self, code: str, begun_under: str | None = None) -> tuple[Procedure, str]:
        """Give the procedure in force, or a draft's own, and its pack; see ``CatalogueDesk``."""
        return self.catalogue.procedure(code, begun_under)

    # -- papers -----------------------------------------------------------------------------

    def slip_pdf(self, code: str, paper: SlipPaper) -> bytes:
        """Give form 01 of a dossier as PDF."""
        return self._ports.papers.slip_pdf(self._slip(self.dossier(code)), paper)

    def next_slip_pdf(self, code: str, paper: SlipPaper) -> bytes:
        """Give form 01 as the next print on this paper would be: marked, if it is a reprint."""
        slip = self._next_slip(self.dossier(code), FORM, paper)
        return self._ports.papers.slip_pdf(slip, paper)

    @property
    def templates_problem(self) -> StationError | None:
        """Why the office's own file of templates is not printed by; None: it is, or none is."""
        return self._ports.templates_problem

    def form_pdf(self, code: str, form: str, paper: str | None) -> bytes:
        """Give a form of a dossier by its number: the slip, or a paper of ``letters``."""
        if form == FORM:
            if paper not in (None, *SlipPaper):
                raise SheetNotOfferedError(form, paper or "", tuple(SlipPaper))
            return self.slip_pdf(code, SlipPaper(paper or SlipPaper.A5))
        return self.letters.pdf(self.dossier(code), form, paper)

    def receipt_bytes(self, code: str, width: RollWidth) -> bytes:
        """Give the bytes that a receipt printer would get."""
        dossier = self.dossier(code)
        return self._ports.papers.receipt_bytes(receipt(dossier, self._slip(dossier)), width)

    def receipt_picture(self, code: str, width: RollWidth) -> bytes:
        """Give the receipt as a PNG, dot for dot."""
        dossier = self.dossier(code)
        return self._ports.papers.receipt_picture(receipt(dossier, self._slip(dossier)), width)

    def _slip(self, dossier: Dossier, *, reprint: int = 0) -> AppointmentSlip:
        return slip_of(
            dossier,
            offices=self.settings.offices,
            sign=self._ports.slip_keys.sign,
            printed_at=self.now(),
            printed_by=self.officer.display_name,
            reprint=reprint,
            templates=self._ports.templates,
        )

    def _next_slip(self, dossier: Dossier, form: str, paper: str) -> AppointmentSlip:
        """Say what the next print of this form says: a reprint says so."""
        return self._slip(dossier, reprint=earlier_prints(dossier, paper, form=form))

    def check_slip(self, text: str) -> SlipCheck:
        """Judge the QR text of a slip."""
        return check_slip(text, keys=self._ports.slip_keys.of_counter, queries=self.store.queries)

    @property
    def slip_keys(self) -> SlipKeys:
        """The keys by which slips are signed and known."""
        return self._ports.slip_keys

    def board(self) -> Board:
        """Give how the day runs for the whole centre."""
        with self.store.one_state():
            return read_board(
                self.now(),
                self.store.queries,
                self.store.outbox,
                self._ports.calendar,
                self.step_report(),
                self.approvals.waiting(),
            )

    def step_report(self) -> StepReport:
        """Give how long receptions take at this station, whoever receives. Everybody may know.

        In a training home one officer is enough: nobody's work is measured there.
        """
        officers = 1 if self.settings.training else FEWEST_OFFICERS
        return report_steps(self.now().date(), self.store.step_times, fewest_officers=officers)

    def print_board(self, pdf: bytes, title: str) -> str:
        """Print a board that was drawn, and give the printer's name; as ``LogDesk.print_log``."""
        return print_pages(
            self.devices, lambda: pdf, form="board", sheet="a4-landscape", title=title
        )

    # -- the province -----------------------------------------------------------------------

    def national_exchange(self, code: str, *, updating: bool) -> NationalExchange:
        """Give what the province sends the national portal about a dossier.

        Raises:
            UnknownDossierError: it is not at this station.
            MissingFactsError: the exchange asks for facts that nobody entered; all are named.
        """
        return self._exchange.national(self._find(code), updating=updating)

    def enrol(self, url: str, code: str) -> Enrolment:
        """Make this station known to a province, which gives it numbers and a token.

        Raises:
            NotAllowedError: the officer's role does not include it.
            StationError: the province's reason, or no line.
        """
        require(self.officer, Act.ENROL)
        return self.province.enrol(url, code)

    def synchronise(self) -> None:
        """Send and fetch once.

        Raises:
            NotEnrolledError: there is nobody to send to.
            StationError: why the round ended early; what was done stays done.
        """
        self.province.run_once()

    def send_refused_again(self, dossier_code: str | None) -> int:
        """Let what the province refused wait again, of one dossier or of all; give how many."""
        return send_again(self.store.outbox, lambda code: dossier_code in (None, code))

    # -- care -------------------------------------------------------------------------------

    def audit(self) -> AuditReport:
        """Walk the journal's hash chain."""
        require(self.officer, Act.CARE_FOR_STORE)
        return self.store.care.audit()

    def check_store(self) -> StoreReport:
        """Compare everything in the store with everything else."""
        require(self.officer, Act.CARE_FOR_STORE)
        return self.store.care.check()

    def rebuild_store(self) -> int:
        """Make the lists anew from the journal."""
        require(self.officer, Act.CARE_FOR_STORE)
        return self.store.care.rebuild()
