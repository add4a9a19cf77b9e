"""A network printer on loopback: takes bytes, answers ``DLE EOT n`` and ``GS r 1``."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread

_QUESTION = b"\x10\x04"
_FINISHED = b"\x1dr\x01"
_BY_ITSELF = b"\x1da\x0e"
_NO_MORE = b"\x1da\x00"


@dataclass
class TcpPrinter:
    """What it answers, and what arrived over the connections that carried a slip.

    ``answers`` is by the number of the question; a question without an answer is met with
    silence. ``hangs_up_after`` closes a connection once so many bytes of a slip came.
    """

    answers: dict[int, int] = field(default_factory=lambda: {1: 0x12, 2: 0x12, 4: 0x12})
    tells_when_finished: bool = True
    runs_out_while_printing: bool = False
    hangs_up_after: int | None = None
    hangs_up_when_asked: bool = False
    hangs_up_at_the_end: bool = False
    """The line is dead once all is sent: how much of the slip is on paper nobody can know."""
    says_by_itself: bytes = b""
    """What it sends, in two portions, once it has a whole slip and may speak by itself."""
    may_speak: bool = False
    jobs: list[bytes] = field(default_factory=list)
    asked_when_finished: int = 0
    asked: Event = field(default_factory=Event)
    """Set once it has a whole slip and is asked whether that is on paper."""
    address: str = ""

    def serve(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return  # the test is over
            with connection, suppress(ConnectionError):
                self._serve(connection)

    def _serve(self, connection: socket.socket) -> None:
        job = b""
        while data := connection.recv(65536):
            if len(data) == 3 and data.startswith(_QUESTION):
                if self.hangs_up_when_asked:
                    return
                self._answer(connection, data[2])
                continue
            if data.startswith((_BY_ITSELF, _NO_MORE)):
                self.may_speak = data.startswith(_BY_ITSELF)
                data = data[3:]
            job += data
            if self.hangs_up_after is not None and len(job) > self.hangs_up_after:
                self._run_out()
                return
            if job.endswith(_FINISHED):
                job = job.removesuffix(_FINISHED)
                self.asked_when_finished += 1
                self.asked.set()
                if self.hangs_up_at_the_end:
                    return
                self._run_out()
                if self.may_speak and self.says_by_itself:
                    connection.sendall(self.says_by_itself[:2])
                    connection.sendall(self.says_by_itself[2:])
                if self.tells_when_finished and not self.runs_out_while_printing:
                    connection.sendall(b"\x12\x00")  # first a stray answer to dots of the raster
        if job:
            self.jobs.append(job)

    def _run_out(self) -> None:
        if self.runs_out_while_printing:
            self.answers = {1: 0x1A, 2: 0x32, 4: 0x72}

    def _answer(self, connection: socket.socket, question: int) -> None:
        if question in self.answers:
            connection.sendall(bytes([self.answers[question]]))


@contextmanager
def a_tcp_printer(printer: TcpPrinter) -> Iterator[tuple[TcpPrinter, "Line"]]:
    """Let a printer listen on loopback until the block ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    printer.address = f"127.0.0.1:{listener.getsockname()[1]}"
    thread = Thread(target=printer.serve, args=(listener,))
    thread.start()
    line = Line(listener, thread)
    try:
        yield printer, line
    finally:
        line.cut()


@dataclass
class Line:
    """The cable between the printer and the world."""

    listener: socket.socket
    thread: Thread

    def cut(self) -> None:
        """Unplug it, and wait until everything that was on its way has arrived. Safe twice."""
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()
