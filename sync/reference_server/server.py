"""Runs the reference server: for ever from the command line, or inside a test or demonstration."""

import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self
from uuid import UUID

import uvicorn
from starlette.types import ASGIApp

from sync.contract.messages import Limits
from sync.reference_server import acts, enrolment
from sync.reference_server.app import create_app
from sync.reference_server.backend import (
    DEFAULT_LIMITS,
    Backend,
    BadLocationError,
    open_backend,
)
from sync.reference_server.database import Database, Now, vietnam_now
from sync.reference_server.decisions import Decision
from sync.reference_server.lawful import ProvinceAct

_KEEP_ALIVE_S = 75
_GRACE_S = 5


def serve(
    *,
    host: str,
    port: int,
    database: str,
    files: str,
    version: str,
    catalogue: Path | None = None,
    ready: Callable[[str], object] = lambda _base_url: None,
) -> None:
    """Serve the contract until the process is asked to end (SIGINT, SIGTERM).

    Args:
        database: SQLAlchemy URL; missing tables are made.
        files: folder for the files; it is made when missing.
        version: the program's own, for ``/v1/health``.
        catalogue: file to publish as the catalogue pack.
        ready: told the server's address as soon as it takes calls.

    Raises:
        BadDatabaseError: the database cannot be opened.
        BadLocationError: ``files`` is no folder, or the pack cannot be read.
        OSError: the address is taken, or a folder cannot be written.
    """
    pack = None if catalogue is None else _pack(catalogue)
    backend = open_backend(version=version, database=database, files=files, catalogue=pack)
    try:
        with _listen(host, port) as listening:
            ready(_url(host, listening))
            uvicorn.Server(_config(create_app(backend), log_level="info")).run([listening])
    finally:
        backend.database.close()


def issue_enrolment_code(
    *, database: str, agency: str, station_number: int, number_range: tuple[int, int]
) -> str:
    """Make a one-time enrolment code in a server's database; the server may be running.

    Raises:
        BadDatabaseError: the database cannot be opened.
        BadStationError: no such agency code or number, or another counter has these numbers.
    """
    opened = Database(database)
    try:
        return enrolment.issue_enrolment_code(
            agency_code=agency,
            station_number=station_number,
            number_range=number_range,
            database=opened,
            now=vietnam_now,
        )
    finally:
        opened.close()


def decide(dossier_code: str, decision: Decision, *, database: str) -> UUID:
    """Let the agency act in a server's database; the server may be running.

    Raises:
        BadDatabaseError: the database cannot be opened.
        UnknownDossierError, NotLawfulError, IncompleteDecisionError: nothing was changed.
    """
    opened = Database(database)
    try:
        return acts.decide(dossier_code, decision, database=opened, now=vietnam_now)
    finally:
        opened.close()


def _pack(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadLocationError(f"{path.name}: {error.strerror}") from error


class RunningServer:
    """A reference server on a thread of this process, on a free loopback port.

    Use it as a context manager: it answers from the first moment, and leaves no thread behind.
    """

    def __init__(
        self,
        *,
        database: str,
        files: str,
        version: str,
        catalogue: bytes | None = None,
        limits: Limits = DEFAULT_LIMITS,
        now: Now = vietnam_now,
    ) -> None:
        self.backend: Backend = open_backend(
            version=version,
            database=database,
            files=files,
            catalogue=catalogue,
            limits=limits,
            now=now,
        )
        self._thread = LoopbackThread(create_app(self.backend))

    @property
    def base_url(self) -> str:
        return self._thread.base_url

    def issue_enrolment_code(
        self, *, agency: str, station_number: int, number_range: tuple[int, int]
    ) -> str:
        """Make a one-time enrolment code for a counter."""
        return enrolment.issue_enrolment_code(
            agency_code=agency,
            station_number=station_number,
            number_range=number_range,
            database=self.backend.database,
            now=self.backend.now,
        )

    def accept(self, dossier_code: str) -> UUID:
        """Let the handling agency take a dossier over; the station hears of it as news.

        Raises:
            UnknownDossierError: the dossier has not arrived here.
        """
        return self.decide(dossier_code, Decision(act=ProvinceAct.ACCEPT))

    def decide(self, dossier_code: str, decision: Decision) -> UUID:
        """Let the handling agency act on a dossier; the station hears of it as news.

        Raises:
            UnknownDossierError: the dossier has not arrived here.
            NotLawfulError, IncompleteDecisionError: nothing was changed.
        """
        return acts.decide(
            dossier_code, decision, database=self.backend.database, now=self.backend.now
        )

    def stop(self) -> None:
        """End the server; its database and files stay."""
        self._thread.stop()
        self.backend.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class LoopbackThread:
    """Any ASGI application, served on a thread of its own on a loopback port."""

    def __init__(self, app: ASGIApp) -> None:
        # The socket listens before the thread starts: who calls early waits in its queue.
        self._listening = _listen("127.0.0.1", 0)
        self.base_url = _url("127.0.0.1", self._listening)
        self._server = uvicorn.Server(_config(app, log_level="warning"))
        self._thread = threading.Thread(
            target=self._server.run, args=([self._listening],), name="reference-server"
        )
        self._thread.start()

    def stop(self) -> None:
        """End the thread and close its socket."""
        self._server.should_exit = True
        self._thread.join()
        self._listening.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    plain = socket.create_server((host, port), family=family)
    # asyncio switches Nagle's algorithm off only where the protocol is named; with it every
    # answer would wait 40 ms for the acknowledgement of its own head.
    return socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP, fileno=plain.detach())


def _url(host: str, listening: socket.socket) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listening.getsockname()[1]}"


def _config(app: ASGIApp, *, log_level: str) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="h11",
        ws="none",
        loop="asyncio",
        lifespan="on",
        access_log=False,  # addresses of requests name dossiers
        log_level=log_level,
        timeout_keep_alive=_KEEP_ALIVE_S,
        timeout_graceful_shutdown=_GRACE_S,
    )
