from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from station.catalogue.pack import Pack, PackStatus
from station.domain.acceptance import LawfulGround
from station.domain.dossier import DeliveryMethod, PaymentMethod
from station.domain.id_card import FieldSource, IdCard
from station.domain.id_text import parse_id_text
from station.domain.journal import VIETNAM
from station.domain.numbers import NumberRange
from station.domain.procedure import (
    Case,
    Fee,
    Procedure,
    ProcessingTime,
    RequiredDocument,
    Territory,
    TimeUnit,
)
from station.ports.documents import CannotUseFileError
from tests.builders import a_procedure
from tests.station.test_addresses import BOOK
from tests.ui.reception_counter import CARD, OTHER_CARD, AtCounter
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.view_model import ApplicantField, Blocker, CopyKind

NAME, NUMBER, BORN_ON = ApplicantField.NAME, ApplicantField.NUMBER, ApplicantField.BORN_ON


# -- accepting ------------------------------------------------------------------------------


def test_a_whole_dossier_is_received_and_the_page_is_empty_again() -> None:
    counter = AtCounter()
    counter.fill()
    assert counter.page.readiness.blocks == ()

    counter.accept()

    (reception,) = counter.received
    dossier = reception.dossier
    assert dossier.code == "000.00.17.H25-261123-0300"
    assert dossier.submitter.name == "Nguyễn Thị Ánh Tuyết"
    assert dossier.missing == ()
    assert [payment.change_vnd for payment in dossier.payments] == [5_000]
    assert dossier.due_at == datetime(2026, 11, 27, 16, 30, tzinfo=VIETNAM)
    assert counter.page.applicant.of(NAME).text == ""
    assert counter.page.procedure.chosen is None
    assert counter.page.fresh[-1] is True


def test_the_key_pressed_twice_receives_once() -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.on_accept()
    assert counter.page.readiness.accepting
    counter.presenter.on_accept()
    counter.store_worker.do()
    counter.accept()

    assert len(counter.received) == 1
    assert len(counter.desk.given) == 1


def test_a_refused_dossier_stays_with_its_reason_and_may_be_tried_again() -> None:
    counter = AtCounter()
    counter.fill()
    counter.desk.fails_with = CannotUseFileError("gone")

    counter.accept()

    assert counter.received == []
    assert counter.page.problem is not None
    assert counter.page.problem.sentence.endswith("(FIL-001)")
    assert counter.page.applicant.of(NAME).text == "Nguyễn Thị Ánh Tuyết"
    counter.desk.fails_with = None
    counter.accept()
    assert len(counter.received) == 1
    assert counter.page.problem is None


def test_everything_that_is_missing_is_named_at_once() -> None:
    counter = AtCounter()

    assert counter.page.blockers == {Blocker.NO_NAME, Blocker.NO_PROCEDURE}
    counter.choose_procedure()

    assert counter.page.blockers == {
        Blocker.NO_NAME,
        Blocker.MISSING_PAPERS,
        Blocker.TOO_LITTLE_MONEY,
    }
    missing = next(b for b in counter.page.readiness.blocks if b.papers)
    assert missing.papers == ((1, "Tờ khai"), (3, "Giấy tờ tùy thân"))
    counter.accept()
    assert counter.desk.given == []


def test_a_lawful_ground_opens_an_incomplete_dossier_and_is_kept() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.papers.on_paper_ticked("row-3")
    assert counter.page.blockers == {Blocker.MISSING_PAPERS}
    assert [ground.value for ground in counter.page.grounds] == list(LawfulGround)

    counter.presenter.money.on_ground_chosen(LawfulGround.HELD_BY_STATE.value)
    assert "309/2026" in (counter.page.readiness.ground or "")
    counter.accept()

    assert counter.received[0].dossier.accepted_despite_missing == "held_by_state"


def test_a_ground_that_is_no_longer_needed_is_not_written_down() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.money.on_ground_chosen(LawfulGround.INACCURATE.value)

    counter.accept()

    assert counter.received[0].dossier.accepted_despite_missing is None


def test_without_numbers_nothing_is_received() -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.on_numbers_left(0)

    assert counter.page.blockers == {Blocker.NO_NUMBERS}
    counter.accept()
    assert counter.desk.given == []


