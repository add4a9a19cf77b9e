"""Đối chiếu sổ = máy = quỹ: whether the journal, the lists and the till give the same sums."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import DossierLodged, DossierReceived, FeeCollected
from station.domain.journal import VIETNAM
from station.domain.log_page import SumDifference, differences
from station.ports.dossier_queries import DossierRow
from station.ports.log_pages import LogPages

_BEGIN = (DossierReceived.__name__, DossierLodged.__name__)


class Dossiers(Protocol):
    """What it needs of ``DossierQueries``."""

    def dossier(self, dossier_id: UUID) -> Dossier: ...

    def received_between(
        self, first: date, last: date, *, counter: int | None = None
    ) -> Sequence[DossierRow]: ...


def sums_that_differ(
    on: date, counter: int | None, *, pages: LogPages, queries: Dossiers
) -> tuple[SumDifference, ...]:
    """Compare the day as the journal has it with what lists show, and with the till.

    The money is that of the whole store: its counters share one till.
    """
    entries = pages.entries_of_day(on)
    begun = _folded((e.dossier_id for e in entries if e.kind in _BEGIN), queries)
    ours = [one for one in begun if _is_of(one, on, counter)]
    paid = _folded((e.dossier_id for e in entries if e.kind == FeeCollected.__name__), queries)
    listed = queries.received_between(on, on, counter=counter)
    journal = {
        "dossiers": len(ours),
        "fees": sum(one.fees_total_vnd for one in ours),
        "collected": sum(
            payment.amount_vnd
            for one in paid
            for payment in one.payments
            if payment.collected_at.astimezone(VIETNAM).date() == on
        ),
    }
    return differences(
        journal,
        (
            ("dossiers", "list", len(listed)),
            ("fees", "list", sum(row.fees_total_vnd for row in listed)),
            ("collected", "till", pages.collected_by_till(on)),
        ),
    )


def _folded(ids: Iterable[UUID | None], queries: Dossiers) -> list[Dossier]:
    return [queries.dossier(one) for one in dict.fromkeys(ids) if one is not None]


def _is_of(dossier: Dossier, on: date, counter: int | None) -> bool:
    received = dossier.received_at.astimezone(VIETNAM).date()
    return received == on and counter in (None, dossier.counter)
