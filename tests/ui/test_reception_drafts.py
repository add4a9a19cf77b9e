"""Drafts stay open side by side and come back to their officer."""

from dataclasses import replace

from station.domain.id_text import parse_id_text
from tests.station.test_addresses import BOOK
from tests.ui.reception_counter import OTHER_CARD, AtCounter
from ui.desktop.reception.view_model import ApplicantField

NAME, BORN_ON = ApplicantField.NAME, ApplicantField.BORN_ON


def test_what_is_open_stays_open_when_another_one_begins() -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.on_new()

    assert [tab.title for tab in counter.tabs] == ["Nguyễn Thị Ánh Tuyết", ""]
    assert counter.tab == 1
    assert counter.page.applicant.of(NAME).text == ""
    counter.presenter.on_draft_chosen(0)
    assert counter.page.applicant.of(NAME).text == "Nguyễn Thị Ánh Tuyết"
    assert counter.page.fresh[-1] is False


def test_an_empty_draft_is_used_again() -> None:
    counter = AtCounter()

    counter.presenter.on_new()
    counter.presenter.on_new()

    assert len(counter.tabs) == 1


def nine_open() -> AtCounter:
    counter = AtCounter()
    for number in range(9):
        counter.presenter.on_new()
        counter.presenter.people.on_applicant_edited(NAME, f"Người {chr(65 + number)}")
    return counter


def test_for_a_tenth_draft_the_one_that_was_longest_not_seen_goes_to_the_list() -> None:
    counter = nine_open()
    counter.presenter.on_draft_chosen(0)
    counter.presenter.on_draft_chosen(8)
    for _ in range(2):
        counter.presenter.keeping.keep()
        counter.store_worker.do()

    counter.presenter.on_new()

    titles = [tab.title for tab in counter.tabs]
    assert titles == ["Người A", *(f"Người {letter}" for letter in "CDEFGHI"), ""]
    assert counter.page.applicant.of(NAME).text == ""
    assert counter.page.problem is not None
    assert "Người B được cất" in counter.page.problem.sentence
    kept = {draft.description["applicant"]["full_name"] for draft in counter.desk.drafts.mine()}
    assert "Người B" in kept


def test_no_draft_goes_that_is_not_on_the_disk_and_a_card_replaces_nobody() -> None:
    counter = nine_open()

    counter.presenter.on_new()
    counter.presenter.people.on_card(parse_id_text(OTHER_CARD), from_elsewhere=True)

    assert len(counter.tabs) == 9
    assert counter.page.problem is not None
    assert counter.page.applicant.of(NAME).text == "Người I"


def test_a_draft_that_is_accepted_while_another_is_seen_leaves_that_one_alone() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.on_accept()
    counter.presenter.on_new()
    counter.presenter.people.on_applicant_edited(NAME, "Trần Văn Bình")

    counter.store_worker.do()

    assert len(counter.received) == 1
    assert counter.page.applicant.of(NAME).text == "Trần Văn Bình"
    assert [tab.title for tab in counter.tabs] == ["Trần Văn Bình"]
    assert counter.tab == 0


def test_a_card_from_another_page_begins_a_new_dossier() -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.people.on_card(parse_id_text(OTHER_CARD), from_elsewhere=True)

    assert [tab.title for tab in counter.tabs] == ["Nguyễn Thị Ánh Tuyết", "Trần Văn Bình"]


def test_drafts_are_there_again_for_their_officer() -> None:
    first = AtCounter()
    first.fill()
    first.presenter.close()

    again = AtCounter(drafts=first.drafts)

    assert again.page.applicant.of(NAME).text == "Nguyễn Thị Ánh Tuyết"
    assert again.page.fresh == [False]


def test_what_comes_back_late_is_kept_but_not_shown_to_another_officer() -> None:
    first = AtCounter()
    first.presenter.people.on_card_picture("card.jpg")
    first.presenter.close()
    seen = replace(first.page.applicant)

    first.file_worker.do()

    assert first.page.applicant == seen
    assert first.drafts.current.applicant.name == "Nguyễn Thị Ánh Tuyết"


def test_the_page_speaks_english_too() -> None:
    counter = AtCounter(language="en")
    counter.fill()
    counter.presenter.people.on_applicant_edited(BORN_ON, "31/02/1999")
    counter.presenter.people.on_applicant_edited(ApplicantField.PHONE, "1")

    assert counter.page.readiness.blocks[0].subject == "date of birth (day/month/year)"
    assert "Decree" in counter.page.grounds[0].words


def test_the_unit_of_today_stands_beside_an_address_that_stays() -> None:
    counter = AtCounter()
    counter.desk.places = BOOK
    counter.fill()
    counter.presenter.people.on_applicant_edited(
        ApplicantField.ADDRESS, "Tổ 5, Quang Trung, Phủ Lý, Hà Nam"
    )
    counter.store_worker.do()
    assert counter.page.applicant.of(ApplicantField.ADDRESS).note is None  # still being typed

    counter.presenter.people.on_applicant_edited(ApplicantField.PHONE, "0912345678")
    counter.store_worker.do()

    address = counter.page.applicant.of(ApplicantField.ADDRESS)
    assert address.text == "Tổ 5, Quang Trung, Phủ Lý, Hà Nam"
    assert address.note is not None
    assert address.note.words == "nay: Phường Phủ Lý"
    counter.accept()
    person = counter.received[0].dossier.submitter.person
    assert (person.address, person.area_code) == (address.text, "c9")
