from contextlib import nullcontext
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from station.catalogue.calendars import built_in_calendar
from station.domain.acceptance import IncompleteDossierError, NoLawfulGroundError
from station.domain.clock_guard import WrongClockError
from station.domain.history import fold
from station.domain.journal import VIETNAM
from station.domain.money.collecting import TooLittleMoneyError
from station.domain.numbers import NumberRange, NumbersSpentError
from station.domain.procedure import Fee, UnknownCaseError
from station.domain.signed_copies import copies_to_sign
from station.domain.step_times import StepTimes
from station.errors import StationError
from station.ports.officers import Officer, Role
from station.ports.step_times import Measured
from station.usecases.handed_in import (
    NameOnlyProcedureError,
    TooManyBytesError,
    UnknownProcedureError,
)
from station.usecases.permissions import NotAllowedError
from station.usecases.receive_dossier import Counter, Reception, receive_dossier
from station.usecases.reception_checks import WrongIndexError
from station.usecases.reception_input import ReceptionInputError, reception_from_plain
from tests.builders import MONDAY, a_description, a_procedure
from tests.fake_work import FakeWork
from tests.fakes import PLACES, FakeCatalogue, FakeClock, FakeDocuments, FakeVault
from tests.journal_chain import first_break

HANH = Officer(officer_id="quay3", display_name="Trần Thị Hạnh", role=Role.COUNTER)
COUNTER = Counter(
    agency_code="000.00.17.H25",
    number=3,
    papers=(("01", "a5"), ("receipt", "80")),
    built_at=datetime(2026, 11, 1, tzinfo=VIETNAM),
)


class Desk:
    """Everything an officer needs to receive, in memory."""

    def __init__(self, **ports: Any) -> None:
        self.work: FakeWork = ports.get("work", FakeWork())
        self.clock: FakeClock = ports.get("clock", FakeClock())
        self.catalogue = FakeCatalogue(
            ports.get("procedure", a_procedure()),
            a_procedure(code="HN0001", processing_time=None),
        )
        self.vault = FakeVault()
        self.officer: Officer = ports.get("officer", HANH)
        self.lock_duplicates: bool = ports.get("lock_duplicates", False)
        self.work.offset = ports.get("server_offset")
        self.took: StepTimes | None = ports.get("took")

    def receive(self, **changes: Any) -> Reception:
        return receive_dossier(
            reception_from_plain(a_description(**changes)),
            officer=self.officer,
            counter=COUNTER,
            one_state=nullcontext,
            work=self.work,
            catalogue=self.catalogue,
            calendar=built_in_calendar(),
            clock=self.clock,
            vault=self.vault,
            documents=FakeDocuments(),
            folder=Path(),
            open_alike=self.work.open_alike,
            places=lambda: PLACES,
            lock_duplicates=self.lock_duplicates,
            took=self.took,
        )


def test_a_complete_dossier_gets_its_code_its_date_and_its_papers_in_one_commit() -> None:
    desk = Desk()

    reception = desk.receive()

    dossier = reception.dossier
    assert dossier.code == "000.00.17.H25-261123-0300"
    assert dossier.due_at == datetime(2026, 11, 27, 16, 30, tzinfo=VIETNAM)
    assert "24/11" in dossier.due_reason
    assert dossier.officer_name == "Trần Thị Hạnh"
    assert desk.work.commits == 1
    assert [entry.kind for entry in desk.work.entries] == ["DossierReceived", "FeeCollected"]
    assert first_break(desk.work.entries) is None
    assert desk.work.saved[dossier.dossier_id] == dossier == fold(desk.work.entries)
    assert [(form, paper) for _, form, paper in desk.work.jobs] == list(COUNTER.papers)
    assert reception.print_jobs == (1, 2)


def test_numbers_follow_one_another_and_begin_anew_each_day() -> None:
    desk = Desk()

    codes = [desk.receive().dossier.code for _ in range(3)]
    desk.clock.move(timedelta(days=2))
    codes.append(desk.receive().dossier.code)

    assert [code[-11:] for code in codes] == [
        "261123-0300", "261123-0301", "261123-0302", "261125-0300",
    ]  # fmt: skip


