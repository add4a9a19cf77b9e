"""Cleans pages in a thread that waits for the process that does it; it rests when nothing comes."""

import queue
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from station.errors import StationError
from ui import scanning
from ui.desktop.scan.ports import CleaningJob, Tell

if TYPE_CHECKING:
    from ui.scanning import PageContent, PageWorker

_LOOK_S = 0.05
"""So often a clean page is looked for while the scanner has no further one."""
_REST_S = 60.0
"""Without pages for so long, the process gives its memory back."""


class PageCleaning:
    """The ``Cleaning`` of the window. Started by its first page, ended by ``close``."""

    def __init__(self, tell: Tell, *, new_worker: "Callable[[], PageWorker]") -> None:
        """``tell`` has something called in the window's thread."""
        self._tell = tell
        self._new_worker = new_worker
        self._jobs: queue.SimpleQueue[CleaningJob] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def put(self, job: CleaningJob) -> None:
        """Clean a page after those that wait."""
        with self._lock:
            self._jobs.put(job)
            if self._thread is None and not self._closed.is_set():
                self._thread = threading.Thread(target=self._run, name="cleaning", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """End the thread and its process; what waits is cleaned when its draft is opened again."""
        self._closed.set()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        worker = self._new_worker()
        try:
            waiting: CleaningJob | None = None
            while True:
                waiting = waiting or self._next()
                if waiting is None:
                    return
                waiting = self._clean_alike(worker, waiting)
        finally:
            worker.close()

    def _next(self) -> CleaningJob | None:
        """Wait for a page; None: it is time to rest, and the thread is no more."""
        waited = 0.0
        while not self._closed.is_set():
            try:
                return self._jobs.get(timeout=_LOOK_S)
            except queue.Empty:
                waited += _LOOK_S
            if waited >= _REST_S:
                break
        with self._lock:
            if not self._closed.is_set() and not self._jobs.empty():
                return self._jobs.get()
            self._thread = None
        return None

    def _clean_alike(self, worker: "PageWorker", first: CleaningJob) -> CleaningJob | None:
        """Clean pages that are wanted alike; give the first one that is not, if it came."""
        under_way: list[CleaningJob] = []
        other: list[CleaningJob] = []

        def pages() -> "Iterator[PageContent | None]":
            job: CleaningJob | None = first
            while (job or under_way) and not self._closed.is_set():
                if job is not None and (content := self._read(job)) is not None:
                    under_way.append(job)
                    yield scanning.clean_source(content)
                try:
                    job = self._jobs.get(timeout=_LOOK_S)
                except queue.Empty:
                    job = None
                    yield None
                if job is not None and job.order != first.order:
                    other.append(job)
                    return

        for outcome in worker.clean(pages(), first.order):
            job = under_way.pop(0)
            if self._closed.is_set():
                break
            self._settle(job, outcome.page, outcome.error)
        return other[0] if other else None

    def _read(self, job: CleaningJob) -> bytes | None:
        try:
            return job.read()
        except Exception as problem:  # noqa: BLE001 - every failure must reach the officer
            self._tell(job.failed, problem)
            return None

    def _settle(self, job: CleaningJob, clean: object, error: StationError | None) -> None:
        if clean is None:
            self._tell(job.failed, error or StationError())
            return
        try:
            page = job.keep(clean)
        except Exception as problem:  # noqa: BLE001 - every failure must reach the officer
            self._tell(job.failed, problem)
        else:
            self._tell(job.done, page)
