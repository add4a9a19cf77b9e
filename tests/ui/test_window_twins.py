"""N15 in the window: what another counter received as well is seen beside it, and decided about."""

from uuid import uuid4

from PySide6.QtCore import Qt

from station.domain.dossier import Dossier
from station.domain.events import DuplicateFlagged, kind_of, to_payload
from station.domain.twins import Twin
from station.ports.province import ProvinceEvent
from tests.ui.window_counter import Counter, change_officer, receive
from tests.ui.window_keys import ALT, CTRL


def flag(counter: Counter) -> Dossier:
    """Receive a dossier; the province tells that counter 5 received one of the same person."""
    receive(counter)
    (dossier,) = counter.dossiers()
    twin = Twin(
        dossier_code=dossier.code[:-4] + "0508",
        counter=5,
        officer_name="Lý Thị Mai",
        received_at=dossier.received_at,
        owner_name="Nguyễn Thị Ánh Tuyết",
        procedure_name=dossier.procedure_name,
        papers=("Tờ khai",),
        fees_total_vnd=20_000,
    )
    news = DuplicateFlagged(twin=twin)
    told = ProvinceEvent(
        event_id=uuid4(),
        station_id="province",
        dossier_id=dossier.dossier_id,
        dossier_code=dossier.code,
        kind=kind_of(news),
        version=1,
        occurred_at=dossier.received_at,
        officer_id="province",
        payload=to_payload(news),
    )
    counter.desk.store.outbox.take_news([told], cursor="1")
    return dossier


def open_from_the_desk(counter: Counter) -> None:
    """Go to the desk of today, and open the line about the duplicate."""
    keys = counter.keys
    keys.press(Qt.Key.Key_0, ALT)
    counter.wait_for("Trùng quầy")
    counter.focus_on("Việc cần làm")
    keys.press(Qt.Key.Key_Return)
    counter.wait_for("cũng nhận hồ sơ")
    keys.press(Qt.Key.Key_G, ALT)


def test_n15_an_officer_sees_both_and_a_supervisor_keeps_both_with_a_reason(
    at_work: Counter,
) -> None:
    dossier = flag(at_work)
    open_from_the_desk(at_work)
    at_work.wait_for("Trưởng bộ phận quyết định")
    at_work.wait_for("Quầy 5, Lý Thị Mai")
    assert "Giữ cả hai" not in at_work.said()

    change_officer(at_work, "truongbp")
    open_from_the_desk(at_work)
    at_work.wait_for_focus("Lý do giữ cả hai")
    at_work.keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait_for("(DOS-024)")  # nothing says why
    at_work.keys.press(Qt.Key.Key_G, ALT)
    at_work.keys.type("hai viec khac nhau")
    at_work.keys.press(Qt.Key.Key_Return, CTRL)

    at_work.wait_for("Đã ghi: giữ cả hai hồ sơ.")
    (twin,) = at_work.desk.dossier(dossier.code).twins
    assert twin.kept is not None
    assert (twin.kept.reason, twin.kept.decided_by) == ("hai viec khac nhau", "Phạm Văn Bình")
    at_work.wait(lambda: "So hai hồ sơ" not in at_work.said())


def test_n15_the_supervisors_board_names_it_and_leads_to_both(at_work: Counter) -> None:
    flag(at_work)
    change_officer(at_work, "truongbp")
    keys = at_work.keys

    keys.press(Qt.Key.Key_T, CTRL)
    at_work.wait_for("Trùng quầy")
    at_work.wait_for_focus("Chờ duyệt")
    keys.press(Qt.Key.Key_Return)
    at_work.wait_for("cũng nhận hồ sơ")
    keys.press(Qt.Key.Key_G, ALT)

    at_work.wait_for_focus("Lý do giữ cả hai")


def test_n15_one_of_two_is_withdrawn_from_beside_the_other(at_work: Counter) -> None:
    dossier = flag(at_work)
    change_officer(at_work, "truongbp")
    open_from_the_desk(at_work)
    at_work.wait_for_focus("Lý do giữ cả hai")
    at_work.press_button("Rút hồ sơ này…")
    at_work.wait_for_focus("Lý do")
    at_work.keys.type("trung voi ho so o Quay 5")
    at_work.keys.press(Qt.Key.Key_Return, CTRL)

    at_work.wait(lambda: at_work.desk.dossier(dossier.code).withdrawal is not None)
    assert not at_work.desk.dossier(dossier.code).open_twins
