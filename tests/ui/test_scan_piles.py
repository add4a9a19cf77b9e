"""Piles at the scan desk: those that stop half-way, that are turned over, or scanned again."""

from collections.abc import Iterator

import pytest

from station.ports.scanners import (
    NoPagesError,
    PaperJamError,
    ScannerCoverOpenError,
    ScannerState,
)
from tests.ui.scan_counter import AtScanDesk, Pile, opened
from ui.desktop.keys import Act
from ui.desktop.scan import feeding

JAM = PaperJamError("máy", pages=2)


def test_a_jam_is_named_and_the_next_press_goes_on_with_the_same_pile() -> None:
    desk = opened("a", "b", JAM, "c")
    desk.scan()

    assert "Đã có 2 trang, đã ghi đĩa. Dừng ở trang 3: Kẹt giấy" in desk.page.banner
    assert desk.sheet.stopped
    desk.presenter.on_digit(1)
    assert "Dừng ở trang 3" in desk.page.banner  # it is said until the pile goes on
    desk.scan()

    assert desk.content() == ["a", "b", "c"]
    assert not desk.sheet.stopped


def test_a_second_stop_counts_the_pages_of_the_whole_pile() -> None:
    desk = opened("a", JAM, "b", ScannerCoverOpenError("máy"), "c")
    desk.scan()
    desk.scan()

    assert "Đã có 2 trang, đã ghi đĩa. Dừng ở trang 3" in desk.page.banner


def test_an_empty_feeder_after_a_jam_ends_the_pile() -> None:
    desk = opened("a", JAM, NoPagesError("máy"))
    desk.scan()
    desk.scan()

    assert not desk.sheet.stopped
    assert desk.page.banner == ""


def test_backs_go_behind_their_fronts() -> None:
    desk = opened("1", "3", "5")
    desk.scan()
    desk.pile.paper = ["6", "4", "2"]

    desk.presenter.on_backs()

    assert desk.content() == ["1", "2", "3", "4", "5", "6"]


def test_backs_that_do_not_match_are_kept_apart_and_said() -> None:
    desk = opened("1", "3")
    desk.scan()
    desk.pile.paper = ["2"]

    desk.presenter.on_backs()

    assert "(SCN-021)" in desk.page.banner
    assert desk.content() == ["1", "3", "2"]
    assert desk.page.offers == (Act.RESCAN_PILE,)
    desk.pile.paper = ["4", "2"]
    desk.presenter.on_rescan_pile()
    assert desk.content() == ["1", "2", "3", "4"]
    assert not desk.pile.requests[-1].duplex


def test_the_back_of_a_page_that_was_scanned_again_goes_behind_the_new_one() -> None:
    desk = opened("1", "bad")
    desk.scan()
    desk.presenter.on_page_chosen(1)
    desk.pile.paper = ["3"]
    desk.presenter.on_rescan()
    assert desk.pile.requests[-1].single
    desk.pile.paper = ["4", "2"]

    desk.presenter.on_backs()

    assert desk.content() == ["1", "2", "3", "4"]


def test_a_pile_is_scanned_again_as_a_whole_and_nothing_of_it_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(feeding, "_PATIENCE_S", 0.0)
    desk = opened("a", "b", PaperJamError("máy"), "rest")
    desk.scan()
    desk.presenter.on_digit(1)
    assert desk.page.offers == (Act.RESCAN_PILE,)

    desk.pile.paper = [NoPagesError("máy"), "a again", "b again"]
    desk.presenter.on_rescan_pile()
    assert desk.content() == ["a", "b"]  # no paper: what there is stays
    desk.presenter.on_rescan_pile()

    assert desk.content() == ["a again", "b again"]
    assert desk.sheet.basket == 2
    desk.presenter.on_basket()
    desk.presenter.on_thrown_away()
    assert desk.places[-1:] != []
    assert desk.content()[0] == "a"


def test_a_pile_is_scanned_again_on_the_scanner_that_is_chosen_now() -> None:
    other = Pile(name="Máy thứ hai")
    desk = AtScanDesk("before", other=other)
    desk.open()
    desk.scan()
    desk.pile.paper = ["a", PaperJamError("máy"), "never"]
    desk.scan()

    desk.presenter.arrivals.on_source(other.name)
    other.paper = ["a again", "b again"]
    desk.presenter.on_rescan_pile()

    assert desk.content() == ["before", "a again", "b again"]  # not the pile before that one
    assert desk.pile.paper == ["never"]


