"""Whatever happens in a dossier's life, the law's order, the money and the numbers hold.

Several dossiers of one counter live through the real use cases, with the agency's part decided by
the reference server's rules, and a clock that goes on and is set back. ``LIFE_STEPS=10000`` in
the environment takes that many steps (``make soak``).
"""

import os
from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import uuid6
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from station.catalogue.calendars import built_in_calendar
from station.domain.acts import OF_THE_PROVINCE, ActNotAllowedError, DossierAct, allowed_acts
from station.domain.clock_guard import WrongClockError
from station.domain.dossier import DeliveryMethod, Dossier
from station.domain.events import from_payload, to_payload
from station.domain.journal import GENESIS, JournalEntry
from station.domain.processing import Collector, CollectorKind
from station.usecases.bring_supplement import bring_supplement
from station.usecases.confirm_clock import confirm_clock
from station.usecases.correct_dossier import CorrectDossier, correct_dossier
from station.usecases.hand_over import HandOverDossiers, hand_over
from station.usecases.reception_input import (
    CorrectionInput,
    DocumentInput,
    SupplementInput,
)
from station.usecases.refuse_dossier import RefuseDossier, refuse_dossier
from station.usecases.request_supplement import (
    RequestSupplement,
    lacking_papers,
    request_supplement,
)
from station.usecases.return_result import (
    MayNotCollectError,
    ReturnResult,
    TakeResultIn,
    return_result,
    take_result_in,
)
from station.usecases.station_clock import StationClock
from station.usecases.withdraw_dossier import declare_slip_lost, withdraw_dossier
from sync.reference_server.decisions import Decision, payload_of
from sync.reference_server.lawful import KINDS, ProvinceAct, allowed, standing
from tests.fakes import PLACES, FakeDocuments, FakeVault
from tests.journal_chain import first_break
from tests.station.living_counter import WHICH
from tests.station.money.counter import BY_THE_HEAD, HANH
from tests.station.paying_counter import PayingCounter
from tests.station.test_receive_dossier import COUNTER

STEPS_OF_A_LIFE = 50
ENOUGH_FOR_EVERY_ACT = 10_000
STEPS = max(500, int(os.environ.get("LIFE_STEPS", "0")))
LIVES = STEPS * 3 // (STEPS_OF_A_LIFE * 2)
"""Half as many again as it takes: some lives end early."""
CHOICES = st.lists(WHICH, min_size=1, max_size=5)
OF_THE_COUNTER = sorted(set(DossierAct) - OF_THE_PROVINCE)
ENDINGS = {
    DossierAct.REFUSE,
    DossierAct.WITHDRAW,
    ProvinceAct.REFUSE,
    ProvinceAct.STOP,
}
"""Rarer, so that lives get long."""
A_DAY = timedelta(days=1)
WEIGHTED = [act for act in ProvinceAct for _ in range(1 if act in ENDINGS else 3)]
STATION_ACTS = {
    ProvinceAct.REFUSE: DossierAct.REFUSE,
    ProvinceAct.SUPPLEMENT: DossierAct.SUPPLEMENT,
    ProvinceAct.DUTY: DossierAct.ANNOUNCE_DUTY,
    ProvinceAct.DUTY_MET: DossierAct.MEET_DUTY,
    ProvinceAct.EXTEND: DossierAct.EXTEND,
    ProvinceAct.STOP: DossierAct.STOP,
    ProvinceAct.RESULT: DossierAct.ISSUE_RESULT,
}


