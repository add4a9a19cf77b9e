"""Mẫu 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả: what it says, not how it looks.

Every text is NFC, on one line and free of invisible marks, so that renderers only place it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from station.domain.dossier import Dossier, SubmittedDocument
from station.domain.durations import duration_text
from station.domain.journal import VIETNAM
from station.domain.person import AuthorisationScope
from station.domain.slip_code import lookup_code
from station.forms.dossier_names import dossier_names, shown_number
from station.forms.form_sets import DeliveryWording, form_set_named
from station.forms.letter import Part, Signer
from station.forms.letter_layouts import Form, Names, parts_of, signers_of
from station.forms.office import OfficeHeader
from station.forms.templates import BUILT_IN, Templates
from station.forms.wording import (
    clock_and_date,
    counter_name,
    in_capitals,
    one_line,
    phone_number,
    short_date,
    spoken_time,
    statutory_time,
    weekday,
)
from station.words import clock, english_date

FORM = "01"
"""The number under which this paper is queued, counted and journalled."""
SHOWN_AND_RETURNED = "xuất trình, đã trả lại ngay"
_NO_PAPERS = "Không có giấy tờ nộp kèm"
_NONE = "–"


class SlipCopy(StrEnum):
    """Liên: which of the two copies a sheet is."""

    OFFICE = "Lưu"
    CUSTOMER = "Giao khách hàng"

    @property
    def number(self) -> int:
        return 1 if self is SlipCopy.OFFICE else 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDocument:
    """One row of the list of papers; a paper that was only shown has no counts."""

    name: str
    originals: int
    certified_copies: int
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentSlip:
    """The content of form 01 for one version of one dossier, as printed at one moment."""

    office: OfficeHeader
    title: tuple[str, ...]
    """In the lines that a narrow paper breaks it into."""
    reference: str
    legal_basis: str
    marks: tuple[str, ...]
    """Bold lines below the title: reprint, replacement of an older version."""
    parts: tuple[Part, ...]
    """The statutory text, with the list of papers as its one grid."""
    signers: tuple[Signer, ...]
    english: tuple[str, str] | None
    """When and where, and what to bring, where the office wants that in English too."""
    dossier_code: str
    lookup_code: str
    version: int
    qr_text: str
    due_weekday: str
    due_date: str
    due_time: str
    due_reason: str
    delivery: DeliveryWording
    owner_name: str
    subject: str
    documents: tuple[SlipDocument, ...]
    received_at: datetime
    counter: str
    """The counter that received the dossier and gives the result back."""
    printed_at: datetime


def earlier_prints(dossier: Dossier, paper: str, *, form: str = FORM) -> int:
    """Count how often a form already came out on this paper; failed prints are no prints."""
    return sum((done.form, done.paper) == (form, paper) for done in dossier.prints)


_PROVISIONAL = " (TẠM TÍNH)"
"""Beside the date whose clock another agency starts (NĐ 309/2026 Art. 17(3))."""


def appointment_slip(
    dossier: Dossier,
    office: OfficeHeader,
    *,
    qr_text: str,
    printed_at: datetime,
    printed_by: str,
    reprint: int = 0,
    templates: Templates = BUILT_IN,
) -> AppointmentSlip:
    """Say what form 01 says for a dossier.

    Args:
        qr_text: the signed text of ``station.domain.slip_code``.
        printed_by: name of the officer; it stands in the mark of a reprint only.
        reprint: 0 for the first paper, n for its n-th reprint; see ``earlier_prints``.
        templates: what this office words in another way.

    Raises:
        NoDueDateError: the dossier does not count as received.
        UnknownFormSetError: the dossier pins forms that this version of the program lacks.
    """
    form_set = form_set_named(dossier.form_set)
    procedure, method = dossier.procedure_code, dossier.delivery.method
    form = templates.of(form_set.slip_form, procedure)
    due = dossier.promised_at
    counter = counter_name(dossier.counter)
    wording = templates.delivery(form, method, form_set.delivery[method], procedure).filled(
        counter=counter,
        address=one_line(office.reception_address),
        unit=one_line(office.reception_unit),
        website=one_line(office.website),
        delivery_address=one_line(
            dossier.delivery.address or dossier.submitter.contact_address,
        ),
        due=f"{english_date(due.astimezone(VIETNAM))}, after {clock(due.astimezone(VIETNAM))}",
    )
    if dossier.is_provisional:
        wording = replace(
            wording,
            heading=wording.heading + _PROVISIONAL,
            receipt_heading=wording.receipt_heading + _PROVISIONAL,
        )
    documents = tuple(_row(document) for document in dossier.documents if document.handed_in)
    names = _names(dossier, office, form, documents) | {"registered_at": wording.registered_at}
    return AppointmentSlip(
        office=office,
        title=form.layout.title,
        reference=form.layout.reference,
        legal_basis=form.legal_basis,
        marks=_marks(dossier.version, reprint, printed_at, printed_by),
        parts=parts_of(form.layout, names, {"documents": _counted(documents)}),
        signers=signers_of(form.layout, names),
        english=wording.english if "english" in form.options else None,
        dossier_code=dossier.code,
        lookup_code=lookup_code(dossier.dossier_id),
        version=dossier.version,
        qr_text=qr_text,
        due_weekday=weekday(due),
        due_date=short_date(due),
        due_time=spoken_time(due),
        due_reason=one_line(dossier.due_reason),
        delivery=wording,
        owner_name=in_capitals(dossier.owning_party.name),
        subject=one_line(dossier.subject),
        documents=documents,
        received_at=dossier.received_at,
        counter=counter,
        printed_at=printed_at,
    )


def _names(
    dossier: Dossier, office: OfficeHeader, form: Form, documents: Sequence[SlipDocument]
) -> dict[str, str]:
    """Give the facts that the statutory text names; those of the submitter stand on this form."""
    submitter = dossier.submitter
    twice = bool(dossier.financial_duties) or "stage-two" in form.options
    return {
        **dossier_names(dossier, office, dossier.officer_name),
        "submitter": _submitter(dossier) if dossier.owner else "",
        "in_person": "" if dossier.owner else "chính chủ hồ sơ",
        "subject": one_line(dossier.subject),
        "signatory": in_capitals(submitter.person.full_name),
        "address": one_line(submitter.contact_address),
        "phone": phone_number(submitter.contact_phone),
        "email": one_line(submitter.contact_email),
        "id_number": shown_number(submitter),
        "count_summary": _summary(documents),
        "sets": f"{dossier.number_of_sets:02d}",
        "processing_time": duration_text(dossier.processing_time),
        "due": statutory_time(dossier.promised_at),
        "lookup_code": lookup_code(dossier.dossier_id),
        "counter": counter_name(dossier.counter),
        "one_stage": "" if twice else "1",
        "two_stages": "2" if twice else "",
        "second_received": "",
        "second_due": "",
    }


def _summary(documents: Sequence[SlipDocument]) -> str:
    """``8 loại: 5 chính, 2 chứng thực, 3 photo``: always the sums of the rows."""
    if not documents:
        return "không nộp giấy tờ"
    return (
        f"{len(documents)} loại: {sum(d.originals for d in documents)} chính, "
        f"{sum(d.certified_copies for d in documents)} chứng thực, "
        f"{sum(d.copies for d in documents)} photo"
    )


def _counted(documents: Sequence[SlipDocument]) -> list[Names]:
    """Give the rows of the list. A count of zero is a dash, never an empty cell."""
    rows: list[Names] = [
        {
            "number": str(number),
            "name": document.name,
            "originals": str(document.originals or _NONE),
            "certified_copies": str(document.certified_copies or _NONE),
            "copies": str(document.copies or _NONE),
        }
        for number, document in enumerate(documents, 1)
    ]
    counts = dict.fromkeys(("number", "originals", "certified_copies", "copies"), _NONE)
    return rows or [{**counts, "name": _NO_PAPERS}]


def _submitter(dossier: Dossier) -> str:
    """Name who handed in for the owner, and say whether the authorisation covers collecting."""
    name = in_capitals(dossier.submitter.name)
    letter = dossier.authorisation
    if letter is None:
        return name
    collects = letter.scope is not AuthorisationScope.SUBMIT
    return f"{name} ({'được' if collects else 'không được'} nhận kết quả thay)"


def _marks(version: int, reprint: int, at: datetime, by: str) -> tuple[str, ...]:
    marks = []
    if reprint:
        marks.append(f"BẢN IN LẠI LẦN {reprint} – {clock_and_date(at)} – {in_capitals(by)}")
    if version > 1:
        marks.append(f"BẢN {version} – thay cho bản {version - 1}; bản trước không còn giá trị")
    return tuple(marks)


def _row(document: SubmittedDocument) -> SlipDocument:
    counted = document.originals + document.certified_copies + document.copies
    name = one_line(document.name)
    if document.presented and not counted:
        name = f"{name} ({SHOWN_AND_RETURNED})"
    return SlipDocument(
        name=name,
        originals=document.originals,
        certified_copies=document.certified_copies,
        copies=document.copies,
    )
