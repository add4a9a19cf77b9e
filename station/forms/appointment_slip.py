"""Mẫu 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả: what it says, not how it looks.

Every text is NFC, on one line and free of invisible marks, so that renderers only place it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from station.domain.dossier import Dossier, SubmittedDocument
from station.domain.durations import duration_text
from station.domain.person import AuthorisationScope
from station.domain.slip_code import lookup_code
from station.forms.dossier_names import shown_number
from station.forms.form_sets import DeliveryWording, form_set_named
from station.forms.office import OfficeHeader
from station.forms.wording import (
    clock_and_date,
    counter_name,
    in_capitals,
    one_line,
    phone_number,
    short_date,
    spoken_time,
    weekday,
)

FORM = "01"
"""The number under which this paper is queued, counted and journalled."""
SHOWN_AND_RETURNED = "xuất trình, đã trả lại ngay"


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
    legal_basis: str
    marks: tuple[str, ...]
    """Bold lines below the title: reprint, replacement of an older version."""
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
    submitter_name: str | None
    """None when the owner came in person."""
    signatory_name: str
    address: str
    phone: str
    email: str
    id_number: str
    """Masked where it is a person's."""
    subject: str
    documents: tuple[SlipDocument, ...]
    number_of_sets: int
    processing_time: str
    received_at: datetime
    due_at: datetime
    officer_name: str
    counter: str
    """The counter that received the dossier and gives the result back."""
    printed_at: datetime

    @property
    def count_summary(self) -> str:
        """``8 loại: 5 chính, 2 chứng thực, 3 photo``: always the sums of the rows."""
        return (
            f"{len(self.documents)} loại: {sum(d.originals for d in self.documents)} chính, "
            f"{sum(d.certified_copies for d in self.documents)} chứng thực, "
            f"{sum(d.copies for d in self.documents)} photo"
        )


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
) -> AppointmentSlip:
    """Say what form 01 says for a dossier.

    Args:
        qr_text: the signed text of ``station.domain.slip_code``.
        printed_by: name of the officer; it stands in the mark of a reprint only.
        reprint: 0 for the first paper, n for its n-th reprint; see ``earlier_prints``.

    Raises:
        NoDueDateError: the dossier does not count as received.
        UnknownFormSetError: the dossier pins forms that this version of the program lacks.
    """
    form_set = form_set_named(dossier.form_set)
    submitter, owner = dossier.submitter, dossier.owner
    counter = counter_name(dossier.counter)
    wording = form_set.delivery[dossier.delivery.method].filled(
        counter=counter,
        address=one_line(office.reception_address),
        unit=one_line(office.reception_unit),
        website=one_line(office.website),
        delivery_address=one_line(dossier.delivery.address or submitter.contact_address),
    )
    if dossier.is_provisional:
        wording = replace(
            wording,
            heading=wording.heading + _PROVISIONAL,
            receipt_heading=wording.receipt_heading + _PROVISIONAL,
        )
    return AppointmentSlip(
        office=office,
        title=form_set.slip_title,
        legal_basis=form_set.slip_legal_basis,
        marks=_marks(dossier.version, reprint, printed_at, printed_by),
        dossier_code=dossier.code,
        lookup_code=lookup_code(dossier.dossier_id),
        version=dossier.version,
        qr_text=qr_text,
        due_weekday=weekday(dossier.promised_at),
        due_date=short_date(dossier.promised_at),
        due_time=spoken_time(dossier.promised_at),
        due_reason=one_line(dossier.due_reason),
        delivery=wording,
        owner_name=in_capitals(dossier.owning_party.name),
        submitter_name=_submitter(dossier) if owner else None,
        signatory_name=in_capitals(submitter.person.full_name),
        address=one_line(submitter.contact_address),
        phone=phone_number(submitter.contact_phone),
        email=one_line(submitter.contact_email),
        id_number=shown_number(submitter),
        subject=one_line(dossier.subject),
        documents=tuple(_row(document) for document in dossier.documents if document.handed_in),
        number_of_sets=dossier.number_of_sets,
        processing_time=duration_text(dossier.processing_time),
        received_at=dossier.received_at,
        due_at=dossier.promised_at,
        officer_name=in_capitals(dossier.officer_name),
        counter=counter,
        printed_at=printed_at,
    )


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
