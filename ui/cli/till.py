"""``station till …``: the drawer, the receipts, and the money of a dossier after its reception."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.cli.approvals import add_leaving, print_left
from ui.cli.output import print_result
from ui.cli.signing_in import second_person, sign_in

if TYPE_CHECKING:
    Subcommands = argparse._SubParsersAction[argparse.ArgumentParser]
    from station.domain.dossier import Dossier
    from station.domain.money.shift import Movement, Shift

_METHODS = ("cash", "transfer", "card", "portal")


def add_commands(commands: "Subcommands") -> None:
    """Add ``till`` and its acts."""
    acts = commands.add_parser(
        "till", help="the drawer, the receipts, the payments"
    ).add_subparsers(metavar="ACT", required=True)
    for name, command, words in (
        ("open", _open, "open a shift with the counted drawer"),
        ("close", _close, "close the shift with the counted drawer"),
    ):
        act = acts.add_parser(name, help=words)
        act.add_argument("--count", type=_count, required=True, metavar="500000=1,…")
        act.add_argument("--reason", metavar="TEXT", help="why the count differs")
        if name == "close":
            add_leaving(act)
        act.set_defaults(command=command)
    status = acts.add_parser("status", help="what must be in the drawer, and what is awaited")
    status.set_defaults(command=_status)
    report = acts.add_parser("report", help="the report of the open or the last shift, as PDF")
    report.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    report.set_defaults(command=_report)
    sheet = acts.add_parser("count-sheet", help="bảng kê mệnh giá, blank or with a count, as PDF")
    sheet.add_argument("--count", type=_count, metavar="500000=1,…")
    sheet.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    sheet.set_defaults(command=_count_sheet)
    _add_receipt_acts(acts)
    _add_payment_acts(acts)


def _add_receipt_acts(acts: "Subcommands") -> None:
    book = acts.add_parser("book", help="bring a book of paper receipts into use")
    book.add_argument("--series", required=True, metavar="LP/25E")
    book.add_argument("--template", required=True, metavar="01BLP2-001")
    book.add_argument("--book", default="", metavar="N", help="the number on its cover")
    book.add_argument("--numbers", type=_numbers, required=True, metavar="1201-1300")
    book.set_defaults(command=_book)
    spoil = acts.add_parser("spoil", help="give up the next sheet of a receipt book")
    spoil.add_argument("--series", metavar="LP/25E")
    spoil.add_argument("--reason", required=True, metavar="TEXT")
    add_leaving(spoil)
    spoil.set_defaults(command=_spoil)


def _add_payment_acts(acts: "Subcommands") -> None:
    collect = _of_dossier(acts, "collect", _collect, "take what the dossier owes")
    collect.add_argument("--method", choices=_METHODS, default="cash")
    collect.add_argument("--tendered", type=int, metavar="VND", help="the cash handed over")
    charge = _of_dossier(acts, "charge", _charge, "charge more of the procedure's fees")
    charge.add_argument("--fee", type=_fee, action="append", required=True, metavar="INDEX[xN]")
    charge.add_argument("--reason", required=True, metavar="TEXT")
    charge.add_argument("--legal-basis", metavar="TEXT")
    reduce = _of_dossier(acts, "reduce", _reduce, "take off what is charged and not paid")
    reduce.add_argument(
        "--fee",
        type=_off,
        action="append",
        required=True,
        metavar="LINE=VND",
        help="which of the fees that were charged, from 1, and how much is taken off",
    )
    reduce.add_argument("--legal-basis", metavar="TEXT")
    confirm = _of_dossier(acts, "confirm", _confirm, "note that the bank or portal has the money")
    confirm.add_argument("--payment", type=int, default=1, metavar="N")
    confirm.add_argument("--reference", required=True, metavar="TEXT")
    refund = _of_dossier(acts, "refund", _refund, "give money back")
    refund.add_argument("--amount", type=int, metavar="VND", help="default: all that is left")
    void = _of_dossier(acts, "void", _void, "count a payment of this shift as not made")
    for act in (refund, void):
        act.add_argument("--payment", type=int, default=1, metavar="N")
    for act in (reduce, refund, void):
        act.add_argument("--reason", required=True, metavar="TEXT")
        add_leaving(act)
    code = _of_dossier(acts, "transfer-code", _transfer_code, "the VietQR text of what is owed")
    code.add_argument("--bank", metavar="BIN", help="six digits; default: the office's account")
    code.add_argument("--account", default="", metavar="NUMBER")


def _of_dossier(
    acts: "Subcommands",
    name: str,
    command: Callable[[argparse.Namespace], None],
    words: str,
) -> argparse.ArgumentParser:
    act = acts.add_parser(name, help=words)
    act.add_argument("code", metavar="CODE")
    act.set_defaults(command=command)
    return act


def _open(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        shift = desk.till.open(args.count, difference_reason=args.reason)
        print_result(_shift(shift), as_json=args.json)


def _close(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        if args.leave:
            desk.approvals.ask_to_close(args.count, difference_reason=args.reason)
            print_left(args)
            return
        shift = desk.till.close(
            args.count, difference_reason=args.reason, second=second_person(args.approved_by)
        )
        print_result(_shift(shift), as_json=args.json)


def _status(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        state = desk.till.state()
        result = {
            "open": state.shift is not None,
            "expected_vnd": state.expected_vnd,
            "shift": _shift(state.shift) if state.shift else None,
            "last_closed": _shift(state.last_closed) if state.last_closed else None,
            "books": [
                {
                    "series": book.series,
                    "book": book.book,
                    "numbers": f"{book.first}-{book.last}",
                    "next_number": book.next_number if book.left else None,
                    "left": book.left,
                }
                for book in state.books
            ],
            "awaited": list(state.awaited),
        }
        print_result(result, as_json=args.json)


def _report(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        content = desk.till.report_pdf()
    _write(args, content)


def _count_sheet(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        content = desk.till.count_sheet_pdf(args.count)
    _write(args, content)


def _write(args: argparse.Namespace, content: bytes) -> None:
    args.output.write_bytes(content)
    result = {"output": str(args.output), "bytes": len(content)}
    print_result(result, as_json=args.json, text=f"{args.output}: {len(content)} bytes")


def _book(args: argparse.Namespace) -> None:
    first, last = args.numbers
    with sign_in(args) as desk:
        book = desk.till.open_book(
            series=args.series, template=args.template, book=args.book, first=first, last=last
        )
        print_result(book, as_json=args.json)


def _spoil(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        if args.leave:
            desk.approvals.ask_to_spoil(reason=args.reason, series=args.series)
            print_left(args)
            return
        number = desk.till.spoil(
            reason=args.reason, series=args.series, second=second_person(args.approved_by)
        )
        print_result({"series": number.series, "number": number.number}, as_json=args.json)


def _collect(args: argparse.Namespace) -> None:
    from station.domain.dossier import PaymentMethod
    from station.domain.money.collecting import warning_text

    with sign_in(args) as desk:
        came = desk.till.collect(args.code, PaymentMethod(args.method), tendered_vnd=args.tendered)
        warnings = [warning_text(one, args.language) for one in came.warnings]
        more = {"change_vnd": came.change_vnd, "warnings": warnings}
        print_result(_money(came.dossier) | more, as_json=args.json)


def _charge(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        dossier = desk.till.charge(
            args.code, args.fee, reason=args.reason, legal_basis=args.legal_basis
        )
        print_result(_money(dossier), as_json=args.json)


def _reduce(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        if args.leave:
            desk.approvals.ask_to_reduce(
                args.code, args.fee, reason=args.reason, legal_basis=args.legal_basis
            )
            print_left(args, args.code)
            return
        dossier = desk.till.reduce(
            args.code,
            args.fee,
            reason=args.reason,
            legal_basis=args.legal_basis,
            second=second_person(args.approved_by),
        )
        print_result(_money(dossier), as_json=args.json)


def _confirm(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        dossier = desk.till.confirm(args.code, args.payment, reference=args.reference)
        print_result(_money(dossier), as_json=args.json)


def _refund(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        if args.leave:
            desk.approvals.ask_to_refund(
                args.code, args.payment, reason=args.reason, amount_vnd=args.amount
            )
            print_left(args, args.code)
            return
        dossier = desk.till.refund(
            args.code,
            args.payment,
            amount_vnd=args.amount,
            reason=args.reason,
            second=second_person(args.approved_by),
        )
        print_result(_money(dossier), as_json=args.json)


def _void(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        if args.leave:
            desk.approvals.ask_to_void(args.code, args.payment, reason=args.reason)
            print_left(args, args.code)
            return
        dossier = desk.till.void(
            args.code, args.payment, reason=args.reason, second=second_person(args.approved_by)
        )
        print_result(_money(dossier), as_json=args.json)


def _transfer_code(args: argparse.Namespace) -> None:
    from station.domain.money.vietqr import BankAccount

    account = BankAccount(bank_bin=args.bank, number=args.account) if args.bank else None
    with sign_in(args) as desk:
        demand = desk.till.transfer(args.code, account)
        result = {"dossier_code": args.code, "amount_vnd": demand.amount_vnd, "text": demand.text}
        print_result(result, as_json=args.json, text=demand.text)


def _money(dossier: "Dossier") -> dict[str, Any]:
    """Give how a dossier stands with its money."""
    return {
        "dossier_code": dossier.code,
        "fees_total_vnd": dossier.fees_total_vnd,
        "paid_vnd": dossier.paid_vnd,
        "awaited_vnd": dossier.awaited_vnd,
        "owed_vnd": dossier.owed_vnd,
        "payments": list(dossier.payments),
    }


def _shift(shift: "Shift") -> dict[str, Any]:
    """Give the report of a shift: what came, what went, what was counted, which receipts."""
    from station.domain.dossier import PaymentMethod

    report: dict[str, Any] = {
        "shift_id": str(shift.shift_id),
        "opened_at": shift.opened_at.isoformat(),
        "officer": shift.officer_name,
        "opening_vnd": shift.opening_vnd,
        "opening_difference_vnd": shift.opening_vnd - shift.opening_expected_vnd,
        "collected": {
            method: amount for method in _METHODS if (amount := _by(shift, PaymentMethod(method)))
        },
        "refunded_vnd": sum(one.amount_vnd for one in shift.refunded),
        "refunded_cash_vnd": shift.cash_refunded_vnd,
        "expected_vnd": shift.expected_vnd,
        "receipts": list(shift.receipts),
        "approved": [_approved(one) for one in (*shift.refunded, *shift.voided)],
        "closed_at": None,
    }
    if (closing := shift.closing) is not None:
        report |= {
            "closed_at": closing.at.isoformat(),
            "counted_vnd": closing.counted_vnd,
            "difference_vnd": closing.difference_vnd,
            "difference_reason": closing.difference_reason,
            "approved_by": closing.approval.officer_name if closing.approval else None,
        }
    return report


def _by(shift: "Shift", method: Any) -> int:  # noqa: ANN401 - a PaymentMethod, imported late
    return shift.collected_by(method)


def _approved(one: "Movement") -> dict[str, Any]:
    return {
        "at": one.at.isoformat(),
        "amount_vnd": one.amount_vnd,
        "receipt": str(one.receipt) if one.receipt else None,
        "reason": one.reason,
        "approved_by": one.approval.officer_name if one.approval else None,
    }


def _count(text: str) -> dict[int, int]:
    """Read ``500000=1,200000=4``; ``0`` is an empty drawer."""
    if text.strip() == "0":
        return {}
    count: dict[int, int] = {}
    for part in text.split(","):
        denomination, sign, pieces = part.partition("=")
        if not sign or int(denomination) in count:
            raise argparse.ArgumentTypeError(f"not a count: {part!r}")
        count[int(denomination)] = int(pieces)
    return count


def _numbers(text: str) -> tuple[int, int]:
    """Read ``1201-1300``."""
    first, sign, last = text.partition("-")
    if not sign:
        raise argparse.ArgumentTypeError("write 1201-1300")
    return int(first), int(last)


def _fee(text: str) -> tuple[int, int]:
    """Read ``2`` or ``2x3``: index and quantity."""
    index, sign, quantity = text.partition("x")
    return int(index), int(quantity) if sign else 1


def _off(text: str) -> tuple[int, int]:
    """Read ``1=7000``: the line, and how much is taken off it."""
    line, sign, amount = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError("write 1=7000")
    return int(line), int(amount)
