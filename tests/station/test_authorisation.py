"""Who acts for another one: by which paper, until when, how far."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from station.catalogue.calendars import built_in_calendar
from station.domain.acceptance import IncompleteDossierError
from station.domain.authorisation import (
    AuthorisationLapsedError,
    AuthorisationScopeError,
    check_authorisation,
    is_letter,
    needs_letter,
    require_may_submit,
)
from station.domain.dossier import Dossier
from station.domain.person import Authorisation, AuthorisationScope
from station.domain.person_checks import PersonDoubt
from station.domain.procedure import RequiredDocument
from station.errors import StationError
from station.usecases.bring_supplement import bring_supplement
from station.usecases.dossier_act import Acting
from station.usecases.lodge_dossier import AskForPapers, lodge_dossier
from station.usecases.reception_input import (
    OtherDocumentInput,
    SupplementInput,
    reception_from_plain,
)
from tests.builders import a_description, a_procedure
from tests.fakes import PLACES, FakeDocuments
from tests.station.test_receive_dossier import COUNTER, HANH, Desk

ON = date(2026, 11, 23)
LETTER: dict[str, Any] = {"kind": "Giấy uỷ quyền", "number": "12", "issued_on": "2026-11-20"}
OWNER = a_description()["applicant"] | {"full_name": "Trần Văn Bình", "id_document": None}


def received(**changes: Any) -> Dossier:
    return Desk().receive(owner=OWNER, **changes).dossier


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({}, None),
        ({"expires_on": ON}, None),
        ({"expires_on": date(2026, 11, 22)}, AuthorisationLapsedError),
        ({"issued_on": date(2026, 11, 24)}, AuthorisationLapsedError),
        ({"scope": AuthorisationScope.SUBMIT}, None),
        ({"scope": AuthorisationScope.COLLECT}, AuthorisationScopeError),
    ],
)
def test_an_authorisation_holds_within_its_days_and_its_scope(
    changes: dict[str, Any], error: type[StationError] | None
) -> None:
    given: dict[str, Any] = {"kind": "Giấy uỷ quyền", "issued_on": ON}
    letter = Authorisation(**(given | changes))

    if error is None:
        require_may_submit(letter, ON)
    else:
        with pytest.raises(error):
            require_may_submit(letter, ON)


@pytest.mark.parametrize(
    ("letter", "has_owner", "doubt"),
    [
        (None, False, None),
        (None, True, PersonDoubt.NO_AUTHORISATION),
        ({"issued_on": ON}, False, PersonDoubt.AUTHORISED_BY_NOBODY),
        ({}, True, PersonDoubt.NO_DAY_OF_AUTHORISATION),
        ({"issued_on": date(2025, 11, 24)}, True, None),
        ({"issued_on": date(2025, 11, 23)}, True, PersonDoubt.OVER_A_YEAR),
        ({"issued_on": date.max}, True, None),
        ({"issued_on": date(2024, 2, 29), "expires_on": date(2027, 1, 1)}, True, None),
        (
            {"issued_on": date(2025, 2, 1), "expires_on": date(2025, 1, 1)},
            True,
            PersonDoubt.ENDS_BEFORE_IT_BEGINS,
        ),
        ({"kind": "Đại diện theo pháp luật (mẹ)"}, True, None),
    ],
)
def test_what_is_odd_about_acting_for_another_one(
    letter: dict[str, Any] | None, has_owner: bool, doubt: PersonDoubt | None
) -> None:
    given = None if letter is None else Authorisation(**({"kind": "Giấy uỷ quyền"} | letter))

    found = check_authorisation(given, has_owner=has_owner, on=ON)

    assert [one.doubt for one in found] == ([doubt] if doubt else [])


def test_the_letter_is_a_mandatory_paper_and_is_asked_for_by_its_name() -> None:
    with pytest.raises(IncompleteDossierError) as caught:
        received(authorisation=LETTER)

    assert caught.value.details["missing"] == [{"index": 0, "name": "Giấy uỷ quyền"}]


def test_the_letter_stands_in_the_dossier_with_its_pages() -> None:
    letter = LETTER | {"paper": {"originals": 1, "files": ["uq.pdf"]}}

    row = received(authorisation=letter).documents[-1]

    assert (row.index, row.name, row.mandatory, row.originals) == (0, "Giấy uỷ quyền", True, 1)
    assert row.pages


@pytest.mark.parametrize("name", ["Giấy ủy quyền", "Hợp đồng uỷ quyền có công chứng"])
def test_a_letter_among_the_other_papers_is_the_letter(name: str) -> None:
    other = [{"name": "Ảnh", "copies": 2}, {"name": name, "certified_copies": 1}]

    rows = received(authorisation=LETTER, other_documents=other).documents[-2:]

    assert [row.mandatory for row in rows] == [False, True]


def test_a_row_of_the_procedure_for_it_becomes_mandatory() -> None:
    procedure = a_procedure(
        required_documents=(
            RequiredDocument(index=1, name="Tờ khai", originals=1),
            RequiredDocument(
                index=2, name="Văn bản ủy quyền, nếu có", originals=1, mandatory=False
            ),
        )
    )
    desk = Desk(procedure=procedure)
    declared = {"index": 1, "originals": 1}

    with pytest.raises(IncompleteDossierError) as caught:
        desk.receive(owner=OWNER, authorisation=LETTER, documents=[declared])
    both = [declared, {"index": 2, "originals": 1}]
    dossier = desk.receive(owner=OWNER, authorisation=LETTER, documents=both).dossier

    assert [row["index"] for row in caught.value.details["missing"]] == [2]
    assert [row.index for row in dossier.documents] == [1, 2]


def test_a_parent_acts_by_law_and_brings_no_letter() -> None:
    parent = {"kind": "Đại diện theo pháp luật"}

    assert not needs_letter(parent["kind"])
    assert len(received(authorisation=parent).documents) == 3


def test_an_authorisation_that_lapsed_receives_nothing() -> None:
    desk = Desk()
    lapsed = LETTER | {"expires_on": "2026-11-22", "paper": {"originals": 1}}

    with pytest.raises(AuthorisationLapsedError) as caught:
        desk.receive(owner=OWNER, authorisation=lapsed)

    assert caught.value.details == {"why": "lapsed", "on": "2026-11-22"}
    assert desk.work.entries == []


@pytest.mark.parametrize(
    ("name", "kind", "is_it"),
    [
        ("Văn bản uỷ quyền", "Hợp đồng", True),
        ("Giấy giới thiệu của cơ quan", "Giấy uỷ quyền", True),
        ("Quyết định cử người giám hộ", "Quyết định cử người giám hộ", True),
        ("Tờ khai", "Giấy uỷ quyền", False),
    ],
)
def test_which_paper_is_the_letter(name: str, kind: str, is_it: bool) -> None:
    assert is_letter(name, kind) is is_it


def test_a_letter_that_was_missing_is_asked_for_and_fills_its_row_when_it_comes() -> None:
    desk = Desk()
    acting = Acting(officer=HANH, work=desk.work, clock=desk.clock, built_at=COUNTER.built_at)
    lodged = lodge_dossier(
        reception_from_plain(a_description(owner=OWNER, authorisation=LETTER)),
        AskForPapers(reason="thiếu giấy uỷ quyền"),
        acting=acting,
        counter=COUNTER,
        catalogue=desk.catalogue,
        vault=desk.vault,
        documents=FakeDocuments(),
        folder=Path(),
        open_alike=desk.work.open_alike,
        places=PLACES,
    )
    assert [item.name for item in lodged.supplements[0].items] == ["Giấy uỷ quyền"]

    brought = bring_supplement(
        lodged.dossier_id,
        SupplementInput(
            other_documents=(OtherDocumentInput(name="Giấy uỷ quyền số 12", originals=1),)
        ),
        acting=acting,
        catalogue=desk.catalogue,
        calendar=built_in_calendar(),
        vault=desk.vault,
        documents=FakeDocuments(),
        folder=Path(),
    )

    letters = [row for row in brought.documents if not row.index]
    assert [(row.name, row.originals) for row in letters] == [("Giấy uỷ quyền", 1)]
    assert (brought.missing, brought.open_supplement) == ((), None)
