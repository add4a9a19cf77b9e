"""The supervisor's board: counts that a hand can check, and what needs somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from local_store.problems import StoreBusyError
from station.catalogue.calendars import built_in_calendar
from station.domain.dossier import DossierStatus
from station.domain.ratings import Satisfaction
from station.domain.step_times import Step, StepMedians
from station.ports.day_counts import EndedCount, PromisedCount
from station.ports.dossier_queries import DossierRow
from station.usecases.deadlines import MOST_LISTED
from station.usecases.report_steps import LongProcedure, Period, StepReport, report_steps
from tests.builders import MONDAY
from tests.fakes import FakeStepTimes
from tests.ui.fake_tasks import InPlace
from tests.ui.rows import a_row
from ui.desks.board import Board, DueDay, Hour, Unsent, read_board
from ui.desktop.board.lines import board_sheet, percent
from ui.desktop.board.presenter import BoardPresenter
from ui.desktop.board.view_model import BoardSheet
from ui.desktop.kit.tone import Tone
from ui.desktop.preview.sources import PaperSource

DAY = timedelta(days=1)
_AN_HOUR = timedelta(hours=1)
NO_STEPS = report_steps(MONDAY.date(), FakeStepTimes())
EMPTY = Board(
    at=MONDAY,
    hours=(Hour(8, 0, 0),),
    days=(DueDay(MONDAY.date(), True, 0, 0),),
    month=(),
    received=0,
    due_today=0,
    overdue=(),
    overdue_count=0,
    to_supplement=0,
    unsent=(),
    twins=(),
    uncollected=(),
    said={},
    steps=NO_STEPS,
)


@dataclass
class FakeStore:
    """What the board reads, as lists."""

    received: Sequence[DossierRow] = ()
    promised: Sequence[DossierRow] = ()
    ended: Sequence[EndedCount] = ()
    waiting: Sequence[DossierRow] = ()
    twins: Sequence[DossierRow] = ()
    said: Mapping[Satisfaction, int] = field(default_factory=dict)
    asked: list[tuple[date, date]] = field(default_factory=list)

    def received_between(self, first: date, last: date) -> Sequence[DossierRow]:
        return self.received

    def with_twins(self) -> Sequence[DossierRow]:
        return self.twins

    def promised_before(
        self, moment: datetime, *, since: datetime | None = None, limit: int | None = None
    ) -> Sequence[DossierRow]:
        rows = [row for row in self.promised if row.due_at is not None and row.due_at < moment]
        return rows[:limit]

    def count_promised(self, first: datetime, before: datetime) -> Sequence[PromisedCount]:
        assert before.date() == MONDAY.date() + 7 * DAY
        return [
            PromisedCount(row.due_at, row.awaits_hand_over, 1)
            for row in self.promised
            if row.due_at is not None and first <= row.due_at < before
        ]

    def count_ended(self, first: date, last: date) -> Sequence[EndedCount]:
        self.asked.append((first, last))
        return self.ended

    def ratings_between(self, first: date, last: date) -> Mapping[Satisfaction, int]:
        assert (first, last) == (date(2026, 11, 1), MONDAY.date())
        return self.said

    def to_collect(self) -> Sequence[DossierRow]:
        return self.waiting

    def to_supplement(self) -> Sequence[DossierRow]:
        return ()

    def waiting_events(self, limit: int) -> Sequence[object]:
        return ()

    def codes_of(self, dossier_ids: object) -> dict[object, str]:
        return {}


def read(store: FakeStore) -> Board:
    return read_board(MONDAY, store, store, built_in_calendar(), NO_STEPS)  # type: ignore[arg-type]


def test_the_hours_of_today_are_counted_by_channel() -> None:
    rows = [
        a_row(1, received_at=MONDAY.replace(hour=8)),
        a_row(2, received_at=MONDAY.replace(hour=8, minute=59)),
        a_row(3, received_at=MONDAY.replace(hour=19), channel="postal"),
    ]

    board = read(FakeStore(received=rows))

    assert board.received == 3
    assert [hour.hour for hour in board.hours] == list(range(7, 20))
    counted = {one.hour: (one.direct, one.other) for one in board.hours if one.direct or one.other}
    assert counted == {8: (2, 0), 19: (0, 1)}


def test_of_what_is_overdue_all_are_counted_and_the_longest_listed() -> None:
    """A station that hears of no results has every dossier it ever handed over among them."""
    late = MONDAY - 100 * DAY
    rows = [a_row(number % 300, due_at=late + number * _AN_HOUR) for number in range(1_000)]

    board = read(FakeStore(promised=rows))

    assert board.overdue_count == 1_000
    assert list(board.overdue) == rows[:MOST_LISTED]


def test_what_is_due_is_counted_by_day_and_by_where_the_folder_is() -> None:
    rows = [
        a_row(1, due_at=MONDAY - DAY, awaits_hand_over=True),
        a_row(2, due_at=MONDAY + timedelta(hours=7)),
        a_row(3, due_at=MONDAY + 2 * DAY, awaits_hand_over=True),
        a_row(4, due_at=MONDAY + 2 * DAY),
        a_row(5, due_at=MONDAY + 30 * DAY),
    ]

    board = read(FakeStore(promised=rows))

    assert [row.dossier_code[-4:] for row in board.overdue] == ["0301"]
    assert board.due_today == 1
    assert [(one.with_agency, one.at_counter) for one in board.days][:3] == [(1, 0), (0, 0), (1, 1)]
    free = [one.day.day for one in board.days if not one.working]
    assert free == [24, 28, 29]  # Ngày Văn hoá Việt Nam, and the weekend


def test_the_month_begins_with_all_agencies_together() -> None:
    store = FakeStore(ended=[EndedCount("A", 4, 2), EndedCount("B", 1, 1)])

    board = read(store)

    assert store.asked == [(date(2026, 11, 1), MONDAY.date())]
    assert board.month == [EndedCount("", 5, 3), EndedCount("A", 4, 2), EndedCount("B", 1, 1)]


def test_a_share_is_never_rounded_up_to_all() -> None:
    assert percent(EndedCount("", 1_000, 999)) == "99 %"
    assert percent(EndedCount("", 3, 3)) == "100 %"


def test_results_that_lie_here_for_long_are_named() -> None:
    old, new = MONDAY - 11 * DAY, MONDAY - 9 * DAY
    ready = DossierStatus.RESULT_READY
    rows = [
        a_row(1, status=ready, result_at_counter=True, result_issued_at=old),
        a_row(2, status=ready, result_at_counter=True, result_issued_at=new),
        a_row(3, status=ready, result_at_counter=False, result_issued_at=old),
    ]

    board = read(FakeStore(waiting=rows))

    assert [row.dossier_code[-4:] for row in board.uncollected] == ["0301"]


def test_what_needs_somebody_is_listed_late_first() -> None:
    board = Board(
        at=MONDAY,
        hours=(Hour(9, 2, 1),),
        days=(DueDay(MONDAY.date(), True, 1, 2), DueDay(date(2026, 11, 28), False, 0, 0)),
        month=(EndedCount("", 3, 2),),
        received=3,
        due_today=0,
        overdue=(a_row(1, due_at=MONDAY - DAY),),
        overdue_count=1,
        to_supplement=2,
        unsent=(Unsent("000.00.17.H25-261121-0300", MONDAY - 2 * DAY),),
        twins=(a_row(3, received_at=MONDAY - DAY),),
        uncollected=(a_row(2, result_issued_at=MONDAY - 11 * DAY),),
        said={},
        steps=NO_STEPS,
    )

    sheet = board_sheet(board, "vi")

    assert [(one.words, one.short_code, one.since) for one in sheet.attention] == [
        ("Quá hạn", "0301", "09:00 22/11"),
        ("Chưa gửi", "0300", "09:00 21/11"),
        ("Chưa đến lấy", "0302", "09:00 12/11"),
    ]
    assert [(one.words, one.short_code, one.since) for one in sheet.approvals] == [
        ("Trùng quầy", "0303", "09:00 22/11"),
    ]
    assert ("Quá hạn", "1", Tone.ERR) in sheet.figures
    assert ("Đúng hạn tháng này", "66 %", Tone.MUTE) in sheet.figures
    assert sheet.hours.spoken() == "Giờ 9: Trực tiếp 2, Khác 1"
    assert sheet.days.spoken() == "Ngày T2 23: Cơ quan 1, Tại quầy 2"  # a free day with nothing
    assert sheet.shares.spoken() == "Tất cả: Xong 3, Trễ 1, Đúng hạn 66 %"


def _medians(*seconds: int, total: int) -> StepMedians:
    return StepMedians(by_step=dict(zip(Step, seconds, strict=True)), total=total)


def test_the_steps_are_told_for_a_week_and_a_month_without_a_name() -> None:
    found = _medians(31, 15, 96, 22, 16, total=196)
    name = "Tách thửa, hợp thửa đất"
    report = StepReport(
        recent=Period(days=7, receptions=4, medians=None),
        whole=Period(days=30, receptions=1_391, medians=found),
        longest=[
            LongProcedure(
                procedure_code="1.004193", procedure_name=name, receptions=12, medians=found
            )
        ],
    )

    sheet = board_sheet(replace(EMPTY, steps=report), "vi").steps

    assert sheet.has_medians
    assert "4 lượt trong 7 ngày và 1.391 lượt trong 30 ngày" in sheet.said
    assert "Không ghi ai làm" in sheet.said
    assert "cần 5 lượt trở lên, do ít nhất 2 cán bộ nhận" in sheet.said
    lines = {one.name: (one.said, one.first, one.second) for one in sheet.steps.lengths}
    assert lines["Giấy tờ"] == (("–", "1:36"), 0, 96)
    assert lines["Cả lượt"] == (("–", "3:16"), 0, 0), "a sum beside its parts dwarfs their bars"
    said = "Giấy tờ: 7 ngày chưa đủ số liệu, 30 ngày 1 phút 36 giây"
    assert said in sheet.steps.spoken().split("; ")
    said = f"{name}: Bước lâu nhất Giấy tờ 1 phút 36 giây, Cả lượt 3 phút 16 giây"
    assert sheet.longest.spoken() == said


def test_an_empty_board_says_so() -> None:
    sheet = board_sheet(EMPTY, "vi")

    assert sheet.hours.spoken() == "Hôm nay chưa tiếp nhận hồ sơ nào"
    assert sheet.days.spoken() == "Bảy ngày tới không có hồ sơ nào đến hạn"
    assert sheet.shares.spoken() == "Tháng này chưa có kết quả nào"
    assert sheet.attention == ()
    assert not sheet.steps.has_medians
    assert sheet.steps.longest.spoken() == "Chưa thủ tục nào đủ số liệu"


@dataclass
class FakeDesk:
    """The desk and the page."""

    found: Board | Exception = field(default_factory=lambda: EMPTY)
    sheet: BoardSheet = field(default_factory=BoardSheet)
    problem: str = ""
    printed: list[tuple[bytes, str]] = field(default_factory=list)
    seen: list[PaperSource] = field(default_factory=list)

    def board(self) -> Board:
        if isinstance(self.found, Exception):
            raise self.found
        return self.found

    def print_board(self, pdf: bytes, title: str) -> str:
        self.printed.append((pdf, title))
        return "HP"

    def show_board(self, sheet: BoardSheet) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence


def test_what_citizens_said_is_a_share_and_of_few_nothing() -> None:
    very, content, not_content = Satisfaction
    few = read(FakeStore(said={very: 3, not_content: 1}))
    many = read(FakeStore(said={very: 40, content: 7, not_content: 1}))

    assert not any("Hài lòng" in caption for caption, _, _ in board_sheet(few, "vi").figures)
    assert ("Hài lòng (48 lượt)", "97 %", Tone.MUTE) in board_sheet(many, "vi").figures


def test_a_board_of_the_training_says_so_on_paper() -> None:
    desk = FakeDesk()
    presenter_of(desk, training=True).refresh()
    assert desk.sheet.mark == "TẬP HUẤN"

    presenter_of(desk).refresh()
    assert desk.sheet.mark == ""


def presenter_of(desk: FakeDesk, *, training: bool = False) -> BoardPresenter:
    return BoardPresenter(
        desk,
        source=desk,
        preview=desk.seen.append,
        store_worker=InPlace(),
        training=training,
        language="vi",
    )


def test_the_board_is_printed_as_it_was_drawn() -> None:
    desk = FakeDesk()
    presenter = presenter_of(desk)
    presenter.on_print(b"too early")
    presenter.refresh()

    presenter.on_print(b"%PDF")

    (paper,) = desk.seen
    assert (paper.title, paper.draw().pdf) == ("Bảng điều hành ngày 23/11/2026", b"%PDF")
    assert paper.put("", b"") == "HP"
    assert desk.printed == [(b"%PDF", "bang-dieu-hanh-2026-11-23")]


def test_a_store_that_cannot_be_read_is_said_and_tried_again() -> None:
    desk = FakeDesk(found=StoreBusyError())
    presenter = presenter_of(desk)
    presenter.refresh()
    assert StoreBusyError.code in desk.problem

    desk.found = EMPTY
    presenter.refresh()

    assert desk.problem == ""
