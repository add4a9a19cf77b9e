"""Acting for another one: what is entered, what blocks, what is described, by keyboard too."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from station.domain.person import FieldSource
from tests.ui.heard import told
from tests.ui.keyboard import focused, press, type_in
from tests.ui.reception_counter import OTHER_CARD, AtCounter
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.field_state import FieldState, Note
from ui.desktop.reception.owner_view_model import Owner, OwnerField, OwnerKind
from ui.desktop.reception.view_model import Blocker

F = OwnerField
LETTER = {F.LETTER_NUMBER: "12/UQ", F.LETTER_ISSUED_ON: "1/10/2026"}
FIRM = {F.NAME: "Công ty TNHH Ví dụ", F.TAX_CODE: "0100233488", F.HEAD: "Trần Văn Bình",
        F.ORGANISATION_KIND: "enterprise"}  # fmt: skip


def acting_for(kind: OwnerKind, **texts: str) -> AtCounter:
    counter = AtCounter()
    counter.fill()
    counter.presenter.people.on_owner_chosen(kind)
    for name, text in texts.items():
        counter.presenter.people.on_owner_edited(OwnerField(name), text)
    return counter


def described(counter: AtCounter) -> dict[str, Any]:
    return counter.drafts.current.plain()


def test_the_letter_is_asked_for_and_the_dossier_is_received_with_it() -> None:
    counter = acting_for(OwnerKind.CITIZEN, **{F.NAME: "Trần Văn Bình"} | LETTER)

    (block,) = counter.page.readiness.blocks
    assert (block.blocker, block.papers) == (Blocker.MISSING_PAPERS, ((0, "Giấy uỷ quyền"),))
    counter.presenter.papers.on_paper_ticked("letter")
    counter.accept()

    (reception,) = counter.received
    dossier = reception.dossier
    assert dossier.owner is not None
    assert dossier.owner.name == "Trần Văn Bình"
    assert dossier.submitter.name == "Nguyễn Thị Ánh Tuyết"
    assert dossier.authorisation is not None
    assert dossier.authorisation.number == "12/UQ"
    assert [row.name for row in dossier.documents if row.mandatory] == [
        "Tờ khai", "Giấy tờ tùy thân", "Giấy uỷ quyền",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "subject"),
    [
        (F.NAME, "", "tên chủ hồ sơ (chưa ghi)"),
        (F.LETTER_EXPIRES_ON, "22/11/2026", "thời hạn uỷ quyền (đã hết hạn)"),
        (F.LETTER_ISSUED_ON, "24/11/2026", "ngày lập giấy uỷ quyền (chưa hiệu lực)"),
        (F.LETTER_ISSUED_ON, "mùng 5", "ngày lập giấy uỷ quyền (ngày/tháng/năm)"),
        (F.SCOPE, "collect", "phạm vi uỷ quyền (chỉ cho nhận kết quả)"),
    ],
)
def test_what_the_law_refuses_blocks_and_says_where(
    name: OwnerField, text: str, subject: str
) -> None:
    counter = acting_for(OwnerKind.CITIZEN, **{F.NAME: "Trần Văn Bình"} | LETTER)
    counter.presenter.papers.on_paper_ticked("letter")

    counter.presenter.people.on_owner_edited(name, text)

    assert [(block.blocker, block.subject) for block in counter.page.readiness.blocks] == [
        (Blocker.BAD_OWNER, subject)
    ]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (F.NUMBER, "003080004321", "mã tỉnh lạ"),
        (F.BORN_ON, "01/02/2030", "ngày chưa tới"),
        (F.PHONE, "12345", "xem lại số"),
        (F.LETTER_ISSUED_ON, "", None),
    ],
)
def test_what_is_odd_warns_and_blocks_nothing(
    name: OwnerField, text: str, words: str | None
) -> None:
    counter = acting_for(OwnerKind.CITIZEN, **{F.NAME: "Trần Văn Bình"} | LETTER)
    counter.presenter.papers.on_paper_ticked("letter")

    counter.presenter.people.on_owner_edited(name, text)
    counter.presenter.people.on_owner_edited(F.LETTER_NUMBER, "13")

    note = counter.page.owner.of(name).note
    assert note is not None
    assert note.tone is Tone.WARN
    assert words is None or note.words == words
    assert counter.page.readiness.blocks == ()


def test_the_head_of_an_organisation_is_the_applicant_and_brings_no_letter() -> None:
    counter = acting_for(OwnerKind.ORGANISATION, **FIRM | {F.LETTER: "Đại diện theo pháp luật"})

    assert counter.page.readiness.blocks == ()
    plain = described(counter)
    assert (plain["owner"], plain["authorisation"]) == (None, None)
    assert plain["applicant"]["kind"] == "organisation"
    assert plain["applicant"]["representative"]["full_name"] == "Nguyễn Thị Ánh Tuyết"
    counter.accept()
    assert counter.received[0].dossier.submitter.number == "0100233488"


def test_a_clerk_of_an_organisation_brings_its_letter() -> None:
    counter = acting_for(OwnerKind.ORGANISATION, **FIRM | {F.SCOPE: "submit"})

    assert [paper.name for paper in counter.page.papers][-1] == "Giấy giới thiệu"
    counter.presenter.papers.on_paper_ticked("letter")
    counter.accept()

    dossier = counter.received[0].dossier
    assert dossier.owner is not None
    assert dossier.owner.person.full_name == "Trần Văn Bình"
    assert dossier.authorisation is not None
    assert dossier.authorisation.scope.value == "submit"


def test_a_household_business_by_its_heads_number() -> None:
    counter = acting_for(
        OwnerKind.HOUSEHOLD_BUSINESS,
        **{F.NAME: "Hộ Ánh Tuyết", F.TAX_CODE: "035199012346", F.LETTER: "Đại diện theo pháp luật"},
    )

    note = counter.page.owner.of(F.TAX_CODE).note
    assert note is not None
    assert note.words == "khác số của chủ hộ"


def test_a_letter_follows_another_procedure_and_goes_when_nobody_acts_for_another_one() -> None:
    counter = acting_for(OwnerKind.CITIZEN, **{F.NAME: "Trần Văn Bình"})
    counter.presenter.papers.on_paper_ticked("letter")

    counter.choose_procedure()
    assert [paper.mandatory for paper in counter.page.papers] == [True, False, True, True]
    counter.presenter.papers.on_paper_removed(counter.page.papers[-1].key)
    assert len(counter.page.papers) == 4
    counter.presenter.people.on_owner_chosen(OwnerKind.SELF)

    assert [paper.mandatory for paper in counter.page.papers] == [True, False, True, False]
    assert described(counter)["owner"] is None


def test_a_card_read_while_the_panel_is_open_is_the_owners() -> None:
    counter = acting_for(OwnerKind.CITIZEN)
    counter.presenter.people.on_owner_opened(True)

    counter.presenter.people.on_card_text(OTHER_CARD)
    counter.presenter.people.on_owner_opened(False)

    plain = described(counter)
    assert plain["owner"]["full_name"] == "Trần Văn Bình"
    assert plain["owner"]["id_document"] == {
        "type": "can_cuoc",
        "number": "001080004321",
        "read_from": "qr",
    }
    assert plain["owner"]["sources"] == {
        "full_name": "qr",
        "date_of_birth": "qr",
        "address": "qr",
    }
    assert plain["applicant"]["full_name"] == "Nguyễn Thị Ánh Tuyết"


def test_what_is_doubtful_of_the_owners_card_is_amber_until_it_is_changed() -> None:
    counter = acting_for(OwnerKind.CITIZEN)
    counter.presenter.people.on_owner_opened(True)

    counter.presenter.people.on_card_text(OTHER_CARD.replace("Trần", "Traần"))

    of = counter.page.owner.of
    note = of(F.NAME).note
    assert note is not None
    assert (note.tone, "Traần" in note.words) == (Tone.WARN, True)
    assert of(F.NUMBER).source is FieldSource.QR
    counter.presenter.people.on_owner_edited(F.NAME, "Trần Văn Bình")
    of = counter.page.owner.of
    assert (of(F.NAME).note, of(F.NAME).source) == (None, FieldSource.TYPED)
    assert of(F.BORN_ON).source is FieldSource.QR


def test_the_head_of_an_organisation_from_a_garbled_card_says_so() -> None:
    counter = acting_for(OwnerKind.ORGANISATION, **FIRM)
    counter.presenter.people.on_owner_opened(True)

    counter.presenter.people.on_card_text(OTHER_CARD.encode().decode("latin-1"))

    of = counter.page.owner.of
    assert (of(F.HEAD).text, of(F.HEAD).source) == ("Trần Văn Bình", FieldSource.REPAIRED)
    assert of(F.NAME).source is FieldSource.TYPED


def test_the_keys_begin_at_what_blocks_before_what_is_only_odd(gallery: Gallery) -> None:
    form = gallery.reception.owner.form
    number = FieldState("tran van", note=Note("phải đủ 12 số"))
    name = FieldState(note=Note("chưa ghi", Tone.ERR))

    form.show_owner(Owner(kind=OwnerKind.CITIZEN, fields={F.NUMBER: number, F.NAME: name}))

    assert form.first().accessibleName() == "Tên chủ hồ sơ"


def test_the_panel_is_filled_by_keyboard(gallery: Gallery) -> None:
    page = gallery.reception
    kinds = told(page.owner.form.kind_chosen)
    edits = told(page.owner.form.edited)

    press("Alt+U", "Right")
    page.show_owner(Owner(kind=OwnerKind.CITIZEN))
    press("Tab")
    type_in("Bình")
    names = []
    for _ in range(8):
        press("Tab")
        names.append(focused().accessibleName())
    press("Esc")

    assert kinds == [OwnerKind.CITIZEN]
    assert edits[-1] == (F.NAME, "Bình")
    assert names == [
        "Số giấy tờ", "Ngày sinh", "Địa chỉ chủ hồ sơ", "Điện thoại chủ hồ sơ",
        "Nộp thay theo: Giấy uỷ quyền", "Số giấy uỷ quyền", "Ngày lập", "Hết hạn",
    ]  # fmt: skip
    assert focused().accessibleName() == "Số giấy tờ"  # where the officer was
    assert not page.owner.isVisible()
    assert QApplication.activeWindow() is gallery.window
