"""``ippeveprinter``, a printer by the people who wrote IPP, with the services it needs."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

_START_S = 15
_PAPER_S = 60
"""A queue of CUPS tries a printer again only after half a minute that was not there at once."""
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/>
<allow receive_sender="*"/><allow send_type="method_call"/></policy></busconfig>
"""
_AVAHI = "[server]\nallow-interfaces=lo\nuse-ipv6=no\n[publish]\ndisable-publishing=no\n"
_COMMAND = """#!/bin/sh
cat {folder}/tells >&2
while [ -e {folder}/waits ]; do sleep 0.05; done
cp "$1" {folder}/printed/$(ls {folder}/printed | wc -l).pdf
exit $(cat {folder}/exit)
"""


class EvePrinter:
    """Attributes: ``address``; ``printed``, where its paper comes out."""

    def __init__(self, folder: Path, port: int) -> None:
        self.address = f"ipp://localhost:{port}/ipp/print"
        self.printed = folder / "printed"
        self._folder = folder
        self.behave()

    def behave(self, tells: str = "", ends_with: int = 0, *, waits: bool = False) -> None:
        """Do as told with the next jobs.

        Args:
            tells: lines of its language, for example ``STATE: +media-jam``.
            ends_with: 0 prints; another number gives the job up.
            waits: it holds the job until it is told something else.
        """
        (self._folder / "tells").write_text(tells)
        (self._folder / "exit").write_text(str(ends_with))
        if waits:
            (self._folder / "waits").touch()
        else:
            (self._folder / "waits").unlink(missing_ok=True)

    def wait_for_paper(self) -> None:
        """Wait until something came out."""
        _until(lambda: any(self.printed.iterdir()), within_s=_PAPER_S)
        assert any(self.printed.iterdir())


@contextmanager
def eve_printer(folder: Path) -> Iterator[EvePrinter]:
    """Start one; skip the test where that is not possible."""
    programs = ("dbus-daemon", "avahi-daemon", "ippeveprinter")
    path = f"{os.environ['PATH']}:/usr/sbin"
    found = [shutil.which(program, path=path) for program in programs]
    if sys.platform == "win32" or os.geteuid() != 0 or None in found:
        pytest.skip("ippeveprinter, avahi-daemon and the right to start it are needed")
    bus, avahi, printer = (str(program) for program in found)
    (folder / "printed").mkdir()
    (folder / "bus.conf").write_text(_BUS.format(folder=folder))
    (folder / "avahi.conf").write_text(_AVAHI)
    command = folder / "command"
    command.write_text(_COMMAND.format(folder=folder))
    command.chmod(0o755)
    environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/bus"}
    port = _free_port()
    with ExitStack() as running:
        running.enter_context(_alone())
        running.enter_context(
            _started([bus, "--nofork", f"--config-file={folder}/bus.conf"], environment)
        )
        _until((folder / "bus").exists)
        lone = ("--no-drop-root", "--no-chroot", "--no-rlimits")
        running.enter_context(_started([avahi, "-f", f"{folder}/avahi.conf", *lone], environment))
        where = ("-p", str(port), "-n", "localhost", "-d", str(folder))
        what = ("-c", str(command), "-f", "application/pdf", f"Giay {port}")
        _start_printer(running, [printer, *where, *what], environment, port)
        try:
            yield EvePrinter(folder, port)
        finally:
            (folder / "waits").unlink(missing_ok=True)


@contextmanager
def _alone() -> Iterator[None]:
    """Wait until no other test run has them: a computer has one ``avahi-daemon``."""
    import fcntl  # not on Windows

    lock = Path(tempfile.gettempdir()) / "tram-mot-cua-tests-avahi.lock"
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def _started(
    command: list[str], environment: dict[str, str]
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a service until the block ends."""
    no = subprocess.DEVNULL
    service = subprocess.Popen(command, env=environment, stdin=no, stdout=no, stderr=no)
    try:
        yield service
    finally:
        service.terminate()
        try:
            service.wait(timeout=5)
        except subprocess.TimeoutExpired:
            service.kill()
            service.wait()


def _start_printer(
    running: ExitStack, command: list[str], environment: dict[str, str], port: int
) -> None:
    """Start the printer, again while it ends because the other services are not there yet."""
    deadline = monotonic() + _START_S
    while monotonic() < deadline:
        service = running.enter_context(_started(command, environment))
        while service.poll() is None and monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
            except OSError:
                Event().wait(0.05)
            else:
                return
    pytest.skip("the services of ippeveprinter do not start here; another one may be running")


def _until(there: Callable[[], bool], *, within_s: float = _START_S) -> None:
    deadline = monotonic() + within_s
    while not there() and monotonic() < deadline:
        Event().wait(0.02)


def _free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
