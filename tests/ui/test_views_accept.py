"""What blocks, what is accepted and what printed is said on the page."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from station.domain.dossier import DeliveryMethod, PaymentMethod
from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from tests.ui.reception_reading import name_of, state, zone_of
from ui.desktop.gallery import samples
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.button import Button
from ui.desktop.reception.page import ReceptionPage
from ui.desktop.reception.view_model import (
    Block,
    Blocker,
    Draft,
    Ground,
    LastSlip,
    Printed,
    Problem,
    Readiness,
)

CARD = "035080012789||Nguyễn Văn An|02031980|Nam|Thôn 2, xã Thanh Sơn|15062021"


@pytest.fixture
def page(gallery: Gallery) -> ReceptionPage:
    gallery.reception.show_draft(Draft(), fresh=True)
    return gallery.reception


def test_f8_goes_to_the_money_then_to_the_list_of_fees(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=False), fresh=True)
    tendered, charges = told(page.fees.tendered_edited), told(page.fees.fee_panel.charge_changed)
    quantities = told(page.fees.fee_panel.quantity_changed)

    press("F8")
    assert name_of(focused()) == "Khách đưa"
    type_in("5")
    press("F8")
    assert name_of(focused()) == "Khoản thu"
    press("Down", "Space", "3")

    assert tendered == ["5"]
    assert charges == [(2, False)]
    assert quantities == [(2, 3)]
    press("Esc")
    assert zone_of(page) == 4


def test_money_typed_among_the_counts_leaves_the_count_as_it_was(gallery: Gallery) -> None:
    """Whoever is in the field of the money already presses F8 and types what was handed over."""
    page = gallery.reception
    page.show_draft(samples.draft(blocked=False), fresh=True)
    quantities = told(page.fees.fee_panel.quantity_changed)
    before = samples.draft(blocked=False).fees.lines[1].quantity

    press("F8", "F8", "Down")
    type_in("200000")

    assert [number for _line, number in quantities] == [2, 20, 200, 2000, before, before]


def test_an_exemption_needs_its_reason_and_the_way_of_paying_is_chosen(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=False), fresh=True)
    waived, ways = (
        told(page.fees.fee_panel.exemption_changed),
        told(page.fees.fee_panel.method_chosen),
    )

    press("F8", "F8", "Tab")
    type_in("h")
    press("Tab", "Right")

    assert waived == [(1, "h")]
    assert ways == [PaymentMethod.TRANSFER]


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (Block(Blocker.NO_NAME), "Họ tên"),
        (Block(Blocker.BAD_FIELD, subject="Ngày sinh", at="date_of_birth"), "Ngày sinh"),
        (Block(Blocker.BAD_FIELD, subject="Email", at="email"), "Email người nộp"),
        (Block(Blocker.NO_DELIVERY_ADDRESS), "Địa chỉ gửi kết quả"),
        (Block(Blocker.TOO_LITTLE_MONEY), "Khách đưa"),
    ],
)
def test_accepting_leads_into_the_very_field_that_is_wrong(
    gallery: Gallery, block: Block, place: str
) -> None:
    page, draft = gallery.reception, samples.draft(blocked=False)
    page.show_draft(draft, fresh=True)
    page.show_procedure(replace(draft.procedure, delivery=DeliveryMethod.POSTAL))
    page.show_readiness(Readiness(blocks=(block,)))

    press("Ctrl+Return")

    assert name_of(focused()) == place


def test_accepting_leads_to_the_row_of_the_paper_that_lacks(gallery: Gallery) -> None:
    page, draft = gallery.reception, samples.draft(blocked=False)
    page.show_draft(draft, fresh=True)
    lacking = draft.papers[3]
    block = Block(Blocker.MISSING_PAPERS, papers=((4, lacking.name),), at=lacking.key)
    page.show_readiness(Readiness(blocks=(block,)))

    press("Ctrl+Return")

    assert page.papers._table.paper() == lacking
    assert page.papers._table.hasFocus()


def test_the_due_date_explains_itself(gallery: Gallery) -> None:
    gallery.reception.show_draft(samples.draft(blocked=False), fresh=True)

    press("Alt+V")

    assert name_of(focused()) == "Vì sao ngày hẹn này"
    assert "Ngày làm việc thứ 1 đến thứ 10" in focused().accessibleDescription()
    press("Esc")
    assert name_of(focused()) == "Số giấy tờ"  # where the officer was


def test_ctrl_enter_accepts_what_is_ready_from_anywhere(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=False), fresh=True)
    accepted = told(page.accept_wanted)

    press("Ctrl+Return")
    press("Alt+3", "Ctrl+Return")
    press("Alt+4", "Ctrl+Enter")

    assert len(accepted) == 3


@pytest.mark.parametrize(
    ("block", "words", "zone"),
    [
        (Block(Blocker.NO_NAME), "Chưa có họ tên người nộp", 1),
        (
            Block(Blocker.BAD_FIELD, subject="ngày sinh", at="date_of_birth"),
            "Cần sửa: ngày sinh",
            1,
        ),
        (Block(Blocker.NO_PROCEDURE), "Chưa chọn thủ tục", 2),
        (
            Block(Blocker.MISSING_PAPERS, ((3, "Hợp đồng"),)),
            "Còn thiếu 1 giấy bắt buộc: dòng 3, Hợp đồng",
            3,
        ),
        (
            Block(Blocker.MISSING_PAPERS, ((3, "Hợp đồng"), (5, "Tờ khai"))),
            "Còn thiếu 2 giấy bắt buộc: dòng 3, 5",
            3,
        ),
        (Block(Blocker.NO_DELIVERY_ADDRESS), "Chưa có địa chỉ gửi kết quả", 2),
        (Block(Blocker.TOO_LITTLE_MONEY, subject="20.000 đ"), "Chưa thu đủ tiền: 20.000 đ", 4),
        (
            Block(Blocker.NO_NUMBERS),
            "Hết số hồ sơ của quầy này. Nhận ở quầy khác, hoặc nhờ quản trị xin thêm dải số",
            4,
        ),
        (Block(Blocker.READING), "Đang đọc ảnh, tệp…", 1),
    ],
)
def test_what_blocks_is_said_and_ctrl_enter_goes_there(
    gallery: Gallery, block: Block, words: str, zone: int
) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=False), fresh=True)
    page.show_readiness(Readiness(blocks=(block,)))
    accepted = told(page.accept_wanted)
    press("Alt+1" if zone != 1 else "Alt+3")

    press("Ctrl+Return")

    assert accepted == []
    assert state(page) == words
    assert zone_of(page) == zone


def test_while_it_is_accepted_a_second_press_does_nothing(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=False), fresh=True)
    page.show_readiness(Readiness(accepting=True))
    accepted = told(page.accept_wanted)

    press("Ctrl+Return")

    assert accepted == []
    assert state(page) == "Đang ghi hồ sơ…"


def button(page: ReceptionPage, text: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.text() == text)


def test_another_ground_is_offered_only_when_a_paper_is_missing(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=True), fresh=True)
    assert not button(page, "Căn cứ khác…").isVisible()

    page.show_grounds((Ground("held_by_state", "Dữ liệu đã có ở cơ quan nhà nước"),))
    assert button(page, "Căn cứ khác…").isVisible()
    chosen = told(page.ground_chosen)
    press("Alt+C", "Space")

    assert chosen == ["held_by_state"]
    page.show_readiness(Readiness(ground="Dữ liệu đã có ở cơ quan nhà nước"))
    assert state(page) == "Nhận khi còn thiếu, căn cứ: Dữ liệu đã có ở cơ quan nhà nước"
    page.show_readiness(Readiness(blocks=(Block(Blocker.NO_NAME),)))
    assert not button(page, "Căn cứ khác…").isVisible()


def test_a_ground_is_taken_by_its_number_and_a_provision_may_hold_numbers(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=True), fresh=True)
    page.show_grounds((Ground("held_by_state", "Đã có"), Ground("not_retrievable", "Sự cố")))
    chosen = told(page.ground_chosen)

    press("Alt+C", "3")
    assert chosen == []
    press("2", "Alt+C", "Tab", "Tab")
    type_in("khoản 2a Điều 4")
    press("Return")

    assert chosen == ["not_retrievable", "khoản 2a Điều 4"]


def test_a_ground_in_own_words_must_say_something_and_can_be_dropped(gallery: Gallery) -> None:
    page = gallery.reception
    mine = samples.draft(blocked=True)
    page.show_draft(mine, fresh=True)
    page.show_grounds((Ground("held_by_state", "Dữ liệu đã có"),))
    chosen = told(page.ground_chosen)

    press("Alt+C", "Tab")
    type_in("ngắn")
    press("Return")
    assert chosen == []
    press("Esc")
    page.show_draft(replace(mine, draft="2"), fresh=True)
    press("Alt+C", "Tab")
    own = focused()
    assert isinstance(own, QLineEdit)
    assert own.text() == ""
    page.show_draft(mine, fresh=True)
    press("Alt+C", "Tab", "End")
    type_in(" nhưng đủ rõ")
    press("Return")
    press("Alt+C", "Tab", "Tab", "Tab", "Space")

    assert chosen == ["ngắn nhưng đủ rõ", ""]


def test_the_last_slip_can_be_seen_and_printed_again(page: ReceptionPage) -> None:
    seen, again = told(page.slip_wanted), told(page.reprint_wanted)
    press("Ctrl+P", "Ctrl+R")
    assert seen == again == []
    due_at = samples.due().at
    assert due_at is not None

    page.show_last_slip(LastSlip(code="H42-0317", due_at=due_at, printed=Printed.DONE))
    press("Ctrl+P", "Ctrl+R")
    type_in("Phieu rách")  # without looking: a space would press the reason that has the keys
    press("Return")
    page.show_last_slip(LastSlip(code="H42-0317", due_at=due_at, printed=Printed.FAILED))
    press("Ctrl+R")

    assert len(seen) == 1
    assert again == ["Phieu rách", ""]


def test_what_is_answered_at_once_is_given_by_one_key_while_that_is_offered(
    page: ReceptionPage,
) -> None:
    wanted, due_at = told(page.bars.at_once_wanted), samples.due().at
    assert due_at is not None
    last = LastSlip(code="H42-0317", due_at=due_at, printed=Printed.NOT_OWED, at_once=True)
    page.show_last_slip(last)
    press("Alt+L")
    page.show_last_slip(replace(last, at_once=False))
    press("Alt+L")

    assert wanted == ["H42-0317"]


@pytest.mark.parametrize(
    ("printed", "simulated", "words"),
    [
        (Printed.PRINTING, False, "Đang in phiếu…"),
        (Printed.DONE, False, "Đã in phiếu."),
        (Printed.DONE, True, "Phiếu đã in ra máy in mô phỏng."),
        (Printed.FAILED, False, "Chưa in được phiếu: Hết giấy"),
    ],
)
def test_accepted_and_printed_are_two_facts(
    page: ReceptionPage, printed: Printed, simulated: bool, words: str
) -> None:
    due_at = samples.due().at
    assert due_at is not None
    slip = LastSlip(
        code="H42-0317", due_at=due_at, printed=printed, simulated=simulated, problem="Hết giấy"
    )

    page.show_last_slip(slip)

    said = [w.accessibleName() for w in page.findChildren(QWidget) if w.isVisible()]
    assert f"Đã nhận H42-0317, hẹn 16:30 thứ Năm 08/10/2026. {words}" in said


def test_the_change_is_said_still_when_the_page_is_empty_for_the_next_one(
    page: ReceptionPage,
) -> None:
    """The draft that showed it is gone, and the drawer is open."""
    due_at = samples.due().at
    assert due_at is not None
    slip = LastSlip(code="H42-0317", due_at=due_at, printed=Printed.DONE, change_vnd=150_000)

    page.show_last_slip(slip)

    said = " ".join(w.accessibleName() for w in page.findChildren(QWidget) if w.isVisible())
    assert "Trả lại khách 150.000 đ. Đã in phiếu." in said


def test_esc_takes_a_problem_back_and_discards_nothing(page: ReceptionPage) -> None:
    page.show_draft(samples.draft(blocked=False), fresh=True)
    page.show_problem(Problem("Ảnh quá mờ. Chưa đổi ô nào. Chụp lại."))

    def said() -> list[str]:
        return [w.accessibleName() for w in page.findChildren(QWidget) if w.isVisible()]

    assert "Ảnh quá mờ. Chưa đổi ô nào. Chụp lại." in said()
    before = [field.text() for field in page.findChildren(QLineEdit)]
    press("Esc")

    assert "Ảnh quá mờ. Chưa đổi ô nào. Chụp lại." not in said()
    press("Esc", "Esc")
    assert [field.text() for field in page.findChildren(QLineEdit)] == before


def test_without_a_procedure_the_key_of_the_fees_leads_to_it(gallery: Gallery) -> None:
    gallery.reception.show_draft(Draft(), fresh=True)

    press("F8")

    assert name_of(focused()) == "Tên hoặc mã thủ tục"  # it had said that nothing is charged
