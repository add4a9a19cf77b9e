"""Processes of our own: begun when they are needed, ended whatever they do, bounded in memory.

Native decoders, drivers and recognisers get a process each, so that one that crashes or hangs costs
what it was working on and no more. Nothing heavy is imported on the program's side.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from station.errors import StationError

_BEHIND_THE_WINDOW = 5
"""How much "nicer" than the window these processes are."""
BEGIN_S = 60.0
"""So long a process may take until it listens: it loads 100 MB of libraries, perhaps from a cold
hard disk that a virus scanner reads along with. No question pays for it."""

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

        Line = PipeConnection[Any, Any]
    else:
        from multiprocessing.connection import Connection

        Line = Connection


class OwnProcess:
    """A process and the line to it. It starts with the first question and is kept.

    One thread asks at a time. When the process dies or does not answer in time it is ended, the
    caller gets ``OSError`` or ``EOFError``, and the next question begins another.

    Nothing is sent to a process, or awaited from it, before it said ``ready``. On Windows the other
    end of the line is this program's own until then: of a process that dies before, no news comes
    by the line, and whoever waited for it would wait for ever.
    """

    def __init__(
        self,
        work: Callable[..., object],
        *arguments: object,
        name: str,
        begin_s: float = BEGIN_S,
    ) -> None:
        """
        Args:
            work: a module's function; it gets the other end of the line, and ``arguments``, and
                calls ``ready`` once it has loaded what it needs.
            begin_s: until then.
        """
        self._work = work
        self._arguments = arguments
        self._name = name
        self._begin_s = begin_s
        self._process: SpawnProcess | None = None
        self._line: Line | None = None
        self._listens = False

    @property
    def id(self) -> int | None:
        """The number that the system gave the process; None while there is none."""
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Begin the process if there is none, or none any more. Does not wait for it.

        Raises:
            OSError: the system has no room for one more.
        """
        if self._process is not None and self._process.is_alive():
            return
        self.close()
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        process = context.Process(
            target=self._work, args=(theirs, *self._arguments), name=self._name, daemon=True
        )
        try:
            process.start()
        except BaseException:
            self.close()
            raise
        finally:
            theirs.close()
        self._process = process

    def ask(self, question: object, *, timeout_s: float) -> Any:  # noqa: ANN401 - the caller knows
        """Send a question and wait for its answer.

        Raises:
            OSError, EOFError: the process died, or did not answer in time, and was ended.
        """
        self.start()
        with self._at_most(timeout_s) as line:
            line.send(question)
            return line.recv()

    def send(self, question: object, *, timeout_s: float) -> None:
        """Send a question whose answer is received later.

        Raises:
            OSError, EOFError: the process died, or takes no questions, and was ended. Answers to
                earlier questions are lost; so a process that died is not replaced in silence.
        """
        if self._process is None:
            self.start()
        with self._at_most(timeout_s) as line:
            line.send(question)

    def receive(self, *, timeout_s: float) -> Any:  # noqa: ANN401 - the caller knows
        """Wait for the next answer of a process that was asked before.

        Raises:
            OSError, EOFError: the process died, or did not answer in time, and was ended.
        """
        with self._at_most(timeout_s) as line:
            return line.recv()

    def has_answer(self, *, within_s: float) -> bool:
        """Tell whether there is something to receive, be it the news that the process ended."""
        if self._line is None:
            return True
        try:
            if not self._listens:
                self._listens, within_s = self._heard_ready(within_s), 0
            return self._listens and self._line.poll(within_s)
        except (OSError, EOFError):  # so Windows says that the other end is gone
            return True

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None
        self._listens = False

    def _heard_ready(self, within_s: float) -> bool:
        """Wait until the process listens; False: not in this time.

        Raises:
            OSError, EOFError: it died before.
        """
        if self._process is None or self._line is None:
            raise EOFError
        told = wait([self._line, self._process.sentinel], within_s)
        if self._line in told:
            self._line.recv()
        elif told:
            raise EOFError
        return bool(told)

    @contextmanager
    def _at_most(self, timeout_s: float) -> Iterator[Line]:
        """Give the line; kill the process when the talk takes longer: that ends the talk."""
        if self._process is None or self._line is None:
            raise EOFError
        if not self._listens:
            try:
                self._listens = self._heard_ready(self._begin_s)
            except (OSError, EOFError):
                self.close()
                raise
            if not self._listens:
                self.close()
                raise EOFError
        watchdog = threading.Timer(timeout_s, self._process.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            yield self._line
        except (OSError, EOFError):
            watchdog.cancel()
            watchdog.join()  # it must not meet a process that is closed
            self.close()
            raise
        finally:
            watchdog.cancel()


def ready(line: Line) -> None:
    """Say that this process listens from now on. It is the first that goes over its line."""
    line.send(None)


def answer_questions(
    line: Line,
    act: Callable[[str, tuple[Any, ...]], object],
    failure: Callable[[str, Exception], object],
) -> NoReturn:
    """Answer ``(what, about)`` with ``(it went well, result or failure)``; end with the other side.

    Args:
        act: does what is asked. Its ``StationError`` is the answer as it is.
        failure: what is told of any other exception: a native library may raise anything, and
            that costs one question, not the process.
    """
    ready(line)
    while True:
        try:
            what, about = line.recv()
        except (OSError, EOFError):
            os._exit(0)
        answer: tuple[bool, object]
        try:
            answer = True, act(what, about)
        except StationError as error:
            answer = False, error
        except Exception as error:  # noqa: BLE001 - see ``failure``
            answer = False, failure(what, error)
        line.send(answer)


def told(what: str, error: Exception) -> str:
    """Name an exception without its words: they may hold what stood in a file."""
    return f"{what}: {type(error).__name__}"


def do_native_work_alone() -> None:
    """Prepare this process for native decoders: one thread each, deaf to Ctrl+C, and behind the
    window where both want a processor.

    Call before numpy is imported. Ctrl+C is for the program, which then ends its processes; several
    threads of one library only wait for one another.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    _stand_behind_the_window()
    import cv2

    cv2.setNumThreads(1)


def _stand_behind_the_window() -> None:
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p  # else it is cut to 32 bits
        kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), below_normal)
    else:
        os.nice(_BEHIND_THE_WINDOW)


def limit_memory(extra: int) -> None:
    """Let this process take ``extra`` bytes on top of what it has now. Does nothing on Windows."""
    if sys.platform == "win32":
        return
    import resource

    statistics = Path("/proc/self/statm")
    if not statistics.exists():  # macOS
        return
    used = int(statistics.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    limit = used + extra if hard == resource.RLIM_INFINITY else min(hard, used + extra)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


_NO_NEW_PRIVILEGES = 38
"""A number of Linux's ``prctl``."""


def give_up_rights() -> None:
    """Let this process write no file, leave no dump and gain no privilege, whatever takes it over.

    Call when everything is imported. Does nothing on Windows.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


_LARGEST_KEPT = 32 * 1024 * 1024
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""Numbers of glibc's ``mallopt``; 32 MiB is the most that it takes for the second."""


def keep_freed_memory() -> None:
    """Have freed pictures reused instead of given back. Only with glibc; call before any thread.

    A page's pictures have 4 to 26 MB. Else each one is mapped anew, and the system first fills it
    with zeroes while the other threads wait: a sixth of the time of a page.
    """
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is None:  # Windows, macOS, musl
        return
    for option, value in (
        (_ARENA_MAX, 1),
        (_MMAP_THRESHOLD, _LARGEST_KEPT),
        (_TRIM_THRESHOLD, 16 * _LARGEST_KEPT),
    ):
        mallopt(option, value)
