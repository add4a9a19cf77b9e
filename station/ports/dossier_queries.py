"""What is asked about the dossiers of a station, and how a row of them answers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from station.domain.dossier import Dossier, DossierStatus
from station.domain.dossier_filter import DossiersWanted
from station.domain.history import Step
from station.domain.journal import JournalEntry
from station.domain.ratings import Satisfaction
from station.ports.day_counts import EndedCount, PromisedCount
from station.ports.print_jobs import PrintJob


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow:
    """One line of a list. ``party_number`` is masked already."""

    dossier_id: UUID
    dossier_code: str
    owner_name: str
    submitter_name: str
    party_number: str | None
    procedure_code: str
    procedure_name: str
    handling_agency: str
    channel: str
    received_at: datetime
    due_at: datetime | None
    """None while no time runs for it."""
    status: DossierStatus
    fees_total_vnd: int
    documents_handed_in: int
    documents_wanted: int
    pages: int
    counter: int
    officer_id: str
    officer_name: str
    awaits_hand_over: bool = False
    result_at_counter: bool = False
    shelf: str | None = None
    supplements: int = 0
    """How many supplement requests there were."""
    dossier_version: int = 1
    result_issued_at: datetime | None = None
    twin_code: str | None = None
    """Of what another counter received of the same person, while nobody has decided about it."""
    """When the agency ended its work."""
    delivery: str
    """``waiting``, ``sent`` or ``refused``: how far the province knows of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterValues:
    """Of which counters and of which fields of law there are dossiers."""

    counters: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()


class DossierQueries(Protocol):
    """Reads for screens and reports, straight from the projection."""

    def find(self, dossier_code: str) -> UUID | None:
        """Give the dossier with this code; None when this station has none."""
        ...

    def dossier(self, dossier_id: UUID) -> Dossier:
        """Fold one dossier from its journal entries."""
        ...

    def history(self, dossier_id: UUID) -> Sequence[JournalEntry]:
        """Give every entry of one dossier in the order of the journal."""
        ...

    def steps(self, dossier_id: UUID) -> Sequence[Step]:
        """Give the dossier after each fact, the province's news included, oldest first."""
        ...

    def office_entries(self, kind: str) -> Sequence[JournalEntry]:
        """Give every entry of one kind that belongs to no dossier, oldest first."""
        ...

    def newest(
        self,
        *,
        on: date | None = None,
        counter: int | None = None,
        undelivered: bool = False,
        limit: int = 500,
    ) -> Sequence[DossierRow]:
        """Give the dossiers received (on one day), newest first.

        Args:
            undelivered: only those of which the province lacks something, or refused something.
        """
        ...

    def filtered(self, wanted: DossiersWanted, *, limit: int = 500) -> Sequence[DossierRow]:
        """Give the dossiers that a filter asks for: newest first, or with a promise that narrows
        it the earliest promise first."""
        ...

    def count_filtered(self, wanted: DossiersWanted, *, most: int) -> int:
        """Count what a filter asks for; from ``most`` on nobody counts further."""
        ...

    def filter_values(self) -> FilterValues:
        """Give what dossiers can be narrowed by, as far as there are any."""
        ...

    def received_between(
        self, first: date, last: date, *, counter: int | None = None
    ) -> Sequence[DossierRow]:
        """Give all dossiers of these days, both included, in the order they were received."""
        ...

    def awaiting_hand_over(self) -> Sequence[DossierRow]:
        """Give the dossiers whose folders wait at this office, in the order they were received."""
        ...

    def promised_before(
        self, moment: datetime, *, since: datetime | None = None, limit: int | None = None
    ) -> Sequence[DossierRow]:
        """Give the dossiers that somebody works on and whose result is promised before then,
        the earliest promise first.

        Args:
            since: what was promised for an earlier moment is left out.
            limit: no more than so many; a station that hears of no results has all it ever handed
                over among them.
        """
        ...

    def to_collect(self) -> Sequence[DossierRow]:
        """Give the dossiers with a result that nobody has collected yet, the longest first, and
        those that are answered at once: received, and waiting for no hand-over."""
        ...

    def to_supplement(self) -> Sequence[DossierRow]:
        """Give the dossiers that wait for papers of the citizen, the longest first."""
        ...

    def with_twins(self) -> Sequence[DossierRow]:
        """Give the dossiers with a twin at another counter that nobody has decided about."""
        ...

    def with_copies(self) -> Sequence[UUID]:
        """Give the dossiers with digitised copies to sign or to stamp, the oldest first."""
        ...

    def count_copies(self) -> tuple[int, int]:
        """Count the copies that wait for a signature, and the signed ones for a time stamp."""
        ...

    def count_promised(self, first: datetime, before: datetime) -> Sequence[PromisedCount]:
        """Count the dossiers that somebody works on by the moment for which each is promised."""
        ...

    def count_ended(self, first: date, last: date) -> Sequence[EndedCount]:
        """Count by agency what had a promise and was ended on these days, both included; who ended
        most first."""
        ...

    def ratings_between(self, first: date, last: date) -> Mapping[Satisfaction, int]:
        """Give how often citizens gave each answer on these days, both included; whose dossiers
        and which officers they spoke of is not asked."""
        ...

    def search(self, text: str, *, limit: int = 50) -> Sequence[DossierRow]:
        """Find by code or its last digits, name without accents, number, phone; best first."""
        ...

    def codes_of(self, dossier_ids: Collection[UUID]) -> Mapping[UUID, str]:
        """Give the codes of these dossiers; one that is not here is left out."""
        ...

    def open_under(
        self,
        procedure_code: str,
        *,
        number: str | None,
        name: str,
        born_on: date | None,
        since: date,
        limit: int,
    ) -> Sequence[UUID]:
        """Give the open dossiers under a procedure, received since a day, that have this number
        (of an identity document, a tax code), or every word of the name with this day of birth;
        newest first."""
        ...

    def queued_prints(self) -> Sequence[PrintJob]:
        """Give the papers that are not over yet, oldest first; the doubtful ones too."""
        ...

    def numbers_left(self, agency_code: str, on: date) -> tuple[int, int]:
        """Give how many numbers of that day are left, and how many there are."""
        ...

    def last_entry(self) -> JournalEntry | None: ...
