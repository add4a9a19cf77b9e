from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.dossier import DossierStatus, PaymentMethod
from station.domain.events import UnknownEventError
from station.domain.facts import BrokenHistoryError
from station.domain.history import apply, fold
from tests.builders import ACCEPTED, FEE, PRINTED, a_chain, a_reception

LATER = st.lists(st.sampled_from([FEE, PRINTED, ACCEPTED]), max_size=8)


def test_a_reception_makes_a_dossier_that_carries_all_that_is_printed() -> None:
    event = a_reception()

    dossier = fold(a_chain(event))

    assert dossier.code == event.dossier_code
    assert dossier.status is DossierStatus.RECEIVED
    assert dossier.submitter == event.submitter
    assert dossier.documents == event.documents
    assert dossier.due_explanation == event.due_explanation
    assert (dossier.fees_total_vnd, dossier.paid_vnd) == (15_000, 0)


def test_money_prints_and_acceptance_are_separate_facts() -> None:
    dossier = fold(a_chain(a_reception(), FEE, PRINTED, ACCEPTED))

    assert dossier.payments[0].method is PaymentMethod.CASH
    assert dossier.payments[0].change_vnd == 5_000
    assert dossier.prints[0].paper == "a5"
    assert dossier.status is DossierStatus.PROCESSING
    assert dossier.handling_agency == ACCEPTED.agency


@given(LATER)
def test_folding_step_by_step_is_folding_at_once(events: list[object]) -> None:
    entries = a_chain(a_reception(), *events)  # type: ignore[arg-type]

    dossier = None
    for entry in entries:
        dossier = apply(dossier, entry)

    assert dossier == fold(entries)


def test_nothing_can_happen_to_a_dossier_before_it_is_received() -> None:
    with pytest.raises(BrokenHistoryError):
        fold(a_chain(FEE))


def test_no_dossier_is_received_twice() -> None:
    with pytest.raises(BrokenHistoryError):
        fold(a_chain(a_reception(), a_reception()))


def test_no_facts_make_no_dossier() -> None:
    with pytest.raises(BrokenHistoryError):
        fold([])


@pytest.mark.parametrize("change", [{"kind": "DossierTeleported"}, {"version": 99}])
def test_an_event_from_a_newer_program_is_named_and_not_skipped(change: dict[str, object]) -> None:
    first, second = a_chain(a_reception(), FEE)

    with pytest.raises(UnknownEventError) as caught:
        fold([first, replace(second, **change)])  # type: ignore[arg-type]

    assert set(caught.value.details) == {"kind", "version"}
