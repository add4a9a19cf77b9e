"""What an officer does at the scan desk, and what is shown and kept of it."""

from dataclasses import replace

import pytest

from station.domain.procedure import RequiredDocument
from station.domain.scan_pages import BASKET, Mask
from station.domain.separator_code import SeparatorCode
from station.forms.copy_purpose import CopyPurpose
from station.ports.scanners import PaperJamError
from tests.builders import MONDAY, a_procedure
from tests.ui.scan_counter import FINE, Pile, opened
from ui.desks.scan import Defect
from ui.desktop.keys import Act
from ui.desktop.scan.view_model import Profile

BLURRED = Defect(kind="blurred", x=0, y=0, width=210, height=297)
BLANK = replace(FINE, blank=True)
SAYS = CopyPurpose(procedure=a_procedure().name, office="", on=MONDAY.date()).across
JAM = PaperJamError("máy", pages=2)


def test_an_empty_desk_says_what_to_do() -> None:
    desk = opened()

    assert desk.sheet.fact == "Đặt giấy vào khay,"
    assert [row.name for row in desk.sheet.rows] == [row.name for row in desk.drafts.current.papers]
    assert desk.page.sources == (("Máy quét (mô phỏng)", "Máy quét (mô phỏng)"),)


def test_pages_come_into_the_tray_and_digits_put_them_into_rows() -> None:
    desk = opened("a", "b", "c")
    desk.scan()

    desk.presenter.on_digit(1)
    desk.presenter.on_digit(2)

    assert desk.places == ["→ 1", "→ 2", ""]
    assert desk.sheet.current == 2
    assert [row.pages for row in desk.sheet.rows] == [1, 1, 0]
    assert (desk.sheet.unassigned, desk.sheet.may_return) == (1, False)
    desk.presenter.on_digit(1)
    assert desk.sheet.may_return
    desk.presenter.on_digit(9)  # there is no such row
    assert desk.places == ["→ 1", "→ 2", "→ 1"]


def test_undo_takes_back_the_last_act_though_the_next_page_is_current_since() -> None:
    """It had taken back an earlier act on that page: its row, while the deleted one was gone."""
    desk = opened("a", "b", "c")
    desk.scan()
    desk.presenter.on_digit(1)
    desk.presenter.on_digit(1)
    desk.presenter.on_thrown_away()
    assert desk.content() == ["a", "b"]

    desk.presenter.on_undone()
    assert desk.content() == ["a", "b", "c"]
    assert desk.places[:2] == ["→ 1", "→ 1"]
    assert desk.sheet.current == 2

    desk.presenter.on_redone()
    assert desk.content() == ["a", "b"]

    desk.presenter.on_page_chosen(0)
    desk.presenter.on_undone()
    assert desk.places == ["", "→ 1"]  # that of the page that was turned to


def test_undo_takes_a_page_out_of_the_row_it_was_put_into_last() -> None:
    desk = opened("a", "b")
    desk.scan()
    desk.presenter.on_digit(2)
    assert desk.sheet.current == 1

    desk.presenter.on_undone()
    assert [row.pages for row in desk.sheet.rows] == [0, 0, 0]
    assert desk.sheet.current == 0


def test_before_the_first_page_nothing_is_said_to_be_written() -> None:
    desk = opened()

    assert desk.presenter.arrivals.state(desk.drafts.current).words == ""


def test_blank_pages_are_set_aside_and_can_be_taken_back() -> None:
    desk = opened("a", "blank", "c")
    desk.cleaning.finds[b"blank"] = BLANK
    desk.scan()

    assert desk.content() == ["a", "c"]
    assert desk.sheet.basket == 1
    desk.presenter.on_basket()
    assert desk.places == ["trang trắng"]
    desk.presenter.on_thrown_away()
    desk.presenter.on_basket()
    assert desk.content() == ["a", "blank", "c"]


def test_blank_pages_stay_where_they_are_wanted() -> None:
    desk = opened("blank")
    desk.cleaning.finds[b"blank"] = BLANK
    desk.presenter.arrivals.on_drops_blanks(False)
    desk.scan()

    assert desk.content() == ["blank"]


def test_what_the_officer_did_before_a_page_was_clean_stands() -> None:
    desk = opened("blank")
    desk.cleaning.finds[b"blank"] = BLANK
    desk.cleaning.later = True
    desk.scan()
    desk.presenter.on_digit(1)

    desk.cleaning.clean_all()

    assert desk.places == ["→ 1"]