def test_there_is_no_pile_to_scan_again_before_there_was_one() -> None:
    desk = opened("a")

    desk.presenter.on_rescan_pile()

    assert "không làm được" in desk.page.banner
    assert desk.pile.requests == []


def test_a_sheet_of_both_sides_that_lacks_one_is_marked_on_its_page() -> None:
    desk = opened("1", "2", "3")
    desk.presenter.arrivals.on_duplex(True)

    desk.scan()

    assert "Trang lẻ" in desk.page.banner
    assert [cell.defect for cell in desk.sheet.pages] == ["", "", "Thiếu mặt"]
    desk.presenter.on_page_chosen(2)
    assert desk.page.banner == "Trang 3: thiếu mặt. 2 trang kia đã lưu."
    assert desk.page.offers == (Act.RESCAN, Act.KEEP_PAGE)

    desk.drafts.current.scan = type(desk.drafts.current.scan)()  # the draft is opened again
    desk.presenter.leave()
    desk.open()
    assert [cell.defect for cell in desk.sheet.pages] == ["", "", "Thiếu mặt"]
    desk.presenter.on_page_chosen(2)
    desk.presenter.on_accepted()
    assert [cell.defect for cell in desk.sheet.pages] == ["", "", ""]


def test_a_whole_set_of_both_sides_lacks_nothing() -> None:
    desk = opened("1", "2")
    desk.presenter.arrivals.on_duplex(True)

    desk.scan()

    assert [cell.defect for cell in desk.sheet.pages] == ["", ""]
    assert desk.page.banner == ""


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an empty feeder asked again and again without a pause."""
    monkeypatch.setattr(feeding, "_LOOK_S", 0.0)
    monkeypatch.setattr(feeding, "_TRY_S", 0.0)


EMPTY = NoPagesError("máy")


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("refused", "states"),
    [([EMPTY], [ScannerState.NO_PAGES] * 3), ([EMPTY] * 3, [])],
    ids=["it has an eye for paper", "it says that it is ready all the while"],
)
def test_with_an_empty_feeder_it_waits_for_paper_and_then_scans(
    refused: list[NoPagesError], states: list[ScannerState]
) -> None:
    desk = opened(*refused, "a", "b")
    desk.pile.states = states
    said = []
    desk.page.show_banner = lambda words, *_: said.append(words)  # type: ignore[method-assign]

    desk.scan()

    assert any("đặt giấy vào là tự quét" in words for words in said)
    assert desk.content() == ["a", "b"]
    assert said[-1] == ""


@pytest.mark.usefixtures("at_once")
def test_trying_is_given_up_by_the_same_key() -> None:
    desk = opened()
    tries = []

    def scan(request: object) -> Iterator[bytes]:
        tries.append(request)
        if len(tries) == 3:
            desk.scan()  # F7, while it waits
        raise NoPagesError("máy")
        yield b""

    desk.pile.scan = scan  # type: ignore[method-assign]
    desk.scan()

    assert len(tries) == 3
    assert (desk.sheet.running, desk.page.banner) == (False, "")


@pytest.mark.usefixtures("at_once")
def test_waiting_for_paper_is_given_up_by_the_same_key_and_costs_no_pile() -> None:
    desk = opened("1", "3")
    desk.scan()
    desk.pile.paper = [NoPagesError("máy")]
    stops = [None, desk.presenter.on_scan]

    def state() -> ScannerState:
        if (stop := stops.pop(0) if stops else None) is not None:
            stop()  # F7, while it waits
        return ScannerState.NO_PAGES

    desk.pile.state = state  # type: ignore[method-assign]
    desk.scan()
    assert not desk.sheet.running
    assert desk.page.banner == ""

    desk.pile.paper = ["4", "2"]
    desk.presenter.on_backs()  # of the pile before it
    assert desk.content() == ["1", "2", "3", "4"]


@pytest.mark.usefixtures("at_once")
def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeding, "_PATIENCE_S", 0.0)
    desk = opened(NoPagesError("máy"))
    desk.pile.states = [ScannerState.NO_PAGES] * 9

    desk.scan()

    assert "(SCN-014)" in desk.page.banner or "Khay" in desk.page.banner
    assert desk.sheet.stopped
