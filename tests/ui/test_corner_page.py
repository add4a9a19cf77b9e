"""The corners of a sheet by keyboard and by mouse."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.domain.scan_pages import FULL, Corners
from ui.desktop.scan.corner_page import CornerPage
from ui.desktop.scan.cornering import WHOLE

ENTER, ESC, SHIFT = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot) -> CornerPage:
    photo = BytesIO()
    Image.new("RGB", (400, 300), (90, 160, 40)).save(photo, "JPEG")
    page = CornerPage("Bốn góc")
    qtbot.addWidget(page)
    page.resize(432, 332)  # the photograph has its own size, 16 pixels from the edges
    page.show()
    page.place(photo.getvalue(), WHOLE)
    return page


def test_arrows_move_the_corner_that_a_digit_chose(page: CornerPage) -> None:
    taken: list[Corners] = []
    page.chosen.connect(taken.append)

    QTest.keyClick(page, Qt.Key.Key_3)
    QTest.keyClick(page, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(page, Qt.Key.Key_Up)
    assert "góc 3 trong 4" in page.accessibleDescription()
    QTest.keyClick(page, ENTER)

    x, y = WHOLE.points[2]
    assert taken[0].points == (*WHOLE.points[:2], (x - 250, y - 25), WHOLE.points[3])


def test_a_corner_stays_on_the_photograph(page: CornerPage) -> None:
    taken: list[Corners] = []
    page.chosen.connect(taken.append)

    for _ in range(4):
        QTest.keyClick(page, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(page, ENTER)

    assert taken[0].points[0] == (0, WHOLE.points[0][1])


def test_the_nearest_corner_follows_the_mouse(page: CornerPage) -> None:
    taken: list[Corners] = []
    page.chosen.connect(taken.append)

    left = Qt.MouseButton.LeftButton
    QTest.mousePress(page, left, pos=QPoint(390, 60))
    QTest.mouseMove(page, QPoint(16 + 360, 16 + 30))
    QTest.mouseRelease(page, left, pos=QPoint(376, 46))
    QTest.keyClick(page, ENTER)

    assert taken[0].points[1] == pytest.approx((0.9 * FULL, 0.1 * FULL), abs=30)


def test_crossed_corners_are_not_taken_and_esc_gives_them_up(page: CornerPage) -> None:
    taken: list[Corners] = []
    given_up: list[bool] = []
    page.chosen.connect(taken.append)
    page.given_up.connect(lambda: given_up.append(True))

    for _ in range(50):
        QTest.keyClick(page, Qt.Key.Key_Right, SHIFT)  # the first corner beyond the second
    QTest.keyClick(page, ENTER)
    QTest.keyClick(page, ESC)

    assert (taken, given_up) == ([], [True])


def test_the_sheet_is_in_sight_between_its_corners(page: CornerPage) -> None:
    seen = page.grab().toImage().pixelColor(216, 166)

    assert (seen.red(), seen.green(), seen.blue()) == pytest.approx((90, 160, 40), abs=6)
