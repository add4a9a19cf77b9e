"""The counter's pages by Tab alone: every stop has a name, is seen, and leads on to the act."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.focus_ring import FocusRing
from ui.desktop.kit.page import Page

MOST_STOPS = 60


def tour(gallery: Gallery, page: Page) -> list[QWidget]:
    """Press Tab until it comes back to where it began; give the stops on the page."""
    first = gallery.window.focusWidget()
    assert first is not None
    stops: list[QWidget] = []
    at: QWidget | None = first
    for _ in range(MOST_STOPS):
        assert at is not None
        if page.isAncestorOf(at):
            stops.append(at)
        QTest.keyClick(gallery.window.windowHandle(), Qt.Key.Key_Tab)
        at = gallery.window.focusWidget()
        if at is first:
            return stops
    raise AssertionError([stop.accessibleName() for stop in stops])


@pytest.mark.parametrize(
    ("scene", "wanted"),
    [
        (
            "results-ready",
            [
                "Số giấy tờ đã xem",
                "Họ tên người nhận",
                "Mất giấy hẹn",
                "Ghi chú",
                "Giấy tờ đưa cho người nhận",
                "Bản gốc còn lại: lưu hồ sơ",
                "Danh sách",
                "Đã trả",
            ],
        ),
        ("results-list", ["Tìm kết quả", "Kết quả chờ lấy", "Trả kết quả"]),
        (
            "results-papers",
            [
                "Số giấy tờ đã xem",
                "Họ tên người nhận",
                "Mất giấy hẹn",
                "Ghi chú",
                "Giấy tờ đưa cho người nhận",
                "Bản gốc còn lại: lưu hồ sơ",
                "Danh sách",
                "Đã trả giấy tờ",
            ],
        ),
        (
            "hand-over-ready",
            [
                "Quét bìa hồ sơ",
                "Bìa hồ sơ chờ bàn giao",
                "Nơi nhận",
                "Danh sách đã niêm phong",
                "Xem danh sách",
                "Đủ cả",
                "Ghi lý do",
                "Niêm phong, in",
            ],
        ),
        (
            "till-short",
            ["Số tờ 500.000", "Số tờ 200", "Lý do lệch", "Mã người duyệt", "Mật khẩu duyệt"],
        ),
        ("till-payments", ["Khoản thu", "Đếm quỹ", "In phiếu thu tạm", "Hoàn tiền", "Huỷ thu"]),
    ],
)
def test_tab_reaches_everything_in_reading_order(
    gallery: Gallery, scene: str, wanted: list[str]
) -> None:
    gallery.scenes()[scene]()
    QApplication.processEvents()
    pages: dict[str, Page] = {
        "results": gallery.results,
        "hand": gallery.hand_over,
        "till": gallery.till,
    }
    page = pages[scene.split("-")[0]]
    page.first_focus().setFocus()

    stops = tour(gallery, page)

    names = [stop.accessibleName() for stop in stops]
    assert all(names), [type(stop).__name__ for stop in stops if not stop.accessibleName()]
    places = [names.index(name) for name in wanted]
    assert places == sorted(places), names


@pytest.mark.parametrize("scene", ["results-ready", "hand-over-half", "till-short"])
def test_the_ring_follows_every_stop(gallery: Gallery, scene: str) -> None:
    gallery.scenes()[scene]()
    QApplication.processEvents()
    (ring,) = gallery.window.findChildren(FocusRing)

    for _ in range(20):
        QTest.keyClick(gallery.window.windowHandle(), Qt.Key.Key_Tab)
        at = gallery.window.focusWidget()
        assert at is not None
        assert at.isVisible()
        assert ring.isVisible() or not hasattr(at, "ring"), at.accessibleName()
