"""Bad lines and bad servers, over real sockets on loopback."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

_STEP = 64 << 10
_HEADER_END = b"\r\n\r\n"


def answer(
    body: bytes,
    *,
    status: str = "200 OK",
    media_type: str = "application/json",
    version: str | None = "1.0",
    **headers: str,
) -> bytes:
    """Give the bytes of a whole HTTP answer; ``headers`` may lie (Content_Length="9")."""
    lines = {"Content-Length": str(len(body)), "Content-Type": media_type, "Connection": "close"}
    if version is not None:
        lines["Contract-Version"] = version
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


class BadServer:
    """Answers every request with the bytes it is given, then closes the connection."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.answer: bytes | Callable[[bytes], bytes] = b""
        self.requests: list[bytes] = []
        self._tls = tls
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._port: int = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, name="bad-server")
        self._thread.start()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def stop(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with connection, suppress(OSError):  # the client may hang up on nonsense
                if self._tls is not None:
                    connection = self._tls.wrap_socket(connection, server_side=True)
                request = _read_request(connection)
                self.requests.append(request)
                answer = self.answer(request) if callable(self.answer) else self.answer
                connection.sendall(answer)
                connection.close()


def _read_request(connection: socket.socket) -> bytes:
    request = b""
    while _HEADER_END not in request:
        step = connection.recv(_STEP)
        if not step:
            return request
        request += step
    head, _, body = request.partition(_HEADER_END)
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            missing = int(line.partition(b":")[2]) - len(body)
            while missing > 0 and (step := connection.recv(_STEP)):
                request += step
                missing -= len(step)
    return request


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What happens to one connection.

    ``up`` and ``down`` are how many bytes of requests and answers pass before it is cut: with
    ``down=0`` the server does its work and its answer is lost. ``canned`` answers instead.
    """

    up: int | None = None
    down: int | None = None
    canned: bytes | None = None


WHOLE = Fault()


class BadLine:
    """A TCP proxy before a server; every new connection asks ``next_fault`` for its fate."""

    def __init__(self, target_port: int, next_fault: Callable[[], Fault]) -> None:
        self.target_port = target_port
        self.next_fault = next_fault
        self.lose_answers = False
        """While it is set, the next bytes of an answer cut their connection instead."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        plain = socket.create_server(("127.0.0.1", 0))
        # Naming the protocol lets asyncio switch off Nagle's 40 ms.
        self._listening = socket.socket(proto=socket.IPPROTO_TCP, fileno=plain.detach())
        self.port: int = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._run, name="bad-line")
        self._thread.start()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            self._stopped = asyncio.Event()
            runner.run(self._serve())

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._accept, sock=self._listening)
        await self._stopped.wait()
        server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._carry(self.next_fault(), reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            writer.close()
        finally:
            self._tasks.discard(task)

    async def _carry(
        self, fault: Fault, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if fault.canned is not None:
            await reader.readuntil(_HEADER_END)
            writer.write(fault.canned)
            await writer.drain()
            writer.close()
            return
        there, onward = await asyncio.open_connection("127.0.0.1", self.target_port)
        try:
            ways = [
                asyncio.ensure_future(_pump(reader, onward, fault.up, lambda: False)),
                asyncio.ensure_future(_pump(there, writer, fault.down, lambda: self.lose_answers)),
            ]
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
        finally:
            onward.close()
            writer.close()


async def _pump(
    source: asyncio.StreamReader,
    target: asyncio.StreamWriter,
    limit: int | None,
    is_lost: Callable[[], bool],
) -> None:
    """Carry bytes until the end, until the limit is passed, or until they are to be lost."""
    while (step := await source.read(_STEP)) and not is_lost():
        if limit is not None:
            step, limit = step[:limit], limit - len(step)
        target.write(step)
        await target.drain()
        if limit is not None and limit < 0:
            return


@contextmanager
def bad_line(target_port: int, next_fault: Callable[[], Fault]) -> Iterator[BadLine]:
    """Run a bad line for the length of a block."""
    line = BadLine(target_port, next_fault)
    try:
        yield line
    finally:
        line.stop()
