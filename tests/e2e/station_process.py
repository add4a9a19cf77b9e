"""The program as its users start it: another process, its own home.

Starting it takes a second of a processor, so that most tests run the same command line in this one.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

from tests.e2e.command_here import run_here

PASSWORD = "Mot-cua-2026!"


@dataclass(frozen=True)
class Outcome:
    """What a command left: its status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def result(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        """The last line of stderr, by the contract."""
        error: dict[str, Any] = json.loads(self.err.strip().splitlines()[-1])["error"]
        return error


@dataclass(frozen=True)
class Station:
    """One home and the officer who works at it."""

    home: Path
    officer: str | None = "quay3"
    password: str = PASSWORD
    under: tuple[str, ...] = ()
    """A command that runs the program, as one that measures it."""
    here: bool = False
    """Run the commands in this process."""

    @property
    def environment(self) -> dict[str, str]:
        """Give what the program finds around it."""
        return os.environ | {"STATION_PASSWORD": self.password, "QT_QPA_PLATFORM": "offscreen"}

    def run(self, *arguments: str | Path, stdin: str | bytes = b"") -> Outcome:
        """Run one command with ``--json``."""
        who = ["--as", self.officer] if self.officer else []
        said = [str(part) for part in ("--home", self.home, "--json", *who, *arguments)]
        content = stdin.encode() if isinstance(stdin, str) else stdin
        if self.here:
            with mock.patch.dict(os.environ, self.environment):
                return Outcome(*run_here(said, content))
        done = subprocess.run(
            [*self.under, sys.executable, "-m", "ui", *said],
            input=content,
            capture_output=True,
            timeout=100,
            check=False,
            env=self.environment,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    def ok(self, *arguments: str | Path, stdin: str | bytes = b"") -> Any:
        """Run a command that has to succeed and give its result."""
        outcome = self.run(*arguments, stdin=stdin)
        assert outcome.status == 0, outcome
        assert outcome.err == "", outcome
        return outcome.result

    def refused(self, *arguments: str | Path, stdin: str | bytes = b"") -> dict[str, Any]:
        """Run a command that has to be refused by name and give the error."""
        outcome = self.run(*arguments, stdin=stdin)
        assert outcome.status == 1, outcome
        assert outcome.out == "", outcome
        return outcome.error

    def as_officer(self, officer: str | None) -> "Station":
        """Give the same home with another officer at it."""
        return replace(self, officer=officer)