def test_the_store_has_the_last_word_about_numbers() -> None:
    counter = AtCounter(numbers=[NumberRange(first=300, last=300)])
    counter.fill()
    counter.accept()
    counter.fill()
    counter.presenter.duplicates.on_reason_edited("nộp lại")

    counter.accept()

    assert len(counter.received) == 1
    assert counter.page.problem is not None
    assert "(NUM-001)" in counter.page.problem.sentence


# -- applicant ------------------------------------------------------------------------------


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


# -- procedure and papers -------------------------------------------------------------------


def test_typing_finds_procedures_and_nothing_typed_shows_the_frequent_ones() -> None:
    counter = AtCounter()

    counter.presenter.on_query_edited("xac nhan hon nhan")
    assert counter.page.matches is not None
    assert [match.code for match in counter.page.matches.found] == ["1.004873"]

    counter.presenter.on_query_edited("")
    assert counter.page.matches.found == ()


def test_a_question_before_the_catalogue_is_ready_is_answered_when_it_is() -> None:
    counter = AtCounter()
    counter.presenter.start()
    counter.presenter._index = None
    counter.presenter.on_query_edited("hon nhan")
    assert counter.page.matches is None

    counter.store_worker.do()

    assert counter.page.matches is not None
    assert counter.page.matches.total == 1


def test_a_procedure_known_by_name_only_cannot_be_chosen() -> None:
    counter = AtCounter(a_procedure(processing_time=None))

    counter.choose_procedure()

    assert counter.page.procedure.chosen is None
    assert counter.page.problem is not None
    assert "(DOS-006)" in counter.page.problem.sentence


def test_an_open_draft_keeps_its_version_when_the_catalogue_changes() -> None:
    counter = AtCounter()
    counter.fill()
    dearer = Fee(index=1, name="Lệ phí", kind="lệ phí", amount_vnd=90_000, per="hồ sơ")
    counter.desk.catalogue.import_pack(
        Pack(
            name="test",
            version="2",
            issued_on=None,
            status=PackStatus.OFFICIAL,
            procedures=(a_procedure(fees=(dearer,)),),
        ),
        at=counter.desk.now(),
    )

    counter.accept()
    counter.choose_procedure()

    (reception,) = counter.received
    assert (reception.dossier.catalogue, reception.dossier.fees_total_vnd) == ("test 1", 15_000)
    assert counter.drafts.current.catalogue == "test 2"
    assert counter.page.fees.total_vnd == 90_000


def test_a_catalogue_that_arrives_is_searched_and_told_and_drafts_keep_theirs() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.on_minute()
    counter.store_worker.do()
    assert counter.page.problem is None

    new = a_procedure(code="2.000009", name="Thủ tục mới toanh")
    counter.desk.catalogue.import_pack(
        Pack(
            name="test",
            version="2",
            issued_on=None,
            status=PackStatus.OFFICIAL,
            procedures=(new,),
        ),
        at=counter.desk.now(),
    )
    del counter.desk.catalogue_index
    counter.presenter.on_minute()
    counter.store_worker.do()

    assert counter.page.problem is not None
    assert "hồ sơ đang mở không bị ảnh hưởng" in counter.page.problem.sentence
    assert counter.drafts.current.catalogue == "test 1"
    counter.presenter.on_query_edited("moi toanh")
    assert counter.page.matches is not None
    assert [match.code for match in counter.page.matches.found] == ["2.000009"]


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (
            (
                a_procedure(
                    fees=(
                        Fee(index=1, name="Lệ phí", kind="lệ phí", amount_vnd=20_000, per="hồ sơ"),
                    )
                ),
            ),
            "Lệ phí: 15.000 đ → 20.000 đ",
        ),
        ((), "bị bỏ khỏi danh mục"),
    ],
)
def test_what_changes_for_an_open_draft_is_said_in_words(
    kept: tuple[Procedure, ...], said: str
) -> None:
    counter = AtCounter()
    counter.fill()
    counter.desk.catalogue.import_pack(
        Pack(
            name="test",
            version="2",
            issued_on=None,
            status=PackStatus.OFFICIAL,
            procedures=kept,
        ),
        at=counter.desk.now(),
        withdrawn=() if kept else ("1.004873",),
    )
    del counter.desk.catalogue_index
    counter.presenter.on_minute()
    counter.store_worker.do()

    assert counter.page.problem is not None
    assert said in counter.page.problem.sentence
    counter.accept()
    assert counter.received[0].dossier.catalogue == "test 1"


