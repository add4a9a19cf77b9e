"""What a real store finds open for the same person."""

from dataclasses import replace
from datetime import date
from functools import partial

from local_store.home import OpenStore
from station.domain.events import DossierRefused
from station.domain.person import Party
from station.usecases.duplicates import open_alike
from tests.builders import MONDAY, a_party
from tests.local_store.homes import happen, receive

ON = date(2026, 11, 26)


def test_the_store_finds_the_open_ones_of_the_same_person(store: OpenStore) -> None:
    first = receive(store)
    other = a_party("Nguyễn Thị Ánh Tuyết")
    receive(store, submitter=_with_number(other, "035199099999"))
    refused = receive(store)
    happen(
        store,
        refused.dossier_id,
        DossierRefused(reasons=("x",), legal_basis="x", officer_name="x"),
    )
    find = partial(open_alike, queries=store.queries)

    found = find(first.procedure_code, first.submitter, ON)

    assert [one.dossier_code for one in found] == [first.code]
    assert found[0].received_at.date() == MONDAY.date()
    assert find(first.procedure_code, _with_number(first.submitter, "035 199.012 345"), ON) == found
    assert find("9.999999", first.submitter, ON) == ()
    assert find(first.procedure_code, first.submitter, date(2026, 12, 24)) == ()


def test_who_has_a_number_by_now_was_perhaps_received_without_one(store: OpenStore) -> None:
    """A child without papers; by the second visit it has its number."""
    person = replace(a_party().person, id_document=None, date_of_birth=date(2011, 2, 3))
    child = replace(a_party(), person=person)
    numbered = replace(child, person=replace(person, id_document=a_party().person.id_document))
    twin = replace(numbered, person=replace(numbered.person, date_of_birth=date(2011, 2, 4)))
    first = receive(store, submitter=child)
    find = partial(open_alike, queries=store.queries)

    assert [one.dossier_code for one in find(first.procedure_code, numbered, ON)] == [first.code]
    assert find(first.procedure_code, twin, ON) == ()

    second = receive(store, submitter=numbered)
    found = [one.dossier_code for one in find(first.procedure_code, child, ON)]
    assert sorted(found) == sorted([first.code, second.code])


def _with_number(party: Party, number: str) -> Party:
    paper = party.person.id_document
    assert paper is not None
    return replace(party, person=replace(party.person, id_document=replace(paper, number=number)))
