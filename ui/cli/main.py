"""The ``station`` command: one parser, one way to fail. See docs/command-line.md."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from station.errors import StationError
from station.words import LANGUAGES
from ui.cli.output import print_error
from ui.cli.signing_in import UsageError

DONE, REFUSED, USAGE, UNAVAILABLE, BUG = 0, 1, 2, 3, 70
_STOP_SIGN = 0x10
Command = Callable[[argparse.Namespace], int | None]


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status (docs/command-line.md lists them)."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # as under pythonw, which opens no terminal
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        args = build_parser().parse_args(arguments)
    except SystemExit as end:  # argparse has printed why
        return int(end.code or DONE)
    command: Command = args.command
    try:
        return command(args) or DONE
    except UsageError as error:
        print(f"station: {error}", file=sys.stderr)
        return USAGE
    except StationError as error:
        print_error(error, as_json=args.json, language=args.language)
        return UNAVAILABLE if error.unavailable else REFUSED
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except OSError as error:
        from station.ports.documents import CannotUseFileError

        named = CannotUseFileError(error.strerror or type(error).__name__)
        print_error(named, as_json=args.json, language=args.language)
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last line of defence: diagnose, do not hide
        from ui.diagnostics import write_diagnostics

        where = write_diagnostics(error)
        _complain(f"BUG: {type(error).__name__}; diagnostics: {where}")
        return BUG


def _complain(text: str) -> None:
    """Say why the program ends; without a terminal, where Windows says such things."""
    if sys.stderr is not None:
        print(text, file=sys.stderr)
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, "Trạm Một Cửa", _STOP_SIGN)


def build_parser() -> argparse.ArgumentParser:
    """Build the whole command line; the handlers import their parts when they run."""
    from ui.cli import (
        approvals,
        care,
        catalogue,
        clock,
        desk,
        dossiers,
        drafts,
        exchange,
        hand_over,
        identity,
        papers,
        people_acts,
        report,
        scan,
        set_up,
        slip_keys,
        spool,
        sync,
        templates,
        till,
        users,
    )

    parser = argparse.ArgumentParser(
        prog="station", description="Trạm Một Cửa: the reception station of a one-stop centre."
    )
    parser.add_argument("--home", type=Path, default=_default_home(), metavar="DIR")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")
    parser.add_argument("--as", dest="officer", metavar="NAME", help="the officer")
    parser.add_argument("--language", choices=LANGUAGES, default="vi", help="language of messages")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for part in (
        set_up,
        identity,
        catalogue,
        dossiers,
        drafts,
        people_acts,
        papers,
        slip_keys,
        hand_over,
        spool,
        scan,
        exchange,
        till,
        approvals,
        report,
        sync,
        templates,
        users,
        care,
        clock,
        desk,
    ):
        part.add_commands(commands)
    return parser


def _default_home() -> Path | None:
    given = os.environ.get("STATION_HOME")
    return Path(given) if given else None


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from station.release import program_version

        print(f"station {program_version()}")
        parser.exit()
