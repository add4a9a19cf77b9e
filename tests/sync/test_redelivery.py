"""The promise of the outbox, against the province's ledger: repeating changes nothing."""

from collections.abc import Iterator
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from station.codec import to_plain
from station.domain.journal import JournalEntry
from sync.contract.messages import Outcome, Verdict
from sync.reference_server import ledger
from sync.reference_server.database import Database, vietnam_now
from sync.reference_server.enrolment import issue_enrolment_code
from sync.reference_server.rules import Station
from sync.reference_server.tables import events
from tests.sync_fakes import FakeCounter

_agencies = count(1)
days = st.lists(st.integers(0, 4), max_size=14)
"""0: a new dossier; n: one more act of the n-th dossier, or a new one where there is none."""
deliveries = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=5)
"""Stretches of the journal that arrive, from the first entry to the second."""


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    opened = Database("sqlite://")
    yield opened
    opened.close()


def journal(counter: FakeCounter, day: list[int]) -> list[JournalEntry]:
    known: list[UUID | None] = []
    for act in day:
        if act == 0 or act > len(known):
            known.append(counter.receive().dossier_id)
        else:
            counter.follow_up(known[act - 1])
    return counter.outbox.entries


class Ledger:
    """One counter's side of the province's ledger."""

    def __init__(self, database: Database, agency: str) -> None:
        self._database = database
        self._station = Station(
            station_id=f"{agency}/3", agency_code=agency, number_ranges=((300, 399),)
        )
        issue_enrolment_code(
            agency_code=agency,
            station_number=3,
            number_range=(300, 399),
            database=database,
            now=vietnam_now,
        )

    def accept(self, entries: list[JournalEntry]) -> list[Verdict]:
        return ledger.apply_batch(
            [to_plain(entry) for entry in entries],
            station=self._station,
            database=self._database,
            now=vietnam_now,
        )

    @property
    def history(self) -> list[tuple[int, str]]:
        event = events.c
        mine = select(event.sequence, event.hash).where(
            event.station_id == self._station.station_id
        )
        with self._database.reading() as connection:
            return [(row.sequence, row.hash) for row in connection.execute(mine)]


@settings(max_examples=40)
@given(day=days, reached=deliveries)
def test_lost_answers_do_not_apply_anything_twice(
    database: Database, day: list[int], reached: list[tuple[int, int]]
) -> None:
    """N11: what is sent again is known by its number, and nothing happens twice."""
    agency = f"H25.{next(_agencies)}"
    entries = journal(FakeCounter(agency=agency), day)
    province = Ledger(database, agency)
    seen = 0
    for start, stop in reached:  # these arrived, but the station never saw the answer
        stop = min(max(start, stop), len(entries))
        province.accept(entries[min(start, seen) : stop])
        seen = max(seen, stop)

    answers = province.accept(entries)

    assert sorted(province.history) == [(entry.sequence, entry.hash) for entry in entries]
    assert [answer.event_id for answer in answers] == [entry.event_id for entry in entries]
    assert [answer.outcome for answer in answers] == (
        [Outcome.ALREADY_APPLIED] * seen + [Outcome.APPLIED] * (len(entries) - seen)
    )
