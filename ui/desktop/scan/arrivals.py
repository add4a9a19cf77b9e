"""Pages as they come: fed, kept, cleaned, put where they belong. Free of Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from station.domain.scan_pages import BASKET, Corners, SideCountError
from station.domain.separated_run import SeparatedRun
from station.errors import StationError
from station.ports.scanners import NoPagesError, ScannerError, ScanRequest, dpi_for
from station.words import Language
from ui import scanning
from ui.desks.scan import DeskPage
from ui.desktop.kit.tone import Tone
from ui.desktop.problems import words_of
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.scan import words as w
from ui.desktop.scan.feeding import Feeding, Run
from ui.desktop.scan.files import FileRefusedError, PagesOfFiles
from ui.desktop.scan.piles import Piles, without_earlier
from ui.desktop.scan.ports import Cleaning, PageSource, ScanDeskPort, Tell
from ui.desktop.scan.view_model import Profile, ScanState, ScanView
from ui.desktop.tasks import Tasks, WhileOpen

Said = tuple[str, Tone]
_HELD = 8
"""Pages that wait in memory; the others are read again: files come faster than they are cleaned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One page to be cleaned; see ``CleaningJob``."""

    read: Callable[[], bytes]
    order: Any
    keep: Callable[[Any], DeskPage]
    done: Callable[[DeskPage], None]
    failed: Callable[[Exception], None]


class Arrivals:
    """The scanner's side of the desk. ``said`` is what the banner says of it, if anything."""

    def __init__(
        self,
        view: ScanView,
        *,
        scans: ScanDeskPort,
        sources: Sequence[PageSource],
        cleaning: Cleaning,
        scan_worker: Tasks,
        tell: Tell,
        changed: Callable[[DraftEntry], object],
        language: Language,
    ) -> None:
        self._view, self._scans, self._sources = view, scans, list(sources)
        self._cleaning, self._changed, self._language = cleaning, changed, language
        self._feeding = Feeding(
            scans=scans,
            scanner=WhileOpen(scan_worker),
            tell=tell,
            came=self._came,
            waits=self._waits_for_paper,
        )
        self._open = True
        self._chosen = self._sources[0] if self._sources else None
        self.profile = Profile.COLOR
        self.duplex, self.drops_blanks, self.straightens = False, True, True
        self._piles = Piles()
        self._waiting: set[UUID] = set()
        """Pages that are being cleaned."""
        self.said: Said | None = None

    @property
    def running(self) -> bool:
        return self._feeding.run is not None

    @property
    def stopped(self) -> bool:
        """Tell whether a pile stopped half-way and waits to go on."""
        return self._piles.stopped is not None

    @property
    def has_source(self) -> bool:
        return self._chosen is not None

    def close(self) -> None:
        """Feed no further page. What is on its way is kept, and nobody hears of it."""
        self._open = False
        self._feeding.stop()

    # -- choices ------------------------------------------------------------------------------

    def show_choices(self) -> None:
        """Show which scanner is used, and how."""
        names = tuple((source.name, source.name) for source in self._sources)
        self._view.show_sources(names, self._chosen.name if self._chosen else "")
        self._view.show_profile(self.profile)

    def on_source(self, name: str) -> None:
        self._chosen = next((one for one in self._sources if one.name == name), self._chosen)
        self._piles.change_scanner()
        self.show_choices()

    def on_profile(self, profile: Profile | None = None) -> None:
        """Take a profile; None: the next one."""
        every = list(Profile)
        self.profile = profile or every[(every.index(self.profile) + 1) % len(every)]
        self._view.show_profile(self.profile)

    def on_duplex(self, on: bool) -> None:
        self.duplex = on

    def on_drops_blanks(self, on: bool) -> None:
        self.drops_blanks = on

    def on_straightens(self, on: bool) -> None:
        self.straightens = on

    # -- runs ---------------------------------------------------------------------------------

    def on_scan(self, draft: DraftEntry) -> None:
        """Scan a pile, go on with one that stopped, or end the one that runs."""
        if self.running:
            self._feeding.stop()
            return
        run = self._piles.stopped
        if run is None or run.draft is not draft:
            run = self._new_run(draft)
        self._begin(run)

    def on_rescan(self, draft: DraftEntry, page: UUID) -> None:
        """Scan one page again; what comes takes its place, and it goes into the basket."""
        run = self._new_run(draft)
        if run is not None and not self.running:
            run.instead_of = page
            self._begin(run)

    def on_rescan_pile(self, draft: DraftEntry) -> None:
        """Scan the last pile again, on the scanner and as is chosen now; files are read again.

        What it gave goes into the basket.
        """
        if self.running:
            return
        pile = self._piles.of(draft)
        if pile is None:
            self._say(w.NOT_NOW[self._language], Tone.WARN)
            return
        chosen = self._chosen if pile.source in self._sources else None
        source = pile.source
        run = self._run_of(
            draft, source.anew() if isinstance(source, PagesOfFiles) else chosen or source
        )
        run.instead_of_pile = tuple(pile.pages) or pile.instead_of_pile
        if pile.backs_of:
            run.backs_of, run.request = pile.backs_of, pile.request
        self._begin(run)

    def may_rescan_pile(self, draft: DraftEntry) -> bool:
        """Tell whether something was said of a pile of this draft that can be scanned again."""
        return self.said is not None and not self.running and self._piles.of(draft) is not None

    def on_backs(self, draft: DraftEntry) -> None:
        """Scan the backs of the last pile, which was turned over as a whole."""
        run, last = self._new_run(draft), self._piles.last
        if run is None or self.running:
            return
        if last is None or last.draft is not draft or last.backs_of or not last.pages:
            self._say(w.NOT_NOW[self._language], Tone.WARN)
            return
        run.backs_of = tuple(last.pages)
        run.request = ScanRequest(dpi=run.request.dpi, colour=run.request.colour)
        self._begin(run)

    def on_files(self, draft: DraftEntry, source: PageSource) -> None:
        """Take the pages of files, as if they were fed."""
        if not self.running:
            self._begin(self._run_of(draft, source))

    def _new_run(self, draft: DraftEntry) -> Run | None:
        return None if self._chosen is None else self._run_of(draft, self._chosen)

    def _run_of(self, draft: DraftEntry, source: PageSource) -> Run:
        procedure = draft.procedure.code if draft.procedure else ""
        return Run(
            draft=draft,
            source=source,
            request=ScanRequest(
                dpi=dpi_for(self._scans.room()),
                colour=self.profile is Profile.COLOR,
                duplex=self.duplex,
            ),
            filing=SeparatedRun(procedure, {row.key: row.name for row in draft.papers}),
            order=self._order(camera=source.photographs),
            drops_blanks=self.drops_blanks,
        )

    def _order(
        self, *, raw: bool = False, camera: bool = False, corners: Corners | None = None
    ) -> Any:  # noqa: ANN401 - the pipeline's
        return scanning.cleaning_order(
            profile=self.profile.value,
            camera=camera,
            corners=corners,
            as_scanned=raw or not (self.straightens or camera or corners),
            codes=not raw,
            sparing=self._scans.room().is_scarce,
        )

    def _begin(self, run: Run | None) -> None:
        if run is None:
            self._say(f"{w.NO_SCANNER[self._language]} {w.USE_FILES[self._language]}", Tone.WARN)
            return
        self.said, self._piles.stopped = None, None
        if words := w.ROOM.get(self._scans.room()):
            self._say(words[self._language], Tone.WARN)
        self._feeding.begin(run, ended=self._ended, failed=self._failed)

    def _waits_for_paper(self, run: Run) -> None:
        if self._open:
            self._say(w.WAITING[self._language], Tone.INFO)
            self._changed(run.draft)

    def _came(self, arrived: tuple[Run, DeskPage, bytes]) -> None:
        run, page, content = arrived
        if not self._open:
            return
        if not run.pages and self.said == (w.WAITING[self._language], Tone.INFO):
            self.said = None
        entry = run.draft.scan
        entry.pages[page.page_id] = page
        entry.session = entry.session.receive(page.page_id)
        run.pages.append(page.page_id)
        if run.instead_of is not None:
            self._replace(run, page.page_id)
        if run.instead_of_pile:
            entry.session = without_earlier(run, entry.session)
        if entry.current is None:
            entry.current = page.page_id
        held = content if len(self._waiting) < _HELD else None
        self._clean(run.draft, page, held, run.order, run)
        self._changed(run.draft)

    def _replace(self, run: Run, fresh: UUID) -> None:
        entry, old = run.draft.scan, run.instead_of
        if old is None or old not in {page.page_id for page in entry.session.pages}:
            return
        state = entry.session.page(old).state
        if state.place.kind is BASKET.kind:
            return
        entry.session = entry.session.supersede(old, fresh)
        entry.handled.add(fresh)
        entry.current = fresh
        self._piles.note_other(old, fresh)

    def _ended(self, run: Run) -> None:
        if not run.pages:  # waiting for paper was given up
            self.said = None
            self._changed(run.draft)
            return
        if run.instead_of is None:
            self._piles.last = run
        if run.backs_of:
            self._sort_backs(run)
        elif run.filing.unmatched:
            count = run.filing.unmatched
            self._say(w.say(w.UNMATCHED, self._language, count=count), Tone.WARN)
        elif run.request.duplex and len(run.pages) % 2:
            run.draft.scan.session = run.draft.scan.session.note_lacking(run.pages[-1])
            self._say(w.ODD_SIDES[self._language], Tone.WARN)
        self._changed(run.draft)

    def _sort_backs(self, run: Run) -> None:
        entry = run.draft.scan
        try:
            entry.session = entry.session.interleave(run.backs_of, run.pages)
        except SideCountError as error:
            self._say(words_of(error, self._language), Tone.ERR)

    def _failed(self, run: Run, error: Exception) -> None:
        pages = len(run.pages)
        if isinstance(error, ScannerError):
            error.pages = pages  # of the whole pile, not since it stopped last
        if isinstance(error, NoPagesError) and pages:
            self._ended(run)
            return
        if isinstance(error, FileRefusedError):
            self._piles.stopped = run if error.left else None
            self._piles.last = run if pages else self._piles.last
            words = w.refused(error.name, error.cause, pages, error.left, self._language)
            self._say(words, Tone.ERR)
        elif isinstance(error, StationError):
            self._piles.stopped = run if run.instead_of is None else None
            fed = not isinstance(run.source, PagesOfFiles)
            self._say(w.stopped(error, pages, self._language, fed=fed), Tone.ERR)
        else:
            self._say(words_of(error, self._language), Tone.ERR)
        self._changed(run.draft)

    def _say(self, sentence: str, tone: Tone) -> None:
        self.said = sentence, tone
        self._view.show_banner(sentence, tone)

    def hush(self) -> None:
        """The officer goes on: what was said of the last run is known by now."""
        if not self.running and self._piles.stopped is None:
            self.said = None

    # -- cleaning -----------------------------------------------------------------------------

    def clean_again(self, draft: DraftEntry, page: DeskPage, *, raw: bool = False) -> None:
        """Clean a page of the store: its program ended before it was, or it is wanted as it came.

        It is read where it is cleaned.
        """
        corners = None if raw else draft.scan.session.page(page.page_id).state.corners
        camera = any(one.photographs and one.name == page.source for one in self._sources)
        order = self._order(raw=raw, camera=camera and not raw, corners=corners)
        self._clean(draft, page, None, order, None, raw=raw, corners=corners)

    def lay_flat_anew(self, draft: DraftEntry) -> None:
        """Clean the pages whose corners are others than those at which they were laid flat."""
        entry = draft.scan
        for page in entry.session.pages:
            idle = page.page_id not in self._waiting and page.page_id not in entry.failed
            if idle and page.page_id in entry.pages and entry.is_otherwise(page):
                self.clean_again(draft, entry.pages[page.page_id])

    def _clean(
        self,
        draft: DraftEntry,
        page: DeskPage,
        content: bytes | None,
        order: Any,  # noqa: ANN401 - the pipeline's
        run: Run | None,
        *,
        raw: bool = False,
        corners: Corners | None = None,
    ) -> None:
        entry = draft.scan
        self._waiting.add(page.page_id)

        def done(clean: DeskPage) -> None:
            self._waiting.discard(page.page_id)
            (entry.raw if raw else entry.pages)[page.page_id] = clean
            if not raw:
                self._file(draft, clean, run)
            self._changed(draft)

        def failed(error: Exception) -> None:
            self._waiting.discard(page.page_id)
            entry.failed[page.page_id] = words_of(error, self._language)
            self._say(entry.failed[page.page_id], Tone.ERR)
            self._changed(draft)

        scans = self._scans
        self._cleaning.put(
            _Job(
                read=(lambda: scans.original(page)) if content is None else (lambda: content),
                order=order,
                keep=(lambda clean: scans.keep_raw(page, clean))
                if raw
                else (lambda clean: scans.note_clean(page, clean, corners)),
                done=lambda clean: done(clean) if self._open else None,
                failed=lambda error: failed(error) if self._open else None,
            )
        )

    def _file(self, draft: DraftEntry, page: DeskPage, run: Run | None) -> None:
        """Put a clean page where it belongs, unless the officer was quicker."""
        entry, found = draft.scan, page.findings
        if found is None or run is None or page.page_id in entry.handled:
            return
        entry.session = run.filing.file(entry.session, page.page_id, found.codes, blank=found.blank)
        state = entry.session.page(page.page_id).state
        if found.blank and run.drops_blanks and state.place != BASKET:
            entry.session = entry.session.delete(page.page_id)

    def state(self, draft: DraftEntry) -> ScanState:
        """Say how far a run is, and what is on the disk."""
        run, count = self._feeding.run, len(draft.scan.session.pages)
        if run is not None:
            said = w.say(
                w.RUNNING,
                self._language,
                pages=len(run.pages),
                speed=f"{run.speed:.1f}".replace(".", ","),
                written=len(run.pages),
            )
            cleaned = len(run.pages) - len(self._waiting.intersection(run.pages))
            share = cleaned / len(run.pages) if run.pages else 0.0
            return ScanState(running=True, words=said, share=share)
        if self._waiting:
            left = len(self._waiting)
            said = w.say(w.CLEANING, self._language, left=left, written=count)
            return ScanState(running=True, words=said, share=1 - left / max(1, count))
        said = w.say(w.WRITTEN, self._language, written=count) if count else ""
        return ScanState(words=said)
