"""One counter with money: dossiers that owe, an officer, and a second person."""

from datetime import datetime
from uuid import UUID

import uuid6

from station.domain.dossier import Dossier, FeeLine, PaymentMethod
from station.domain.money.amounts import DENOMINATIONS
from station.domain.processing import Approval
from station.ports.officers import Officer, Role
from station.ports.store import UnitOfWork
from station.usecases.dossier_act import Acting
from tests.builders import MONDAY, a_reception
from tests.fake_work import FakeWork
from tests.fakes import FakeClock

HANH = Officer(officer_id="quay3", display_name="Trần Thị Hạnh", role=Role.COUNTER)
XA = Officer(officer_id="xa", display_name="Cán bộ xã", role=Role.COMMUNE)
CASH, TRANSFER = PaymentMethod.CASH, PaymentMethod.TRANSFER
BY_THE_HEAD = Approval(officer_id="truongbp", officer_name="Trưởng bộ phận", role="supervisor")
RELEASED = datetime(2026, 1, 1, tzinfo=MONDAY.tzinfo)
FLOAT = {100_000: 4, 50_000: 2}
"""500.000 đ to begin with."""


def fee(amount_vnd: int, index: int = 1) -> FeeLine:
    return FeeLine(
        index=index, name="Lệ phí", kind="lệ phí", unit_amount_vnd=amount_vnd, quantity=1
    )


def acting(work: UnitOfWork, officer: Officer = HANH, clock: FakeClock | None = None) -> Acting:
    return Acting(officer=officer, work=work, clock=clock or FakeClock(), built_at=RELEASED)


def owing(work: UnitOfWork, amount_vnd: int = 150_000, number: int = 300) -> Dossier:
    """Receive a dossier of which nothing is paid yet."""
    dossier_id = uuid6.uuid7()
    with work:
        event = a_reception(
            dossier_code=f"000.00.17.H25-261123-{number:04d}",
            fees=(fee(amount_vnd),) if amount_vnd else (),
        )
        work.journal.append(
            event, dossier_id=dossier_id, officer_id="quay3", at=MONDAY, clock_source="fake"
        )
        dossier = work.project(dossier_id)
        work.commit()
    return dossier


def kept(work: FakeWork, dossier_id: UUID) -> Dossier:
    return work.saved[dossier_id]


def fewest_pieces(amount_vnd: int) -> dict[int, int]:
    """Give the sum in as few notes as can be; what no note can pay is left out."""
    pieces: dict[int, int] = {}
    for denomination in DENOMINATIONS:
        number, amount_vnd = divmod(amount_vnd, denomination)
        if number:
            pieces[denomination] = number
    return pieces
