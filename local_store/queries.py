"""Reads for screens and reports, straight from the projection to small dataclasses."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, case, func, or_, select, text

from local_store.engine import Database
from local_store.journal import entries_of, known_dossier, last_entry
from local_store.models import DeliveryRow, DossierProjectionRow, PrintJobRow
from local_store.number_source import ranges_of, used_in
from local_store.search import match_expressions
from station.domain.dossier import Dossier, DossierStatus
from station.domain.journal import JournalEntry
from station.ports.store import DossierRow, PrintJob

_DOSSIERS = DossierProjectionRow.__table__
_LONGEST_LIST = 10_000


def _delivery() -> Any:  # noqa: ANN401 - an SQL expression
    """How far the province knows of a dossier, from the states of its entries."""
    of_this = DeliveryRow.dossier_id == DossierProjectionRow.dossier_id
    worst = func.max(
        case((DeliveryRow.state == "refused", 2), (DeliveryRow.state == "waiting", 1), else_=0)
    )
    return select(worst).where(of_this).scalar_subquery().label("unsent")


_ROWS = select(*_DOSSIERS.c, _delivery())
_DELIVERY = ("sent", "waiting", "refused")


class StoreQueries:
    """See ``station.ports.store.DossierQueries``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, dossier_code: str) -> UUID | None:
        """Give the dossier with this code; None when this station has none."""
        wanted = dossier_code.strip().upper()
        with self._database.reading() as connection:
            return connection.scalar(
                select(DossierProjectionRow.dossier_id).where(DossierProjectionRow.code == wanted)
            )

    def dossier(self, dossier_id: UUID) -> Dossier:
        """Fold one dossier from its journal entries and the province's news."""
        with self._database.reading() as connection:
            return known_dossier(connection, dossier_id).dossier

    def history(self, dossier_id: UUID) -> Sequence[JournalEntry]:
        """Give this station's entries of one dossier in the order of the journal."""
        with self._database.reading() as connection:
            return entries_of(connection, dossier_id)

    def newest(
        self, *, on: date | None = None, counter: int | None = None, limit: int = 500
    ) -> Sequence[DossierRow]:
        """Give the dossiers received (on one day), newest first."""
        query = _chosen(on, counter).order_by(DossierProjectionRow.received_sequence.desc())
        return self._rows(query.limit(_bounded(limit)))

    def received_on(self, on: date, *, counter: int | None = None) -> Sequence[DossierRow]:
        """Give all dossiers of one day in the order they were received."""
        return self._rows(_chosen(on, counter).order_by(DossierProjectionRow.received_sequence))

    def search(self, text: str, *, limit: int = 50) -> Sequence[DossierRow]:
        """Find by code, name, number, phone or day; whole words first, then the newest."""
        found: dict[int, DossierRow] = {}
        with self._database.reading() as connection:
            for expression in match_expressions(text):
                wanted = _bounded(limit) - len(found)
                if wanted > 0:
                    found |= _matching(connection, expression, wanted, known=tuple(found))
        return list(found.values())

    def queued_prints(self) -> Sequence[PrintJob]:
        """Give the papers that have not come out yet, oldest first."""
        query = (
            select(PrintJobRow.__table__)
            .where(or_(PrintJobRow.state == "queued", PrintJobRow.state == "failed"))
            .order_by(PrintJobRow.job_id)
        )
        with self._database.reading() as connection:
            return [PrintJob(**row._asdict()) for row in connection.execute(query)]

    def numbers_left(self, agency_code: str, on: date) -> tuple[int, int]:
        """Give how many numbers of that day are left, and how many there are."""
        with self._database.reading() as connection:
            ranges = ranges_of(connection, agency_code)
            used = sum(used_in(connection, agency_code, on, one) for one in ranges)
        total = sum(len(one) for one in ranges)
        return total - used, total

    def last_entry(self) -> JournalEntry | None:
        """Give the newest journal entry; None in a new store."""
        with self._database.reading() as connection:
            return last_entry(connection)

    def _rows(self, query: Select[Any]) -> list[DossierRow]:
        with self._database.reading() as connection:
            return [_row(row) for row in connection.execute(query)]


def _chosen(on: date | None, counter: int | None) -> Select[Any]:
    query = _ROWS
    if on is not None:
        query = query.where(DossierProjectionRow.received_on == on)
    if counter is not None:
        query = query.where(DossierProjectionRow.counter == counter)
    return query


def _matching(
    connection: Connection, expression: str, limit: int, *, known: tuple[int, ...]
) -> dict[int, DossierRow]:
    numbers = connection.scalars(
        text(
            "SELECT rowid FROM dossier_search WHERE dossier_search MATCH :words"
            " ORDER BY rowid DESC LIMIT :limit"
        ),
        {"words": expression, "limit": limit + len(known)},
    ).all()
    wanted = [number for number in numbers if number not in known][:limit]
    query = _ROWS.where(DossierProjectionRow.received_sequence.in_(wanted)).order_by(
        DossierProjectionRow.received_sequence.desc()
    )
    return {row.received_sequence: _row(row) for row in connection.execute(query)}


def _bounded(limit: int) -> int:
    return max(0, min(limit, _LONGEST_LIST))


def _row(row: Any) -> DossierRow:  # noqa: ANN401 - a row of ``_ROWS``
    return DossierRow(
        dossier_id=row.dossier_id,
        dossier_code=row.code,
        owner_name=row.owner_name,
        submitter_name=row.submitter_name,
        party_number=row.party_number,
        procedure_code=row.procedure_code,
        procedure_name=row.procedure_name,
        handling_agency=row.handling_agency,
        channel=row.channel,
        received_at=row.received_at,
        due_at=row.due_at,
        status=DossierStatus(row.status),
        fees_total_vnd=row.fees_total_vnd,
        documents_handed_in=row.documents_handed_in,
        documents_wanted=row.documents_wanted,
        pages=row.pages,
        counter=row.counter,
        officer_id=row.officer_id,
        officer_name=row.officer_name,
        delivery=_DELIVERY[row.unsent or 0],
    )
