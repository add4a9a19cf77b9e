"""A results desk in memory and its presenter, as a counter uses them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

from station.domain.dossier import Dossier, PaymentMethod
from station.domain.events import ResultArrived, ResultReturned
from station.domain.history import fold
from station.domain.id_card import IdCard, IdCardKind
from station.domain.money.collecting import TillWarning
from station.domain.processing import ResultPaper
from station.errors import StationError
from station.ports.dossier_queries import DossierRow
from station.usecases.payments import Collected
from station.usecases.print_papers import Printed
from station.usecases.return_result import ReturnResult, TakeResultIn
from tests.builders import FEE, MONDAY, a_chain, a_reception
from tests.ui.fake_tasks import InPlace
from tests.ui.rows import a_row
from ui.desktop.kit.tone import Tone
from ui.desktop.preview.sources import PaperSource
from ui.desktop.results.acting import ResultsDesk
from ui.desktop.results.presenter import ResultsPresenter
from ui.desktop.results.view_model import ResultSheet, WaitingList

OWNER_NUMBER = "035199012345"
ARRIVED = ResultArrived(shelf="K2-07", results=(ResultPaper(name="Giấy xác nhận"),))
OWNER_CARD = IdCard(
    kind=IdCardKind.CCCD_2021,
    personal_number=OWNER_NUMBER,
    full_name="Nguyễn Thị Ánh Tuyết",
    date_of_birth=date(1999, 3, 5),
)
STRANGER = replace(OWNER_CARD, personal_number="001080004321", full_name="Lê Văn Hùng")


class FakeResultsDesk:
    """A desk with one dossier, its page, and the acts that were done."""

    def __init__(self, *events: Any, **reception: Any) -> None:
        self.events = [a_reception(**reception), *(events or (FEE, ARRIVED))]
        self.error: StationError | None = None
        self.given: list[ReturnResult] = []
        self.lost: list[str] = []
        self.arrived: list[TakeResultIn] = []
        self.collected: list[tuple[PaymentMethod, int | None]] = []
        self.rows: Sequence[DossierRow] = [a_row(1), a_row(2, owner_name="Trần Thị Lan")]
        self.waiting: WaitingList | None = None
        self.sheet: ResultSheet | None = None
        self.problem = self.done = ""
        self.done_tone = Tone.OK
        self.counted = 0

    # the desk
    @property
    def life_cycle(self) -> "FakeResultsDesk":
        return self

    @property
    def till(self) -> "FakeResultsDesk":
        return self

    def dossier(self, code: str) -> Dossier:
        return fold(a_chain(*self.events))

    def now(self) -> Any:
        return MONDAY

    def give(self, code: str, command: ReturnResult) -> Dossier:
        if self.error:
            raise self.error
        self.given.append(command)
        self.events.append(
            ResultReturned(
                collector=command.collector,
                originals_returned=command.originals_returned or (),
                officer_name="Hạnh",
            )
        )
        return self.dossier(code)

    def arrive(self, code: str, command: TakeResultIn) -> Dossier:
        self.arrived.append(command)
        self.events.append(ResultArrived(shelf=command.shelf, results=command.results))
        return self.dossier(code)

    def lost_slip(self, code: str, *, declared_by: str) -> Dossier:
        self.lost.append(declared_by)
        return self.dossier(code)

    def collect(self, code: str, method: PaymentMethod, *, tendered_vnd: int | None) -> Collected:
        self.collected.append((method, tendered_vnd))
        self.events.append(replace(FEE, tendered_vnd=tendered_vnd))
        return Collected(dossier=self.dossier(code), change_vnd=0, warnings=(TillWarning.CLOSED,))

    def print_waiting(self) -> Sequence[Printed]:
        return ()

    # the store
    def to_collect(self) -> Sequence[DossierRow]:
        return self.rows

    def search(self, text: str, *, limit: int = 50) -> Sequence[DossierRow]:
        return [a_row(9)] if text == "9" else []

    # the page
    def show_waiting(self, waiting: WaitingList) -> None:
        self.waiting = waiting

    def show_sheet(self, sheet: ResultSheet | None) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str, tone: Tone) -> None:
        self.done = sentence
        self.done_tone = tone

    def show_busy(self, busy: bool) -> None: ...

    def seen(self) -> ResultSheet:
        assert self.sheet is not None
        return self.sheet


def a_presenter(desk: FakeResultsDesk) -> ResultsPresenter:
    def count(waiting: int) -> None:
        desk.counted = waiting

    return ResultsPresenter(
        desk,
        desk=cast(ResultsDesk, desk),
        source=desk,
        entries={},
        changed=lambda: None,
        returned=given.append,
        counted=count,
        preview=lambda source: shown.append(source),
        store_worker=InPlace(),
        printer_worker=InPlace(),
        language="vi",
    )


shown: list[PaperSource] = []
given: list[Dossier] = []


def at_work(desk: FakeResultsDesk) -> ResultsPresenter:
    presenter = a_presenter(desk)
    presenter.open("any")
    return presenter


def tick_all(presenter: ResultsPresenter, desk: FakeResultsDesk) -> None:
    for row in range(len(desk.seen().given)):
        presenter.on_ticked(row)
