import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.person import FieldSource, OrganisationKind, PartyKind
from station.errors import StationError
from station.usecases.reception_input import (
    LARGEST_INPUT,
    ReceptionInputError,
    UnknownFieldError,
    delivery,
    party,
    read_reception,
)
from tests.builders import a_description

PERSON = {"full_name": "Lê Văn Bình"}
COMPANY = {"kind": "organisation", "name": "Công ty Minh Đạt", "tax_code": "0100233488"}


def read(**changes: Any) -> Any:
    return read_reception(json.dumps(a_description(**changes)).encode())


def test_the_example_of_the_contract_is_read() -> None:
    given_reception = read()

    submitter = party(given_reception.applicant)
    assert submitter.kind is PartyKind.CITIZEN
    assert submitter.name == "Nguyễn Thị Ánh Tuyết"
    assert submitter.number == "035199012345"
    assert [document.index for document in given_reception.documents] == [1, 3]


def test_of_a_field_its_source_and_the_doubtful_words_that_stand_in_it_are_kept() -> None:
    origins = {
        "sources": {"full_name": "repaired", "address": "qr", "email": "typed"},
        "doubtful": {"full_name": ["Ánh", "Ã¡nh"], "address": []},
    }

    person = party(read(applicant=a_description()["applicant"] | origins).applicant).person

    assert person.sources == {"full_name": FieldSource.REPAIRED, "address": FieldSource.QR}
    assert person.doubtful == {"full_name": ("Ánh",)}


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"colour": "red"}, "colour"),
        ({"applicant": a_description()["applicant"] | {"shoe_size": 38}}, "shoe_size"),
        ({"documents": [{"index": 1, "pages": 2}]}, "$.documents[0]"),
        ({"payment": {"method": "cash", "tip": 1}}, "tip"),
    ],
)
def test_an_unknown_field_is_named_with_its_place(changes: dict[str, Any], named: str) -> None:
    with pytest.raises(UnknownFieldError) as caught:
        read(**changes)

    assert named in caught.value.details["problem"]


@pytest.mark.parametrize(
    "changes",
    [
        {"applicant": {"kind": "alien"}},
        {"applicant": a_description()["applicant"] | {"sources": {"shoe_size": "qr"}}},
        {"applicant": a_description()["applicant"] | {"sources": {"full_name": "guess"}}},
        {"applicant": {"full_name": "x"}},
        {"documents": [{"originals": 1}]},
        {"documents": [{"index": 1, "originals": -1}]},
        {"fees": [{"index": 1, "quantity": 0}]},
        {"number_of_sets": 0},
        {"channel": "pigeon"},
        {"procedure_code": ""},
        {"payment": {"method": "cash", "tendered_vnd": "20000"}},
        {"summary": "x" * 1001},
        {"applicant": COMPANY},
    ],
)
def test_a_wrong_shape_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ReceptionInputError):
        read(**changes)


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"procedure_code": "\xc3("}', b"[" * 100_000,
     b" " * (LARGEST_INPUT + 1)],
)  # fmt: skip
def test_what_is_no_reception_is_refused(text: bytes) -> None:
    with pytest.raises(ReceptionInputError):
        read_reception(text)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_named_error(text: bytes) -> None:
    with pytest.raises(StationError):
        read_reception(text)


def test_a_name_is_stored_in_one_spelling() -> None:
    name = unicodedata.normalize("NFD", "  Nguyễn  Thị Ánh\u200b Tuyết ")

    assert party(read(applicant={"kind": "citizen", "full_name": name}).applicant).name == (
        "Nguyễn Thị Ánh Tuyết"
    )


def test_a_name_of_nothing_but_spaces_is_refused() -> None:
    with pytest.raises(ReceptionInputError):
        party(read(applicant={"kind": "citizen", "full_name": " \u200b "}).applicant)


@pytest.mark.parametrize("kind", ["organisation", "household_business"])
def test_an_organisation_has_a_tax_code_and_a_representative(kind: str) -> None:
    company = party(read(applicant=COMPANY | {"kind": kind, "representative": PERSON}).applicant)

    assert company.kind == kind
    assert (company.name, company.number) == ("Công ty Minh Đạt", "0100233488")
    assert company.person.full_name == "Lê Văn Bình"


def test_the_post_needs_an_address() -> None:
    with pytest.raises(ReceptionInputError, match="address"):
        delivery(read(delivery={"method": "postal", "address": "  "}).delivery)


def test_an_organisation_may_say_what_kind_it_is() -> None:
    company = COMPANY | {"representative": PERSON}

    said = read(applicant=company | {"organisation_kind": "enterprise"})
    silent = read(applicant=company)

    assert party(said.applicant).organisation_kind is OrganisationKind.ENTERPRISE
    assert party(silent.applicant).organisation_kind is None
