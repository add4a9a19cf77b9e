"""``station dossier copies|sign-copies|stamp-copies``: the office's signature on copies."""

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from station.errors import StationError
from ui.cli.output import print_result
from ui.cli.signatures import token_pin
from ui.cli.signing_in import sign_in

if TYPE_CHECKING:
    from station.ports.signing import CopySigner
    from station.usecases.sign_copies import WaitingCopy
    from ui.desks.desk import Desk


def add_commands(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands about copies to ``dossier``."""
    listing = acts.add_parser("copies", help="digitised copies to be signed or stamped")
    listing.set_defaults(command=_list)
    sign = acts.add_parser("sign-copies", help="sign all that wait with one PIN")
    sign.set_defaults(command=_sign)
    stamp = acts.add_parser("stamp-copies", help="add the time stamps that signatures lack")
    stamp.set_defaults(command=_stamp)


def _list(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        result = [{**_named(copy), "signed_by": copy.signed_by} for copy in desk.signing.waiting()]
        print_result(result, as_json=args.json)


def _sign(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        copies = [copy for copy in desk.signing.waiting() if copy.signed_by is None]
        signer = desk.signing.signer()
        try:
            signed_by = signer.open(token_pin())
            done = _each(copies, lambda copy: desk.signing.sign(copy, signer, signed_by))
        finally:
            signer.close()
        print_result({"signer": signed_by, "copies": done}, as_json=args.json)


def _stamp(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        copies = [copy for copy in desk.signing.waiting() if copy.signed_by is not None]
        signer = desk.signing.signer()
        try:
            done = _each(copies, lambda copy: _stamped(desk, copy, signer))
        finally:
            signer.close()
        print_result({"copies": done}, as_json=args.json)


def _stamped(desk: "Desk", copy: "WaitingCopy", signer: "CopySigner") -> bool:
    desk.signing.stamp(copy, signer)
    return True


def _each(
    copies: "Sequence[WaitingCopy]", act: "Callable[[WaitingCopy], bool]"
) -> list[dict[str, Any]]:
    """Do it to each copy; once the token or the line stops, all that follow wait as they did."""
    from station.usecases.sign_copies import ends_batch

    done, stopped = [], None
    for copy in copies:
        stamped, error = False, stopped
        if stopped is None:
            try:
                stamped = act(copy)
            except StationError as problem:
                error = problem.code
                stopped = error if ends_batch(problem) else None
        done.append({**_named(copy), "stamped": stamped, "error": error})
    return done


def _named(copy: "WaitingCopy") -> dict[str, Any]:
    return {
        "dossier_code": copy.dossier_code,
        "paper": copy.paper,
        "number": copy.number,
        "original": copy.original,
        "pages": copy.file.pages,
    }
