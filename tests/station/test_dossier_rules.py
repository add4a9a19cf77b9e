"""N25: what was begun under a version of the catalogue goes on by that version."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.calendars import built_in_calendar
from station.catalogue.pack import Pack, PackStatus
from station.domain.history import fold
from station.domain.journal import VIETNAM
from station.domain.procedure import Case, Fee, Procedure, ProcessingTime, SupplementRule, TimeUnit
from station.domain.processing import LackingPaper
from station.ports.officers import Officer, Role
from station.usecases.bring_supplement import bring_supplement
from station.usecases.dossier_act import Acting
from station.usecases.dossier_rules import own_rules_of, rules_of
from station.usecases.handed_in import (
    UnknownProcedureError,
    UnknownVersionError,
    VersionEndedError,
    version_for,
)
from station.usecases.reception_input import DocumentInput, SupplementInput
from station.usecases.request_supplement import RequestSupplement, request_supplement
from tests.builders import MONDAY, a_chain, a_procedure, a_reception
from tests.fakes import FakeCatalogue, FakeDocuments, FakeVault
from tests.station.test_receive_dossier import Desk

OLD = a_procedure()
NEW = a_procedure(
    processing_time=ProcessingTime(10, TimeUnit.WORKING_DAY),
    required_documents=OLD.required_documents[:1],
    fees=(Fee(index=1, name="Lệ phí", kind="lệ phí", amount_vnd=50_000, per="hồ sơ"),),
    supplement_rule=SupplementRule.ADD_WAITING,
)


def a_later_pack(*procedures: Procedure, **changes: Any) -> Pack:
    return Pack(
        name="test",
        version="2",
        issued_on=None,
        status=PackStatus.OFFICIAL,
        procedures=procedures,
        **changes,
    )


def imported(catalogue: FakeCatalogue) -> None:
    catalogue.import_pack(a_later_pack(NEW), at=MONDAY)


def test_a_draft_that_was_begun_before_is_received_by_the_rules_it_was_begun_under() -> None:
    desk = Desk(procedure=OLD)
    imported(desk.catalogue)

    begun_before = desk.receive(catalogue="test 1").dossier
    begun_after = desk.receive(
        documents=[{"index": 1, "originals": 1}],
        payment={"method": "cash", "tendered_vnd": 50_000},
    ).dossier

    assert begun_before.catalogue == "test 1"
    assert begun_before.processing_time == OLD.processing_time
    assert (len(begun_before.documents), begun_before.fees_total_vnd) == (3, 15_000)
    assert begun_after.catalogue == "test 2"
    assert begun_after.processing_time == NEW.processing_time
    assert (len(begun_after.documents), begun_after.fees_total_vnd) == (1, 50_000)


def test_from_the_next_day_on_other_rules_hold_for_a_draft_too() -> None:
    desk = Desk(procedure=OLD)
    imported(desk.catalogue)
    desk.clock.move(timedelta(days=1))

    with pytest.raises(VersionEndedError) as caught:
        desk.receive(catalogue="test 1")

    assert caught.value.details == {
        "procedure_code": OLD.code, "catalogue": "test 1", "ended_on": "23/11/2026",
    }  # fmt: skip
    assert desk.work.commits == 0


def test_a_new_pack_that_says_the_same_ends_no_draft() -> None:
    desk = Desk(procedure=OLD)
    desk.catalogue.import_pack(a_later_pack(OLD), at=MONDAY)
    desk.clock.move(timedelta(days=3))

    assert desk.receive(catalogue="test 1").dossier.catalogue == "test 1"


def test_a_draft_of_a_procedure_that_was_withdrawn_is_received_on_that_day_only() -> None:
    desk = Desk(procedure=OLD)
    desk.catalogue.import_pack(a_later_pack(), at=MONDAY, withdrawn=(OLD.code,))

    assert desk.receive(catalogue="test 1").dossier.catalogue == "test 1"
    with pytest.raises(UnknownProcedureError):
        desk.receive()
    desk.clock.move(timedelta(days=1))
    with pytest.raises(VersionEndedError):
        desk.receive(catalogue="test 1")


def test_a_version_that_has_ended_receives_nothing() -> None:
    desk = Desk(procedure=OLD)
    last = MONDAY.date()
    desk.catalogue.import_pack(a_later_pack(NEW, effective_to=last), at=MONDAY)
    desk.clock.move(timedelta(days=1))

    with pytest.raises(VersionEndedError):
        desk.receive(catalogue="test 2")


def test_a_draft_that_is_opened_again_goes_on_by_its_version_while_it_holds() -> None:
    catalogue = FakeCatalogue(OLD)
    imported(catalogue)
    today, tomorrow = MONDAY.date(), MONDAY.date() + timedelta(days=1)

    assert version_for(OLD.code, "test 1", catalogue, today) == (OLD, "test 1")
    for begun_under, on in (("test 1", tomorrow), ("test 0", today), (None, today)):
        assert version_for(OLD.code, begun_under, catalogue, on) == (NEW, "test 2")
    with pytest.raises(UnknownProcedureError):
        version_for("9.999999", "test 1", catalogue, today)


def test_a_version_that_never_was_here_is_refused_by_name() -> None:
    desk = Desk(procedure=OLD)

    with pytest.raises(UnknownVersionError) as caught:
        desk.receive(catalogue="test 0")

    assert caught.value.details == {"procedure_code": OLD.code, "catalogue": "test 0"}
    assert desk.work.commits == 0


def test_papers_that_are_brought_are_counted_by_the_rule_of_the_reception() -> None:
    desk = Desk(procedure=OLD)
    received = desk.receive().dossier
    acting = Acting(
        officer=Officer(officer_id="quay3", display_name="Hạnh", role=Role.COUNTER),
        work=desk.work,
        clock=desk.clock,
        built_at=datetime(2026, 11, 1, tzinfo=VIETNAM),
    )
    item = LackingPaper(index=1, name="Tờ khai", what="chưa ký")
    asked = RequestSupplement(items=(item,), reason="chưa ký")
    request_supplement(received.dossier_id, asked, acting=acting)
    imported(desk.catalogue)

    after = bring_supplement(
        received.dossier_id,
        SupplementInput(documents=(DocumentInput(index=1, originals=1),)),
        acting=acting,
        catalogue=desk.catalogue,
        calendar=built_in_calendar(),
        vault=FakeVault(),
        documents=FakeDocuments(),
        folder=Path(),
    )

    # Three days from zero, not the ten of the new version, nor the time that was waited.
    assert after.supplements[-1].is_answered
    assert after.due_at == received.due_at
    (brought,) = [entry for entry in desk.work.entries if entry.kind == "SupplementBrought"]
    assert brought.payload["rule"] == SupplementRule.RESTART.value


def test_the_case_is_the_dossiers_as_far_as_the_version_knows_it() -> None:
    late = Case(key="qua-han", label="Quá hạn", fees=())
    dossier = replace(fold(a_chain(a_reception())), case="qua-han", catalogue="test 1")

    assert rules_of(dossier, FakeCatalogue(replace(OLD, cases=(late,)))) == replace(
        OLD, cases=(late,), fees=()
    )
    assert rules_of(dossier, FakeCatalogue(OLD)) == OLD


def test_a_store_that_kept_only_a_later_version_answers_by_that_one() -> None:
    dossier = replace(fold(a_chain(a_reception())), catalogue="test 0")
    catalogue = FakeCatalogue(OLD)

    assert rules_of(dossier, catalogue) == OLD
    assert own_rules_of(dossier, catalogue) is None
    assert rules_of(dossier, FakeCatalogue()) is None


versions = st.lists(
    st.tuples(
        st.sampled_from(["test", "khac"]),
        st.sampled_from([(NEW,), (OLD,), ()]),
        st.booleans(),
        st.none() | st.dates(date(2026, 10, 1), date(2027, 3, 1)),
    ),
    max_size=6,
)


@given(versions)
def test_nothing_that_is_imported_ever_changes_the_rules_of_a_dossier(
    imports: list[tuple[str, tuple[Procedure, ...], bool, date | None]],
) -> None:
    dossier = replace(fold(a_chain(a_reception())), catalogue="test 1")
    catalogue = FakeCatalogue(OLD)

    for number, (name, procedures, gone, begins) in enumerate(imports, start=2):
        pack = Pack(
            name=name,
            version=str(number),
            issued_on=None,
            status=PackStatus.OFFICIAL,
            effective_from=begins,
            procedures=procedures,
        )
        withdrawn = (OLD.code,) if gone and not procedures else ()
        catalogue.import_pack(pack, at=MONDAY, withdrawn=withdrawn)

    assert own_rules_of(dossier, catalogue) == rules_of(dossier, catalogue) == OLD
