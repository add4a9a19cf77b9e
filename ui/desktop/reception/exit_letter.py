"""The paper of an exit beside its form: it follows what is typed, drawn away from the window."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol

from station.usecases.lodge_dossier import AskForPapers, TurnAway
from station.usecases.reception_input import ReceptionInput, reception_from_plain
from station.words import Language
from ui.desktop.problems import words_of
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.exit_acts import ReasonDesk, decided
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.reception.view_model import Exit
from ui.desktop.tasks import Tasks

_UNSAID: Final = "…"
"""Stands on the paper while no reason is said."""

DrawPage = Callable[[bytes, int, tuple[int, int]], tuple[bytes, int]]
"""Draws one page of a PDF as PNG within a room of pixels, and says how many pages there are."""


@dataclass(frozen=True, slots=True)
class LetterWanted:
    """What is to be seen: the paper of a way out, with this reason, and which page of it."""

    way: Exit
    reason: str
    page: int
    room: tuple[int, int]
    """Pixels of the screen."""


@dataclass(frozen=True, slots=True)
class ExitLetter:
    """A page of the paper of a way out, or why there is none."""

    way: Exit
    png: bytes = b""
    page: int = 0
    count: int = 0
    problem: str = ""


class ExitLetterView(Protocol):
    """Where the paper is seen."""

    def show_letter(self, letter: ExitLetter) -> None:
        """Show a page; ignored when another way out was turned to."""
        ...


class ExitLetterDesk(Protocol):
    """Every call waits for the disk."""

    def guidance_pdf(self, given: ReceptionInput) -> bytes: ...

    def letter_pdf(self, given: ReceptionInput, then: AskForPapers | TurnAway) -> bytes: ...


class ExitLetters:
    """Draws one paper at a time. What was asked for meanwhile waits, the newest of it only: the
    store and the files are never kept busy by letters that somebody has typed over."""

    def __init__(
        self,
        view: ExitLetterView,
        *,
        desk: ExitLetterDesk,
        reasons: ReasonDesk,
        drafts: OpenDrafts,
        draw: DrawPage,
        store_worker: Tasks,
        file_worker: Tasks,
        language: Language,
    ) -> None:
        self._view, self._desk, self._reasons = view, desk, reasons
        self._drafts, self._draw_page = drafts, draw
        self._store_worker, self._file_worker = store_worker, file_worker
        self._language: Language = language
        self._waiting: tuple[DraftEntry, LetterWanted] | None = None
        self._draws = False

    def on_wanted(self, wanted: LetterWanted) -> None:
        """Draw this paper of the draft in front, now or after the one that is being drawn."""
        self._waiting = self._drafts.current, wanted
        if not self._draws:
            self._next()

    def on_closed(self) -> None:
        """Nobody looks any more."""
        self._waiting = None

    def _next(self) -> None:
        if self._waiting is None:
            self._draws = False
            return
        (draft, wanted), self._waiting = self._waiting, None
        self._draws = True
        self._store_worker.run(
            partial(self._pdf, draft.description(), wanted),
            done=partial(self._draw, draft, wanted),
            failed=partial(self._fail, draft, wanted),
        )

    def _pdf(self, description: dict[str, Any], wanted: LetterWanted) -> bytes:
        given = reception_from_plain(description)
        if wanted.way is Exit.GUIDANCE:
            return self._desk.guidance_pdf(given)
        reason = wanted.reason.strip() or _UNSAID
        refusal = wanted.way is Exit.REFUSAL
        return self._desk.letter_pdf(given, decided(self._reasons, reason, refusal=refusal))

    def _draw(self, draft: DraftEntry, wanted: LetterWanted, pdf: bytes) -> None:
        if self._waiting is not None:  # it was typed over before it was drawn
            self._next()
            return
        self._file_worker.run(
            lambda: self._draw_page(pdf, wanted.page, wanted.room),
            done=partial(self._show, draft, wanted),
            failed=partial(self._fail, draft, wanted),
        )

    def _show(self, draft: DraftEntry, wanted: LetterWanted, drawn: tuple[bytes, int]) -> None:
        png, count = drawn
        page = min(wanted.page, count - 1)
        self._tell(draft, ExitLetter(wanted.way, png=png, page=page, count=count))

    def _fail(self, draft: DraftEntry, wanted: LetterWanted, error: Exception) -> None:
        self._tell(draft, ExitLetter(wanted.way, problem=words_of(error, self._language)))

    def _tell(self, draft: DraftEntry, letter: ExitLetter) -> None:
        if draft is self._drafts.current:
            self._view.show_letter(letter)
        self._next()