def test_a_pack_of_the_province_that_waits_is_told_once_with_its_reason() -> None:
    counter = AtCounter()
    counter.desk.catalogue.why_refused = "Thiếu gói nền 118. (CAT-015)"

    def after_a_minute() -> str | None:
        counter.presenter.on_minute()
        counter.store_worker.do()
        return counter.page.problem.sentence if counter.page.problem else None

    first = after_a_minute()
    counter.page.problem = None

    assert first == "Danh mục tỉnh gửi chưa dùng được. Thiếu gói nền 118. (CAT-015)"
    assert after_a_minute() is None
    counter.desk.catalogue.why_refused = "Chữ ký số không khớp. (CAT-010)"
    assert after_a_minute() is not None


def test_choosing_another_procedure_keeps_the_person_and_the_papers() -> None:
    other = a_procedure(
        code="2.000001",
        required_documents=(RequiredDocument(index=1, name="Giấy tờ tùy thân", presented=1),),
        fees=(),
    )
    counter = AtCounter(a_procedure(), other)
    counter.fill()

    counter.choose_procedure("2.000001")

    assert [(paper.key, paper.number, paper.is_here) for paper in counter.page.papers] == [
        ("row-1", 1, True),
        ("other-1", 0, True),
    ]
    assert counter.page.papers[1].name == "Tờ khai"
    assert counter.page.applicant.of(NAME).text == "Nguyễn Thị Ánh Tuyết"
    assert counter.page.readiness.blocks == ()


def test_a_file_that_is_being_opened_finds_its_row_after_another_procedure_was_chosen() -> None:
    other = a_procedure(code="2.000001", required_documents=(
        RequiredDocument(index=1, name="Giấy khác", originals=1),
        RequiredDocument(index=2, name="Tờ khai", originals=1),
    ))  # fmt: skip
    counter = AtCounter(a_procedure(), other)
    counter.fill()
    counter.presenter.papers.on_files_chosen("row-1", ["scan.pdf"])
    counter.choose_procedure("2.000001")

    counter.file_worker.do()

    assert [len(paper.files) for paper in counter.page.papers] == [0, 1, 0]
    assert Blocker.READING not in counter.page.blockers


def test_a_tick_counts_a_row_as_the_procedure_asks_and_a_second_one_takes_it_back() -> None:
    counter = AtCounter()
    counter.choose_procedure()

    counter.presenter.papers.on_paper_ticked("row-3")
    assert counter.page.papers[2].given == {CopyKind.PRESENTED: 1}

    counter.presenter.papers.on_paper_ticked("row-3")
    assert not counter.page.papers[2].is_here


def test_copies_are_counted_by_kind() -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.papers.on_copies_set("row-2", CopyKind.COPIES, 2)
    counter.presenter.papers.on_copies_set("row-2", CopyKind.CERTIFIED, 5000)
    counter.accept()

    document = counter.received[0].dossier.documents[1]
    assert (document.copies, document.certified_copies) == (2, 999)


def test_files_are_opened_first_and_count_the_row_as_here() -> None:
    counter = AtCounter()
    counter.choose_procedure()

    counter.presenter.papers.on_files_chosen("row-1", ["a.pdf", "b.jpg"])
    assert counter.page.papers[0].attaching
    counter.file_worker.do()

    paper = counter.page.papers[0]
    assert [(file.name, file.pages) for file in paper.files] == [("a.pdf", 2), ("b.jpg", 2)]
    assert paper.is_here
    counter.presenter.papers.on_file_removed("row-1", paper.files[0].file_id)
    assert [file.name for file in counter.page.papers[0].files] == ["b.jpg"]


def test_removed_files_are_put_back_into_their_rows_the_last_one_first() -> None:
    counter = AtCounter()
    counter.choose_procedure()
    papers = counter.presenter.papers
    papers.on_files_chosen("row-1", ["a.pdf", "b.jpg"])
    papers.on_files_chosen("row-2", ["c.pdf"])
    counter.file_worker.do()
    first, second = (paper.files[0].file_id for paper in counter.page.papers[:2])
    papers.on_file_removed("row-1", first)
    papers.on_file_removed("row-2", second)
    assert counter.page.removed == "c.pdf"

    papers.on_return_wanted()
    assert [file.name for file in counter.page.papers[1].files] == ["c.pdf"]
    assert counter.page.removed == "a.pdf"
    papers.on_return_wanted()
    papers.on_return_wanted()  # there is no more: nothing happens

    assert [file.name for file in counter.page.papers[0].files] == ["b.jpg", "a.pdf"]
    assert counter.page.removed is None


