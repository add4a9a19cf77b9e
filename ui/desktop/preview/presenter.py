"""A paper before it is printed: the pages of the very PDF that the printer gets."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

from station.forms.appointment_slip import FORM
from station.ports.documents import CannotUseFileError
from station.ports.papers import SlipPaper
from station.words import Language
from ui.desktop.preview.sources import (
    DossierPapers,
    Drawn,
    FileSource,
    PaperSet,
    PaperSource,
    Seen,
    SlipDesk,
    SlipSource,
)
from ui.desktop.preview.view_model import PaperChoice, Preview, PreviewView, PrinterChoice
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks

_PRINTED: Final[dict[Language, str]] = {
    "vi": "Đã in ra {printer}.",
    "en": "Printed on {printer}.",
}
_SAVED: Final[dict[Language, str]] = {
    "vi": "Đã lưu {file}.",
    "en": "Saved as {file}.",
}


class PreviewPresenter:
    """The preview page of one officer."""

    def __init__(
        self,
        view: PreviewView,
        *,
        desk: SlipDesk,
        files: Callable[[str], PaperSet],
        draw_pages: Callable[[bytes], Sequence[bytes]],
        see_file: Callable[[bytes, int], Seen],
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
            files: gives the files of a dossier, by its code.
            draw_pages: gives each page of one of our own papers as PNG.
            see_file: opens what somebody brought, bounded, in a process of its own, and draws some
                pages from one on.
            printers: the printers for this paper as they were when last asked; the first is used.
            paper: what this station prints slips on.
            printed: called after each attempt to print.
        """
        self._view = view
        self._desk, self._files = desk, files
        self._draw_pages, self._see_file = draw_pages, see_file
        self._printers = printers
        self._paper = paper
        self._store_worker = store_worker
        self._file_worker = file_worker
        self._printer_worker = printer_worker
        self._tell_printed = printed
        self._language: Language = language
        self._source: PaperSource | None = None
        self._pdf: bytes | None = None
        self._set: PaperSet | None = None
        self._forms: tuple[PaperChoice, ...] = ()
        self._form = ""
        self._asked: tuple[PaperSet, str] | None = None  # the set and the form that are being read

    def open(self, code: str) -> None:
        """Show the slip of a dossier as the next print would be."""
        self._open(self._papers(code), "")

    def open_file(self, code: str, file: str) -> None:
        """Show a file of a dossier; the officer turns from it to the others."""
        self._open(self._files(code), file)

    def left(self) -> dict[str, Any]:
        """Give which paper of which dossier is seen; nothing where it belongs to none."""
        if self._asked is not None:
            papers, form = self._asked
        elif self._set is not None:
            papers, form = self._set, self._form
        else:
            return {}
        return {
            "code": papers.code,
            "form": form,
            "of": papers.kind,
            "paper": self._paper.value,
        }

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Show the paper that was seen, on the sheet that was chosen."""
        with suppress(ValueError):  # a sheet of another version
            self._paper = SlipPaper(str(left.get("paper")))
        code, form = str(left.get("code", "")), str(left.get("form", ""))
        files = self._files(code)
        self._open(files if left.get("of") == files.kind else self._papers(code), form)

    def on_form_chosen(self, form: str) -> None:
        """Turn to another paper of the same dossier."""
        if self._set is not None:
            self._open(self._set, form)

    def _papers(self, code: str) -> PaperSet:
        return DossierPapers(self._desk, code, self._language)

    def _open(self, papers: PaperSet, form: str) -> None:
        """Show one of these papers; where there is none such, the first."""
        self._asked = (papers, form)
        self._view.show_busy(True)

        def offered(forms: tuple[PaperChoice, ...]) -> None:
            if not forms:  # a correction took the last file away
                self._open(self._papers(papers.code), "")
                return
            wanted = form if any(one.key == form for one in forms) else forms[0].key
            self._begin(papers.source(wanted, self._paper), papers, forms, wanted)

        self._store_worker.run(papers.offered, done=offered, failed=self._fail)

    def show(self, source: PaperSource) -> None:
        """Show any paper as the next print would be."""
        self._begin(source, None, (), "")

    def _begin(
        self,
        source: PaperSource,
        papers: PaperSet | None,
        forms: tuple[PaperChoice, ...],
        form: str,
    ) -> None:
        self._source, self._set, self._forms, self._form = source, papers, forms, form
        self._asked = None
        self._pdf = None
        self._view.show_busy(True)
        self._draw(source)

    def on_paper_chosen(self, key: str) -> None:
        self._paper = SlipPaper(key)
        if isinstance(self._source, SlipSource) and self._set is not None:
            self._open(self._set, FORM)

    def on_pages_wanted(self, first: int) -> None:
        """Draw further pages of a file, from this one on."""
        source, pdf = self._source, self._pdf
        if source is not None and pdf is not None:
            self._file_worker.run(
                partial(self._see_file, pdf, first),
                done=partial(self._show, source, Drawn(pdf, from_outside=True)),
                failed=self._fail,
            )

    def on_print(self, reason: str = "") -> None:
        """Print the paper that is seen; where it came out before, for this reason."""
        source, seen = self._source, self._pdf
        if source is None or seen is None:
            return
        self._view.show_busy(True)
        self._printer_worker.run(
            partial(source.put, reason, seen),
            done=partial(self._take_printed, source),
            failed=self._fail_to_print,
        )

    def on_save(self, path: str) -> None:
        """Write the PDF that is seen to a file."""
        if self._pdf is None:
            return
        file = Path(path)
        words = _SAVED[self._language].format(file=file.name)
        self._file_worker.run(
            partial(_write, file, self._pdf),
            done=lambda _: self._view.show_outcome(words, good=True),
            failed=self._fail,
        )

    def _draw(self, source: PaperSource) -> None:
        def drawn(paper: Drawn) -> None:
            self._file_worker.run(
                partial(self._see, paper),
                done=partial(self._show, source, paper),
                failed=self._fail,
            )

        self._store_worker.run(source.draw, done=drawn, failed=self._fail)

    def _see(self, paper: Drawn) -> Seen:
        if paper.from_outside:
            return self._see_file(paper.pdf, 0)
        pages = tuple(self._draw_pages(paper.pdf))
        return Seen(paper.pdf, pages, count=len(pages))

    def _show(self, source: PaperSource, paper: Drawn, seen: Seen) -> None:
        if source is not self._source:
            return  # the officer has gone on to another one
        self._pdf = seen.pdf
        printers = self._printers()
        self._view.show_busy(False)
        self._view.show_preview(
            Preview(
                title=source.title,
                code=source.code,
                pages=seen.pages,
                count=seen.count,
                first=seen.first,
                is_file=paper.from_outside,
                printers=printers,
                printer=printers[0].name if printers else "",
                papers=source.sheets,
                paper=source.sheet,
                forms=self._forms,
                form=self._form,
                times_printed=paper.times_printed,
            )
        )

    def _take_printed(self, source: PaperSource, printer: str) -> None:
        self._tell_printed()
        self._view.show_outcome(_PRINTED[self._language].format(printer=printer), good=True)
        if source is not self._source:
            return  # another one is seen, or on its way
        if isinstance(source, FileSource):
            self._view.show_busy(False)  # nobody counts them: it is what it was
        else:
            self._draw(source)  # the next one would be marked as a reprint

    def _fail_to_print(self, error: Exception) -> None:
        self._tell_printed()
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        self._asked = None
        self._view.show_busy(False)
        self._view.show_outcome(words_of(error, self._language), good=False)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise CannotUseFileError(error.strerror or "unwritable") from error
