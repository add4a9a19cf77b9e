"""``station slip``, ``receipt``, ``slip-verify`` and ``log``: what goes on paper."""

import argparse
from datetime import date
from pathlib import Path

from ui.cli.output import print_result
from ui.cli.signing_in import sign_in

_FORMS = ("01", "02", "03", "04", "05", "06", "07")
_OF_DOSSIER = {
    "label": "tem hồ sơ: the sticker on the folder",
    "result-receipt": "giấy biên nhận trả kết quả",
    "papers-back": "giấy biên nhận trả lại hồ sơ: withdrawn, refused or stopped",
    "lost-slip": "giấy xác nhận trả kết quả khi mất giấy hẹn",
}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands that write papers."""
    slip = commands.add_parser("slip", help="write a form as PDF")
    slip.add_argument("code", metavar="CODE")
    slip.add_argument("--form", choices=_FORMS, default="01", help="its number: default 01")
    slip.add_argument("--paper", choices=("a5", "a4", "a4-two-up", "a4-landscape"))
    slip.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    slip.set_defaults(command=_slip)
    papers = commands.add_parser("paper", help="write a paper of no number, or the register")
    kinds = papers.add_subparsers(metavar="PAPER", required=True)
    for form, meaning in _OF_DOSSIER.items():
        kind = kinds.add_parser(form, help=meaning)
        kind.add_argument("code", metavar="CODE")
        kind.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
        kind.set_defaults(command=_of_dossier, form=form)
    sheet = kinds.add_parser("guidance", help="phiếu hướng dẫn cần mang thêm, by its code")
    sheet.add_argument("code", metavar="CODE")
    sheet.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    sheet.set_defaults(command=_guidance)
    listing = kinds.add_parser("hand-over", help="danh sách bàn giao: a sealed list, two copies")
    listing.add_argument("number", metavar="NUMBER")
    listing.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    listing.set_defaults(command=_hand_over)
    book = kinds.add_parser("register", help="sổ theo dõi hồ sơ of a period")
    book.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="D")
    book.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="D")
    book.add_argument("--scope", choices=("counter", "centre"), default="centre")
    book.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    book.set_defaults(command=_register)
    shelves = kinds.add_parser("shelf-labels", help="tem kệ: stickers of shelves, on A4 labels")
    shelves.add_argument("names", nargs="+", metavar="SHELF")
    shelves.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    shelves.set_defaults(command=_shelves)
    receipt = commands.add_parser("receipt", help="write the bytes that a receipt printer gets")
    receipt.add_argument("code", metavar="CODE")
    receipt.add_argument("--width", type=int, choices=(80, 58), default=80, metavar="80|58")
    receipt.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.bin")
    receipt.set_defaults(command=_receipt)
    put = commands.add_parser("print", help="put a paper of a dossier on paper")
    put.add_argument("code", metavar="CODE")
    put.add_argument("--form", default="01", metavar="FORM", help="01, receipt, 02, label, …")
    put.add_argument("--paper", metavar="PAPER", help="default: as at reception")
    put.add_argument("--reason", default="", metavar="TEXT", help="why once more")
    put.set_defaults(command=_print)
    verify = commands.add_parser("slip-verify", help="is this slip's QR genuine and current")
    verify.add_argument("text", metavar="TEXT")
    verify.set_defaults(command=_verify)
    log = commands.add_parser("log", help="the daily reception log")
    log.add_argument("--date", type=date.fromisoformat, metavar="D", help="default: today")
    log.add_argument("--scope", choices=("counter", "centre"), default="counter")
    log.add_argument("-o", "--output", type=Path, metavar="OUT.pdf|.xlsx|.csv")
    log.set_defaults(command=_log)


def _slip(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _write(args, desk.form_pdf(args.code, args.form, args.paper))


def _of_dossier(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _write(args, desk.form_pdf(args.code, args.form, None))


def _guidance(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _write(args, desk.drafts.guidance_pdf(args.code))


def _hand_over(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _write(args, desk.letters.hand_over_pdf(args.number))


def _register(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        centre = args.scope == "centre"
        _write(args, desk.letters.register_pdf(args.first, args.last, centre=centre))


def _shelves(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _write(args, desk.letters.shelf_labels_pdf(args.names))


def _receipt(args: argparse.Namespace) -> None:
    from station.ports.papers import RollWidth

    with sign_in(args) as desk:
        content = desk.receipt_bytes(args.code, RollWidth(args.width))
        _write(args, content)


def _print(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        paper = args.paper or desk.printing.usual_paper(args.code, args.form)
        done = desk.print_again(args.code, form=args.form, paper=paper, reason=args.reason)
        dossier = desk.dossier(args.code)
        wanted = (dossier.dossier_id, args.form, paper)
        tried = [one for one in done if (one.job.dossier_id, one.job.form, one.job.paper) == wanted]
        for one in tried:
            if one.error is not None:
                raise one.error
            if one.doubtful:
                doubt = {"state": "doubtful", "job": one.job.job_id, "printer": one.printer}
                print_result(doubt, as_json=args.json)
                return
        if not tried:  # another program has the printer, and prints what waits
            print_result({"state": "waiting", "form": args.form, "paper": paper}, as_json=args.json)
            return
        prints = dossier.prints
        ours = next(one for one in reversed(prints) if (one.form, one.paper) == (args.form, paper))
        result = {
            "state": "printed",
            "form": ours.form,
            "paper": ours.paper,
            "printer": ours.printer,
            "simulated": ours.simulated,
            "reprint": ours.reprint,
            "reason": ours.reason,
        }
        print_result(result, as_json=args.json)


def _verify(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result(desk.check_slip(args.text), as_json=args.json)


def _log(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        on = args.date or desk.now().date()  # also where the computer's own day is another one
        log = desk.log.daily_log(on, centre=args.scope == "centre")
        if args.output is None:
            print_result(log, as_json=args.json)
            return
        _write(args, desk.log.log_file(log, args.output.suffix.lstrip(".").lower()))


def _write(args: argparse.Namespace, content: bytes) -> None:
    args.output.write_bytes(content)
    result = {"output": str(args.output), "bytes": len(content)}
    print_result(result, as_json=args.json, text=f"{args.output}: {len(content)} bytes")
