"""Each form with the worst that is believable, and with nothing known: what it must bear."""

from datetime import datetime
from typing import Final

from station.domain.dossier import DeliveryMethod
from station.domain.journal import VIETNAM
from station.forms.appointment_slip import AppointmentSlip
from station.forms.dossier_names import office_names
from station.forms.form_sets import form_set_named
from station.forms.letter import Letter
from station.forms.letter_layouts import (
    Form,
    Names,
    Occasion,
    PaperKind,
    PartLayout,
    compose,
    parts_of,
    signers_of,
)
from station.forms.office import OfficeHeader
from station.forms.templates import Templates, cells_of, facts_in, texts_of
from station.forms.worst_facts import ADDRESS, CODE, FACTS, ORGANISATION, PERSON, ROWS, SHEETS

NOT_VALID: Final = "BẢN XEM TRƯỚC – KHÔNG CÓ GIÁ TRỊ"
"""Stands on everything that is drawn of nobody's dossier."""
_AT = datetime(2026, 11, 23, 9, 43, tzinfo=VIETNAM)
_NO_QR = "TMC1:" + "0" * 131
"""As long as the text of a real slip, and signed by nobody."""
_CODES = ("code", "guidance_code", "list_number")
_IDENTITIES: Final = {
    PaperKind.GUIDANCE: FACTS["guidance_code"],
    PaperKind.HAND_OVER: FACTS["list_number"],
    PaperKind.REGISTER: "ngày 01/01/2026 đến ngày 31/12/2026",
    PaperKind.SHIFT_REPORT: "QUY-261123-0730-12",
    PaperKind.CASH_COUNT: "KK-261123-1630-12",
}
_WHOSE: Final = {PaperKind.REGISTER: FACTS["period"], PaperKind.HAND_OVER: FACTS["taker"]}
"""What later pages say beside the code; of every other paper, the owner."""


def facts_of(form: Form) -> frozenset[str]:
    """Give every fact that the texts of a form name."""
    layout = form.layout
    cells = (text for part in layout.parts for text in cells_of(part))
    conditions = frozenset(part.when for part in layout.parts if part.when)
    return conditions.union(*map(facts_in, (*texts_of(layout), *cells)))


def worst_case(form: Form, office: OfficeHeader) -> Letter:
    """Give a form with the worst that is believable, marked as worth nothing."""
    own, rows = SHEETS.get(form.kind, ({}, {}))
    names = _known_of(form, office, own)
    lists = {part.rows: rows.get(part.rows, ROWS[part.rows]) for part in _listed(form)}
    occasion = Occasion(
        dated=_AT.date(),
        printed_at=_AT,
        identity=_IDENTITIES.get(form.kind, CODE),
        whose=_WHOSE.get(form.kind, ORGANISATION.upper()),
        marks=(NOT_VALID,),
    )
    return compose(form, office, occasion, names, lists)


def emptiest_case(form: Form, office: OfficeHeader) -> Letter:
    """Give a form of which nothing is known but its code."""
    names = {name: CODE if name in _CODES else "" for name in facts_of(form)}
    occasion = Occasion(dated=_AT.date(), printed_at=_AT, identity=CODE, whose="")
    return compose(form, office, occasion, names, {part.rows: [] for part in _listed(form)})


def _known_of(form: Form, office: OfficeHeader, own: Names) -> Names:
    known = {**FACTS, **office_names(office, PERSON), **own}
    return {name: known.get(name, "") for name in facts_of(form)}


def _listed(form: Form) -> list[PartLayout]:
    return [part for part in form.layout.parts if part.rows]


def worst_slip(
    form: Form, office: OfficeHeader, templates: Templates, procedure: str
) -> AppointmentSlip:
    """Give form 01, as it is in force, with the worst that is believable."""
    names = _known_of(form, office, {})
    built_in = form_set_named(form.form_set).delivery[DeliveryMethod.POSTAL]
    wording = templates.delivery(form, DeliveryMethod.POSTAL, built_in, procedure).filled(
        counter="Quầy 3",
        address=office.reception_address,
        unit=office.reception_unit,
        website=office.website,
        delivery_address=ADDRESS,
        due="Wednesday 6 January 2027, after 16:30",
    )
    return AppointmentSlip(
        office=office,
        title=form.layout.title,
        reference=form.layout.reference,
        legal_basis=form.legal_basis,
        marks=(NOT_VALID,),
        parts=parts_of(
            form.layout, names, {"documents": [{**names, **row} for row in ROWS["documents"]]}
        ),
        signers=signers_of(form.layout, names),
        english=wording.english if "english" in form.options else None,
        dossier_code=CODE,
        lookup_code="MẪU",
        version=1,
        qr_text=_NO_QR,
        due_weekday="Thứ Tư",
        due_date="06/01/2027",
        due_time="16 giờ 30",
        due_reason=(
            "30 ngày làm việc từ 25/11/2026, không tính thứ Bảy, Chủ nhật và ngày lễ 24/11, 01/01."
        ),
        delivery=wording,
        owner_name=PERSON.upper(),
        subject=FACTS["subject"],
        documents=(),
        received_at=_AT,
        counter="Quầy 3",
        printed_at=_AT,
    )
