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


def _with_number(party: Party, number: str) -> Party:
    paper = party.person.id_document
    assert paper is not None
    return replace(party, person=replace(party.person, id_document=replace(paper, number=number)))
