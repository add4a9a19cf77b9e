"""The home page: every state of the morning check in plain words, and the day's work in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
import uuid6

from station.domain.clock_guard import Correction, WrongClockError
from station.domain.dossier import DossierStatus
from station.domain.line_pause import LinePause
from station.domain.time_left import TimeLeft
from station.errors import StationError
from station.forms.templates import BadTemplatesError
from station.ports.devices import DeviceState
from station.ports.drafts import KeptDraft
from station.ports.outbox import EventCounts, FileCounts, RefusedEvent, SyncStatus
from station.ports.province import Problem
from tests.builders import MONDAY
from tests.ui.fake_tasks import InPlace, Later
from tests.ui.rows import a_row
from ui.desks.clock import ClockState
from ui.desks.home import DayWork, LeftDraft, StoreCheck
from ui.desktop.frame.view_model import Link, StationStatus
from ui.desktop.home.presenter import HomePresenter
from ui.desktop.home.view_model import CheckLine, CheckSheet, WorkSheet
from ui.desktop.kit.tone import Tone

WELL = StoreCheck(
    clock=ClockState(machine_at=MONDAY, now=MONDAY, correction=Correction(), problem=None),
    enrolled=True,
    numbers_left=82,
    numbers=100,
    catalogue_days=2,
    sync=SyncStatus(
        events=EventCounts(waiting=0, sent=9, refused=0),
        files=FileCounts(waiting=0, sent=0),
        last_contact_at=MONDAY,
        clock_offset_s=2.2,
    ),
    papers_waiting=0,
    templates=None,
    disk_free=41_000_000_000,
    drafts=0,
)
ONLINE = StationStatus(now=MONDAY, link=Link.ONLINE)
NO_WORK = DayWork(
    refused=(),
    twins=(),
    overdue=(),
    overdue_count=0,
    due_today=(),
    left_today=(),
    drafts=(),
    to_supplement=(),
    to_sign=0,
    to_approve=0,
    answers=(),
    to_collect=0,
    received=0,
)


def device(role: str, state: str = "ready", name: str = "") -> DeviceState:
    return DeviceState(
        name=name or role, role=role, driver="network", address="x", state=state, simulated=False
    )


DEVICES = tuple(device(one) for one in ("page_printer", "receipt_printer", "id_reader", "scanner"))


@dataclass
class Morning:
    """The store, the devices, and the page."""

    check_: StoreCheck = WELL
    work_: DayWork = NO_WORK
    devices: Sequence[DeviceState] | Exception = DEVICES
    status: StationStatus = ONLINE
    checks: CheckSheet = field(default_factory=CheckSheet)
    sheet: WorkSheet = field(default_factory=WorkSheet)
    problem: str = ""
    asked: int = 0
    opened: list[KeptDraft] = field(default_factory=list)

    def check(self) -> StoreCheck:
        return self.check_

    def work(self) -> DayWork:
        return self.work_

    def ask(self) -> Sequence[DeviceState]:
        self.asked += 1
        if isinstance(self.devices, Exception):
            raise self.devices
        return self.devices

    def show_checks(self, sheet: CheckSheet) -> None:
        self.checks = sheet

    def show_work(self, sheet: WorkSheet) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def presenter(self, *, devices: Any = None) -> HomePresenter:
        return HomePresenter(
            self,
            source=self,
            devices=self.ask,
            status=lambda: self.status,
            now=lambda: MONDAY,
            open_draft=self.opened.append,
            store_worker=InPlace(),
            device_worker=devices or InPlace(),
            language="vi",
        )

    def line(self, name: str) -> CheckLine:
        return next(line for line in self.checks.lines if line.name == name)


def test_a_broken_file_of_forms_is_said_with_what_to_do_and_papers_are_printed_meanwhile() -> None:
    morning = Morning(check_=replace(WELL, templates=BadTemplatesError("no JSON")))

    morning.presenter().refresh()

    line = morning.line("Mẫu giấy")
    assert line.tone is Tone.WARN
    assert "Alt+M" in line.advice
    assert "Vẫn in được" in line.meanwhile


def test_a_good_morning_is_said_in_one_sentence() -> None:
    morning = Morning()

    morning.presenter().refresh()

    assert (morning.checks.summary, morning.checks.tone) == ("Sẵn sàng: 12/12 mục tốt", Tone.OK)
    assert {line.tone for line in morning.checks.lines} == {Tone.OK}
    assert morning.line("Đồng hồ").state == "09:00, lệch máy chủ 2 giây"
    assert morning.line("Số hồ sơ").state == "còn 82/100 số"
    assert morning.line("Danh mục").state == "nhận 2 ngày trước"


SERVER_EVENTS = replace(WELL.sync, events=EventCounts(waiting=3, sent=9, refused=0))
SENT_BACK = replace(WELL.sync, events=EventCounts(waiting=3, sent=9, refused=1))


@pytest.mark.parametrize(
    ("changes", "name", "state", "tone"),
    [
        ({"numbers_left": 19}, "Số hồ sơ", "còn 19/100 số", Tone.WARN),
        ({"numbers_left": 0}, "Số hồ sơ", "hết số hôm nay", Tone.ERR),
        ({"catalogue_days": 31}, "Danh mục", "nhận 31 ngày trước", Tone.WARN),
        ({"catalogue_days": 0}, "Danh mục", "nhận hôm nay", Tone.OK),
        ({"catalogue_days": None}, "Danh mục", "bản kèm chương trình", Tone.INFO),
        ({"sync": SERVER_EVENTS}, "Chờ gửi", "3 việc chờ gửi", Tone.INFO),
        ({"sync": SENT_BACK}, "Chờ gửi", "1 việc bị trả lại", Tone.ERR),
        ({"papers_waiting": 2}, "Giấy chờ in", "2 tờ chưa ra giấy", Tone.WARN),
        ({"disk_free": 1_900_000_000}, "Đĩa", "còn 1,9 GB", Tone.WARN),
        ({"disk_free": 400_000_000}, "Đĩa", "còn 0,4 GB", Tone.ERR),
        ({"drafts": 2}, "Đang dở", "2 bản, mở ở danh sách bên", Tone.INFO),
        ({"enrolled": False}, "Đường truyền", "chưa nối máy chủ tỉnh", Tone.INFO),
    ],
)
def test_what_is_not_as_it_should_be_says_what_to_do(
    changes: dict[str, Any], name: str, state: str, tone: Tone
) -> None:
    morning = Morning(check_=replace(WELL, **changes))

    morning.presenter().refresh()

    line = morning.line(name)
    assert (line.state, line.tone) == (state, tone)
    assert line.advice or tone is Tone.OK or name == "Đang dở"
    if name == "Số hồ sơ":  # the round with the province brings none
        assert "sync enrol" in line.advice
        assert "F5" not in line.advice


def test_a_wrong_clock_comes_first_and_stops_the_day() -> None:
    wrong = WrongClockError(MONDAY, MONDAY + timedelta(days=1), "journal")
    morning = Morning(check_=replace(WELL, clock=replace(WELL.clock, problem=wrong)))

    morning.presenter().refresh()

    first = morning.checks.lines[0]
    assert first.state == "09:00 23/11: trước việc đã ghi lúc 09:00 24/11"
    assert first.advice.startswith("Gõ ngày hôm nay (Alt+J)")
    assert morning.checks.summary == "Đồng hồ sai: chỉnh trước khi tiếp nhận"
    assert morning.checks.tone is Tone.ERR


def test_n14_a_clock_that_is_put_right_is_told_with_both_times() -> None:
    ahead = replace(
        WELL.clock,
        machine_at=MONDAY + timedelta(days=1),
        correction=Correction("server-corrected", -timedelta(days=1)),
    )
    morning = Morning(check_=replace(WELL, clock=ahead))

    morning.presenter().refresh()

    first = morning.checks.lines[0]
    assert first.state == "giấy hẹn ghi 09:00 (máy ghi 09:00 24/11)"
    assert first.tone is Tone.ERR
    assert morning.checks.tone is Tone.WARN  # the day can begin


def test_without_a_line_work_goes_on() -> None:
    since = MONDAY - timedelta(hours=1)
    status = StationStatus(now=MONDAY, link=Link.OFFLINE, offline_since=since)
    morning = Morning(status=status)

    morning.presenter().refresh()

    line = morning.line("Đường truyền")
    assert line.state == "mất mạng từ 08:00"
    assert line.meanwhile.startswith("Vẫn tiếp nhận được")


def test_a_paused_line_is_named_so_and_with_what_ends_it() -> None:
    pause = LinePause(at=MONDAY, until=MONDAY + timedelta(hours=1), by="Hạnh")
    morning = Morning(status=StationStatus(now=MONDAY, link=Link.OFFLINE, pause=pause))

    morning.presenter().refresh()

    line = morning.line("Đường truyền")
    assert (line.state, line.tone) == ("tạm dừng gửi đến 10:00", Tone.WARN)
    assert "Ctrl+F5" in line.advice


def test_a_broken_device_says_what_to_do_and_what_can_be_done_without_it() -> None:
    morning = Morning(devices=(*DEVICES[:3], device("scanner", "offline", "Canon")))

    morning.presenter().refresh()

    first = morning.checks.lines[0]
    assert (first.name, first.state) == ("Máy quét", "Canon: tắt hoặc chưa nối")
    assert first.advice.startswith("Bật máy")
    assert first.meanwhile.startswith("Vẫn tiếp nhận được")
    assert morning.checks.summary == "1 mục cần xem, vẫn làm việc được"


def test_one_printer_that_works_is_enough() -> None:
    broken = device("page_printer", "offline", "HP")
    morning = Morning(devices=(broken, *DEVICES))

    morning.presenter().refresh()

    assert morning.line("Máy in trang").tone is Tone.OK
    assert morning.line("Máy in trang").state == "page_printer: sẵn sàng (+1 máy)"


def test_a_counter_without_a_device_is_told_where_to_look() -> None:
    morning = Morning(devices=DEVICES[:2])

    morning.presenter().refresh()

    assert morning.line("Máy quét").state == "chưa khai báo"
    assert "Ctrl+O" in morning.line("Máy quét").advice


def test_devices_that_sleep_hold_nothing_else_up() -> None:
    later, morning = Later(), Morning()

    presenter = morning.presenter(devices=later)
    presenter.refresh()
    presenter.refresh()

    assert morning.line("Đồng hồ").tone is Tone.OK
    assert morning.line("Máy quét").state == "đang hỏi…"
    assert morning.checks.asking
    later.do()
    assert morning.checks.summary == "Sẵn sàng: 12/12 mục tốt"
    assert morning.asked == 1


def test_checking_again_asks_the_devices_again() -> None:
    morning = Morning()
    presenter = morning.presenter()
    presenter.refresh()
    presenter.refresh()
    assert morning.asked == 1

    presenter.on_again()

    assert morning.asked == 2


def test_devices_that_cannot_be_asked_are_said_and_the_rest_stays() -> None:
    class DeafError(StationError):
        code = "DEV-021"

    morning = Morning(devices=DeafError("x"))

    morning.presenter().refresh()

    assert "DEV-021" in morning.problem
    assert morning.line("Số hồ sơ").tone is Tone.OK
    assert not morning.checks.asking


def test_work_is_listed_by_how_much_it_presses() -> None:
    late = a_row(1, due_at=MONDAY - timedelta(days=1))
    today = a_row(2, due_at=MONDAY + timedelta(hours=7))
    lacking = a_row(3, due_at=None, status=DossierStatus.WAITING_SUPPLEMENT)
    back = RefusedEvent(
        event_id=uuid6.uuid7(),
        sequence=5,
        dossier_id=uuid6.uuid7(),
        dossier_code=a_row(4).dossier_code,
        kind="DossierReceived",
        problem=Problem(type="urn:x", title="Thiếu ngày cấp", title_en="No date", field=None),
        refused_at=MONDAY,
    )
    draft = a_draft(MONDAY - timedelta(minutes=20), applicant={"full_name": "Lê Văn Tám"})
    morning = Morning(
        work_=DayWork(
            refused=(back,),
            twins=(a_row(5, due_at=None, twin_code="H25-261123-0508"),),
            overdue=(late,),
            overdue_count=13,
            due_today=(today,),
            left_today=(TimeLeft(timedelta(hours=5, minutes=59), is_today=True),),
            drafts=(LeftDraft(draft, "Khai sinh"),),
            to_supplement=(lacking,),
            to_sign=7,
            to_approve=2,
            answers=(),
            to_collect=14,
            received=18,
        )
    )

    morning.presenter().refresh()

    assert [line.words for line in morning.sheet.lines] == [
        "Bị trả lại", "Chờ duyệt", "Trùng quầy", "Quá hạn", "Quá hạn",
        "Còn 5 giờ làm việc",
        "Đang dở",
        "Chờ ký sao y", "Chờ bổ sung",
    ]  # fmt: skip
    assert [line.when for line in morning.sheet.lines[3:]] == [
        "09:00 22/11", "", "16:00", "08:40", "", "–",
    ]  # fmt: skip
    assert morning.sheet.lines[0].who == "Thiếu ngày cấp"
    assert morning.sheet.lines[4].who == "12 hồ sơ nữa"
    assert morning.sheet.lines[6].who == "Lê Văn Tám"
    assert morning.sheet.lines[7].who == "7 bản"
    assert morning.sheet.lines[1].who == "2 việc"
    figures = {caption: figure for caption, figure, _ in morning.sheet.figures}
    assert figures["Quá hạn"] == "13"
    assert figures["Chờ trả"] == "14"
    assert figures["Nhận hôm nay"] == "18"


def test_a_draft_of_the_list_is_opened() -> None:
    draft = a_draft(MONDAY)
    work = replace(NO_WORK, drafts=(LeftDraft(draft, ""),))
    morning = Morning(work_=work)
    presenter = morning.presenter()
    presenter.refresh()

    presenter.on_draft(morning.sheet.lines[0].draft_id)
    presenter.on_draft("nobody's")

    assert morning.opened == [draft]
    assert morning.sheet.lines[0].what == "chưa chọn thủ tục"


def test_nothing_of_another_officer_stays() -> None:
    morning = Morning(work_=replace(NO_WORK, drafts=(LeftDraft(a_draft(MONDAY), ""),)))
    presenter = morning.presenter()
    presenter.refresh()

    presenter.clear()

    assert (morning.sheet.lines, morning.checks.lines) == ((), ())


def a_draft(saved_at: datetime, **description: Any) -> KeptDraft:
    return KeptDraft(
        draft_id=uuid6.uuid7(),
        officer_id="quay3",
        code=None,
        procedure_code=None,
        description=description,
        saved_at=saved_at,
        expires_on=saved_at.date(),
    )
