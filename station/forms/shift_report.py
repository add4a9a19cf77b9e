"""Biên bản chốt quỹ: what a shift began with, took, gave back and counted, on one sheet.

A shift that is still open gives the same sheet, marked as not closed and without a count.
"""

from datetime import datetime

from station.domain.dossier import PaymentMethod
from station.domain.money.shift import Movement, SeriesUse, Shift
from station.forms.dossier_names import office_names
from station.forms.form_sets import form_set_on
from station.forms.letter import Letter
from station.forms.letter_facts import day_of
from station.forms.letter_layouts import Names, Occasion, PaperKind, compose, form_of
from station.forms.office import OfficeHeader
from station.forms.templates import BUILT_IN, Templates
from station.forms.wording import (
    clock_and_date,
    counter_name,
    in_capitals,
    maybe_time,
    one_line,
    statutory_time,
)
from station.words import figures

NOT_CLOSED = "CA CHƯA CHỐT – BẢN XEM TRONG CA"
_BY: tuple[tuple[PaymentMethod, str], ...] = (
    (PaymentMethod.CASH, "Thu tiền mặt"),
    (PaymentMethod.TRANSFER, "Thu chuyển khoản (theo dõi ở ngân hàng)"),
    (PaymentMethod.CARD, "Thu thẻ (theo dõi ở ngân hàng)"),
    (PaymentMethod.PORTAL, "Thu qua cổng dịch vụ công"),
)


def shift_report(
    shift: Shift,
    office: OfficeHeader,
    *,
    counter: int,
    printed_at: datetime,
    templates: Templates = BUILT_IN,
) -> Letter:
    """Say what the report of a shift says."""
    closing = shift.closing
    on = day_of(closing.at if closing else shift.opened_at)
    names: dict[str, str] = {
        **office_names(office, closing.officer_name if closing else shift.officer_name),
        "counter": counter_name(counter),
        "opened": statutory_time(shift.opened_at),
        "opener": one_line(shift.officer_name),
        "closed": maybe_time(closing.at if closing else None),
        "approver": "",
        "approver_capitals": "",
        "opening_reason": one_line(shift.opening_reason),
        "difference_reason": one_line(closing.difference_reason if closing else None),
        "receipts": "; ".join(_series(use) for use in shift.receipts),
        "acts": "; ".join(
            [_act("Hoàn", one) for one in shift.refunded]
            + [_act("Huỷ", one) for one in shift.voided]
        ),
    }
    if closing is not None and closing.approval is not None:
        names["approver"] = one_line(closing.approval.officer_name)
        names["approver_capitals"] = in_capitals(closing.approval.officer_name)
    occasion = Occasion(
        dated=on,
        printed_at=printed_at,
        identity=f"QUY-{shift.opened_at:%y%m%d-%H%M}-{counter}",
        whose=names["officer"],
        marks=() if closing else (NOT_CLOSED,),
    )
    form = templates.of(form_of(PaperKind.SHIFT_REPORT, form_set_on(on).key))
    return compose(form, office, occasion, names, {"lines": _lines(shift)})


def _lines(shift: Shift) -> list[Names]:
    lines = [
        _line("Đầu ca phải có", "", shift.opening_expected_vnd),
        _line("Đầu ca đếm được", "", shift.opening_vnd),
    ]
    for method, caption in _BY:
        came = [one for one in shift.collected if one.method is method]
        if came or method is PaymentMethod.CASH:
            lines.append(_line(caption, f"{len(came)} lượt", sum(one.amount_vnd for one in came)))
    if shift.voided:
        void = [one for one in shift.voided if one.cash_vnd]
        lines.append(
            _line("Huỷ thu tiền mặt", f"{len(void)} lượt", -sum(one.cash_vnd for one in void))
        )
    lines.append(
        _line(
            "Hoàn tiền mặt",
            f"{sum(one.cash_vnd > 0 for one in shift.refunded)} lượt",
            -shift.cash_refunded_vnd,
        )
    )
    lines.append(_line("Phải có trong quỹ", "", shift.expected_vnd, strong=True))
    closing = shift.closing
    if closing is not None:
        lines += [
            _line(
                f"Tờ {figures(kind.denomination)}",
                str(kind.pieces),
                kind.denomination * kind.pieces,
            )
            for kind in sorted(closing.counted, key=lambda kind: -kind.denomination)
            if kind.pieces
        ]
        lines.append(_line("Đếm được cuối ca", "", closing.counted_vnd, strong=True))
        lines.append(_line("Chênh lệch", "", closing.difference_vnd, strong=True))
    return lines


def _line(caption: str, count: str, amount_vnd: int, *, strong: bool = False) -> Names:
    sign = "− " if amount_vnd < 0 else ""
    amount = f"{sign}{figures(abs(amount_vnd))}"
    return {
        "caption": "" if strong else caption,
        "caption_strong": caption if strong else "",
        "count": count,
        "amount": "" if strong else amount,
        "amount_strong": amount if strong else "",
    }


def _series(use: SeriesUse) -> str:
    void = ", ".join(f"{number:07d}" for number in use.voided)
    said = f"{use.series} từ {use.first:07d} đến {use.last:07d}, {use.used} số"
    return f"{said}, huỷ {void}" if void else said


def _act(word: str, one: Movement) -> str:
    if one.payment is None and one.receipt is not None:
        said = f"Bỏ tờ biên lai {one.receipt} lúc {clock_and_date(one.at)}"
    else:
        said = f"{word} {figures(one.amount_vnd)} đ lúc {clock_and_date(one.at)}"
        said += f", biên lai {one.receipt}" if one.receipt is not None else ""
    if one.reason:
        said += f", lý do: {one_line(one.reason)}"
    if one.approval is not None:
        said += f", {one_line(one.approval.officer_name)} duyệt"
    return said
