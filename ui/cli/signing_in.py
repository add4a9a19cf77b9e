"""Who works at the command line, and with which secret."""

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station.usecases.second_person import SecondPerson
    from ui.desks.desk import Desk


class UsageError(Exception):
    """The command was called in a way that its help forbids (exit status 2)."""


def home_of(args: argparse.Namespace) -> Path:
    """Give the station's home: ``--home``, ``$STATION_HOME``, else the user's data folder."""
    if args.home is not None:
        return Path(args.home)
    from platformdirs import user_data_path

    return user_data_path("tram-mot-cua", appauthor=False)


def password() -> str:
    """Give the officer's secret from ``$STATION_PASSWORD`` or a prompt; never from the command.

    Raises:
        UsageError: there is neither.
    """
    given = os.environ.get("STATION_PASSWORD")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UsageError("set STATION_PASSWORD, or run in a terminal")
    return getpass.getpass("Mật khẩu / Password: ")


def second_person(name: str | None) -> "SecondPerson | None":
    """Give who confirms an act that needs two; None when nobody was named.

    The secret comes from ``$STATION_APPROVER_PASSWORD`` or a prompt.

    Raises:
        UsageError: there is neither.
    """
    if name is None:
        return None
    from station.usecases.second_person import SecondPerson

    given = os.environ.get("STATION_APPROVER_PASSWORD")
    if given is None:
        if not sys.stdin.isatty():
            raise UsageError("set STATION_APPROVER_PASSWORD, or run in a terminal")
        given = getpass.getpass(f"Mật khẩu của {name} / Password of {name}: ")
    return SecondPerson(name=name, password=given)


def sign_in(args: argparse.Namespace, secret: str | None = None) -> "Desk":
    """Open the home as the officer of ``--as``.

    Args:
        secret: theirs, where it was asked for already.

    Raises:
        UsageError: no officer was named.
        StationError: no such home, a wrong password, a damaged store.
    """
    if not args.officer:
        raise UsageError("name the officer: station --as NAME …")
    from ui.composition import sign_in as open_desk

    return open_desk(home_of(args), args.officer, password() if secret is None else secret)
