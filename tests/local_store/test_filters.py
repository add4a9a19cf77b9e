"""A filter finds what it says, whatever it combines, and by an index."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select

from local_store import filtered
from local_store.home import OpenStore
from local_store.models import DossierProjectionRow
from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import DossiersWanted
from station.domain.events import Corrected, DossierCorrected
from tests.builders import MONDAY
from tests.local_store.homes import happen, receive
from tests.local_store.test_counter_lists import brought_up_from

_S = DossierStatus
FIELDS, COUNTERS = ("Đất đai", "Hộ tịch", "Cư trú"), (1, 3, 12)
STATUSES = (_S.RECEIVED, _S.PROCESSING, _S.RETURNED, _S.LODGED)
TODAY = MONDAY.date()
DAYS = 12
CORRECTED = DossierCorrected(
    changes=Corrected(field="Đất đai"), reason="nhầm thủ tục", approval=None
)


@dataclass(frozen=True, slots=True)
class Row:
    """A dossier as far as filters look at it."""

    received_sequence: int
    received_on: date
    due_at: datetime | None
    status: DossierStatus
    field: str
    counter: int

    def is_wanted(self, wanted: DossiersWanted) -> bool:
        received = date.min if wanted.received_from is None else wanted.received_from
        up_to = date.max if wanted.received_to is None else wanted.received_to
        if wanted.by_promise and self.due_at is None:
            return False
        due = self.due_at or MONDAY
        return (
            received <= self.received_on <= up_to
            and (wanted.due_from is None or due >= wanted.due_from)
            and (wanted.due_before is None or due < wanted.due_before)
            and wanted.counter in (None, self.counter)
            and wanted.field in (None, self.field)
            and (wanted.statuses is None or self.status in wanted.statuses)
        )


def _rows() -> list[Row]:
    """Each state, field and counter on each of twelve days, none of them in order."""
    combined = product(range(DAYS), range(len(STATUSES)), range(len(FIELDS)), range(len(COUNTERS)))
    return [
        Row(
            received_sequence=1000 + number,
            received_on=TODAY - timedelta(days=DAYS - 1 - day),
            due_at=MONDAY + timedelta(days=(number * 7) % 23 - 9) if number % 5 else None,
            status=STATUSES[(state + day) % len(STATUSES)],
            field=FIELDS[(field + number) % len(FIELDS)],
            counter=COUNTERS[(counter + day + field) % len(COUNTERS)],
        )
        for number, (day, state, field, counter) in enumerate(combined)
    ]


ROWS = _rows()


@pytest.fixture(scope="module")
def full(
    untouched_home: tuple[Path, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenStore]:
    """A store with one dossier for each of ``ROWS``."""
    home = Path(shutil.copytree(untouched_home[0], tmp_path_factory.mktemp("full") / "home"))
    store = OpenStore(home, untouched_home[1])
    receive(store)
    with store._database.writing() as connection:
        one = dict(connection.execute(select(DossierProjectionRow.__table__)).mappings().one())
        connection.execute(delete(DossierProjectionRow))
        for row in ROWS:
            said = {name: getattr(row, name) for name in Row.__dataclass_fields__}
            own = {
                "dossier_id": UUID(int=row.received_sequence),
                "code": f"X-{row.received_sequence}",
            }
            connection.execute(
                insert(DossierProjectionRow), one | said | own | {"status": row.status.value}
            )
    yield store
    store.close()


days = st.one_of(st.none(), st.dates(TODAY - timedelta(days=14), TODAY + timedelta(days=3)))
moments = st.one_of(
    st.none(), st.integers(-12, 16).map(lambda day: MONDAY + timedelta(days=day, hours=1))
)
filters = st.builds(
    DossiersWanted,
    received_from=days,
    received_to=days,
    due_from=moments,
    due_before=moments,
    counter=st.sampled_from((None, *COUNTERS, 99)),
    statuses=st.one_of(st.none(), st.frozensets(st.sampled_from((*STATUSES, _S.REFUSED)))),
    field=st.sampled_from((None, *FIELDS, "Không có")),
)


@given(wanted=filters, most=st.sampled_from((0, 1, 7, 500)))
def test_a_filter_gives_what_it_asks_for_in_its_order(
    full: OpenStore, wanted: DossiersWanted, most: int
) -> None:
    expected = [row for row in ROWS if row.is_wanted(wanted)]

    found = full.queries.filtered(wanted, limit=most)

    codes = {row.dossier_code for row in found}
    assert codes <= {f"X-{row.received_sequence}" for row in expected}
    assert len(codes) == len(found) == min(most, len(expected))
    assert full.queries.count_filtered(wanted, most=most) == len(found)
    if wanted.by_promise:
        promises = sorted(row.due_at for row in expected if row.due_at is not None)
        assert [row.due_at for row in found] == promises[:most]
    else:
        newest = sorted((row.received_sequence for row in expected), reverse=True)[:most]
        assert [row.dossier_code for row in found] == [f"X-{one}" for one in newest]


def test_what_can_be_chosen_is_what_there_is(full: OpenStore) -> None:
    values = full.queries.filter_values()

    assert values.counters == COUNTERS
    assert set(values.fields) == set(FIELDS)


def test_a_dossier_keeps_the_field_of_its_procedure(store: OpenStore) -> None:
    dossier = receive(store)

    found = store.queries.filtered(DossiersWanted(field=dossier.field))

    assert [row.dossier_code for row in found] == [dossier.code]
    assert store.queries.filter_values().fields == (dossier.field,)


@given(wanted=filters)
def test_every_combination_is_answered_from_an_index_alone(
    full: OpenStore, wanted: DossiersWanted
) -> None:
    asked: set[str] = set()
    with full._database.reading() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(asked.add)
        filtered.sequences(connection, wanted, 500)
        filtered.count(connection, wanted, 500)
        driver.set_trace_callback(None)
        questions = [one for one in asked if one.startswith("SELECT")]
        plans = [
            row[-1] for one in questions for row in driver.execute(f"EXPLAIN QUERY PLAN {one}")
        ]

    wide = [step for step in plans if re.match(r"(SCAN|SEARCH) dossiers\b", step)]
    assert wide or wanted.statuses == frozenset()
    for step in wide:
        assert step.startswith("SEARCH") or wanted == DossiersWanted(), step
        assert "COVERING INDEX" in step, step
    if wanted.statuses is not None and len(wanted.statuses) == 1 and not wanted.by_promise:
        assert not any("TEMP B-TREE" in step for step in plans)


def test_an_older_store_learns_the_fields_of_its_dossiers(home: Path, key: bytes) -> None:
    store = OpenStore(home, key)
    plain = receive(store, field="Hộ tịch")
    corrected = receive(store, field="Hộ tịch")
    happen(store, corrected.dossier_id, CORRECTED)
    store.close()
    brought_up_from("0027", home, key)

    store = OpenStore(home, key)

    (left,) = store.queries.filtered(DossiersWanted(field="Hộ tịch"))
    (moved,) = store.queries.filtered(DossiersWanted(field="Đất đai"))
    assert (left.dossier_id, moved.dossier_id) == (plain.dossier_id, corrected.dossier_id)
    assert store.care.check().problems == ()
    store.close()
