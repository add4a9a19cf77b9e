"""A printer of IPP in a thread of this process, with every fault that a real one can have."""

import struct
import threading
from collections.abc import Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from devices.printers.ipp_message import Answer, Operation, answer

_OK, _NOT_POSSIBLE = 0x0000, 0x0404
_PROCESSING, _CANCELED, _COMPLETED = 5, 7, 9


class IppPrinter:
    """Attributes may be changed while it runs.

    Attributes:
        state: ``printer-state``; 3 is idle, 5 stopped.
        reasons: ``printer-state-reasons``; ``reasons_at_work`` once it has a job.
        formats: the kinds of document that it takes.
        job_states: what each look at a job is answered with; the last one stays.
        raw: sent instead of any answer.
        lets_go: it stops a job that is canceled; False: it says yes, and goes on.
        jobs: what was taken and not canceled, as PDF.
        asked: how each job was to be printed.
    """

    def __init__(self) -> None:
        self.state = 3
        self.reasons: list[str] = ["none"]
        self.reasons_at_work: list[str] | None = None
        self.formats = ["application/pdf"]
        self.job_states = [_PROCESSING, _COMPLETED]
        self.refusal: int | None = None
        self.raw: bytes | None = None
        self.http_status = 200
        self.jobs: list[bytes] = []
        self.canceled = 0
        self.lets_go = True
        self.asked: list[Answer] = []
        self._looks = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        self._thread.start()

    @property
    def address(self) -> str:
        return f"ipp://127.0.0.1:{self._server.server_address[1]}/ipp/print"

    @property
    def _reasons_now(self) -> list[str]:
        at_work = self.asked and self.reasons_at_work is not None
        return self.reasons_at_work or [] if at_work else self.reasons

    def close(self) -> None:
        """Switch it off."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, message: bytes) -> bytes:
        """Answer a question."""
        if self.raw is not None:
            return self.raw
        asked = answer(message.split(b"%PDF", 1)[0])  # a question has the form of an answer
        operation = asked.status
        if operation == Operation.PRINTER_ATTRIBUTES:
            return _written(
                _OK,
                4,
                {
                    "printer-state": [self.state],
                    "printer-state-reasons": self._reasons_now,
                    "document-format-supported": self.formats,
                },
            )
        if operation == Operation.PRINT_JOB:
            if self.refusal is not None:
                return _written(self.refusal, 2, {})
            self.asked.append(asked)
            self.jobs.append(b"%PDF" + message.split(b"%PDF", 1)[1])
            self._looks = 0
            return _written(_OK, 2, {"job-id": [len(self.asked)], "job-state": [_PROCESSING]})
        if operation == Operation.CANCEL_JOB:
            if self.job_states[min(self._looks, len(self.job_states)) - 1] >= _CANCELED:
                return _written(_NOT_POSSIBLE, 2, {})
            self.canceled += 1
            if self.lets_go:
                self.jobs.pop()
                self.job_states = [_CANCELED]
            return _written(_OK, 2, {})
        state = self.job_states[min(self._looks, len(self.job_states) - 1)]
        self._looks += 1
        return _written(_OK, 2, {"job-id": [len(self.asked)], "job-state": [state]})


def _handler(printer: IppPrinter) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told = printer.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(printer.http_status)
            self.send_header("Content-Type", "application/ipp")
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_: Any) -> None:
            """Nothing is written to stderr."""

    return Handler


def _written(status: int, group: int, values: Mapping[str, Sequence[str | int]]) -> bytes:
    parts = [b"\x02\x00", struct.pack(">HI", status, 1), bytes([group])]
    for name, those in values.items():
        key = name.encode()
        for value in those:
            tag = 0x21 if isinstance(value, int) else 0x44
            body = struct.pack(">i", value) if isinstance(value, int) else value.encode()
            parts.append(struct.pack(">BH", tag, len(key)) + key)
            parts.append(struct.pack(">H", len(body)) + body)
            key = b""
    return b"".join([*parts, b"\x03"])
