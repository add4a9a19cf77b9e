"""Incidents of the counter's day in the window by keyboard, by their number in the list."""

from PySide6.QtCore import Qt

from station.domain.dossier import Dossier
from tests.ui.window_counter import CARD, OTHER_CARD, SPACE, Counter, receive
from tests.ui.window_keys import ALT, CTRL, SHIFT, read_card

TAB, ENTER, DOWN, RIGHT = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right
MARRIAGE, REGISTER_COPY = "1.004873", "2.000635"


MOST_KEYS = {"N5": 34, "N9": 67, "N10": 53, "N11": 38}
"""What each story may take, with every letter typed; a card that is read counts as none."""


def newest(counter: Counter) -> Dossier:
    return counter.dossiers()[0]


def begin(counter: Counter, card: str = CARD) -> None:
    counter.keys.pressed = 0
    counter.keys.press(Qt.Key.Key_F2)
    read_card(card)
    counter.wait_for("Nguyễn Thị Ánh Tuyết" if card == CARD else "Trần Văn Bình")


def choose(counter: Counter, query: str, paper: str) -> None:
    """Choose a procedure by its key, and wait for one of its papers."""
    counter.keys.press(Qt.Key.Key_F4)
    counter.keys.type(query)
    counter.wait_for("thủ tục khớp")
    counter.keys.press(ENTER)
    counter.wait_for(paper)


def tick(counter: Counter, *rows: int) -> None:
    """Tick rows of the papers, which have the keys; counted from the first."""
    counter.keys.press(Qt.Key.Key_Home)
    at = 1
    for row in rows:
        for _ in range(row - at):
            counter.keys.press(DOWN)
        at = row
        counter.keys.press(SPACE)


def accept(counter: Counter, tendered: str = "200000") -> Dossier:
    counter.keys.press(Qt.Key.Key_F8)
    counter.keys.type(tendered)
    return accept_now(counter)


def accept_now(counter: Counter) -> Dossier:
    before = len(counter.dossiers())
    counter.wait_for("Đủ điều kiện tiếp nhận.")
    counter.keys.press(ENTER, CTRL)
    counter.wait(lambda: len(counter.dossiers()) == before + 1)
    return newest(counter)


def test_n5_the_wrong_procedure_is_chosen_anew_and_nothing_that_was_given_is_lost(
    at_work: Counter,
) -> None:
    begin(at_work)
    choose(at_work, "cgxn", "Tờ khai cấp Giấy xác nhận")
    tick(at_work, 1, 2)

    choose(at_work, "trich luc", "Tờ khai cấp bản sao trích")
    said = at_work.said()
    assert "Nguyễn Thị Ánh Tuyết" in said
    assert "Tờ khai cấp Giấy xác nhận" in said  # as another paper now
    tick(at_work, 1, 2)
    dossier = accept(at_work)
    assert at_work.keys.pressed <= MOST_KEYS["N5"]

    assert dossier.procedure_code == REGISTER_COPY
    assert dossier.submitter.name == "Nguyễn Thị Ánh Tuyết"
    papers = [paper.name for paper in dossier.documents if paper.handed_in]
    assert any(name.startswith("Tờ khai cấp Giấy xác nhận") for name in papers)


def test_n9_an_organisation_is_filled_in_by_its_head_who_brings_no_letter(
    at_work: Counter,
) -> None:
    keys = at_work.keys
    begin(at_work)
    choose(at_work, "trich luc", "Tờ khai cấp bản sao trích")
    tick(at_work, 1, 2)

    keys.press(Qt.Key.Key_U, ALT)
    at_work.wait_for_focus("Chủ hồ sơ: Chính người nộp")
    keys.press(RIGHT)
    keys.press(RIGHT)
    at_work.focus_on("Mã số thuế")
    keys.type("0100233489")
    at_work.focus_on("Loại tổ chức: Doanh nghiệp")
    keys.press(SPACE)
    at_work.focus_on("Tên chủ hồ sơ")
    keys.type("CTY MINH DAT")
    at_work.wait(lambda: "sai số kiểm tra" in at_work.marks())
    for _ in range(2):  # past the kind of organisation
        keys.press(TAB, SHIFT)
    at_work.wait_for_focus("Mã số thuế")
    keys.press(Qt.Key.Key_End)
    keys.press(Qt.Key.Key_Backspace)
    keys.type("8")
    at_work.wait(lambda: "sai số kiểm tra" not in at_work.marks())
    at_work.focus_on("Nộp thay theo: Giấy giới thiệu")
    keys.press(RIGHT)
    at_work.wait_for("là người đại diện theo pháp luật.")
    keys.press(Qt.Key.Key_Escape)
    dossier = accept(at_work)
    assert at_work.keys.pressed <= MOST_KEYS["N9"]

    assert dossier.submitter.number == "0100233488"
    assert dossier.authorisation is None


def test_n10_who_acts_for_another_brings_a_letter_and_the_slip_says_who_may_collect(
    at_work: Counter,
) -> None:
    keys = at_work.keys
    begin(at_work)
    choose(at_work, "trich luc", "Tờ khai cấp bản sao trích")
    tick(at_work, 1, 2)

    keys.press(Qt.Key.Key_U, ALT)
    keys.press(RIGHT)
    at_work.wait_for_focus("Chủ hồ sơ: Người khác")
    read_card(OTHER_CARD)  # with the panel open it is the owner's
    at_work.wait_for("Trần Văn Bình")
    at_work.focus_on("Số giấy uỷ quyền")
    keys.type("12/UQ")
    at_work.focus_on("Ngày lập")
    keys.type("01012026")
    keys.press(Qt.Key.Key_Escape)
    at_work.wait_for("Giấy uỷ quyền")
    at_work.wait_for("thiếu")  # it is mandatory now
    keys.press(Qt.Key.Key_3, ALT)
    tick(at_work, 3)
    dossier = accept(at_work)
    assert at_work.keys.pressed <= MOST_KEYS["N10"]

    assert dossier.owner is not None
    assert dossier.owner.name == "Trần Văn Bình"
    assert dossier.submitter.name == "Nguyễn Thị Ánh Tuyết"
    assert dossier.authorisation is not None
    assert dossier.authorisation.number == "12/UQ"
    assert [paper.name for paper in dossier.documents if paper.mandatory][-1] == "Giấy uỷ quyền"


def test_n11_the_same_person_and_procedure_shows_the_open_one_and_needs_a_reason(
    at_work: Counter,
) -> None:
    keys = at_work.keys
    receive(at_work)
    first = newest(at_work)

    begin(at_work)
    choose(at_work, "cgxn", "Tờ khai cấp Giấy xác nhận")
    tick(at_work, 1, 2, 4)
    keys.press(Qt.Key.Key_F8)
    keys.type("20000")
    at_work.wait_for(first.code)
    keys.press(ENTER, CTRL)  # locked: nothing is received
    assert len(at_work.dossiers()) == 1

    at_work.focus_on("Lý do vẫn nhận")
    keys.type("xin them mot ban")
    dossier = accept_now(at_work)
    assert at_work.keys.pressed <= MOST_KEYS["N11"]

    assert dossier.procedure_code == first.procedure_code
    assert dossier.duplicate_reason == "xin them mot ban"
    at_work.scan(first.code)  # each stands on its own
    at_work.wait_for("Dòng thời gian")
