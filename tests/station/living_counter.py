"""One counter whose dossiers live through the real use cases, by a clock that moves."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)

from station.catalogue.calendars import built_in_calendar
from station.domain.clock_guard import LONGEST_REST, SMALL_STEP, WrongClockError
from station.domain.dossier import Dossier, DossierStatus, PaymentMethod
from station.domain.history import apply, apply_news
from station.domain.journal import JournalEntry
from station.domain.procedure import ProcessingTime, Territory, TimeUnit
from station.usecases.dossier_act import Acting
from station.usecases.lodge_dossier import AskForPapers, TurnAway, lodge_dossier
from station.usecases.receive_dossier import receive_dossier
from station.usecases.reception_input import (
    reception_from_plain,
)
from tests.builders import a_description, a_procedure
from tests.fake_work import FakeWork
from tests.fakes import PLACES, FakeCatalogue, FakeClock, FakeDocuments, FakeVault
from tests.station.money.counter import HANH
from tests.station.test_receive_dossier import COUNTER

WHICH = st.integers(0, 1_000)
FEE_VND = 15_000
MOST_DOSSIERS = 8
AT_ONCE = a_procedure(
    code="2.000635", immediate=True, processing_time=ProcessingTime(0, TimeUnit.SAME_DAY)
)
ELSEWHERE = a_procedure(code="2.000488", territory=Territory.NATION)
KINDS_OF_DOSSIERS: dict[str, dict[str, Any]] = {
    "plain": {},
    "at once": {"procedure_code": AT_ONCE.code},
    "elsewhere": {
        "procedure_code": ELSEWHERE.code,
        "destination": {"agency": "Công an tỉnh Lào Cai", "territory": "nation"},
    },
    "by post": {"delivery": {"method": "postal", "address": "Số 9 phố Huế"}},
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
    """By what was charged and paid."""
    methods: list[PaymentMethod] = field(default_factory=list)

    def to_collect(self, dossier: Dossier) -> int:
        """Give what the counter may take: nothing of what was turned away."""
        return min(self.owed, 0) if dossier.status is DossierStatus.REFUSED else self.owed


class LivingCounter(RuleBasedStateMachine):
    """One counter and some dossiers; what they owe is counted by hand."""

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
