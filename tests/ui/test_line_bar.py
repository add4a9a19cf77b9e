"""N13: three days without a line. The bar grows from grey to amber and opens nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from station.domain.line_pause import LinePause
from station.ports.outbox import EventCounts
from station.ports.province import ProvinceUnreachableError
from tests.builders import MONDAY
from tests.ui.heard import told
from tests.ui.test_status_presenter import FakeStation
from ui.desktop.frame.line_bar import PATIENCE, LineBar
from ui.desktop.frame.view_model import Link, StationStatus
from ui.desktop.kit.button import Button
from ui.desktop.kit.tone import Tone
from ui.desktop.status.presenter import StoreState

AWAY = StationStatus(
    now=MONDAY,
    link=Link.OFFLINE,
    offline_since=MONDAY - timedelta(minutes=48),
    waiting=12,
    numbers=100,
    numbers_left=82,
)


@pytest.fixture
def bar(qapp: QApplication) -> LineBar:
    return LineBar()


def said(bar: LineBar, status: StationStatus) -> tuple[str, Tone] | None:
    bar.show_state(status)
    return None if bar.isHidden() else bar._told


@pytest.mark.parametrize(
    "changes",
    [
        {"link": Link.ONLINE, "offline_since": None},
        {"link": Link.NOT_ENROLLED},
        {"offline_since": None},
        {"offline_since": MONDAY - PATIENCE + timedelta(seconds=1)},
    ],
)
def test_n13_a_line_that_is_there_or_was_away_shortly_says_nothing(
    bar: LineBar, changes: dict[str, object]
) -> None:
    assert said(bar, replace(AWAY, **changes)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "words", "tone"),
    [
        ({}, "Mất mạng từ 08:12: 12 việc chờ gửi, an toàn ở máy này.", Tone.MUTE),
        ({"offline_since": MONDAY - timedelta(days=1)}, "Mất mạng ngày thứ 2", Tone.WARN),
        ({"offline_since": MONDAY - timedelta(days=2)}, "ngày thứ 3 (từ 09:00 21/11)", Tone.WARN),
        ({"clocks_not_begun": 3}, "3 hồ sơ phi địa giới chưa chạy hạn", Tone.WARN),
        ({"numbers_left": 19}, "còn 19/100 số hôm nay: gọi tỉnh xin thêm", Tone.WARN),
    ],
)
def test_n13_the_bar_grows_with_the_days_and_names_what_presses(
    bar: LineBar, changes: dict[str, object], words: str, tone: Tone
) -> None:
    is_told = said(bar, replace(AWAY, **changes))  # type: ignore[arg-type]

    assert is_told is not None
    assert words in is_told[0]
    assert is_told[1] is tone


def test_n13_a_small_window_says_less(bar: LineBar) -> None:
    bar.set_compact(True)

    assert said(bar, AWAY) == ("Mất mạng ngày thứ 1: 12 chờ gửi", Tone.MUTE)


def test_a_paused_line_is_said_above_every_page_with_what_takes_it_back(bar: LineBar) -> None:
    wishes = told(bar.resume_wanted)
    pause = LinePause(at=MONDAY, until=MONDAY + timedelta(hours=22), by="Hạnh")
    paused = replace(AWAY, pause=pause)

    words, tone = said(bar, paused) or ("", Tone.OK)
    assert words.startswith("Hạnh tạm dừng gửi đến 07:00 24/11, máy tự gửi tiếp: 12 việc chờ gửi")
    assert tone is Tone.WARN
    (offered,) = [one for one in bar.findChildren(Button) if not one.isHidden()]
    offered.click()
    assert (offered.text(), len(wishes)) == ("Gửi tiếp", 1)

    assert "Đang gửi nốt phần dở" in (said(bar, replace(paused, syncing=True)) or ("",))[0]
    assert said(bar, replace(paused, link=Link.NOT_ENROLLED)) is None
    assert said(bar, replace(AWAY, link=Link.ONLINE)) is None
    assert (said(bar, AWAY) or ("",))[0].startswith("Mất mạng")
    assert [one.text() for one in bar.findChildren(Button) if not one.isHidden()] == ["Xem đồng bộ"]


def test_n13_who_starts_the_program_on_the_third_day_is_told_since_when_there_is_no_line() -> None:
    station = FakeStation()
    left = MONDAY - timedelta(days=2)
    state = StoreState(
        events=EventCounts(waiting=9, sent=5, refused=0),
        numbers_left=82,
        enrolled=True,
        contact_at=left,
        clocks_not_begun=1,
    )
    station.read = lambda: state  # type: ignore[method-assign]

    station.presenter.on_round_ended(ProvinceUnreachableError("cut"))
    station.store.do()

    assert station.bar.offline_since == left
    assert station.bar.clocks_not_begun == 1
