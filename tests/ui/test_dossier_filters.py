"""The list narrowed among all dossiers of the station, and the filters that an officer keeps."""

from dataclasses import replace
from datetime import timedelta

from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import Condition, DossierFilter, SavedFilter
from tests.builders import MONDAY
from tests.ui.fake_tasks import Later
from tests.ui.rows import a_row
from tests.ui.test_dossier_list_presenter import LISTS, FakeLists, a_list
from ui.desktop.dossiers.presenter import MOST_LINES
from ui.desktop.dossiers.view_model import MOST_COUNTED, DossierList, ListFilter

WAITING = DossierFilter(status=DossierStatus.WAITING_SUPPLEMENT)
ELSEWHERE = (
    a_row(5, status=DossierStatus.WAITING_SUPPLEMENT, received_at=MONDAY - timedelta(days=400)),
    a_row(6, status=DossierStatus.WAITING_SUPPLEMENT, counter=1, owner_name="Đỗ Hữu Nghĩa"),
)
"""No list above the rows has the first of these: it is of another year."""


def shown(lists: FakeLists) -> DossierList:
    assert lists.seen is not None
    return lists.seen


def test_a_list_is_narrowed_among_all_dossiers_and_widened_again() -> None:
    lists = FakeLists(*LISTS, *ELSEWHERE)
    presenter = a_list(lists)

    presenter.on_narrowed(replace(WAITING, counter=1))
    assert lists.numbers() == ["0306"]
    assert shown(lists).narrowed == replace(WAITING, counter=1)
    presenter.on_condition_dropped(Condition.COUNTER)
    assert lists.numbers() == ["0305", "0306"]
    presenter.on_condition_dropped(Condition.STATUS)

    assert shown(lists).narrowed is None
    assert shown(lists).chosen is ListFilter.TODAY
    presenter.on_narrowed(WAITING)
    presenter.on_widened()
    assert shown(lists).narrowed is None


def test_a_filter_above_the_list_takes_the_place_of_what_narrowed_it() -> None:
    lists = FakeLists(*LISTS, *ELSEWHERE)
    presenter = a_list(lists)
    presenter.on_narrowed(WAITING)

    presenter.on_filter_chosen(ListFilter.REFUSED)

    assert shown(lists).narrowed is None
    assert lists.numbers() == ["0303"]


def test_words_are_sought_within_what_the_list_is_narrowed_by() -> None:
    lists = FakeLists(*LISTS, *ELSEWHERE)
    presenter = a_list(lists)
    presenter.on_narrowed(WAITING)

    presenter.on_text_edited("nghia")
    lists.paint()

    assert lists.numbers() == ["0306"]
    assert shown(lists).total == 1


def test_an_act_elsewhere_reads_the_narrowed_rows_anew() -> None:
    lists = FakeLists(*LISTS, *ELSEWHERE)
    presenter = a_list(lists)
    presenter.on_narrowed(WAITING)

    lists.rows = [row for row in lists.rows if row.counter != 1]
    presenter.refresh()

    assert lists.numbers() == ["0305"]


def test_the_rows_of_an_earlier_filter_are_not_shown_for_a_later_one() -> None:
    lists, later = FakeLists(*LISTS, *ELSEWHERE), Later()
    presenter = a_list(lists, later)
    later.do()

    presenter.on_narrowed(WAITING)
    presenter.on_narrowed(DossierFilter(counter=1))
    later.do_one()
    assert shown(lists).narrowed is None
    later.do()

    assert shown(lists).narrowed == DossierFilter(counter=1)
    presenter.on_narrowed(WAITING)
    presenter.on_widened()
    later.do()
    assert shown(lists).narrowed is None


def test_the_first_rows_stand_there_while_the_others_are_read() -> None:
    lists, later = FakeLists(*(a_row(1, counter=9) for _ in range(MOST_LINES + 7))), Later()
    presenter = a_list(lists, later)
    later.do()

    presenter.on_narrowed(DossierFilter(counter=9))
    later.do_one()
    assert 0 < len(shown(lists).lines) < MOST_LINES
    assert shown(lists).total == MOST_LINES + 7
    later.do()

    assert len(shown(lists).lines) == MOST_LINES
    assert shown(lists).total == MOST_LINES + 7
    assert later.waiting == 0


def test_what_was_cut_says_how_many_there_are_up_to_where_nobody_counts() -> None:
    lists = FakeLists(*(a_row(1, counter=9) for _ in range(MOST_COUNTED + 7)))
    presenter = a_list(lists)

    presenter.on_narrowed(DossierFilter(counter=9))

    assert len(shown(lists).lines) == MOST_LINES
    assert shown(lists).total == MOST_COUNTED + 1


def test_saved_filters_come_with_their_counts_and_are_chosen_by_their_place() -> None:
    lists = FakeLists(*LISTS, *ELSEWHERE)
    lists.saved = [
        SavedFilter(name="Quầy 1", wanted=DossierFilter(counter=1)),
        SavedFilter(name="Chờ", wanted=WAITING),
    ]
    presenter = a_list(lists)
    assert [(one.name, one.count) for one in shown(lists).saved] == [("Quầy 1", 1), ("Chờ", 2)]

    presenter.on_saved_chosen(1)

    assert lists.numbers() == ["0305", "0306"]
    assert [one.is_chosen for one in shown(lists).saved] == [False, True]
    presenter.on_saved_chosen(7)
    assert shown(lists).narrowed == WAITING


def test_a_filter_is_saved_renamed_and_deleted_while_the_list_stays() -> None:
    lists = FakeLists(*LISTS, *ELSEWHERE)
    presenter = a_list(lists)
    presenter.on_save("nothing narrows it")
    assert lists.saved == []
    presenter.on_narrowed(WAITING)

    presenter.on_save("Chờ")
    assert [(one.name, one.count) for one in shown(lists).saved] == [("Chờ", 2)]
    presenter.on_rename("Chờ", "Chờ giấy")
    assert [one.name for one in shown(lists).saved] == ["Chờ giấy"]
    presenter.on_delete("Chờ giấy")

    assert shown(lists).saved == ()
    assert shown(lists).narrowed == WAITING
    assert lists.asked_ended == 3
    assert lists.busy == [True, False] * 3


def test_a_name_that_is_refused_is_said_and_asked_for_again() -> None:
    lists = FakeLists(*LISTS)
    presenter = a_list(lists)
    presenter.on_narrowed(WAITING)

    presenter.on_save("")

    assert "(FLT-002)" in lists.problem
    assert lists.asked_ended == 0
    assert lists.busy == [True, False]


def test_what_the_list_is_narrowed_by_is_there_after_a_power_cut() -> None:
    lists = FakeLists(*LISTS, *ELSEWHERE)
    presenter = a_list(lists)
    presenter.on_narrowed(WAITING)
    left = presenter.left()
    again = FakeLists(*LISTS, *ELSEWHERE)

    later = Later()
    restarted = a_list(again, later)
    restarted.come_back(left)
    later.do()

    assert again.numbers() == ["0305", "0306"]
    restarted.come_back({"narrowed": {"counter": "of another version"}})
