"""Where the keys were comes back with the draft, and so does what is typed by half."""

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_procedure
from tests.ui.keyboard import focused, press
from tests.ui.reception_counter import CARD, OTHER_CARD, AtCounter
from ui.desktop.accounts.page import AccountsPage
from ui.desktop.catalogue.page import CataloguePage
from ui.desktop.catalogue.view_model import CatalogueSheet
from ui.desktop.frame.view_model import Place
from ui.desktop.gallery.samples import draft
from ui.desktop.gallery.window import Gallery
from ui.desktop.reception.spot import Spot, read_spot
from ui.desktop.reception.view_model import ApplicantField
from ui.desktop.signing.page import SigningPage
from ui.desktop.signing.view_model import SigningSheet

PHONE = Spot(1, "Điện thoại", 3)


def killed(counter: AtCounter) -> AtCounter:
    """Another program over the same store: nobody left in order."""
    counter.presenter.keeping.keep(Place.SCAN)
    counter.store_worker.do()
    return AtCounter(a_procedure(), work=counter.desk.work)


def test_the_draft_in_front_is_in_front_again_where_the_keys_were() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)
    counter.presenter.on_new()
    counter.presenter.people.on_card_text(OTHER_CARD)
    counter.presenter.on_draft_chosen(0)
    counter.page.keys_at = PHONE

    again = killed(counter)

    assert again.drafts.number == 0
    assert [one.draft_id for one in again.drafts] == [one.draft_id for one in counter.drafts]
    assert again.page.keys_at == PHONE
    assert again.came_back == [Place.SCAN]


def test_who_left_in_order_begins_at_the_reception() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)
    counter.presenter.keeping.keep(Place.TILL)
    counter.store_worker.do()
    counter.presenter.close()
    counter.store_worker.do()

    again = AtCounter(a_procedure(), work=counter.desk.work)

    assert again.came_back == [Place.RECEPTION]


def test_half_a_date_and_a_space_at_the_end_are_as_they_were_typed() -> None:
    counter = AtCounter()
    people = counter.presenter.people
    people.on_applicant_edited(ApplicantField.NAME, "Trần Thị ")
    people.on_applicant_edited(ApplicantField.BORN_ON, "05/0")
    counter.presenter.on_summary_edited("Xin ")

    texts = killed(counter).drafts.current

    assert texts.applicant.texts[ApplicantField.NAME] == "Trần Thị "
    assert texts.applicant.texts[ApplicantField.BORN_ON] == "05/0"
    assert texts.summary == "Xin "


def test_the_keys_alone_are_kept_too() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)
    counter.presenter.keeping.keep(Place.RECEPTION)
    counter.store_worker.do()

    counter.page.keys_at = PHONE

    assert killed(counter).page.keys_at == PHONE


@pytest.mark.parametrize(
    ("plain", "read"),
    [
        (PHONE.plain(), PHONE),
        ({"zone": 2}, Spot(2)),
        ({"zone": 2, "control": "Tìm", "at": -1}, Spot(2)),
        ({"zone": 5}, None),
        ({}, None),
        (None, None),
        ("1", None),
    ],
)
def test_a_spot_is_read_as_far_as_it_can_be(plain: object, read: Spot | None) -> None:
    assert read_spot(plain) == read


def test_on_the_page_a_row_and_a_field_are_found_again(gallery: Gallery, qtbot: QtBot) -> None:
    page = gallery.reception
    gallery.scenes()["reception-ready"]()
    page.show_draft(draft(blocked=True), fresh=False)
    page.focus_zone(3)
    rows = page.papers.first_focus()
    assert isinstance(rows, QAbstractItemView)
    rows.setCurrentIndex(rows.model().index(2, 0))
    spot = page.spot()
    assert spot is not None
    assert (spot.zone, spot.at) == (3, 2)

    page.focus_zone(1)
    page.go_to_spot(spot)

    assert page.spot() == spot
    page.go_to_spot(Spot(4, "not there any more"))
    there = page.spot()
    assert there is not None
    assert there.zone == 4


def test_a_spot_on_a_page_that_is_not_seen_takes_no_keys_until_it_is(gallery: Gallery) -> None:
    """Drafts came back while the officer had gone to the list: what was typed there went into the
    hidden field of a draft."""
    gallery.scenes()["list-usual"]()
    QApplication.processEvents()
    before = focused()

    gallery.reception.go_to_spot(Spot(1, "Họ tên", 0))
    assert focused() is before

    gallery.frame.show_place(Place.RECEPTION)
    assert focused().accessibleName() == "Họ tên"


def test_what_is_ready_late_takes_no_keys_from_the_page_that_the_officer_went_on_to(
    gallery: Gallery,
) -> None:
    """A pack is read in seconds, an account kept in some: its page may be hidden by then."""
    (catalogue,) = gallery.window.findChildren(CataloguePage)
    (accounts,) = gallery.window.findChildren(AccountsPage)
    gallery.scenes()["catalogue-offer"]()
    gallery.scenes()["list-usual"]()
    QApplication.processEvents()
    before = focused()

    catalogue.show_sheet(CatalogueSheet())
    accounts.show_done("Đã ghi.", "admin")

    assert focused() is before


def test_a_panel_whose_page_was_left_while_it_was_read_does_not_open(gallery: Gallery) -> None:
    gallery.frame.show_place(Place.RECEPTION)
    press("Alt+D")
    gallery.scenes()["list-usual"]()
    QApplication.processEvents()
    before = focused()

    gallery.reception.show_kept_drafts((), may_reassign=False)

    assert not gallery.reception.kept.isVisible()
    assert focused() is before


def test_an_open_panel_leaves_the_keys_to_a_page_whose_rows_are_still_being_read(
    gallery: Gallery,
) -> None:
    """They stayed in the hidden panel: every key of the copies to be signed was dead."""
    (signing,) = gallery.window.findChildren(SigningPage)
    signing.show_sheet(SigningSheet())
    gallery.frame.show_place(Place.RECEPTION)
    press("Alt+U")
    gallery.frame.show_place(Place.SIGNING)
    assert focused() is signing

    gallery.scenes()["signing-queue"]()
    assert focused().accessibleName() == "Bản chờ ký"
