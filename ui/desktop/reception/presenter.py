"""Turns what the officer does on the reception page into use cases, and shows what came of it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from station.catalogue.addresses import PlaceNow
from station.catalogue.search import CatalogueIndex
from station.domain.dossier import Channel, DeliveryMethod
from station.domain.procedure import Procedure, ProcessingTime, Territory
from station.domain.promise import Promise
from station.domain.step_times import StepTimes
from station.errors import StationError
from station.ports.officers import Officer
from station.usecases.duplicates import DuplicateDossierError
from station.usecases.handed_in import NameOnlyProcedureError
from station.usecases.print_papers import Printed
from station.usecases.receive_dossier import Reception
from station.usecases.reception_input import ReceptionInput, reception_from_plain
from station.words import Language
from ui.desktop.frame.view_model import Place
from ui.desktop.reception.catalogue_news import CatalogueNews, NewsDesk, Refusals
from ui.desktop.reception.draft_entry import MOST_SETS, DraftEntry
from ui.desktop.reception.draft_keeping import DraftKeeper, DraftKeeping
from ui.desktop.reception.draft_list import DraftListActs, DraftListSource
from ui.desktop.reception.draft_screen import DraftScreen, ShowTabs
from ui.desktop.reception.duplicate_acts import DuplicateActs, PeopleSource
from ui.desktop.reception.exit_acts import ExitActs, GuidanceDesk, LodgingDesk, ReasonDesk
from ui.desktop.reception.files import FileReading
from ui.desktop.reception.grounds import lawful_grounds
from ui.desktop.reception.memory_acts import MemoryActs, MemorySource
from ui.desktop.reception.money_acts import MoneyActs
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.reception.paper_acts import PaperActs
from ui.desktop.reception.people_acts import PeopleActs
from ui.desktop.reception.place_acts import PlaceActs
from ui.desktop.reception.procedure_search import frequent_procedures, matches
from ui.desktop.reception.view_model import (
    Matches,
    ProcedureMatch,
    ReceptionView,
)
from ui.desktop.tasks import Tasks


class KnownPeople(PeopleSource, MemorySource, Protocol):
    """What is known of people: what they have open, and what they agreed to."""


class DraftsDesk(GuidanceDesk, DraftKeeper, DraftListSource, Protocol):
    """Guidance, and drafts that are kept."""


class KnownCatalogue(Refusals, ReasonDesk, Protocol):
    """What was refused, and what the reasons of the catalogue rest on."""


class ReceptionDesk(NewsDesk, Protocol):
    """What the page needs of the desk. ``now`` and ``promise`` are quick; the rest waits for
    the disk and is called on the store's worker only."""

    def now(self) -> datetime: ...

    def promise(
        self,
        received_at: datetime,
        procedure: Procedure,
        processing_time: ProcessingTime,
        territory: Territory,
    ) -> Promise: ...

    @property
    def officer(self) -> Officer: ...

    @property
    def people(self) -> KnownPeople: ...

    @property
    def drafts(self) -> DraftsDesk: ...

    @property
    def life_cycle(self) -> LodgingDesk: ...

    @property
    def catalogue(self) -> KnownCatalogue: ...

    def print_waiting(self) -> Sequence[Printed]: ...

    def place_now(self, address: str) -> PlaceNow | None: ...

    def receive(
        self,
        given: ReceptionInput,
        *,
        folder: Path,
        lock_duplicates: bool = False,
        took: StepTimes | None = None,
    ) -> Reception: ...


