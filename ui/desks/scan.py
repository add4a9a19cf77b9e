"""What a desk does with scanned pages: kept before they are seen, gone when they are filed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from station.codec import from_plain, to_plain
from station.domain.disk_room import DiskRoom, room_of
from station.domain.journal import VIETNAM
from station.domain.procedure import Procedure
from station.domain.scan_pages import Corners
from station.domain.scan_session import ScanSession
from station.domain.signatures import FoundSignature
from station.forms.copy_purpose import CopyPurpose
from station.forms.office import office_on
from station.forms.separator_sheet import SEPARATORS, separator_sheets
from station.ports.documents import IncomingFile
from station.ports.draft_files import DraftFile, FileRole
from station.usecases.draft_files import (
    Arrived,
    files_of,
    forget_files,
    keep_clean,
    keep_file,
    keep_session,
    session_of,
)
from station.usecases.handed_in import DIGITISED, KEPT, NameOnlyProcedureError
from station.usecases.scan_record import session_from_plain, session_to_plain
from ui.desks.acting import acting_of
from ui.desks.page_printing import print_pages
from ui.desks.ports import DeskPorts

if TYPE_CHECKING:
    from ui.scanning import CleanPage

_PDF = "application/pdf"
_RUN = "scan acquire"
SCANNED = "scan:"
"""Before the name of a document that was made of scanned pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """What is wrong with a page, and where: in millimetres of the page as it came."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the pipeline found out about a page. ``size`` is bytes of the clean page."""

    blank: bool
    defects: tuple[Defect, ...]
    rotated: int
    codes: tuple[str, ...]
    width: int
    height: int
    size: int
    corners: Corners | None = None
    """That were set by hand, and at which the page was laid flat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage:
    """One page on the desk; its bytes are in the vault. ``findings``: None until it is clean."""

    page_id: UUID
    source: str
    original: str
    arrived_at: datetime
    clean: str | None = None
    findings: Findings | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What was found out about a file that a citizen brought, when it was opened."""

    signatures: tuple[FoundSignature, ...] = ()


