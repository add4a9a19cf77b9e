"""What the results desk does with a dossier. Runs on the store's worker."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from station.domain.dossier import Dossier, PaymentMethod
from station.domain.processing import ResultPaper
from station.ports.dossier_queries import DossierRow
from station.text import clean
from station.usecases.payments import Collected
from station.usecases.print_papers import Printed
from station.usecases.return_result import ReturnResult, TakeResultIn, require_collector
from station.words import Language
from ui.desks.letter import LetterDesk
from ui.desks.life_cycle import LifeCycleDesk
from ui.desks.till import TillDesk
from ui.desktop.results.collecting import Entry, collector_of, note_of, originals_of, papers_of


class ResultsDesk(Protocol):
    """What the page needs of the desk. Every call waits for the disk or the printer."""

    @property
    def life_cycle(self) -> LifeCycleDesk: ...
    @property
    def till(self) -> TillDesk: ...
    @property
    def letters(self) -> LetterDesk: ...

    def dossier(self, code: str) -> Dossier: ...

    def now(self) -> datetime: ...

    def print_waiting(self) -> Sequence[Printed]: ...

    def print_again(
        self, code: str, *, form: str, paper: str, reason: str = ""
    ) -> Sequence[Printed]: ...


class ResultSource(Protocol):
    """The store's lists."""

    def to_collect(self) -> Sequence[DossierRow]: ...

    def search(self, text: str, *, limit: int = 50) -> Sequence[DossierRow]: ...


def give(desk: ResultsDesk, code: str, entry: Entry, language: Language) -> Dossier:
    """Give the papers, and note before that the slip is lost where it is.

    Raises:
        MayNotCollectError: this person may not have them; nothing was noted.
        StationError: why it was refused otherwise.
    """
    dossier = desk.dossier(code)
    collector = collector_of(entry)
    require_collector(dossier, collector, desk.now())
    if entry.slip_lost and dossier.slip_lost_at is None:
        dossier = desk.life_cycle.lost_slip(code, declared_by=collector.full_name)
    papers = papers_of(dossier, entry, language)
    command = ReturnResult(
        collector=collector,
        originals_returned=originals_of(dossier, papers),
        note=note_of(entry, papers),
    )
    return desk.life_cycle.give(code, command)


def take_in(desk: ResultsDesk, code: str, entry: Entry) -> Dossier:
    """Note that the result came to the counter, and where it lies."""
    named = clean(entry.result)
    results = (ResultPaper(name=named),) if named else ()
    return desk.life_cycle.arrive(code, TakeResultIn(shelf=entry.shelf, results=results))


def collect(desk: ResultsDesk, code: str, method: PaymentMethod, tendered: int | None) -> Collected:
    """Take what is owed; cash that nobody counted was handed over exactly."""
    if method is PaymentMethod.CASH and tendered is None:
        tendered = max(0, desk.dossier(code).owed_vnd)
    return desk.till.collect(code, method, tendered_vnd=tendered)
