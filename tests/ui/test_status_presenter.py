from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from station.domain.clock_guard import BadDayError, Correction, FarDayError
from station.domain.line_pause import LinePause
from station.ports.devices import DeviceState
from station.ports.outbox import EventCounts
from station.ports.province import NotEnrolledError, ProvinceUnreachableError
from station.usecases.pause_line import LinePausedError
from tests.builders import MONDAY
from tests.ui.fake_tasks import Later
from ui.desks.clock import ClockState
from ui.desktop.frame.status_words import status_items
from ui.desktop.frame.view_model import DeviceRole, Link, StationStatus
from ui.desktop.kit.tone import Tone
from ui.desktop.status.presenter import StatusPresenter, StoreState

PAUSE = LinePause(at=MONDAY, until=MONDAY + timedelta(hours=1), by="Hạnh")


class FakeStation:
    """A station whose states a test sets, and the status bar that shows them."""

    def __init__(self) -> None:
        self.at = MONDAY
        self.enrolled = True
        self.catalogue_days: int | None = None
        self.waiting = 2
        self.pause: LinePause | None = None
        self.store, self.printer = Later(), Later()
        self.paper = "ready"
        self.shown: list[StationStatus] = []
        self.numbers: list[int] = []
        self.failures: list[Exception] = []
        self.broken = False
        self.clock_problem, self.is_asked_again = "–", False
        self.presenter = StatusPresenter(
            self,
            now=self.now,
            reading=self,
            read_devices=self.read_devices,
            store_worker=self.store,
            printer_worker=self.printer,
            numbers_left=self.numbers.append,
            failed=self.failures.append,
            language="vi",
        )

    @property
    def bar(self) -> StationStatus:
        return self.shown[-1]

    def now(self) -> datetime:
        return self.at

    def show_status(self, status: StationStatus) -> None:
        self.shown.append(status)

    def read(self) -> StoreState:
        if self.broken:
            raise OSError("gone")
        return StoreState(
            events=EventCounts(waiting=self.waiting, sent=5, refused=1),
            numbers_left=82,
            enrolled=self.enrolled,
            catalogue_days=self.catalogue_days,
            pause=self.pause,
        )

    def state_day(self, day: str, hour: str, *, again: bool) -> ClockState:
        if day == "27/12" and not again:
            raise FarDayError(day, MONDAY.date(), 34)
        if day not in ("27/11", "27/12"):
            raise BadDayError(day)
        self.at = MONDAY + timedelta(days=4)
        corrected = Correction("officer-confirmed", timedelta(days=4))
        return ClockState(machine_at=MONDAY, now=self.at, correction=corrected, problem=None)

    def show_clock_problem(self, sentence: str, *, again: bool = False) -> None:
        self.clock_problem, self.is_asked_again = sentence, again

    def read_devices(self) -> Sequence[DeviceState]:
        if self.broken:
            raise OSError("gone")
        return [
            DeviceState(
                name="HP", role="page_printer", driver="folder", state=self.paper, simulated=False
            ),
            DeviceState(name="X", role="coffee_maker", driver="usb", state="ready", simulated=True),
        ]


def test_the_bar_says_what_waits_and_how_many_numbers_are_left() -> None:
    station = FakeStation()

    station.presenter.refresh()
    station.store.do()

    assert (station.bar.waiting, station.bar.refused, station.bar.numbers_left) == (2, 1, 82)
    assert station.numbers == [82]
    assert station.presenter.waiting == 2


def test_only_one_reading_is_under_way_and_the_clock_goes_on_meanwhile() -> None:
    station = FakeStation()
    station.presenter.refresh()
    station.at += timedelta(minutes=1)

    station.presenter.refresh()

    assert station.store.waiting == 1
    assert station.bar.now == MONDAY + timedelta(minutes=1)


def test_a_device_says_its_trouble_in_words_and_roles_without_a_place_are_left_out() -> None:
    station = FakeStation()
    station.paper = "out_of_paper"

    station.presenter.ask_devices()
    station.presenter.ask_devices()
    assert station.printer.waiting == 1
    station.printer.do()

    (printer,) = station.bar.devices
    assert (printer.role, printer.problem) == (DeviceRole.PRINTER, "hết giấy")


def test_a_printer_that_answers_nothing_is_not_in_trouble() -> None:
    station = FakeStation()
    station.paper = "unknown"

    station.presenter.ask_devices()
    station.printer.do()

    assert station.bar.devices[0].problem is None


def test_the_line_is_down_since_the_first_round_that_failed() -> None:
    station = FakeStation()
    station.presenter.on_round_ended(ProvinceUnreachableError("no route"))
    station.at += timedelta(minutes=5)
    station.presenter.on_round_ended(ProvinceUnreachableError("no route"))
    assert (station.bar.link, station.bar.offline_since) == (Link.OFFLINE, MONDAY)

    station.presenter.on_round_ended(None)

    assert (station.bar.link, station.bar.offline_since) == (Link.ONLINE, None)


def test_a_station_that_no_province_knows_says_so() -> None:
    station = FakeStation()
    station.enrolled = False
    station.presenter.refresh()
    station.store.do()

    station.presenter.on_round_begun()
    assert not station.bar.syncing
    station.presenter.on_round_ended(NotEnrolledError("nobody"))

    assert station.bar.link is Link.NOT_ENROLLED


