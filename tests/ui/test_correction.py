"""Corrections from the window: what differs is sent, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from station.domain.authorisation import LEGAL_REPRESENTATIVE
from station.domain.dossier import Channel, DeliveryMethod, Dossier, Payment, PaymentMethod
from station.domain.history import fold
from station.domain.person import (
    Authorisation,
    AuthorisationScope,
    FieldSource,
    IdDocument,
    IdDocumentType,
    Party,
    PartyKind,
    Person,
    Sex,
)
from station.domain.procedure import Case
from station.usecases.reception_input import (
    CitizenInput,
    CorrectionInput,
    HouseholdBusinessInput,
    OrganisationInput,
    ReceptionInputError,
    party,
)
from tests.builders import MONDAY, a_chain, a_party, a_procedure
from tests.ui.corrected_dossiers import a_dossier, changes, typed, unchanged
from ui.desktop.dossier.corrected_people import applicant_of, owner_of
from ui.desktop.dossier.correction import changes_of, form_of, rules_of
from ui.desktop.reception.field_state import NOT_PRESENTED
from ui.desktop.reception.owner_view_model import Owner, OwnerField, OwnerKind
from ui.desktop.reception.view_model import Applicant, ApplicantField

A, F = ApplicantField, OwnerField


def with_applicant(dossier: Dossier, texts: dict[ApplicantField, str]) -> CorrectionInput:
    """Give what is sent when the form of who handed in is left like this."""
    applicant = applicant_of(dossier)
    for name, text in texts.items():
        applicant.edit(name, text)
    return changes_of(dossier, unchanged(dossier), applicant, owner_of(dossier))


def with_owner(
    dossier: Dossier, kind: OwnerKind, texts: dict[OwnerField, str], *, letter_here: bool = False
) -> CorrectionInput:
    """Give what is sent when the form of the owner is left like this."""
    owner = owner_of(dossier)
    owner.choose(kind)
    for name, text in texts.items():
        owner.edit(name, text)
    answer = replace(unchanged(dossier), letter_here=letter_here)
    return changes_of(dossier, answer, applicant_of(dossier), owner)


def test_what_is_as_it_was_changes_nothing() -> None:
    dossier = a_dossier()

    assert changes(dossier, unchanged(dossier)) == CorrectionInput()


def test_a_person_is_sent_whole_with_what_was_not_touched() -> None:
    dossier = a_dossier()

    sent = with_applicant(dossier, {A.PHONE: "0987 654 321", A.EMAIL: "a@vi-du.vn"})

    applicant = sent.applicant
    assert isinstance(applicant, CitizenInput)
    assert (applicant.phone, applicant.email) == ("0987654321", "a@vi-du.vn")
    assert applicant.full_name == dossier.submitter.person.full_name
    assert applicant.date_of_birth == dossier.submitter.person.date_of_birth
    assert replace_applicant(sent) == CorrectionInput()


def test_a_paper_that_nobody_saw_is_shown_so_and_stays_so_until_its_kind_is_chosen() -> None:
    known = a_party()
    unseen = IdDocument(type=IdDocumentType.CCCD, number="035199012345", presented=False)
    dossier = a_dossier(submitter=replace(known, person=replace(known.person, id_document=unseen)))
    assert applicant_of(dossier).texts[A.PAPER_TYPE] == NOT_PRESENTED
    assert changes(dossier, unchanged(dossier)) == CorrectionInput()

    for texts, kind, presented in (
        ({A.PHONE: "0987 654 321"}, IdDocumentType.CCCD, False),
        ({A.NUMBER: "035199012353"}, IdDocumentType.CCCD, False),
        ({A.PAPER_TYPE: "can_cuoc"}, IdDocumentType.CAN_CUOC, True),
    ):
        sent = with_applicant(dossier, texts).applicant
        assert sent is not None
        paper = party(sent).person.id_document
        assert paper is not None
        assert (paper.type, paper.presented) == (kind, presented)


def test_the_cmnd_number_of_before_stays_with_the_number_that_took_its_place() -> None:
    known = a_party()
    paper = known.person.id_document
    assert paper is not None
    paper = replace(paper, old_number="168123456")
    dossier = a_dossier(submitter=replace(known, person=replace(known.person, id_document=paper)))
    assert changes(dossier, unchanged(dossier)) == CorrectionInput()

    for texts, old in (
        ({A.PHONE: "0987 654 321"}, "168123456"),
        ({A.NUMBER: "035199012353"}, None),
    ):
        sent = with_applicant(dossier, texts).applicant
        assert sent is not None
        corrected = party(sent).person.id_document
        assert corrected is not None
        assert corrected.old_number == old


def test_a_correction_keeps_where_the_untouched_fields_are_from() -> None:
    known = a_party()
    document = known.person.id_document
    assert document is not None
    before = replace(
        known.person,
        id_document=replace(document, read_from=FieldSource.CHIP),
        sources={"full_name": FieldSource.QR, "phone": FieldSource.EARLIER_VISIT},
        doubtful={"full_name": ("Ánh",), "address": ("Tổ",)},
    )
    dossier = a_dossier(submitter=replace(known, person=before))

    sent = with_applicant(dossier, {A.PHONE: "0987 654 321", A.ADDRESS: "Tổ 6"})

    assert sent.applicant is not None
    after = party(sent.applicant).person.corrected(before)
    assert after.id_document is not None
    assert after.id_document.read_from is FieldSource.CHIP
    assert after.sources == {
        "full_name": FieldSource.QR,
        "phone": FieldSource.TYPED,
        "address": FieldSource.TYPED,
    }
    assert after.doubtful == {"full_name": ("Ánh",)}

    numbered = with_applicant(dossier, {A.NUMBER: "035199012399"}).applicant
    assert numbered is not None
    paper = party(numbered).person.corrected(before).id_document
    assert paper is not None
    assert paper.read_from is FieldSource.TYPED


def replace_applicant(sent: CorrectionInput) -> CorrectionInput:
    return CorrectionInput(
        **{
            name: getattr(sent, name)
            for name in CorrectionInput.__struct_fields__
            if name != "applicant"
        }
    )


def test_another_procedure_counts_what_is_ticked_and_was_not_here_before() -> None:
    dossier = a_dossier()
    other = replace(a_procedure(), code="1.001193", name="Đăng ký khai sinh")
    rules = rules_of(dossier, other, None)
    here = [row.index for row in rules.rows if row.here]
    rest = [row.index for row in rules.rows if not row.here]
    assert here
    assert rest
    answer = replace(unchanged(dossier), procedure_code=other.code, ticked=(here[0], rest[0]))

    sent = changes(dossier, answer, rules.rows)

    assert sent.procedure_code == "1.001193"
    assert [(row.index, row.originals) for row in sent.documents] == [(rest[0], 1)]


def test_a_procedure_with_cases_takes_its_first_until_another_is_chosen() -> None:
    dossier = a_dossier()
    cases = (Case(key="dung-han", label="Đúng hạn"), Case(key="qua-han", label="Quá hạn"))
    procedure = replace(a_procedure(), cases=cases)

    assert rules_of(dossier, procedure, None).case == "dung-han"
    assert rules_of(dossier, procedure, "qua-han").case == "qua-han"


def test_what_is_charged_and_what_another_procedure_asks_are_told_apart() -> None:
    """N6: a difference in fees is an act of its own."""
    dossier, procedure = a_dossier(), a_procedure()
    fee = procedure.fees[0]
    copies = replace(fee, index=2, optional=True)
    rules = rules_of(
        dossier, replace(procedure, fees=(replace(fee, amount_vnd=8_000), copies)), None
    )

    assert (rules.charged_vnd, rules.tariff_vnd) == (dossier.fees_total_vnd, 8_000)
    assert rules.charged_vnd == 15_000
    assert rules.unpaid
    paid = Payment(
        method=PaymentMethod.CASH, amount_vnd=1_000, tendered_vnd=1_000, collected_at=MONDAY
    )
    assert not rules_of(replace(dossier, payments=(paid,)), procedure, None).unpaid


def test_another_case_is_sent_without_another_procedure() -> None:
    dossier = a_dossier()
    answer = replace(unchanged(dossier), case="qua-han")
    sent = changes(dossier, answer)
    assert (sent.procedure_code, sent.case) == (dossier.procedure_code, "qua-han")


def test_another_letter_is_sent_with_its_paper_and_its_days() -> None:
    letter = Authorisation(kind="Giấy uỷ quyền", number="1/UQ")
    dossier = a_dossier(owner=a_party(), authorisation=letter)
    texts = {
        F.LETTER_NUMBER: "2/UQ",
        F.LETTER_EXPIRES_ON: "31/12/2026",
        F.SCOPE: AuthorisationScope.SUBMIT.value,
    }

    corrected = with_owner(dossier, OwnerKind.CITIZEN, texts, letter_here=True)

    assert corrected.owner is None
    sent = corrected.authorisation
    assert sent is not None
    assert (sent.number, sent.expires_on) == ("2/UQ", date(2026, 12, 31))
    assert sent.scope is AuthorisationScope.SUBMIT
    assert sent.paper is not None
    assert sent.paper.originals == 1


def test_delivery_sets_and_subject_can_be_corrected() -> None:
    dossier = a_dossier()
    answer = typed(unchanged(dossier), delivery_address="Tổ 9", sets="2", summary="cấp lại")
    by_post = DeliveryMethod.POSTAL.value
    answer = replace(answer, delivery=by_post, channel=Channel.ONLINE.value)

    sent = changes(dossier, answer)

    assert sent.delivery is not None
    assert (sent.delivery.method, sent.delivery.address) == (DeliveryMethod.POSTAL, "Tổ 9")
    assert sent.channel is Channel.ONLINE
    assert (sent.number_of_sets, sent.summary) == (2, "cấp lại")


def test_an_owner_is_added_with_the_letter() -> None:
    dossier = a_dossier()
    texts = {F.NAME: "Trần Văn Chủ", F.NUMBER: "035080004321", F.LETTER_NUMBER: "12/UQ"}

    sent = with_owner(dossier, OwnerKind.CITIZEN, texts, letter_here=True)

    assert sent.applicant is None
    assert isinstance(sent.owner, CitizenInput)
    assert sent.owner.full_name == "Trần Văn Chủ"
    assert sent.authorisation is not None
    assert (sent.authorisation.kind, sent.authorisation.number) == ("Giấy uỷ quyền", "12/UQ")
    assert sent.authorisation.paper is not None


def test_an_owner_becomes_one_of_another_kind() -> None:
    letter = Authorisation(kind="Giấy uỷ quyền", number="1/UQ")
    dossier = a_dossier(owner=a_party(), authorisation=letter)
    texts = {F.NAME: "Công ty TNHH Ví dụ", F.TAX_CODE: "0100233488", F.HEAD: "Trần Văn Bình"}

    firm = with_owner(dossier, OwnerKind.ORGANISATION, texts).owner
    household = with_owner(dossier, OwnerKind.HOUSEHOLD_BUSINESS, texts).owner

    assert isinstance(firm, OrganisationInput)
    assert (firm.name, firm.representative.full_name) == ("Công ty TNHH Ví dụ", "Trần Văn Bình")
    assert isinstance(household, HouseholdBusinessInput)
    assert household.tax_code == "0100233488"


def test_who_represents_an_organisation_by_law_hands_in_for_it() -> None:
    dossier = a_dossier(owner=a_party(), authorisation=Authorisation(kind="Giấy uỷ quyền"))
    texts = {
        F.NAME: "Công ty TNHH Ví dụ",
        F.TAX_CODE: "0100233488",
        F.LETTER: LEGAL_REPRESENTATIVE,
    }

    sent = with_owner(dossier, OwnerKind.ORGANISATION, texts)

    assert sent.no_owner
    assert sent.owner is None
    assert isinstance(sent.applicant, OrganisationInput)
    person = dossier.submitter.person
    assert sent.applicant.representative.full_name == person.full_name
    assert sent.applicant.representative.date_of_birth == person.date_of_birth


def test_a_dossier_can_be_the_submitters_own_after_all() -> None:
    dossier = a_dossier(owner=a_party(), authorisation=Authorisation(kind="Giấy uỷ quyền"))

    assert with_owner(dossier, OwnerKind.SELF, {}) == CorrectionInput(no_owner=True)


def test_what_the_form_does_not_ask_of_the_owner_stays() -> None:
    person = Person(
        full_name="Trần Văn Chủ",
        id_document=IdDocument(
            type=IdDocumentType.CCCD, number="035080004321", issued_on=date(2021, 6, 15)
        ),
        sex=Sex.MALE,
        address="Tổ 5",
        email="chu@vi-du.vn",
        area_code="13285",
    )
    owner = Party(kind=PartyKind.CITIZEN, person=person)
    dossier = a_dossier(owner=owner, authorisation=Authorisation(kind="Giấy uỷ quyền"))

    renamed = with_owner(dossier, OwnerKind.CITIZEN, {F.NAME: "Trần Văn Chử"}).owner
    moved = with_owner(dossier, OwnerKind.CITIZEN, {F.ADDRESS: "Tổ 6"}).owner

    assert isinstance(renamed, CitizenInput)
    assert party(renamed).person == replace(person, full_name="Trần Văn Chử")
    assert isinstance(moved, CitizenInput)
    assert (moved.address, moved.area_code) == ("Tổ 6", None)


@pytest.mark.parametrize("texts", [{"sets": "0"}, {"sets": "hai"}])
def test_what_cannot_be_read_is_refused(texts: dict[str, str]) -> None:
    dossier = a_dossier(owner=a_party(), authorisation=Authorisation(kind="Giấy uỷ quyền"))

    with pytest.raises(ReceptionInputError):
        changes(dossier, typed(unchanged(dossier), **texts))


def test_a_name_that_is_too_long_is_refused() -> None:
    with pytest.raises(ReceptionInputError):
        with_applicant(a_dossier(), {A.NAME: "x" * 300})


def test_every_field_of_the_reception_can_be_corrected_and_the_rest_of_the_paper_stays() -> None:
    """N26: a server may object to any of them."""
    known = a_party()
    document = known.person.id_document
    assert document is not None
    paper = replace(document, issued_by="Bộ Công an")
    dossier = a_dossier(submitter=replace(known, person=replace(known.person, id_document=paper)))

    sent = with_applicant(
        dossier,
        {
            A.ISSUED_ON: "16/6/2021",
            A.BORN_ON: "06031999",
            A.SEX: Sex.MALE.value,
            A.PAPER_TYPE: IdDocumentType.CCCD.value,
        },
    ).applicant

    assert isinstance(sent, CitizenInput)
    after = party(sent).person
    assert (after.date_of_birth, after.sex) == (date(1999, 3, 6), Sex.MALE)
    assert after.full_name == known.person.full_name
    assert after.id_document is not None
    assert after.id_document.issued_on == date(2021, 6, 16)
    assert after.id_document.type is IdDocumentType.CCCD
    assert (after.id_document.number, after.id_document.issued_by) == (paper.number, "Bộ Công an")


def test_the_panel_says_which_slip_is_void_and_asks_a_second_person_after_hand_over() -> None:
    from tests.life_samples import FORWARDED, RECEIVED

    here, away = fold(a_chain(RECEIVED)), fold(a_chain(RECEIVED, FORWARDED))

    def asks(dossier: Dossier, *, alone: bool) -> bool:
        return form_of(
            dossier, a_procedure(), Applicant(), Owner(), reasons=(), alone=alone
        ).needs_approver

    assert not asks(here, alone=False)
    assert asks(away, alone=False)
    assert not asks(away, alone=True)  # a commune's only officer
    form = form_of(away, None, Applicant(), Owner(), reasons=("ghi nhầm",), alone=False)
    assert (form.version, form.rules.rows, form.reasons) == (1, (), ("ghi nhầm",))
