import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import DossierFilter, DossiersWanted, SavedFilter
from station.domain.ids import short_code
from station.domain.time_left import TimeLeft
from station.ports.documents import CannotUseFileError
from station.ports.dossier_queries import DossierRow, FilterValues
from station.usecases.saved_filters import FilterNameError
from tests.builders import MONDAY
from tests.ui.fake_tasks import InPlace
from tests.ui.rows import a_row
from ui.desktop.dossiers.lines import matches_in
from ui.desktop.dossiers.presenter import DossierListPresenter
from ui.desktop.dossiers.view_model import (
    Delivered,
    DossierLine,
    DossierList,
    ListFilter,
)
from ui.desktop.tasks import Tasks


class FakeLists:
    """A store's lists, an officer's filters, and the page that shows them."""

    def __init__(self, *rows: DossierRow) -> None:
        self.rows = list(rows)
        self.saved: list[SavedFilter] = []
        self.values = FilterValues(counters=(3,), fields=("Hộ tịch",))
        self.busy: list[bool] = []
        self.asked_ended = 0
        self.seen: DossierList | None = None
        self.problem = ""
        self.fails = False
        self.soon: list[Callable[[], None]] = []

    def paint(self) -> None:
        """Let what was put off until the key is painted happen."""
        waiting = self.soon.copy()
        self.soon.clear()
        for act in waiting:
            act()

    def newest(
        self,
        *,
        on: date | None = None,
        counter: int | None = None,
        undelivered: bool = False,
        limit: int = 500,
    ) -> Sequence[DossierRow]:
        if self.fails:
            raise CannotUseFileError("busy")
        found = [row for row in self.rows if on in (None, row.received_at.date())]
        return [row for row in found if not undelivered or row.delivery != "sent"][:limit]

    def filtered(self, wanted: DossiersWanted, *, limit: int = 500) -> Sequence[DossierRow]:
        if self.fails:
            raise CannotUseFileError("busy")
        statuses = wanted.statuses
        found = [row for row in self.rows if statuses is None or row.status in statuses]
        return [row for row in found if wanted.counter in (None, row.counter)][:limit]

    def count_filtered(self, wanted: DossiersWanted, *, most: int) -> int:
        return min(most, len(self.filtered(wanted, limit=most)))

    def filter_values(self) -> FilterValues:
        return self.values

    def mine(self) -> Sequence[SavedFilter]:
        return list(self.saved)

    def save(self, name: str, wanted: DossierFilter) -> Sequence[SavedFilter]:
        if not name:
            raise FilterNameError
        self.saved.append(SavedFilter(name=name, wanted=wanted))
        return list(self.saved)

    def rename(self, name: str, to: str) -> Sequence[SavedFilter]:
        self.saved = [replace(one, name=to) if one.name == name else one for one in self.saved]
        return list(self.saved)

    def delete(self, name: str) -> Sequence[SavedFilter]:
        self.saved = [one for one in self.saved if one.name != name]
        return list(self.saved)

    def clear(self) -> None:
        self.seen = None

    def time_left(self, due_at: datetime | None, status: DossierStatus) -> TimeLeft | None:
        if due_at is None or due_at.date() != MONDAY.date():
            return None
        return TimeLeft(due_at - MONDAY, is_today=True)

    def show_busy(self, busy: bool) -> None:
        self.busy.append(busy)

    def end_asking(self) -> None:
        self.asked_ended += 1

    def numbers(self) -> list[str]:
        return [short_code(line.code) for line in self.lines()]

    def show_list(self, dossiers: DossierList) -> None:
        self.seen = dossiers

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def lines(self) -> tuple[DossierLine, ...]:
        assert self.seen is not None
        return self.seen.lines


def a_list(lists: FakeLists, store_worker: Tasks | None = None) -> DossierListPresenter:
    presenter = DossierListPresenter(
        lists,
        source=lists,
        filters=lists,
        time_left=lists.time_left,
        now=lambda: MONDAY + timedelta(hours=1),
        officer_id="quay3",
        store_worker=store_worker or InPlace(),
        once_painted=lists.soon.append,
        language="vi",
    )
    presenter.refresh()
    return presenter


LISTS = (
    a_row(1),
    a_row(
        2,
        due_at=MONDAY + timedelta(hours=6),
        officer_id="xa",
        owner_name="Trần Văn Bình",
        delivery="sent",
    ),
    a_row(3, owner_name="Lê Thị Lan", delivery="refused", due_at=MONDAY - timedelta(days=1)),
    a_row(4, received_at=MONDAY - timedelta(days=1), delivery="sent"),
)


