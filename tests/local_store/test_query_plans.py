"""What is asked at every turn is found by an index, however many dossiers there are."""

import re
from pathlib import Path
from typing import Any

import pytest

from local_store import engine
from local_store.home import OpenStore
from local_store.queries import _FOLDERS, _RESULTS
from tests.builders import FEE, MONDAY
from tests.local_store.homes import AGENCY, receive

DAY = MONDAY.date()
GROWING = (
    "dossiers|journal|deliveries|files|dossier_files|till_entries|ratings|log_pages|print_jobs|news"
    "|step_times"
)
OF_FEW = (
    "ix_dossiers_awaiting_money",
    "ix_dossiers_with_copies",
    "ix_dossiers_awaiting_hand_over",
    "ix_dossiers_answered_at_once",
)
"""Indexes that hold but the rows that something waits for may be read to its end."""
_STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every statement that reaches SQLite, with its values."""
    statements: set[str] = set()
    connect = engine._connect

    def listening(path: Path, store_key: bytes) -> Any:
        connection = connect(path, store_key)
        connection.set_trace_callback(statements.add)
        return connection

    monkeypatch.setattr(engine, "_connect", listening)
    return statements


def _without_end(plan: list[str], statement: str) -> list[str]:
    """Give the steps that look at every row of a table that grows with the years."""
    sorts = any("USE TEMP B-TREE" in step for step in plan)
    first_of_many = "LIMIT" in statement and not sorts
    if first_of_many:
        return []
    return [
        step
        for step in plan
        if re.match(rf"SCAN ({GROWING})\b", step) and not any(one in step for one in OF_FEW)
    ]


def test_no_question_looks_at_every_dossier(home: Path, key: bytes, asked: set[str]) -> None:
    store = OpenStore(home, key)
    dossier = receive(store, and_then=FEE)
    queries, outbox = store.queries, store.outbox
    for read in (
        queries.newest,
        queries.awaiting_hand_over,
        queries.to_collect,
        queries.to_supplement,
        queries.with_twins,
        queries.with_copies,
        queries.count_copies,
        queries.queued_prints,
        queries.last_entry,
        outbox.status,
        outbox.refused,
        outbox.enrolment,
        lambda: outbox.delivery_of(dossier.dossier_id),
        store.till.awaited,
        store.till.books,
    ):
        read()
    queries.newest(on=DAY)
    queries.newest(undelivered=True)
    queries.newest(counter=3)
    queries.received_between(DAY, DAY)
    queries.count_ended(DAY, DAY)
    queries.count_promised(MONDAY, MONDAY)
    queries.ratings_between(DAY, DAY)
    store.step_times.between(DAY, DAY)
    store.step_times.officers_between(DAY, DAY)
    store.step_times.received_between(DAY, DAY)
    with store.unit_of_work() as work:
        work.step_times.drop_before(DAY)
    queries.promised_before(MONDAY)
    queries.filter_values()
    for typed in ("Nguyễn Văn", "0300", dossier.code, "đơn"):
        queries.search(typed)
    queries.numbers_left(AGENCY, DAY)
    queries.dossier(dossier.dossier_id)
    queries.history(dossier.dossier_id)

    reading = store._database.raw()
    plans = {
        statement: [row[-1] for row in reading.execute(f"EXPLAIN QUERY PLAN {statement}")]
        for statement in asked.copy()
        if _STATEMENT.match(statement)
    }
    reading.close()
    store.close()

    assert len(plans) > 40
    endless = {s: steps for s, plan in plans.items() if (steps := _without_end(plan, s))}
    assert endless == {}


def test_a_question_without_an_index_would_be_noticed(home: Path, key: bytes) -> None:
    store = OpenStore(home, key)
    statement = "SELECT code FROM dossiers WHERE owner_name = 'A'"
    reading = store._database.raw()
    plan = [row[-1] for row in reading.execute(f"EXPLAIN QUERY PLAN {statement}")]
    reading.close()
    store.close()

    assert _without_end(plan, statement) == plan


def test_results_and_folders_are_found_among_the_few_that_wait(home: Path, key: bytes) -> None:
    store = OpenStore(home, key)
    plans = []
    for wanted in (_RESULTS, _FOLDERS):
        statement = wanted.compile(compile_kwargs={"literal_binds": True})
        reading = store._database.raw()
        plans.append(
            " ".join(row[-1] for row in reading.execute(f"EXPLAIN QUERY PLAN {statement}"))
        )
        reading.close()
    store.close()

    results, folders = plans
    assert "ix_dossiers_answered_at_once" in results
    assert "SCAN dossiers USING INDEX ix_dossiers_awaiting_hand_over" in folders
    assert "(status=?)" in results
