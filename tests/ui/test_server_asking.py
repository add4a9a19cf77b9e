"""What the province has of a dossier, in words that say what follows for the counter."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import uuid4

import pytest

from station.domain.dossier import DossierStatus
from station.ports.province import (
    ProvinceDossier,
    ProvinceFact,
    ProvinceFile,
    ProvinceUnreachableError,
)
from tests.builders import MONDAY
from tests.ui.fake_tasks import Later
from ui.desks.server import ServerAnswer
from ui.desktop.kit.tone import Tone
from ui.desktop.server_asking import ServerAsking, sheet_of
from ui.desktop.server_sheet import ServerSheet

CODE = "000.00.17.H25-261123-0500"
AGENCY = "000.00.17.H25"


def a_fact(kind: str, station: str, hours: int) -> ProvinceFact:
    at = MONDAY + timedelta(hours=hours)
    return ProvinceFact(
        event_id=uuid4(),
        kind=kind,
        station_id=station,
        officer_id="x",
        occurred_at=at,
        recorded_at=at,
    )


FOUND = ProvinceDossier(
    dossier_code=CODE,
    dossier_id=uuid4(),
    agency_code=AGENCY,
    procedure_code="1.004873",
    status="processing",
    files=(
        ProvinceFile(sha256="a" * 64, present=True),
        ProvinceFile(sha256="b" * 64, present=False),
    ),
    history=(
        a_fact("DossierAcceptedByAgency", "province", 5),
        a_fact("DossierReceived", f"{AGENCY}/5", 0),
    ),
)
ANSWER = ServerAnswer(
    code=CODE,
    asked_at=MONDAY + timedelta(hours=6),
    dossier=FOUND,
    procedure="Xác nhận tình trạng hôn nhân",
    here=None,
)


@dataclass
class FakeLine:
    """The frame, and a province that answers when the test lets it."""

    worker: Later = field(default_factory=Later)
    sheets: list[ServerSheet] = field(default_factory=list)
    is_down: bool = False

    def show_server(self, sheet: ServerSheet) -> None:
        self.sheets.append(sheet)

    def ask(self, code: str) -> ServerAnswer:
        if self.is_down:
            raise ProvinceUnreachableError("cut")
        return replace(ANSWER, code=code)


@pytest.fixture
def line() -> FakeLine:
    return FakeLine()


@pytest.fixture
def asking(line: FakeLine) -> ServerAsking:
    return ServerAsking(line, ask=line.ask, asking_worker=line.worker, language="vi")


def test_of_a_dossier_elsewhere_it_says_where_it_is_and_how_far() -> None:
    sheet = sheet_of(ANSWER, "vi")

    assert sheet.title == "Máy chủ có hồ sơ 0500"
    assert sheet.lines == (
        ("Mã hồ sơ", CODE),
        ("Thủ tục", "Xác nhận tình trạng hôn nhân"),
        ("Tình trạng", "Đang giải quyết"),
        ("Tiếp nhận", "09:00 23/11, Quầy 5"),
        ("Việc cuối", "Nơi giải quyết nhận, 14:00 23/11, cơ quan giải quyết"),
        ("Đã ghi", "2 việc"),
        ("Tệp quét", "có 1/2"),
    )
    assert sheet.note.startswith("Hỏi lúc 15:00. Không ở máy này")


@pytest.mark.parametrize(
    ("here", "status", "note", "tone"),
    [
        (DossierStatus.PROCESSING, "processing", "Máy này cũng ghi vậy.", Tone.OK),
        (DossierStatus.RECEIVED, "processing", "Máy này ghi: đã tiếp nhận. Bấm F5", Tone.WARN),
        (DossierStatus.RECEIVED, "archived_2027", "Máy này ghi: đã tiếp nhận.", Tone.WARN),
    ],
)
def test_of_a_dossier_here_both_sides_are_compared(
    here: DossierStatus, status: str, note: str, tone: Tone
) -> None:
    sheet = sheet_of(replace(ANSWER, here=here, dossier=replace(FOUND, status=status)), "vi")

    assert note in sheet.note
    assert sheet.tone is tone


@pytest.mark.parametrize(
    ("here", "note"),
    [(None, "Xem lại mã."), (DossierStatus.RECEIVED, "Hồ sơ ở máy này nhưng chưa gửi lên")],
)
def test_what_the_province_does_not_have_is_said_with_what_follows(
    here: DossierStatus | None, note: str
) -> None:
    sheet = sheet_of(replace(ANSWER, dossier=None, here=here), "vi")

    assert sheet.title == "Máy chủ không có hồ sơ 0500"
    assert note in sheet.note
    assert sheet.lines == ()


def test_a_history_without_an_act_is_no_reason_to_fail() -> None:
    sheet = sheet_of(replace(ANSWER, dossier=replace(FOUND, history=(), files=())), "en")

    assert [caption for caption, _ in sheet.lines] == ["Code", "Procedure", "State", "Recorded"]


def test_it_says_that_it_asks_and_only_the_newest_question_is_answered(
    line: FakeLine, asking: ServerAsking
) -> None:
    asking.on_asked("000.00.17.H25-261123-0001")
    asking.on_asked(CODE)
    line.worker.do()

    titles = [sheet.title for sheet in line.sheets]
    assert titles == [
        "Đang hỏi máy chủ về 0001…",
        "Đang hỏi máy chủ về 0500…",
        "Máy chủ có hồ sơ 0500",
    ]
    assert [sheet.is_awaited for sheet in line.sheets] == [True, True, False]


def test_a_line_that_is_down_is_said_with_its_code(line: FakeLine, asking: ServerAsking) -> None:
    line.is_down = True

    asking.on_asked(CODE)
    line.worker.do()

    sheet = line.sheets[-1]
    assert (sheet.title, sheet.tone) == ("Chưa hỏi được máy chủ", Tone.ERR)
    assert "(SYN-001)" in sheet.note