def test_another_paper_that_was_removed_comes_back_whole() -> None:
    counter = AtCounter()
    counter.choose_procedure()
    papers = counter.presenter.papers
    papers.on_other_paper("Bản vẽ")
    papers.on_copies_set("other-1", CopyKind.COPIES, 2)
    papers.on_files_chosen("other-1", ["bản vẽ.pdf"])
    counter.file_worker.do()
    before = counter.page.papers[-1]
    papers.on_paper_removed("other-1")
    assert counter.page.removed == "Bản vẽ"

    papers.on_return_wanted()

    after = counter.page.papers[-1]
    assert (after.name, after.given, after.files) == (before.name, before.given, before.files)


def test_a_removed_file_finds_a_row_after_another_procedure_was_chosen() -> None:
    other = a_procedure(code="2.000001", required_documents=(
        RequiredDocument(index=1, name="Giấy khác", originals=1),
        RequiredDocument(index=2, name="Tờ khai", originals=1),
    ))  # fmt: skip
    counter = AtCounter(a_procedure(), other)
    counter.choose_procedure()
    lost = counter.page.papers[1].name
    for key, path in (("row-1", "a.pdf"), ("row-2", "b.pdf")):
        counter.presenter.papers.on_files_chosen(key, [path])
        counter.file_worker.do()
        (file,) = next(paper for paper in counter.page.papers if paper.key == key).files
        counter.presenter.papers.on_file_removed(key, file.file_id)
        counter.presenter.papers.on_copies_set(key, CopyKind.ORIGINALS, 0)
        counter.presenter.papers.on_copies_set(key, CopyKind.COPIES, 0)
    counter.choose_procedure("2.000001")

    counter.presenter.papers.on_return_wanted()
    counter.presenter.papers.on_return_wanted()

    found = {paper.name: [file.name for file in paper.files] for paper in counter.page.papers}
    assert found == {"Giấy khác": [], "Tờ khai": ["a.pdf"], lost: ["b.pdf"]}


def test_a_file_that_cannot_be_filed_is_refused_by_name() -> None:
    counter = AtCounter()
    counter.choose_procedure()
    counter.files.fails_with = CannotUseFileError("gone")

    counter.presenter.papers.on_files_chosen("row-1", ["a.pdf"])
    counter.file_worker.do()

    assert counter.page.papers[0].files == ()
    assert not counter.page.papers[0].attaching
    assert counter.page.problem is not None


def test_other_papers_come_and_go_and_are_received() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.papers.on_other_paper("  Đơn  xin ")
    counter.presenter.papers.on_other_paper("Bản vẽ")
    counter.presenter.papers.on_other_paper("   ")

    counter.presenter.papers.on_paper_removed("other-2")
    counter.presenter.papers.on_paper_removed("row-1")
    counter.accept()

    names = [d.name for d in counter.received[0].dossier.documents]
    assert names[3:] == ["Đơn xin"]
    assert names[0] == "Tờ khai"


# -- money, delivery, due date --------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "change", "blocked"),
    [
        ("20000", 5_000, False),
        ("20.000 đ", 5_000, False),
        ("15000", 0, False),
        ("10000", None, True),
        ("mười nghìn", None, True),
        ("", None, True),
    ],
)
def test_cash_must_cover_the_fees_and_the_change_is_shown(
    typed: str, change: int | None, blocked: bool
) -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.money.on_tendered_edited(typed)

    assert counter.page.fees.change_vnd == change
    assert (Blocker.TOO_LITTLE_MONEY in counter.page.blockers) is blocked


def test_lines_quantities_and_exemptions_change_the_sum() -> None:
    fees = tuple(
        Fee(index=n, name=f"Phí {n}", kind="phí", amount_vnd=1_000, per="trang") for n in (1, 2, 3)
    )
    counter = AtCounter(a_procedure(fees=fees))
    counter.fill()
    assert counter.page.fees.total_vnd == 3_000

    counter.presenter.money.on_quantity_edited(1, 5)
    counter.presenter.money.on_fee_charged(2, False)
    counter.presenter.money.on_exemption_edited(3, "Hộ nghèo")
    assert Blocker.NO_PROOF in counter.page.blockers
    counter.presenter.money.on_proof_edited(3, "Giấy chứng nhận hộ nghèo")
    assert counter.page.papers[-1].name == "Giấy chứng nhận hộ nghèo"
    assert counter.page.blockers == {Blocker.MISSING_PAPERS}
    counter.presenter.papers.on_paper_ticked("proof-3")
    counter.presenter.money.on_fee_charged(9, True)

    assert counter.page.fees.total_vnd == 5_000
    counter.accept()
    lines = counter.received[0].dossier.fees
    assert [(line.index, line.quantity, line.exemption) for line in lines] == [
        (1, 5, None),
        (3, 1, "Hộ nghèo"),
    ]


