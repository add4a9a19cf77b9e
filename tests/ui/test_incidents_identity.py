"""Incidents at the counter that concern who sits there: N1, N2, N8 and N23 of the day's list."""

import pytest

from station.domain.chip import with_proof
from station.domain.id_card import ChipProof, FieldSource
from station.domain.id_text import parse_id_text
from station.domain.person import IdDocumentType
from station.ports.devices import DeviceState
from station.ports.readers import ReaderState
from tests.ui.reception_counter import CARD, AtCounter
from ui.desktop.frame.view_model import DeviceStatus
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.field_state import NOT_PRESENTED
from ui.desktop.reception.view_model import ApplicantField, Blocker
from ui.desktop.status.device_words import device_status

NAME, NUMBER, BORN_ON = ApplicantField.NAME, ApplicantField.NUMBER, ApplicantField.BORN_ON
SEX, ISSUED_ON, ADDRESS = ApplicantField.SEX, ApplicantField.ISSUED_ON, ApplicantField.ADDRESS


def test_n1_of_a_damaged_code_only_the_doubtful_word_is_amber() -> None:
    counter = AtCounter()

    counter.presenter.people.on_card_text(CARD.replace("Ánh", "\ufffdnh"))

    applicant = counter.page.applicant
    amber = {name for name in ApplicantField if applicant.of(name).note is not None}
    assert amber == {NAME}
    note = applicant.of(NAME).note
    assert note is not None
    assert note.tone is Tone.WARN
    assert applicant.of(NUMBER).text == "035199012345"


def test_n1_the_text_of_a_code_is_never_stored() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.keeping.keep()
    counter.store_worker.do()
    drafts = counter.desk.work.drafts.every()
    counter.accept()

    stored = repr((drafts, counter.desk.work.entries, counter.desk.work.saved))
    assert "Nguyễn Thị Ánh Tuyết" in stored
    assert CARD not in stored
    assert "|Nguyễn" not in stored
    assert "05031999" not in stored


def test_what_is_received_keeps_where_each_field_is_from_and_what_stayed_in_doubt() -> None:
    counter = AtCounter()
    counter.fill()
    people = counter.presenter.people
    people.on_card_text(CARD.replace("Nguyễn", "Nguyeễn").encode().decode("latin-1"))
    people.on_applicant_edited(ADDRESS, "Tổ 6")

    counter.accept()

    (reception,) = counter.received
    person = reception.dossier.submitter.person
    assert person.id_document is not None
    assert person.id_document.read_from is FieldSource.QR
    assert person.sources == {
        "full_name": FieldSource.REPAIRED,
        "date_of_birth": FieldSource.QR,
        "sex": FieldSource.REPAIRED,
        "issued_on": FieldSource.QR,
        "address": FieldSource.TYPED,
    }
    assert person.doubtful == {"full_name": ("Nguyeễn",)}


def test_n1_without_a_reading_typing_is_offered_at_the_first_field() -> None:
    counter = AtCounter()

    counter.presenter.people.offer_typing()

    assert counter.page.zone == 1
    assert counter.page.problem is not None
    assert "Gõ số giấy tờ" in counter.page.problem.sentence


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ReaderState.IN_USE, "chương trình khác đang dùng"),
        (ReaderState.NO_PICTURE, "không cho hình"),
        (ReaderState.OFFLINE, "tắt hoặc chưa nối"),
        (ReaderState.NO_PERMISSION, "không được phép dùng"),
    ],
)
def test_n2_a_busy_camera_is_said_in_the_status_bar(state: ReaderState, words: str) -> None:
    camera = DeviceState(
        name="Camera", role="id_reader", driver="camera", state=state.value, simulated=False
    )

    shown = device_status(camera, "vi")

    assert isinstance(shown, DeviceStatus)
    assert shown.problem == words


def test_n8_who_has_no_paper_is_typed_in_and_received() -> None:
    counter = AtCounter()
    counter.fill()
    people = counter.presenter.people
    for name in ApplicantField:
        people.on_applicant_edited(name, "")
    people.on_applicant_edited(NAME, "Trần Văn Bình")

    assert counter.page.applicant.of(NAME).source is FieldSource.TYPED
    counter.accept()

    (reception,) = counter.received
    assert reception.dossier.submitter.name == "Trần Văn Bình"
    assert reception.dossier.submitter.person.id_document is None


