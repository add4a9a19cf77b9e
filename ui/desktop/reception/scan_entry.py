"""The pages of one open draft, as the window holds them. Free of Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from station.domain.scan_pages import PageForm, PlaceKind, ScannedPage, in_row
from station.domain.scan_session import ScanSession
from ui.desks.scan import DeskPage

Signature = tuple[object, ...]
"""All that decides what a document looks like: the same signature, the same bytes."""


@dataclass(slots=True, eq=False)
class ScanEntry:
    """What came, what was made of it, and which documents were written of it."""

    session: ScanSession = field(default_factory=ScanSession)
    pages: dict[UUID, DeskPage] = field(default_factory=dict)
    raw: dict[UUID, DeskPage] = field(default_factory=dict)
    """The clean forms of pages that are wanted as they came."""
    small: dict[UUID, tuple[Signature, bytes]] = field(default_factory=dict)
    """Small pictures, and of which state of the page."""
    failed: dict[UUID, str] = field(default_factory=dict)
    """Why a page could not be cleaned."""
    written: dict[str, Signature] = field(default_factory=dict)
    """By row, of what its documents were written."""
    handled: set[UUID] = field(default_factory=set)
    """Pages that the officer did something with: nothing is done with them unasked."""
    procedure: str = ""
    """Its name: copies of cards say what they are for."""
    supplement_of: str = ""
    """The dossier whose papers these are, where it is received already."""
    current: UUID | None = None
    acted: UUID | None = None
    """The page of the last act, until the officer turns to a page: it is what an undo is about."""
    opened: bool = False
    """What the store has of it was read."""
    waiting: int = 0
    """Pages that the store has of it, before they are read."""
    moves: list[Mapping[str, str]] = field(default_factory=list)
    """Checklists that came while they waited; see ``change_rows``."""

    @property
    def has_pages(self) -> bool:
        return bool(self.session.pages) or self.waiting > 0

    def shown(self, page: ScannedPage) -> DeskPage | None:
        """Give what is shown of a page: clean, or as it came; None while that is not made."""
        raw = page.state.form is PageForm.AS_SCANNED
        found = (self.raw if raw else self.pages).get(page.page_id)
        if not raw and found is not None and self.is_otherwise(page):
            return None
        return found if found is not None and found.clean is not None else None

    def is_otherwise(self, page: ScannedPage) -> bool:
        """Tell whether a page was laid flat at other corners than it is to be now."""
        findings = self.pages[page.page_id].findings
        return findings is not None and findings.corners != page.state.corners

    def signature(self, page: ScannedPage) -> Signature:
        """Give what a sheet's picture depends on."""
        shown, state = self.shown(page), page.state
        one = (page.page_id, shown.clean if shown else None, state.turns, state.masks)
        if state.back is None:
            return one
        back = self.signature(self.session.page(state.back))
        return (*one, back, self.procedure if state.says_purpose else None)

    def row_signature(self, row: str) -> Signature:
        """Give what the documents of a row depend on: their metadata name paper and procedure."""
        return tuple(
            (row, self.procedure, number, self.signature(page))
            for number, document in enumerate(self.session.documents(row))
            for page in document
        )

    @property
    def size(self) -> int:
        """Give the bytes of the pages that lie in rows or in the tray, second sides too."""
        kinds = (PlaceKind.ROW, PlaceKind.TRAY, PlaceKind.INSIDE)
        return sum(
            shown.findings.size
            for page in self.session.pages
            if page.state.place.kind in kinds
            and (shown := self.shown(page)) is not None
            and shown.findings is not None
        )

    def empty_row(self, key: str) -> None:
        """Put the pages of a row into the tray again."""
        for page in self.session.at(in_row(key)):
            self.session = self.session.unassign(page.page_id)
        self.written.pop(key, None)

    def follow(self, rows: Iterable[str]) -> None:
        """Send the pages of rows that are there no more into the tray."""
        keys = {key: key for key in rows}
        places = {page.state.place for page in self.session.pages}
        if any(place.kind is PlaceKind.ROW and place.row not in keys for place in places):
            self.change_rows(keys)

    def take(self, session: ScanSession) -> None:
        """Take what the store has of it, under the checklist of now."""
        for moved in self.moves:
            session = session.change_rows(moved)
        for arrived in self.session.pages:  # they may have come while the older ones were read
            session = session.receive(arrived.page_id)
        self.session, self.opened, self.waiting, self.moves = session, True, 0, []

    def change_rows(self, moved: Mapping[str, str]) -> None:
        """Follow another checklist, or once the pages are read; see ``ScanSession.change_rows``."""
        if self.waiting:
            self.moves.append(moved)
        self.session = self.session.change_rows(moved)
        self.written = {moved[row]: of for row, of in self.written.items() if row in moved}
