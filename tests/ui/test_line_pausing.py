"""Ctrl+F5: for how long is asked once, the same key takes the line back, and it never forgets."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from station.domain.line_pause import LinePause, PauseEnds, PauseLength
from tests.builders import MONDAY
from tests.ui.fake_tasks import Later
from ui.desktop.frame.view_model import Link, StationStatus
from ui.desktop.line_pausing import LinePausing

PAUSE = LinePause(at=MONDAY, until=MONDAY + timedelta(minutes=15), by="Hạnh")
ONLINE = StationStatus(now=MONDAY, link=Link.ONLINE)


@dataclass
class FakeStation:
    """The frame, the store, the status bar and the rounds of one station."""

    status: StationStatus = ONLINE
    goes_on: bool = False
    broken: bool = False
    worker: Later = field(default_factory=Later)
    asked: list[PauseEnds] = field(default_factory=list)
    kept: list[PauseLength | None] = field(default_factory=list)
    told: list[tuple[LinePause | None, bool]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    woken: int = 0
    centre: int = 0
    changed: int = 0

    def ask_pause(self, ends: PauseEnds, now: datetime) -> None:
        self.asked.append(ends)

    def pause(self, length: PauseLength) -> LinePause:
        if self.broken:
            raise OSError("full")
        self.kept.append(length)
        return PAUSE

    def resume(self) -> None:
        self.kept.append(None)

    def on_paused(self, pause: LinePause | None, *, goes_on: bool) -> None:
        self.told.append((pause, goes_on))
        self.status = replace(self.status, pause=pause)

    def wake(self) -> None:
        self.woken += 1

    def count_centre(self) -> None:
        self.centre += 1

    def count_change(self) -> None:
        self.changed += 1


@pytest.fixture
def station() -> FakeStation:
    return FakeStation()


@pytest.fixture
def pausing(station: FakeStation) -> LinePausing:
    return LinePausing(
        station,
        line=station,
        status=station,
        rounds=station,
        now=lambda: station.status.now,
        see_centre=station.count_centre,
        changed=station.count_change,
        store_worker=station.worker,
        failed=station.failures.append,
    )


def test_the_key_asks_for_how_long_and_says_when_each_answer_ends(
    station: FakeStation, pausing: LinePausing
) -> None:
    pausing.on_key()

    (ends,) = station.asked
    assert [(length.value, f"{end:%d %H:%M}") for length, end in ends] == [
        ("15m", "23 09:15"),
        ("1h", "23 10:00"),
        ("until-resumed", "24 07:00"),
    ]
    assert station.kept == []


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_was_chosen_is_written_down_before_it_is_said(
    station: FakeStation, pausing: LinePausing, goes_on: bool
) -> None:
    station.goes_on = goes_on

    pausing.on_chosen(PauseLength.QUARTER)
    assert station.told == []
    station.worker.do()

    assert station.kept == [PauseLength.QUARTER]
    assert station.told == [(PAUSE, goes_on)]
    assert station.changed == 1
    assert station.woken == 0


def test_the_same_key_takes_the_line_back_and_sends_at_once(
    station: FakeStation, pausing: LinePausing
) -> None:
    station.status = replace(ONLINE, pause=PAUSE)

    pausing.on_key()
    station.worker.do()

    assert station.asked == []
    assert station.kept == [None]
    assert station.told == [(None, True)]
    assert (station.woken, station.changed) == (1, 1)


def test_after_its_time_the_key_asks_anew(station: FakeStation, pausing: LinePausing) -> None:
    station.status = replace(ONLINE, pause=PAUSE, now=PAUSE.until)

    assert not pausing.resume()
    pausing.on_key()

    assert len(station.asked) == 1


def test_a_station_that_sends_nothing_says_why_instead(
    station: FakeStation, pausing: LinePausing
) -> None:
    station.status = replace(ONLINE, link=Link.NOT_ENROLLED)

    pausing.on_key()

    assert (station.centre, station.asked) == (1, [])


def test_a_pause_that_cannot_be_written_down_is_none(
    station: FakeStation, pausing: LinePausing
) -> None:
    station.broken = True

    pausing.on_chosen(PauseLength.HOUR)
    station.worker.do()

    assert station.told == []
    assert [type(one) for one in station.failures] == [OSError]
