"""What a page asks of the store: to read, and to do one act at a time."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from station.words import Language
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks

T = TypeVar("T")


class ActView(Protocol):
    """What is shown of an act."""

    def show_busy(self, busy: bool) -> None: ...

    def show_problem(self, sentence: str) -> None: ...


class PageActs:
    """Says on the page that an act goes on, and what stands in the way of it or of reading."""

    def __init__(self, view: ActView, *, store_worker: Tasks, language: Language) -> None:
        self._view = view
        self._store_worker = store_worker
        self._language = language
        self.goes_on = False

    def do(self, work: Callable[[], T], *, done: Callable[[T], None]) -> None:
        """Do an act. What stood in the way before is said no more; ``done`` calls ``end``."""
        self.goes_on = True
        self._view.show_busy(True)
        self._view.show_problem("")
        self._store_worker.run(work, done=done, failed=self._fail)

    def end(self) -> None:
        """The act is done."""
        self.goes_on = False
        self._view.show_busy(False)

    def read(self, work: Callable[[], T], *, done: Callable[[T], None]) -> None:
        """Read; an act that is being done goes on."""
        self._store_worker.run(work, done=done, failed=self.say)

    def say(self, error: Exception) -> None:
        """Say what could not be read or printed."""
        self._view.show_problem(words_of(error, self._language))

    def _fail(self, error: Exception) -> None:
        self.end()
        self.say(error)
