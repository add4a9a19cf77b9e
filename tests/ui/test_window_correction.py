"""Whose dossier it is, corrected through the window by keyboard."""

from PySide6.QtCore import Qt

from station.domain.dossier import Dossier
from station.domain.person import PartyKind
from tests.ui.test_window_dossier import correct_from_the_page, open_newest
from tests.ui.window_counter import Counter, receive
from tests.ui.window_keys import CTRL

DOWN, RIGHT, SPACE, ENTER = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Right,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
)


def at_the_owner(counter: Counter) -> None:
    """Open the correction of the newest dossier at whose it is."""
    open_newest(counter)
    correct_from_the_page(counter)
    counter.keys.press(RIGHT)
    counter.wait_for_focus("Phần sửa: Chủ hồ sơ, uỷ quyền")


def fill(counter: Counter, name: str, text: str) -> None:
    counter.focus_on(name)
    counter.keys.press(Qt.Key.Key_A, CTRL)
    counter.keys.type(text)


def save(counter: Counter, version: int) -> Dossier:
    counter.focus_on("Lý do")
    counter.keys.press(DOWN)
    counter.keys.press(ENTER, CTRL)
    counter.wait(lambda: counter.dossiers()[0].version == version)
    (dossier,) = counter.dossiers()
    return dossier


def test_an_owner_is_added_then_becomes_an_organisation_then_nobody(at_work: Counter) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    keys = at_work.keys

    at_the_owner(at_work)
    at_work.focus_on("Chủ hồ sơ: Chính người nộp")
    keys.press(RIGHT)
    at_work.wait_for("Người nộp làm thay; giấy này là giấy tờ bắt buộc.")
    fill(at_work, "Tên chủ hồ sơ", "Tran Van Chu")
    fill(at_work, "Số giấy uỷ quyền", "12/UQ")
    fill(at_work, "Ngày lập", "2/11/2026")
    at_work.focus_on("Bản chính giấy uỷ quyền, giới thiệu có trong hồ sơ")
    keys.press(SPACE)
    dossier = save(at_work, 2)
    assert dossier.owner is not None
    assert (dossier.owner.kind, dossier.owner.name) == (PartyKind.CITIZEN, "Tran Van Chu")
    assert dossier.authorisation is not None
    assert dossier.authorisation.number == "12/UQ"
    assert [(p.name, p.originals) for p in dossier.documents if not p.index] == [
        ("Giấy uỷ quyền", 1)
    ]
    at_work.wait_for("Đính chính: đã ghi")

    keys.press(Qt.Key.Key_Escape)
    at_the_owner(at_work)
    at_work.focus_on("Chủ hồ sơ: Người khác")
    keys.press(RIGHT)
    at_work.wait_for("Loại tổ chức: chọn loại tổ chức")
    fill(at_work, "Mã số thuế", "0100233488")
    fill(at_work, "Tên chủ hồ sơ", "Cong ty Vi du")
    fill(at_work, "Người đại diện", "Tran Van Binh")
    dossier = save(at_work, 3)
    assert dossier.owner is not None
    assert dossier.owner.kind is PartyKind.ORGANISATION
    assert (dossier.owner.name, dossier.owner.tax_code) == ("Cong ty Vi du", "0100233488")
    assert dossier.owner.person.full_name == "Tran Van Binh"
    at_work.wait_for("Đính chính: đã ghi")

    keys.press(Qt.Key.Key_Escape)
    at_the_owner(at_work)
    at_work.focus_on("Chủ hồ sơ: Tổ chức")
    for _ in range(2):
        keys.press(RIGHT)  # over the household business, round to the applicant
    at_work.wait_for("Người nộp là chủ hồ sơ.")
    dossier = save(at_work, 4)
    assert (dossier.owner, dossier.authorisation) == (None, None)


def test_an_owner_without_a_name_is_said_and_nothing_is_kept(at_work: Counter) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")

    at_the_owner(at_work)
    at_work.focus_on("Chủ hồ sơ: Chính người nộp")
    at_work.keys.press(RIGHT)
    at_work.focus_on("Lý do")
    at_work.keys.press(DOWN)
    at_work.keys.press(ENTER, CTRL)

    at_work.wait_for("tên chủ hồ sơ (chưa ghi)")
    assert at_work.dossiers()[0].version == 1
