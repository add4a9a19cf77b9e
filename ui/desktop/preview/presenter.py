"""The slip before it is printed: the pages of the very PDF that the printer gets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from station.domain.dossier import Dossier
from station.forms.appointment_slip import FORM, earlier_prints
from station.ports.documents import CannotUseFileError
from station.ports.papers import SlipPaper
from station.usecases.print_papers import Printed
from station.words import Language
from ui.desktop.preview.view_model import PaperChoice, Preview, PreviewView, PrinterChoice
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks

_PAPERS: Final[dict[SlipPaper, dict[Language, str]]] = {
    SlipPaper.A5: {"vi": "A5", "en": "A5"},
    SlipPaper.A4_TWO_UP: {"vi": "A4, hai liên", "en": "A4, two copies"},
    SlipPaper.A4: {"vi": "A4", "en": "A4"},
}
_TITLE: Final[dict[Language, str]] = {
    "vi": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    "en": "Receipt of the dossier and appointment for its result",
}
_PRINTED: Final[dict[Language, str]] = {
    "vi": "Đã in ra {printer}.",
    "en": "Printed on {printer}.",
}
_SAVED: Final[dict[Language, str]] = {
    "vi": "Đã lưu {file}.",
    "en": "Saved as {file}.",
}


class PreviewDesk(Protocol):
    """What the page needs of the desk. Every call waits for the disk or the printer."""

    def dossier(self, code: str) -> Dossier: ...

    def next_slip_pdf(self, code: str, paper: SlipPaper) -> bytes: ...

    def print_again(self, code: str, *, form: str, paper: str) -> Sequence[Printed]: ...


@dataclass(frozen=True, slots=True)
class _Slip:
    code: str
    paper: SlipPaper
    pdf: bytes
    times_printed: int


class PreviewPresenter:
    """The preview page of one officer."""

    def __init__(
        self,
        view: PreviewView,
        *,
        desk: PreviewDesk,
        draw_pages: Callable[[bytes], Sequence[bytes]],
        printers: Callable[[], tuple[PrinterChoice, ...]],
        paper: SlipPaper,
        store_worker: Tasks,
        file_worker: Tasks,
        printer_worker: Tasks,
        printed: Callable[[], object],
        language: Language,
    ) -> None:
        """
        Args:
            draw_pages: gives each page of a PDF as PNG.
            printers: the printers for this paper as they were when last asked; the first is used.
            paper: what this station prints slips on.
            printed: called after each attempt to print.
        """
        self._view = view
        self._desk = desk
        self._draw_pages = draw_pages
        self._printers = printers
        self._paper = paper
        self._store_worker = store_worker
        self._file_worker = file_worker
        self._printer_worker = printer_worker
        self._tell_printed = printed
        self._language: Language = language
        self._code: str | None = None
        self._slip: _Slip | None = None

    def open(self, code: str) -> None:
        """Show the slip of a dossier as the next print would be."""
        self._code = code
        self._slip = None
        self._view.show_busy(True)
        self._draw()

    def on_paper_chosen(self, key: str) -> None:
        self._paper = SlipPaper(key)
        if self._code is not None:
            self.open(self._code)

    def on_print(self) -> None:
        """Print the slip that is seen."""
        slip = self._slip
        if slip is None:
            return
        self._view.show_busy(True)
        self._printer_worker.run(
            partial(self._desk.print_again, slip.code, form=FORM, paper=slip.paper.value),
            done=partial(self._take_printed, slip),
            failed=self._fail,
        )

    def on_save(self, path: str) -> None:
        """Write the PDF that is seen to a file."""
        if self._slip is None:
            return
        file = Path(path)
        words = _SAVED[self._language].format(file=file.name)
        self._file_worker.run(
            partial(_write, file, self._slip.pdf),
            done=lambda _: self._view.show_outcome(words, good=True),
            failed=self._fail,
        )

    def _draw(self) -> None:
        code, paper = self._code, self._paper
        if code is None:
            return
        self._store_worker.run(
            lambda: self._make(code, paper), done=self._take_slip, failed=self._fail
        )

    def _make(self, code: str, paper: SlipPaper) -> _Slip:
        dossier = self._desk.dossier(code)
        return _Slip(
            code=code,
            paper=paper,
            pdf=self._desk.next_slip_pdf(code, paper),
            times_printed=earlier_prints(dossier, paper.value),
        )

    def _take_slip(self, slip: _Slip) -> None:
        self._file_worker.run(
            partial(self._draw_pages, slip.pdf),
            done=partial(self._show, slip),
            failed=self._fail,
        )

    def _show(self, slip: _Slip, pages: Sequence[bytes]) -> None:
        if (slip.code, slip.paper) != (self._code, self._paper):
            return  # the officer has gone on to another one
        self._slip = slip
        printers = self._printers()
        self._view.show_busy(False)
        self._view.show_preview(
            Preview(
                title=_TITLE[self._language],
                code=slip.code,
                pages=tuple(pages),
                printers=printers,
                printer=printers[0].name if printers else "",
                papers=tuple(
                    PaperChoice(paper.value, words[self._language])
                    for paper, words in _PAPERS.items()
                ),
                paper=slip.paper.value,
                times_printed=slip.times_printed,
            )
        )

    def _take_printed(self, slip: _Slip, papers: Sequence[Printed]) -> None:
        self._tell_printed()
        failure = next((paper.error for paper in papers if paper.error is not None), None)
        if failure is not None:
            self._fail(failure)
            return
        printer = next((paper.printer for paper in papers if paper.job.form == FORM), None)
        words = _PRINTED[self._language].format(printer=printer or "–")
        self._view.show_outcome(words, good=True)
        if slip.code == self._code:
            self._draw()  # the next one would be marked as a reprint

    def _fail(self, error: Exception) -> None:
        self._view.show_busy(False)
        self._view.show_outcome(words_of(error, self._language), good=False)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise CannotUseFileError(error.strerror or "unwritable") from error
