"""A card, a chip or typed words fill the applicant; what is doubtful is said, not guessed."""

from datetime import date

import pytest

from station.domain.id_card import FieldSource, IdCard
from station.domain.id_text import parse_id_text
from station.ports.documents import CannotUseFileError
from tests.ui.reception_counter import CARD, OTHER_CARD, AtCounter
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.view_model import ApplicantField, Blocker

NAME, NUMBER, BORN_ON = ApplicantField.NAME, ApplicantField.NUMBER, ApplicantField.BORN_ON


def test_a_card_fills_the_fields_and_says_so() -> None:
    counter = AtCounter()

    counter.presenter.people.on_card_text(CARD)

    of = counter.page.applicant.of
    assert (of(NUMBER).text, of(NUMBER).source) == ("035199012345", FieldSource.QR)
    assert (of(BORN_ON).text, of(BORN_ON).source) == ("05/03/1999", FieldSource.QR)
    assert of(ApplicantField.SEX).text == "female"
    assert of(ApplicantField.PAPER_TYPE).text == "cccd"
    assert all(of(name).note is None for name in ApplicantField)


def chip(text: str) -> IdCard:
    """A card as its chip would give it."""
    return parse_id_text(text, source=FieldSource.CHIP)


def test_the_chip_fills_the_fields_and_says_so() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)

    counter.presenter.people.on_card(chip(CARD.replace("Tổ 5", "Tổ 5, Xóm 2")))

    of = counter.page.applicant.of
    assert (of(NAME).text, of(NAME).source) == ("Nguyễn Thị Ánh Tuyết", FieldSource.CHIP)
    assert of(ApplicantField.ADDRESS).source is FieldSource.CHIP
    assert counter.page.problem is None


def test_a_printed_code_that_the_chip_denies_is_told() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)

    counter.presenter.people.on_card(chip(CARD.replace("Ánh Tuyết", "Lan")))

    assert counter.page.applicant.of(NAME).text == "Nguyễn Thị Lan"
    assert counter.page.problem is not None
    assert counter.page.problem.tone is Tone.WARN
    assert "Chip ghi khác mã QR in trên thẻ: họ tên." in counter.page.problem.sentence


def test_what_was_typed_may_open_a_chip_once_it_is_whole() -> None:
    counter = AtCounter()
    people = counter.presenter.people
    people.on_applicant_edited(NUMBER, "0351 9901 2345")
    assert people.typed_card is None

    people.on_applicant_edited(BORN_ON, "5/3/1999")

    assert people.typed_card is not None
    assert people.typed_card.personal_number == "035199012345"
    assert people.typed_card.date_of_birth == date(1999, 3, 5)


def test_a_field_that_a_reader_garbled_says_so() -> None:
    counter = AtCounter()

    counter.presenter.people.on_card_text(CARD.encode().decode("latin-1"))

    of = counter.page.applicant.of
    assert (of(NAME).text, of(NAME).source) == ("Nguyễn Thị Ánh Tuyết", FieldSource.REPAIRED)
    assert of(NUMBER).source is FieldSource.QR


def test_a_field_that_was_changed_by_hand_is_no_longer_from_the_card() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)

    counter.presenter.people.on_applicant_edited(NAME, "Nguyễn Thị Ánh Tuyết B")

    assert counter.page.applicant.of(NAME).source is FieldSource.TYPED
    assert counter.page.applicant.of(NUMBER).source is FieldSource.QR


def test_a_card_read_without_accents_is_to_be_compared() -> None:
    counter = AtCounter()

    bare = CARD.replace("Nguyễn Thị Ánh Tuyết", "Nguyen Thi Anh Tuyet")
    counter.presenter.people.on_card_text(bare.replace("Nữ", "Nu").replace("Tổ 5", "To 5"))

    note = counter.page.applicant.of(NAME).note
    assert note is not None
    assert note.tone is Tone.WARN
    counter.presenter.people.on_applicant_edited(NAME, "Nguyễn Thị Ánh Tuyết")
    assert counter.page.applicant.of(NAME).note is None


def test_another_card_replaces_the_person_and_says_whom() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)
    counter.presenter.people.on_applicant_edited(ApplicantField.PHONE, "0912345678")

    counter.presenter.people.on_card_text(OTHER_CARD)

    assert counter.page.applicant.of(NAME).text == "Trần Văn Bình"
    assert counter.page.applicant.of(ApplicantField.PHONE).text == "0912345678"
    assert counter.page.problem is not None
    assert "Nguyễn Thị Ánh Tuyết" in counter.page.problem.sentence
    assert counter.page.problem.tone is Tone.WARN


def test_what_is_no_card_changes_nothing() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_text(CARD)

    counter.presenter.people.on_card_text("https://example.org/?q=1|2")

    assert counter.page.applicant.of(NAME).text == "Nguyễn Thị Ánh Tuyết"
    assert counter.page.problem is not None
    assert "(ID-014)" in counter.page.problem.sentence