def test_change_is_what_was_handed_over_less_what_was_due() -> None:
    dossier = Desk().receive(payment={"method": "cash", "tendered_vnd": 50_000}).dossier

    assert (dossier.paid_vnd, dossier.payments[0].change_vnd) == (15_000, 35_000)


@pytest.mark.parametrize("payment", [None, {"method": "later"}, {"method": "transfer"}])
def test_money_that_was_not_seen_is_not_recorded(payment: dict[str, Any] | None) -> None:
    dossier = Desk().receive(payment=payment).dossier

    assert (dossier.fees_total_vnd, dossier.paid_vnd) == (15_000, 0)


def test_an_exempted_fee_costs_nothing_and_keeps_its_reason() -> None:
    exempted = {"index": 1, "exemption": "hộ nghèo", "exemption_paper": "Giấy tờ tùy thân"}

    dossier = Desk().receive(fees=[exempted], payment=None).dossier

    assert dossier.fees_total_vnd == 0
    assert dossier.fees[0].exemption == "hộ nghèo"


def test_quantities_multiply() -> None:
    dossier = (
        Desk()
        .receive(
            fees=[{"index": 1, "quantity": 3}], payment={"method": "cash", "tendered_vnd": 45_000}
        )
        .dossier
    )

    assert dossier.fees_total_vnd == 45_000


def test_files_are_put_away_and_named_by_their_content() -> None:
    desk = Desk()

    dossier = desk.receive(
        documents=[{"index": 1, "originals": 1, "files": ["a.pdf", "b.pdf"]},
                   {"index": 3, "presented": 1}],
        other_documents=[{"name": "Ảnh 3×4", "originals": 2, "files": ["c.pdf"]}],
    ).dossier  # fmt: skip

    files = [file for document in dossier.documents for file in document.files]
    assert {file.sha256 for file in files} == set(desk.vault.contents)
    assert len(desk.work.files) == 3
    assert (dossier.documents[-1].index, dossier.documents[-1].name) == (0, "Ảnh 3×4")


def test_what_is_in_the_vault_already_is_filed_by_its_content() -> None:
    desk = Desk()
    scanned = desk.vault.put(b"%PDF a scanned paper")

    dossier = desk.receive(
        documents=[
            {"index": 1, "originals": 1, "files": [f"kept:{scanned}"]},
            {"index": 3, "presented": 1},
        ]
    ).dossier

    (file,) = (file for document in dossier.documents for file in document.files)
    assert (file.sha256, file.size, file.digitised) == (scanned, 20, False)


def test_what_the_counter_digitised_may_be_signed_as_a_copy() -> None:
    desk = Desk()
    scanned = desk.vault.put(b"%PDF a scanned paper")

    dossier = desk.receive(
        documents=[
            {"index": 1, "originals": 1, "files": [f"digitised:{scanned}", "his.pdf"]},
            {"index": 3, "presented": 1},
        ]
    ).dossier

    assert [one.file.sha256 for one in copies_to_sign(dossier)] == [scanned]


def test_a_lawful_ground_lets_an_incomplete_dossier_pass_and_is_kept() -> None:
    desk = Desk()

    dossier = desk.receive(documents=[], accept_despite_missing="not_retrievable").dossier

    assert dossier.missing == (1, 3)
    assert dossier.accepted_despite_missing == "not_retrievable"


def test_every_missing_paper_is_named_at_once() -> None:
    with pytest.raises(IncompleteDossierError) as caught:
        Desk().receive(documents=[])

    assert [row["index"] for row in caught.value.details["missing"]] == [1, 3]


REFUSALS = [
    ({"documents": []}, IncompleteDossierError),
    ({"documents": [], "accept_despite_missing": "vì"}, NoLawfulGroundError),
    ({"procedure_code": "9.999999"}, UnknownProcedureError),
    ({"procedure_code": "HN0001"}, NameOnlyProcedureError),
    ({"case": "một phần"}, UnknownCaseError),
    ({"documents": [{"index": 4, "originals": 1}]}, WrongIndexError),
    ({"documents": [{"index": 0, "originals": 1}]}, WrongIndexError),
    ({"documents": [{"index": -1, "originals": 1}]}, WrongIndexError),
    ({"documents": [{"index": 1, "originals": 1}] * 2}, WrongIndexError),
    ({"fees": [{"index": 2}]}, WrongIndexError),
    ({"fees": [{"index": 1}, {"index": 1}]}, WrongIndexError),
    ({"payment": {"method": "cash", "tendered_vnd": 14_999}}, TooLittleMoneyError),
    ({"payment": {"method": "cash"}}, TooLittleMoneyError),
    ({"delivery": {"method": "postal"}}, ReceptionInputError),
]


