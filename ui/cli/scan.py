"""``station scan``: paper and pictures to small, straight, clean PDFs."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.cli import signatures
from ui.cli.output import print_result
from ui.cli.signing_in import UsageError

if TYPE_CHECKING:
    from station.domain.scan_pages import Corners


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``scan``."""
    acts = commands.add_parser("scan", help="paper to clean PDFs").add_subparsers(
        metavar="ACT", required=True
    )
    clean = acts.add_parser("clean", help="pictures and PDFs to one clean PDF/A")
    clean.add_argument("files", type=Path, nargs="+", metavar="FILE")
    clean.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    clean.add_argument("--profile", choices=("color", "gray", "mono"), default="color")
    clean.add_argument("--camera", action="store_true", help="photographs: find the sheet on them")
    clean.add_argument(
        "--corners", nargs=4, metavar="X,Y",
        help="of the sheet on a photograph, from the upper left clockwise, in percent of it",
    )  # fmt: skip
    clean.add_argument("--keep-blank", action="store_true", help="blank pages go into the PDF too")
    clean.add_argument("--dossier", metavar="CODE", help="goes into the metadata")
    clean.add_argument("--document", metavar="KEY", help="goes into the metadata")
    clean.add_argument("--most-kb", type=_kilobytes, metavar="N", help="of the PDF; else 20,000")
    clean.set_defaults(command=_clean)
    acquire = acts.add_parser("acquire", help="paper in a scanner to one clean PDF/A")
    acquire.add_argument("--device", metavar="NAME", help="as the settings call it; else the first")
    acquire.add_argument("--duplex", action="store_true", help="both sides")
    acquire.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    acquire.add_argument("--profile", choices=("color", "gray", "mono"), default="color")
    acquire.add_argument(
        "--keep-blank", action="store_true", help="blank pages go into the PDF too"
    )
    acquire.add_argument(
        "--resume", action="store_true", help="go on behind the pages of a run that stopped"
    )
    acquire.set_defaults(command=_acquire)
    sheets = acts.add_parser("separators", help="sheets that say whose pages follow, as PDF")
    sheets.add_argument("procedure", metavar="CODE")
    sheets.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    sheets.set_defaults(command=_separators)
    signatures.add_acts(acts)


def _kilobytes(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"no number of kilobytes: {text!r}")
    return int(text)


def _acquire(args: argparse.Namespace) -> None:
    from ui.cli.signing_in import home_of, sign_in
    from ui.scanning import Scan, acquire_scan

    scan = Scan(
        device=args.device,
        duplex=args.duplex,
        output=args.output,
        profile=args.profile,
        keep_blank=args.keep_blank,
        resume=args.resume,
    )
    with sign_in(args) as desk:
        acquired = acquire_scan(home_of(args), scan, desk.scans.shelf(args.output))
    print_result(acquired, as_json=args.json)


def _corners(said: Sequence[str]) -> "Corners":
    """
    Raises:
        UsageError: these are not the corners of a sheet.
    """
    from station.domain.scan_pages import FULL, Corners

    try:
        points = [tuple(round(float(at) * FULL / 100) for at in one.split(",")) for one in said]
        a, b, c, d = ((x, y) for x, y in points)
        return Corners((a, b, c, d))
    except ValueError:
        raise UsageError(
            "--corners: four points X,Y in percent, upper left first, clockwise"
        ) from None


def _separators(args: argparse.Namespace) -> None:
    from ui.cli.signing_in import sign_in

    with sign_in(args) as desk:
        procedure, _ = desk.procedure(args.procedure)
        rows = [(row.key, row.name) for row in procedure.required_documents]
        args.output.write_bytes(desk.scans.separators_pdf(procedure, rows))
    print_result({"output": str(args.output), "sheets": len(rows)}, as_json=args.json)


def _clean(args: argparse.Namespace) -> None:
    from ui.scanning import clean_scans

    cleaned = clean_scans(
        args.files,
        args.output,
        profile=args.profile,
        camera=args.camera,
        corners=None if args.corners is None else _corners(args.corners),
        keep_blank=args.keep_blank,
        facts={
            name: said
            for name, said in (("dossierCode", args.dossier), ("documentKey", args.document))
            if said
        },
        most_bytes=args.most_kb * 1000 if args.most_kb else None,
    )
    print_result(cleaned, as_json=args.json)
