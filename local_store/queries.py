"""Reads for screens and reports. None of them waits for a writer."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Date,
    Integer,
    Select,
    bindparam,
    func,
    or_,
    select,
)
from sqlalchemy import text as sql

from local_store import day_counts, filtered, projection, ratings
from local_store.engine import Database
from local_store.hot import Hot
from local_store.journal import (
    entries_of,
    entries_of_office,
    known_dossier,
    last_entry,
    steps_of,
)
from local_store.models import DossierProjectionRow, PrintJobRow
from local_store.numbers import numbers_left
from local_store.search import exact_person, found_sequences
from station.domain.dossier import Dossier, DossierStatus
from station.domain.dossier_filter import DossiersWanted
from station.domain.history import Step
from station.domain.ids import BadDossierCodeError, DossierCode
from station.domain.journal import VIETNAM, JournalEntry
from station.domain.ratings import Satisfaction
from station.domain.spool import PrintState
from station.ports.day_counts import EndedCount, PromisedCount
from station.ports.dossier_queries import DossierRow, FilterValues
from station.ports.print_jobs import PrintJob

MOST_LINES = 10_000
_AWAITING_HAND_OVER = sql("awaits_hand_over = 1")
"""As its index says it."""
_FOLDERS = (
    projection.LINES.where(_AWAITING_HAND_OVER)
    .order_by(DossierProjectionRow.received_sequence)
    .limit(MOST_LINES)
)
_PROMISED = (
    projection.LINES.where(day_counts.IN_WORK)
    .order_by(DossierProjectionRow.due_at, DossierProjectionRow.received_sequence)
    .limit(MOST_LINES)
)
_OPEN_UNDER = Hot(
    select(DossierProjectionRow.dossier_id)
    .where(
        DossierProjectionRow.received_sequence.in_(
            # Who hands in for others has thousands: of these the index gives the latest alone.
            sql(
                "SELECT rowid FROM dossier_search WHERE dossier_search MATCH :words"
                " AND rowid >= (SELECT received_sequence FROM dossiers"
                " WHERE received_on >= :since ORDER BY received_on, received_sequence LIMIT 1)"
            ).bindparams(bindparam("since", type_=Date))
        ),
        DossierProjectionRow.procedure_code == bindparam("code"),
        DossierProjectionRow.received_on >= bindparam("since", type_=Date),
        or_(*(DossierProjectionRow.status == one.value for one in DossierStatus if one.is_open)),
    )
    .order_by(DossierProjectionRow.received_sequence.desc())
    .limit(bindparam("most", type_=Integer))
)
_PRINTS = (
    select(PrintJobRow.__table__)
    .where(PrintJobRow.state.in_(one.value for one in PrintState if not one.is_over))
    .order_by(PrintJobRow.job_id)
)
_RESULTS = (
    projection.LINES.where(
        DossierProjectionRow.received_sequence.in_(
            # Answered at once: received, and its folder goes nowhere (``is_answered_here``).
            sql(
                "SELECT received_sequence FROM dossiers WHERE status = 'result_ready' UNION ALL"
                " SELECT received_sequence FROM dossiers INDEXED BY ix_dossiers_answered_at_once"
                " WHERE status = 'received' AND awaits_hand_over = 0"
            )
        )
    )
    .order_by(DossierProjectionRow.due_at, DossierProjectionRow.received_sequence)
    .limit(MOST_LINES)
)
_LACKING = (
    projection.LINES.where(DossierProjectionRow.status == DossierStatus.WAITING_SUPPLEMENT.value)
    .order_by(DossierProjectionRow.received_sequence)
    .limit(MOST_LINES)
)
_TWINS = (
    projection.LINES.where(DossierProjectionRow.twin_code.is_not(None))
    .order_by(DossierProjectionRow.received_sequence)
    .limit(MOST_LINES)
)
_WITH_COPIES = sql("copies_to_sign + copies_to_stamp > 0")
"""As its index says it, so that only these dossiers are looked at."""
_COPIES = (
    select(DossierProjectionRow.dossier_id)
    .where(_WITH_COPIES)
    .order_by(DossierProjectionRow.received_sequence)
    .limit(MOST_LINES)
)
_COPY_COUNTS = select(
    func.total(DossierProjectionRow.copies_to_sign),
    func.total(DossierProjectionRow.copies_to_stamp),
).where(_WITH_COPIES)
_CODES_AT_ONCE = 500


class StoreQueries:
    """The ``DossierQueries`` of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, dossier_code: str) -> UUID | None:
        """Give the dossier with this code; None when this station has none."""
        with self._database.reading() as connection:
            return projection.find(connection, dossier_code.strip().upper())

    def dossier(self, dossier_id: UUID) -> Dossier:
        """Fold one dossier from its journal entries and the province's news.

        Raises:
            BrokenHistoryError: this station has no such dossier.
        """
        with self._database.reading() as connection:
            return known_dossier(connection, dossier_id).dossier

    def history(self, dossier_id: UUID) -> Sequence[JournalEntry]:
        """Give every entry of one dossier in the order of the journal."""
        with self._database.reading() as connection:
            return entries_of(connection, dossier_id)

    def steps(self, dossier_id: UUID) -> Sequence[Step]:
        """Give the dossier after each fact, the province's news included.

        Raises:
            BrokenHistoryError: this station has no such dossier.
        """
        with self._database.reading() as connection:
            return steps_of(connection, dossier_id)

    def office_entries(self, kind: str) -> Sequence[JournalEntry]:
        """Give every entry of one kind that belongs to no dossier, oldest first."""
        with self._database.reading() as connection:
            return entries_of_office(connection, kind)

    def newest(
        self,
        *,
        on: date | None = None,
        counter: int | None = None,
        undelivered: bool = False,
        limit: int = 500,
    ) -> Sequence[DossierRow]:
        """Give the dossiers received (on one day), newest first; at most ``MOST_LINES``."""
        lines = projection.LINES.order_by(DossierProjectionRow.received_sequence.desc())
        if on is not None:
            lines = lines.where(DossierProjectionRow.received_on == on)
        if counter is not None:
            lines = lines.where(DossierProjectionRow.counter == counter)
        if undelivered:
            lines = lines.where(projection.UNDELIVERED)
        return self._lines(lines.limit(max(0, min(limit, MOST_LINES))))

    def filtered(self, wanted: DossiersWanted, *, limit: int = 500) -> Sequence[DossierRow]:
        """Give the dossiers that a filter asks for: newest first, or with a promise that narrows
        it the earliest promise first; at most ``MOST_LINES``."""
        with self._database.reading() as connection:
            most = max(0, min(limit, MOST_LINES))
            return _in_order(connection, filtered.sequences(connection, wanted, most))

    def count_filtered(self, wanted: DossiersWanted, *, most: int) -> int:
        """Count what a filter asks for; from ``most`` on nobody counts further."""
        with self._database.reading() as connection:
            return filtered.count(connection, wanted, most)

    def filter_values(self) -> FilterValues:
        """Give what dossiers can be narrowed by, as far as there are any."""
        with self._database.reading() as connection:
            return FilterValues(
                counters=tuple(filtered.counters(connection)),
                fields=tuple(filtered.fields(connection)),
            )

    def received_between(
        self, first: date, last: date, *, counter: int | None = None
    ) -> Sequence[DossierRow]:
        """Give all dossiers of these days, both included, in the order they were received."""
        lines = projection.LINES.where(DossierProjectionRow.received_on.between(first, last))
        if counter is not None:
            lines = lines.where(DossierProjectionRow.counter == counter)
        return self._lines(lines.order_by(DossierProjectionRow.received_sequence))

    def awaiting_hand_over(self) -> Sequence[DossierRow]:
        """Give the dossiers whose folders wait, in the order they were received."""
        return self._lines(_FOLDERS)

    def promised_before(
        self, moment: datetime, *, since: datetime | None = None, limit: int | None = None
    ) -> Sequence[DossierRow]:
        """Give the dossiers that somebody works on with a promise before then, earliest first; at
        most ``MOST_LINES``."""
        lines = _PROMISED.where(DossierProjectionRow.due_at < moment)
        if since is not None:
            lines = lines.where(DossierProjectionRow.due_at >= since)
        return self._lines(lines if limit is None else lines.limit(min(limit, MOST_LINES)))

    def to_collect(self) -> Sequence[DossierRow]:
        """Give the dossiers with a result that nobody has collected yet, the longest first, and
        those that are answered at once."""
        return self._lines(_RESULTS)

    def to_supplement(self) -> Sequence[DossierRow]:
        """Give the dossiers that wait for papers of the citizen, the longest first."""
        return self._lines(_LACKING)

    def with_twins(self) -> Sequence[DossierRow]:
        """Give the dossiers with a twin that nobody has decided about, the oldest first."""
        return self._lines(_TWINS)

    def with_copies(self) -> Sequence[UUID]:
        """Give the dossiers with copies to sign or to stamp, the oldest first."""
        with self._database.reading() as connection:
            return connection.scalars(_COPIES).all()

    def count_copies(self) -> tuple[int, int]:
        """Count the copies that wait for a signature, and those for a time stamp."""
        with self._database.reading() as connection:
            to_sign, to_stamp = connection.execute(_COPY_COUNTS).one()
            return int(to_sign), int(to_stamp)

    def count_promised(self, first: datetime, before: datetime) -> Sequence[PromisedCount]:
        """Count the dossiers that somebody works on by the moment for which each is promised."""
        with self._database.reading() as connection:
            return day_counts.promised(connection, first, before)

    def count_ended(self, first: date, last: date) -> Sequence[EndedCount]:
        """Count by agency what had a promise and was ended on these days, both included."""
        begin, end = (
            datetime.combine(day, time(), tzinfo=VIETNAM) for day in (first, last + timedelta(1))
        )
        with self._database.reading() as connection:
            return day_counts.ended(connection, begin, end)

    def ratings_between(self, first: date, last: date) -> Mapping[Satisfaction, int]:
        """Give how often citizens gave each answer on these days, both included."""
        with self._database.reading() as connection:
            return ratings.counted(connection, first, last)

    def search(self, text: str, *, limit: int = 50) -> Sequence[DossierRow]:
        """Find by code or its last digits, name without accents, number, phone; best first."""
        whole = _whole_code(text)
        with self._database.reading() as connection:
            if whole:
                exact = projection.LINES.where(DossierProjectionRow.code == whole)
                if found := connection.execute(exact).mappings().all():
                    return [projection.line_of(found[0])][:limit]
            return _in_order(connection, found_sequences(connection, text, limit))

    def codes_of(self, dossier_ids: Collection[UUID]) -> Mapping[UUID, str]:
        """Give the codes of these dossiers; one that is not here is left out."""
        codes = select(DossierProjectionRow.dossier_id, DossierProjectionRow.code)
        wanted = list(dossier_ids)
        found: dict[UUID, str] = {}
        with self._database.reading() as connection:
            for start in range(0, len(wanted), _CODES_AT_ONCE):
                some = wanted[start : start + _CODES_AT_ONCE]
                rows = connection.execute(codes.where(DossierProjectionRow.dossier_id.in_(some)))
                for dossier_id, code in rows:
                    found[dossier_id] = code
        return found

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
        """Give the open dossiers under a procedure, received since a day, with this number, or
        with every word of the name and this day of birth; newest first."""
        words = exact_person(number=number, name=name, born_on=born_on)
        if words is None:
            return []
        asked = {"words": words, "code": procedure_code, "since": since, "most": limit}
        with self._database.reading() as connection:
            return [dossier_id for (dossier_id,) in _OPEN_UNDER.run(connection, asked)]

    def queued_prints(self) -> Sequence[PrintJob]:
        """Give the papers that are not over yet, oldest first; the doubtful ones too."""
        with self._database.reading() as connection:
            rows = connection.execute(_PRINTS).mappings()
            return [PrintJob(**{**row, "state": PrintState(row["state"])}) for row in rows]

    def _lines(self, wanted: Select[Any]) -> Sequence[DossierRow]:
        with self._database.reading() as connection:
            found = connection.execute(wanted).mappings()
            return [projection.line_of(row) for row in found]

    def numbers_left(self, agency_code: str, on: date) -> tuple[int, int]:
        """Give how many numbers of that day are left, and how many there are."""
        with self._database.reading() as connection:
            return numbers_left(connection, agency_code, on)

    def last_entry(self) -> JournalEntry | None:
        """Give the newest journal entry; None in a new store."""
        with self._database.reading() as connection:
            return last_entry(connection)


def _in_order(connection: Connection, sequences: Sequence[int]) -> Sequence[DossierRow]:
    rows = connection.execute(
        projection.LINES.where(DossierProjectionRow.received_sequence.in_(sequences))
    ).mappings()
    lines = {row["received_sequence"]: projection.line_of(row) for row in rows}
    return [lines[sequence] for sequence in sequences]


def _whole_code(text: str) -> str | None:
    try:
        return str(DossierCode.parse(text))
    except BadDossierCodeError:
        return None
