"""The support page: how a station is, for somebody at the other end of a telephone.

There is no support centre near a commune, and whoever helps has never seen the computer. The page
is one text that can be read aloud or sent to anybody: it holds no name, no number of a person, no
code and nothing of a dossier, only counts, states and error codes.
"""

import platform
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from station.ports.devices import DeviceState
from station.release import program_version
from station.usecases.pause_line import pause_that_holds
from station.words import Language, Words, clock, figures, numeric_date
from ui.desks.desk import Desk
from ui.desks.home import HomeDesk, StoreCheck
from ui.diagnostics import recent_diagnostics

_MB = 1_000_000
_LONGEST_REASON = 60
_W: Final[dict[str, Words]] = {
    "title": {"vi": "TRẠM MỘT CỬA: GÓI HỖ TRỢ", "en": "ONE-STOP STATION: SUPPORT PAGE"},
    "nobody": {
        "vi": "Không có tên, số giấy tờ hay hồ sơ của ai ở đây: gửi cho người hỗ trợ được.",
        "en": "Nobody's name, number or dossier is in here: it may be sent to whoever helps.",
    },
    "written": {"vi": "Lập lúc", "en": "Written at"},
    "station": {"vi": "Trạm", "en": "Station"},
    "training": {"vi": "tập huấn", "en": "training"},
    "program": {"vi": "Chương trình", "en": "Program"},
    "window": {"vi": "Cửa sổ", "en": "Window"},
    "machine": {"vi": "Giờ máy tính", "en": "The computer's time"},
    "source": {"vi": "giờ việc theo", "en": "acts bear the time of"},
    "line": {"vi": "Máy chủ tỉnh", "en": "The province"},
    "enrolled": {"vi": "đã nối", "en": "enrolled"},
    "not_enrolled": {"vi": "chưa nối", "en": "not enrolled"},
    "contact": {"vi": "liên lạc cuối", "en": "last contact"},
    "paused": {"vi": "tạm dừng gửi đến", "en": "paused until"},
    "waiting": {"vi": "Chờ gửi", "en": "To be sent"},
    "acts": {"vi": "việc", "en": "acts"},
    "files": {"vi": "tệp", "en": "files"},
    "refused": {"vi": "Bị trả lại", "en": "Refused"},
    "numbers": {"vi": "Số hồ sơ còn", "en": "Numbers left"},
    "catalogue": {"vi": "Danh mục của tỉnh (số ngày)", "en": "The province's catalogue (days)"},
    "papers": {"vi": "Giấy chờ in", "en": "Papers not printed"},
    "templates": {"vi": "Mẫu giấy của đơn vị", "en": "The office's own forms"},
    "well": {"vi": "tốt", "en": "well"},
    "disk": {"vi": "Đĩa còn, kho dữ liệu (MB)", "en": "Disk left, store (MB)"},
    "devices": {"vi": "Thiết bị", "en": "Devices"},
    "bugs": {"vi": "Lỗi chương trình gần đây", "en": "Recent faults of the program"},
    "none": {"vi": "không có", "en": "none"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StationFacts:
    """What the store says of a station, without anybody's data."""

    at: datetime
    station_id: str
    training: bool
    check: StoreCheck
    refused: Sequence[tuple[str, str]]
    """The kind of each act that the province refused, and the name of its reason."""
    store_bytes: int
    paused_until: datetime | None = None
    """Nothing is sent before: somebody needs the line."""


class SupportDesk:
    """Reads what the page says. Free of Qt; waits for the disk."""

    def __init__(self, desk: Desk, home: Path) -> None:
        self._desk, self._home = desk, home

    def facts(self) -> StationFacts:
        desk = self._desk
        pause = pause_that_holds(desk.store.outbox, desk.now)
        return StationFacts(
            at=desk.now(),
            station_id=desk.settings.station_id,
            training=desk.settings.training,
            check=HomeDesk(desk, self._home).check(),
            refused=[(one.kind, _reason(one.problem.type)) for one in desk.store.outbox.refused()],
            store_bytes=sum(file.stat().st_size for file in self._home.glob("store.db*")),
            paused_until=None if pause is None else pause.until,
        )


def support_page(
    facts: StationFacts,
    devices: Sequence[DeviceState],
    language: Language,
    *,
    window: str = "",
) -> str:
    """Write the page.

    Args:
        window: toolkit, platform and size of the window; empty where there is none.
    """
    lines = [_W["title"][language], _W["nobody"][language], ""]
    lines += (f"{_W[name][language]}: {said}" for name, said in _said(facts, window, language))
    lines += ["", f"{_W['devices'][language]}:", *_of_devices(devices, language)]
    bugs = [f"  {line}" for text in recent_diagnostics() for line in text.splitlines()]
    lines += ["", f"{_W['bugs'][language]}:", *(bugs or [f"  {_W['none'][language]}"])]
    return "\n".join(lines) + "\n"


def _said(facts: StationFacts, window: str, language: Language) -> Iterator[tuple[str, str]]:
    check, sync = facts.check, facts.check.sync
    trained = f" ({_W['training'][language]})" if facts.training else ""
    yield "written", _moment(facts.at)
    yield "station", facts.station_id + trained
    python = sys.version.split()[0]
    computer = f"{platform.system()} {platform.release()} {platform.machine()}"
    yield "program", f"{program_version()}, Python {python}, {computer}"
    if window:
        yield "window", window
    doubt = f", {check.clock.problem.code}" if check.clock.problem else ""
    source = f"{_W['source'][language]} {check.clock.correction.source}"
    yield "machine", f"{_moment(check.clock.machine_at)}, {source}{doubt}"
    contact = _moment(sync.last_contact_at) if sync.last_contact_at else "–"
    enrolled = _W["enrolled" if check.enrolled else "not_enrolled"][language]
    paused = ""
    if facts.paused_until is not None:
        paused = f", {_W['paused'][language]} {_moment(facts.paused_until)}"
    yield "line", f"{enrolled}, {_W['contact'][language]} {contact}{paused}"
    acts = f"{figures(sync.events.waiting)} {_W['acts'][language]}"
    yield "waiting", f"{acts}, {figures(sync.files.waiting)} {_W['files'][language]}"
    counted = Counter(f"{kind} {code}" for kind, code in facts.refused)
    refused = ", ".join(f"{what} × {count}" for what, count in counted.most_common())
    yield "refused", refused or _W["none"][language]
    yield "numbers", f"{figures(check.numbers_left)}/{figures(check.numbers)}"
    yield "catalogue", "–" if check.catalogue_days is None else figures(check.catalogue_days)
    yield "papers", figures(check.papers_waiting)
    yield "templates", check.templates.code if check.templates else _W["well"][language]
    yield "disk", f"{figures(check.disk_free // _MB)}, {figures(facts.store_bytes // _MB)}"


def _of_devices(devices: Sequence[DeviceState], language: Language) -> list[str]:
    if not devices:
        return [f"  {_W['none'][language]}"]
    return [f"  {one.name}: {one.role}, {one.driver}, {one.state}" for one in devices]


def _reason(type_: str) -> str:
    """Give the last part of the name of a reason; another server's may be long."""
    return type_.rpartition(":")[2][:_LONGEST_REASON]


def _moment(at: datetime) -> str:
    return f"{clock(at)} {numeric_date(at.date())}"
