"""Charts: what is painted, what a screen reader hears, and that a grey print tells series apart."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desktop.kit.chart_sheets import Bar, BarSheet, Share, ShareSheet
from ui.desktop.kit.charts import Bars, Shares, paint_bars, paint_shares
from ui.desktop.kit.tokens import LIGHT
from ui.desktop.kit.typography import BODY_STRONG, text_width

HOURS = BarSheet(
    head="Giờ", first="Trực tiếp", second="Khác", bars=(Bar("7", 0), Bar("8", 9, 1), Bar("9", 5)),
    empty="Chưa có",
)  # fmt: skip
SHARES = ShareSheet(
    heads=("Cơ quan", "Xong", "Trễ", "Đúng hạn"), shares=(Share("Tất cả", 4, 3, "75 %"),)
)
WIDTH, HEIGHT = 396, 200


def painted(sheet: BarSheet | ShareSheet, scale: float = 1.0) -> QImage:
    image = QImage(int(WIDTH * scale), int(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    room = QRectF(0, 0, WIDTH, HEIGHT)
    if isinstance(sheet, BarSheet):
        paint_bars(painter, room, sheet, LIGHT)
    else:
        paint_shares(painter, room, sheet, LIGHT)
    painter.end()
    return image


def column_of(image: QImage, x: int, colour: QColor) -> int:
    """Count the pixels of this colour in one column."""
    return sum(image.pixelColor(x, y) == colour for y in range(image.height()))


def test_bars_are_as_high_as_their_numbers(dressed: QApplication) -> None:
    image = painted(HOURS)
    plot = HEIGHT - 60 - 18
    eight, nine = 96 + 150 - 10, 96 + 250 - 10

    assert abs(column_of(image, eight, LIGHT.accent) - plot * 9 / 10) <= 6  # and the hatching
    assert column_of(image, nine, LIGHT.accent) == plot * 5 // 10
    assert column_of(image, 96 + 50, LIGHT.accent) == 0


def test_an_edge_of_a_bar_is_sharp_at_every_scale(dressed: QApplication) -> None:
    for scale in (1.0, 1.25, 1.5):
        image = painted(HOURS, scale)
        y = int((HEIGHT - 60 - 10) * scale)
        row = [image.pixelColor(x, y) for x in range(int(96 * scale) + 4, image.width())]
        assert {colour.name() for colour in row} == {LIGHT.accent.name(), "#ffffff"}, scale


def test_a_chart_without_numbers_says_so(dressed: QApplication) -> None:
    image = painted(BarSheet(bars=(Bar("7", 0),), empty="Chưa có"))

    colours = {image.pixelColor(x, HEIGHT // 2).name() for x in range(WIDTH)}
    assert len(colours) > 1, "nothing is written"
    assert LIGHT.accent.name() not in colours


def test_every_number_can_be_heard(qtbot: QtBot) -> None:
    bars, shares = Bars("Theo giờ"), Shares("Đúng hạn")
    for widget in (bars, shares):
        qtbot.addWidget(widget)

    bars.show_sheet(HOURS)
    shares.show_sheet(SHARES)

    assert bars.accessibleDescription() == (
        "Giờ 7: Trực tiếp 0, Khác 0; Giờ 8: Trực tiếp 9, Khác 1; Giờ 9: Trực tiếp 5, Khác 0"
    )
    assert shares.accessibleDescription() == "Tất cả: Xong 4, Trễ 1, Đúng hạn 75 %"


def test_a_share_fills_its_part(dressed: QApplication) -> None:
    image = painted(SHARES)

    y = 20 + 2 + 8 + 6
    filled = [x for x in range(WIDTH) if image.pixelColor(x, y) == LIGHT.accent]
    name = max(text_width(share.name, BODY_STRONG) for share in SHARES.shares)
    room = WIDTH - name - 178 - 8
    solid = [x for x in filled if x < name + 8 + 0.74 * room]
    assert abs(len(solid) - 0.75 * room) <= 3


def test_a_share_is_seen_beside_the_longest_name(dressed: QApplication) -> None:
    named = [replace(one, name="Văn phòng Đăng ký đất đai, " * 4) for one in SHARES.shares]
    image = painted(replace(SHARES, shares=tuple(named)))

    filled = [x for x in range(WIDTH) if image.pixelColor(x, 20 + 2 + 8 + 6) == LIGHT.accent]
    assert 50 <= len(filled) < 72
