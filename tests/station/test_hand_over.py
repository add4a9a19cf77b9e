"""Sealed lists: who may be on one, and what it leaves behind."""

from dataclasses import replace
from uuid import UUID

import pytest
import uuid6

from station.domain.acts import ActNotAllowedError
from station.domain.dossier import DossierStatus
from station.domain.events import DossierAcceptedByAgency, Event
from station.ports.officers import Officer, Role
from station.usecases.dossier_act import Acting
from station.usecases.hand_over import HandOverDossiers, WrongAgencyError, hand_over
from tests.builders import ACCEPTED, MONDAY, a_reception
from tests.fakes import FakeClock, FakeWork

HANH = Officer(officer_id="quay3", display_name="Trần Thị Hạnh", role=Role.COUNTER)


def a_dossier(work: FakeWork, *events: Event) -> UUID:
    dossier_id = uuid6.uuid7()
    code = f"000.00.17.H25-261123-{300 + len(work.saved):04d}"
    with work:
        for event in (replace(a_reception(), dossier_code=code), *events):
            work.append(
                event, dossier_id=dossier_id, officer_id="quay3", at=MONDAY, clock_source="fake"
            )
        work.project(dossier_id)
        work.commit()
    return dossier_id


def acting(work: FakeWork) -> Acting:
    return Acting(officer=HANH, work=work, clock=FakeClock(), built_at=MONDAY)


def test_a_folder_whose_dossier_was_accepted_by_wire_is_listed_like_any_other() -> None:
    work = FakeWork()
    accepted = a_dossier(work, ACCEPTED)
    other = a_dossier(work, ACCEPTED)

    sealed = hand_over(HandOverDossiers(dossier_ids=(accepted, other)), acting=acting(work))

    assert sealed.sealed.agency == ACCEPTED.agency
    assert [dossier.status for dossier in sealed.dossiers] == [DossierStatus.PROCESSING] * 2
    assert not any(dossier.awaits_hand_over for dossier in sealed.dossiers)
    with pytest.raises(ActNotAllowedError):
        hand_over(HandOverDossiers(dossier_ids=(accepted,)), acting=acting(work))


def test_a_list_is_for_one_agency_and_changes_nothing_when_it_is_not() -> None:
    work = FakeWork()
    here, there = a_dossier(work), a_dossier(work, DossierAcceptedByAgency(agency="Sở Tư pháp"))
    before = list(work.entries)

    with pytest.raises(WrongAgencyError):
        hand_over(HandOverDossiers(dossier_ids=(here, there)), acting=acting(work))

    assert work.entries == before
