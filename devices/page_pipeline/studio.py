"""What the window needs of pages while others are being cleaned: a process that draws them.

Pages come from scanners and from citizens; none is decoded in the program itself. One thread asks;
a page that crashes the process or hangs costs its own picture. Nothing heavy is imported here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from devices.page_pipeline.worker import PageFailedError
from devices.processes import (
    OwnProcess,
    answer_questions,
    do_native_work_alone,
    limit_memory,
    told,
)
from station.domain.scan_pages import Corners
from station.errors import StationError

if TYPE_CHECKING:
    from devices.page_pipeline.sheet_recipe import SheetRecipe
    from devices.processes import Line

_TIMEOUT_S = 60.0
_MEMORY = 2_000_000_000
"""Bytes on top of what the process has when it is ready. Not limited on Windows."""


class PageStudio:
    """The process that draws pages and writes documents of them. For one thread."""

    def __init__(self, *, timeout_s: float = _TIMEOUT_S) -> None:
        self._timeout_s = timeout_s
        self._process = OwnProcess(serve, name="page-studio")

    def thumbnail(self, content: bytes) -> bytes:
        """Draw a page as it came, small, as JPEG.

        Raises:
            StationError: it cannot be drawn, and why.
        """
        return self._ask("thumbnail", content)

    def photograph(self, content: bytes, width: int) -> tuple[bytes, Corners | None]:
        """Draw a page as it came, as JPEG of at most this width, with the corners of its sheet.

        Raises:
            StationError: it cannot be drawn, and why.
        """
        drawn: tuple[bytes, Corners | None] = self._ask("photograph", content, width)  # type: ignore[assignment]
        return drawn

    def view(self, recipe: SheetRecipe, width: int) -> bytes:
        """Draw a sheet as it will be filed, as JPEG of at most this width in pixels."""
        return self._ask("view", recipe, width)

    def document(
        self,
        recipes: Sequence[SheetRecipe],
        *,
        title: str,
        made_at: datetime,
        facts: Mapping[str, str],
    ) -> bytes:
        """Write sheets as one PDF/A-2b."""
        return self._ask("document", tuple(recipes), title, made_at, dict(facts))

    def split(self, content: bytes) -> Iterator[bytes]:
        """Give the pages of a file, each as a file of its own and as soon as it is one.

        Raises:
            StationError: it cannot be used, and why; the pages before are good.
        """
        part: bytes | None = self._ask("split", content)
        while part is not None:
            yield part
            part = self._ask("next_part")

    def start(self) -> None:
        """Begin the process, so that the first picture comes at once. Does not wait."""
        self._process.start()

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.close()

    def _ask(self, what: str, *about: object) -> bytes:
        try:
            good, answer = self._process.ask((what, about), timeout_s=self._timeout_s)
        except (OSError, EOFError):
            raise PageFailedError(what) from None
        if good:
            return answer  # type: ignore[no-any-return]
        if isinstance(answer, StationError):
            raise answer
        raise PageFailedError(str(answer))


def serve(line: Line) -> None:
    """Answer until the other side is gone. The process's own entry point."""
    do_native_work_alone()
    from devices.page_images import draw_thumbnail
    from devices.page_pipeline.page_files import is_pdf, open_page
    from devices.page_pipeline.pdf import pdf_bytes
    from devices.page_pipeline.perspective import as_photograph
    from devices.page_pipeline.result import PageContent
    from devices.page_pipeline.sheets import as_view, made
    from devices.page_pipeline.split_file import split_file

    limit_memory(_MEMORY)

    def thumbnail(content: bytes) -> bytes:
        return draw_thumbnail(content, "application/pdf" if is_pdf(content) else "image/")

    def photograph(content: bytes, width: int) -> tuple[bytes, Corners | None]:
        return as_photograph(open_page(PageContent(content)).pixels, width)

    def view(recipe: SheetRecipe, width: int) -> bytes:
        return as_view(made(recipe), width)

    def document(
        recipes: Sequence[SheetRecipe], title: str, made_at: datetime, facts: Mapping[str, str]
    ) -> bytes:
        return pdf_bytes(map(made, recipes), title=title, made_at=made_at, facts=facts)

    parts: Iterator[bytes] = iter(())

    def split(content: bytes) -> bytes | None:
        nonlocal parts
        parts = split_file(content)
        return next_part()

    def next_part() -> bytes | None:
        return next(parts, None)

    acts: dict[str, Callable[..., object]] = {
        "thumbnail": thumbnail,
        "photograph": photograph,
        "view": view,
        "document": document,
        "split": split,
        "next_part": next_part,
    }
    answer_questions(line, lambda what, about: acts[what](*about), told)
