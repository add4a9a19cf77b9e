"""What the list of dossiers shows. Free of Qt."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Protocol

from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import DossierFilter
from station.domain.time_left import TimeLeft
from station.ports.dossier_queries import FilterValues


class Delivered(StrEnum):
    """How far the province knows of a dossier."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"


class ListFilter(StrEnum):
    """The filters above the list."""

    TODAY = "today"
    MINE = "mine"
    UNSENT = "unsent"
    REFUSED = "refused"
    NEWEST = "newest"
    """The newest dossiers of all days."""


Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierLine:
    """One row. ``masked_number`` is the owner's: whole only where it is public, as a tax code."""

    dossier_id: str
    code: str
    owner_name: str
    procedure_name: str
    received_at: datetime
    due_at: datetime | None
    status: DossierStatus
    delivered: Delivered
    masked_number: str = ""
    is_overdue: bool = False
    left: TimeLeft | None = None
    """Until its promise, where that is near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedLine:
    """A filter that the officer keeps, chosen by the key of its place among them."""

    name: str
    wanted: DossierFilter
    count: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierList:
    """The whole page: the rows behind the chosen filter and text, and what each filter holds."""

    today: date
    lines: tuple[DossierLine, ...]
    chosen: ListFilter
    counts: tuple[tuple[ListFilter, int], ...]
    """The filters on offer, in order, each with its number of dossiers."""
    text: str = ""
    total: int = 0
    """How many match; more than the rows when the list was cut."""
    narrowed: DossierFilter | None = None
    """What an officer narrowed it by, in place of ``chosen``."""
    saved: tuple[SavedLine, ...] = ()
    values: FilterValues = field(default_factory=FilterValues)
    """What it can be narrowed by."""


MOST_COUNTED: Final = 10_000
"""Nobody counts further: what is more is said to be more."""


class DossierListView(Protocol):
    """What a presenter may ask of the list page."""

    def clear(self) -> None:
        """Show nothing of the filters of the officer before."""
        ...

    def show_list(self, dossiers: DossierList) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say why the list could not be read; an empty sentence takes it back."""
        ...

    def show_busy(self, busy: bool) -> None:
        """A saved filter is being written, or is no more."""
        ...

    def end_asking(self) -> None:
        """What a panel asked was done: nothing of it is kept."""
        ...
