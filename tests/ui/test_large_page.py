"""The large page of the scan desk: what is being placed on it, and where it is scrolled to."""

from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.desktop.gallery.scan import drawn_page
from ui.desktop.scan.large_page import LargePage
from ui.desktop.scan.view_model import LargeView

PAGE = uuid4()


@pytest.fixture
def large(qtbot: QtBot) -> LargePage:
    """A page as it came, with a mask being placed on it."""
    page = LargePage("Trang")
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show_large(LargeView(page=PAGE, picture=drawn_page()))
    page.begin_mask()
    return page


@pytest.mark.parametrize(("shown", "stays"), [(PAGE, True), (uuid4(), False)])
def test_a_mask_outlives_the_redrawing_of_its_page_and_no_other(
    large: LargePage, shown: UUID, stays: bool
) -> None:
    large.show_large(LargeView(page=shown, picture=drawn_page() + b" "))

    assert large.masking is stays


def test_a_page_that_is_gone_takes_its_mask_along(large: LargePage) -> None:
    large.show_large(LargeView(picture=None))

    assert not large.masking


def test_the_mask_of_a_redrawn_page_can_still_be_set(large: LargePage, qtbot: QtBot) -> None:
    large.show_large(LargeView(page=PAGE, picture=drawn_page() + b" "))

    with qtbot.waitSignal(large.masked):
        QTest.keyClick(large, Qt.Key.Key_Return)