def test_a_round_that_was_asked_for_is_seen_until_it_ends() -> None:
    station = FakeStation()
    station.presenter.on_round_ended(None)

    station.presenter.on_round_begun()
    assert station.bar.syncing

    station.presenter.on_round_ended(None)
    assert not station.bar.syncing


def test_what_cannot_be_read_is_told_and_asked_again() -> None:
    station = FakeStation()
    station.broken = True
    station.presenter.refresh()
    station.presenter.ask_devices()
    station.store.do()
    station.printer.do()
    assert len(station.failures) == 2

    station.broken = False
    station.presenter.refresh()
    station.store.do()

    assert station.bar.numbers_left == 82


@pytest.mark.parametrize(
    ("days", "item"),
    [
        (None, None),
        (0, ("Danh mục 0 ngày", Tone.MUTE)),
        (30, ("Danh mục 30 ngày", Tone.MUTE)),
        (31, ("Danh mục 31 ngày", Tone.WARN)),
    ],
)
def test_a_catalogue_older_than_thirty_days_is_amber(
    days: int | None, item: tuple[str, Tone] | None
) -> None:
    station = FakeStation()
    station.catalogue_days = days

    station.presenter.refresh()
    station.store.do()

    shown = [(i.text, i.tone) for i in status_items(station.bar) if "Danh mục" in i.text]
    assert shown == ([item] if item else [])


def test_what_must_leave_today_stays_in_the_bar_until_it_has_left() -> None:
    station = FakeStation()

    station.presenter.on_called_out("2 bìa phải đi hôm nay", Tone.WARN)

    (item,) = [i for i in status_items(station.bar) if "bìa" in i.text]
    assert (item.text, item.tone, item.stays) == ("2 bìa phải đi hôm nay", Tone.WARN, True)
    station.presenter.on_called_out("", Tone.WARN)
    assert not [i for i in status_items(station.bar) if "bìa" in i.text]


def test_n14_the_day_that_an_officer_states_is_taken_or_refused_in_words() -> None:
    station = FakeStation()

    station.presenter.on_day_stated("31/11", "")
    station.store.do()
    refused = station.clock_problem
    station.presenter.on_day_stated("27/11", "9:00")
    station.store.do()

    assert refused.endswith("(CLK-002)")
    assert station.clock_problem == ""
    clock = next(status.clock for status in station.shown if status.clock is not None)
    assert clock.correction.by == "officer-confirmed"
    assert station.bar.now == MONDAY + timedelta(days=4)


def words_of_line(station: FakeStation) -> tuple[str, Tone]:
    item = status_items(station.bar)[0]
    return item.text, item.tone


def test_a_paused_line_is_said_until_its_time_is_over_and_then_that_it_goes_on() -> None:
    station = FakeStation()
    station.presenter.on_round_ended(None)

    station.presenter.on_paused(PAUSE, goes_on=True)
    assert (station.bar.syncing, station.bar.paused_until) == (True, PAUSE.until)
    station.presenter.on_round_ended(LinePausedError(PAUSE, MONDAY))

    assert not station.bar.syncing
    assert station.bar.link is Link.ONLINE  # nobody asked the server
    assert words_of_line(station) == ("Tạm dừng gửi đến 10:00", Tone.WARN)
    station.pause, station.at = PAUSE, PAUSE.until
    station.presenter.refresh()
    station.store.do()
    assert words_of_line(station) == ("Hết tạm dừng, tự gửi tiếp từ 10:00", Tone.OK)
    station.at += timedelta(hours=1)
    station.presenter.refresh()
    assert words_of_line(station) == ("Có mạng", Tone.OK)


def test_a_pause_outlives_the_program_and_no_round_is_said_to_be_under_way() -> None:
    station = FakeStation()
    station.pause = PAUSE

    station.presenter.on_round_ended(LinePausedError(PAUSE, MONDAY))
    station.store.do()
    station.presenter.on_round_begun()

    assert words_of_line(station) == ("Tạm dừng gửi đến 10:00", Tone.WARN)
    assert not station.bar.syncing


def test_a_line_that_is_gone_after_a_pause_is_not_said_to_go_on() -> None:
    station = FakeStation()
    station.pause, station.at = PAUSE, PAUSE.until + timedelta(minutes=3)
    station.presenter.on_round_ended(ProvinceUnreachableError("cut"))
    station.store.do()

    assert words_of_line(station)[0].startswith("Mất mạng")


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        (("27/12",), False),
        (("27/12", " 27/12 "), True),
        (("27/12", "31/11", "27/12"), False),  # the second time is right after the first
        (("27/12", "27/11"), True),  # it was a slip of the hand
    ],
)
def test_n14_a_day_that_is_far_off_is_taken_when_it_came_twice(
    typed: tuple[str, ...], taken: bool
) -> None:
    station = FakeStation()

    for day in typed:
        station.presenter.on_day_stated(day.strip(), "")
        station.store.do()

    assert (station.clock_problem == "") is taken
    assert station.is_asked_again is not taken


def test_n14_a_day_that_is_far_off_is_asked_back_in_words() -> None:
    station = FakeStation()

    station.presenter.on_day_stated("27/12", "")
    station.store.do()

    assert "34 ngày sau" in station.clock_problem
    assert station.clock_problem.endswith("(CLK-004)")
