"""Incidents at the scan desk: N3, N12 and N24 of the day's list.

N12 (the power goes) is also in ``tests/e2e/test_kill_feeding.py`` and ``test_kill.py``.
"""

import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.result import Wanted
from station.ports.scanners import DoubleFeedError, PaperJamError, ScannerError
from station.usecases.draft_files import NoRoomForPagesError
from tests.builders import MONDAY, a_procedure
from tests.scanned_pages import Kind, scanned
from tests.ui.scan_counter import AtScanDesk
from tests.ui.window_counter import Counter, receive
from tests.ui.window_keys import read_card
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.open_drafts import OpenDrafts

CARD_OF_SCANS = "001080004321||Trần Văn Bình|02011980|Nam|Hà Nội|01012022"
_Usage = namedtuple("_Usage", "total used free")


@pytest.mark.parametrize(
    ("error", "title"), [(PaperJamError("máy"), "Kẹt giấy"), (DoubleFeedError("máy"), "Kéo sai tờ")]
)
def test_n3_after_a_jam_or_two_sheets_at_once_seven_pages_are_safe_and_it_goes_on_at_the_eighth(
    error: ScannerError, title: str
) -> None:
    seven = [f"page {number}" for number in range(1, 8)]
    desk = AtScanDesk(*seven, error, "page 8", "page 9")
    desk.open()

    desk.scan()

    assert "Đã có 7 trang, đã ghi đĩa. Dừng ở trang 8" in desk.page.banner
    assert title in desk.page.banner
    assert "đặt lại từ trang 8" in desk.page.banner
    assert "F7 quét tiếp" in desk.page.banner
    assert desk.content() == seven
    desk.scan()
    assert desk.content() == [*seven, "page 8", "page 9"]
    assert not desk.sheet.stopped


def test_n12_after_a_power_cut_the_pages_of_a_stopped_pile_are_where_they_were() -> None:
    desk = AtScanDesk("a", "b", "c", PaperJamError("máy"), "d")
    desk.open()
    desk.scan()
    desk.presenter.on_digit(1)

    drafts = OpenDrafts()
    begun = DraftEntry(draft_id=desk.drafts.current.draft_id)
    begun.change_procedure(a_procedure(), "test 1", MONDAY.date())
    drafts.add(begun)
    again = AtScanDesk(scans=desk.scans, drafts=drafts)  # nothing but what was kept
    again.open()

    assert again.places == desk.places == ["→ 1", "", ""]


def scan_with(free: int) -> AtScanDesk:
    desk = AtScanDesk("a", "b")
    desk.scans.free = free
    desk.open()
    desk.scan()
    return desk


def test_n24_below_two_gigabytes_an_officer_is_told_and_nothing_changes() -> None:
    desk = scan_with(1_900_000_000)

    assert "Đĩa còn dưới 2 GB" in desk.page.banner
    assert "F5" in desk.page.banner
    assert desk.pile.requests[0].dpi == 300
    assert not any(order.sparing for order in desk.cleaning.orders)


def test_n24_below_half_a_gigabyte_pages_become_smaller_and_are_asked_to_be_sent() -> None:
    desk = scan_with(400_000_000)

    assert "trang được lưu nhỏ hơn" in desk.page.banner
    assert "USB" in desk.page.banner
    assert desk.pile.requests[0].dpi == 200  # as the law asks, and no more
    assert all(order.sparing for order in desk.cleaning.orders)
    assert desk.content() == ["a", "b"]


def test_n24_a_page_that_is_kept_smaller_has_the_same_text() -> None:
    picture = scanned(Kind.STAMPED, 3).pixels

    usual, spared = (clean_page(picture, 300, Wanted(sparing=on)) for on in (False, True))

    assert usual.background is not None
    assert spared.background is not None
    assert len(spared.background.content) < 0.8 * len(usual.background.content)
    assert spared.text == usual.text


def test_n24_a_disk_that_fills_at_page_73_keeps_72_and_goes_on_with_the_same_pile() -> None:
    pages = [f"page {number}" for number in range(1, 75)]
    desk = AtScanDesk(*pages)
    desk.open()
    keep = desk.scans.keep

    def full_at_73(*page: object) -> object:
        if len(desk.scans.pages) == 72:
            raise NoRoomForPagesError
        return keep(*page)  # type: ignore[arg-type]

    desk.scans.keep = full_at_73  # type: ignore[method-assign, assignment]
    desk.scan()

    assert "Đã có 72 trang, đã ghi đĩa. Dừng ở trang 73: Đĩa sắp đầy" in desk.page.banner
    assert "Đặt lại tờ của trang 73 vào khay" in desk.page.banner
    assert desk.content() == pages[:72]
    desk.scans.keep = keep  # type: ignore[method-assign]
    desk.pile.paper.insert(0, "page 73")
    desk.scan()
    assert desk.content() == pages


def test_n24_a_full_disk_takes_no_page_and_never_stops_reception(
    at_work: Counter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(10**12, 10**12 - 10**7, 10**7))
    keys = at_work.keys

    receive(at_work)
    assert len(at_work.dossiers()) == 1

    keys.press(Qt.Key.Key_F2)
    read_card(CARD_OF_SCANS)
    at_work.wait_for("Trần Văn Bình")
    keys.press(Qt.Key.Key_F4)
    keys.type("cgxn")
    at_work.wait_for("thủ tục khớp")
    keys.press(Qt.Key.Key_Return)
    at_work.wait_for("Tờ khai cấp Giấy xác nhận")
    keys.press(Qt.Key.Key_F7)
    at_work.wait_for_focus("Các trang")
    keys.press(Qt.Key.Key_F7)

    at_work.wait_for("Đĩa sắp đầy, chưa lưu được trang quét")
    assert at_work.session._work.drafts.current.scan.session.pages == ()