def test_a_bad_page_is_named_scanned_again_in_its_place_or_kept() -> None:
    desk = opened("a", "bad", "good", "c")
    desk.cleaning.finds[b"bad"] = replace(FINE, defects=(BLURRED,))
    desk.pile.paper = ["a", "bad"]
    desk.scan()
    desk.presenter.on_page_chosen(1)

    assert desk.page.banner == "Trang 2: mờ. 1 trang kia đã lưu."
    assert desk.page.offers == (Act.RESCAN, Act.KEEP_PAGE)
    (mark,) = desk.page.large.marks
    assert mark == pytest.approx((0, 0, 1, 1), abs=0.01)
    assert "trang 2 có lỗi" in desk.sheet.consequence
    desk.presenter.on_digit(2)
    desk.pile.paper = ["good", "not fed"]
    desk.presenter.on_page_chosen(1)
    desk.presenter.on_rescan()

    assert desk.content() == ["a", "good"]
    assert desk.places == ["", "→ 2"]
    assert desk.sheet.basket == 1
    assert desk.page.banner == ""


def test_a_bad_page_that_is_kept_is_no_longer_complained_about() -> None:
    desk = opened("bad")
    desk.cleaning.finds[b"bad"] = replace(FINE, defects=(BLURRED,))
    desk.scan()

    desk.presenter.on_accepted()

    assert desk.page.banner == ""
    assert desk.page.large.marks == ()


@pytest.mark.parametrize(
    ("kind", "said"), [("upside_down", "Ngược, đã xoay"), ("direction_unsure", "Chưa rõ chiều")]
)
def test_which_way_up_a_page_lay_is_said_and_stops_nobody(kind: str, said: str) -> None:
    desk = opened("page")
    desk.cleaning.finds[b"page"] = replace(FINE, defects=(replace(BLURRED, kind=kind),))
    desk.scan()

    assert (desk.sheet.remarks, desk.sheet.defects, desk.page.banner) == (said, "", "")
    assert said in desk.sheet.pages[0].spoken
    assert "có lỗi" not in desk.sheet.consequence


def test_separator_sheets_file_the_pages_behind_them() -> None:
    procedure = a_procedure()
    name = procedure.required_documents[1].name
    sheet = SeparatorCode.of(procedure.code, "row-2", name).text
    desk = opened("a", "sheet", "b")
    desk.cleaning.finds[b"sheet"] = replace(FINE, codes=(sheet,))
    desk.scan()

    assert desk.content() == ["a", "b"]
    assert desk.places == ["", "→ 2"]
    assert desk.sheet.basket == 1


def test_everything_is_there_when_the_draft_is_opened_again() -> None:
    desk = opened("a", "b")
    desk.scan()
    desk.presenter.on_digit(1)
    desk.presenter.on_turned()
    before = desk.drafts.current.scan.session

    draft = desk.drafts.current
    draft.scan = type(draft.scan)()
    desk.presenter.leave()
    desk.open()

    assert draft.scan.session == before
    assert desk.places == ["→ 1", ""]


def test_leaving_writes_one_document_for_each_of_a_row_and_only_what_changed() -> None:
    desk = opened("a", "b", "c")
    desk.scan()
    for digit in (1, 1, 2):
        desk.presenter.on_digit(digit)
    desk.presenter.on_page_chosen(1)
    desk.presenter.on_split()
    desk.presenter.on_turned()
    desk.presenter.leave()

    first, second, _ = desk.drafts.current.papers
    assert [file.kept for file in first.files] == [
        f"kept:{first.name} (1): clean a",
        f"kept:{first.name} (2): clean b turned",
    ]
    assert [file.pages for file in second.files] == [1]
    assert first.is_here
    assert first.opening == 0
    kept = second.files[0]
    desk.open()
    desk.presenter.on_page_chosen(0)
    desk.presenter.on_masked(Mask(0, 0, 100, 100))
    desk.presenter.leave()
    assert second.files == [kept]
    assert first.files[0].kept == f"kept:{first.name} (1): clean a masked"
    assert len(desk.scans.documents) == 3


def test_a_page_is_known_as_the_same_one_before_and_after_it_is_clean() -> None:
    desk = opened("a")
    desk.cleaning.later = True
    desk.scan()
    as_it_came = desk.page.large

    desk.cleaning.clean_all()

    assert (as_it_came.picture, desk.page.large.picture) == (b"small a", b"clean a")
    assert as_it_came.page == desk.page.large.page == desk.drafts.current.scan.current


def test_nothing_is_masked_on_a_page_that_is_not_the_one_seen_large() -> None:
    desk = opened("a", "b")
    desk.scan()
    entry = desk.drafts.current.scan
    entry.current = next(
        page.page_id for page in entry.session.pages if page.page_id != entry.current
    )

    desk.presenter.on_masked(Mask(0, 0, 100, 100))

    assert not any(page.state.masks for page in entry.session.pages)
    assert desk.page.banner == "Việc này không làm được với trang đang chọn."


def test_nothing_is_masked_where_it_would_lie_elsewhere_in_what_is_filed() -> None:
    desk = opened("a", "b")
    desk.cleaning.later = True
    desk.scan()
    desk.presenter.on_masked(Mask(0, 0, 100, 100))  # as it came: not straight, not cut yet
    assert "không làm được" in desk.page.banner
    desk.cleaning.clean_all()
    desk.presenter.on_joined()

    desk.presenter.on_masked(Mask(0, 0, 100, 100))

    assert "che từng mặt" in desk.page.banner
    assert desk.page.large.picture == f"clean a / clean b, {SAYS}".encode()


