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
from station.usecases.sign_hand_over import (
    ListSignedBeforeError,
    NobodySignedError,
    NotOnListError,
    SignHandOver,
    sign_hand_over,
)
from tests.builders import ACCEPTED, MONDAY, a_reception
from tests.fake_work import FakeWork
from tests.fakes import FakeClock

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


def test_a_list_comes_back_signed_and_what_was_not_taken_waits_at_the_counter() -> None:
    work = FakeWork()
    ids = (a_dossier(work), a_dossier(work))
    sealed = hand_over(HandOverDossiers(dossier_ids=ids), acting=acting(work))
    second = sealed.dossiers[1].code

    first_after, second_after = sign_hand_over(
        SignHandOver(receiver=" Lê Văn  Nam ", not_taken=((second, "bìa thiếu giấy"),)),
        sealed=sealed.sealed,
        dossier_ids=ids,
        acting=acting(work),
    )

    assert (first_after.status, first_after.hand_overs[-1].taken_by) == (
        DossierStatus.PROCESSING,
        "Lê Văn Nam",
    )
    assert second_after.status is DossierStatus.RECEIVED
    assert second_after.awaits_hand_over
    assert second_after.hand_overs[-1].handed_back_at is not None
    again = hand_over(HandOverDossiers(dossier_ids=(ids[1],)), acting=acting(work))
    assert again.sealed.list_number != sealed.sealed.list_number
    with pytest.raises(ListSignedBeforeError):
        sign_hand_over(
            SignHandOver(receiver="A"),
            sealed=sealed.sealed,
            dossier_ids=ids,
            acting=acting(work),
        )


@pytest.mark.parametrize(
    ("receiver", "not_taken", "refusal"),
    [
        ("  ", (), NobodySignedError),
        ("A", (("000.00.17.H25-261123-0300", " "),), NobodySignedError),
        ("A", (("000.00.17.H25-261123-0999", "thiếu"),), NotOnListError),
    ],
)
def test_a_signature_without_its_facts_changes_nothing(
    receiver: str, not_taken: tuple[tuple[str, str], ...], refusal: type[Exception]
) -> None:
    work = FakeWork()
    ids = (a_dossier(work),)
    sealed = hand_over(HandOverDossiers(dossier_ids=ids), acting=acting(work))
    before = list(work.entries)

    with pytest.raises(refusal):
        sign_hand_over(
            SignHandOver(receiver=receiver, not_taken=not_taken),
            sealed=sealed.sealed,
            dossier_ids=ids,
            acting=acting(work),
        )

    assert work.entries == before
