"""``station sync …`` and ``station gateway serve``: the line to the province, both ends."""

import argparse
import contextlib
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from station.codec import to_plain
from station.domain.line_pause import PauseLength
from ui.cli import gateway_act
from ui.cli.output import print_result
from ui.cli.signing_in import sign_in

if TYPE_CHECKING:
    from ui.desks.desk import Desk


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``sync`` and ``gateway``."""
    acts = commands.add_parser("sync", help="exchange with the province").add_subparsers(
        metavar="ACT", required=True
    )
    run = acts.add_parser("run", help="send and fetch until stopped")
    run.add_argument("--once", action="store_true", help="one round only")
    run.set_defaults(command=_run)
    status = acts.add_parser("status", help="what waits, what was sent")
    status.set_defaults(command=_status)
    refused = acts.add_parser("refused", help="what the province refused, and why")
    refused.set_defaults(command=_refused)
    retry = acts.add_parser("retry", help="send what was refused again, after it was put right")
    retry.add_argument("code", nargs="?", metavar="CODE", help="only of this dossier")
    retry.set_defaults(command=_retry)
    pause = acts.add_parser("pause", help="send nothing for a while: somebody needs the line")
    lengths = list(PauseLength)
    pause.add_argument(
        "length",
        nargs="?",
        type=PauseLength,
        choices=lengths,
        default=PauseLength.QUARTER,
        metavar="{" + ",".join(lengths) + "}",
        help="default: 15m; until-resumed ends by itself the next morning",
    )
    pause.set_defaults(command=_pause)
    resume = acts.add_parser("resume", help="send and fetch again")
    resume.set_defaults(command=_resume)
    enrol = acts.add_parser("enrol", help="make this station known to a province")
    enrol.add_argument("url", metavar="URL")
    enrol.add_argument("--code", required=True, metavar="C")
    enrol.set_defaults(command=_enrol)

    gateway = commands.add_parser("gateway", help="the reference server").add_subparsers(
        metavar="ACT", required=True
    )
    serve = gateway.add_parser("serve", help="serve the contract")
    serve.add_argument("--host", default="127.0.0.1", metavar="H")
    serve.add_argument("--port", type=int, default=8443, metavar="P")
    serve.add_argument("--database", default="sqlite:///gateway.db", metavar="URL")
    serve.add_argument("--files", default="gateway-files", metavar="DIR")
    serve.add_argument("--catalogue", type=Path, metavar="PACK", help="the pack to publish")
    serve.set_defaults(command=_serve)
    code = gateway.add_parser("enrolment-code", help="make a one-time code for a new station")
    code.add_argument("--database", default="sqlite:///gateway.db", metavar="URL")
    code.add_argument("--agency", required=True, metavar="CODE")
    code.add_argument("--station-number", type=int, required=True, metavar="N")
    code.add_argument("--number-range", required=True, metavar="0300-0399")
    code.set_defaults(command=_enrolment_code)
    gateway_act.add_command(gateway)


def _run(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        if args.once:
            desk.synchronise()
        else:
            _keep_synchronising(desk)
        _print_status(desk, args)


def _keep_synchronising(desk: "Desk") -> None:
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    with contextlib.suppress(KeyboardInterrupt):
        desk.province.run_until(stopped)


def _status(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _print_status(desk, args)


def _print_status(desk: "Desk", args: argparse.Namespace) -> None:
    from station.usecases.pause_line import pause_that_holds
    from ui.messages import words

    fetched = desk.catalogue.last_fetched()
    catalogue = None
    if fetched is not None:
        catalogue = {
            "pack": fetched.pack,
            "fetched_at": fetched.at,
            "added": fetched.added,
            "removed": fetched.removed,
            "changed": fetched.changed,
            "refused": fetched.refused,
            "message": None
            if fetched.refused is None
            else str(words(fetched.refused, fetched.details, args.language)),
        }
    paused = pause_that_holds(desk.store.outbox, desk.now)
    status = to_plain(desk.store.outbox.status()) | {
        "catalogue": catalogue,
        "paused_until": None if paused is None else paused.until,
    }
    print_result(status, as_json=args.json)


def _refused(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result(list(desk.store.outbox.refused()), as_json=args.json)


def _retry(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        code = desk.dossier(args.code).code if args.code else None
        print_result({"waiting_again": desk.send_refused_again(code)}, as_json=args.json)


def _pause(args: argparse.Namespace) -> None:
    from ui.desks.sync import SyncDesk

    with sign_in(args) as desk:
        SyncDesk(desk).pause(args.length)
        _print_status(desk, args)


def _resume(args: argparse.Namespace) -> None:
    from ui.desks.sync import SyncDesk

    with sign_in(args) as desk:
        SyncDesk(desk).resume()
        _print_status(desk, args)


def _enrol(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result(desk.enrol(args.url, args.code), as_json=args.json)


def _serve(args: argparse.Namespace) -> None:
    from ui.gateway import serve_gateway

    serve_gateway(
        host=args.host,
        port=args.port,
        database=args.database,
        files=args.files,
        catalogue=args.catalogue,
    )


def _enrolment_code(args: argparse.Namespace) -> None:
    from ui.gateway import issue_enrolment_code

    code = issue_enrolment_code(
        database=args.database,
        agency=args.agency,
        station_number=args.station_number,
        number_range=args.number_range,
    )
    print_result({"code": code}, as_json=args.json, text=code)
