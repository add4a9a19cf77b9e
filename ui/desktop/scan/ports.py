"""What the scan desk needs of the world, and how it hears of it. Free of Qt."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from station.domain.disk_room import DiskRoom
from station.domain.scan_pages import Corners
from station.domain.scan_session import ScanSession
from station.forms.copy_purpose import CopyPurpose
from station.ports.draft_files import DraftFile
from station.ports.scanners import ScannerState, ScanRequest
from ui.desks.scan import DeskPage

A = TypeVar("A")


class ScanDeskPort(Protocol):
    """See ``ui.desks.scan.ScanDesk``. Calls wait for the disk."""

    def room(self) -> DiskRoom:
        """Say how full the disk is; answers at once."""
        ...

    def keep(self, draft_id: UUID, content: bytes, source: str) -> DeskPage: ...

    def note_clean(
        self,
        page: DeskPage,
        clean: Any,  # noqa: ANN401 - the pipeline's
        corners: Corners | None = None,
    ) -> DeskPage: ...

    def keep_raw(self, page: DeskPage, raw: Any) -> DeskPage: ...  # noqa: ANN401 - the pipeline's

    def opened(self, draft_id: UUID) -> tuple[Sequence[DeskPage], ScanSession]: ...

    def keep_session(self, draft_id: UUID, session: ScanSession) -> None: ...

    def purpose(self, page: DeskPage, procedure: str) -> CopyPurpose: ...

    def original(self, page: DeskPage) -> bytes: ...

    def clean(self, page: DeskPage) -> Any: ...  # noqa: ANN401 - the pipeline's

    def keep_document(self, draft_id: UUID, pdf: bytes, *, pages: int, name: str) -> DraftFile: ...

    def forget_documents(self, draft_id: UUID, file_ids: Sequence[UUID]) -> None: ...


class PageSource(Protocol):
    """A scanner; see ``station.ports.scanners.Scanner``."""

    name: str
    simulated: bool
    photographs: bool
    """Its pages are photographs: the sheet has to be found on them."""

    def state(self) -> ScannerState:
        """Ask it how it is; not while it scans."""
        ...

    def scan(self, request: ScanRequest) -> Iterator[bytes]: ...

    def stop(self) -> None:
        """Let the run that goes on feed nothing more: what is under way still comes, as its last.

        Called by whoever takes the pages, between two of them.
        """
        ...


class Studio(Protocol):
    """What draws pages and writes documents; see ``devices.page_pipeline.studio``."""

    def thumbnail(self, content: bytes) -> bytes: ...

    def photograph(self, content: bytes, width: int) -> tuple[bytes, Corners | None]: ...

    def view(self, recipe: Any, width: int) -> bytes: ...  # noqa: ANN401 - the pipeline's

    def document(
        self,
        recipes: Sequence[Any],
        *,
        title: str,
        made_at: datetime,
        facts: Mapping[str, str],
    ) -> bytes: ...


class Cleaning(Protocol):
    """Cleans pages, one after the other, away from the window."""

    def put(self, job: "CleaningJob") -> None:
        """Clean a page after those that wait; its job hears of it in the window's thread."""
        ...


class CleaningJob(Protocol):
    """One page to be cleaned."""

    @property
    def read(self) -> Callable[[], bytes]:
        """Give the page as it came; called away from the window."""
        ...

    @property
    def order(self) -> Any: ...  # noqa: ANN401 - the pipeline's

    @property
    def keep(self) -> Callable[[Any], DeskPage]:
        """Put the clean page away; called away from the window."""
        ...

    @property
    def done(self) -> Callable[[DeskPage], None]:
        """Hear that it is clean."""
        ...

    @property
    def failed(self) -> Callable[[Exception], None]:
        """Hear why it is not."""
        ...


class Tell(Protocol):
    """Has something called in the window's thread; may be used in any."""

    def __call__(self, callback: Callable[[A], object], argument: A, /) -> None: ...