def test_a_dossier_of_several_lists_is_held_once() -> None:
    class Store(FakeLists):
        def newest(self, **asked: Any) -> Sequence[DossierRow]:
            return [replace(row) for row in super().newest(**asked)]  # each reading has its own

    def held() -> int:
        gc.collect()
        return sum(type(one) is DossierLine for one in gc.get_objects())

    store, before = Store(*LISTS), held()
    presenter = a_list(store)

    assert held() - before == len(LISTS)
    presenter.on_filter_chosen(ListFilter.NEWEST)
    assert len(store.lines()) == len(LISTS)


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        (ListFilter.TODAY, ["0301", "0302", "0303"]),
        (ListFilter.MINE, ["0301", "0303"]),
        (ListFilter.UNSENT, ["0301"]),
        (ListFilter.REFUSED, ["0303"]),
        (ListFilter.NEWEST, ["0301", "0302", "0303", "0304"]),
    ],
)
def test_each_filter_shows_its_dossiers_and_all_counts(
    chosen: ListFilter, numbers: list[str]
) -> None:
    lists = FakeLists(*LISTS)

    a_list(lists).on_filter_chosen(chosen)

    assert lists.seen is not None
    assert [short_code(line.code) for line in lists.seen.lines] == numbers
    assert [count for _, count in lists.seen.counts] == [3, 2, 1, 1, 4]
    assert lists.seen.chosen is chosen


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("tran binh", ["0302"]),
        ("LÊ", ["0303"]),
        ("0302", ["0302"]),
        ("hon nhan", ["0301", "0302", "0303"]),
        ("oa", []),
        ("  ", ["0301", "0302", "0303"]),
    ],
)
def test_a_text_keeps_what_begins_like_it(text: str, numbers: list[str]) -> None:
    lists = FakeLists(*LISTS)

    a_list(lists).on_text_edited(text)
    lists.paint()

    assert lists.seen is not None
    assert [short_code(line.code) for line in lists.seen.lines] == numbers
    assert lists.seen.total == len(numbers)


def test_a_line_says_what_an_officer_looks_for() -> None:
    lists = FakeLists(*LISTS)

    a_list(lists).on_text_edited("lan")
    lists.paint()

    assert lists.seen is not None
    (line,) = lists.seen.lines
    assert line.masked_number == "0351******45"
    assert line.is_overdue
    assert line.delivered is Delivered.REFUSED
    assert line.left is None


def test_a_line_says_how_much_working_time_is_left_where_that_is_near() -> None:
    lists = FakeLists(*LISTS)

    a_list(lists)

    assert [line.left for line in lists.lines()] == [
        None,
        TimeLeft(timedelta(hours=6), is_today=True),
        None,
    ]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [("lan", ["Lan"]), ("LE la", ["Lê", "La"]), ("an", []), ("hon nhan", []), ("", [])],
)
def test_what_was_typed_of_a_name_is_marked(typed: str, marked: list[str]) -> None:
    name = "Lê Thị Lan"

    assert [name[a:b] for a, b in matches_in(name, typed)] == marked


def test_a_key_makes_no_line_anew() -> None:
    lists = FakeLists(*LISTS)
    presenter = a_list(lists)
    before = lists.lines()

    for typed in ("l", "la", "lan", ""):
        presenter.on_text_edited(typed)
        lists.paint()
        assert all(any(line is one for one in before) for line in lists.lines())

    assert len(lists.lines()) == len(before)


def test_a_store_that_cannot_be_read_is_said_and_taken_back() -> None:
    lists = FakeLists(*LISTS)
    presenter = a_list(lists)
    lists.fails = True

    presenter.refresh()
    assert "(FIL-001)" in lists.problem

    lists.fails = False
    presenter.refresh()
    assert lists.problem == ""


def test_the_rows_follow_the_letter_and_are_those_of_the_last_one() -> None:
    lists = FakeLists(*LISTS)
    presenter = a_list(lists)
    before = lists.seen

    presenter.on_text_edited("l")
    presenter.on_text_edited("la")
    assert lists.seen is before
    assert len(lists.soon) == 1
    lists.paint()

    assert lists.seen is not None
    assert lists.seen.text == "la"


def test_a_reading_between_a_letter_and_its_rows_shows_them_once() -> None:
    lists = FakeLists(*LISTS)
    presenter = a_list(lists)
    presenter.on_text_edited("lan")

    presenter.refresh()
    seen = lists.seen
    lists.paint()

    assert seen is not None
    assert seen.text == "lan"
    assert lists.seen is seen
