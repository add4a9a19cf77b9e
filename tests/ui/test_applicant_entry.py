"""What a card leaves to look at: the field it concerns, and there the word."""

from datetime import date

import pytest

from station.domain.id_text import parse_id_text
from ui.desktop.reception.applicant_entry import ApplicantEntry
from ui.desktop.reception.view_model import ApplicantField

TODAY = date(2026, 11, 26)
CARD = (
    "035199012345|168012345|Nguyễn Thị Ánh Tuyết|05031999|Nữ|"
    "Tổ 5, Phường Quang Trung, Hà Nam|15062024"
)
NAME, ADDRESS = ApplicantField.NAME, ApplicantField.ADDRESS


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (CARD, {}),
        (CARD.replace("ễ", "eễ"), {NAME: "so với thẻ: Nguyeễn"}),
        (CARD.replace("Quang", "Quaâng"), {ADDRESS: "so với thẻ: Quaâng"}),
        (CARD.encode().decode("latin-1"), {NAME: "so với thẻ", ADDRESS: "so với thẻ"}),
        (
            CARD.replace("Tổ 5, Phường Quang Trung, Hà Nam", "Ha Long").encode().decode("latin-1"),
            {NAME: "so với thẻ"},
        ),
        (CARD.replace("ễ", "?"), {NAME: "so với thẻ: Nguy?n"}),
    ],
)
def test_only_what_is_doubtful_is_marked(text: str, notes: dict[ApplicantField, str]) -> None:
    entry = ApplicantEntry()

    entry.take(parse_id_text(text))

    fields = entry.shown(date(2026, 11, 25), "vi").fields
    assert {name: state.note.words for name, state in fields.items() if state.note} == notes


def test_what_the_officer_typed_is_no_longer_marked() -> None:
    entry = ApplicantEntry()
    entry.take(parse_id_text(CARD.replace("ễ", "eễ")))

    entry.edit(NAME, "Nguyễn Thị Ánh Tuyết")

    assert entry.shown(date(2026, 11, 25), "vi").of(NAME).note is None


def test_an_email_is_kept_with_the_person_and_an_odd_one_is_said() -> None:
    entry = ApplicantEntry()
    entry.take(parse_id_text(CARD))
    entry.edit(ApplicantField.EMAIL, " tuyet@vi-du.vn ")
    entry.edit(ApplicantField.PHONE, "0912345678")
    assert entry.plain()["email"] == "tuyet@vi-du.vn"
    assert entry.shown(TODAY, "vi").of(ApplicantField.EMAIL).note is None

    entry.edit(ApplicantField.EMAIL, "tuyet.vi-du.vn")
    assert entry.shown(TODAY, "vi").of(ApplicantField.EMAIL).note is None  # still being typed
    entry.edit(ApplicantField.PHONE, "0912345679")
    assert entry.shown(TODAY, "vi").of(ApplicantField.EMAIL).note is not None

    entry.take(parse_id_text(CARD))
    assert entry.texts[ApplicantField.EMAIL] == "tuyet.vi-du.vn"  # no card knows it
