"""What an officer types at the counter finds the dossier, without accents and half-remembered."""

from dataclasses import replace
from datetime import date

import pytest

from local_store.home import OpenStore
from local_store.search_words import typed_terms
from station.domain.dossier import Dossier
from station.domain.person import IdDocument, IdDocumentType, Party, PartyKind, Person
from station.ports.province import Outcome, Verdict
from tests.builders import MONDAY, a_party
from tests.local_store.homes import receive


def a_citizen(
    name: str, number: str, phone: str, born: date | None = None, old: str | None = None
) -> Party:
    return Party(
        kind=PartyKind.CITIZEN,
        person=Person(
            full_name=name,
            id_document=IdDocument(type=IdDocumentType.CAN_CUOC, number=number, old_number=old),
            date_of_birth=born,
            phone=phone,
        ),
    )


@pytest.fixture
def lan(store: OpenStore) -> Dossier:
    """The dossier that is looked for, among others that are like it."""
    receive(store, submitter=a_citizen("Trần Thị Lành", "035199012399", "0912000111"))
    dossier = receive(
        store,
        submitter=a_citizen(
            "Trần Lan", "035199012345", "+84 912.345.678", date(1999, 9, 25), "168912345"
        ),
    )
    receive(
        store,
        submitter=Party(
            kind=PartyKind.ORGANISATION,
            person=Person(full_name="Đỗ Văn Ơn"),
            organisation_name="Công ty 68 Đồng Tâm",
            tax_code="0700123456-001",
        ),
    )
    return dossier


@pytest.mark.parametrize(
    "typed",
    [
        "000.00.17.H25-261123-0301",
        "000.00.17.h25-261123-0301",
        "h25-261123-0301",
        "261123-0301",
        "0301",
        "301",
        "Trần Lan",
        "tran lan",
        "TRAN LAN",
        "lan tran",
        "Tra\u0302\u0300n  Lan",
        "tran lan 25/9",
        "tran lan 25/09/1999",
        "lan 23/11",
        "lan 23/11/26",
        "035199012345",
        "2345",
        "9012345",
        "0351 9901 2345",
        "168912345",
        "16891",
        "0912345678",
        "0912.345.678",
        "0912 345 678",
        "+84 912 345 678",
        "tran lan 091 2345 678",
        "035 199 012 345",
        "lan 9012 345",
        "+84912345678",
        "345678",
        "lan 5678",
    ],
)
def test_what_is_typed_finds_the_dossier(store: OpenStore, lan: Dossier, typed: str) -> None:
    found = [line.dossier_code for line in store.queries.search(typed)]

    assert found[:1] == [lan.code]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "-",
        "\"'*",
        "tran hung",
        "tran lan 24/9",
        "9999999",
        "lan AND tran",
        "NEAR(lan)",
        "x" * 5000,
    ],
)
def test_what_fits_nothing_finds_nothing(store: OpenStore, lan: Dossier, typed: str) -> None:
    assert store.queries.search(typed) == []


def test_whole_words_come_before_beginnings(store: OpenStore, lan: Dossier) -> None:
    assert [line.owner_name for line in store.queries.search("tran lan")] == [
        "Trần Lan",
        "Trần Thị Lành",
    ]


def test_an_organisation_is_found_by_its_name_number_and_person(
    store: OpenStore, lan: Dossier
) -> None:
    for typed in ("cong ty 68", "dong tam", "0700123456", "0700123456-001", "do van on", "don"):
        names = [line.owner_name for line in store.queries.search(typed)]
        assert names == ["Công ty 68 Đồng Tâm"], typed


def test_a_fragment_of_fewer_than_four_digits_is_no_fragment(
    store: OpenStore, lan: Dossier
) -> None:
    assert store.queries.search("345") == []


def test_the_newest_comes_first_and_the_number_of_lines_is_bounded(store: OpenStore) -> None:
    codes = [receive(store, days=day).code for day in range(5)]

    assert [line.dossier_code for line in store.queries.search("tuyet")] == codes[::-1]
    assert [line.dossier_code for line in store.queries.search("tuyet", limit=2)] == codes[:2:-1]
    assert store.queries.search("tuyet", limit=-1) == []
    assert len(store.queries.search("tuye", limit=10**9)) == 5


def test_an_owner_is_found_as_well_as_the_one_who_came(store: OpenStore) -> None:
    receive(store, owner=replace(a_party("Lê Văn Cụ"), phone="0999888777"))

    for typed in ("anh tuyet", "le van cu", "0999888777"):
        assert len(store.queries.search(typed)) == 1


def test_a_question_is_never_longer_than_eight_words() -> None:
    assert len(typed_terms("a b c d e f g h i k")) == 8


def test_the_numbers_of_a_page_are_shown_masked(store: OpenStore, lan: Dossier) -> None:
    numbers = {line.owner_name: line.party_number for line in store.queries.newest()}

    assert numbers == {
        "Trần Thị Lành": "0351******99",
        "Trần Lan": "0351******45",
        "Công ty 68 Đồng Tâm": "0700123456-001",
    }


def test_lists_are_by_day_and_counter(store: OpenStore) -> None:
    first, second = receive(store), receive(store, counter=4)
    later = receive(store, days=1)
    monday = date(2026, 11, 23)

    assert [line.dossier_code for line in store.queries.newest()] == [
        later.code, second.code, first.code,
    ]  # fmt: skip
    assert [line.dossier_code for line in store.queries.newest(on=monday, limit=1)] == [second.code]
    assert [line.dossier_code for line in store.queries.received_between(monday, monday)] == [
        first.code, second.code,
    ]  # fmt: skip
    assert [
        line.dossier_code for line in store.queries.received_between(monday, monday, counter=4)
    ] == [second.code]


def test_numbers_left_count_down_by_the_day(store: OpenStore) -> None:
    agency, monday = "000.00.17.H25", date(2026, 11, 23)
    assert store.queries.numbers_left(agency, monday) == (3, 3)
    receive(store)

    assert store.queries.numbers_left(agency, monday) == (2, 3)
    assert store.queries.numbers_left(agency, date(2026, 11, 24)) == (3, 3)
    assert store.queries.numbers_left("000.00.99.H25", monday) == (0, 0)


def test_a_list_may_be_of_what_the_province_lacks(store: OpenStore) -> None:
    sent, waiting = receive(store), receive(store)
    entry = store.queries.history(sent.dossier_id)[0]
    applied = Verdict(event_id=entry.event_id, outcome=Outcome.APPLIED)
    store.outbox.record_verdicts([applied], at=MONDAY)

    assert [line.dossier_code for line in store.queries.newest(undelivered=True)] == [waiting.code]