def test_why_something_was_not_done_stands_while_pictures_arrive() -> None:
    desk = opened("a", "b")
    desk.cleaning.later = True
    desk.scan()
    desk.presenter.on_masked(Mask(0, 0, 100, 100))

    desk.cleaning.clean_all()
    assert "không làm được" in desk.page.banner
    desk.presenter.on_page_chosen(0)

    assert desk.page.banner == ""


def test_a_row_waits_for_its_pages_to_be_clean() -> None:
    desk = opened("a")
    desk.cleaning.later = True
    desk.scan()
    desk.presenter.on_digit(1)
    desk.presenter.leave()
    row = next(iter(desk.drafts.current.papers))
    assert row.files == []

    desk.cleaning.clean_all()

    assert [file.pages for file in row.files] == [1]


def test_two_sides_make_one_sheet() -> None:
    desk = opened("front", "back")
    desk.scan()
    desk.join_and_file()

    row = next(iter(desk.drafts.current.papers))
    assert row.files[0].kept == f"kept:{row.name}: clean front / clean back, {SAYS}"
    (facts,) = desk.studio.facts
    assert facts["documentKey"] == row.key
    assert facts["sourceSha256"] == "front,back"  # what the fake store calls their digests
    desk.open()
    assert desk.sheet.rows[0].pages == 2


def test_what_cannot_be_done_is_said_and_changes_nothing() -> None:
    desk = opened("a")
    desk.scan()
    before = desk.drafts.current.scan.session

    for act in (desk.presenter.on_joined, desk.presenter.on_split, desk.presenter.on_redone):
        act()
        assert desk.page.banner == "Việc này không làm được với trang đang chọn."

    assert desk.drafts.current.scan.session == before


def test_a_page_as_it_came_is_made_once_and_can_be_left_again() -> None:
    desk = opened("a")
    desk.scan()
    desk.presenter.on_form()
    assert desk.page.large.picture == b"raw a"
    desk.presenter.on_form()
    assert desk.page.large.picture == b"clean a"
    assert len(desk.cleaning.orders) == 2


def test_pages_move_but_stay_with_their_paper() -> None:
    desk = opened("a", "b", "c")
    desk.scan()
    desk.presenter.on_digit(1)
    desk.presenter.on_page_chosen(0)

    desk.presenter.on_moved(1)

    assert desk.content() == ["b", "a", "c"]
    assert desk.places == ["", "→ 1", ""]
    desk.presenter.on_undone()
    assert desk.content() == ["a", "b", "c"]


def test_a_disk_that_fills_is_named_and_earlier_pages_are_safe() -> None:
    desk = opened("a", "b")
    desk.scan()
    desk.pile.paper = ["c"]
    desk.scans.fails = PermissionError("no room")

    desk.scan()

    assert desk.content() == ["a", "b"]
    assert desk.page.banner


def test_a_page_that_cannot_be_opened_is_marked_and_the_others_go_on() -> None:
    desk = opened("a", "broken", "c")
    desk.cleaning.finds[b"broken"] = JAM
    desk.scan()

    assert [cell.defect for cell in desk.sheet.pages] == ["", "Không mở được", ""]


def test_files_are_fed_like_paper_and_the_next_key_scans_again() -> None:
    desk = opened("b")
    desk.presenter.on_files(Pile("a", name="giay.pdf"))
    desk.scan()

    assert desk.content() == ["a", "b"]


def test_another_procedure_keeps_pages_with_their_papers_or_in_the_tray() -> None:
    desk = opened("a", "b")
    desk.scan()
    desk.presenter.on_digit(1)
    desk.presenter.on_digit(2)
    desk.presenter.leave()
    other = a_procedure(
        code="2.000815",
        required_documents=(
            RequiredDocument(index=1, name="Giấy khác", mandatory=True),
            replace(a_procedure().required_documents[0], index=2),
        ),
    )
    desk.drafts.current.change_procedure(other, "test 1", MONDAY.date())

    desk.open()

    rows = {row.name: row.pages for row in desk.sheet.rows}
    assert rows[a_procedure().required_documents[0].name] == 1
    assert sum(rows.values()) + desk.sheet.unassigned == 2


def test_the_profile_goes_round_and_gray_pages_are_asked_for_without_colour() -> None:
    desk = opened("a")
    desk.presenter.arrivals.on_profile()

    desk.scan()

    assert desk.page.profile is Profile.GRAY
    assert not desk.pile.requests[0].colour


def test_nothing_that_was_deleted_is_lost() -> None:
    desk = opened("a", "b")
    desk.scan()
    desk.presenter.on_thrown_away()
    desk.presenter.on_thrown_away()

    assert desk.content() == []
    assert len(desk.drafts.current.scan.session.at(BASKET)) == 2
