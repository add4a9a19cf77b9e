"""Where each code leads, without a window."""

from datetime import UTC, datetime, timedelta

import pytest

from station.domain.chip import ChipKeyMissingError
from station.domain.codes import recognise
from station.domain.dossier import Dossier
from station.domain.history import fold
from station.domain.id_card import IdCard
from station.domain.id_text import parse_id_text
from station.domain.ids import DossierCode
from station.domain.journal import VIETNAM
from station.domain.reader_test import READER_TEST_TEXT, ReaderVerdict
from station.domain.slip_code import SlipFacts, sign_slip
from station.errors import StationError
from station.ports.readers import Arrival, ReaderEnd, ReaderHabits
from station.ports.sounds import Sound
from station.usecases.show_papers import SlipCheck
from tests.builders import a_chain, a_reception
from tests.ui.fake_tasks import InPlace, Later
from ui.desktop.codes.presenter import CodePresenter
from ui.desktop.codes.view_model import Notice
from ui.desktop.kit.tone import Tone
from ui.desktop.tasks import Tasks

CARD = "035199012345|168123456|Nguyễn Thị Ánh Tuyết|05031999|Nữ|Tổ 5, Hà Nam|15062021"
NOW = datetime(2026, 11, 23, 15, tzinfo=VIETNAM)
CODE = "000.00.17.H25-261123-0300"
SLIP = sign_slip(
    SlipFacts(
        dossier_code=DossierCode.parse(CODE),
        version=2,
        counter=3,
        due_at=datetime(2026, 12, 1, tzinfo=UTC),
    ),
    lambda message: bytes(64),
)


class UnknownHereError(StationError):
    code = "DOS-011"


class Counter:
    """The presenter, what it was told, and what it let happen."""

    def __init__(self, *, can_play: bool = True, store: Tasks | None = None) -> None:
        self.notice: Notice | None = None
        self.verdict: tuple[ReaderVerdict, str, tuple[str, ...]] | None = None
        self.cards: list[IdCard] = []
        self.offered: list[IdCard] = []
        self.typed: IdCard | None = None
        self.kept: list[ReaderHabits] = []
        self.followed: list[str] = []
        self.can_learn = False
        self.full_disk = False
        self.opened: list[str] = []
        self.guided: list[str] = []
        self.taken: list[str] = []
        self.sounds: list[Sound] = []
        self.page_sounds = False
        self.check = SlipCheck(
            valid=True, dossier_code=CODE, version=2, superseded=False, reason="genuine"
        )
        self.turn = 0
        self.presenter = CodePresenter(
            self,
            desk=self,
            take_card=self.cards.append,
            offer_to_chips=self.offered.append,
            typed_card=lambda: self.typed,
            open_dossier=self.open,
            open_slip=self.open_slip,
            open_guidance=self.guided.append,
            take_own=lambda code: code.text in self.taken,
            turn=lambda: self.turn,
            keep_reader=self.keep_reader,
            follow_reader=self.followed.append,
            play=self.sounds.append,
            can_play=can_play,
            store_worker=store or InPlace(),
            language="vi",
        )

    def scan(self, text: str) -> None:
        self.presenter.on_arrival(Arrival("Đầu đọc", recognise(text)))

    def open_slip(self, code: str) -> bool:
        assert self.check.valid  # a void slip begins nothing
        return self.open(code)

    def open(self, code: str) -> bool:
        self.opened.append(code)
        return self.page_sounds

    # the view

    def show_notice(self, notice: Notice) -> None:
        self.notice = notice

    def show_verdict(
        self,
        verdict: ReaderVerdict,
        reader: str,
        sentences: tuple[str, ...],
        *,
        can_learn: bool = False,
    ) -> None:
        self.verdict = (verdict, reader, sentences)
        self.can_learn = can_learn

    def close_panel(self) -> None:
        self.notice = self.verdict = None

    # the desk

    def now(self) -> datetime:
        return NOW

    def check_slip(self, text: str) -> SlipCheck:
        assert text == SLIP
        return self.check

    def keep_reader(self, habits: ReaderHabits) -> None:
        if self.full_disk:
            raise UnknownHereError("any error")
        self.kept.append(habits)

    def dossier(self, code: str) -> Dossier:
        if code != CODE:
            raise UnknownHereError("not here")
        return fold(a_chain(a_reception(dossier_code=code)))


@pytest.fixture
def counter() -> Counter:
    return Counter()


def test_a_card_fills_the_person_in(counter: Counter) -> None:
    counter.scan(CARD)

    assert [card.full_name for card in counter.cards] == ["Nguyễn Thị Ánh Tuyết"]
    assert counter.sounds == [Sound.OK]
    assert counter.notice is None


