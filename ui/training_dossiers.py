"""The invented dossiers that a training home begins with: some old, some waiting, some of today."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from station.domain.processing import ResultPaper
from station.domain.step_times import StepTimes
from station.ports.step_times import Measured
from station.release import RELEASED_AT
from station.usecases.reception_input import reception_from_plain
from station.usecases.return_result import TakeResultIn
from ui import composition
from ui.desks.desk import Desk

_BEGUN_BEFORE: Final = timedelta(days=10)
"""How long before now a training home says it was made: nothing in it is older."""
_SUPPLEMENT_REASON: Final = "Chưa có ảnh chân dung đúng cỡ"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sample:
    """One reception: when, what, whose."""

    days_ago: int = 0
    """In the morning of that day; 0: today."""
    minutes_ago: int = 0
    procedure: str
    name: str
    number: str
    born_on: str
    sex: str
    papers: tuple[int, ...]
    fees: tuple[int, ...] = ()

    def received_at(self, now: datetime) -> datetime:
        at = now - timedelta(days=self.days_ago, minutes=self.minutes_ago)
        return at.replace(hour=8, minute=30, second=0) if self.days_ago else at


_OVERDUE: Final = _Sample(
    days_ago=9,
    procedure="1.004873",
    name="NGUYỄN VĂN MẪU",
    number="035080000017",
    born_on="1980-03-02",
    sex="male",
    papers=(1, 4),
    fees=(1,),
)
_READY: Final = _Sample(
    days_ago=8,
    procedure="1.004194",
    name="TRẦN THỊ THỬ",
    number="035185000026",
    born_on="1985-11-20",
    sex="female",
    papers=(1, 2),
    fees=(1,),
)
_LACKING: Final = _Sample(
    days_ago=2,
    procedure="1.002809",
    name="LÊ VĂN TẬP",
    number="035092000035",
    born_on="1992-07-09",
    sex="male",
    papers=(1, 3),
    fees=(1,),
)
_WAITING: Final = (
    _Sample(
        minutes_ago=50,
        procedure="1.004837",
        name="PHẠM THỊ HUẤN",
        number="035174000044",
        born_on="1974-01-30",
        sex="female",
        papers=(1, 2, 3),
    ),
    _Sample(
        minutes_ago=35,
        procedure="2.000720",
        name="HOÀNG VĂN THÍ DỤ",
        number="035088000053",
        born_on="1988-05-15",
        sex="male",
        papers=(1,),
        fees=(1,),
    ),
)
_RESULT: Final = ResultPaper(name="Giấy xác nhận tạm trú", number="TH-01")
_TENDERED: Final = 200_000


_TIMES: Final = {
    "1.004873": StepTimes(person=24, procedure=10, papers=62, money=18, acceptance=9),
    "1.004194": StepTimes(person=21, procedure=9, papers=38, money=15, acceptance=7),
    "1.002809": StepTimes(person=35, procedure=14, papers=140, money=20, acceptance=12),
    "1.004837": StepTimes(person=48, procedure=11, papers=75, acceptance=8),
}
"""What receptions took, in the middle of six of each procedure."""


class _ClockAt:
    """A clock that stands where it is set."""

    source = "training"

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


def begun_at(now: datetime) -> datetime:
    """Give when a training home says it was made; never before the program itself."""
    return max(now - _BEGUN_BEFORE, RELEASED_AT)


def receive_samples(home: Path, officer_id: str, password: str, *, now: datetime) -> None:
    """Receive the invented dossiers in a new training home, at the times that they are to bear."""
    clock = _ClockAt(begun_at(now))
    with composition.sign_in(home, officer_id, password, clock=clock) as desk:

        def receive(sample: _Sample) -> str:
            clock.at = max(clock.at, sample.received_at(now))
            return _receive(desk, sample)

        overdue, ready = receive(_OVERDUE), receive(_READY)
        clock.at += timedelta(hours=2)
        for code in (overdue, ready):
            desk.life_cycle.forward([code])
        lacking = receive(_LACKING)
        clock.at += timedelta(minutes=20)
        desk.life_cycle.supplement(lacking, [(3, "")], reason=_SUPPLEMENT_REASON)
        clock.at += timedelta(hours=1)
        desk.life_cycle.arrive(ready, TakeResultIn(shelf="K1-02", results=(_RESULT,)))
        for sample in _WAITING:
            receive(sample)
        desk.print_waiting()
        _keep_times(desk, now)


def _keep_times(desk: Desk, now: datetime) -> None:
    """Keep what other receptions took, so that the board has a picture to show."""
    with desk.store.unit_of_work() as work:
        for code, middle in _TIMES.items():
            for number in range(6):
                times = StepTimes(
                    **{
                        step.value: round(seconds * (0.7 + number / 10))
                        for step, seconds in middle.by_step.items()
                    }
                )
                day = now.date() - timedelta(days=2 * number)
                work.step_times.keep(Measured(code, day, times))
        work.commit()


def _receive(desk: Desk, sample: _Sample) -> str:
    description: dict[str, Any] = {
        "procedure_code": sample.procedure,
        "applicant": {
            "kind": "citizen",
            "full_name": sample.name,
            "id_document": {"type": "can_cuoc", "number": sample.number},
            "date_of_birth": sample.born_on,
            "sex": sample.sex,
            "address": "Tổ 5, phường Quang Trung",
            "phone": "0912345678",
        },
        "documents": [{"index": index, "originals": 1} for index in sample.papers],
        "fees": [{"index": index} for index in sample.fees],
    }
    if sample.fees:
        description["payment"] = {"method": "cash", "tendered_vnd": _TENDERED}
    return desk.receive(reception_from_plain(description), folder=Path()).dossier.code