@pytest.mark.parametrize("method", [PaymentMethod.TRANSFER, PaymentMethod.LATER])
def test_no_cash_is_asked_for_when_none_is_paid(method: PaymentMethod) -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.money.on_tendered_edited("")

    counter.presenter.money.on_payment_chosen(method)

    assert counter.page.readiness.blocks == ()
    counter.accept()
    assert counter.received[0].dossier.paid_vnd == 0


def test_the_post_needs_an_address() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.on_delivery_chosen(DeliveryMethod.POSTAL)
    assert counter.page.blockers == {Blocker.NO_DELIVERY_ADDRESS}

    counter.presenter.on_delivery_address_edited("Tổ 5, Quang Trung")
    counter.presenter.on_sets_edited(2)
    counter.presenter.on_summary_edited("Xác nhận để kết hôn")
    counter.accept()

    dossier = counter.received[0].dossier
    assert dossier.delivery.address == "Tổ 5, Quang Trung"
    assert (dossier.number_of_sets, dossier.subject) == (2, "Xác nhận để kết hôn")


def test_the_due_date_follows_the_clock_past_the_cut_off() -> None:
    counter = AtCounter(a_procedure(cutoff="15:00"))
    counter.choose_procedure()
    morning = counter.page.due.at
    assert any("24/11" in line for line in counter.page.due.explanation)

    counter.desk.clock.move(timedelta(hours=6, minutes=30))
    counter.presenter.on_minute()

    assert morning is not None
    assert counter.page.due.at is not None
    assert counter.page.due.at > morning


def test_a_case_decides_papers_fees_and_time_and_is_the_first_until_chosen() -> None:
    late = Case(
        key="late",
        label="Quá hạn",
        processing_time=ProcessingTime(5, TimeUnit.WORKING_DAY),
        required_documents=(RequiredDocument(index=1, name="Đơn giải trình", originals=1),),
        fees=(),
    )
    counter = AtCounter(a_procedure(cases=(Case(key="in-time", label="Đúng hạn"), late)))
    counter.fill()
    chosen, before = counter.page.procedure.chosen, counter.page.due.at
    assert chosen is not None
    assert (chosen.case, chosen.cases) == (
        "in-time", (("in-time", "Đúng hạn"), ("late", "Quá hạn")),
    )  # fmt: skip

    counter.presenter.on_case_chosen("late")
    counter.presenter.papers.on_paper_ticked("row-1")
    counter.accept()

    dossier = counter.received[0].dossier
    assert dossier.case == "late"
    assert dossier.documents[0].name == "Đơn giải trình"  # what was ticked before stays, beside
    assert dossier.fees == ()
    assert before is not None
    assert dossier.promised_at > before


def test_a_procedure_for_another_draft_moves_no_keys() -> None:
    counter = AtCounter()
    counter.presenter.on_procedure_chosen("1.001193")
    counter.presenter.on_new()
    counter.store_worker.do()

    assert counter.page.went_on == 0


def test_another_territory_s_agency_makes_the_date_provisional() -> None:
    counter = AtCounter(a_procedure(territory=Territory.NATION))
    counter.fill()
    here = counter.page.due.at

    counter.presenter.on_destination_edited("UBND phường Cầu Giấy")
    assert any("tạm tính" in warning for warning in counter.page.due.warnings)
    counter.presenter.on_destination_edited("UBND cấp xã")
    assert counter.page.due.at == here
    counter.presenter.on_destination_edited("UBND phường Cầu Giấy ")
    counter.accept()

    dossier = counter.received[0].dossier
    assert (dossier.handling_agency, dossier.territory) == (
        "UBND phường Cầu Giấy", Territory.NATION,
    )  # fmt: skip


# -- drafts ---------------------------------------------------------------------------------


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


def test_a_tenth_draft_is_refused_in_words() -> None:
    counter = AtCounter()
    for number in range(9):
        counter.presenter.on_new()
        counter.presenter.people.on_applicant_edited(NAME, f"Người {chr(65 + number)}")

    counter.presenter.on_new()

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
