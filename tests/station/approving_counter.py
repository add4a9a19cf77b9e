"""A counter whose officers leave acts, and somebody of rank who answers them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import Corrected, DossierForwarded
from station.ports.approvals import AskedApproval
from station.ports.officers import Officer, Role
from station.usecases.answer_approval import (
    Granted,
    grant,
)
from station.usecases.ask_approval import (
    ask_to_correct,
    ask_to_refund,
    ask_to_void,
)
from station.usecases.correct_dossier import CorrectDossier
from station.usecases.payments import collect
from station.usecases.reception_input import CorrectionInput
from station.usecases.till import open_shift
from tests.builders import MONDAY
from tests.fake_work import FakeWork
from tests.station.money.counter import CASH, FLOAT, HANH, acting, owing

BINH = Officer(officer_id="truongbp", display_name="Lê Văn Bình", role=Role.SUPERVISOR)
AN = Officer(officer_id="quay4", display_name="Phạm Thu An", role=Role.COUNTER)
RIGHT = "đúng"
WHY = "người dân báo sai"
PAPERS = (("01", "A5"),)


class People:
    """The accounts of this office; who is left out is closed."""

    def __init__(self, *officers: Officer) -> None:
        self._known = {one.officer_id: one for one in officers}

    def get(self, officer_id: str) -> Officer | None:
        return self._known.get(officer_id)

    def all(self) -> tuple[Officer, ...]:
        return tuple(self._known.values())


def with_agency(work: FakeWork) -> Dossier:
    dossier = owing(work)
    forwarded = DossierForwarded(
        list_number="BG-1", agency=dossier.handling_agency, list_hash="0" * 64
    )
    return heard(work, dossier, forwarded)


def heard(work: FakeWork, dossier: Dossier, event: Any) -> Dossier:
    with work:
        work.journal.append(
            event,
            dossier_id=dossier.dossier_id,
            officer_id="quay3",
            at=MONDAY,
            clock_source="fake",
        )
        after = work.project(dossier.dossier_id)
        work.commit()
    return after


def leave_correction(work: FakeWork, dossier: Dossier, summary: str = "Thửa 12") -> AskedApproval:
    command = CorrectDossier(changes=CorrectionInput(summary=summary), reason=WHY)
    ask_to_correct(
        dossier.dossier_id,
        command,
        acting=acting(work),
        corrected=lambda _: Corrected(summary=summary),
    )
    return work.approvals.waiting()[-1]


def say_yes(
    work: FakeWork,
    request: AskedApproval,
    *,
    by: Officer = BINH,
    password: str = RIGHT,
    people: People | None = None,
) -> Granted:
    return grant(
        request,
        password,
        acting=acting(work, by),
        officers=people or People(HANH, BINH, AN),
        password_opens=lambda _, typed: typed == RIGHT,
        papers=PAPERS,
    )


class Paid:
    """A counter with an open shift and a dossier whose fee was paid in cash."""

    def __init__(self, work: FakeWork) -> None:
        self.work = work
        open_shift(FLOAT, acting=acting(work))
        dossier = owing(work)
        collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))
        self.dossier_id: UUID = dossier.dossier_id

    @property
    def dossier(self) -> Dossier:
        return self.work.saved[self.dossier_id]

    def left(self, ask: Callable[[], object]) -> AskedApproval:
        ask()
        return self.work.approvals.waiting()[-1]

    def void(self) -> AskedApproval:
        return self.left(
            lambda: ask_to_void(self.dossier_id, 1, reason=WHY, acting=acting(self.work))
        )

    def refund(self, amount_vnd: int | None = None) -> AskedApproval:
        return self.left(
            lambda: ask_to_refund(
                self.dossier_id, 1, reason=WHY, amount_vnd=amount_vnd, acting=acting(self.work)
            )
        )
