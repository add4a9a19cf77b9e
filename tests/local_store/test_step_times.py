"""Times of receptions in the encrypted store: nobody stands in them, and they go after a while."""

from datetime import timedelta

import uuid6
from sqlalchemy import text

from local_store.home import OpenStore
from local_store.models import StepTimesRow
from station.domain.step_times import StepTimes
from station.ports.step_times import Measured, Received
from tests.builders import MONDAY, a_reception
from tests.local_store.homes import AGENCY, receive

DAY = MONDAY.date()
TIMES = StepTimes(person=31, procedure=8, papers=95, money=12, acceptance=6)


def test_a_row_says_the_day_the_procedure_and_the_times_and_no_more() -> None:
    columns = {column.name for column in StepTimesRow.__table__.columns}

    assert columns == {
        "chance", "measured_on", "procedure_code",
        "person_s", "procedure_s", "papers_s", "money_s", "acceptance_s",
    }  # fmt: skip


def keep(store: OpenStore, *measured: Measured) -> None:
    with store.unit_of_work() as work:
        for one in measured:
            work.step_times.keep(one)
        work.commit()


def test_times_come_back_by_day_and_are_forgotten(store: OpenStore) -> None:
    old = Measured("1.004873", DAY - timedelta(90), TIMES)
    new = Measured("1.012753", DAY, StepTimes(person=1))
    keep(store, old, new)

    assert store.step_times.between(DAY - timedelta(90), DAY - timedelta(1)) == [old]
    assert store.step_times.between(DAY, DAY) == [new]
    with store.unit_of_work() as work:
        work.step_times.drop_before(DAY - timedelta(89))
        work.commit()
    assert store.step_times.between(DAY - timedelta(999), DAY) == [new]


def test_the_order_of_rows_is_not_that_of_the_receptions(store: OpenStore) -> None:
    """Beside the journal, the order alone would say who received which."""
    keep(store, *(Measured("1.004873", DAY, StepTimes(person=n)) for n in range(40)))

    with store._database.reading() as connection:
        rows = connection.execute(text("SELECT person_s FROM step_times"))
        order = [row[0] for row in rows]

    assert sorted(order) == list(range(40))
    assert order != list(range(40))


def test_officers_are_counted_by_procedure_and_not_told(store: OpenStore) -> None:
    for _ in range(2):
        receive(store)
    with store.unit_of_work() as work:
        dossier_id = uuid6.uuid7()
        other = a_reception(
            dossier_code=f"{AGENCY}-261123-0302", received_at=MONDAY, officer_name="Bình"
        )
        work.journal.append(
            other, dossier_id=dossier_id, officer_id="truongbp", at=MONDAY, clock_source="fake"
        )
        dossier = work.project(dossier_id)
        work.commit()

    assert store.step_times.officers_between(DAY, DAY) == 2
    assert store.step_times.officers_between(DAY - timedelta(9), DAY - timedelta(1)) == 0
    assert store.step_times.received_between(DAY, DAY) == {
        dossier.procedure_code: Received(dossier.procedure_name, 2)
    }
