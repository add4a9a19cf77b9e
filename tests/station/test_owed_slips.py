"""Answered at once: no slip unless the citizen asks for one (NĐ 61/2018 Art. 17(4))."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from station.catalogue.calendars import built_in_calendar
from station.domain.acts import DossierAct, allowed_acts
from station.domain.dossier import Dossier
from station.domain.history import fold
from station.domain.procedure import ProcessingTime, Territory, TimeUnit
from station.usecases.correct_dossier import CorrectDossier, correct_dossier
from station.usecases.dossier_act import Acting
from station.usecases.owed_papers import owed_papers
from station.usecases.reception_input import CorrectionInput
from tests.builders import PRINTED, a_chain, a_procedure, a_reception
from tests.fakes import PLACES, FakeCatalogue
from tests.station.test_acts import FORWARDED, HANDED_BACK
from tests.station.test_receive_dossier import COUNTER, HANH, Desk

AT_ONCE = a_procedure(
    immediate=True,
    processing_time=ProcessingTime(0, TimeUnit.SAME_DAY),
    cutoff="15:00",
    territory=Territory.NATION,
)
BY_POST = {"method": "postal", "address": "Số 9 phố Huế"}
ELSEWHERE = {"agency": "UBND phường Sa Pa", "territory": "nation"}


@pytest.mark.parametrize(
    ("later", "changes", "owed"),
    [
        (timedelta(), {}, False),
        (timedelta(hours=6, minutes=30), {}, True),  # after the cut-off: come back tomorrow
        (timedelta(), {"delivery": BY_POST}, True),
        (timedelta(), {"destination": ELSEWHERE}, True),
    ],
)
def test_who_gets_the_result_at_once_is_owed_no_slip(
    later: timedelta, changes: dict[str, Any], owed: bool
) -> None:
    desk = Desk(procedure=AT_ONCE)
    desk.clock.move(later)

    reception = desk.receive(**changes)

    assert bool(reception.print_jobs) is owed
    assert [(form, paper) for _, form, paper in desk.work.jobs] == list(COUNTER.papers) * owed
    immediate = "destination" not in changes
    assert (DossierAct.RETURN in allowed_acts(reception.dossier)) is immediate
    assert reception.dossier.awaits_hand_over is not immediate


def at_once(*, printed: bool) -> Dossier:
    received = a_reception(immediate=True, due_at=a_reception().received_at)
    return fold(a_chain(received, *([PRINTED] if printed else [])))


def test_what_is_answered_at_once_is_returned_next_and_may_still_go_to_the_agency() -> None:
    """Art. 17(4): nothing waits to be handed over; only where it cannot be answered after all."""
    acts = allowed_acts(at_once(printed=False))

    assert acts[0] is DossierAct.RETURN
    assert DossierAct.FORWARD in acts

    back = fold(a_chain(a_reception(immediate=True), FORWARDED, HANDED_BACK))
    assert back.awaits_hand_over


def test_a_slip_that_was_asked_for_is_replaced_with_the_next_version() -> None:
    papers = [("01", "a5"), ("receipt", "80"), ("result-receipt", "a5")]

    assert owed_papers(at_once(printed=False), papers) == [("result-receipt", "a5")]
    assert owed_papers(at_once(printed=True), papers) == [("01", "a5"), ("result-receipt", "a5")]


@pytest.mark.parametrize(("before", "after"), [(True, False), (False, True)])
def test_a_correction_to_another_procedure_takes_over_whether_it_is_answered_at_once(
    before: bool, after: bool
) -> None:
    desk = Desk(procedure=replace(AT_ONCE, immediate=before))
    desk.catalogue = FakeCatalogue(
        replace(AT_ONCE, immediate=before), replace(AT_ONCE, code="2.000635", immediate=after)
    )
    dossier = desk.receive().dossier

    corrected = correct_dossier(
        dossier.dossier_id,
        CorrectDossier(changes=CorrectionInput(procedure_code="2.000635"), reason="nhầm thủ tục"),
        acting=Acting(officer=HANH, work=desk.work, clock=desk.clock, built_at=COUNTER.built_at),
        catalogue=desk.catalogue,
        calendar=built_in_calendar(),
        places=PLACES,
        papers=COUNTER.papers,
    )

    assert (dossier.immediate, corrected.immediate) == (before, after)
    assert (DossierAct.RETURN in allowed_acts(corrected)) is after
    assert len(desk.work.jobs) == len(COUNTER.papers)  # before, or with the new version