class ReceptionPresenter:
    """The reception page of one officer."""

    def __init__(
        self,
        view: ReceptionView,
        *,
        desk: ReceptionDesk,
        files: FileReading,
        drafts: OpenDrafts,
        store_worker: Tasks,
        file_worker: Tasks,
        printer_worker: Tasks,
        show_tabs: ShowTabs,
        received: Callable[[Reception], object],
        changed: Callable[[], object],
        language: Language,
    ) -> None:
        """
        Args:
            drafts: what this officer has open; it outlives a lock and another's session.
            received: told of each accepted dossier.
            changed: told when something else came of a draft, or was printed.
        """
        self._view = view
        self._desk = desk
        self._drafts = drafts
        self._store_worker = store_worker
        self._received = received
        self.procedure_changed: Callable[[DraftEntry], object] = lambda _: None
        """Told when it or its case is another; the scan desk is built after this page."""
        self._language: Language = language
        self._screen = DraftScreen(
            view, drafts=drafts, now=desk.now, show_tabs=show_tabs, language=language
        )
        self.duplicates = DuplicateActs(
            desk=desk, screen=self._screen, drafts=drafts, store_worker=store_worker
        )
        self.memory = MemoryActs(
            desk=desk, screen=self._screen, drafts=drafts, store_worker=store_worker
        )
        self.places = PlaceActs(
            desk=desk, screen=self._screen, drafts=drafts, store_worker=store_worker
        )
        self.people = PeopleActs(
            view,
            screen=self._screen,
            drafts=drafts,
            files=files,
            file_worker=file_worker,
            begin_new=self.on_new,
            changed=self._look_people_up,
        )
        self.papers = PaperActs(
            screen=self._screen,
            drafts=drafts,
            files=files,
            file_worker=file_worker,
            now=desk.now,
        )
        self.keeping = DraftKeeping(
            desk=desk,
            screen=self._screen,
            drafts=drafts,
            store_worker=store_worker,
            shown=self._count_anew,
        )
        self.kept = DraftListActs(
            view,
            desk=desk,
            screen=self._screen,
            store_worker=store_worker,
            printer_worker=printer_worker,
            open_draft=self.keeping.open,
        )
        self.exits = ExitActs(
            desk=desk,
            screen=self._screen,
            drafts=drafts,
            duplicates=self.duplicates,
            store_worker=store_worker,
            printer_worker=printer_worker,
            close_draft=self._close_draft,
            changed=changed,
        )
        self.money = MoneyActs(screen=self._screen, drafts=drafts)
        self._news = CatalogueNews(
            desk=desk,
            screen=self._screen,
            drafts=drafts,
            store_worker=store_worker,
            language=language,
            found=self._take_index,
        )
        self._index: CatalogueIndex | None = None
        self._query = ""

    def show(self) -> None:
        """Show the officer's drafts."""
        self._view.show_grounds(lawful_grounds(self._language))
        self._screen.all_of_current(fresh=not self._drafts.current.has_content)

    def start(self, came_back: Callable[[Place], object]) -> None:
        """Get the catalogue ready, and keep the drafts from now on.

        Args:
            came_back: hears on which page drafts stood that were left open and are open again.
        """
        self._news.look()
        self._count_frequent()
        self.keeping.start(came_back)

    def close(self) -> None:
        """Leave the page to another officer. What is under way still reaches its draft."""
        self.keeping.keep_last()
        self._screen.close()

    # -- drafts -----------------------------------------------------------------------------

    def on_new(self) -> bool:
        """Begin another dossier; what is open is kept. False: there is no tab for it."""
        return self.keeping.begin()

    def on_draft_chosen(self, number: int) -> None:
        """Go to another open draft, counted from 0."""
        if number != self._drafts.number and self._drafts.go_to(number):
            self._screen.all_of_current(fresh=False)
            self._count_due(self._drafts.current)  # a cut-off may have passed since it was seen
            self._look_people_up(self._drafts.current)  # one left open may be seen the first time

    def on_minute(self) -> None:
        """The clock went on: a cut-off or midnight may have passed, or a catalogue arrived."""
        self._count_due(self._drafts.current)
        self.papers.judge_again(self._drafts.current)
        self._news.look()

    def on_failure(self, error: Exception) -> None:
        """Say what went wrong elsewhere, where there is no page of its own for it."""
        self._screen.problem(error)

    def on_numbers_left(self, numbers_left: int | None) -> None:
        """Take how many numbers this station has left today; None: not known."""
        self._screen.numbers_left = numbers_left
        self._screen.readiness(self._drafts.current)

    # -- zone 2 -----------------------------------------------------------------------------

    def on_query_edited(self, query: str) -> None:
        """Search at every key; the answer is there before the next one."""
        self._query = query
        if not query.strip():
            frequent = self._screen.frequent
            self._view.show_matches(Matches(query, frequent, len(frequent)))
        elif self._index is not None:
            self._view.show_matches(matches(self._index, query, self._language))

    def on_procedure_chosen(self, code: str) -> None:
        draft = self._drafts.current
        self._store_worker.run(
            lambda: self._desk.procedure(code),
            done=lambda found: self._take_procedure(draft, *found),
            failed=self._screen.problem,
        )

    def _take_procedure(self, draft: DraftEntry, procedure: Procedure, catalogue: str) -> None:
        if not procedure.has_details:
            self._screen.problem(NameOnlyProcedureError(procedure.code))
            return
        draft.change_procedure(procedure, catalogue, self._desk.now().date())
        self._screen.problem(None)
        self._count_due(draft)
        self.duplicates.look(draft)
        self._screen.rules(draft)
        self.procedure_changed(draft)
        if draft is self._drafts.current:
            self._view.go_on()

    def on_case_chosen(self, key: str) -> None:
        draft = self._drafts.current
        draft.change_case(key, self._desk.now().date())
        self._count_due(draft)
        self._screen.rules(draft)
        self.procedure_changed(draft)

    def on_destination_edited(self, agency: str) -> None:
        draft = self._drafts.current
        draft.destination = agency
        self._count_due(draft)

    def _take_index(self, index: CatalogueIndex) -> None:
        """Search in this catalogue from now on; what is chosen already keeps its version (N25)."""
        before, self._index = self._index, index
        if before is None and self._query.strip():
            self.on_query_edited(self._query)
        elif before is not None and before is not index:
            self._count_frequent()

    def _count_frequent(self) -> None:
        self._store_worker.run(
            partial(frequent_procedures, self._desk),
            done=self._take_frequent,
            failed=self._screen.problem,
        )

    def _take_frequent(self, frequent: tuple[ProcedureMatch, ...]) -> None:
        self._screen.frequent = frequent
        self._screen.procedure(self._drafts.current)

    def on_channel_chosen(self, channel: Channel) -> None:
        self._drafts.current.channel = channel

    def on_delivery_chosen(self, delivery: DeliveryMethod) -> None:
        draft = self._drafts.current
        draft.delivery = delivery
        self._screen.procedure(draft)

    def on_delivery_address_edited(self, text: str) -> None:
        self._drafts.current.delivery_address = text
        self._screen.readiness(self._drafts.current)

    def on_sets_edited(self, count: int) -> None:
        self._drafts.current.number_of_sets = max(1, min(MOST_SETS, count))

    def on_summary_edited(self, text: str) -> None:
        self._drafts.current.summary = text

    # -- accepting --------------------------------------------------------------------------

    def on_accept(self) -> None:
        """Accept the current draft, once, however often the key is pressed."""
        draft = self._drafts.current
        if draft.accepting or self._screen.blocks(draft):
            return
        draft.accepting = True
        self._screen.problem(None)
        self._screen.readiness(draft)
        description, took = draft.plain(), draft.clock.took()
        self._store_worker.run(
            lambda: self._desk.receive(
                reception_from_plain(description),
                folder=Path(),
                lock_duplicates=True,
                took=took,
            ),
            done=partial(self._accepted, draft),
            failed=partial(self._refused, draft),
        )

    def _accepted(self, draft: DraftEntry, reception: Reception) -> None:
        self._close_draft(draft)
        self._count_frequent()
        self._received(reception)

    def _close_draft(self, draft: DraftEntry) -> None:
        was_current = draft is self._drafts.current
        self._drafts.close(draft)
        if was_current:
            self._screen.all_of_current(fresh=True)
        else:
            self._screen.tabs()
        self.keeping.close(draft)

    def _look_people_up(self, draft: DraftEntry) -> None:
        """Somebody else may stand in the draft by now."""
        self.duplicates.look(draft)
        self.memory.look(draft)
        self.places.look(draft)

    def _count_anew(self, draft: DraftEntry) -> None:
        """A draft was opened again: its date, and what else its owner has open."""
        self._count_due(draft)
        self._look_people_up(draft)
        self._screen.procedure(draft)
        for opened in self._drafts:
            self.papers.draw_again(opened)
            self.papers.judge_again(opened)

    def _refused(self, draft: DraftEntry, error: Exception) -> None:
        draft.accepting = False
        if isinstance(error, DuplicateDossierError):  # received elsewhere in the meantime
            self.duplicates.take(draft, error.found)
        self._screen.readiness(draft)
        self._screen.problem(error)

    def _count_due(self, draft: DraftEntry) -> None:
        procedure = draft.in_case
        if procedure is None or procedure.processing_time is None:
            return
        try:
            draft.due = self._desk.promise(
                self._desk.now(), procedure, procedure.processing_time, draft.territory
            ).due
        except StationError as error:
            draft.due = None
            self._screen.problem(error)
        self._screen.due(draft)