def test_n8_a_number_without_its_paper_is_flagged_with_where_it_is_from() -> None:
    counter = AtCounter()
    counter.fill()
    people = counter.presenter.people
    people.on_applicant_edited(NUMBER, "035199012346")
    people.on_applicant_edited(ApplicantField.PAPER_TYPE, NOT_PRESENTED)

    counter.accept()

    (reception,) = counter.received
    paper = reception.dossier.submitter.person.id_document
    assert paper is not None
    assert (paper.type, paper.presented) == (IdDocumentType.PERSONAL_NUMBER, False)
    assert paper.read_from is FieldSource.TYPED
    assert reception.dossier.identity_unshown


def test_n8_a_card_that_comes_after_all_takes_the_flag_away() -> None:
    counter = AtCounter()
    counter.fill()
    people = counter.presenter.people
    people.on_applicant_edited(ApplicantField.PAPER_TYPE, NOT_PRESENTED)

    people.on_card(parse_id_text(CARD, source=FieldSource.CHIP))
    counter.accept()

    (reception,) = counter.received
    paper = reception.dossier.submitter.person.id_document
    assert paper is not None
    assert (paper.presented, paper.read_from) == (True, FieldSource.CHIP)


def test_n8_the_flag_outlives_the_program() -> None:
    counter = AtCounter()
    people = counter.presenter.people
    people.on_applicant_edited(NUMBER, "035199012346")
    people.on_applicant_edited(ApplicantField.PAPER_TYPE, NOT_PRESENTED)
    counter.presenter.keeping.keep()
    counter.store_worker.do()

    again = AtCounter(work=counter.desk.work)

    assert again.page.applicant.of(ApplicantField.PAPER_TYPE).text == NOT_PRESENTED


CONTRADICTIONS = {
    "sex": (CARD.replace("|Nữ|", "|Nam|"), SEX),
    "year": (CARD.replace("|05031999|", "|05031998|"), BORN_ON),
    "expired": (CARD.rpartition("|")[0] + "|15062014", ISSUED_ON),
}


@pytest.mark.parametrize("kind", CONTRADICTIONS)
def test_n23_a_card_that_contradicts_itself_is_amber_and_never_refused(kind: str) -> None:
    text, field = CONTRADICTIONS[kind]
    counter = AtCounter()
    counter.fill()

    counter.presenter.people.on_card_text(text)

    applicant = counter.page.applicant
    noted = {name for name in ApplicantField if applicant.of(name).note is not None}
    assert field in noted or noted & {NUMBER, BORN_ON, SEX, ISSUED_ON}
    assert all(
        note.tone is Tone.WARN for name in noted if (note := applicant.of(name).note) is not None
    )
    assert Blocker.BAD_FIELD not in counter.page.blockers
    counter.accept()
    assert len(counter.received) == 1


@pytest.mark.parametrize(
    ("proof", "tone", "words"),
    [
        (ChipProof.GENUINE, Tone.OK, "nhà nước cấp"),
        (ChipProof.ISSUER_UNKNOWN, Tone.INFO, "chưa kiểm nơi cấp (chưa có chứng thư CSCA)"),
        (ChipProof.ISSUER_OTHER, Tone.WARN, "nơi cấp không phải"),
        (ChipProof.UNCHECKED, Tone.INFO, "chưa kiểm được"),
        (ChipProof.ALTERED, Tone.ERR, "KHÔNG khớp chữ ký"),
    ],
)
def test_n23_what_the_chip_proves_is_said_in_plain_words(
    proof: ChipProof, tone: Tone, words: str
) -> None:
    counter = AtCounter()

    card = parse_id_text(CARD, source=FieldSource.CHIP)
    counter.presenter.people.on_card(with_proof(card, proof))

    assert counter.page.problem is not None
    assert counter.page.problem.tone is tone
    assert words in counter.page.problem.sentence


def test_n23_a_code_of_another_card_than_the_chip_is_told() -> None:
    counter = AtCounter()
    forged = parse_id_text(CARD.replace("Ánh Tuyết", "Lan"))
    counter.presenter.people.on_card(forged)

    counter.presenter.people.on_card(parse_id_text(CARD, source=FieldSource.CHIP))

    assert counter.page.applicant.of(NAME).text == "Nguyễn Thị Ánh Tuyết"
    assert counter.page.problem is not None
    assert "xem kỹ thẻ" in counter.page.problem.sentence
