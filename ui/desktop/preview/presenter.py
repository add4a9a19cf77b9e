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
    Drawn,
    LetterSource,
    PaperSource,
    SlipDesk,
    SlipSource,
    papers_of,
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
        self._source: PaperSource | None = None
        self._pdf: bytes | None = None
        self._forms: tuple[PaperChoice, ...] = ()
        self._form = ""
        self._asked: tuple[str, str] | None = None  # code and form that are being read

    def open(self, code: str) -> None:
        """Show the slip of a dossier as the next print would be."""
        self._open(code, "")

    def left(self) -> dict[str, Any]:
        """Give which paper of which dossier is seen; nothing where it belongs to none."""
        if self._asked is not None:
            code, form = self._asked
        elif self._source is not None and self._forms:
            code, form = self._source.code, self._form
        else:
            return {}
        return {"code": code, "form": form, "paper": self._paper.value}

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Show the paper that was seen, on the sheet that was chosen."""
        with suppress(ValueError):  # a sheet of another version
            self._paper = SlipPaper(str(left.get("paper")))
        self._open(str(left.get("code", "")), str(left.get("form", "")))

    def on_form_chosen(self, form: str) -> None:
        """Turn to another paper of the same dossier."""
        if self._source is not None and self._forms:
            self._open(self._source.code, form)

    def _open(self, code: str, form: str) -> None:
        """Show a paper of a dossier; without one the slip, or the first that there is."""
        self._asked = (code, form)
        self._view.show_busy(True)

        def offered(forms: tuple[PaperChoice, ...]) -> None:
            wanted = form or forms[0].key
            source: PaperSource = (
                SlipSource(self._desk, code, self._paper, self._language)
                if wanted == FORM
                else LetterSource(self._desk, code, wanted, self._language)
            )
            self._begin(source, forms, wanted)

        self._store_worker.run(
            lambda: papers_of(self._desk.dossier(code), self._language),
            done=offered,
            failed=self._fail,
        )

    def show(self, source: PaperSource) -> None:
        """Show any paper as the next print would be."""
        self._begin(source, (), "")

    def _begin(self, source: PaperSource, forms: tuple[PaperChoice, ...], form: str) -> None:
        self._source, self._forms, self._form = source, forms, form
        self._asked = None
        self._pdf = None
        self._view.show_busy(True)
        self._draw(source)

    def on_paper_chosen(self, key: str) -> None:
        self._paper = SlipPaper(key)
        if isinstance(self._source, SlipSource):
            self._open(self._source.code, FORM)

    def on_print(self, reason: str = "") -> None:
        """Print the paper that is seen; where it came out before, for this reason."""
        source = self._source
        if source is None or self._pdf is None:
            return
        self._view.show_busy(True)
        self._printer_worker.run(
            partial(source.put, reason),
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
                partial(self._draw_pages, paper.pdf),
                done=partial(self._show, source, paper),
                failed=self._fail,
            )

        self._store_worker.run(source.draw, done=drawn, failed=self._fail)

    def _show(self, source: PaperSource, paper: Drawn, pages: Sequence[bytes]) -> None:
        if source is not self._source:
            return  # the officer has gone on to another one
        self._pdf = paper.pdf
        printers = self._printers()
        self._view.show_busy(False)
        self._view.show_preview(
            Preview(
                title=source.title,
                code=source.code,
                pages=tuple(pages),
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
        if source is self._source:
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
