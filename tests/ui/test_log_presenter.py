"""The daily log page: which day and whose, what is odd, print and save."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from station.domain.dossier import DossierStatus
from station.domain.log_page import SumDifference
from station.forms.daily_log import DailyLog, LogSignature, daily_log
from station.forms.wording import counter_name
from station.usecases.print_papers import NoPrinterError
from station.usecases.sign_log import LogSignedError, WrongOwnPasswordError
from station.words import Language
from tests.builders import MONDAY
from tests.paper_samples import OFFICE
from tests.ui.fake_tasks import Later
from tests.ui.rows import a_row
from ui.desktop.log.presenter import LogPresenter
from ui.desktop.log.view_model import CENTRE, COUNTER, LogFigure, LogSheet, SignQuestion
from ui.desktop.preview.sources import PaperSource

TODAY = MONDAY.date()
EVENING = MONDAY + timedelta(hours=7, minutes=55)
YESTERDAY = TODAY - timedelta(days=1)
ROWS = (
    a_row(0, delivery="sent"),
    a_row(1, documents_wanted=9),
    a_row(2, channel="postal", delivery="refused"),
    a_row(3, status=DossierStatus.WAITING_SUPPLEMENT, due_at=None),
)


@dataclass
class FakeLog:
    """The desk, the page and the preview."""

    asked: list[tuple[date, bool]] = field(default_factory=list)
    sheet: LogSheet | None = None
    problem: str = ""
    done: str = ""
    paper: PaperSource | None = None
    has_printer: bool = True
    may_sign: bool = False
    question: SignQuestion | None = None
    differ: str = ""
    refused: str = ""
    sums: tuple[SumDifference, ...] = ()
    signed: list[tuple[date, bool]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    fault: Exception | None = None
    busy: bool = False

    def daily_log(self, on: date, *, centre: bool) -> DailyLog:
        self.asked.append((on, centre))
        rows = ROWS if on == TODAY else ()
        scope = "Cả bộ phận" if centre else counter_name(3)
        log = daily_log(
            rows,
            OFFICE,
            on=on,
            scope=scope,
            officer_name="Hạnh",
            printed_at=MONDAY,
            guided=5 if centre else 0,
            next_page="NK-2026-0188",
        )
        if (on, centre) in self.signed:
            signature = LogSignature(page="NK-2026-0188", officer_name="Lê Bình", signed_at=EVENING)
            return replace(log, signature=signature)
        return log

    def sums_that_differ(self, on: date, *, centre: bool) -> tuple[SumDifference, ...]:
        return self.sums

    def sign(self, seen: DailyLog, password: str, *, centre: bool) -> DailyLog:
        if password != "right":
            raise WrongOwnPasswordError
        if self.fault is not None:
            raise self.fault
        self.signed.append((seen.on, centre))
        signature = LogSignature(page="NK-2026-0188", officer_name="Bình", signed_at=EVENING)
        return replace(seen, signature=signature)

    def adjust(self, on: date, text: str, *, centre: bool) -> None:
        self.notes.append(text)

    def show_sums(self, differ: str) -> None:
        self.differ = differ

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def ask_signature(self, question: SignQuestion) -> None:
        self.question = question

    def refuse_password(self, words: str) -> None:
        self.refused = words

    def end_question(self) -> None:
        self.question = None

    def log_file(self, log: DailyLog, kind: str) -> bytes:
        return f"{kind} {log.on}".encode()

    def print_log(self, log: DailyLog) -> str:
        if not self.has_printer:
            raise NoPrinterError("log", "a4-landscape")
        return "HP"

    def register_pdf(self, first: date, last: date, *, centre: bool) -> bytes:
        return f"{first} {last} {centre}".encode()

    def print_register(self, first: date, last: date, *, centre: bool) -> str:
        return "HP"

    def show_sheet(self, sheet: LogSheet) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str) -> None:
        self.done = sentence

    def preview(self, paper: PaperSource) -> None:
        self.paper = paper


@pytest.fixture
def fake() -> FakeLog:
    return FakeLog()


def a_presenter(
    fake: FakeLog, *, centre: bool = False, language: Language = "vi"
) -> tuple[LogPresenter, Later]:
    worker = Later()
    presenter = LogPresenter(
        fake,
        desk=fake,
        register=fake,
        counter=3,
        centre=centre,
        now=lambda: MONDAY,
        preview=fake.preview,
        store_worker=worker,
        file_worker=worker,
        language=language,
    )
    return presenter, worker


def test_the_counter_is_named_in_the_language_of_the_window(fake: FakeLog) -> None:
    presenter, worker = a_presenter(fake, language="en")
    presenter.refresh()
    worker.do()

    assert fake.sheet is not None
    assert fake.sheet.counter == "Counter 3"


def test_today_of_the_counter_comes_first_with_its_sums(fake: FakeLog) -> None:
    presenter, worker = a_presenter(fake)

    presenter.refresh()
    worker.do()

    sheet = fake.sheet
    assert sheet is not None
    assert (sheet.on, sheet.scope, sheet.is_today, sheet.counter) == (
        TODAY, COUNTER, True, "Quầy 3",
    )  # fmt: skip
    assert {one.caption: one.figure for one in sheet.figures} == {
        "Tiếp nhận": "3", "Trực tiếp": "2", "Trực tuyến": "0", "Bưu chính": "1",
        "Yêu cầu bổ sung": "1", "Trang số hoá": "12", "Chưa gửi": "3",
        "Phí, lệ phí": "60.000 đ",
    }  # fmt: skip


def test_lines_that_lack_papers_or_were_sent_back_are_odd(fake: FakeLog) -> None:
    presenter, worker = a_presenter(fake)
    presenter.refresh()
    worker.do()

    assert fake.sheet is not None
    assert [line.odd for line in fake.sheet.lines] == [False, True, True, False]
    assert [line.note for line in fake.sheet.lines] == [
        "", "", "bưu chính, máy chủ trả lại", "chờ bổ sung",
    ]  # fmt: skip
    assert fake.sheet.odd == 2
    assert [line.short_code for line in fake.sheet.lines] == ["0300", "0301", "0302", "0303"]


def test_a_supervisor_begins_with_the_centre(fake: FakeLog) -> None:
    presenter, worker = a_presenter(fake, centre=True)
    presenter.refresh()
    worker.do()
    assert fake.sheet is not None
    assert LogFigure("Lượt hướng dẫn", "5") in fake.sheet.figures
    presenter.on_scope(COUNTER)
    worker.do()
    presenter.on_scope(CENTRE)
    worker.do()

    assert [centre for _, centre in fake.asked] == [True, False, True]


def test_days_go_back_and_on_and_never_past_today(fake: FakeLog) -> None:
    presenter, worker = a_presenter(fake)
    steps: list[Callable[[], None]] = [
        lambda: presenter.on_stepped(-1),
        lambda: presenter.on_stepped(1),
        lambda: presenter.on_stepped(1),
        lambda: presenter.on_day_typed("1/9/2026"),
        lambda: presenter.on_day_typed(" "),
    ]
    for step in steps:
        step()
        worker.do()

    assert [on for on, _ in fake.asked] == [YESTERDAY, TODAY, TODAY, date(2026, 9, 1), TODAY]


@pytest.mark.parametrize("text", ["32/1/2026", "hôm qua", "24/11/2026", "1/1/2099"])
def test_what_is_no_day_or_comes_later_is_said(fake: FakeLog, text: str) -> None:
    presenter, worker = a_presenter(fake)

    presenter.on_day_typed(text)

    assert "Ngày chưa đúng" in fake.problem
    assert worker.waiting == 0


def test_a_day_that_was_left_before_it_was_read_is_not_shown(fake: FakeLog) -> None:
    presenter, worker = a_presenter(fake)

    presenter.refresh()
    presenter.on_stepped(-1)
    worker.do()

    assert fake.sheet is not None
    assert fake.sheet.on == YESTERDAY


def test_the_log_is_seen_as_it_prints(fake: FakeLog) -> None:
    presenter, worker = a_presenter(fake)
    presenter.on_print()
    assert fake.paper is None
    presenter.refresh()
    worker.do()

    presenter.on_print()

    assert fake.paper is not None
    assert fake.paper.draw().pdf == f"pdf {TODAY}".encode()
    assert fake.paper.put("", b"") == "HP"
    fake.has_printer = False
    with pytest.raises(NoPrinterError):
        fake.paper.put("", b"")


def test_the_register_of_a_period_is_seen_as_it_prints(fake: FakeLog) -> None:
    presenter, _ = a_presenter(fake, centre=True)

    presenter.on_register("1/1/2026", "23/11/2026")

    assert fake.paper is not None
    assert fake.paper.draw().pdf == b"2026-01-01 2026-11-23 True"
    assert (fake.paper.put("", b""), fake.problem) == ("HP", "")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("", "23/11/2026"),
        ("1/11/2026", "mai"),
        ("24/11/2026", "23/11/2026"),
        ("1/11/2026", "24/11/2026"),
        ("22/11/2025", "23/11/2026"),
    ],
)
def test_a_period_that_no_register_has_is_said(fake: FakeLog, first: str, last: str) -> None:
    presenter, _ = a_presenter(fake)

    presenter.on_register(first, last)

    assert fake.paper is None
    assert "Kỳ của sổ chưa đúng" in fake.problem


def test_the_ending_of_a_file_says_as_what_it_is_saved(fake: FakeLog, tmp_path: Path) -> None:
    presenter, worker = a_presenter(fake)
    presenter.on_save(str(tmp_path / "early.csv"))
    assert worker.waiting == 0
    presenter.refresh()
    worker.do()

    presenter.on_save(str(tmp_path / "log.xlsx"))
    worker.do()
    assert (tmp_path / "log.xlsx").read_bytes() == f"xlsx {TODAY}".encode()
    assert "log.xlsx" in fake.done

    presenter.on_save(str(tmp_path / "none" / "log.csv"))
    worker.do()
    assert "Không ghi được" in fake.problem
    assert "Nhật ký vẫn nguyên" in fake.problem


def test_every_figure_knows_the_lines_that_it_counts(fake: FakeLog) -> None:
    presenter, worker = a_presenter(fake)

    presenter.refresh()
    worker.do()

    assert fake.sheet is not None
    counted = {one.caption: sorted(one.lines) for one in fake.sheet.figures}
    assert counted["Tiếp nhận"] == [1, 2, 3]
    assert counted["Trực tiếp"] == [1, 2]
    assert counted["Trực tuyến"] == []
    assert counted["Bưu chính"] == [3]
    assert counted["Yêu cầu bổ sung"] == [4]
    assert counted["Chưa gửi"] == [2, 3, 4]


def test_the_page_that_was_asked_about_is_signed_though_midnight_has_passed(fake: FakeLog) -> None:
    fake.may_sign = True
    presenter, worker = a_presenter(fake, centre=True)
    presenter.refresh()
    worker.do()
    assert fake.sheet is not None
    assert (fake.sheet.state, fake.sheet.signed) == ("Chưa ký · số NK-2026-0188", False)
    assert fake.sheet.unsent.startswith("Quầy 3: 3 hồ sơ chưa gửi xong")

    presenter.on_sign()
    assert fake.question is not None
    assert fake.question.title == "Ký và khoá trang NK-2026-0188 · 23/11/2026 · Cả bộ phận"
    presenter.on_password("wrong")
    worker.do()
    assert (fake.refused, fake.question is not None) == ("sai mật khẩu", True)
    presenter._now = lambda: MONDAY + timedelta(days=1)  # the calendar goes on, the question stays
    presenter.refresh()
    worker.do()
    presenter.on_password("right")
    worker.do()
    assert fake.signed == [(TODAY, True)]
    assert fake.question is None
    assert fake.done.startswith("Đã ký NK-2026-0188")

    presenter.on_stepped(-1)
    worker.do()
    assert (fake.sheet.state, fake.sheet.signed) == ("NK-2026-0188 · Đã ký 16:55 · Bình", True)
    presenter.on_sign()
    assert fake.question is None  # a signed page is not asked about again
    for _ in range(2):  # a key that bounces notes it once
        presenter.on_adjustment("sổ giấy ghi nhầm")
    assert fake.busy
    worker.do()
    assert fake.notes == ["sổ giấy ghi nhầm"]
    assert fake.done.startswith("Đã ghi điều chỉnh của NK-2026-0188")


def test_a_second_signing_is_refused_by_name_and_the_page_is_read_anew(fake: FakeLog) -> None:
    fake.may_sign = True
    fake.fault = LogSignedError("NK-2026-0188", "Lê Văn Bình", EVENING)
    presenter, worker = a_presenter(fake)
    presenter.refresh()
    worker.do()
    presenter.on_sign()
    asked = len(fake.asked)

    presenter.on_password("right")
    worker.do()

    assert "Lê Văn Bình đã ký và khoá trang NK-2026-0188 lúc 16:55 23/11/2026" in fake.problem
    assert len(fake.asked) == asked + 1


def test_sums_that_differ_are_said_with_both_numbers(fake: FakeLog) -> None:
    fake.may_sign = True
    fake.sums = (SumDifference("dossiers", 37, 36, "list"),)
    presenter, worker = a_presenter(fake)

    presenter.refresh()
    worker.do()

    assert fake.differ.startswith("Sổ có 37 hồ sơ, danh sách có 36. Chưa ký được")


def test_an_officer_who_may_not_sign_is_not_asked(fake: FakeLog) -> None:
    presenter, worker = a_presenter(fake)
    presenter.refresh()
    worker.do()

    presenter.on_sign()

    assert fake.question is None
    assert fake.sheet is not None
    assert not fake.sheet.may_sign
