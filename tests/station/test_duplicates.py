"""The same person, the same procedure, still open: recorded, and locked where that is asked for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from station.domain.dossier import Dossier
from station.domain.history import fold
from station.domain.person import IdDocument, IdDocumentType, Party
from station.usecases.duplicates import DuplicateDossierError, is_same
from tests.builders import a_description, a_party, a_procedure
from tests.fakes import FakeCatalogue
from tests.station.test_receive_dossier import Desk

AGAIN = "nộp cho con thứ hai"
SOMEBODY_ELSE = a_description()["applicant"] | {
    "id_document": {"type": "can_cuoc", "number": "001080004321"}
}


def both(days: int, *, lock: bool = True, reason: str | None = None) -> tuple[Dossier, Dossier]:
    desk = Desk(lock_duplicates=lock)
    first = desk.receive().dossier
    for part in (days // 2, days - days // 2):  # a clock is not believed after a month of rest
        desk.receive(applicant=SOMEBODY_ELSE, accept_despite_duplicate=AGAIN)
        desk.clock.move(timedelta(days=part))
    return first, desk.receive(accept_despite_duplicate=reason).dossier


@pytest.mark.parametrize("days", [0, 30])
def test_another_one_within_thirty_days_needs_a_reason(days: int) -> None:
    with pytest.raises(DuplicateDossierError) as caught:
        both(days)
    first, second = both(days, reason=AGAIN)

    assert caught.value.details["dossier_code"] == first.code
    assert second.duplicate_of == (first.code,)
    assert second.duplicate_reason == AGAIN


def test_after_thirty_days_nothing_is_asked() -> None:
    _, second = both(31)

    assert (second.duplicate_of, second.duplicate_reason) == ((), None)


def test_without_the_lock_it_is_recorded_all_the_same() -> None:
    desk = Desk()
    first = desk.receive().dossier

    second = desk.receive().dossier

    assert second.duplicate_of == (first.code,)
    assert fold(e for e in desk.work.entries if e.dossier_id == second.dossier_id) == second


def test_a_lock_leaves_nothing_behind() -> None:
    desk = Desk(lock_duplicates=True)
    desk.receive()
    before = list(desk.work.entries)

    with pytest.raises(DuplicateDossierError):
        desk.receive(accept_despite_duplicate="  ")

    assert desk.work.entries == before


def test_another_procedure_or_another_owner_is_no_duplicate() -> None:
    desk = Desk(lock_duplicates=True)
    desk.catalogue = FakeCatalogue(a_procedure(), a_procedure(code="2.000815"))
    desk.receive()
    mother = {"kind": "citizen", "full_name": "Lò Thị Mai", "date_of_birth": "1960-01-01"}

    other = desk.receive(procedure_code="2.000815").dossier
    owned = desk.receive(owner=mother).dossier

    assert (other.duplicate_of, owned.duplicate_of) == ((), ())


def a_person(number: str | None, born_on: date | None, name: str = "Lò Văn Ứng") -> Party:
    party = a_party(name)
    paper = IdDocument(type=IdDocumentType.CAN_CUOC, number=number) if number else None
    return replace(party, person=replace(party.person, id_document=paper, date_of_birth=born_on))


BORN = date(1980, 1, 2)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (a_person("035080000001", None), a_person("035 080 000 001", None, "Lo Van Ung"), True),
        (a_person("035080000001", BORN), a_person("035080000002", BORN), False),
        (a_person(None, BORN), a_person("035080000001", BORN, "LO VAN UNG"), True),
        (a_person(None, None), a_person(None, None), False),
        (a_person(None, BORN), a_person(None, date(1981, 1, 2)), False),
    ],
)
def test_who_is_the_same(one: Party, other: Party, same: bool) -> None:
    assert is_same(one, other) is same