class Lives(PayingCounter):
    """A counter that does everything, an agency, and a clock that goes on and is set back."""

    steps = 0
    """How many were taken in all lives."""
    done: ClassVar[set[DossierAct]] = set()
    """Acts of the counter that succeeded in any of them."""

    # -- the counter -----------------------------------------------------------------------

    @rule(which=WHICH, act=st.sampled_from(OF_THE_COUNTER), whole=st.booleans())
    def try_any_act(self, which: int, act: DossierAct, whole: bool) -> None:
        self._try(self._dossier(which), act, whole)

    @rule(which=WHICH, choices=CHOICES, whole=st.booleans())
    def do_what_is_allowed(self, which: int, choices: list[int], whole: bool) -> None:
        dossier_id = self._dossier(which).dossier_id
        for choice in choices:
            dossier = self.work.saved[dossier_id]
            acts = [act for act in allowed_acts(dossier) if act not in OF_THE_PROVINCE]
            if acts:
                self._try(dossier, _chosen(acts, choice), whole)

    def _try(self, before: Dossier, act: DossierAct, whole: bool) -> None:
        """Try an act of the counter: it succeeds exactly when the table says so."""
        lawful = allowed_acts(before)
        commits = self.work.commits
        try:
            self._do(before, act, whole)
        except ActNotAllowedError as error:
            assert act not in lawful
            _says_what_is_lawful(error, before, lawful)
        except WrongClockError:
            assert self._is_doubted()
        else:
            assert act in lawful
            assert not self._is_doubted()
            assert self.work.commits > commits
            self.done.add(act)
            return
        assert self.work.saved[before.dossier_id] == before

    def _do(self, dossier: Dossier, act: DossierAct, whole: bool) -> None:
        acting, dossier_id = self._acting(), dossier.dossier_id
        match act:
            case DossierAct.SUPPLEMENT:
                items = lacking_papers(dossier, [(1, "chưa ký"), (2, "thiếu")])
                request_supplement(
                    dossier_id,
                    RequestSupplement(items=items, reason="chưa đủ", missed_before="mới thấy"),
                    acting=acting,
                )
            case DossierAct.BRING:
                rows = (1, 2, 3) if whole else (1,)
                brought = tuple(DocumentInput(index=row, copies=1) for row in rows)
                bring_supplement(
                    dossier_id,
                    SupplementInput(documents=brought),
                    acting=acting,
                    catalogue=self.catalogue,
                    calendar=built_in_calendar(),
                    vault=FakeVault(),
                    documents=FakeDocuments(),
                    folder=Path(),
                )
            case DossierAct.REFUSE:
                refuse_dossier(dossier_id, RefuseDossier(reasons=("sai nơi",)), acting=acting)
            case DossierAct.CORRECT:
                self.corrections += 1
                summary = f"Đính chính {self.corrections}"
                correct_dossier(
                    dossier_id,
                    CorrectDossier(
                        changes=CorrectionInput(summary=summary),
                        reason="sai trích yếu",
                        approval=BY_THE_HEAD,
                    ),
                    acting=acting,
                    catalogue=self.catalogue,
                    calendar=built_in_calendar(),
                    places=PLACES,
                )
            case DossierAct.FORWARD:
                hand_over(HandOverDossiers(dossier_ids=(dossier_id,)), acting=acting)
            case DossierAct.ARRIVE:
                take_result_in(dossier_id, TakeResultIn(shelf="K2-07"), acting=acting)
            case DossierAct.RETURN:
                return_result(
                    dossier_id, ReturnResult(collector=_collector(dossier, whole)), acting=acting
                )
            case DossierAct.WITHDRAW:
                withdraw_dossier(dossier_id, "không còn nhu cầu", acting=acting)
            case DossierAct.DECLARE_SLIP_LOST:
                declare_slip_lost(dossier_id, declared_by="", acting=acting)
            case _:
                raise AssertionError(act)

    @rule(which=WHICH, who=st.sampled_from(CollectorKind))
    def somebody_comes_who_may_not_collect(self, which: int, who: CollectorKind) -> None:
        """Art. 6, 20: whoever it is, nothing is given and nothing is written."""
        before = self._dossier(which)
        if DossierAct.RETURN not in allowed_acts(before) or self._is_doubted():
            return
        if who is CollectorKind.POST and before.delivery.method is DeliveryMethod.POSTAL:
            return
        stranger = Collector(kind=who, full_name="B", id_number="001080004321")
        entries = len(self.work.entries)
        try:
            return_result(
                before.dossier_id, ReturnResult(collector=stranger), acting=self._acting()
            )
        except MayNotCollectError:
            assert len(self.work.entries) == entries
            assert self.work.saved[before.dossier_id] == before
        else:
            raise AssertionError(who)

    # -- the agency ------------------------------------------------------------------------

    @rule(which=WHICH, acts=st.lists(st.sampled_from(WEIGHTED), min_size=1, max_size=4))
    def hear_of_the_agency(self, which: int, acts: list[ProvinceAct]) -> None:
        dossier_id = self._dossier(which).dossier_id
        for act in acts:
            self._news_of(self.work.saved[dossier_id], act)

    def _news_of(self, dossier: Dossier, act: ProvinceAct) -> None:
        """The agency does what it wants, if its server allows it, and the counter hears."""
        now = standing((e.kind, e.payload) for e, _ in self.work.facts(dossier.dossier_id))
        assert now.status == dossier.status.value
        lawful = allowed(now)
        known = allowed_acts(dossier)
        for each, counterpart in STATION_ACTS.items():
            assert each not in lawful or counterpart in known, (each, dossier.status)
        if act not in lawful:
            return
        later = (dossier.due_at or self.clock.now()) + timedelta(days=7)
        starts = act is ProvinceAct.ACCEPT and dossier.is_provisional
        decision = Decision(
            act=act,
            reason="theo hồ sơ",
            items=((1, "Tờ khai", "chưa ký"),),
            missed_before="mới phát hiện",
            due_at=later if act is ProvinceAct.EXTEND or starts else None,
            clock_started_at=self.clock.now() if starts else None,
            results=(("Giấy xác nhận", "12/XN"),),
        )
        self._hear(
            dossier.dossier_id, act, payload_of(decision, now, agency=dossier.handling_agency)
        )
        if starts:
            after = self.work.saved[dossier.dossier_id]
            assert (after.is_provisional, after.due_at) == (False, later)

    def _hear(self, dossier_id: UUID, act: ProvinceAct, payload: dict[str, object]) -> None:
        event = from_payload(KINDS[act], 1, payload)
        fact = JournalEntry(
            event_id=uuid6.uuid7(),
            station_id="province",
            sequence=1,
            dossier_id=dossier_id,
            kind=KINDS[act],
            version=1,
            occurred_at=self.clock.now(),
            clock_source="province",
            officer_id="province",
            payload=to_payload(event),
            previous_hash=GENESIS,
        )
        after = self.work.entries[-1].sequence
        self.work.news.setdefault(dossier_id, []).append((after, fact))
        self.work.project(dossier_id)

    # -- the clock -------------------------------------------------------------------------

    @rule(hours=st.sampled_from([1, 24, 72]))
    def time_goes_on(self, hours: int) -> None:
        self.clock.move(timedelta(hours=hours))

    @precondition(lambda self: self._rested())
    @rule()
    def an_officer_says_what_day_it_is(self) -> None:
        """After a long rest nothing is done before that; afterwards everything lawful is."""
        confirm_clock(
            f"{self.clock.now():%d/%m}",
            "",
            officer=HANH,
            work=self.work,
            clock=StationClock(self.clock, steady=lambda: 0.0),
            built_at=COUNTER.built_at,
        )
        assert not self._is_doubted()

    @rule(which=WHICH, choice=WHICH)
    def act_by_a_clock_that_is_a_day_back(self, which: int, choice: int) -> None:
        dossier = self._dossier(which)
        self.clock.move(-A_DAY)
        acts = [act for act in allowed_acts(dossier) if act not in OF_THE_PROVINCE]
        if acts:
            self._try(dossier, _chosen(acts, choice), True)
        self._receive("cash")
        self.clock.move(A_DAY)

    # -- what always holds -----------------------------------------------------------------

    @invariant()
    def every_state_has_a_national_code(self) -> None:
        Lives.steps += 1
        for dossier in self.work.saved.values():
            assert 1 <= dossier.status.national_code <= 10
            assert (dossier.returned is None) or not allowed_acts(dossier)

    @invariant()
    def money_balances(self) -> None:
        for dossier_id, money in self.money.items():
            dossier = self.work.saved[dossier_id]
            assert dossier.owed_vnd == money.to_collect(dossier)
            assert dossier.fees_total_vnd == money.owed + dossier.paid_vnd + dossier.awaited_vnd

    @invariant()
    def no_number_is_left_out(self) -> None:
        parts = sorted(d.code.rsplit("-", 2)[1:] for d in self.work.saved.values())
        for _, of_a_day in groupby(parts, key=lambda part: part[0]):
            numbers = [int(number) for _, number in of_a_day]
            assert numbers == list(range(300, 300 + len(numbers)))

    @invariant()
    def the_lists_show_what_the_journal_says(self) -> None:
        for dossier_id, shown in self.work.saved.items():
            if self.seen.get(dossier_id) is not shown:
                assert self.work.dossier(dossier_id) == shown
                self.seen[dossier_id] = shown

    def teardown(self) -> None:
        if not hasattr(self, "work"):
            return
        assert first_break(self.work.entries) is None
        for dossier_id, shown in self.work.saved.items():
            assert self.work.dossier(dossier_id) == shown
        times = [entry.occurred_at for entry in self.work.entries]
        assert times == sorted(times)


