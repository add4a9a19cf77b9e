"""The controls do with the keyboard and a screen reader what they do with the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import click, focused, press
from tests.ui.window_keys import ALT, CTRL
from ui.desktop.gallery.controls import controls
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.focus_ring import FocusRing
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel
from ui.desktop.kit.rail import RailItem
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.theme import theme, use_theme
from ui.desktop.kit.tokens import DARK, LIGHT
from ui.desktop.kit.tone import Tone

CHOICES = [("counter", "Tại quầy"), ("post", "Bưu chính"), ("online", "Điện tử")]


class _Names(CellModel[str]):
    def __init__(self) -> None:
        super().__init__((Column(title="Tên"), Column(title="Số", width=60, right=True)))

    def cell(self, row: str, column: int) -> Cell:
        return Cell(text=row) if column == 0 else Cell(text="1", spoken="một bản")


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot) -> QWidget:
    widget = QWidget()
    QVBoxLayout(widget)
    widget.resize(800, 400)
    qtbot.addWidget(widget)
    return widget


def put(page: QWidget, *widgets: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    page.show()
    page.activateWindow()
    QApplication.processEvents()


def test_arrow_keys_move_a_segmented_choice_and_tell_it(page: QWidget) -> None:
    segmented = Segmented("Nhận kết quả", CHOICES)
    segmented.show_value("counter")
    told: list[str] = []
    segmented.value_chosen.connect(told.append)
    put(page, segmented)
    segmented.focus_target().setFocus()

    press("Right", "Right", "Right", "Left")

    assert told == ["post", "online", "counter", "online"]
    assert segmented.value() == "online"


def test_showing_a_choice_is_not_told_and_none_may_be_shown(page: QWidget) -> None:
    segmented = Segmented("Giới tính", CHOICES)
    told: list[str] = []
    segmented.value_chosen.connect(told.append)

    segmented.show_value("post")
    assert segmented.value() == "post"
    segmented.show_value(None)

    assert segmented.value() is None
    assert told == []


def test_tab_stops_once_at_a_segmented(page: QWidget) -> None:
    before, after = Field("trước"), Field("sau")
    segmented = Segmented("Nhận kết quả", CHOICES)
    put(page, before, segmented, after)
    before.setFocus()

    press("Tab")
    assert focused().parent() is segmented
    press("Tab")

    assert after.hasFocus()


def test_a_choice_in_doubt_is_framed_and_says_why(page: QWidget) -> None:
    row = Segmented("Giới tính", [("m", "Nam"), ("f", "Nữ")], page)
    row.show()
    plain = row.grab().toImage()

    row.set_warning("số thẻ: nữ")

    assert row.grab().toImage() != plain
    assert {one.accessibleDescription() for one in (row, *row.segments())} == {"số thẻ: nữ"}
    row.set_warning("")
    assert row.grab().toImage() == plain


def test_choosing_in_a_combo_tells_the_value(page: QWidget) -> None:
    combo = Combo("Loại giấy tờ")
    combo.set_choices([("a", "Một"), ("b", "Hai")])
    told: list[str] = []
    combo.value_chosen.connect(told.append)
    put(page, combo)
    combo.show_value("a")
    combo.setFocus()

    press("Down")

    assert told == ["b"]


def test_a_blocked_button_cannot_be_pressed_and_comes_back(page: QWidget) -> None:
    button = Button("Tiếp nhận và in", Kind.PRIMARY, badge="Ctrl+Enter")
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append(button.text()))
    put(page, button)

    button.set_blocked(True)
    click(button)
    assert pressed == []
    button.set_blocked(False)
    click(button)

    assert len(pressed) == 1


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (Qt.Key.Key_D, ALT, "An"),
        (Qt.Key.Key_D, ALT | Qt.KeyboardModifier.ShiftModifier, "An"),
        (Qt.Key.Key_At, ALT | CTRL, "An@"),  # AltGr, as Windows has it
        (Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier, "And"),
    ],
)
def test_the_key_of_an_act_that_has_nothing_to_do_is_not_typed(
    page: QWidget, key: Qt.Key, held: Qt.KeyboardModifier, text: str
) -> None:
    field = Field("Họ tên")
    put(page, field)
    field.setFocus()
    field.setText("An")

    QTest.keyClick(field, key, held)

    assert field.text() == text


def test_showing_a_text_again_keeps_the_cursor(page: QWidget) -> None:
    field = Field("Họ tên")
    field.show_text("Nguyễn Văn An")
    field.setCursorPosition(6)

    field.show_text("Nguyễn Văn An")

    assert field.cursorPosition() == 6


def test_a_long_text_shows_its_beginning(page: QWidget) -> None:
    field = Field("Địa chỉ", width=100)

    field.show_text("Tổ dân phố số 15, phường Lê Hồng Phong, tỉnh Ninh Bình")

    assert field.cursorPosition() == 0


def test_a_mark_is_described_to_screen_readers_and_yields_to_the_text(page: QWidget) -> None:
    field = Field("Số", width=190)
    put(page, field)
    field.show_text("035080012789")

    field.set_mark("phải đủ 12 số và đúng mã tỉnh", Tone.ERR)

    assert field.accessibleDescription() == "phải đủ 12 số và đúng mã tỉnh"
    room = field.width() - field.textMargins().left() - field.textMargins().right()
    assert room >= field.fontMetrics().horizontalAdvance("035080012789")


def test_a_label_names_its_field(page: QWidget) -> None:
    field = Field()

    FieldLabel("Họ tên", field)

    assert field.accessibleName() == "Họ tên"


def test_the_ring_encircles_what_has_the_focus_and_lets_the_mouse_through(page: QWidget) -> None:
    field, segmented = Field("Số"), Segmented("Nhận", CHOICES)
    ring = FocusRing(page)
    put(page, field, segmented)

    field.setFocus()
    assert ring.isVisible()
    assert ring.geometry().contains(field.geometry())
    assert ring.geometry().width() == field.width() + 8
    segmented.focus_target().setFocus()

    assert ring.geometry().contains(segmented.geometry())
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert not ring.mask().contains(ring.rect().center())


def test_the_ring_follows_a_control_that_is_moved_by_its_parents(
    page: QWidget, qtbot: QtBot
) -> None:
    above, field = QWidget(), Field("Số")
    above.setFixedHeight(40)
    ring = FocusRing(page)
    put(page, above, field)
    field.setFocus()

    above.setFixedHeight(90)

    qtbot.waitUntil(lambda: ring.geometry().contains(field.geometry()), timeout=1000)


def test_a_table_is_as_high_as_whole_rows(page: QWidget) -> None:
    model = _Names()
    model.set_rows(tuple("abcdefghijklmnop"))
    table = Table(model, "Tên", row_height=32)
    holder = WholeRows(table)
    put(page, holder)

    for height in range(200, 260, 7):
        holder.resize(400, height)
        assert (table.height() - 24) % 32 == 0
        assert table.height() <= height


def test_rows_that_only_changed_keep_the_current_row(page: QWidget) -> None:
    model = _Names()
    model.set_rows(("a", "b", "c"))
    table = Table(model, "Tên")
    put(page, table)
    table.select(2)

    model.set_rows(("x", "y", "z"))
    assert table.current_row() == 2
    model.set_rows(("a", "b"))

    assert table.current_row() == 0


def test_letters_do_not_move_a_table_and_tab_leaves_it(page: QWidget) -> None:
    model = _Names()
    model.set_rows(("an", "bình", "cường"))
    table, after = Table(model, "Tên"), Field("sau")
    put(page, table, after)
    table.setFocus()

    press("C")
    assert table.current_row() == 0
    press("Tab")

    assert after.hasFocus()


def test_screen_readers_hear_the_spoken_words_of_a_cell(page: QWidget) -> None:
    model = _Names()
    model.set_rows(("an",))

    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "một bản"


def test_a_panel_gives_the_focus_back_and_never_covers_what_it_belongs_to(page: QWidget) -> None:
    field, inside = Field("Số"), Field("trong bảng")
    row = QWidget()
    QHBoxLayout(row).addWidget(field)
    put(page, row)
    field.setFocus()
    panel = FloatingPanel(page, "Bảng")
    panel.body.addWidget(inside)

    panel.open_at(field, page.size() * 2, first=inside)
    assert inside.hasFocus()
    top = field.mapTo(page, field.rect().topLeft()).y()
    covered = panel.geometry().adjusted(6, 6, -6, -6)
    assert covered.bottom() < top or covered.top() > top + field.height()
    press("Esc")

    assert not panel.isVisible()
    assert field.hasFocus()


def test_a_panel_closes_when_the_focus_goes_elsewhere(page: QWidget) -> None:
    field, other, inside = Field("Số"), Field("khác"), Field("trong bảng")
    put(page, field, other)
    panel = FloatingPanel(page, "Bảng")
    panel.body.addWidget(inside)
    panel.open_at(field, page.size() / 2, first=inside)

    other.setFocus()

    assert not panel.isVisible()
    assert other.hasFocus()


def test_a_panel_of_a_table_closes_when_its_keys_go_to_the_table(page: QWidget) -> None:
    """It had stayed open over the page, and Esc, pressed in the table, did not close it."""
    table, inside = Table(_Names(), "Giấy tờ"), Field("trong bảng")
    put(page, table)
    panel = FloatingPanel(page, "Bảng")
    panel.body.addWidget(inside)
    panel.open_at(table, page.size() / 2, first=inside)

    table.setFocus()
    assert not panel.isVisible()

    panel.open_at(table, page.size() / 2)  # one that is filled by what is typed in its opener
    page.setFocus()
    panel.open_at(table, page.size() / 2)
    table.setFocus()
    assert panel.isVisible()


class _Counting(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


def test_an_open_window_is_painted_anew_in_another_theme(
    dressed: QApplication, page: QWidget, qtbot: QtBot
) -> None:
    inner = _Counting()
    put(page, inner)
    qtbot.waitUntil(lambda: inner.painted > 0, timeout=2000)
    before = inner.painted

    use_theme(dressed, DARK)
    qtbot.waitUntil(lambda: inner.painted > before, timeout=2000)

    assert theme() is DARK
    use_theme(dressed, LIGHT)


def test_every_control_takes_the_theme(dressed: QApplication, qtbot: QtBot) -> None:
    board = controls()
    qtbot.addWidget(board)

    use_theme(dressed, DARK)
    image = board.grab().toImage()
    use_theme(dressed, LIGHT)

    colours = {image.pixelColor(x, y).name() for x in range(0, 1000, 3) for y in range(0, 600, 3)}
    assert DARK.sheet.name() in colours
    assert LIGHT.surface.name() not in colours


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [("ab\ud83dc", "abc"), ("abcd😀", "abcd"), ("abc😀", "abc😀"), ("\udc00", "")],
)
def test_halves_of_letters_never_reach_who_listens(page: QWidget, pasted: str, kept: str) -> None:
    field, heard = Field("Ghi chú", longest=5), [""]
    field.textEdited.connect(heard.append)
    put(page, field)

    field.insert(pasted)

    assert (field.text(), heard[-1]) == (kept, kept)


def test_the_key_of_a_place_is_on_its_entry_or_in_its_tooltip(page: QWidget) -> None:
    short = RailItem("Hồ sơ", Icon.INBOX, "Ctrl+0")
    long = RailItem("Bàn làm việc", Icon.HOME, "Alt+0")
    for item in (short, long):
        item.setFixedWidth(176)
    put(page, short, long)

    assert (short.toolTip(), long.toolTip()) == ("", "Bàn làm việc · Alt+0")
    short.set_slim(True)
    short.show_count(3)
    assert short.toolTip() == "Hồ sơ (3) · Ctrl+0"