def test_a_picture_is_read_elsewhere_and_blocks_until_it_is() -> None:
    counter = AtCounter()
    counter.presenter.people.on_card_picture("card.jpg")
    assert counter.page.applicant.reading
    assert Blocker.READING in counter.page.blockers

    counter.file_worker.do()

    assert not counter.page.applicant.reading
    assert counter.page.applicant.of(NAME).text == "Nguyễn Thị Ánh Tuyết"
    assert Blocker.READING not in counter.page.blockers


def test_a_picture_that_cannot_be_read_leaves_the_page_as_it_was() -> None:
    counter = AtCounter()
    counter.files.fails_with = CannotUseFileError("gone")
    counter.presenter.people.on_card_picture(b"no picture")

    counter.file_worker.do()

    assert not counter.page.applicant.reading
    assert counter.page.problem is not None


def test_a_card_that_is_read_slowly_fills_the_draft_it_was_shown_to() -> None:
    counter = AtCounter()
    counter.presenter.people.on_applicant_edited(ApplicantField.PHONE, "0911")
    counter.presenter.people.on_card_picture("card.jpg")
    counter.presenter.on_new()

    counter.file_worker.do()

    assert counter.page.applicant.of(NAME).text == ""
    counter.presenter.on_draft_chosen(0)
    assert counter.page.applicant.of(NAME).text == "Nguyễn Thị Ánh Tuyết"


@pytest.mark.parametrize("typed", ["05031999", "5/3/1999", "05.03.1999", "5-3-1999", "05/03/1999"])
def test_dates_are_typed_as_one_likes(typed: str) -> None:
    counter = AtCounter()

    counter.presenter.people.on_applicant_edited(BORN_ON, typed)

    assert counter.page.applicant.of(BORN_ON).text == "05/03/1999"


@pytest.mark.parametrize("typed", ["31/02/1999", "5/3/99", "1999", "mùng 5"])
def test_a_date_that_cannot_be_blocks_and_says_where(typed: str) -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.people.on_applicant_edited(BORN_ON, typed)
    counter.presenter.people.on_applicant_edited(ApplicantField.PHONE, "0912345678")

    note = counter.page.applicant.of(BORN_ON).note
    assert note is not None
    assert note.tone is Tone.ERR
    (block,) = counter.page.readiness.blocks
    assert block.blocker is Blocker.BAD_FIELD
    assert block.subject.startswith("ngày sinh")


def test_half_a_number_is_no_error_while_it_is_typed() -> None:
    counter = AtCounter()
    counter.presenter.people.on_applicant_edited(NUMBER, "0351")
    assert counter.page.applicant.of(NUMBER).note is None

    counter.presenter.people.on_applicant_edited(NAME, "N")

    note = counter.page.applicant.of(NUMBER).note
    assert note is not None
    assert note.tone is Tone.WARN


def test_a_passport_need_not_have_twelve_digits() -> None:
    counter = AtCounter()
    counter.presenter.people.on_applicant_edited(NUMBER, "C1234567")
    counter.presenter.people.on_applicant_edited(ApplicantField.PAPER_TYPE, "passport")

    assert Blocker.BAD_FIELD not in counter.page.blockers


@pytest.mark.parametrize(
    ("name", "text", "doubted"),
    [
        (BORN_ON, "05/03/1998", BORN_ON),
        (BORN_ON, "05/03/2030", BORN_ON),
        (ApplicantField.SEX, "male", ApplicantField.SEX),
        (NUMBER, "999199012345", NUMBER),
        (ApplicantField.PHONE, "12345", ApplicantField.PHONE),
        (NAME, "Nguyễn Thị 4nh", NAME),
        (ApplicantField.ISSUED_ON, "01/01/1990", ApplicantField.ISSUED_ON),
    ],
)
def test_what_contradicts_itself_is_an_amber_note_and_blocks_nothing(
    name: ApplicantField, text: str, doubted: ApplicantField
) -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.people.on_applicant_edited(name, text)

    note = counter.page.applicant.of(doubted).note
    assert note is not None
    assert note.tone is Tone.WARN
    assert counter.page.readiness.blocks == ()


def test_what_is_odd_of_the_last_field_is_said_once_it_is_left() -> None:
    """Without it a wrong date looked right until another field was typed in."""
    counter = AtCounter()
    people = counter.presenter.people
    people.on_applicant_edited(BORN_ON, "trần")
    assert counter.page.applicant.of(BORN_ON).note is None

    people.on_applicant_left()

    note = counter.page.applicant.of(BORN_ON).note
    assert note is not None
    assert note.tone is Tone.ERR


def test_the_cmnd_number_of_before_is_kept_while_the_number_of_its_card_stands() -> None:
    for edited, old in (("", "168123456"), ("035199012353", None)):
        counter = AtCounter()
        counter.fill()
        counter.presenter.people.on_card_text(CARD)
        if edited:
            counter.presenter.people.on_applicant_edited(ApplicantField.NUMBER, edited)
        counter.accept()

        paper = counter.received[0].dossier.submitter.person.id_document
        assert paper is not None
        assert paper.old_number == old
