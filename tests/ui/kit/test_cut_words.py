"""What has no room is cut, and whole where the pointer rests."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.field import Field
from ui.desktop.kit.label import Line
from ui.desktop.kit.secret_field import SecretField

NAME = "CÔNG TY TNHH MINH ĐẠT"


class _Names(CellModel[str]):
    def __init__(self) -> None:
        super().__init__((Column(title="Chủ hồ sơ", width=80),))

    def cell(self, row: str, column: int) -> Cell:
        return Cell(text=row)


def test_a_line_that_is_cut_is_whole_in_its_tooltip_as_long_as_it_is_cut(qtbot: QtBot) -> None:
    line = Line(NAME)
    qtbot.addWidget(line)
    line.resize(80, 24)
    line.show()
    assert line.toolTip() == NAME

    line.resize(400, 24)
    assert line.toolTip() == ""

    line.set_words(NAME * 4)
    assert line.toolTip() == NAME * 4


def test_a_name_and_a_head_in_a_narrow_column_have_theirs(qtbot: QtBot) -> None:
    model = _Names()
    model.set_rows((NAME, "Thuế"))
    tip = Qt.ItemDataRole.ToolTipRole

    assert model.data(model.index(0, 0), tip) == NAME
    assert model.data(model.index(1, 0), tip) is None  # whole in every column
    assert model.headerData(0, Qt.Orientation.Horizontal, tip) == "Chủ hồ sơ"


LONG_NAME = "Nguyễn Thị Hoàng Anh Thư Tôn Nữ Công Tằng"


def test_a_text_that_goes_on_behind_the_frame_of_its_field_says_so(
    dressed: QApplication, qtbot: QtBot
) -> None:
    """A name that ends between two of its words would seem whole."""
    field, beside = Field("Họ tên", width=240, strong=True), Field("Sinh", width=240)
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(beside)
    layout.addWidget(field)
    qtbot.addWidget(page)
    field.show_text(LONG_NAME)
    page.show()
    page.activateWindow()
    beside.setFocus()
    assert field.is_cut()
    seen = field.grab().toImage()

    for end in range(len(LONG_NAME), 0, -1):
        field.show_text(LONG_NAME[:end] + "…")
        if not field.is_cut():
            break
    assert field.grab().toImage() == seen  # and no letter moves when the focus comes


def test_what_is_selected_is_seen_where_the_keys_are(dressed: QApplication, qtbot: QtBot) -> None:
    """A panel takes the keys, and the selection stays for when it closes."""
    field = Field("Số giấy tờ", width=240)
    qtbot.addWidget(field)
    field.show_text("036190004321")
    plain = field.grab().toImage()

    field.selectAll()
    assert field.grab().toImage() == plain


def test_nothing_is_told_of_a_secret_that_is_long(qtbot: QtBot) -> None:
    field = SecretField("Mật khẩu")
    qtbot.addWidget(field)
    field.setFixedWidth(80)
    field.show_text("x" * 60)

    assert not field.is_cut()
