"""The scan desk without a window: what it shows is noted, pages come from a list. Free of Qt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from station.domain.disk_room import DiskRoom, room_of
from station.domain.procedure import Procedure
from station.domain.scan_pages import Corners
from station.domain.scan_session import ScanSession
from station.forms.copy_purpose import CopyPurpose
from station.ports.draft_files import DraftFile, FileRole
from station.ports.scanners import ScannerError, ScannerState, ScanRequest
from station.usecases.scan_record import session_from_plain, session_to_plain
from tests.builders import MONDAY, a_procedure
from tests.ui.fake_tasks import InPlace
from ui.desks.scan import DeskPage, Findings
from ui.desktop.keys import Act
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.scan.documents import Documents
from ui.desktop.scan.ports import CleaningJob, ScanDeskPort
from ui.desktop.scan.presenter import ScanPresenter
from ui.desktop.scan.view_model import LargeView, Profile, ScanSheet, ScanState
from ui.desktop.tasks import Tasks

FINE = Findings(blank=False, defects=(), rotated=0, codes=(), width=1654, height=2339, size=50_000)


@dataclass
class FakeScanPage:
    """Notes what was shown last. Implements ``ScanView``."""

    sheet: ScanSheet | None = None
    large: LargeView = field(default_factory=lambda: LargeView(picture=None))
    run: ScanState = field(default_factory=ScanState)
    banner: str = ""
    offers: tuple[Act, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    profile: Profile | None = None

    def show_sheet(self, sheet: ScanSheet) -> None:
        self.sheet = sheet

    def show_sources(self, sources: tuple[tuple[str, str], ...], chosen: str) -> None:
        self.sources = sources

    def show_profile(self, profile: Profile) -> None:
        self.profile = profile

    def show_large(self, large: LargeView) -> None:
        self.large = large

    def show_run(self, state: ScanState) -> None:
        self.run = state

    def show_banner(self, sentence: str, tone: Tone, offers: tuple[Act, ...] = ()) -> None:
        self.banner, self.offers = sentence, offers


class FakeScans:
    """Pages in dicts. What the pipeline finds is what the test says. Implements the port."""

    def __init__(self) -> None:
        self.contents: dict[UUID, bytes] = {}
        self.pages: dict[UUID, DeskPage] = {}
        self.sessions: dict[UUID, dict[str, Any]] = {}
        self.documents: dict[UUID, DraftFile] = {}
        self.pdfs: dict[UUID, bytes] = {}
        self.fails: Exception | None = None
        self.free = 100_000_000_000

    def room(self) -> DiskRoom:
        return room_of(self.free)

    def keep(self, draft_id: UUID, content: bytes, source: str) -> DeskPage:
        if self.fails is not None:
            raise self.fails
        page = DeskPage(
            page_id=uuid4(), source=source, original=content.decode(), arrived_at=MONDAY
        )
        self.pages[page.page_id] = page
        self.contents[page.page_id] = content
        return page

    def note_clean(
        self, page: DeskPage, clean: Findings, corners: Corners | None = None
    ) -> DeskPage:
        name = f"clean {page.original}" + " laid flat" * (corners is not None)
        done = replace(page, clean=name, findings=replace(clean, corners=corners))
        self.pages[page.page_id] = done
        return done

    def keep_raw(self, page: DeskPage, raw: Findings) -> DeskPage:
        return replace(page, clean=f"raw {page.original}", findings=raw)

    def opened(self, draft_id: UUID) -> tuple[Sequence[DeskPage], ScanSession]:
        plain = self.sessions.get(draft_id)
        session = ScanSession() if plain is None else session_from_plain(plain)
        for page_id in self.pages:
            session = session.receive(page_id)
        return list(self.pages.values()), session

    def keep_session(self, draft_id: UUID, session: ScanSession) -> None:
        self.sessions[draft_id] = session_to_plain(session)

    def purpose(self, page: DeskPage, procedure: str) -> CopyPurpose:
        return CopyPurpose(procedure=procedure, office="Quầy 1", on=page.arrived_at.date())

    def original(self, page: DeskPage) -> bytes:
        return self.contents[page.page_id]

    def clean(self, page: DeskPage) -> str | None:
        return page.clean

    def keep_document(self, draft_id: UUID, pdf: bytes, *, pages: int, name: str) -> DraftFile:
        file = DraftFile(
            draft_id=draft_id,
            file_id=uuid4(),
            role=FileRole.FILE,
            sha256=pdf.decode(),
            size=len(pdf),
            media_type="application/pdf",
            pages=pages,
            source=name,
            arrived_at=MONDAY,
        )
        self.documents[file.file_id] = file
        return file

    def forget_documents(self, draft_id: UUID, file_ids: Sequence[UUID]) -> None:
        for file_id in file_ids:
            del self.documents[file_id]


class FakeStudio:
    """Draws words. Implements ``Studio``."""

    def __init__(self) -> None:
        self.facts: list[Mapping[str, str]] = []
        """Of the documents that were written."""

    def thumbnail(self, content: bytes) -> bytes:
        return b"small " + content

    def photograph(self, content: bytes, width: int) -> tuple[bytes, Corners | None]:
        return b"photo " + content, None

    def view(self, recipe: Any, width: int) -> bytes:
        return _words(recipe).encode()

    def document(
        self,
        recipes: Sequence[Any],
        *,
        title: str,
        made_at: datetime,
        facts: Mapping[str, str],
    ) -> bytes:
        self.facts.append(facts)
        return f"{title}: {' + '.join(map(_words, recipes))}".encode()


def _words(recipe: Any) -> str:
    sides = [recipe.front, *([recipe.back] if recipe.back else [])]
    drawn = " / ".join(
        f"{side.page}{' turned' * side.turns}{' masked' * len(side.masks)}" for side in sides
    )
    return drawn if recipe.purpose is None else f"{drawn}, {recipe.purpose.across}"


class FakeCleaning:
    """Cleans at once, or when the test says so. ``finds`` is what is found on a page's content."""

    def __init__(self) -> None:
        self.finds: dict[bytes, Findings | Exception] = {}
        self.later = False
        self.waiting: list[CleaningJob] = []
        self.orders: list[Any] = []

    def put(self, job: CleaningJob) -> None:
        self.orders.append(job.order)
        if self.later:
            self.waiting.append(job)
        else:
            self._clean(job)

    def clean_all(self) -> None:
        while self.waiting:
            self._clean(self.waiting.pop(0))

    def _clean(self, job: CleaningJob) -> None:
        found = self.finds.get(job.read(), FINE)
        if isinstance(found, Exception):
            job.failed(found)
        else:
            job.done(job.keep(found))


