"""The list of dossiers: one current row, said in the bar with what Enter does."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from ui.desktop.dossiers.page import DossierListPage
from ui.desktop.dossiers.table_model import DossierModel
from ui.desktop.dossiers.view_model import Delivered, DossierLine, ListFilter
from ui.desktop.gallery import samples
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.button import FilterButton
from ui.desktop.kit.cells import Cell
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.table import Table
from ui.desktop.kit.tone import Tone


@pytest.fixture
def page(gallery: Gallery) -> DossierListPage:
    gallery.scenes()["list-usual"]()
    return gallery.list


def visible_names(page: QWidget) -> list[str]:
    return [w.accessibleName() for w in page.findChildren(QWidget) if w.isVisible()]


def test_enter_opens_the_row_named_in_the_bar_and_a_key_shows_its_slip(
    page: DossierListPage,
) -> None:
    opened, slips = told(page.dossier_wanted), told(page.slip_wanted)

    press("Down", "Down")
    assert "Dòng 3/37 H42.15-260924-0315 · PHẠM QUỐC BẢO" in visible_names(page)
    press("Return", "Ctrl+P")

    assert opened == slips == ["H42.15-260924-0315"]


def test_rows_are_36_high_and_13_of_them_are_seen(page: DossierListPage) -> None:
    table = page.findChildren(Table)[0]

    assert table.rowHeight(0) == 36
    assert (table.height() - 24) // 36 == 13


def test_a_filter_tells_itself_and_shows_its_count(page: DossierListPage) -> None:
    chosen = told(page.filter_chosen)
    filters = [button.accessibleName() for button in page.findChildren(FilterButton)]
    assert filters == ["Hôm nay  37", "Của tôi  18", "Chưa gửi  3", "Bị trả lại  1", "Mọi ngày"]

    press("Shift+Tab", "Shift+Tab", "Shift+Tab")
    assert focused().accessibleName() == "Hôm nay  37"
    press("Right", "Right")

    assert chosen == [ListFilter.MINE, ListFilter.UNSENT]


def test_typing_filters_and_the_arrows_still_move_the_rows(page: DossierListPage) -> None:
    texts, wanted = told(page.text_edited), told(page.dossier_wanted)

    press("Shift+Tab")
    assert focused().accessibleName() == "Lọc trong danh sách"
    type_in("an")
    page.show_list(replace(samples.dossier_list(), text="an"))
    press("Down", "Return")
    press("Esc")

    assert texts == ["a", "an", ""]
    assert wanted == ["H42.15-260924-0316"]


def test_names_show_what_of_them_was_typed(page: DossierListPage) -> None:
    model = page.findChildren(Table)[0].model()
    assert isinstance(model, DossierModel)

    page.show_list(replace(samples.dossier_list(), text="nguyen"))

    names = {model.cell(row, 1) for row in model.rows()}
    marked = {cell.text[a:b] for cell in names for a, b in cell.marked}
    assert marked == {"NGUYỄN"}


def test_a_key_that_leaves_all_rows_paints_their_names_alone(
    page: DossierListPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = set()
    cell = DossierModel.cell

    def noted(model: DossierModel, row: DossierLine, column: int) -> Cell:
        painted.add(column)
        return cell(model, row, column)

    QApplication.processEvents()
    monkeypatch.setattr(DossierModel, "cell", noted)
    page.show_list(replace(samples.dossier_list(), text="nguyen"))
    QApplication.processEvents()
    assert 1 in painted <= {1, 2}  # Qt paints the neighbour, too

    usual = samples.dossier_list()
    page.show_list(replace(usual, today=usual.today + timedelta(1), text="nguyen"))
    QApplication.processEvents()
    assert painted == set(range(7))


def test_the_current_row_stays_when_the_rows_are_read_again(page: DossierListPage) -> None:
    press("Down", "Down", "Down")

    page.show_list(samples.dossier_list())

    assert page.findChildren(Table)[0].current_row() == 3


def test_an_empty_list_says_why_and_offers_one_act(gallery: Gallery) -> None:
    gallery.scenes()["list-empty"]()
    new = told(gallery.list.new_wanted)

    names = visible_names(gallery.list)
    assert any(name.startswith("Hôm nay chưa tiếp nhận hồ sơ nào.") for name in names)
    assert "Xem phiếu" not in names
    press("Tab", "Space")

    assert len(new) == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": "xyz"}, "Không có hồ sơ nào khớp"),
        ({"chosen": ListFilter.REFUSED}, "Không có hồ sơ nào ở mục này"),
    ],
)
def test_each_kind_of_emptiness_has_its_words(
    gallery: Gallery, changes: dict[str, object], words: str
) -> None:
    gallery.scenes()["list-empty"]()

    gallery.list.show_list(replace(samples.dossier_list(0), **changes))  # type: ignore[arg-type]

    assert any(name.startswith(words) for name in visible_names(gallery.list))


def test_a_list_that_cannot_be_read_says_so_in_place(page: DossierListPage) -> None:
    page.show_problem("Kho đang bận. Không mất gì. Thử lại sau.")
    assert "Kho đang bận. Không mất gì. Thử lại sau." in visible_names(page)

    page.show_problem("")

    assert "Kho đang bận. Không mất gì. Thử lại sau." not in visible_names(page)


def test_what_came_back_from_the_server_is_told_in_words_and_colour(page: DossierListPage) -> None:
    model = page.findChildren(Table)[0].model()

    states = {model.index(row, 6).data() for row in range(12)}

    assert states == {"chờ gửi", "đã gửi", "bị trả lại"}
    assert model.index(8, 5).data() == "Quá hạn"
    assert model.index(3, 4).data().endswith("hôm nay")


def test_a_promise_of_today_or_next_says_its_working_hours_and_not_by_colour_alone(
    page: DossierListPage,
) -> None:
    model = page.findChildren(Table)[0].model()
    assert isinstance(model, DossierModel)
    spoken = Qt.ItemDataRole.AccessibleTextRole

    said = [(model.index(row, 5).data(), model.index(row, 5).data(spoken)) for row in (3, 6)]
    cells = [model.cell(model.rows()[row], 5) for row in (3, 6)]

    assert said == [
        ("Còn 5 giờ làm việc", "Đã tiếp nhận, còn 5 giờ làm việc"),
        ("Còn 11 giờ làm việc", "Đang giải quyết, còn 11 giờ làm việc"),
    ]
    assert [(cell.sign, cell.tone) for cell in cells] == [
        (Icon.CLOCK, Tone.WARN),
        (Icon.CLOCK, Tone.INFO),
    ]


def test_what_the_province_refused_is_sent_again_from_its_row(
    page: DossierListPage, gallery: Gallery
) -> None:
    wanted = told(page.send_again_wanted)
    usual = samples.dossier_list()
    refused = next(at for at, line in enumerate(usual.lines) if line.delivered is Delivered.REFUSED)

    press("Alt+G")  # the first row was sent
    assert "Gửi lại" not in visible_names(page)
    page.show_list(replace(usual, lines=usual.lines[refused:]))
    press("Alt+G")

    assert "Gửi lại" in visible_names(page)
    assert wanted == [usual.lines[refused].code]


def test_enter_waits_for_the_rows_of_what_was_typed(page: DossierListPage) -> None:
    wanted = told(page.dossier_wanted)
    shown = samples.dossier_list()

    press("Shift+Tab")
    type_in("lan")
    press("Return")
    assert wanted == []
    page.show_list(replace(shown, lines=shown.lines[1:2], text="lan"))

    assert wanted == [shown.lines[1].code]


def test_the_letter_is_painted_before_the_rows_that_follow_it(
    page: DossierListPage, qtbot: QtBot
) -> None:
    press("Shift+Tab")
    QApplication.processEvents()
    painted = PaintedField()
    focused().installEventFilter(painted)
    done: list[bool] = []
    page.text_edited.connect(lambda _: page.once_painted(lambda: done.append(painted.seen)))

    type_in("l")
    assert done == []  # keys that wait already go first
    qtbot.waitUntil(lambda: done == [True])


class PaintedField(QObject):
    """Notes whether what it watches was painted."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)
