"""``station scan``: paper and pictures to small, straight, clean PDFs."""

import argparse
from pathlib import Path

from ui.cli.output import print_result


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
    clean.add_argument("--keep-blank", action="store_true", help="blank pages go into the PDF too")
    clean.set_defaults(command=_clean)


def _clean(args: argparse.Namespace) -> None:
    from ui.scanning import clean_scans

    cleaned = clean_scans(
        args.files,
        args.output,
        profile=args.profile,
        camera=args.camera,
        keep_blank=args.keep_blank,
    )
    print_result(cleaned, as_json=args.json)
