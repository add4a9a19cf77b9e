"""Reads pictures in a process of its own: a decoder that crashes or hangs costs one picture.

The decoders are native code, and the pictures come from anywhere. The process is started with the
first picture and kept, for starting takes longer than reading; one that dies, hangs or asks for too
much memory is replaced by the next picture's. Nothing heavy is imported on this side.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from devices.id_readers.reading import CardReading, CodesInPicture
from devices.processes import OwnProcess, do_native_work_alone, limit_memory, ready
from station.errors import StationError

if TYPE_CHECKING:
    from devices.processes import Line

_TIMEOUT_S = 10.0
"""For one picture. The largest that is opened takes about one second."""
_MEMORY = 1_500_000_000
"""Bytes on top of what the process has when it is ready. Not limited on Windows."""


class DecoderFailedError(StationError):
    """The process that reads pictures died or did not answer, and was ended."""

    code = "ID-015"


class PictureWorker:
    """The process that reads pictures. Safe to call from several threads; they take turns."""

    def __init__(self, *, timeout_s: float = _TIMEOUT_S) -> None:
        self._timeout_s = timeout_s
        self._lock = threading.Lock()
        self._process = OwnProcess(serve, name="picture-reader")

    def read_id_card(self, picture: Path | bytes) -> CardReading:
        """See ``devices.id_readers.picture``. Never raises: the reading says what was wrong."""
        name = str(picture) if isinstance(picture, Path) else ""
        return self._reading("read_id_card", picture, name)

    def read_codes(self, file: Path) -> CodesInPicture:
        """See ``devices.id_readers.codes``. Never raises: what was found says what was wrong."""
        try:
            found: CodesInPicture = self._ask("read_codes", file)
        except DecoderFailedError as error:
            return CodesInPicture(file=str(file), codes=(), error=error)
        return found

    def warm_up(self) -> None:
        """Start the process, and wait until it is ready."""
        self._ask("ready", None)

    @property
    def process_id(self) -> int | None:
        """The number that the system gave the process; None while there is none."""
        return self._process.id

    def close(self) -> None:
        """End the process, whatever it does."""
        with self._lock:
            self._process.close()

    def _reading(self, what: str, argument: object, file: str) -> CardReading:
        started = time.perf_counter()
        try:
            reading: CardReading = self._ask(what, argument)
        except DecoderFailedError as error:
            elapsed_ms = (time.perf_counter() - started) * 1000
            return CardReading(
                file=file, card=None, decoder=None, error=error, elapsed_ms=elapsed_ms
            )
        return reading

    def _ask(self, what: str, argument: object) -> Any:  # noqa: ANN401 - as many kinds as questions
        try:
            with self._lock:
                succeeded, answer = self._process.ask((what, argument), timeout_s=self._timeout_s)
        except (OSError, EOFError) as error:
            raise DecoderFailedError(f"{what}: {type(error).__name__}") from error
        if not succeeded:
            raise DecoderFailedError(f"{what}: {answer}")
        return answer


def serve(line: Line) -> None:
    """Answer questions until the other side is gone. The process's own entry point."""
    do_native_work_alone()
    from devices.id_readers.codes import read_codes
    from devices.id_readers.picture import read_id_card

    limit_memory(_MEMORY)
    answers: dict[str, Callable[..., object]] = {
        "read_id_card": read_id_card,
        "read_codes": read_codes,
        "ready": lambda _: True,
    }
    ready(line)
    while True:
        try:
            what, argument = line.recv()
        except (OSError, EOFError):
            return
        try:
            answer = (True, answers[what](argument))
        except Exception as error:  # noqa: BLE001 - whatever a decoder raises costs one picture
            answer = (False, type(error).__name__)
        line.send(answer)