class Pile:
    """A scanner whose paper is a list; an error in it stops the run once."""

    simulated = True
    photographs = False

    def __init__(self, *paper: str | ScannerError, name: str = "Máy quét (mô phỏng)") -> None:
        self.name = name
        self.paper = list(paper)
        self.requests: list[ScanRequest] = []
        self.states: list[ScannerState] = []
        """What it says of itself, one after the other; then that it is ready."""

    def state(self) -> ScannerState:
        return self.states.pop(0) if self.states else ScannerState.READY

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        self.requests.append(request)
        self._stops = False
        while self.paper and not self._stops:
            sheet = self.paper.pop(0)
            if isinstance(sheet, ScannerError):
                raise sheet
            yield sheet.encode()

    def stop(self) -> None:
        self._stops = True


class AtScanDesk:
    """The presenter of one draft under a procedure, over fakes."""

    def __init__(
        self,
        *paper: str | ScannerError,
        procedure: Procedure | None = None,
        scans: ScanDeskPort | None = None,
        drafts: OpenDrafts | None = None,
        page_worker: Tasks | None = None,
        other: Pile | None = None,
    ) -> None:
        """
        Args:
            page_worker: draws pages; in place, which is deep for more than a hundred.
            other: a second scanner.
        """
        self.page = FakeScanPage()
        self.scans = FakeScans()
        self.studio, self.cleaning, self.pile = FakeStudio(), FakeCleaning(), Pile(*paper)
        self.drafts = drafts or OpenDrafts()
        if drafts is None:
            chosen = procedure or a_procedure()
            self.drafts.current.change_procedure(chosen, "test 1", MONDAY.date())
        self.papers_shown = 0
        self.failures: list[Exception] = []
        used: Any = scans or self.scans
        self.presenter = ScanPresenter(
            self.page,
            scans=used,
            sources=[self.pile, *([other] if other else [])],
            studio=self.studio,
            cleaning=self.cleaning,
            documents=Documents(
                scans=used,
                studio=self.studio,
                worker=InPlace(),
                now=lambda: MONDAY,
                changed=self._note_papers,
                failed=self.failures.append,
            ),
            drafts=self.drafts,
            store_worker=InPlace(),
            page_worker=page_worker or InPlace(),
            scan_worker=InPlace(),
            tell=lambda callback, argument: callback(argument),
            language="vi",
        )

    def open(self) -> None:
        self.presenter.open()

    def join_and_file(self) -> None:
        """Join the first two pages, put the sheet under the first paper and leave the desk."""
        self.presenter.on_page_chosen(0)
        self.presenter.on_joined()
        self.presenter.on_digit(1)
        self.presenter.leave()

    def scan(self) -> None:
        self.presenter.on_scan()

    @property
    def sheet(self) -> ScanSheet:
        assert self.page.sheet is not None
        return self.page.sheet

    @property
    def places(self) -> list[str]:
        return [cell.place for cell in self.sheet.pages]

    def content(self) -> list[str]:
        """Give the contents of the pages of the grid, in their order."""
        session = self.drafts.current.scan.session
        return [self.scans.pages[page.page_id].original for page in session.seen]

    def _note_papers(self, _: object) -> None:
        self.papers_shown += 1


def opened(*paper: str | ScannerError) -> AtScanDesk:
    """Come to the scan desk, with this paper in the scanner."""
    desk = AtScanDesk(*paper)
    desk.open()
    return desk
