"""Personal numbers are hidden on every screen; who has a whole one shown is written down."""

import json

from PySide6.QtCore import Qt

from tests.ui.test_window_dossier import correct_from_the_page, open_newest
from tests.ui.window_counter import Counter, change_officer, receive
from tests.ui.window_keys import ALT, CTRL

WHOLE, HIDDEN = "035199012345", "0351******45"
OLD = "168123456"


def revealed(counter: Counter) -> list[tuple[str, dict[str, object]]]:
    code = counter.dossiers()[0].code
    facts = counter.desk.history(code)
    return [(one.officer_id, one.payload) for one in facts if one.kind == "NumbersRevealed"]


def open_received(counter: Counter) -> None:
    receive(counter)
    counter.wait_for("Phiếu đã in ra máy in mô phỏng.")
    open_newest(counter)


def test_whole_numbers_are_asked_for_written_down_and_hidden_again(at_work: Counter) -> None:
    keys = at_work.keys
    open_received(at_work)
    keys.press(Qt.Key.Key_U, ALT)
    at_work.wait_for(HIDDEN)
    assert WHOLE not in at_work.said()
    assert OLD not in at_work.said()
    assert revealed(at_work) == []

    keys.press(Qt.Key.Key_V, ALT)
    at_work.wait_for(WHOLE)
    at_work.wait_for(OLD)
    ((officer_id, payload),) = revealed(at_work)
    assert (officer_id, payload["seen_for"]) == ("quay3", "reading")
    assert WHOLE not in json.dumps(payload)

    keys.press(Qt.Key.Key_Escape)
    at_work.wait(lambda: WHOLE not in at_work.said())
    keys.press(Qt.Key.Key_U, ALT)
    at_work.wait_for(HIDDEN)
    assert WHOLE not in at_work.said()
    assert at_work.desk.dossier(at_work.dossiers()[0].code).version == 1
    assert len(revealed(at_work)) == 1
    keys.press(Qt.Key.Key_Escape)

    correct_from_the_page(at_work)
    at_work.wait(lambda: len(revealed(at_work)) == 2)
    assert revealed(at_work)[-1][1]["seen_for"] == "correcting"


def test_who_does_not_work_on_dossiers_sees_them_hidden_alone(at_work: Counter) -> None:
    open_received(at_work)
    change_officer(at_work, "admin")
    open_newest(at_work)
    at_work.keys.press(Qt.Key.Key_U, ALT)
    at_work.wait_for(HIDDEN)
    at_work.keys.press(Qt.Key.Key_V, ALT)
    at_work.wait_for("(AUT-003)")
    assert WHOLE not in at_work.said()
    assert revealed(at_work) == []


def test_lists_and_the_return_desk_hide_them_alike(at_work: Counter) -> None:
    keys = at_work.keys
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    keys.press(Qt.Key.Key_F3)
    keys.type("tuyet")
    at_work.wait_for(HIDDEN)
    assert "••••" not in at_work.said()
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_L, CTRL)
    at_work.wait(lambda: WHOLE not in at_work.said())
