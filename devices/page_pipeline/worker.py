"""Cleans pages in a process of its own, in as many threads as the computer has cores, up to four.

Files come from anywhere and the decoders are native code: a page that crashes the process, hangs
or asks for too much memory costs that page alone. The others that were under way are cleaned again,
one at a time. One process with threads takes half the memory of several processes. Nothing heavy
is imported on this side.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from devices.page_pipeline.result import CleanPage, PageSource, Wanted
from devices.processes import (
    OwnProcess,
    do_native_work_alone,
    keep_freed_memory,
    limit_memory,
    ready,
)
from station.errors import StationError

if TYPE_CHECKING:
    from devices.processes import Line

_TIMEOUT_S = 60.0
"""Without any answer. The largest page that is opened takes a few seconds, on a slow computer half
a minute."""
_MEMORY = 2_000_000_000
"""Bytes on top of what the process has when it is ready. Not limited on Windows."""
_MOST_THREADS = 4
_AHEAD = 2
"""Pages a thread: while one is cleaned, the next waits."""


class PageFailedError(StationError):
    """The process that cleans pages died, hung or ran out of memory over this page."""

    code = "SCN-002"


Source = TypeVar("Source", bound=PageSource)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Source]):
    """What became of a page: either is None."""

    ref: Source
    page: CleanPage | None
    error: StationError | None


class PageWorker:
    """The process that cleans pages. For one thread; the process starts with the first question."""

    def __init__(self, *, timeout_s: float = _TIMEOUT_S) -> None:
        self._timeout_s = timeout_s
        self._threads = min(_MOST_THREADS, os.cpu_count() or 1)
        self._process = OwnProcess(serve, self._threads, name="page-cleaner")

    def count_pages(self, file: Path) -> int:
        """Count the pages of a file.

        Raises:
            StationError: it cannot be used, and why.
        """
        try:
            _, answer = self._process.ask(("count", 0, file, None), timeout_s=self._timeout_s)
        except (OSError, EOFError):
            raise PageFailedError("count") from None
        if isinstance(answer, int):
            return answer
        if isinstance(answer, StationError):
            raise answer
        raise PageFailedError(str(answer))

    def clean(self, refs: Iterable[Source | None], wanted: Wanted) -> Iterator[Outcome[Source]]:
        """Clean pages, several at a time; give them in their order, each as soon as it may be.

        Args:
            refs: None stands for "no further page yet": what is clean by then is given.
        """
        under_way: dict[int, Source] = {}
        done: dict[int, Outcome[Source]] = {}
        turn = number = 0
        for ref in refs:
            if ref is None:
                while under_way and self._process.has_answer(within_s=0):
                    self._await_one(under_way, done, wanted)
            else:
                under_way[number] = ref
                self._ask(number, under_way, done, wanted)
                number += 1
            while len(under_way) >= self._threads * _AHEAD:
                self._await_one(under_way, done, wanted)
            while turn in done:
                yield done.pop(turn)
                turn += 1
        while under_way or done:
            while turn not in done:
                self._await_one(under_way, done, wanted)
            yield done.pop(turn)
            turn += 1

    @property
    def process_id(self) -> int | None:
        """Where the process is to be found, for those who watch it."""
        return self._process.id

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.close()

    def _ask(
        self,
        number: int,
        under_way: dict[int, Source],
        done: dict[int, Outcome[Source]],
        wanted: Wanted,
    ) -> None:
        try:
            self._send(("clean", number, under_way[number], wanted))
        except (OSError, EOFError):
            self._one_by_one(under_way, done, wanted)

    def _await_one(
        self, under_way: dict[int, Source], done: dict[int, Outcome[Source]], wanted: Wanted
    ) -> None:
        asked = time.monotonic()
        try:
            number, answer = self._receive()
        except (OSError, EOFError):
            hung = time.monotonic() - asked >= self._timeout_s
            if hung and len(under_way) == 1:  # it would take as long again
                ((number, ref),) = under_way.items()
                under_way.clear()
                done[number] = Outcome(ref, None, PageFailedError("no answer in time"))
            else:
                self._one_by_one(under_way, done, wanted)
            return
        ref = under_way.pop(number)
        if isinstance(answer, CleanPage):
            done[number] = Outcome(ref, answer, None)
        elif isinstance(answer, StationError):
            done[number] = Outcome(ref, None, answer)
        else:
            done[number] = Outcome(ref, None, PageFailedError(str(answer)))

    def _one_by_one(
        self, under_way: dict[int, Source], done: dict[int, Outcome[Source]], wanted: Wanted
    ) -> None:
        """After the process died, find out which of the pages killed it."""
        for number in sorted(under_way):
            done[number] = self._alone(under_way.pop(number), wanted)

    def _alone(self, ref: Source, wanted: Wanted) -> Outcome[Source]:
        self.close()
        try:
            self._send(("clean", 0, ref, wanted))
            _, answer = self._receive()
        except (OSError, EOFError):
            return Outcome(ref, None, PageFailedError("the process ended"))
        if isinstance(answer, CleanPage):
            return Outcome(ref, answer, None)
        error = answer if isinstance(answer, StationError) else PageFailedError(str(answer))
        return Outcome(ref, None, error)

    def _send(self, question: tuple[str, int, object, object]) -> None:
        self._process.send(question, timeout_s=self._timeout_s)

    def _receive(self) -> tuple[int, object]:
        number, answer = self._process.receive(timeout_s=self._timeout_s)
        return int(number), answer


def serve(line: Line, threads: int) -> None:
    """Clean pages until the other side is gone. The process's own entry point."""
    do_native_work_alone()
    from devices.page_pipeline.as_scanned import as_scanned
    from devices.page_pipeline.clean_page import clean_page
    from devices.page_pipeline.page_codes import qr_texts
    from devices.page_pipeline.page_files import count_pages, open_page

    keep_freed_memory()
    limit_memory(_MEMORY)
    talking = threading.Lock()

    def answer(what: str, number: int, about: Path | PageSource, wanted: Wanted) -> None:
        result: object
        try:
            if isinstance(about, Path):
                result = count_pages(about)
            else:
                picture = open_page(about)
                if wanted.as_scanned:
                    result = as_scanned(picture.pixels, picture.dpi, wanted.profile)
                else:
                    result = clean_page(picture.pixels, picture.dpi, wanted)
                if wanted.codes:
                    result = replace(result, codes=qr_texts(picture.pixels, picture.dpi))
        except StationError as error:
            result = error
        except Exception as error:  # noqa: BLE001 - whatever a decoder raises costs one page
            result = f"{what}: {type(error).__name__}"
        with talking:
            line.send((number, result))

    with ThreadPoolExecutor(threads) as pool:
        ready(line)
        while True:
            try:
                question = line.recv()
            except (OSError, EOFError):
                os._exit(0)  # nobody waits for what is still under way
            pool.submit(answer, *question)
