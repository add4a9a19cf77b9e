"""One dossier through the window by keyboard: asked for a paper, brought, given back."""

from PySide6.QtCore import Qt

from station.domain.dossier import DossierStatus
from tests.ui.test_window import Counter, at_work, counter, home, made_home, receive
from tests.ui.window_keys import CTRL

__all__ = ["at_work", "counter", "home", "made_home"]  # the fixtures
TAB, SPACE, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return


def open_newest(counter: Counter) -> None:
    counter.keys.press(Qt.Key.Key_0, CTRL)
    counter.wait_for("Dòng 1/1")
    counter.wait_for_focus("Hồ sơ")
    counter.keys.press(ENTER)
    counter.wait_for("Việc kế:")


def status(counter: Counter) -> DossierStatus:
    (dossier,) = counter.dossiers()
    return dossier.status


def test_papers_are_asked_for_and_taken_in_by_keyboard(at_work: Counter) -> None:
    receive(at_work)
    open_newest(at_work)
    keys = at_work.keys

    at_work.press_button("Yêu cầu bổ sung")
    keys.press(SPACE)  # the first paper
    at_work.focus_on("Lý do")
    keys.type("thieu chu ky")
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: status(at_work) is DossierStatus.WAITING_SUPPLEMENT)
    at_work.wait_for("Chờ bổ sung lần 1")

    keys.press(ENTER, CTRL)  # what is expected next: take the paper in
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: status(at_work) is not DossierStatus.WAITING_SUPPLEMENT)
    at_work.wait_for("Nhận bổ sung: đã ghi")


def test_a_withdrawal_without_a_reason_is_refused_in_words(at_work: Counter) -> None:
    receive(at_work)
    open_newest(at_work)
    at_work.press_button("Rút hồ sơ")

    at_work.keys.press(ENTER, CTRL)

    at_work.wait_for("(DOS-0")
    assert status(at_work) is DossierStatus.RECEIVED


def test_a_reason_of_the_catalogue_is_taken_with_its_article(at_work: Counter) -> None:
    receive(at_work)
    open_newest(at_work)
    lists = at_work.desk.catalogue.lists()
    first, second = (reason for reason in lists.reasons if reason.act == "supplement")

    at_work.press_button("Yêu cầu bổ sung")
    at_work.keys.press(SPACE)
    at_work.focus_on("Lý do")
    assert first.text in at_work.said()
    at_work.keys.press(Qt.Key.Key_Down)
    at_work.keys.press(Qt.Key.Key_Down)
    at_work.keys.press(ENTER, CTRL)

    at_work.wait(lambda: status(at_work) is DossierStatus.WAITING_SUPPLEMENT)
    (dossier,) = at_work.dossiers()
    request = dossier.supplements[-1]
    assert (request.reason, request.legal_basis) == (second.text, second.legal_basis)
    assert request.legal_basis


def test_esc_goes_back_to_the_list(at_work: Counter) -> None:
    receive(at_work)
    open_newest(at_work)

    at_work.keys.press(Qt.Key.Key_Escape)

    at_work.wait_for("Dòng 1/1")