def test_a_card_that_was_read_may_open_its_chip(counter: Counter) -> None:
    counter.scan(CARD)

    assert counter.offered == counter.cards


def test_what_was_typed_opens_the_chip_that_lies_there(counter: Counter) -> None:
    lies_there = Arrival("Đầu đọc chip", None, ChipKeyMissingError("nothing was read"))
    counter.presenter.on_arrival(lies_there)
    assert counter.notice is not None
    assert "QR" in counter.notice.sentence

    counter.typed = parse_id_text(CARD)
    counter.presenter.on_arrival(lies_there)
    assert counter.notice is None
    assert counter.offered == [counter.typed]


def test_a_doubtful_card_sounds_otherwise(counter: Counter) -> None:
    counter.scan(CARD.replace("|Nữ|", "|Nam|"))

    assert len(counter.cards) == 1
    assert counter.sounds == [Sound.DOUBTFUL]


@pytest.mark.parametrize("text", [SLIP, CODE, CODE.lower()])
def test_what_is_found_for_who_went_on_leads_nowhere(text: str) -> None:
    """To another page, or away from a locked station: it would take the keys there."""
    store = Later()
    counter = Counter(store=store)
    counter.scan(text)
    counter.turn += 1

    store.do()

    assert counter.opened == counter.sounds == []


@pytest.mark.parametrize("text", [SLIP, CODE, CODE.lower()])
def test_a_slip_and_a_dossier_barcode_open_the_dossier(counter: Counter, text: str) -> None:
    counter.scan(text)

    assert counter.opened == [CODE]
    assert counter.sounds == [Sound.OK]


@pytest.mark.parametrize("text", [SLIP, CODE])
def test_a_page_that_judges_the_folder_is_not_drowned(counter: Counter, text: str) -> None:
    """D27: at the hand-over a good code on a folder of the wrong agency must not sound good."""
    counter.page_sounds = True

    counter.scan(text)

    assert counter.opened == [CODE]
    assert counter.sounds == []


@pytest.mark.parametrize(
    ("reason", "opened", "sound", "tone"),
    [
        ("superseded", [CODE], Sound.DOUBTFUL, Tone.WARN),
        ("declared_lost", [CODE], Sound.DOUBTFUL, Tone.WARN),
        ("unknown_here", [], Sound.DOUBTFUL, Tone.WARN),
        ("unknown_key", [], Sound.DOUBTFUL, Tone.WARN),
        ("forged", [], Sound.WRONG, Tone.ERR),
    ],
)
def test_a_slip_that_is_not_good_says_why(
    counter: Counter, reason: str, opened: list[str], sound: Sound, tone: Tone
) -> None:
    counter.check = SlipCheck(
        valid=False, dossier_code=CODE, version=1, superseded=True, reason=reason
    )

    counter.scan(SLIP)

    assert counter.opened == opened
    assert counter.sounds == [sound]
    assert counter.notice is not None
    assert counter.notice.tone is tone
    assert "{" not in counter.notice.sentence


@pytest.mark.parametrize(
    ("reason", "since", "said"),
    [
        (
            "superseded",
            NOW.replace(hour=14, minute=5),
            ("thay bằng bản 2 lúc 14:05, vì: gõ nhầm.",),
        ),
        ("superseded", NOW - timedelta(days=2), ("thay bằng bản 2 lúc 15:00 21/11, vì",)),
        ("declared_lost", NOW.replace(hour=9), ("báo mất lúc 09:00", "giấy tờ tuỳ thân")),
    ],
)
def test_a_void_slip_says_since_when_and_why(
    counter: Counter, reason: str, since: datetime, said: tuple[str, ...]
) -> None:
    """D29: scanning an old slip says what replaced it, when and why."""
    counter.check = SlipCheck(
        valid=False,
        dossier_code=CODE,
        version=1,
        superseded=reason == "superseded",
        reason=reason,
        current_version=2,
        since=since,
        because="gõ nhầm." if reason == "superseded" else None,
    )

    counter.scan(SLIP)

    assert counter.notice is not None
    assert all(part in counter.notice.sentence for part in said)
    assert ".." not in counter.notice.sentence


def test_a_dossier_that_is_not_here_is_named(counter: Counter) -> None:
    counter.scan("000.00.17.H25-261123-0301")

    assert counter.opened == []
    assert counter.sounds == [Sound.WRONG]
    assert counter.notice is not None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("TMC:SHELF:K2-07", "Ngăn K2-07"),
        ("TMC:TICKET:012", "Vé số 012"),
        ("TMC:BADGE:QUAY3", "Thẻ cán bộ QUAY3"),
        ("TMC:SEPARATOR:ROW-3", "Tờ phân cách ROW-3"),
    ],
)
def test_the_stations_own_codes_are_named(counter: Counter, text: str, title: str) -> None:
    counter.scan(text)

    assert counter.notice is not None
    assert counter.notice.title == title
    assert counter.sounds == [Sound.OK]


