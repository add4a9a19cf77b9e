"""A CUPS of our own: the real daemon on loopback, with a queue whose printer is a script.

Nothing of the computer's own CUPS is touched: its files, spool and socket are in a folder of the
test. Its backend writes on standard error what a driver writes (``STATE: +media-empty-error``), and
puts what came out of the printer into a folder. A printer with a memory has the whole job before
its paper jams, and prints it once somebody clears the jam, whatever became of the job.
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

_START_S = 15
QUEUE = "Giay"
_SERVER = """LogLevel warn
Listen 127.0.0.1:{port}
Listen {folder}/cups.sock
Browsing Off
WebInterface No
DefaultAuthType None
MultipleOperationTimeout 5
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
_FILES = """ServerRoot {folder}/etc
ServerBin {folder}/bin
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/temp
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
"""
_BACKEND = """#!/bin/sh
[ $# -eq 0 ] && {{ echo 'direct tray "Tray" "Tray"'; exit 0; }}
[ -e {folder}/keeps ] && cp "$6" {folder}/kept/$1.pdf
cat {folder}/tells >&2
if [ -e {folder}/waits ]; then while [ -e {folder}/waits ]; do sleep 0.05; done; fi
[ "$(cat {folder}/exit)" = 0 ] && cp "$6" {folder}/printed/$1.pdf
exit $(cat {folder}/exit)
"""


class CupsQueue:
    """Attributes: ``address``; ``printed``, where its paper comes out."""

    def __init__(self, folder: Path, port: int) -> None:
        self.address = f"ipp://localhost:{port}/printers/{QUEUE}"
        self.printed = folder / "printed"
        self._folder = folder
        self.behave()

    def behave(
        self, tells: str = "", *, ends_with: int = 0, waits: bool = False, keeps: bool = False
    ) -> None:
        """Do as told with the next jobs.

        Args:
            tells: what the driver writes, for example ``STATE: +media-jam-error``.
            ends_with: 0 prints; 1 gives the job up; 4 stops the queue.
            waits: it holds the job until it is told something else.
            keeps: its printer has the whole job in its memory before that; see ``clear_the_jam``.
        """
        (self._folder / "tells").write_text(tells + "\n" if tells else "")
        (self._folder / "exit").write_text(str(ends_with))
        for name, wanted in (("keeps", keeps), ("waits", waits)):
            if wanted:
                (self._folder / name).touch()
            else:
                (self._folder / name).unlink(missing_ok=True)

    def run(self, command: str, *arguments: str) -> None:
        """Run a command of CUPS on this server: ``cupsdisable``, ``cupsenable``, ``lpadmin``."""
        _run(self._folder, command, *arguments)

    def clear_the_jam(self) -> None:
        """Have the printer print what it has in its memory."""
        for job in (self._folder / "kept").iterdir():
            job.rename(self.printed / job.name)

    def jobs(self) -> list[bytes]:
        """Give what came out, in the order of the jobs."""
        done = sorted(self.printed.iterdir(), key=lambda path: int(path.stem))
        return [path.read_bytes() for path in done]


@contextmanager
def cups_queue(folder: Path, *, device: str = f"tray:/{QUEUE}") -> Iterator[CupsQueue]:
    """Start a server with one queue; skip the test where that is not possible."""
    found = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin")
    if sys.platform == "win32" or found is None or os.geteuid() != 0:
        pytest.skip("the daemon of CUPS (cups-daemon) and the right to start it are needed")
    port = _free_port()
    _lay_out(folder, port)
    service = subprocess.Popen(
        [found, "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        if not _until(lambda: _listens(port) or service.poll() is not None):
            pytest.skip("the daemon of CUPS does not answer here")
        if service.poll() is not None:
            pytest.skip(f"the daemon of CUPS does not start here: {_said(folder)}")
        _run(folder, "lpadmin", "-p", QUEUE, "-E", "-v", device, "-m", "raw")
        yield CupsQueue(folder, port)
    finally:
        (folder / "waits").unlink(missing_ok=True)
        service.terminate()
        try:
            service.wait(timeout=5)
        except subprocess.TimeoutExpired:
            service.kill()
            service.wait()


def _lay_out(folder: Path, port: int) -> None:
    for name in ("etc", "bin", "spool", "cache", "state", "temp", "printed", "kept"):
        (folder / name).mkdir()
    (folder / "cupsd.conf").write_text(_SERVER.format(folder=folder, port=port))
    (folder / "cups-files.conf").write_text(_FILES.format(folder=folder))
    own = folder / "bin"
    for part in Path("/usr/lib/cups").iterdir():
        if part.name != "backend":
            (own / part.name).symlink_to(part)
    backends = own / "backend"
    backends.mkdir()
    shutil.copy("/usr/lib/cups/backend/ipp", backends / "ipp")
    (backends / "tray").write_text(_BACKEND.format(folder=folder))
    for backend in backends.iterdir():
        backend.chmod(0o700)  # so it runs as root, who alone may enter the folder of the test


def _run(folder: Path, command: str, *arguments: str) -> None:
    program = shutil.which(command, path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.skip(f"{command} (cups-client) is needed")
    environment = os.environ | {"CUPS_SERVER": str(folder / "cups.sock")}
    subprocess.run(
        [program, *arguments], env=environment, check=True, timeout=30, capture_output=True
    )


def _said(folder: Path) -> str:
    log = folder / "error"
    return log.read_text(errors="replace")[-300:] if log.exists() else "nothing"


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _until(there: Callable[[], bool]) -> bool:
    deadline = monotonic() + _START_S
    while not there() and monotonic() < deadline:
        Event().wait(0.02)
    return there()


def _free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
