"""The scan desk of one officer: pages of the draft in front, as they come and as they are filed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from station.domain.scan_pages import BASKET, Corners, Mask, PageActError, PageForm, PlaceKind
from station.domain.scan_session import ScanSession
from station.words import Language
from ui.desks.scan import DeskPage
from ui.desktop.keys import Act
from ui.desktop.kit.tone import Tone
from ui.desktop.problems import words_of
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.scan import page_acts
from ui.desktop.scan import words as w
from ui.desktop.scan.arrivals import Arrivals
from ui.desktop.scan.documents import Documents
from ui.desktop.scan.drawing import Drawing
from ui.desktop.scan.ports import Cleaning, PageSource, ScanDeskPort, Studio, Tell
from ui.desktop.scan.session_keeping import SessionKeeping
from ui.desktop.scan.sheet import (
    banner_of,
    digit_row,
    grid_of,
    marks_of,
    next_unassigned,
    sheet_of,
)
from ui.desktop.scan.view_model import LargeView, ScanView
from ui.desktop.tasks import Tasks, WhileOpen

Change = Callable[[ScanSession], ScanSession]
Found = tuple[Sequence[DeskPage], ScanSession]


class ScanPresenter:
    """Every act is a change of the session of the draft in front; it is kept at once."""

    def __init__(
        self,
        view: ScanView,
        *,
        scans: ScanDeskPort,
        sources: Sequence[PageSource],
        studio: Studio,
        cleaning: Cleaning,
        documents: Documents,
        drafts: OpenDrafts,
        store_worker: Tasks,
        page_worker: Tasks,
        scan_worker: Tasks,
        tell: Tell,
        language: Language,
    ) -> None:
        self._view, self._scans, self._drafts = view, scans, drafts
        self._store = WhileOpen(store_worker)
        self._language: Language = language
        self._documents = documents
        self._drawing = Drawing(
            scans=scans,
            studio=studio,
            worker=WhileOpen(page_worker),
            changed=self._show,
            large=self._show_large,
            words_of=lambda error: words_of(error, language),
        )
        self.arrivals = Arrivals(
            view,
            scans=scans,
            sources=sources,
            cleaning=cleaning,
            scan_worker=scan_worker,
            tell=tell,
            changed=self._changed,
            language=language,
        )
        self._supplement: DraftEntry | None = None
        self._told: tuple[str, Tone] | None = None
        self._in_front = False
        self._basket_open = False
        self._row: str | None = None
        self._kept = SessionKeeping(scans=scans, store=store_worker, failed=self._fail)
        self._large = LargeView(picture=None)

    @property
    def draft(self) -> DraftEntry:
        """The draft in front, or the papers of a dossier in the form of one."""
        return self._supplement or self._drafts.current

    # -- coming and going ---------------------------------------------------------------------

    def open(self) -> None:
        """Show the pages of the draft in front."""
        draft = self.draft
        if self._in_front:
            self._show()
            return
        self._in_front, self._basket_open = True, False
        self.arrivals.show_choices()
        self._told = None
        draft.scan.follow(row.key for row in draft.papers)
        self._show()
        if not draft.scan.opened:
            self._read(draft, partial(self._took, draft))

    def turn_to(self, supplement: DraftEntry | None) -> None:
        """Show these pages from the next opening on; None: those of the draft in front."""
        self.leave()
        self._supplement = supplement

    def leave(self) -> None:
        """Go back to the draft: its papers get what was filed."""
        if self._in_front:
            self._in_front = False
            self._documents.write(self.draft)

    def on_procedure(self, draft: DraftEntry) -> None:
        """Another procedure was chosen: what was written says another one, and is written anew."""

        def took(found: Found) -> None:
            self._took(draft, found)
            self._changed(draft)

        if draft.scan.opened:
            self._changed(draft)
        elif draft.scan.has_pages:
            self._read(draft, took)

    def close(self) -> None:
        """Leave the page to another officer; what comes now is kept, and seen when it is opened."""
        self.arrivals.close()
        self._store.close()

    def _read(self, draft: DraftEntry, took: Callable[[Found], None]) -> None:
        draft_id = draft.draft_id
        self._store.run(lambda: self._scans.opened(draft_id), done=took, failed=self._fail)

    def _took(self, draft: DraftEntry, found: Found) -> None:
        pages, session = found
        entry = draft.scan
        for page in pages:
            entry.pages.setdefault(page.page_id, page)
        entry.take(session)
        session = entry.session
        self._documents.know(draft)
        entry.follow(row.key for row in draft.papers)
        for page in pages:
            if page.clean is None:
                self.arrivals.clean_again(draft, page)
            if session.page(page.page_id).state.form is PageForm.AS_SCANNED:
                self.arrivals.clean_again(draft, page, raw=True)
        self.arrivals.lay_flat_anew(draft)
        seen = session.seen
        if entry.current is None and seen:
            entry.current = seen[0].page_id
        self._show()

    # -- choosing -----------------------------------------------------------------------------

    def on_page_chosen(self, at: int) -> None:
        """Make a page of the grid the current one."""
        pages = grid_of(self.draft, basket_open=self._basket_open)
        if 0 <= at < len(pages):
            self._hush()
            self.draft.scan.current, self.draft.scan.acted = pages[at].page_id, None
            self._show()

    def on_row_chosen(self, key: str) -> None:
        """The cursor of the checklist moved."""
        self._row = key

    def on_basket(self) -> None:
        """Show the basket in the grid, or the desk again."""
        self._basket_open = not self._basket_open
        pages = grid_of(self.draft, basket_open=self._basket_open)
        self.draft.scan.current = pages[0].page_id if pages else None
        self._show()

    # -- acts on the current page ---------------------------------------------------------------

    def on_digit(self, digit: int) -> None:
        """Put the current page under the paper with this number, and go on to the next one."""
        row = digit_row(self.draft, digit)
        if row is not None:
            self.on_assigned(row)

    def on_assigned(self, row: str, at: int | None = None) -> None:
        """Put a page under a paper: the current one, or one that was dragged there."""
        if at is not None:
            self.on_page_chosen(at)
        current = self.draft.scan.current
        if current is None or not self._act(lambda session: session.assign(current, row)):
            return
        following = next_unassigned(self.draft, current)
        if following is not None and at is None and not self._basket_open:
            self.draft.scan.current = following
        self._show()

    def on_other(self, name: str) -> None:
        """Put the current page under a paper that is not in the list."""
        if self._supplement is not None:
            self._tell(w.ONLY_ASKED[self._language], Tone.WARN)
            return
        row = self.draft.papers.add_other(name)
        if row is not None:
            self.on_assigned(row.key)

    def on_unassigned(self) -> None:
        self._on_current(lambda session, page: session.unassign(page))

    def on_turned(self) -> None:
        self._on_current(lambda session, page: session.rotate(page))

    def on_accepted(self) -> None:
        """Keep the current page although something is wrong with it."""
        self._on_current(lambda session, page: session.accept(page))

    def on_split(self) -> None:
        """Begin another document at the current page, or join it to the one before again."""
        self._on_current(page_acts.split_or_merge)

    def on_joined(self) -> None:
        """Put the page behind the current one onto its sheet, or take it off again."""
        self._on_current(page_acts.join_or_separate)

    def on_purpose(self) -> None:
        """Have the copy of two sides say what it is for, or not."""
        self._on_current(page_acts.say_purpose_or_not)

    def on_masked(self, mask: Mask) -> None:
        """Have the pixels of a rectangle gone, of the page that is seen and as it is seen."""
        entry, seen = self.draft.scan, self._large.page
        if seen is None or seen != entry.current or entry.shown(entry.session.page(seen)) is None:
            self._tell(w.NOT_NOW[self._language], Tone.WARN)
            return
        turns = entry.session.page(seen).state.turns
        self._act(lambda session: session.cover(seen, mask.turned_back(turns)))

    def on_laid_flat(self, page: UUID, corners: Corners) -> None:
        """Cut the sheet out of a photograph at corners that were set by hand."""
        self.draft.scan.failed.pop(page, None)
        self._act(lambda session: session.lay_flat(page, corners))

    def on_form(self) -> None:
        """Show the current page as it came, or as it was cleaned."""
        self._on_current(page_acts.other_form)
        current = self.draft.scan.current
        if current is not None and current not in self.draft.scan.raw:
            state = self.draft.scan.session.page(current).state
            if state.form is PageForm.AS_SCANNED:
                self.arrivals.clean_again(self.draft, self.draft.scan.pages[current], raw=True)

    def on_moved(self, step: int) -> None:
        """Move the current page forwards or backwards among the others."""
        self._on_current(lambda session, page: page_acts.moved(session, page, step))

    def on_thrown_away(self) -> None:
        """Throw the current page into the basket, or take it out again."""
        current = self.draft.scan.current
        if current is None:
            return
        pages = [page.page_id for page in grid_of(self.draft, basket_open=self._basket_open)]
        at = pages.index(current) if current in pages else 0
        there = self.draft.scan.session.page(current).state.place == BASKET
        if self._act(lambda s: s.restore(current) if there else s.delete(current)):
            left = [page for page in pages if page != current]
            self.draft.scan.current = left[min(at, len(left) - 1)] if left else None
            self._show()

    def on_undone(self) -> None:
        self._on_last(lambda session, page: session.undo(page))

    def on_redone(self) -> None:
        self._on_last(lambda session, page: session.redo(page))

    # -- scanning -----------------------------------------------------------------------------

    def on_scan(self) -> None:
        """Scan the pile, or go on with it after it stopped; while one runs, stop it."""
        self._basket_open = False
        self.arrivals.on_scan(self.draft)
        self._show()

    def on_rescan(self) -> None:
        """Scan the current page again."""
        if self.draft.scan.current is not None:
            self.arrivals.on_rescan(self.draft, self.draft.scan.current)
            self._show()

    def on_rescan_pile(self) -> None:
        """Scan the whole last pile again."""
        self.arrivals.on_rescan_pile(self.draft)
        self._show()

    def on_backs(self) -> None:
        """Scan the backs of the pages of the last run."""
        self.arrivals.on_backs(self.draft)
        self._show()

    def on_files(self, source: PageSource) -> None:
        """Take the pages of files."""
        self.arrivals.on_files(self.draft, source)
        self._show()

    # -- how ----------------------------------------------------------------------------------

    def _on_current(self, change: Callable[[ScanSession, UUID], ScanSession]) -> None:
        current = self.draft.scan.current
        if current is not None:
            self._act(lambda session: change(session, current))

    def _on_last(self, change: Callable[[ScanSession, UUID], ScanSession]) -> None:
        """Step on the page of the last act: the next one is current by itself since."""
        entry = self.draft.scan
        entry.current = entry.acted or entry.current
        self._on_current(change)

    def _act(self, change: Change) -> bool:
        entry = self.draft.scan
        self._hush()
        try:
            entry.session = change(entry.session)
        except PageActError as error:
            words = w.WHY_NOT.get(error.act, w.NOT_NOW)
            self._tell(words[self._language], Tone.WARN)
            return False
        if entry.current is not None:
            entry.acted = entry.current
            entry.handled.add(entry.current)
            place = entry.session.page(entry.current).state.place
            if place.kind is PlaceKind.INSIDE:
                entry.current = place.page
        self._changed(self.draft)
        return True

    def _changed(self, draft: DraftEntry) -> None:
        """Something of a draft's pages is otherwise than before: keep it, show it."""
        self._kept.keep(draft)
        self.arrivals.lay_flat_anew(draft)
        if draft is self.draft and self._in_front:
            self._show()
        else:
            self._documents.write(draft)

    def _show(self) -> None:
        if not self._in_front:
            return
        draft, entry = self.draft, self.draft.scan
        pages = grid_of(draft, basket_open=self._basket_open)
        ids = [page.page_id for page in pages]
        if entry.current not in ids:
            entry.current = ids[0] if ids else None
        run = self.arrivals
        sheet = sheet_of(
            draft, self._language, basket_open=self._basket_open, row=self._row,
            running=run.running, stopped=run.stopped, has_source=run.has_source,
        )  # fmt: skip
        self._view.show_sheet(sheet)
        self._show_marks()
        self._say_what_is_wrong()
        self._view.show_run(self.arrivals.state(draft))
        self._drawing.look_at(entry)

    def _say_what_is_wrong(self) -> None:
        said = self.arrivals.said or self._told
        if said is not None:
            again = self.arrivals.may_rescan_pile(self.draft)
            self._view.show_banner(*said, (Act.RESCAN_PILE,) if again else ())
            return
        sentence = banner_of(self.draft, self._language, basket_open=self._basket_open)
        offers = (Act.RESCAN, Act.KEEP_PAGE) if sentence else ()
        self._view.show_banner(sentence, Tone.ERR if sentence else Tone.MUTE, offers)

    def _tell(self, sentence: str, tone: Tone) -> None:
        """Say why something was not done: it stands until the officer does the next thing, also
        while pages and pictures arrive."""
        self._told = sentence, tone
        self._view.show_banner(sentence, tone)

    def _hush(self) -> None:
        self._told = None
        self.arrivals.hush()

    def _show_large(self, page: UUID | None, picture: bytes | None, problem: str) -> None:
        self._large = LargeView(page=page, picture=picture, problem=problem)
        self._show_marks()

    def _show_marks(self) -> None:
        large, session = self._large, self.draft.scan.session
        if large.page is not None and large.page == self.draft.scan.current and large.picture:
            large = replace(large, marks=marks_of(self.draft, session.page(large.page)))
        self._view.show_large(large)

    def _fail(self, error: Exception) -> None:
        self._tell(words_of(error, self._language), Tone.ERR)
