"""What stands above every page when the station is in trouble, with invented data."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtWidgets import QLineEdit

from station.domain.clock_guard import BY_OFFICER, BY_SERVER, Correction, WrongClockError
from station.domain.line_pause import LinePause, pause_ends
from ui.desks.clock import ClockState
from ui.desks.server import NotHere
from ui.desktop.frame.desk_frame import DeskFrame
from ui.desktop.frame.view_model import SearchResults, StationStatus
from ui.desktop.gallery import samples
from ui.desktop.gallery.english import spoken
from ui.desktop.kit.tone import Tone
from ui.desktop.server_sheet import ServerSheet

_PAUSE = LinePause(at=samples.NOW, until=samples.NOW + timedelta(minutes=15), by="Hạnh")
_FOUND = ServerSheet(
    title="Máy chủ có hồ sơ 0500",
    lines=(
        ("Mã hồ sơ", "H42.15-260924-0500"),
        ("Thủ tục", "Tách thửa, hợp thửa đất"),
        ("Tình trạng", "Đang giải quyết"),
        ("Tiếp nhận", "08:41 24/09, Quầy 5"),
        ("Việc cuối", "Nơi giải quyết nhận, 09:02 24/09, cơ quan giải quyết"),
        ("Đã ghi", "6 việc"),
        ("Tệp quét", "có 7/8"),
    ),
    note=("Hỏi lúc 09:41. Không ở máy này: giấy tờ, giấy hẹn, kết quả hỏi ở quầy ấy."),
)
_NOTHING = ServerSheet(
    title="Máy chủ không có hồ sơ 0500",
    note=("Hỏi lúc 09:41. Xem lại mã. Quầy khác vừa nhận mà chưa gửi thì máy chủ cũng chưa biết."),
    tone=Tone.WARN,
)
_LONG_AGO = datetime(2019, 1, 1, 0, 15, tzinfo=samples.NOW.tzinfo)


def frame_scenes(frame: DeskFrame, page: Callable[[], None]) -> dict[str, Callable[[], None]]:
    """Give the scenes; ``page`` shows what stands below."""

    def clock(state: ClockState) -> None:
        page()
        frame.show_status(replace(samples.status(), clock=state, now=state.now))

    def ask() -> None:
        clock(_unknown())
        frame.clock.ask.click()

    def refused() -> None:
        ask()
        said = (
            "“23/09” trước 24/09/2026, là ngày của việc cuối trong nhật ký. Chưa ghi gì; mọi việc"
            " đã ghi vẫn nguyên. Xem lại ngày hôm nay. Nếu đúng, việc cuối đã ghi theo giờ sai: báo"
            " quản trị. (CLK-003)"
        )
        frame.show_clock_problem(spoken(said))

    def line(days: int, status: StationStatus) -> None:
        page()
        since = samples.NOW.replace(hour=8, minute=12) - timedelta(days=days)
        frame.show_status(replace(status, offline_since=since, waiting=12 + 40 * days))

    def paused() -> None:
        page()
        frame.show_status(replace(samples.status(offline=False), pause=_PAUSE, waiting=12))

    def ask_pause() -> None:
        page()
        frame.ask_pause(pause_ends(samples.NOW), samples.NOW)

    def nothing_found() -> None:
        page()
        frame.enter_search()
        query = "260924-0500"
        field = frame.focusWidget()
        if isinstance(field, QLineEdit):
            field.setText(query)
        since = NotHere(samples.NOW.replace(hour=9, minute=10), f"H42.15-{query}")
        frame.show_search(SearchResults(query, (), 0, since))

    def server(sheet: ServerSheet) -> None:
        page()
        frame.show_server(replace(spoken(sheet), is_awaited=True))

    usual = samples.status()
    pressing = replace(usual, clocks_not_begun=3, numbers=100, numbers_left=17)
    return {
        "line-first-day": lambda: line(0, usual),
        "line-third-day": lambda: line(2, pressing),
        "line-paused": paused,
        "line-pause-asked": ask_pause,
        "search-not-here": nothing_found,
        "server-found": lambda: server(_FOUND),
        "server-nothing": lambda: server(_NOTHING),
        "clock-unknown": lambda: clock(_unknown()),
        "clock-asked": ask,
        "clock-refused": refused,
        "clock-server": lambda: clock(_off(BY_SERVER, -timedelta(hours=25))),
        "clock-officer": lambda: clock(_off(BY_OFFICER, timedelta(minutes=48))),
    }


def _unknown() -> ClockState:
    known = samples.NOW - timedelta(minutes=20)
    return ClockState(
        machine_at=_LONG_AGO,
        now=_LONG_AGO,
        correction=Correction(),
        problem=WrongClockError(_LONG_AGO, known, "journal"),
    )


def _off(by: str, offset: timedelta) -> ClockState:
    return ClockState(
        machine_at=samples.NOW - offset,
        now=samples.NOW,
        correction=Correction(by, offset),
        problem=None,
    )
