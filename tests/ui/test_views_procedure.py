"""The type-ahead of procedures under its field, driven by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from tests.ui.reception_reading import name_of
from ui.desktop.gallery import panels as panels
from ui.desktop.gallery import samples
from ui.desktop.gallery.window import Gallery
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
    said = [line.accessibleName() for line in page.window().findChildren(QWidget)]
    assert "Danh mục mới có tên thủ tục này, chưa có giấy tờ, phí, thời hạn." in said


def test_another_draft_shows_nothing_of_what_was_typed_or_chosen_in_the_last_one(
    page: ReceptionPage,
) -> None:
    """F2 is pressed in the field itself, after a look at the list."""
    field = page.procedure.first_focus()
    assert isinstance(field, QLineEdit)
    with_procedure = replace(samples.draft(blocked=False), draft="one")
    page.show_draft(with_procedure, fresh=True)
    press("F4")
    type_in("khai")
    press("Esc", "Esc")
    assert field.text() != ""

    page.show_draft(Draft(draft="two"), fresh=True)
    assert field.text() == ""

    press("F4")
    type_in("khai")
    page.show_matches(samples.matches("khai"))
    page.show_draft(Draft(draft="two"), fresh=False)  # its pages came: what is typed stays
    assert field.text() == "khai"

    page.show_draft(Draft(draft="three"), fresh=True)
    assert field.text() == ""


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


def seen_words(page: ReceptionPage) -> set[str]:
    return {label.text() for label in page.procedure.findChildren(QLabel) if label.isVisible()}


@pytest.mark.parametrize(
    ("width", "more", "focus"),
    [
        (1366, (), "Trường hợp: Đúng hạn (trong 60 ngày)"),
        (1366, (("nhan-cha", "Kết hợp đăng ký nhận cha, mẹ, con"),), "Trường hợp"),
        (911, (), "Trường hợp"),
    ],
)
def test_few_cases_stand_side_by_side_where_they_have_room_and_the_question_is_seen(
    gallery: Gallery, width: int, more: tuple[tuple[str, str], ...], focus: str
) -> None:
    page = gallery.reception
    gallery.scenes()["reception-cases"]()
    gallery.window.resize(width, 768)
    shown = panels.birth()
    assert shown.chosen is not None
    cases = (*shown.chosen.cases, *more)
    page.show_procedure(replace(shown, chosen=replace(shown.chosen, cases=cases)))
    QApplication.processEvents()
    chosen = told(page.procedure.case_chosen)

    page.focus_zone(2)
    page.go_on()

    assert name_of(focused()) == focus
    assert shown.chosen.question in seen_words(page)
    press("Right" if width > 911 and not more else "Down")
    assert chosen == ["qua-han"]


def test_a_question_that_has_no_room_gives_way_and_is_said_to_a_screen_reader(
    page: ReceptionPage,
) -> None:
    shown = panels.birth()
    assert shown.chosen is not None
    long = "Trẻ sinh đến nay đã quá 60 ngày chưa, và có ai đăng ký nhận cha, mẹ, con không? " * 3

    page.show_procedure(replace(shown, chosen=replace(shown.chosen, question=long)))
    page.focus_zone(2)
    page.go_on()

    assert "Trường hợp" in seen_words(page)
    assert focused().accessibleDescription() == long
