"""The type-ahead of procedures under its field, driven by keyboard."""

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from tests.ui.reception_reading import name_of
from ui.desktop import gallery_samples as samples
from ui.desktop.gallery import Gallery
from ui.desktop.kit.table import Table
from ui.desktop.kit.tokens import LIST_ROW, TWO_LINE_ROW
from ui.desktop.reception.page import ReceptionPage
from ui.desktop.reception.view_model import Draft, Matches, ProcedureMatch

FOUND = "Thủ tục tìm thấy"


@pytest.fixture
def page(gallery: Gallery) -> ReceptionPage:
    gallery.reception.show_draft(Draft(), fresh=True)
    return gallery.reception


def test_f4_asks_for_procedures_and_enter_takes_the_one_chosen(page: ReceptionPage) -> None:
    queries = told(page.procedure.query_edited)
    chosen = told(page.procedure.procedure_chosen)

    press("F4")
    assert name_of(focused()) == "Tên hoặc mã thủ tục"
    assert queries == [""]
    type_in("khai")
    page.show_matches(samples.matches("khai"))
    press("Down", "Down", "Up", "Return")

    assert queries[1:] == ["k", "kh", "kha", "khai"]
    assert chosen == ["1.000656"]


def test_procedures_whose_names_begin_alike_are_seen_to_differ(page: ReceptionPage) -> None:
    press("F4")
    type_in("khai")
    names = [
        f"Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân, nộp thay {who}"
        for who in ("cha", "mẹ")
    ]
    found = [
        ProcedureMatch(code="1", name=n, field="Hộ tịch", name_matches=((8, 12),)) for n in names
    ]

    page.show_matches(Matches("khai", tuple(found), 2))

    (table,) = (t for t in page.window().findChildren(Table) if t.accessibleName() == FOUND)
    rows = [table.visualRect(table.model().index(row, 0)) for row in range(2)]
    assert {rect.height() for rect in rows} == {TWO_LINE_ROW}
    table.select(-1)
    first, second = (table.viewport().grab(rect.adjusted(4, 0, 0, 0)).toImage() for rect in rows)
    assert first != second
    page.show_matches(samples.matches("khai"))
    assert table.rowHeight(0) == LIST_ROW


def test_matches_for_an_older_query_are_ignored(page: ReceptionPage) -> None:
    press("F4")
    type_in("khai s")
    page.show_matches(samples.matches("khai"))
    chosen = told(page.procedure.procedure_chosen)

    press("Return")

    assert chosen == []


def test_a_procedure_known_by_name_only_cannot_be_taken(page: ReceptionPage) -> None:
    press("F4")
    type_in("khai")
    page.show_matches(samples.matches("khai"))
    chosen = told(page.procedure.procedure_chosen)

    press("PgDown", "Return")

    assert chosen == []


def test_esc_leaves_the_list_then_gives_the_chosen_name_back(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=False), fresh=True)
    press("F4")
    type_in("khai")
    page.show_matches(samples.matches("khai"))
    field = focused()
    assert isinstance(field, QLineEdit)

    press("Esc")
    assert field.text() == "khai"
    press("Esc")

    assert field.text() == "Tách thửa, hợp thửa đất"
