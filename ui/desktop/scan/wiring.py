"""The scan desk of one session: its workers, its presenter, and the page that shows them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QTimer

from station.domain.acts import DossierAct
from station.domain.dossier import Dossier
from station.domain.procedure import Procedure
from ui import scanning
from ui.desktop.dossier.page import DossierPage
from ui.desktop.frame.view_model import Place
from ui.desktop.going import Going
from ui.desktop.keys import Act
from ui.desktop.kit.tone import Tone
from ui.desktop.open_work import OpenWork
from ui.desktop.preview.sources import PaperSource
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.scan import words as w
from ui.desktop.scan.cornering import Cornering
from ui.desktop.scan.documents import Documents
from ui.desktop.scan.files import PagesOfFiles
from ui.desktop.scan.page import ScanPage
from ui.desktop.scan.page_cleaning import PageCleaning
from ui.desktop.scan.presenter import ScanPresenter
from ui.desktop.scan.separators import separators_of
from ui.desktop.scan.supplements import Supplements
from ui.desktop.scan.view_model import Profile
from ui.desktop.session_tools import SessionTools
from ui.desktop.wires import Wires

_PAINTED_FIRST_MS: Final = 300
"""So long the page has for itself before the process of its pictures begins beside it."""


class ScanPlace:
    """Builds the presenter, wires it to the page, and takes everything down again. The desk is a
    draft's, or a received dossier's while it waits for papers: see ``LeftPart`` for the latter."""

    def __init__(
        self,
        page: ScanPage,
        tools: SessionTools,
        *,
        work: OpenWork,
        dossier: DossierPage,
        papers_changed: Callable[[DraftEntry], object],
        failed: Callable[[Exception], None],
        going: Going,
        preview: Callable[[PaperSource], object],
    ) -> None:
        """
        Args:
            dossier: the page of the dossier whose papers may come.
            papers_changed: hears that the files of a draft's papers are others.
            preview: shows a paper.
        """
        desk, workers, language = tools.desk, tools.workers, tools.language
        self._page, self._going, self._workers = page, going, workers
        self._dossier, self._draft_changed = dossier, papers_changed
        self._desk, self._store, self._failed = desk, tools.store_worker, failed
        self._supplements = Supplements()
        self._preview, self._scans, self._language = preview, desk.scans, language
        self._sources = scanning.page_sources(tools.home, desk.settings.devices)
        self._studio = scanning.page_studio()
        self._studio_start = QTimer(page)
        self._studio_start.setSingleShot(True)
        self._studio_start.setInterval(_PAINTED_FIRST_MS)
        self._studio_start.timeout.connect(self._start_studio)
        self._cleaning = PageCleaning(workers.scanner.tell, new_worker=scanning.page_worker)
        self.presenter = ScanPresenter(
            page,
            scans=desk.scans,
            sources=self._sources,
            studio=self._studio,
            cleaning=self._cleaning,
            documents=Documents(
                scans=desk.scans,
                studio=self._studio,
                worker=workers.pages,
                now=desk.now,
                changed=self._papers_changed,
                failed=failed,
            ),
            drafts=work.drafts,
            store_worker=workers.store,
            page_worker=workers.pages,
            scan_worker=workers.scanner,
            tell=workers.scanner.tell,
            language=language,
        )
        self._cornering = Cornering(
            page,
            scans=desk.scans,
            studio=self._studio,
            worker=workers.pages,
            draft=lambda: self.presenter.draft,
            laid_flat=self.presenter.on_laid_flat,
            refused=lambda: page.show_banner(w.NOT_NOW[language], Tone.WARN),
            failed=failed,
        )
        self._connect(tools.wires)

    def open(self) -> None:
        """Show the draft in front."""
        self._studio_start.start()
        self.presenter.open()

    def leave(self, place: Place) -> None:
        """Another page comes to the front; from a paper alone it leads back to the same pages."""
        self._studio_start.stop()
        if place is Place.PREVIEW:
            self.presenter.leave()
        else:
            self.presenter.turn_to(None)

    def left(self) -> dict[str, Any]:
        """Give which dossier's papers are scanned; nothing for those of a draft."""
        code = self.presenter.draft.scan.supplement_of
        return {"code": code} if code else {}

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Go on with the papers of this dossier."""
        self._with_supplement(str(left.get("code", "")), self._show_again)

    def open_supplement(self, code: str) -> None:
        """Scan what a dossier waits for."""
        self._with_supplement(code, self._show)

    def close(self) -> None:
        """Take everything down, each part where it is used; nobody waits here."""
        self._studio_start.stop()
        self._studio_start.deleteLater()  # its parent outlives the session
        self.presenter.close()
        self._page.clear()
        self._workers.scanner.run(self._end_scanners, done=_nothing, failed=_nothing)
        self._workers.pages.run(self._end_pages, done=_nothing, failed=_nothing)

    def _start_studio(self) -> None:
        self._workers.pages.run(self._studio.start, done=_nothing, failed=_nothing)

    def _end_scanners(self) -> None:
        for source in self._sources:
            source.close()
        self._cleaning.close()

    def _end_pages(self) -> None:
        self._studio.close()

    def _connect(self, wires: Wires) -> None:
        join, page, presenter = wires.join, self._page, self.presenter
        arrivals = presenter.arrivals
        join(page.closed, self._go_back)
        join(self._dossier.act_panel.scan_wanted, self.open_supplement)
        join(page.acted, self._act)
        join(page.page_chosen, presenter.on_page_chosen)
        join(page.page_moved, presenter.on_moved)
        join(page.digit_pressed, presenter.on_digit)
        join(page.row_chosen, presenter.on_row_chosen)
        join(page.row_entered, presenter.on_assigned)
        join(page.page_dropped, presenter.on_assigned)
        join(page.other_named, presenter.on_other)
        join(page.masked, presenter.on_masked)
        join(page.corners_set, self._cornering.set)
        join(page.source_chosen, arrivals.on_source)
        join(page.profile_chosen, lambda value: arrivals.on_profile(Profile(value)))
        join(page.duplex_changed, arrivals.on_duplex)
        join(page.blanks_changed, arrivals.on_drops_blanks)
        join(page.straighten_changed, arrivals.on_straightens)
        join(page.files_chosen, self._take_files)

    def _with_supplement(self, code: str, then: Callable[[DraftEntry], object]) -> None:
        def read() -> tuple[Dossier, Procedure | None]:
            dossier = self._desk.dossier(code)
            return dossier, self._desk.catalogue.rules_of(dossier)

        def done(found: tuple[Dossier, Procedure | None]) -> None:
            draft = self._supplements.draft_of(*found)
            if draft is not None:
                then(draft)

        self._store.run(read, done=done, failed=self._failed)

    def _show(self, draft: DraftEntry) -> None:
        if self._going.place is Place.DOSSIER:  # else the officer went on meanwhile
            self.presenter.turn_to(draft)
            self._going.to(Place.SCAN)

    def _show_again(self, draft: DraftEntry) -> None:
        if self._going.place is Place.SCAN:
            self.presenter.turn_to(draft)
            self.presenter.open()

    def _go_back(self) -> None:
        """Go back to the draft, or to the panel in which it is noted what came."""
        draft = self.presenter.draft
        self._going.back_from_scan()
        if draft.scan.supplement_of:
            self._dossier.open_act(DossierAct.BRING)
            self._papers_changed(draft)

    def _papers_changed(self, draft: DraftEntry) -> None:
        code = draft.scan.supplement_of
        if not code:
            self._draft_changed(draft)
        for paper in self._supplements.scanned(draft):
            self._dossier.act_panel.show_scanned(code, paper)

    def _take_files(self, paths: list[str]) -> None:
        self.presenter.on_files(PagesOfFiles([Path(path) for path in paths]))

    def _see_separators(self) -> None:
        paper = separators_of(self._scans, self.presenter.draft, self._language)
        if paper is None:
            self._page.show_banner(w.NO_ROWS[self._language], Tone.WARN)
        else:
            self._preview(paper)

    def _act(self, act: Act) -> None:
        presenter = self.presenter
        acts: dict[Act, Callable[[], object]] = {
            Act.SCAN: presenter.on_scan,
            Act.NEXT_PROFILE: presenter.arrivals.on_profile,
            Act.UNDO: presenter.on_undone,
            Act.REDO: presenter.on_redone,
            Act.UNASSIGN: presenter.on_unassigned,
            Act.RESCAN: presenter.on_rescan,
            Act.RESCAN_PILE: presenter.on_rescan_pile,
            Act.KEEP_PAGE: presenter.on_accepted,
            Act.TURN: presenter.on_turned,
            Act.SPLIT: presenter.on_split,
            Act.JOIN: presenter.on_joined,
            Act.PURPOSE: presenter.on_purpose,
            Act.THROW_AWAY: presenter.on_thrown_away,
            Act.AS_IT_CAME: presenter.on_form,
            Act.BASKET: presenter.on_basket,
            Act.BACKS: presenter.on_backs,
            Act.SEPARATORS: self._see_separators,
            Act.CORNERS: self._cornering.begin,
        }
        acts[act]()


def _nothing(_: object) -> None:
    """There is nobody to tell."""