@pytest.mark.parametrize(("changes", "error"), REFUSALS)
def test_a_refusal_has_its_own_name_and_changes_nothing(
    changes: dict[str, Any], error: type[StationError]
) -> None:
    desk = Desk()

    with pytest.raises(error):
        desk.receive(**changes)

    assert_nothing_happened(desk)


def test_a_spent_range_refuses_and_changes_nothing() -> None:
    desk = Desk(work=FakeWork(numbers=[NumberRange(first=300, last=300)]))
    desk.receive()
    before = list(desk.work.entries)

    with pytest.raises(NumbersSpentError):
        desk.receive()

    assert desk.work.entries == before
    assert desk.work.used == {("000.00.17.H25", date(2026, 11, 23)): 1}


def test_a_clock_that_jumped_back_stops_the_next_reception() -> None:
    desk = Desk()
    desk.receive()
    desk.clock.move(-timedelta(hours=1))

    with pytest.raises(WrongClockError):
        desk.receive()

    assert desk.work.commits == 1


def test_n14_a_clock_far_from_the_servers_is_put_right_on_the_slip() -> None:
    desk = Desk(server_offset=timedelta(days=1, minutes=11))

    dossier = desk.receive().dossier

    assert dossier.received_at == MONDAY + timedelta(days=1, minutes=11)
    assert "-261124-" in dossier.code


def test_an_administrator_does_not_receive() -> None:
    desk = Desk(officer=Officer(officer_id="admin", display_name="QT", role=Role.ADMINISTRATOR))

    with pytest.raises(NotAllowedError):
        desk.receive()

    assert_nothing_happened(desk)


def test_too_many_bytes_are_refused_before_anything_is_put_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("station.usecases.handed_in.LARGEST_DOSSIER_BYTES", 8)
    desk = Desk()

    with pytest.raises(TooManyBytesError):
        desk.receive(documents=[{"index": 1, "files": ["a.pdf", "b.pdf"], "originals": 1},
                                {"index": 3, "presented": 1}])  # fmt: skip

    assert_nothing_happened(desk)
    assert not desk.vault.contents


def test_reception_after_the_cutoff_counts_from_the_next_working_day() -> None:
    desk = Desk(
        clock=FakeClock(MONDAY.replace(hour=15, minute=30)), procedure=a_procedure(cutoff="15:00")
    )

    assert desk.receive().dossier.promised_at.date() == date(2026, 11, 30)


def test_a_free_procedure_records_no_money() -> None:
    free = a_procedure(fees=(Fee(index=1, name="x", kind="phí", amount_vnd=0, per="hồ sơ"),))

    dossier = Desk(procedure=free).receive(payment=None).dossier

    assert dossier.payments == ()


def test_what_it_took_is_kept_for_ninety_days_apart_from_the_facts() -> None:
    desk, took = Desk(took=StepTimes(person=31, papers=95)), StepTimes(person=31, papers=95)
    today = MONDAY.date()
    old, last = (Measured("1.0", today - timedelta(days), took) for days in (91, 90))
    desk.work.step_times.rows = [old, last]

    with pytest.raises(IncompleteDossierError):
        desk.receive(documents=[])
    assert desk.work.step_times.rows == [old, last]
    reception = desk.receive()

    assert desk.work.step_times.rows == [last, Measured("1.004873", today, took)]
    facts = msgspec.json.encode([entry.payload for entry in desk.work.entries]).decode()
    assert '"papers":95' not in facts
    assert reception.dossier.procedure_code == "1.004873"


def assert_nothing_happened(desk: Desk) -> None:
    assert desk.work.entries == []
    assert desk.work.used == {}
    assert desk.work.jobs == []
    assert desk.work.commits == 0
