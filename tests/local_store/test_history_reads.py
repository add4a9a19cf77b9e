"""The history of a dossier, and the facts that belong to no dossier, as the store gives them."""

from local_store.home import OpenStore
from station.domain.events import DossierForwarded, HandOverSealed
from tests.builders import MONDAY
from tests.local_store.homes import receive

FORWARDED = DossierForwarded(list_number="BG-0001", agency="Phòng Tư pháp", list_hash="ab" * 32)


def seal(store: OpenStore, number: str) -> None:
    sealed = HandOverSealed(
        list_number=number, agency="Phòng Tư pháp", dossier_codes=(), list_hash="ab" * 32
    )
    with store.unit_of_work() as work:
        work.journal.append(
            sealed, dossier_id=None, officer_id="quay3", at=MONDAY, clock_source="fake"
        )
        work.commit()


def test_each_step_has_the_dossier_as_it_was_after_it(store: OpenStore) -> None:
    dossier = receive(store, and_then=FORWARDED)

    first, second = store.queries.steps(dossier.dossier_id)

    assert (first.fact.kind, second.fact.kind) == ("DossierReceived", "DossierForwarded")
    assert first.dossier.hand_overs == ()
    assert second.dossier == dossier == store.queries.dossier(dossier.dossier_id)


def test_the_facts_of_the_office_are_apart_from_those_of_dossiers(store: OpenStore) -> None:
    receive(store, and_then=FORWARDED)
    seal(store, "BG-0001")
    seal(store, "BG-0002")

    sealed = store.queries.office_entries("HandOverSealed")

    assert [entry.payload["list_number"] for entry in sealed] == ["BG-0001", "BG-0002"]
    assert all(entry.dossier_id is None for entry in sealed)
    assert store.queries.office_entries("DossierForwarded") == []
