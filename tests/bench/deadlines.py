"""Counting due dates: once per key stroke of a reception, for every row of a list."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from station.catalogue.calendars import built_in_calendar
from station.domain.due_date import due_date
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, TimeUnit
from tests.bench.timing import Line, Times, measure

_FIRST = datetime(2024, 1, 1, 8, tzinfo=VIETNAM)
_TIMES = (
    ProcessingTime(0, TimeUnit.SAME_DAY),
    ProcessingTime(4, TimeUnit.WORKING_HOUR),
    *(ProcessingTime(days, TimeUnit.WORKING_DAY) for days in (1, 5, 10, 30)),
    ProcessingTime(45, TimeUnit.CALENDAR_DAY),
    ProcessingTime(3, TimeUnit.MONTH),
)


def lines(_: Path) -> Iterator[Line]:
    """Measure receptions at any hour of four years, with the usual processing times."""
    calendar = built_in_calendar()
    chance = random.Random(3)
    runs = []
    for _number in range(2_000):
        received = _FIRST + timedelta(minutes=chance.randrange(4 * 365 * 24 * 60))
        count = partial(due_date, received, chance.choice(_TIMES), calendar)
        runs.append(measure(count, runs=1, warm_up=0).runs[0])
    times = Times(tuple(runs))
    yield Line("due date, 2,000 receptions", str(times), "≤ 0.2 ms", times.median <= 0.2)
