"""Which act the law knows in which state (NĐ 61/2018 Art. 17 to 20)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from station.domain.acts import (
    OF_THE_PROVINCE,
    ActNotAllowedError,
    DossierAct,
    allowed_acts,
    require_allowed,
)
from station.domain.dossier import Dossier, DossierStatus
from station.domain.events import (
    Corrected,
    DeadlineExtended,
    DossierCorrected,
    DossierForwarded,
    DossierRefused,
    DossierStopped,
    DossierWithdrawn,
    Event,
    FinancialDutyAnnounced,
    FinancialDutyMet,
    FolderHandedBack,
    FolderTaken,
    ResultArrived,
    ResultIssued,
    ResultReturned,
    SlipDeclaredLost,
    SupplementBrought,
    SupplementRequested,
)
from station.domain.history import apply_news, fold
from station.domain.processing import (
    Collector,
    CollectorKind,
    HeldOriginal,
    LackingPaper,
    RequestStage,
    ResultPaper,
)
from tests.builders import ACCEPTED, MONDAY, a_chain, a_lodging, a_reception

LACKING = LackingPaper(index=1, name="Tờ khai", what="chưa ký")
ASKED = SupplementRequested(
    stage=RequestStage.APPRAISAL,
    items=(LACKING,),
    reason="thiếu chữ ký",
    legal_basis="NĐ 61/2018 Điều 19",
    requested_by="UBND phường",
)
ASKED_AT_INTAKE = replace(ASKED, stage=RequestStage.INTAKE)
SIGNED = tuple(replace(row, originals=row.originals + 1) for row in a_reception().documents)
BROUGHT = SupplementBrought(documents=SIGNED, still_lacking=(), due_at=MONDAY)
BROUGHT_IN_PART = replace(BROUGHT, still_lacking=(LACKING,), due_at=None)
REFUSED = DossierRefused(reasons=("không thuộc thẩm quyền",), legal_basis="–", officer_name="H")
FORWARDED = DossierForwarded(list_number="BG-0001", agency="UBND phường", list_hash="0" * 64)
HANDED_BACK = FolderHandedBack(list_number="BG-0001", reason="thiếu giấy")
DUTY = FinancialDutyAnnounced(description="thuế", amount_vnd=1, announced_by="Thuế")
MET = FinancialDutyMet()
STOPPED = DossierStopped(reason="–", legal_basis="–", by="UBND phường")
EXTENDED = DeadlineExtended(due_at=MONDAY, reason="–", by="UBND phường")
ISSUED = ResultIssued(results=(ResultPaper(name="Giấy xác nhận"),), by="UBND phường")
ARRIVED = ResultArrived(shelf="K2-07")
RETURNED = ResultReturned(
    collector=Collector(kind=CollectorKind.OWNER, full_name="A"),
    originals_returned=(),
    officer_name="H",
)
WITHDRAWN = DossierWithdrawn(reason="–", originals_returned=(), officer_name="H")
LOST = SlipDeclaredLost(declared_by="A")

S, A = DossierStatus, DossierAct
RECEIVED, LODGED = a_reception(), a_lodging()
STORIES: list[tuple[tuple[Event, ...], DossierStatus, set[DossierAct]]] = [
    ((LODGED,), S.LODGED, {A.SUPPLEMENT, A.REFUSE, A.WITHDRAW}),
    ((LODGED, ASKED_AT_INTAKE), S.WAITING_SUPPLEMENT, {A.BRING, A.REFUSE, A.WITHDRAW, A.STOP}),
    (
        (LODGED, ASKED_AT_INTAKE, BROUGHT_IN_PART),
        S.WAITING_SUPPLEMENT,
        {A.BRING, A.REFUSE, A.WITHDRAW, A.STOP},
    ),
    (
        (LODGED, ASKED_AT_INTAKE, BROUGHT),
        S.RECEIVED,
        {A.FORWARD, A.CORRECT, A.SUPPLEMENT, A.REFUSE, A.WITHDRAW, A.DECLARE_SLIP_LOST},
    ),
    ((LODGED, REFUSED), S.REFUSED, {A.RETURN}),
    (
        (RECEIVED,),
        S.RECEIVED,
        {A.FORWARD, A.CORRECT, A.SUPPLEMENT, A.REFUSE, A.WITHDRAW, A.DECLARE_SLIP_LOST},
    ),
    (
        (RECEIVED, FORWARDED),
        S.PROCESSING,
        {
            A.ARRIVE,
            A.SUPPLEMENT,
            A.CORRECT,
            A.WITHDRAW,
            A.DECLARE_SLIP_LOST,
            A.EXTEND,
            A.STOP,
            A.ANNOUNCE_DUTY,
            A.ISSUE_RESULT,
        },
    ),
    (
        (RECEIVED, FORWARDED, EXTENDED, LOST),
        S.PROCESSING,
        {
            A.ARRIVE,
            A.SUPPLEMENT,
            A.CORRECT,
            A.WITHDRAW,
            A.STOP,
            A.ANNOUNCE_DUTY,
            A.ISSUE_RESULT,
        },
    ),
    (
        (RECEIVED, FORWARDED, HANDED_BACK),
        S.RECEIVED,
        {A.FORWARD, A.CORRECT, A.SUPPLEMENT, A.REFUSE, A.WITHDRAW, A.DECLARE_SLIP_LOST},
    ),
    (
        (RECEIVED, FORWARDED, ASKED),
        S.WAITING_SUPPLEMENT,
        {A.BRING, A.WITHDRAW, A.DECLARE_SLIP_LOST, A.STOP},
    ),
    (
        (RECEIVED, FORWARDED, DUTY),
        S.WAITING_FINANCIAL_DUTY,
        {A.MEET_DUTY, A.WITHDRAW, A.DECLARE_SLIP_LOST, A.STOP},
    ),
    ((RECEIVED, FORWARDED, STOPPED), S.STOPPED, {A.RETURN, A.DECLARE_SLIP_LOST}),
    ((LODGED, ASKED_AT_INTAKE, STOPPED), S.STOPPED, {A.RETURN}),
    ((RECEIVED, FORWARDED, STOPPED, RETURNED), S.STOPPED, set()),
    (
        (RECEIVED, FORWARDED, ISSUED),
        S.RESULT_READY,
        {A.RETURN, A.ARRIVE, A.DECLARE_SLIP_LOST},
    ),
    ((RECEIVED, FORWARDED, ISSUED, ARRIVED), S.RESULT_READY, {A.RETURN, A.DECLARE_SLIP_LOST}),
    ((RECEIVED, FORWARDED, ISSUED, ARRIVED, RETURNED), S.RETURNED, set()),
    ((RECEIVED, WITHDRAWN), S.WITHDRAWN, set()),
]


def folded(story: tuple[Event, ...]) -> Dossier:
    return fold(a_chain(*story))


@pytest.mark.parametrize(("story", "status", "allowed"), STORIES)
def test_each_state_allows_what_the_law_knows_and_nothing_else(
    story: tuple[Event, ...], status: DossierStatus, allowed: set[DossierAct]
) -> None:
    dossier = folded(story)

    assert dossier.status is status
    assert set(allowed_acts(dossier)) == allowed
    for act in DossierAct:
        if act in allowed:
            require_allowed(dossier, act)
        else:
            with pytest.raises(ActNotAllowedError) as caught:
                require_allowed(dossier, act)
            assert caught.value.details["status"] == status.value
            assert set(caught.value.details["allowed"]) == {each.value for each in allowed}


def test_every_state_has_a_national_code_of_its_own() -> None:
    assert {status.national_code for status in DossierStatus} == set(range(1, 11))


def test_every_state_is_met_by_a_story() -> None:
    assert {status for _, status, _ in STORIES} == set(DossierStatus)


def test_the_counter_never_decides_in_the_agencys_place() -> None:
    assert {A.EXTEND, A.STOP, A.ISSUE_RESULT} <= OF_THE_PROVINCE


def test_the_clock_stands_still_until_papers_asked_for_at_intake_are_complete() -> None:
    waiting = folded((LODGED, ASKED_AT_INTAKE))
    complete = folded((LODGED, ASKED_AT_INTAKE, BROUGHT))

    assert (waiting.due_at, waiting.is_received) == (None, False)
    assert (complete.due_at, complete.is_received) == (MONDAY, True)


def test_papers_that_were_brought_must_be_handed_over_again() -> None:
    before = folded((RECEIVED, FORWARDED))
    after = folded((RECEIVED, FORWARDED, ASKED, BROUGHT))

    assert not before.awaits_hand_over
    assert after.awaits_hand_over
    assert DossierAct.FORWARD in allowed_acts(after)


def test_a_folder_that_went_to_the_wrong_agency_goes_on_a_list_for_the_right_one() -> None:
    """Corrected to another procedure after the hand-over, and its list was signed long ago."""

    def corrected(agency: str) -> DossierCorrected:
        changes = Corrected(procedure_code="2.000635", handling_agency=agency)
        return DossierCorrected(changes=changes, reason="sai thủ tục", approval=None)

    taken = FolderTaken(list_number="BG-0001", receiver="Lan")
    named = replace(ACCEPTED, agency="Uỷ ban nhân dân phường")
    before = (RECEIVED, FORWARDED, taken, named)

    other = folded((*before, corrected("Công an phường")))
    same = folded((*before, corrected(FORWARDED.agency)))
    again = replace(FORWARDED, list_number="BG-0002", agency="Công an phường")
    after = folded((*before, corrected("Công an phường"), again))

    assert DossierAct.FORWARD in allowed_acts(other)
    assert other.is_with_agency
    assert DossierAct.FORWARD not in allowed_acts(same)
    assert DossierAct.FORWARD not in allowed_acts(after)


def test_what_was_only_shown_makes_no_folder_to_hand_over() -> None:
    shown = tuple(replace(row, presented=1) for row in a_reception().documents)
    after = folded((RECEIVED, FORWARDED, ASKED, replace(BROUGHT, documents=shown)))

    assert after.status is S.PROCESSING
    assert not after.awaits_hand_over


def test_acceptance_by_the_agency_does_not_end_a_supplement_request() -> None:
    assert folded((RECEIVED, FORWARDED, ASKED, ACCEPTED)).status is S.WAITING_SUPPLEMENT


@pytest.mark.parametrize("first", [(ASKED, DUTY), (DUTY, ASKED)])
def test_papers_asked_for_at_the_counter_can_be_brought_whatever_is_to_be_paid_meanwhile(
    first: tuple[Event, ...],
) -> None:
    """The counter was offline, and heard of the duty after it had asked for papers."""
    both = (RECEIVED, FORWARDED, *first)
    paid = folded((*both, MET))
    brought = folded((*both, BROUGHT))

    assert DossierAct.BRING in allowed_acts(folded(both))
    assert paid.status is S.WAITING_SUPPLEMENT
    assert DossierAct.BRING in allowed_acts(paid)
    assert brought.status is S.WAITING_FINANCIAL_DUTY
    assert folded((*both, BROUGHT, MET)).status is S.PROCESSING
    assert folded((*both, MET, BROUGHT)).status is S.PROCESSING


def test_papers_that_two_asked_for_unaware_of_one_another_are_all_wanted() -> None:
    other = LackingPaper(index=2, name="Giấy tờ ly hôn", what="thiếu")
    again = replace(LACKING, what="chưa ký")
    story = (RECEIVED, FORWARDED, ASKED, replace(ASKED, items=(other,)))

    both = folded(story).open_supplement
    same = folded((RECEIVED, FORWARDED, ASKED, replace(ASKED, items=(again,)))).open_supplement

    assert both is not None
    assert same is not None
    assert both.still_lacking == (LACKING, other)
    assert both.items == (other,)
    assert same.still_lacking == (again,)


def test_a_duty_that_is_met_opens_nothing_that_was_decided_meanwhile() -> None:
    for decided in (ISSUED, STOPPED, ARRIVED):
        before = folded((RECEIVED, FORWARDED, DUTY, decided))
        assert folded((RECEIVED, FORWARDED, DUTY, decided, MET)).status is before.status


def test_what_the_agency_accepted_is_refused_by_nobody_but_the_agency() -> None:
    asked = folded((RECEIVED, ACCEPTED, ASKED))
    brought = folded((RECEIVED, ACCEPTED, ASKED, BROUGHT))

    assert DossierAct.REFUSE not in allowed_acts(asked)
    assert brought.status is S.PROCESSING
    assert DossierAct.FORWARD in allowed_acts(brought)


@pytest.mark.parametrize("end", [(ARRIVED, RETURNED), (WITHDRAWN,), (STOPPED, RETURNED)])
@pytest.mark.parametrize("late", [ISSUED, STOPPED, DUTY, ACCEPTED])
def test_news_that_comes_too_late_opens_nothing_again(end: tuple[Event, ...], late: Event) -> None:
    *before, news = a_chain(RECEIVED, FORWARDED, *end, late)
    closed = fold(before)

    after = apply_news(closed, news)

    assert after.status is closed.status
    assert allowed_acts(after) == ()


@pytest.mark.parametrize(
    "time", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-12-24T16:30:00"]
)
def test_news_with_a_time_that_is_none_makes_no_dossier_unreadable(time: str) -> None:
    *before, news = a_chain(RECEIVED, FORWARDED, EXTENDED)
    running = fold(before)

    assert apply_news(running, replace(news, payload=news.payload | {"due_at": time})) == running
    assert apply_news(running, news) != running


@pytest.mark.parametrize(
    "changes",
    [
        {"reason": "x" * 10_001},
        {"items": [{"index": 1, "name": "a", "what": "b"}] * 1_001},
        {"items": [{"index": 10**30, "name": "a", "what": "b"}]},
    ],
)
def test_news_without_an_end_is_kept_and_changes_nothing(changes: dict[str, object]) -> None:
    *before, news = a_chain(RECEIVED, FORWARDED, ASKED)
    running = fold(before)

    assert apply_news(running, replace(news, payload=news.payload | changes)) == running
    assert apply_news(running, news) != running


def test_news_of_a_second_extension_changes_no_promise() -> None:
    """N21, NĐ 61/2018 Art. 19(9): not more than once."""
    again = replace(EXTENDED, due_at=EXTENDED.due_at + timedelta(days=9))
    *before, news = a_chain(RECEIVED, FORWARDED, EXTENDED, again)
    extended = fold(before)

    assert apply_news(extended, news) == extended


@pytest.mark.parametrize("story", [(RECEIVED,), (RECEIVED, FORWARDED), (RECEIVED, ARRIVED)])
def test_a_promise_that_is_past_forbids_nothing(story: tuple[Event, ...]) -> None:
    """NĐ 61/2018 Art. 20: an overdue result is given like any other, and the agency goes on."""
    in_time = folded(story)
    late = replace(in_time, due_at=in_time.promised_at - timedelta(days=400))

    assert allowed_acts(late) == allowed_acts(in_time) != ()


def test_an_extension_keeps_the_date_it_replaced() -> None:
    before = folded((RECEIVED, FORWARDED))
    after = folded((RECEIVED, FORWARDED, EXTENDED))

    assert after.extension is not None
    assert (after.extension.due_before, after.due_at) == (before.due_at, MONDAY)


def test_the_originals_are_held_until_they_are_given_back() -> None:
    held = folded((RECEIVED,)).held_originals

    assert held == (HeldOriginal(name="Tờ khai", count=1),)
    assert folded((RECEIVED, WITHDRAWN)).held_originals == ()


def test_a_folder_can_still_be_listed_after_the_agency_accepted_the_electronic_dossier() -> None:
    accepted = folded((RECEIVED, ACCEPTED))
    listed = folded((RECEIVED, ACCEPTED, FORWARDED))

    assert accepted.status is S.PROCESSING
    assert DossierAct.FORWARD in allowed_acts(accepted)
    assert DossierAct.FORWARD not in allowed_acts(listed)
    assert listed.accepted_at == accepted.accepted_at


def test_what_came_without_paper_is_on_no_list_once_the_agency_accepted_it() -> None:
    shown = tuple(
        replace(d, originals=0, certified_copies=0, copies=0, presented=1)
        for d in RECEIVED.documents
    )

    assert not folded((replace(RECEIVED, documents=shown), ACCEPTED)).awaits_hand_over


@pytest.mark.parametrize(
    ("then", "held"),
    [
        ((), ["Giấy ra viện"]),
        ((FORWARDED, ISSUED), ["Giấy ra viện"]),
        ((REFUSED,), ["Tờ khai", "Giấy ra viện"]),
        ((FORWARDED, STOPPED), ["Tờ khai", "Giấy ra viện"]),
        ((WITHDRAWN,), []),
    ],
)
def test_a_form_stays_with_the_result_and_goes_home_with_a_dossier_that_has_none(
    then: tuple[Event, ...], held: list[str]
) -> None:
    form = replace(RECEIVED.documents[0], is_form=True)
    paper = replace(form, index=2, name="Giấy ra viện", is_form=False)
    received = replace(RECEIVED, documents=(form, paper))

    assert [one.name for one in folded((received, *then)).held_originals] == held
    whole = folded((received,)).originals_to_withdraw
    assert [one.name for one in whole] == ["Tờ khai", "Giấy ra viện"]


def test_a_folder_that_was_not_taken_waits_again_and_the_rest_stays_as_it_was() -> None:
    accepted = folded((RECEIVED, ACCEPTED, FORWARDED, HANDED_BACK))
    again = replace(FORWARDED, list_number="BG-0002")
    asked_late = folded((RECEIVED, FORWARDED, ISSUED, HANDED_BACK))

    assert accepted.status is S.PROCESSING  # the agency has the electronic dossier
    assert accepted.awaits_hand_over
    assert not folded((RECEIVED, FORWARDED, HANDED_BACK, again)).awaits_hand_over
    assert asked_late.status is S.RESULT_READY
