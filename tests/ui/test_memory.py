"""What somebody said before is offered, never filled in by itself; consent is theirs."""

from station.domain.person import FieldSource
from station.ports.remembered_people import RememberedPerson
from tests.builders import MONDAY
from tests.ui.heard import told
from tests.ui.keyboard import press
from tests.ui.reception_counter import CARD, OTHER_CARD, AtCounter
from ui.desktop.gallery.window import Gallery
from ui.desktop.reception.owner_view_model import Owner
from ui.desktop.reception.view_model import ApplicantField

PHONE, ADDRESS = ApplicantField.PHONE, ApplicantField.ADDRESS


def who_came_before() -> AtCounter:
    counter = AtCounter()
    counter.desk.work.people.remember(
        RememberedPerson(
            number="035199012345",
            ref="r1",
            said={"phone": "0912345678", "address": "Tổ 9"},
            consented_at=MONDAY,
            officer_id="xa",
            expires_on=MONDAY.date(),
        )
    )
    counter.presenter.people.on_card_text(CARD)
    counter.store_worker.do()
    return counter


def test_it_is_offered_and_fills_only_what_is_empty() -> None:
    counter = who_came_before()

    assert "0912345678" in counter.page.owner.remembered
    assert counter.page.applicant.of(PHONE).text == ""
    counter.presenter.memory.on_reuse()

    assert counter.page.applicant.of(PHONE).text == "0912345678"
    assert counter.page.applicant.of(PHONE).source is FieldSource.EARLIER_VISIT
    assert counter.page.applicant.of(ADDRESS).text == "Tổ 5, Quang Trung"


def test_nobody_else_is_offered_it() -> None:
    counter = who_came_before()

    counter.presenter.people.on_card_text(OTHER_CARD)
    counter.store_worker.do()

    assert counter.page.owner.remembered == ""


def test_it_is_deleted_at_the_citizens_wish() -> None:
    counter = who_came_before()

    counter.presenter.memory.on_forget()
    counter.store_worker.do()

    assert counter.page.owner.remembered == ""
    assert counter.desk.work.people.rows == {}


def test_consent_goes_with_the_dossier_and_not_with_another_person() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.people.on_applicant_edited(PHONE, "0912345678")
    counter.presenter.memory.on_consent(True)
    assert counter.page.owner.remember

    counter.accept()

    assert list(counter.desk.work.people.rows) == ["035199012345"]
    counter.presenter.people.on_card_text(CARD)
    counter.presenter.memory.on_consent(True)
    counter.presenter.people.on_card_text(OTHER_CARD)
    assert not counter.page.owner.remember


def test_consent_by_keyboard(gallery: Gallery) -> None:
    page = gallery.reception
    page.show_owner(Owner())
    consents = told(page.owner.consent_chosen)

    press("Alt+U", "Tab", "Right")

    assert consents == [True]
