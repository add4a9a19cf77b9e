"""``station user``: who works at this station, and one's own password."""

import argparse
import getpass
import os
import sys

from ui.cli.output import print_result
from ui.cli.signing_in import UsageError, password, sign_in

ROLES = ("counter", "supervisor", "administrator", "commune")
"""Written out: the command line loads nothing before it knows its command."""
_NEW = "STATION_NEW_PASSWORD"


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``user`` and its acts."""
    users = commands.add_parser("user", help="who works here, and as what")
    acts = users.add_subparsers(metavar="ACT", required=True)
    acts.add_parser("list", help="every account (administrator)").set_defaults(command=_list)
    save = acts.add_parser("save", help="open or change an account (administrator)")
    save.add_argument("name", metavar="NAME")
    save.add_argument("--full-name", required=True, metavar="TEXT")
    save.add_argument("--role", required=True, choices=ROLES)
    save.add_argument(
        "--new-password", action="store_true", help=f"from ${_NEW} or a prompt; else it stays"
    )
    save.set_defaults(command=_save)
    close = acts.add_parser("close", help="let somebody sign in no more (administrator)")
    close.add_argument("name", metavar="NAME")
    close.set_defaults(command=_close)
    own = acts.add_parser("password", help=f"change one's own; the new one from ${_NEW}")
    own.set_defaults(command=_password)


def _list(args: argparse.Namespace) -> None:
    from station.usecases.permissions import Act, require

    with sign_in(args) as desk:
        require(desk.officer, Act.MANAGE_ACCOUNTS)
        print_result(desk.accounts.every(), as_json=args.json)


def _save(args: argparse.Namespace) -> None:
    from station.ports.officers import Role
    from station.usecases.manage_accounts import SaveAccount

    given = SaveAccount(
        officer_id=args.name,
        display_name=args.full_name,
        role=Role(args.role),
        password=_new_password() if args.new_password else "",
    )
    with sign_in(args) as desk:
        print_result(desk.accounts.save(given), as_json=args.json)


def _close(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result(desk.accounts.close(args.name), as_json=args.json)


def _password(args: argparse.Namespace) -> None:
    old = password()
    with sign_in(args, old) as desk:
        desk.accounts.change_password(old, _new_password())
        print_result({"changed": desk.officer.officer_id}, as_json=args.json)


def _new_password() -> str:
    """Give the new secret, typed twice at a prompt; never from the command.

    Raises:
        UsageError: there is none, or the two differ.
    """
    given = os.environ.get(_NEW)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UsageError(f"set {_NEW}, or run in a terminal")
    first = getpass.getpass("Mật khẩu mới / New password: ")
    if getpass.getpass("Lần nữa / Again: ") != first:
        raise UsageError("the two passwords differ; nothing was changed")
    return first