class ScanDesk:
    """The scanned pages of one signed-in officer's drafts. Calls wait for the disk."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports
        self._raw: dict[str, CleanPage] = {}

    def room(self) -> DiskRoom:
        """Say what the disk still has room for."""
        return room_of(self._ports.store.vault.free())

    def keep(self, draft_id: UUID, content: bytes, source: str) -> DeskPage:
        """Put a page away as it came; it is on the disk, encrypted, when this returns.

        Raises:
            StationError: there is no room, or it is too large; nothing was kept.
        """
        arrived = Arrived(
            draft_id=draft_id, role=FileRole.PAGE, media_type=_media_type(content), source=source
        )
        return _page(self._keep(content, arrived))

    def note_clean(
        self, page: DeskPage, clean: "CleanPage", corners: Corners | None = None
    ) -> DeskPage:
        """Put the clean form of a page away, with what was found out.

        Args:
            corners: of the sheet, where they were set by hand.
        """
        from ui.scanning import pack_page

        found = replace(findings_of(clean), corners=corners)
        name = keep_clean(
            page.page_id,
            pack_page(clean),
            to_plain(found),
            vault=self._ports.store.vault,
            acting=acting_of(self._ports),
        )
        return replace(page, clean=name, findings=found)

    def keep_raw(self, page: DeskPage, raw: "CleanPage") -> DeskPage:
        """Hold a page as it came, in the form of a clean one; it is made anew after a break."""
        name = f"raw-{page.page_id}"
        self._raw[name] = raw
        return replace(page, clean=name, findings=findings_of(raw))

    def purpose(self, page: DeskPage, procedure: str) -> CopyPurpose:
        """Say what a copy of a page is for: the day is that on which the page came."""
        on = page.arrived_at.astimezone(VIETNAM).date()
        office = office_on(self._ports.settings.offices, on)
        return CopyPurpose(procedure=procedure, office=office.reception_unit, on=on)

    def opened(self, draft_id: UUID) -> tuple[Sequence[DeskPage], ScanSession]:
        """Give the pages of a draft, and what was made of them.

        What cannot be read any more of the latter is as if it had not been done: no page is lost.
        """
        acting = acting_of(self._ports)
        pages = [_page(file) for file in files_of(draft_id, FileRole.PAGE, acting=acting)]
        plain = session_of(draft_id, acting=acting_of(self._ports))
        session = ScanSession() if plain is None else _session(plain)
        for page in pages:
            session = session.receive(page.page_id)
        known = {page.page_id for page in pages}
        if any(page.page_id not in known for page in session.pages):
            session = ScanSession()
            for page in pages:
                session = session.receive(page.page_id)
        return pages, session

    def keep_session(self, draft_id: UUID, session: ScanSession) -> None:
        """Keep what was made of the pages of a draft."""
        keep_session(
            draft_id,
            session_to_plain(session),
            at=self._ports.clock.now(),
            acting=acting_of(self._ports),
        )

    def forget_filed(self, draft_id: UUID, rows: Collection[str]) -> None:
        """Forget the pages of rows whose documents were taken in; the others stay on the desk."""
        _, session = self.opened(draft_id)
        if gone := session.filed(rows):
            self.keep_session(draft_id, session.taken_in(rows))
            self.forget_documents(draft_id, gone)

    def original(self, page: DeskPage) -> bytes:
        """Give a page as it came."""
        return self.original_of(page.original)

    def original_of(self, name: str) -> bytes:
        """Give a page as it came, by the name of its bytes."""
        return self._ports.store.vault.get(name)

    def clean(self, page: DeskPage) -> "CleanPage":
        """Give the clean form of a page.

        Raises:
            ValueError: there is none, or another version of the program wrote it.
            StationError: its file is damaged.
        """
        from ui.scanning import unpack_page

        if page.clean is None:
            raise ValueError(page.page_id)
        if page.clean in self._raw:
            return self._raw[page.clean]
        return unpack_page(self._ports.store.vault.get(page.clean))

    def keep_document(self, draft_id: UUID, pdf: bytes, *, pages: int, name: str) -> DraftFile:
        """Put away what was made of pages for one paper; it waits to be received."""
        arrived = Arrived(
            draft_id=draft_id,
            role=FileRole.FILE,
            media_type=_PDF,
            source=SCANNED + name,
            pages=pages,
        )
        return self._keep(pdf, arrived)

    def keep_brought(
        self, draft_id: UUID, file: IncomingFile, *, name: str, brought: Brought
    ) -> DraftFile:
        """Put away a file that a citizen brought: its stick is gone with him."""
        arrived = Arrived(
            draft_id=draft_id,
            role=FileRole.FILE,
            media_type=file.media_type,
            source=name,
            pages=file.pages,
            findings=to_plain(brought),
        )
        return self._keep(file.content, arrived)

    def separators_pdf(self, procedure: Procedure, rows: Sequence[tuple[str, str]]) -> bytes:
        """Give the separator sheets of a checklist.

        Args:
            rows: key and name of each row.

        Raises:
            NameOnlyProcedureError: it has no rows.
        """
        if not rows:
            raise NameOnlyProcedureError(procedure.code)
        at = self._ports.clock.now()
        office = office_on(self._ports.settings.offices, at.date())
        sheets = separator_sheets(procedure, rows, office, printed_at=at)
        return self._ports.papers.separators_pdf(sheets)

    def print_separators(self, procedure: Procedure, rows: Sequence[tuple[str, str]]) -> str:
        """Print the separator sheets of a checklist, and give the printer's name.

        Raises:
            StationError: they did not come out, and why.
        """
        return print_pages(
            self._ports.devices,
            lambda: self.separators_pdf(procedure, rows),
            form=SEPARATORS,
            sheet="a4",
            title=f"{procedure.code}-{SEPARATORS}",
        )

    def forget_documents(self, draft_id: UUID, file_ids: Sequence[UUID]) -> None:
        """Forget documents in whose place others were made."""
        forget_files(
            draft_id, file_ids, vault=self._ports.store.vault, acting=acting_of(self._ports)
        )

    def shelf(self, output: Path) -> "DraftShelf":
        """Give where the pages of a run wait until this file is whole; see ``PageShelf``."""
        return DraftShelf(self, uuid5(NAMESPACE_URL, output.resolve().as_uri()))

    def _keep(self, content: bytes, arrived: Arrived) -> DraftFile:
        return keep_file(
            content, arrived, vault=self._ports.store.vault, acting=acting_of(self._ports)
        )


class DraftShelf:
    """Pages of a run without a window, kept as those of a draft are: encrypted, for a day."""

    def __init__(self, scans: ScanDesk, draft_id: UUID) -> None:
        self._scans, self._draft_id = scans, draft_id

    def earlier(self) -> Sequence[str]:
        """Name the pages that a run left, in their order."""
        return [page.original for page in self._scans.opened(self._draft_id)[0]]

    def read(self, name: str) -> bytes:
        """Give a page as it came."""
        return self._scans.original_of(name)

    def keep(self, content: bytes) -> None:
        """Put a page away; it is on the disk, encrypted, when this returns."""
        self._scans.keep(self._draft_id, content, _RUN)

    def keep_first(self, count: int) -> None:
        """Forget the pages behind the first ones."""
        pages, _ = self._scans.opened(self._draft_id)
        self._scans.forget_documents(self._draft_id, [page.page_id for page in pages[count:]])

    def clear(self) -> None:
        """Forget the pages."""
        self.keep_first(0)


def kept_name(file: DraftFile) -> str:
    """Give the name by which a reception takes a file out of the vault."""
    before = DIGITISED if file.source.startswith(SCANNED) else KEPT
    return before + file.sha256


def brought_of(file: DraftFile) -> Brought:
    """Say what was found out about a brought file; nothing where nothing can be read."""
    try:
        return Brought() if file.findings is None else from_plain(file.findings, Brought)
    except (msgspec.ValidationError, ValueError):
        return Brought()


def findings_of(clean: "CleanPage") -> Findings:
    """Say what the pipeline found out, in values that are kept beside the page."""
    return Findings(
        blank=clean.blank,
        defects=tuple(
            Defect(
                kind=defect.kind.value,
                x=defect.region.x,
                y=defect.region.y,
                width=defect.region.width,
                height=defect.region.height,
            )
            for defect in clean.defects
        ),
        rotated=clean.rotated,
        codes=clean.codes,
        width=clean.width,
        height=clean.height,
        size=clean.size,
    )


def _page(file: DraftFile) -> DeskPage:
    return DeskPage(
        page_id=file.file_id,
        source=file.source,
        original=file.sha256,
        arrived_at=file.arrived_at,
        clean=file.clean,
        findings=None if file.findings is None else from_plain(file.findings, Findings),
    )


def _session(plain: dict[str, Any]) -> ScanSession:
    try:
        return session_from_plain(plain)
    except (msgspec.ValidationError, ValueError, ZeroDivisionError):
        return ScanSession()


def _media_type(content: bytes) -> str:
    for magic, media_type in (
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG", "image/png"),
        (b"%PDF-", _PDF),
    ):
        if content.startswith(magic):
            return media_type
    return "image/webp" if content[8:12] == b"WEBP" else "image/tiff"
