"""The results desk of one officer: finds who waits, says who may collect, gives the papers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from station.domain.acts import DossierAct, allowed_acts
from station.domain.dossier import Dossier, PaymentMethod
from station.domain.id_card import IdCard
from station.domain.ids import short_code
from station.domain.money.collecting import warning_text
from station.domain.processing import CollectorKind
from station.usecases.payments import Collected
from station.usecases.print_papers import Printed
from station.words import Language, figures
from ui.desks.desk import UnknownDossierError
from ui.desktop.kit.tone import Tone
from ui.desktop.page_acts import PageActs
from ui.desktop.preview.sources import PaperSource
from ui.desktop.results import words as w
from ui.desktop.results.acting import ResultsDesk, ResultSource, collect, give, take_in
from ui.desktop.results.collecting import Entry, first_entry, with_card, with_kind
from ui.desktop.results.lines import Waiting, found_in, waiting_of
from ui.desktop.results.receipt import has_receipt, receipt_source
from ui.desktop.results.sheet import sheet_of
from ui.desktop.results.view_model import ResultsView, Typed, WaitingList
from ui.desktop.tasks import Tasks

_NEEDS_ENTRY = frozenset({DossierAct.RETURN, DossierAct.ARRIVE})


class ResultsPresenter:
    """What was entered for a dossier stays until its papers were given."""

    def __init__(
        self,
        view: ResultsView,
        *,
        desk: ResultsDesk,
        source: ResultSource,
        entries: dict[str, Entry],
        changed: Callable[[], object],
        returned: Callable[[Dossier], object],
        counted: Callable[[int], object],
        preview: Callable[[PaperSource], object],
        store_worker: Tasks,
        printer_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            entries: what was entered so far, by the code of the dossier.
            changed: hears that something was done or printed, so that all lists are read anew.
            returned: hears that a result was given.
            counted: hears how many results wait.
            preview: shows a paper.
        """
        self._view = view
        self._desk = desk
        self._source = source
        self._changed, self._returned = changed, returned
        self._counted = counted
        self._preview = preview
        self._printer_worker = printer_worker
        self._language: Language = language
        self._text = ""
        self._waiting: Sequence[Waiting] = ()
        self._entries = entries
        self._dossier: Dossier | None = None
        self._told = ""
        self._acts = PageActs(view, store_worker=store_worker, language=language)

    # -- the list ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the list anew."""
        self._acts.read(self._read, done=self._take_waiting)

    def on_text_edited(self, text: str) -> None:
        """Show the rows that match."""
        self._text = text
        self._show_list()

    def on_text_entered(self) -> None:
        """Look at the whole station for what no waiting row matches."""
        text = self._text.strip()
        if text:
            self._acts.read(partial(self._find, text), done=self.open)

    def open(self, code: str) -> None:
        """Take a dossier onto the desk."""
        self._view.show_problem("")
        self._acts.read(partial(self._desk.dossier, code), done=self._take)

    def on_closed(self) -> None:
        """Go back to the list; what was entered stays with its dossier."""
        self._dossier = None
        self._view.show_sheet(None)
        self.refresh()

    # -- the dossier on the desk ---------------------------------------------------------------

    @property
    def code(self) -> str:
        """The dossier on the desk; empty while the list is shown."""
        return self._dossier.code if self._dossier else ""

    def left(self) -> dict[str, Any]:
        """Give which dossier is on the desk, and what is sought in the list."""
        return {"code": self.code, "text": self._text}

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Take that dossier onto the desk again, or seek the same."""
        self._text = str(left.get("text", ""))
        if code := str(left.get("code", "")):
            self.open(code)

    def on_typed(self, field: Typed, text: str) -> None:
        self._enter(lambda entry, _: entry.with_text(field, text))

    def on_shelf(self, shelf: str) -> bool:
        """Put the result that is taken in on a shelf; tell whether one is."""
        dossier = self._dossier
        arrives = dossier is not None and DossierAct.ARRIVE in allowed_acts(dossier)
        if arrives:
            self.on_typed(Typed.SHELF, shelf)
        return arrives

    def on_kind_chosen(self, kind: str) -> None:
        self._enter(lambda entry, dossier: with_kind(entry, dossier, CollectorKind(kind)))

    def on_ticked(self, row: int) -> None:
        self._enter(lambda entry, _: entry.with_tick(row))

    def on_slip_lost(self, lost: bool) -> None:
        self._enter(lambda entry, _: replace(entry, slip_lost=lost))

    def on_keep_rest(self, keep: bool) -> None:
        self._enter(lambda entry, _: replace(entry, keep_rest=keep))

    def on_card(self, card: IdCard) -> bool:
        """Take the card of whoever stands here; tell whether a dossier was waiting for it."""
        dossier = self._dossier
        if dossier is None or dossier.returned is not None:
            return False
        self._enter(lambda entry, dossier: with_card(entry, dossier, card))
        return True

    def on_give(self) -> None:
        """Give the papers; after that, go on to the next person."""
        dossier = self._dossier
        if dossier is None or self._acts.goes_on:
            return
        if dossier.returned is not None:
            self.on_text_edited("")
            self.on_closed()
            return
        entry = self._entry(dossier)
        if not sheet_of(
            dossier, entry, now=self._desk.now(), language=self._language
        ).verdict.ready:
            return
        self._acts.do(
            partial(give, self._desk, dossier.code, entry, self._language), done=self._given
        )

    def on_arrived(self) -> None:
        """Note that the result came, and where it lies."""
        dossier = self._dossier
        if dossier is None or self._acts.goes_on or DossierAct.ARRIVE not in allowed_acts(dossier):
            return
        self._acts.do(
            partial(take_in, self._desk, dossier.code, self._entry(dossier)), done=self._arrived
        )

    def on_collect(self, method: PaymentMethod, tendered_vnd: int | None) -> None:
        """Take what the dossier owes."""
        dossier = self._dossier
        if dossier is None or self._acts.goes_on:
            return
        self._acts.do(
            partial(collect, self._desk, dossier.code, method, tendered_vnd), done=self._collected
        )

    def on_preview(self) -> None:
        """Show the paper that the collector signs."""
        dossier = self._dossier
        if dossier is not None and has_receipt(dossier):
            self._preview(receipt_source(self._desk, dossier, self._language))

    # -- inside ----------------------------------------------------------------------------------

    def _read(self) -> Sequence[Waiting]:
        """Read who waits, and make all that a key then needs, away from the window."""
        return [waiting_of(row) for row in self._source.to_collect()]

    def _take_waiting(self, waiting: Sequence[Waiting]) -> None:
        self._waiting = waiting
        self._counted(len(waiting))
        self._show_list()

    def _show_list(self) -> None:
        self._view.show_waiting(
            WaitingList(
                today=self._desk.now().date(),
                lines=found_in(self._waiting, self._text),
                text=self._text,
                total=len(self._waiting),
            )
        )

    def _find(self, text: str) -> str:
        found = self._source.search(text, limit=1)
        if not found:
            raise UnknownDossierError(text)
        return found[0].dossier_code

    def _take(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._show_sheet()

    def _entry(self, dossier: Dossier) -> Entry:
        return self._entries.get(dossier.code) or first_entry(dossier, self._desk.now())

    def _enter(self, change: Callable[[Entry, Dossier], Entry]) -> None:
        dossier = self._dossier
        if dossier is None or _NEEDS_ENTRY.isdisjoint(allowed_acts(dossier)):
            return
        self._entries[dossier.code] = change(self._entry(dossier), dossier)
        self._show_sheet()

    def _show_sheet(self) -> None:
        dossier = self._dossier
        if dossier is not None:
            entry, now = self._entry(dossier), self._desk.now()
            self._view.show_sheet(sheet_of(dossier, entry, now=now, language=self._language))

    def _given(self, dossier: Dossier) -> None:
        self._acts.end()
        self._entries.pop(dossier.code, None)
        to = dossier.returned.collector.full_name if dossier.returned else ""
        self._told = w.GIVEN[self._language].format(code=dossier.code, name=to)
        self._view.show_done(self._told, Tone.OK)
        self._returned(dossier)
        self._take_if_here(dossier)
        self._printer_worker.run(
            self._desk.print_waiting, done=self._printed, failed=self._fail_to_print
        )

    def _printed(self, papers: Sequence[Printed]) -> None:
        failed = next((paper.error for paper in papers if paper.error is not None), None)
        came = (paper for paper in papers if paper.error is None and not paper.doubtful)
        printer = next((paper.printer for paper in came), None)
        if failed is not None:
            self._acts.say(failed)
        elif printer is not None:
            said = w.PRINTED[self._language].format(printer=printer)
            self._view.show_done(f"{self._told} {said}", Tone.OK)
        self._changed()

    def _fail_to_print(self, error: Exception) -> None:
        self._acts.say(error)
        self._changed()

    def _arrived(self, dossier: Dossier) -> None:
        self._acts.end()
        language = self._language
        shelf = w.ON_SHELF[language].format(shelf=dossier.shelf) if dossier.shelf else ""
        place = shelf[:1].lower() + shelf[1:] or w.NO_SHELF[language]
        code = short_code(dossier.code)
        said = w.ARRIVED[language].format(code=code, place=place)
        self._view.show_done(said, Tone.OK)
        self._take_if_here(dossier)
        self._changed()

    def _collected(self, came: Collected) -> None:
        self._acts.end()
        paid = came.dossier.payments[-1].amount_vnd
        said = [w.COLLECTED[self._language].format(sum=f"{figures(paid)} đ")]
        if came.change_vnd:
            said.append(w.CHANGE[self._language].format(sum=f"{figures(came.change_vnd)} đ"))
        said += [warning_text(warning, self._language) for warning in came.warnings]
        self._view.show_done(" ".join(said), Tone.WARN if came.warnings else Tone.OK)
        self._take_if_here(came.dossier)
        self._changed()

    def _take_if_here(self, dossier: Dossier) -> None:
        if self._dossier is not None and dossier.code == self._dossier.code:
            self._take(dossier)