def test_a_code_of_the_station_that_the_page_takes_needs_no_words(counter: Counter) -> None:
    counter.taken.append("TMC:SHELF:K2-07")

    counter.scan("TMC:SHELF:K2-07")

    assert counter.notice is None
    assert counter.sounds == [Sound.OK]


def test_a_link_is_named_offered_to_copy_and_never_opened(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("something was opened")

    for opener in ("webbrowser.open", "PySide6.QtGui.QDesktopServices.openUrl"):
        monkeypatch.setattr(opener, refuse)
    counter.scan("https://dichvucong.example/035199012345")

    assert counter.notice is not None
    assert counter.notice.title == "Địa chỉ web"
    assert counter.notice.text == "https://dichvucong.example/035199012345"
    assert counter.sounds == [Sound.WRONG]
    assert counter.cards == []


def test_the_next_code_takes_the_last_words_away(counter: Counter) -> None:
    counter.scan("EL123456789VN")
    counter.scan(CARD)

    assert counter.notice is None


def test_the_test_page_is_judged(counter: Counter) -> None:
    counter.scan(READER_TEST_TEXT.replace("ễ", ""))

    assert counter.verdict is not None
    verdict, reader, sentences = counter.verdict
    assert (verdict.right, reader) == (133, "Đầu đọc")
    assert sentences[0] == "Đầu đọc chưa đạt: 133/134 chữ có dấu đúng."
    assert counter.sounds == [Sound.WRONG]


def test_a_computer_that_plays_no_sound_says_so() -> None:
    counter = Counter(can_play=False)
    counter.scan(READER_TEST_TEXT)

    assert counter.verdict is not None
    assert "không có chương trình phát âm báo" in counter.verdict[2][-1]


def test_codes_that_cannot_be_taken_say_why(counter: Counter) -> None:
    from devices.id_readers.unread import SeveralCardsError

    counter.presenter.on_arrival(Arrival("Máy ảnh", None, SeveralCardsError(2)))

    assert counter.notice is not None
    assert "ID-007" in counter.notice.sentence
    assert counter.sounds == [Sound.WRONG]


@pytest.mark.parametrize("text", ["HD-7K3MQDA", "hd-7k3mqda", " HD-7K3MQDA\r"])
def test_a_guidance_sheet_opens_its_draft(text: str) -> None:
    counter = Counter()

    counter.scan(text)

    assert counter.guided == ["HD-7K3MQDA"]
    assert counter.sounds == [Sound.OK]


@pytest.mark.parametrize(
    ("habits", "address", "said"),
    [
        (ReaderHabits("Newland HR22 (1eab:1a03)", "F13", ReaderEnd.ENTER, 8),
         "Newland HR22 (1eab:1a03)", ("bàn phím “Newland HR22", "8 ms", "Enter")),
        (ReaderHabits("", "F13", ReaderEnd.TAB, 8), "F13", ("phím F13", "Tab")),
        (ReaderHabits("", "", ReaderEnd.NOTHING, 30), "", ("tốc độ", "nên đặt Enter", "Chậm")),
    ],
)  # fmt: skip
def test_a_reader_that_read_the_test_page_can_be_kept(
    counter: Counter, habits: ReaderHabits, address: str, said: tuple[str, ...]
) -> None:
    page = recognise(READER_TEST_TEXT)
    counter.presenter.on_arrival(Arrival("", page, habits=habits))
    assert counter.can_learn

    counter.presenter.on_learning_wanted()

    assert counter.kept == [habits]
    assert counter.followed == [address]
    assert counter.notice is not None
    assert all(part in counter.notice.sentence for part in said)


def test_a_reader_that_cannot_be_kept_is_known_as_before(counter: Counter) -> None:
    habits = ReaderHabits("", "F13", ReaderEnd.ENTER, 8)
    counter.presenter.on_arrival(Arrival("", recognise(READER_TEST_TEXT), habits=habits))
    counter.full_disk = True

    counter.presenter.on_learning_wanted()

    assert counter.followed == []
    assert counter.sounds[-1] is Sound.WRONG


def test_a_reader_that_speaks_for_itself_is_not_learnt(counter: Counter) -> None:
    counter.scan(READER_TEST_TEXT)
    assert not counter.can_learn

    counter.presenter.on_learning_wanted()

    assert counter.kept == []
