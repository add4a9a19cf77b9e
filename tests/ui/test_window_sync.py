"""The sync centre by keyboard, with a real server; and at every size."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from tests.ui.window_counter import Counter, at_work, counter, home, made_home, receive
from tests.ui.window_keys import SHIFT
from ui.desktop.frame.view_model import Place
from ui.desktop.kit.tone import Tone
from ui.desktop.sync.page import SyncPage
from ui.desktop.sync.view_model import SyncLine, SyncSheet

__all__ = ["at_work", "counter", "home", "made_home"]  # the fixtures


def test_what_waits_is_told_and_leads_to_its_dossier(at_work: Counter) -> None:
    receive(at_work)

    at_work.keys.press(Qt.Key.Key_F5, SHIFT)
    at_work.wait_for_focus("Máy chủ chưa có")
    at_work.wait_for("việc đang chờ gửi, nằm an toàn ở máy này.")
    assert "Tiếp nhận, Thu phí" in at_work.said()
    at_work.keys.press(Qt.Key.Key_Return)

    at_work.wait(lambda: at_work.session.going.place is Place.DOSSIER)


def test_f5_leads_here_but_never_away_from_a_reception(at_work: Counter) -> None:
    at_work.keys.press(Qt.Key.Key_F5)
    assert at_work.focused() == "Số giấy tờ"

    at_work.keys.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    at_work.keys.press(Qt.Key.Key_F5)

    at_work.wait_for("Máy này chưa nối với máy chủ của tỉnh.")
    assert at_work.session.going.place is Place.SYNC


A_LINE = SyncLine(
    code="000.00.17.H25-261123-0388",
    short_code="0388",
    what="Tiếp nhận, Thu phí, In giấy tờ +2",
    since="16:59 23/11",
    state="bị trả lại",
    reason="Ngày cấp giấy tờ của người nộp thiếu hoặc sai: người nộp, giấy tờ tuỳ thân, ngày cấp",
    tone=Tone.ERR,
)
SENTENCES = (
    ("", "Mất mạng từ 09:12. Vẫn tiếp nhận bình thường, số và giấy hẹn không đổi.", Tone.WARN),
    ("12", "việc máy chủ trả lại, cần anh/chị xem.", Tone.ERR),
    ("1.234", "việc đang chờ gửi, nằm an toàn ở máy này.", Tone.WARN),
    ("88", "tệp quét đang chờ gửi, tự gửi tiếp khi có mạng.", Tone.WARN),
    ("12.345", "việc đã nằm ở máy chủ.", Tone.OK),
)
FACTS = tuple((f"Danh mục nhận về {n}", "toan-quoc 2026.11.118, 23/11") for n in range(5))


@every_room
def test_the_page_fits_every_window_and_cuts_no_button(qtbot: QtBot, room: Room) -> None:
    page = SyncPage()
    shown_in(room, page, qtbot)
    page.show_sheet(SyncSheet(sentences=SENTENCES, facts=FACTS, lines=(A_LINE,) * 40))

    assert_nothing_is_cut(room, page)
