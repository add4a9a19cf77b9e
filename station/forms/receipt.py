"""The slip as a narrow thermal paper: when, where, code, what to bring; no number, no address.

It is given to the citizen instead of, or beside, form 01. It lists money that changed hands but
is no biên lai, and says so (NĐ 254/2026/NĐ-CP: only the signed electronic receipt is one).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from station.domain.dossier import Dossier, Payment, PaymentMethod
from station.domain.money.receipts import ReceiptNumber
from station.forms.appointment_slip import (
    SHOWN_AND_RETURNED,
    AppointmentSlip,
    SlipDocument,
)
from station.forms.wording import clock_and_date, one_line
from station.words import figures

FORM = "receipt"
"""Under this name thermal slips are queued, counted and journalled."""
_PAID_BY = {
    PaymentMethod.CASH: "tiền mặt",
    PaymentMethod.TRANSFER: "chuyển khoản",
    PaymentMethod.CARD: "thẻ",
    PaymentMethod.PORTAL: "qua cổng dịch vụ công",
    PaymentMethod.LATER: "nộp sau",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """A text on the left and what belongs to it on the right."""

    text: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The content of the thermal slip. It bears no personal number, address or phone."""

    agency: str
    counter: str
    title: tuple[str, ...]
    marks: tuple[str, ...]
    heading: str
    due_weekday: str
    due_date: str
    due_time: str
    place: str
    dossier_code: str
    lookup_code: str
    version: int
    qr_text: str
    phone: str
    website: str
    bring_heading: str
    bring: tuple[str, ...]
    owner_name: str
    subject: str
    documents: tuple[ReceiptLine, ...]
    money: tuple[ReceiptLine, ...]
    """Empty when the procedure is free of charge."""
    received: str
    printed_at: datetime
    english: tuple[str, str] | None = None
    """When and where, and what to bring."""
    logo: bytes = b""
    """A PNG picture at the head; may be none."""
    ruler: bool = False
    """A trial: millimetres across the paper, and letters of every size."""


def receipt(dossier: Dossier, slip: AppointmentSlip) -> Receipt:
    """Say what the thermal slip says: the same facts as the form 01 it goes with."""
    return Receipt(
        agency=one_line(slip.office.agency),
        counter=slip.counter,
        title=slip.title,
        marks=slip.marks,
        heading=slip.delivery.receipt_heading,
        due_weekday=slip.due_weekday,
        due_date=slip.due_date,
        due_time=slip.due_time,
        place=slip.delivery.place,
        dossier_code=slip.dossier_code,
        lookup_code=slip.lookup_code,
        version=slip.version,
        qr_text=slip.qr_text,
        phone=one_line(slip.office.phone),
        website=one_line(slip.office.website),
        bring_heading=slip.delivery.bring_heading,
        bring=slip.delivery.bring,
        owner_name=slip.owner_name,
        subject=slip.subject,
        documents=tuple(_document(row) for row in slip.documents),
        money=_money(dossier),
        received=f"Nhận lúc {clock_and_date(slip.received_at)} – {one_line(dossier.officer_name)}",
        printed_at=slip.printed_at,
        english=slip.english,
        logo=slip.office.logo,
    )


def _document(row: SlipDocument) -> ReceiptLine:
    counts = ((row.originals, "chính"), (row.certified_copies, "chứng thực"), (row.copies, "photo"))
    amount = " + ".join(f"{count} {kind}" for count, kind in counts if count)
    if amount:
        return ReceiptLine(text=row.name, amount=amount)
    return ReceiptLine(
        text=row.name.removesuffix(f" ({SHOWN_AND_RETURNED})"), amount="xem, trả lại"
    )


def _money(dossier: Dossier) -> tuple[ReceiptLine, ...]:
    lines = [
        ReceiptLine(
            text=one_line(fee.name) + (f" × {fee.quantity}" if fee.quantity > 1 else ""),
            amount="miễn" if fee.exemption else f"{figures(fee.amount_vnd)} đ",
        )
        for fee in dossier.fees
    ]
    for payment in dossier.payments:
        lines += _payment(payment)
    if dossier.owed_vnd > 0:
        lines.append(ReceiptLine(text="Còn phải nộp", amount=f"{figures(dossier.owed_vnd)} đ"))
    return tuple(lines)


def _payment(payment: Payment) -> Iterator[ReceiptLine]:
    """Say what came of a payment, and by which receipt it is proved."""
    if payment.voided_at is not None:
        return
    how = _PAID_BY[payment.method]
    state = f"Chờ xác nhận ({how})" if payment.awaiting else f"Đã thu ({how})"
    yield ReceiptLine(text=state, amount=f"{figures(payment.amount_vnd)} đ")
    if payment.receipt_series is not None and payment.receipt_number is not None:
        number = ReceiptNumber(payment.receipt_series, payment.receipt_number)
        yield ReceiptLine(text="Biên lai giấy", amount=str(number))
    if payment.electronic_receipt is not None:
        yield ReceiptLine(text="Biên lai điện tử", amount=payment.electronic_receipt)
    if payment.refunded_vnd:
        yield ReceiptLine(text="Đã hoàn", amount=f"{figures(payment.refunded_vnd)} đ")
