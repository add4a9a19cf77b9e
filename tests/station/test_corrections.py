"""N6, N19: a correction to other rules keeps what happened to the dossier, and its papers."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from station.catalogue.calendars import built_in_calendar
from station.domain.documents import LawfulGround
from station.domain.dossier import Dossier
from station.domain.events import (
    DeadlineExtended,
    DossierAcceptedByAgency,
    Event,
    kind_of,
    to_payload,
)
from station.domain.history import apply
from station.domain.journal import VIETNAM
from station.domain.procedure import Case, ProcessingTime, SupplementRule, Territory, TimeUnit
from station.domain.processing import LackingPaper
from station.usecases.bring_supplement import bring_supplement
from station.usecases.correct_dossier import CorrectDossier, correct_dossier
from station.usecases.dossier_act import Acting
from station.usecases.reception_input import (
    CorrectionInput,
    DocumentInput,
    HeldInput,
    SupplementInput,
)
from station.usecases.request_supplement import RequestSupplement, request_supplement
from tests.builders import a_procedure
from tests.fakes import PLACES, FakeCatalogue, FakeDocuments, FakeVault
from tests.station.living_counter import LivingWork
from tests.station.money.counter import BY_THE_HEAD, HANH
from tests.station.test_receive_dossier import COUNTER, Desk

TEN_DAYS = ProcessingTime(10, TimeUnit.WORKING_DAY)
CASES = (Case(key="thuong", label="Thường"), Case(key="dai", label="Dài", processing_time=TEN_DAYS))
WITH_CASES = a_procedure(cases=CASES, territory=Territory.NATION)
WITHOUT = replace(WITH_CASES, code="2.000635", cases=())
ELSEWHERE = {"destination": {"agency": "Công an tỉnh Lào Cai", "territory": "nation"}}


class Office(Desk):
    """A counter that receives, asks for a paper, takes it in and corrects."""

    def __init__(self, **rules: Any) -> None:
        super().__init__(procedure=replace(WITH_CASES, **rules))
        self.catalogue = FakeCatalogue(replace(WITH_CASES, **rules), WITHOUT)
        self.living = self.work = LivingWork()
        self.acting = Acting(
            officer=HANH, work=self.work, clock=self.clock, built_at=COUNTER.built_at
        )

    def supplemented(self, dossier: Dossier, *, after: timedelta) -> Dossier:
        self.asked(dossier)
        self.clock.move(after)
        return self.brought(dossier, DocumentInput(index=1, originals=1))

    def asked(self, dossier: Dossier) -> Dossier:
        item = LackingPaper(index=1, name="Tờ khai", what="chưa ký")
        asked = RequestSupplement(items=(item,), reason="chưa ký")
        return request_supplement(dossier.dossier_id, asked, acting=self.acting)

    def brought(self, dossier: Dossier, *papers: DocumentInput) -> Dossier:
        return bring_supplement(
            dossier.dossier_id,
            SupplementInput(documents=papers),
            acting=self.acting,
            catalogue=self.catalogue,
            calendar=built_in_calendar(),
            vault=FakeVault(),
            documents=FakeDocuments(),
            folder=Path(),
        )

    def hears(self, dossier: Dossier, event: Event) -> Dossier:
        last = self.work.last()
        assert last is not None
        news = replace(
            last, kind=kind_of(event), payload=to_payload(event), occurred_at=self.clock.now()
        )
        self.living.news.setdefault(dossier.dossier_id, []).append((last.sequence, news))
        return apply(self.work.dossier(dossier.dossier_id), news)

    def corrected(self, dossier: Dossier, **changes: Any) -> Dossier:
        return correct_dossier(
            dossier.dossier_id,
            CorrectDossier(changes=CorrectionInput(**changes), reason="nhầm", approval=BY_THE_HEAD),
            acting=self.acting,
            catalogue=self.catalogue,
            calendar=built_in_calendar(),
            places=PLACES,
        )


def at(day: int, month: int) -> datetime:
    return datetime(2026, month, day, 16, 30, tzinfo=VIETNAM)


@pytest.mark.parametrize("rule", SupplementRule)
def test_papers_that_came_since_count_by_the_other_rules_too(rule: SupplementRule) -> None:
    """The law's order is kept: ten days from Monday 7/12, or 8/12 and nine days of waiting."""
    office = Office(supplement_rule=rule)
    received = office.receive(case="thuong").dossier
    complete = office.supplemented(received, after=timedelta(days=14))

    corrected = office.corrected(received, case="dai")

    assert (received.due_at, complete.due_at) == (at(27, 11), at(10, 12))
    assert corrected.due_at == at(21, 12)


def test_the_receipt_of_another_territorys_agency_counts_for_the_other_rules() -> None:
    office = Office()
    received = office.receive(case="thuong", **ELSEWHERE).dossier
    office.clock.move(timedelta(days=7))
    agency, now = received.handling_agency, office.clock.now()
    accepted = office.hears(
        received, DossierAcceptedByAgency(agency=agency, clock_started_at=now, due_at=at(3, 12))
    )

    corrected = office.corrected(received, case="dai")

    assert (accepted.due_at, corrected.due_at) == (at(3, 12), at(14, 12))
    assert not corrected.is_provisional
    assert "ngày tạm tính" not in corrected.due_reason


@pytest.mark.parametrize(
    ("extended_to", "due_at"), [(at(25, 12), at(25, 12)), (at(1, 12), at(8, 12))]
)
def test_a_later_day_that_the_agency_named_stays(extended_to: datetime, due_at: datetime) -> None:
    office = Office()
    received = office.receive(case="thuong").dossier
    extension = DeadlineExtended(
        due_at=extended_to, reason="chờ ý kiến", apology_number=None, by="Phòng Kinh tế"
    )
    office.hears(received, extension)

    assert office.corrected(received, case="dai").due_at == due_at


def test_a_correction_that_is_taken_back_finds_its_papers_again() -> None:
    """N6: what had no row under the other procedure is not asked for once more."""
    office = Office()
    row = replace(WITH_CASES.required_documents[1], index=1)
    other = replace(WITHOUT, required_documents=(row,))
    office.catalogue = FakeCatalogue(WITH_CASES, other)
    received = office.receive(case="thuong").dossier

    elsewhere = office.corrected(received, procedure_code=other.code)
    back = office.corrected(elsewhere, procedure_code=WITH_CASES.code, case="thuong")

    assert [row.index for row in elsewhere.documents] == [1, 0, 0]
    assert back.documents == received.documents


def test_data_that_the_state_holds_is_noted_by_a_correction_too() -> None:
    office = Office()
    received = office.receive(case="thuong").dossier
    held = HeldInput(ground=LawfulGround.HELD_BY_STATE, database="CSDLQG về dân cư")

    corrected = office.corrected(received, documents=(DocumentInput(index=3, held=held),))

    assert corrected.documents[2].held is not None
    assert corrected.missing == ()


def test_a_case_does_not_outlive_its_procedure() -> None:
    office = Office()
    received = office.receive(case="thuong").dossier

    corrected = office.corrected(received, procedure_code=WITHOUT.code)

    assert (received.case, corrected.case) == ("thuong", None)
