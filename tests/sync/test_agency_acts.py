"""The agency's acts at the reference server: lawful order, and facts that the stations read."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from station.domain.acts import DossierAct, allowed_acts
from station.domain.dossier import Dossier
from station.domain.events import Event, from_payload, kind_of, to_payload
from station.domain.history import apply_news, fold
from sync.reference_server.acts import UnknownDossierError
from sync.reference_server.decisions import (
    MOST_MONEY_VND,
    Decision,
    IncompleteDecisionError,
    NotLawfulError,
    payload_of,
)
from sync.reference_server.lawful import KINDS, ProvinceAct, allowed, standing
from sync.reference_server.server import RunningServer
from tests.builders import ACCEPTED, MONDAY, a_chain, a_lodging, a_reception
from tests.station.test_acts import (
    ARRIVED,
    ASKED,
    ASKED_AT_INTAKE,
    BROUGHT,
    BROUGHT_IN_PART,
    DUTY,
    EXTENDED,
    FORWARDED,
    ISSUED,
    MET,
    REFUSED,
    RETURNED,
    STOPPED,
    WITHDRAWN,
)
from tests.sync.stations import EnrolledCounter

A = ProvinceAct
RECEIVED, LODGED = a_reception(), a_lodging()
IN_PROCESS = {A.RESULT, A.SUPPLEMENT, A.DUTY, A.STOP, A.ACCEPT, A.EXTEND}
LATER = datetime(2026, 12, 3, 16, 30, tzinfo=MONDAY.tzinfo)
STORIES: list[tuple[tuple[Event, ...], set[ProvinceAct]]] = [
    ((RECEIVED,), {A.ACCEPT, A.REFUSE}),
    ((LODGED, ASKED_AT_INTAKE), set()),
    ((LODGED, ASKED_AT_INTAKE, BROUGHT), {A.ACCEPT, A.REFUSE}),
    ((LODGED, REFUSED), set()),
    ((RECEIVED, FORWARDED), IN_PROCESS),
    ((RECEIVED, ACCEPTED), IN_PROCESS - {A.ACCEPT}),
    ((RECEIVED, FORWARDED, EXTENDED), IN_PROCESS - {A.EXTEND}),
    ((RECEIVED, FORWARDED, ASKED), {A.STOP}),
    ((RECEIVED, FORWARDED, ASKED, BROUGHT_IN_PART), {A.STOP}),
    ((RECEIVED, FORWARDED, ASKED, BROUGHT), IN_PROCESS),
    ((RECEIVED, FORWARDED, DUTY), {A.DUTY_MET, A.STOP}),
    ((RECEIVED, FORWARDED, DUTY, MET), IN_PROCESS),
    ((RECEIVED, FORWARDED, ASKED, DUTY, MET), {A.STOP}),
    ((RECEIVED, FORWARDED, ASKED, DUTY, BROUGHT), {A.DUTY_MET, A.STOP}),
    ((RECEIVED, FORWARDED, DUTY, ASKED, BROUGHT), {A.DUTY_MET, A.STOP}),
    ((RECEIVED, FORWARDED, ASKED, DUTY, MET, BROUGHT), IN_PROCESS),
    ((RECEIVED, FORWARDED, STOPPED), set()),
    ((RECEIVED, FORWARDED, STOPPED, RETURNED), set()),
    ((RECEIVED, FORWARDED, ISSUED), set()),
    ((RECEIVED, FORWARDED, ARRIVED), set()),
    ((RECEIVED, FORWARDED, ISSUED, ARRIVED, RETURNED), set()),
    ((RECEIVED, WITHDRAWN), set()),
]
SAID: dict[ProvinceAct, dict[str, Any]] = {
    A.ACCEPT: {"clock_started_at": MONDAY, "due_at": LATER},
    A.REFUSE: {"reason": "không thuộc thẩm quyền"},
    A.SUPPLEMENT: {"reason": "chưa ký", "items": ((1, "Tờ khai", "chưa ký"),)},
    A.DUTY: {"reason": "Thuế thu nhập cá nhân", "amount_vnd": 1_250_000},
    A.DUTY_MET: {},
    A.EXTEND: {"reason": "chờ xác minh", "due_at": LATER, "apology_number": "12/XL"},
    A.STOP: {"reason": "đương sự đề nghị"},
    A.RESULT: {"results": (("Giấy xác nhận", "12/XN"),)},
}
AFTER = {
    A.ACCEPT: "processing",
    A.REFUSE: "refused",
    A.SUPPLEMENT: "waiting_supplement",
    A.DUTY: "waiting_financial_duty",
    A.DUTY_MET: "processing",
    A.EXTEND: "processing",
    A.STOP: "stopped",
    A.RESULT: "result_ready",
}


def facts(story: Sequence[Event]) -> list[tuple[str, dict[str, Any]]]:
    return [(kind_of(event), to_payload(event)) for event in story]


def after(story: tuple[Event, ...], act: ProvinceAct) -> Dossier:
    now = standing(facts(story))
    said = SAID[act] | ({"missed_before": "mới phát hiện"} if now.requests else {})
    payload = payload_of(Decision(act=act, **said), now, agency="UBND phường")
    return fold(a_chain(*story, from_payload(KINDS[act], 1, payload)))


@pytest.mark.parametrize(("story", "lawful"), STORIES)
def test_the_agency_may_do_what_the_state_allows_and_the_station_reads_it(
    story: tuple[Event, ...], lawful: set[ProvinceAct]
) -> None:
    now = standing(facts(story))

    assert now.status == fold(a_chain(*story)).status.value
    assert set(allowed(now)) == lawful
    for act in ProvinceAct:
        if act in lawful:
            dossier = after(story, act)
            assert dossier.status.value == AFTER[act]
        else:
            with pytest.raises(NotLawfulError) as caught:
                after(story, act)
            assert caught.value.status == now.status
            assert set(caught.value.allowed) == lawful


@pytest.mark.parametrize("story", [(ASKED, DUTY), (DUTY, ASKED)])
def test_what_is_to_be_paid_is_met_while_the_counter_waits_for_papers(
    story: tuple[Event, ...],
) -> None:
    both = (RECEIVED, FORWARDED, *story)
    now = standing(facts(both))

    assert now.status == fold(a_chain(*both)).status.value == "waiting_supplement"
    assert set(allowed(now)) == {A.DUTY_MET, A.STOP}
    assert after(both, A.DUTY_MET).status.value == "waiting_supplement"


@pytest.mark.parametrize(
    ("before", "counter", "news"),
    [
        ((FORWARDED,), ARRIVED, A.DUTY),
        ((FORWARDED,), ARRIVED, A.SUPPLEMENT),
        ((FORWARDED,), ARRIVED, A.RESULT),
        ((FORWARDED,), ASKED, A.DUTY),
        ((FORWARDED,), ASKED, A.SUPPLEMENT),
        ((FORWARDED,), ASKED, A.RESULT),
        ((FORWARDED,), ASKED, A.STOP),
        ((FORWARDED,), WITHDRAWN, A.RESULT),
        ((FORWARDED, ASKED), BROUGHT, A.STOP),
        ((), FORWARDED, A.ACCEPT),
        ((), FORWARDED, A.REFUSE),
        ((), ASKED, A.REFUSE),
        ((ACCEPTED,), FORWARDED, A.SUPPLEMENT),
        ((ACCEPTED,), FORWARDED, A.RESULT),
        ((ACCEPTED,), FORWARDED, A.STOP),
    ],
)
def test_what_both_did_before_they_heard_of_one_another_is_one_dossier(
    before: tuple[Event, ...], counter: Event, news: ProvinceAct
) -> None:
    """The counter was offline: it hears of the news after its act, the province before it."""
    story = (RECEIVED, *before)
    now = standing(facts(story))
    payload = payload_of(
        Decision(act=news, **SAID[news] | ({"missed_before": "–"} if now.requests else {})),
        now,
        agency="UBND phường",
    )
    told = from_payload(KINDS[news], 1, payload)

    *own, late = a_chain(*story, counter, told)
    here = apply_news(fold(own), late)

    assert here.status.value == standing(facts((*story, told, counter))).status
    if counter is ARRIVED:
        assert DossierAct.RETURN in allowed_acts(here)


@pytest.mark.parametrize(
    ("act", "spoilt", "field"),
    [
        (A.SUPPLEMENT, {"items": ()}, "items"),
        (A.SUPPLEMENT, {"reason": " "}, "reason"),
        (A.DUTY, {"reason": ""}, "reason"),
        (A.DUTY, {"amount_vnd": MOST_MONEY_VND + 1}, "amount_vnd"),
        (A.DUTY, {"amount_vnd": 0}, "amount_vnd"),
        (A.EXTEND, {"due_at": None}, "due_at"),
        (A.EXTEND, {"due_at": MONDAY}, "due_at"),
        (A.EXTEND, {"due_at": LATER.replace(tzinfo=None)}, "due_at"),
        (A.EXTEND, {"reason": ""}, "reason"),
        (A.STOP, {"reason": "x" * 2_001}, "reason"),
        (A.RESULT, {"results": ()}, "results"),
        (A.RESULT, {"results": ((" ", None),)}, "results"),
    ],
)
def test_a_decision_that_lacks_something_is_refused(
    act: ProvinceAct, spoilt: dict[str, Any], field: str
) -> None:
    now = standing(facts((RECEIVED, FORWARDED)))

    with pytest.raises(IncompleteDecisionError) as caught:
        payload_of(Decision(act=act, **(SAID[act] | spoilt)), now, agency="UBND phường")

    assert caught.value.field == field


def test_a_second_list_says_what_the_first_one_missed() -> None:
    now = standing(facts((RECEIVED, FORWARDED, ASKED, BROUGHT)))

    with pytest.raises(IncompleteDecisionError, match="missed_before"):
        payload_of(Decision(act=A.SUPPLEMENT, **SAID[A.SUPPLEMENT]), now, agency="UBND")


def test_a_life_of_news_arrives_at_the_station(
    server: RunningServer, counter: EnrolledCounter
) -> None:
    received = counter.counter.receive()
    counter.synchronise()
    code = received.payload["dossier_code"]
    later = {"due_at": datetime.fromisoformat(received.payload["due_at"]) + timedelta(days=9)}

    for act in (A.ACCEPT, A.ACCEPT, A.EXTEND, A.DUTY, A.DUTY_MET, A.RESULT):
        server.decide(code, Decision(act=act, **(SAID[act] | (later if act is A.EXTEND else {}))))
    with pytest.raises(NotLawfulError):
        server.decide(code, Decision(act=A.STOP, **SAID[A.STOP]))
    report = counter.synchronise()

    assert (report.news_taken, report.error) == (5, None)
    assert received.dossier_id is not None
    assert counter.counter.status_of(received.dossier_id) == "result_ready"
    with counter.province() as province:
        seen = province.dossier(code)
    assert seen is not None
    assert seen.status == "result_ready"


def test_what_was_not_sent_is_unknown(server: RunningServer) -> None:
    with pytest.raises(UnknownDossierError):
        server.decide("H25-261123-0001", Decision(act=A.ACCEPT))
