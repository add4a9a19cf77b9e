"""Which of the papers that were asked for came, and each in what form."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.desktop.dossier.brought_paper import BroughtPaper
from ui.desktop.dossier.view_model import AttachedPaper, PaperGiven, PaperRow, ScannedPaper
from ui.desktop.kit.check import Check
from ui.desktop.kit.layout import column, holding
from ui.desktop.kit.scrolling import scrolling
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.typed_notes import Typed

_TALLEST = 320


class BroughtRows(QWidget):
    """A tick for each paper; one that came has its counts and files below it."""

    resized = Signal()
    files_wanted = Signal(int, str)
    """The row of the checklist, and the name of its paper."""

    def __init__(self, rows: tuple[PaperRow, ...]) -> None:
        super().__init__()
        self._checks: dict[int, Check] = {}
        self._papers: dict[int, BroughtPaper] = {}
        self._names = {paper.index: paper.name for paper in rows}
        self._known: Typed = {}
        self._inside = column(gap=4)
        for paper in rows:
            self._add(paper)
        self._scroll = scrolling(holding(self._inside))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        self._known = self._all_notes()
        self._fit()

    def stops(self) -> list[QWidget]:
        """Give where Tab stops, from the top down; one that is not seen is passed over."""
        return [stop for _, stops in self._stops() for stop in stops]

    def chosen(self) -> tuple[int, ...]:
        """Give the rows that are ticked."""
        return tuple(index for index, check in self._checks.items() if check.isChecked())

    def given(self) -> dict[int, PaperGiven]:
        """Give what came of the ticked rows."""
        return {index: self._papers[index].given() for index in self.chosen()}

    def is_opening(self) -> bool:
        """Tell whether a file is being looked at."""
        return any(paper.is_opening for paper in self._papers.values())

    def ask_files(self) -> None:
        """Ask for files of the row that has the keys, or of the first that is ticked."""
        focus = QApplication.focusWidget()
        at = next((n for n, stops in self._stops() if focus in stops), None)
        ticked = self.chosen()
        if at not in ticked:
            at = ticked[0] if ticked else None
        if at is not None:
            self.files_wanted.emit(at, self._names[at])

    def await_files(self, index: int, count: int) -> None:
        """So many files of a row are being opened."""
        if index in self._papers:
            self._papers[index].await_files(count)

    def add_file(self, index: int, file: AttachedPaper | None) -> None:
        """One of those was found good and kept; None: it was not."""
        if index in self._papers:
            self._papers[index].add_file(file)

    def show_scanned(self, scanned: ScannedPaper) -> None:
        """Take what the scan desk made for a paper; where there is any, it came."""
        if scanned.index in self._papers:
            self._papers[scanned.index].show_scanned(scanned)
            if scanned.files:
                self._checks[scanned.index].setChecked(True)

    def changes(self) -> Typed:
        """Give what differs from what is known of papers that nobody has looked at."""
        return {k: v for k, v in self._all_notes().items() if self._known.get(k) != v}

    def take_up(self, typed: Typed) -> None:
        """Enter what was noted."""
        for paper in self._papers.values():
            paper.take_up(typed)

    def _stops(self) -> Iterator[tuple[int, Sequence[QWidget]]]:
        for index, check in self._checks.items():
            yield index, (check, *self._papers[index].stops())

    def _all_notes(self) -> Typed:
        notes: Typed = {}
        for paper in self._papers.values():
            notes |= paper.notes()
        return notes

    def _add(self, row: PaperRow) -> None:
        check = Check(f"{row.index}. {row.name}" if row.index else row.name)
        check.setObjectName(f"paper {row.index}")
        check.setChecked(row.chosen)
        paper = BroughtPaper(row.index, row.name)
        if not row.chosen:  # shown before it is in the panel, it would be a window of its own
            paper.hide()
        check.toggled.connect(paper.setVisible)
        check.toggled.connect(lambda _: self._fit())
        paper.resized.connect(self._fit)
        paper.files_wanted.connect(lambda: self.files_wanted.emit(row.index, row.name))
        self._checks[row.index], self._papers[row.index] = check, paper
        self._inside.addWidget(check)
        self._inside.addWidget(paper)

    def _fit(self) -> None:
        height = self._inside.sizeHint().height()
        self._scroll.setFixedHeight(max(FIELD_HEIGHT, min(_TALLEST, height)))
        self.resized.emit()
