"""Whatever happens in a dossier's life, the law's order, the money and the numbers hold.

Several dossiers of one counter live through the real use cases, with the agency's part decided by
the reference server's rules, and a clock that goes on and is set back. ``LIFE_STEPS=10000`` in
the environment takes that many steps (``make soak``).
"""

import os
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import uuid6
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from station.catalogue.calendars import built_in_calendar
from station.domain.acts import OF_THE_PROVINCE, ActNotAllowedError, DossierAct, allowed_acts
from station.domain.clock_guard import LONGEST_REST, SMALL_STEP, WrongClockError
from station.domain.dossier import DeliveryMethod, Dossier, PaymentMethod
from station.domain.events import from_payload, to_payload
from station.domain.events.money import FeeReduction
from station.domain.history import apply, apply_news
from station.domain.journal import GENESIS, JournalEntry
from station.domain.money.payments import (
    NotAwaitedError,
    NothingOwedError,
    NotVoidableError,
    ReductionTooLargeError,
    RefundTooLargeError,
)
from station.domain.procedure import ProcessingTime, Territory, TimeUnit
from station.domain.processing import Collector, CollectorKind
from station.usecases.bring_supplement import bring_supplement
from station.usecases.confirm_clock import confirm_clock
from station.usecases.correct_dossier import CorrectDossier, correct_dossier
from station.usecases.dossier_act import Acting
from station.usecases.hand_over import HandOverDossiers, hand_over
from station.usecases.lodge_dossier import AskForPapers, TurnAway, lodge_dossier
from station.usecases.payments import collect, confirm, reduce, refund, void
from station.usecases.receive_dossier import receive_dossier
from station.usecases.reception_input import (
    CorrectionInput,
    DocumentInput,
    SupplementInput,
    reception_from_plain,
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
from tests.builders import a_description, a_procedure
from tests.fake_work import FakeWork
from tests.fakes import PLACES, FakeCatalogue, FakeClock, FakeDocuments, FakeVault
from tests.journal_chain import first_break
from tests.station.money.counter import BY_THE_HEAD, CASH, HANH, TRANSFER
from tests.station.test_receive_dossier import COUNTER

STEPS_OF_A_LIFE = 50
ENOUGH_FOR_EVERY_ACT = 10_000
STEPS = max(500, int(os.environ.get("LIFE_STEPS", "0")))
LIVES = STEPS * 3 // (STEPS_OF_A_LIFE * 2)
"""Half as many again as it takes: some lives end early."""
WHICH = st.integers(0, 1_000)
CHOICES = st.lists(WHICH, min_size=1, max_size=5)
FEE_VND = 15_000
OF_THE_COUNTER = sorted(set(DossierAct) - OF_THE_PROVINCE)
MOST_DOSSIERS = 8
ENDINGS = {
    DossierAct.REFUSE,
    DossierAct.WITHDRAW,
    ProvinceAct.REFUSE,
    ProvinceAct.STOP,
}
"""Rarer, so that lives get long."""
A_DAY = timedelta(days=1)
AT_ONCE = a_procedure(
    code="2.000635", immediate=True, processing_time=ProcessingTime(0, TimeUnit.SAME_DAY)
)
ELSEWHERE = a_procedure(code="2.000488", territory=Territory.NATION)
WEIGHTED = [act for act in ProvinceAct for _ in range(1 if act in ENDINGS else 3)]
KINDS_OF_DOSSIERS: dict[str, dict[str, Any]] = {
    "plain": {},
    "at once": {"procedure_code": AT_ONCE.code},
    "elsewhere": {
        "procedure_code": ELSEWHERE.code,
        "destination": {"agency": "Công an tỉnh Lào Cai", "territory": "nation"},
    },
    "by post": {"delivery": {"method": "postal", "address": "Số 9 phố Huế"}},
}
STATION_ACTS = {
    ProvinceAct.REFUSE: DossierAct.REFUSE,
    ProvinceAct.SUPPLEMENT: DossierAct.SUPPLEMENT,
    ProvinceAct.DUTY: DossierAct.ANNOUNCE_DUTY,
    ProvinceAct.DUTY_MET: DossierAct.MEET_DUTY,
    ProvinceAct.EXTEND: DossierAct.EXTEND,
    ProvinceAct.STOP: DossierAct.STOP,
    ProvinceAct.RESULT: DossierAct.ISSUE_RESULT,
}


class LivingWork(FakeWork):
    """A unit of work that hears of news, as the store does: folded where it arrived."""

    def __init__(self) -> None:
        super().__init__()
        self.news: dict[UUID, list[tuple[int, JournalEntry]]] = {}

    def facts(self, dossier_id: UUID) -> list[tuple[JournalEntry, bool]]:
        own = [(e.sequence, 0, e) for e in self.entries if e.dossier_id == dossier_id]
        heard = [(after, 1, e) for after, e in self.news.get(dossier_id, [])]
        ordered = sorted([*own, *heard], key=lambda fact: fact[:2])
        return [(entry, is_news == 1) for _, is_news, entry in ordered]

    def dossier(self, dossier_id: UUID) -> Dossier:
        found: Dossier | None = None
        for entry, is_news in self.facts(dossier_id):
            found = apply_news(found, entry) if is_news and found else apply(found, entry)
        assert found is not None
        return found


@dataclass
class Money:
    """What a dossier owes, counted by hand."""

    owed: int
    methods: list[PaymentMethod] = field(default_factory=list)


class Lives(RuleBasedStateMachine):
    """One counter, some dossiers, an agency and a clock."""

    steps = 0
    """How many were taken in all lives."""
    done: ClassVar[set[DossierAct]] = set()
    """Acts of the counter that succeeded in any of them."""

    @initialize()
    def begin(self) -> None:
        self.work = LivingWork()
        self.clock = FakeClock()
        self.catalogue = FakeCatalogue(a_procedure(), AT_ONCE, ELSEWHERE)
        self.money: dict[UUID, Money] = {}
        self.corrections = 0
        self.seen: dict[UUID, Dossier] = {}
        for kind in KINDS_OF_DOSSIERS:
            self._receive("cash", kind)
        self._lodge(turned_away=False)

    # -- handing in ------------------------------------------------------------------------

    @precondition(lambda self: len(self.money) < MOST_DOSSIERS)
    @rule(
        how=st.sampled_from(["cash", "transfer", "later", "lodged", "turned away"]),
        kind=st.sampled_from(sorted(KINDS_OF_DOSSIERS)),
    )
    def hand_in(self, how: str, kind: str) -> None:
        if how in ("lodged", "turned away"):
            self._lodge(turned_away=how == "turned away")
        else:
            self._receive(how, kind)

    def _receive(self, paid: str, kind: str = "plain") -> None:
        def act() -> None:
            tendered = {"tendered_vnd": 20_000} if paid == "cash" else {}
            changes = KINDS_OF_DOSSIERS[kind] | {"payment": {"method": paid, **tendered}}
            reception = receive_dossier(
                reception_from_plain(a_description(**changes)),
                officer=HANH,
                counter=COUNTER,
                one_state=nullcontext,
                work=self.work,
                catalogue=self.catalogue,
                calendar=built_in_calendar(),
                clock=self.clock,
                vault=FakeVault(),
                documents=FakeDocuments(),
                folder=Path(),
                open_alike=self.work.open_alike,
                places=lambda: PLACES,
            )
            dossier = reception.dossier
            assert bool(reception.print_jobs) is not dossier.slip_on_request
            assert dossier.is_provisional is (kind == "elsewhere")
            self.money[dossier.dossier_id] = Money(FEE_VND if paid == "later" else 0)

        self._in_time(act)

    def _lodge(self, *, turned_away: bool) -> None:
        def act() -> None:
            papers = [{"index": 3, "presented": 1, "files": []}]
            dossier = lodge_dossier(
                reception_from_plain(a_description(documents=papers, payment=None)),
                TurnAway(reasons=("không thuộc thẩm quyền",))
                if turned_away
                else AskForPapers(reason="thiếu tờ khai"),
                acting=self._acting(),
                counter=COUNTER,
                catalogue=self.catalogue,
                vault=FakeVault(),
                documents=FakeDocuments(),
                folder=Path(),
                open_alike=self.work.open_alike,
                places=PLACES,
            )
            self.money[dossier.dossier_id] = Money(dossier.fees_total_vnd)

        self._in_time(act)

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

    # -- money -----------------------------------------------------------------------------

    @rule(which=WHICH, method=st.sampled_from([CASH, TRANSFER]))
    def pay(self, which: int, method: PaymentMethod) -> None:
        self._pay(self._dossier(which), method)

    @rule(
        which=WHICH,
        part=st.sampled_from([None, 5_000, 20_000]),
        how=st.sampled_from(["refund", "void", "bank"]),
    )
    def change_the_last_payment(self, which: int, part: int | None, how: str) -> None:
        dossier = self._dossier(which)
        if not dossier.payments:
            return
        match how:
            case "refund":
                self._give_back(dossier, part)
            case "void":
                self._void_the_last(dossier)
            case _:
                self._hear_of_the_bank(dossier)

    @rule(which=WHICH, line=st.integers(0, 2), off=st.sampled_from([1_000, 5_000, FEE_VND]))
    def bring_down_what_is_owed(self, which: int, line: int, off: int) -> None:
        dossier = self._dossier(which)
        if not dossier.fees:
            return
        place = line % len(dossier.fees) + 1
        charged, money = dossier.fees[place - 1].amount_vnd, self.money[dossier.dossier_id]

        def act() -> None:
            try:
                reduce(
                    dossier.dossier_id,
                    [FeeReduction(line=place, amount_vnd=off)],
                    reason="thủ tục rẻ hơn",
                    approval=BY_THE_HEAD,
                    acting=self._acting(),
                )
            except ReductionTooLargeError:
                assert off > min(charged, money.owed)
                return
            assert off <= min(charged, money.owed)
            money.owed -= off

        self._in_time(act)

    def _pay(self, dossier: Dossier, method: PaymentMethod) -> None:
        money = self.money[dossier.dossier_id]

        def act() -> None:
            tendered = 50_000 if method is CASH else None
            try:
                came = collect(
                    dossier.dossier_id, method, tendered_vnd=tendered, acting=self._acting()
                )
            except NothingOwedError:
                assert money.owed == 0
                return
            assert money.owed > 0
            assert method is not CASH or came.change_vnd == 50_000 - money.owed
            money.owed = 0

        self._in_time(act)

    def _give_back(self, dossier: Dossier, part: int | None) -> None:
        number = len(dossier.payments)
        wanted = dossier.payments[-1].kept_vnd if part is None else part

        def act() -> None:
            try:
                refund(
                    dossier.dossier_id,
                    number,
                    amount_vnd=part,
                    reason="nộp thừa",
                    approval=BY_THE_HEAD,
                    acting=self._acting(),
                )
            except RefundTooLargeError:
                assert wanted > dossier.payments[-1].kept_vnd or wanted == 0
                return
            self.money[dossier.dossier_id].owed += wanted

        self._in_time(act)

    def _void_the_last(self, dossier: Dossier) -> None:

        def act() -> None:
            try:
                void(
                    dossier.dossier_id,
                    len(dossier.payments),
                    reason="thu nhầm",
                    approval=BY_THE_HEAD,
                    acting=self._acting(),
                )
            except NotVoidableError:
                assert not dossier.payments[-1].awaiting  # no shift is open here
                return
            self.money[dossier.dossier_id].owed += dossier.payments[-1].amount_vnd

        self._in_time(act)

    def _hear_of_the_bank(self, dossier: Dossier) -> None:

        def act() -> None:
            try:
                confirm(
                    dossier.dossier_id,
                    len(dossier.payments),
                    reference="FT26327",
                    acting=self._acting(),
                )
            except NotAwaitedError:
                assert not dossier.payments[-1].awaiting

        self._in_time(act)

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
            assert dossier.owed_vnd == money.owed
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

    # ------------------------------------------------------------------------------------

    def _in_time(self, act: Callable[[], None]) -> None:
        """Do it; a clock that was set back is refused, and then nothing is written."""
        entries = len(self.work.entries)
        refused = self._is_doubted()
        try:
            act()
        except WrongClockError:
            assert refused
            assert len(self.work.entries) == entries

    def _is_doubted(self) -> bool:
        """Tell whether the clock was set back, or so much time went by that it may be wrong."""
        last = self.work.last()
        is_back = last is not None and self.clock.now() < last.occurred_at - SMALL_STEP
        return is_back or self._rested()

    def _rested(self) -> bool:
        last = self.work.last()
        return last is not None and self.clock.now() > last.occurred_at + LONGEST_REST

    def _acting(self) -> Acting:
        return Acting(officer=HANH, work=self.work, clock=self.clock, built_at=COUNTER.built_at)

    def _dossier(self, which: int) -> Dossier:
        """Give one; mostly one that is not closed, if there is any."""
        every = [self.work.saved[dossier_id] for dossier_id in self.money]
        some = [dossier for dossier in every if dossier.status.is_open] if which % 4 else every
        return (some or every)[which % len(some or every)]


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
