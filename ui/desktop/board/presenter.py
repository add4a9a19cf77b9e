"""Shows how the day runs, and prints it."""

from collections.abc import Callable
from typing import Protocol

from station.words import Language
from ui.desks.board import Board
from ui.desktop.board import words as w
from ui.desktop.board.lines import board_sheet
from ui.desktop.board.view_model import BoardSheet, BoardView
from ui.desktop.preview.sources import Drawn, FixedSource, PaperSource
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks


class BoardSource(Protocol):
    """What the page needs of the desk. Every call waits for the disk or the printer."""

    def board(self) -> Board: ...

    def print_board(self, pdf: bytes, title: str) -> str: ...


class BoardPresenter:
    """The board of one officer."""

    def __init__(
        self,
        view: BoardView,
        *,
        source: BoardSource,
        preview: Callable[[PaperSource], object],
        store_worker: Tasks,
        training: bool,
        language: Language,
    ) -> None:
        """
        Args:
            preview: shows a paper.
            training: what is printed says that nothing of it is real.
        """
        self._view, self._source, self._preview = view, source, preview
        self._store_worker, self._training = store_worker, training
        self._language: Language = language
        self._board: Board | None = None
        self._reading = self._unread = False

    def refresh(self) -> None:
        """Read the board anew, unless that is under way."""
        if not self._reading:
            self._reading = True
            self._store_worker.run(self._source.board, done=self._take, failed=self._fail)

    def on_print(self, pdf: bytes) -> None:
        """Show the board as it prints; the page has drawn it."""
        if self._board is None:
            return
        day = self._board.at.date()
        title = f"{w.FILE}-{day}"
        self._preview(
            FixedSource(
                title=self._sheet(self._board).title,
                code=title,
                draws=lambda: Drawn(pdf),
                puts=lambda _: self._source.print_board(pdf, title),
            )
        )

    def show(self, board: Board) -> None:
        """Show a board that was read just now."""
        self._board = board
        self._view.show_board(self._sheet(board))

    def _take(self, board: Board) -> None:
        self._reading = False
        if self._unread:  # what stood in the way of an act stays: it was not read yet
            self._view.show_problem("")
        self._unread = False
        self.show(board)

    def _sheet(self, board: Board) -> BoardSheet:
        return board_sheet(board, self._language, training=self._training)

    def _fail(self, error: Exception) -> None:
        self._reading, self._unread = False, True
        self._view.show_problem(words_of(error, self._language))
