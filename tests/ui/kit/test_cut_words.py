"""What has no room is cut, and whole where the pointer rests."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.label import Line

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
