"""The reception page is driven by keyboard; it shows values and tells wishes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit

from devices.pictures import open_gray_picture
from station.domain.dossier import DeliveryMethod
from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from tests.ui.reception_reading import name_of, zone_of
from ui.desktop.frame.view_model import Place
from ui.desktop.gallery import samples
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.focus_ring import FocusRing, Ringed
from ui.desktop.reception.owner_view_model import Owner, OwnerKind
from ui.desktop.reception.page import ReceptionPage
from ui.desktop.reception.view_model import (
    ApplicantField,
    Draft,
)

CARD = "035080012789||Nguyễn Văn An|02031980|Nam|Thôn 2, xã Thanh Sơn|15062021"


@pytest.fixture
def page(gallery: Gallery) -> ReceptionPage:
    gallery.reception.show_draft(Draft(), fresh=True)
    return gallery.reception


def test_a_fresh_draft_puts_the_cursor_into_the_number(page: ReceptionPage) -> None:
    assert name_of(focused()) == "Số giấy tờ"


def test_who_the_dossier_is_for_is_asked_beside_the_promise_never_over_it(gallery: Gallery) -> None:
    gallery.window.resize(1366, 690)
    gallery.scenes()["reception-owner"]()
    page = gallery.reception

    page.owner.show_owner(Owner(kind=OwnerKind.CITIZEN, remembered="Trần Thị Lan"))

    panel = page.owner.geometry()
    promise = page.fees.mapTo(gallery.window, QPoint(0, 0)).y()
    assert panel.height() > 400
    assert panel.bottom() <= promise


def test_tab_goes_through_the_page_in_reading_order(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=False), fresh=True)
    seen = []
    for _ in range(26):
        seen.append(name_of(focused()))
        if seen[-1] == "Tiếp nhận và in":
            break
        press("Tab")

    assert seen == [
        "Số giấy tờ", "Điện thoại", "Họ tên", "Ngày sinh", "Địa chỉ",
        "Giới tính: Nam", "Loại giấy tờ", "Ngày cấp", "Đọc thẻ từ ảnh", "Email", "Nộp thay",
        "Tên hoặc mã thủ tục", "Nội dung yêu cầu", "Nhận kết quả: Tại quầy", "Nộp hồ sơ: Trực tiếp",
        "Số bộ hồ sơ",
        "Giấy tờ của thủ tục", "Tệp của giấy tờ này", "Quét", "Chọn tệp", "Kiểm tra",
        "Khoản thu", "Khách đưa", "Vì sao ngày hẹn này", "Tiếp nhận và in",
    ]  # fmt: skip


def test_a_field_that_is_left_is_told_and_one_whose_window_is_left_is_not(
    page: ReceptionPage,
) -> None:
    left = told(page.applicant.left)
    press("Tab")
    assert len(left) == 1

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.emit(focused(), None)  # as when another program comes to the front
    press("F4")
    press("Tab")

    assert len(left) == 2


def test_every_stop_has_a_name_for_screen_readers(gallery: Gallery) -> None:
    for scene in ("reception-ready", "list-usual", "preview", "sign-in", "lock"):
        gallery.scenes()[scene]()
        QApplication.processEvents()
        first = focused()
        for _ in range(60):
            assert name_of(focused()), f"{scene}: {type(focused()).__name__}"
            press("Tab")
            if focused() is first:
                break
        else:
            pytest.fail(f"{scene}: Tab does not come round")


@pytest.mark.parametrize("zone", [1, 2, 3, 4])
def test_alt_and_a_digit_go_to_the_zone(gallery: Gallery, zone: int) -> None:
    gallery.reception.show_draft(samples.draft(blocked=False), fresh=True)

    press(f"Alt+{zone}")

    assert zone_of(gallery.reception) == zone


def test_f6_goes_round_the_zones_and_comes_back_to_the_last_field(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=False), fresh=True)
    press("Tab", "Tab")
    assert name_of(focused()) == "Họ tên"

    press("F6")
    assert zone_of(page) == 2
    press("F6", "F6", "F6")
    assert name_of(focused()) == "Họ tên"
    press("Shift+F6")

    assert zone_of(page) == 4


def test_what_is_typed_is_told_field_by_field(page: ReceptionPage) -> None:
    edits = told(page.applicant.edited)

    type_in("12")
    press("Return", "Return")  # past no button: a space there would press it
    type_in("An")

    assert edits == [
        (ApplicantField.NUMBER, "1"),
        (ApplicantField.NUMBER, "12"),
        (ApplicantField.NAME, "A"),
        (ApplicantField.NAME, "An"),
    ]


def test_sex_is_chosen_with_the_arrow_keys(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=False), fresh=True)
    edits = told(page.applicant.edited)
    press(*["Tab"] * 5)
    assert name_of(focused()) == "Giới tính: Nam"

    press("Right")

    assert edits == [(ApplicantField.SEX, "female")]


def test_showing_values_is_not_an_edit(page: ReceptionPage) -> None:
    edits = told(page.applicant.edited)

    page.show_draft(samples.draft(blocked=True), fresh=False)
    page.show_applicant(samples.wrong_applicant())

    assert edits == []


def test_a_card_typed_by_a_reader_is_one_text_and_no_edit(page: ReceptionPage) -> None:
    edits, cards = told(page.applicant.edited), told(page.applicant.card_text_received)

    type_in(CARD)
    press("Return")

    assert cards == [CARD]
    assert [text for name, text in edits if "|" in text] == []
    assert name_of(focused()) == "Số giấy tờ"


def test_pasting_a_card_fills_no_field_but_tells_the_text(page: ReceptionPage) -> None:
    edits, cards = told(page.applicant.edited), told(page.applicant.card_text_received)
    QGuiApplication.clipboard().setText(CARD)

    press("Ctrl+V")

    assert cards == [CARD]
    assert edits == []


def test_pasting_a_picture_tells_the_picture(page: ReceptionPage) -> None:
    pictures = told(page.applicant.card_picture_pasted)
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(image)

    press("Ctrl+V")

    (picture,) = pictures
    assert picture[:2] == b"BM"
    assert open_gray_picture(picture).shape == (20, 40)
    QGuiApplication.clipboard().clear()


def test_a_note_stands_in_its_field_and_in_the_head(page: ReceptionPage) -> None:
    page.show_applicant(samples.wrong_applicant())

    fields = {field.accessibleName(): field for field in page.applicant.findChildren(QLineEdit)}
    assert fields["Ngày sinh"].accessibleDescription() == "ngày/tháng/năm"
    assert page.applicant.chips()[-1][0] == "Số giấy tờ: phải đủ 12 số (+2)"
    fields["Ngày sinh"].setFocus()

    assert page.applicant.chips()[-1][0] == "Ngày sinh: ngày/tháng/năm (+2)"


def test_a_frequent_procedure_is_one_key_away(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.empty_draft(), fresh=True)
    chosen = told(page.procedure.procedure_chosen)

    press("Alt+2", "Tab", "Tab", "Space")

    assert chosen == ["2.000815"]


def test_the_post_asks_for_an_address(gallery: Gallery) -> None:
    page = gallery.reception
    draft = samples.draft(blocked=False)
    page.show_draft(draft, fresh=True)
    ways, addresses = (
        told(page.procedure.delivery_chosen),
        told(page.procedure.delivery_address_edited),
    )

    press("Alt+2", "Tab", "Tab", "Right")
    assert ways == [DeliveryMethod.POSTAL]
    page.show_procedure(replace(draft.procedure, delivery=DeliveryMethod.POSTAL))
    press("Tab")
    assert name_of(focused()) == "Địa chỉ gửi kết quả"
    type_in("S")

    assert addresses == ["S"]


def compact(gallery: Gallery) -> None:
    gallery.window.resize(911, 512)
    QApplication.processEvents()


def test_a_narrow_window_opens_one_zone_and_says_what_is_in_the_others(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=True), fresh=True)
    compact(gallery)
    zones = (page.applicant, page.procedure, page.papers, page.fees)

    for number, zone in enumerate(zones, start=1):
        press(f"Alt+{number}")
        assert [z.is_folded() for z in zones] == [z is not zone for z in zones]
        assert zone_of(page) == number

    assert page.applicant.summary() == "NGUYỄN VĂN AN · 035080012789"
    assert page.papers.summary() == "đã có 5/7 giấy tờ"
    assert page.fees.summary() == "140.000 đ · hẹn 16:30 thứ Năm 08/10/2026"


def test_tab_opens_the_next_zone_of_a_narrow_window(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=True), fresh=True)
    compact(gallery)
    press("Alt+1", *["Tab"] * 11)

    assert not page.procedure.is_folded()
    assert zone_of(page) == 2


def test_typing_goes_on_where_it_was_when_the_window_gets_narrow(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_draft(samples.draft(blocked=True), fresh=True)
    press("Alt+4")
    field = focused()

    compact(gallery)

    assert focused() is field
    assert not page.fees.is_folded()


def test_showing_a_draft_tells_no_wish(gallery: Gallery) -> None:
    page = gallery.reception
    heard = [
        told(signal)
        for signal in (
            page.applicant.edited,
            page.procedure.query_edited,
            page.procedure.delivery_chosen,
            page.procedure.sets_edited,
            page.papers.count_wanted,
            page.fees.tendered_edited,
            page.fees.fee_panel.method_chosen,
            page.accept_wanted,
        )
    ]

    page.show_draft(samples.draft(blocked=False, longest=True), fresh=False)
    page.show_draft(Draft(), fresh=False)

    assert heard == [[] for _ in heard]


def test_the_ring_is_seen_whole_at_every_stop(gallery: Gallery) -> None:
    gallery.reception.show_draft(samples.draft(blocked=False), fresh=True)
    ring = gallery.window.findChildren(FocusRing)[0]
    first, ringed = focused(), 0
    for _ in range(40):
        press("Tab")
        stop = focused()
        if isinstance(stop, Ringed):
            target, _ = stop.ring()
            corner = target.mapTo(gallery.window, target.rect().topLeft())
            assert ring.isVisible(), name_of(stop)
            assert ring.geometry().topLeft() == corner - QPoint(4, 4), name_of(stop)
            assert ring.size() == target.size() + QSize(8, 8), name_of(stop)
            assert gallery.window.rect().contains(ring.geometry()), name_of(stop)
            ringed += 1
        if stop is first:
            break

    assert ringed > 20


def test_a_new_draft_behind_another_page_leaves_that_page_the_keys(gallery: Gallery) -> None:
    gallery.frame.show_place(Place.LIST)

    gallery.reception.focus_zone(1)

    assert not gallery.reception.isAncestorOf(focused())
    gallery.frame.show_place(Place.RECEPTION)
    assert focused() is gallery.reception.applicant.first_focus()
