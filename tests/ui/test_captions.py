"""What a field asks for is still seen once something is typed into it."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from ui.desktop.gallery.program import settle
from ui.desktop.gallery.window import Gallery

SEARCHES = {
    "Bảng lệnh", "Lọc trong danh sách", "Quét bìa hồ sơ", "Tìm hồ sơ", "Tìm khoản thu của hồ sơ",
    "Tìm kết quả", "Tìm trong trợ giúp",
}  # fmt: skip
"""What is typed there says by itself what it is, and is gone with what it found."""
BESIDE_ITS_CHOICE = {
    "Địa chỉ gửi kết quả", "Nhận từ ngày", "Nhận đến ngày", "Hẹn từ ngày", "Hẹn đến ngày",
}  # fmt: skip
"""They appear beside “Bưu chính”, or “Từ ngày – đến ngày”, when that is chosen."""
OF_A_LIST = ("Giảm bao nhiêu: ", "Số lượng ")
"""The row's own words stand before it, and its column says what is typed."""


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600), (911, 512)])
def test_what_a_field_asks_for_does_not_stand_in_the_field_alone(
    gallery: Gallery, size: tuple[int, int]
) -> None:
    gallery.window.resize(*size)
    lacking = set()
    for scene, show in gallery.scenes().items():
        show()
        settle()
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        labels = [one for window in windows for one in window.findChildren(QLabel)]
        captioned = {one.buddy() for one in labels if one.isVisible()}
        for field in (one for window in windows for one in window.findChildren(QLineEdit)):
            name = field.accessibleName()
            known = name in SEARCHES | BESIDE_ITS_CHOICE or name.startswith(OF_A_LIST)
            asks = field.isVisible() and bool(field.placeholderText()) and not known
            if asks and field not in captioned:
                lacking.add((scene, name))

    assert lacking == set()
