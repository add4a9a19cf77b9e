"""The sync centre: sentences for every state of the line, and what can be done about it."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
import uuid6

from station.domain.line_pause import LinePause
from station.ports.outbox import EventCounts, FileCounts, RefusedEvent, SyncStatus
from station.ports.province import Problem
from station.usecases.fetch_catalogue import FetchedCatalogue
from tests.builders import MONDAY
from tests.ui.fake_tasks import InPlace
from ui.desks.sync import LineState, WaitingDossier
from ui.desktop.frame.view_model import Link, StationStatus
from ui.desktop.kit.tone import Tone
from ui.desktop.sync.field_names import field_named
from ui.desktop.sync.presenter import SyncPresenter
from ui.desktop.sync.view_model import SyncSheet

CODE = "000.00.17.H25-261123-0300"
ALL_SENT = LineState(
    status=SyncStatus(
        events=EventCounts(waiting=0, sent=1_234, refused=0),
        files=FileCounts(waiting=0, sent=9),
        last_contact_at=MONDAY,
        clock_offset_s=-2.4,
    ),
    server="https://motcua.example.gov.vn",
    refused=(),
    waiting=(),
    clocks_not_begun=0,
    twins=0,
    numbers_left=82,
    catalogue=FetchedCatalogue(
        tag="x", at=MONDAY, pack="toan-quoc 118", details={}, circumstances=""
    ),
)
REFUSED = RefusedEvent(
    event_id=uuid6.uuid7(),
    sequence=5,
    dossier_id=uuid6.uuid7(),
    dossier_code=CODE,
    kind="DossierReceived",
    problem=Problem(
        type="urn:x",
        title="Thiếu ngày cấp",
        title_en="No date of issue",
        field="/submitter/issued_on",
    ),
    refused_at=MONDAY,
)
ONLINE = StationStatus(now=MONDAY, link=Link.ONLINE)


@dataclass
class FakeLine:
    """The line and the page."""

    state: LineState = ALL_SENT
    status: StationStatus = ONLINE
    sheet: SyncSheet = field(default_factory=SyncSheet)
    problem: str = ""
    asked: list[str | None] = field(default_factory=list)
    rounds: int = 0

    def look(self) -> LineState:
        return self.state

    def send_again(self, dossier_code: str | None) -> int:
        self.asked.append(dossier_code)
        return 1

    def show_sheet(self, sheet: SyncSheet) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def sync(self) -> None:
        self.rounds += 1


def shown(fake: FakeLine) -> SyncPresenter:
    presenter = SyncPresenter(
        fake,
        line=fake,
        status=lambda: fake.status,
        sync=fake.sync,
        store_worker=InPlace(),
        language="vi",
    )
    presenter.refresh()
    return presenter


def said(fake: FakeLine) -> list[str]:
    return [f"{count} {what}".strip() for count, what, _ in fake.sheet.sentences]


def counts(waiting: int, refused: int, files: int) -> SyncStatus:
    return replace(
        ALL_SENT.status,
        events=EventCounts(waiting=waiting, sent=40, refused=refused),
        files=FileCounts(waiting=files, sent=0),
    )


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/submitter/id_document/issued_on", "người nộp, giấy tờ tuỳ thân, ngày cấp"),
        ("/documents/2/files/0", "giấy tờ, dòng 3, tệp, dòng 1"),
        ("/documents/2/unheard_of", "giấy tờ, dòng 3"),
        ("/events/1/unheard_of", ""),
        ("", ""),
    ],
)
def test_a_pointer_is_said_in_the_words_of_the_counter(pointer: str, words: str) -> None:
    assert field_named(pointer, "vi") == words


def test_when_all_is_sent_two_sentences_say_so() -> None:
    fake = FakeLine()

    shown(fake)

    assert said(fake) == ["1.234 việc đã nằm ở máy chủ.", "Không có gì chờ gửi."]
    assert {tone for *_, tone in fake.sheet.sentences} == {Tone.OK}
    assert dict(fake.sheet.facts) == {
        "Lần liên lạc cuối": "09:00 23/11",
        "Máy chủ": "motcua.example.gov.vn",
        "Giờ máy này lệch": "-2 giây",
        "Số hồ sơ còn lại": "82",
        "Danh mục nhận về": "toan-quoc 118, 23/11",
    }


def test_what_was_sent_back_comes_first_with_its_field() -> None:
    waits = WaitingDossier(
        dossier_code="000.00.17.H25-261123-0301",
        kinds=("DossierReceived", "FeeCollected", "SlipPrinted", "DossierForwarded"),
        since=MONDAY + timedelta(hours=1),
    )
    office = WaitingDossier(dossier_code=None, kinds=("ShiftOpened", "Unheard"), since=MONDAY)
    fake = FakeLine(
        replace(ALL_SENT, status=counts(6, 1, 3), refused=(REFUSED,), waiting=(waits, office))
    )

    shown(fake)

    assert said(fake) == [
        "1 việc máy chủ trả lại, cần anh/chị xem.",
        "6 việc đang chờ gửi, nằm an toàn ở máy này.",
        "3 tệp quét đang chờ gửi, tự gửi tiếp khi có mạng.",
        "40 việc đã nằm ở máy chủ.",
    ]
    first, second, third = fake.sheet.lines
    assert (first.short_code, first.reason) == ("0300", "Thiếu ngày cấp: người nộp, ngày cấp")
    assert (second.what, second.since) == ("Tiếp nhận, Thu phí, In giấy tờ +1", "10:00 23/11")
    assert (third.short_code, third.what) == ("của trạm", "Mở ca, việc khác")
    assert [line.is_refused for line in fake.sheet.lines] == [True, False, False]


def test_without_a_line_it_says_since_when_and_that_work_goes_on() -> None:
    offline = StationStatus(now=MONDAY, link=Link.OFFLINE, offline_since=MONDAY)
    fake = FakeLine(replace(ALL_SENT, status=counts(2, 0, 0)), offline)

    shown(fake)

    assert said(fake)[0].startswith("Mất mạng từ 09:00. Vẫn tiếp nhận bình thường")


def test_a_station_without_a_server_says_that_everything_stays_here() -> None:
    never = replace(ALL_SENT.status, last_contact_at=None, clock_offset_s=None)
    fake = FakeLine(replace(ALL_SENT, status=never, server=None, catalogue=None))

    shown(fake)

    assert said(fake)[0].startswith("Máy này chưa nối")
    assert dict(fake.sheet.facts)["Lần liên lạc cuối"] == "chưa lần nào"


def test_a_round_begins_now_and_what_was_sent_back_goes_again() -> None:
    fake = FakeLine(replace(ALL_SENT, status=counts(0, 1, 0), refused=(REFUSED,)))
    presenter = shown(fake)

    presenter.on_sync()
    presenter.on_send_again(CODE)
    presenter.on_send_again("")

    assert (fake.asked, fake.rounds) == ([CODE, None], 3)


def test_n15_a_dossier_that_another_counter_received_too_is_told() -> None:
    line = FakeLine(replace(ALL_SENT, twins=2))

    shown(line)

    assert "2 hồ sơ trùng với quầy khác, chờ trưởng bộ phận (Bàn làm việc, Alt+0)." in said(line)


def test_a_paused_line_says_who_needs_it_and_when_it_goes_on_by_itself() -> None:
    pause = LinePause(at=MONDAY, until=MONDAY + timedelta(minutes=15), by="Hạnh")
    fake = FakeLine(replace(ALL_SENT, status=counts(2, 0, 0), pause=pause))

    presenter = shown(fake)

    assert said(fake)[0] == "Hạnh tạm dừng gửi lúc 09:00, đến 09:15 máy tự gửi tiếp."
    assert (fake.sheet.can_pause, fake.sheet.is_paused) == (True, True)
    fake.status = replace(ONLINE, now=pause.until)
    presenter.refresh()
    assert said(fake)[0] == "Tạm dừng của Hạnh đã hết lúc 09:15; máy đã tự gửi tiếp."
    assert not fake.sheet.is_paused
    fake.status = replace(ONLINE, now=pause.until + timedelta(days=1))
    presenter.refresh()
    assert said(fake)[0].startswith("2 việc đang chờ gửi")


def test_what_has_no_server_has_nothing_to_pause() -> None:
    fake = FakeLine(replace(ALL_SENT, server=None))

    shown(fake)

    assert not fake.sheet.can_pause
