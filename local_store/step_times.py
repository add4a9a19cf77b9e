"""How long receptions took, inside the encrypted database; see ``station.ports.step_times``."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import uuid4

from sqlalchemy import Connection, Date, bindparam, delete, distinct, func, insert, select

from local_store.engine import Database
from local_store.hot import Hot
from local_store.models import DossierProjectionRow, StepTimesRow
from station.domain.step_times import StepTimes
from station.ports.step_times import Measured, Received

_COLUMNS = ("person_s", "procedure_s", "papers_s", "money_s", "acceptance_s")
_KEEP = Hot(insert(StepTimesRow), "chance", "measured_on", "procedure_code", *_COLUMNS)
_DROP = Hot(delete(StepTimesRow).where(StepTimesRow.measured_on < bindparam("day", type_=Date)))
_FIRST, _LAST = bindparam("first", type_=Date), bindparam("last", type_=Date)
_BETWEEN = Hot(
    select(
        StepTimesRow.procedure_code,
        StepTimesRow.measured_on,
        *(getattr(StepTimesRow, column) for column in _COLUMNS),
    ).where(StepTimesRow.measured_on >= _FIRST, StepTimesRow.measured_on <= _LAST)
)
_RECEIVED = (DossierProjectionRow.received_on >= _FIRST, DossierProjectionRow.received_on <= _LAST)
_OFFICERS = Hot(select(func.count(distinct(DossierProjectionRow.officer_id))).where(*_RECEIVED))
_BY_PROCEDURE = Hot(
    select(
        DossierProjectionRow.procedure_code,
        func.max(DossierProjectionRow.procedure_name),
        func.count(distinct(DossierProjectionRow.officer_id)),
    )
    .where(*_RECEIVED)
    .group_by(DossierProjectionRow.procedure_code)
)


class StoreStepTimesKept:
    """The ``StepTimesKept`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, measured: Measured) -> None:
        """Keep one reception, under a key of chance: no order of rows tells which one it was."""
        times = measured.times
        values = (times.person, times.procedure, times.papers, times.money, times.acceptance)
        _KEEP.run(
            self._connection,
            {
                "chance": uuid4(),
                "measured_on": measured.measured_on,
                "procedure_code": measured.procedure_code,
                **dict(zip(_COLUMNS, values, strict=True)),
            },
        )

    def drop_before(self, day: date) -> None:
        """Forget what is older."""
        _DROP.run(self._connection, {"day": day})


class StoreStepTimes:
    """The ``StepTimesRead`` of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(self, first: date, last: date) -> Sequence[Measured]:
        """Give what was measured on these days, both included, in no order."""
        with self._database.reading() as connection:
            rows = _BETWEEN.run(connection, {"first": first, "last": last})
        return [
            Measured(
                code,
                day,
                StepTimes(
                    person=person,
                    procedure=procedure,
                    papers=papers,
                    money=money,
                    acceptance=acceptance,
                ),
            )
            for code, day, person, procedure, papers, money, acceptance in rows
        ]

    def officers_between(self, first: date, last: date) -> int:
        """Count the officers who received anything on these days."""
        with self._database.reading() as connection:
            count: int = _OFFICERS.value(connection, {"first": first, "last": last})
        return count

    def received_between(self, first: date, last: date) -> Mapping[str, Received]:
        """Give by procedure how many officers received it on these days."""
        with self._database.reading() as connection:
            rows = _BY_PROCEDURE.run(connection, {"first": first, "last": last})
        return {code: Received(name, officers) for code, name, officers in rows}