def _collector(dossier: Dossier, in_person: bool) -> Collector:
    """Give somebody who may take the result: the owner, else the post or one with a letter."""
    if in_person:
        return Collector(kind=CollectorKind.OWNER, full_name="A", id_number="035199012345")
    if dossier.delivery.method is DeliveryMethod.POSTAL:
        return Collector(kind=CollectorKind.POST, full_name="Bưu điện", tracking_number="EA1VN")
    return Collector(
        kind=CollectorKind.AUTHORISED,
        full_name="B",
        id_number="001080004321",
        authorisation="Giấy uỷ quyền số 7 ngày 25/11/2026",
    )


def _says_what_is_lawful(
    error: ActNotAllowedError, dossier: Dossier, lawful: Sequence[DossierAct]
) -> None:
    assert error.details == {
        "dossier_code": dossier.code,
        "act": error.act.value,
        "status": dossier.status.value,
        "national_status": dossier.status.national_code,
        "allowed": [each.value for each in lawful],
    }


def _chosen(acts: Sequence[DossierAct], choice: int) -> DossierAct:
    weighted = [act for act in acts for _ in range(1 if act in ENDINGS else 4)]
    return weighted[choice % len(weighted)]


def test_whatever_happens_the_law_s_order_the_money_and_the_numbers_hold() -> None:
    Lives.steps = 0
    Lives.done.clear()
    run_state_machine_as_test(
        Lives,
        settings=settings(max_examples=LIVES, stateful_step_count=STEPS_OF_A_LIFE),
    )
    assert Lives.steps >= STEPS
    if STEPS >= ENOUGH_FOR_EVERY_ACT:
        assert set(OF_THE_COUNTER) == Lives.done  # nothing that the table allows is impossible
