"""From a scanner to a PDF: every page is on the disk before the next is asked for.

What has come stays in a folder beside the output until the PDF is whole. After a jam or a power
cut the same command goes on behind the last whole page.
"""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from devices.page_pipeline.clean_files import Order, PageReport, write_clean
from devices.page_pipeline.result import CleanPage, PageRef
from devices.page_pipeline.worker import Outcome, PageWorker
from station.errors import StationError
from station.ports.documents import CannotUseFileError
from station.ports.scanners import NoPagesError, Scanner, ScannerError, ScanRequest

_PAGE = re.compile(r"\d{5}")


class UnfinishedScanError(StationError):
    """Pages of an earlier run are still waiting for the rest of their pile."""

    code = "SCN-005"

    def __init__(self, pages: int) -> None:
        super().__init__(f"{pages} pages")
        self.pages = pages

    @property
    def details(self) -> dict[str, Any]:
        return {"pages": self.pages}


class ScanStoppedError(StationError):
    """The scanner stopped part way; what has come is kept, and the next run goes on behind it."""

    code = "SCN-006"
    unavailable = True
    retryable = True

    def __init__(self, cause: ScannerError, pages: int) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.pages = pages

    @property
    def details(self) -> dict[str, Any]:
        return {
            "scanner": self.cause.scanner,
            "cause": self.cause.code,
            "pages": self.pages,
            "next_page": self.pages + 1,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquired:
    """What ``station scan acquire`` gives. ``set_aside``: the PDF of the blank pages, if any.

    ``side_missing``: both sides were wanted, but an odd number of them came.
    """

    device: str
    simulated: bool
    output: str
    bytes: int
    pages: tuple[PageReport, ...]
    set_aside: str | None
    side_missing: bool


def acquire(scanner: Scanner, request: ScanRequest, order: Order, *, resume: bool) -> Acquired:
    """Scan until the feeder is empty, clean the pages while they come, and write the PDF.

    Args:
        resume: go on behind the pages that an earlier run left.

    Raises:
        UnfinishedScanError: such pages are there, and ``resume`` was not asked for.
        ScanStoppedError: the scanner stopped; its pages are kept for ``resume``.
        ScannerError: it stopped before the first page.
        StationError: nothing could be written, also because every page is blank; the pages are
            kept.
    """
    folder = order.output.with_name(order.output.name + ".pages")
    earlier = _pages_in(folder)
    if earlier and not resume:
        raise UnfinishedScanError(len(earlier))
    worker = PageWorker()
    try:
        blank: list[CleanPage] = []
        refs = _refs(scanner, request, folder, earlier)
        cleaned = write_clean(_noting(worker.clean(refs, order.wanted), blank), order)
    finally:
        worker.close()
    aside = _set_aside(blank, order) if blank and not order.keep_blank else None
    shutil.rmtree(folder)
    return Acquired(
        device=scanner.name,
        simulated=scanner.simulated,
        output=cleaned.output,
        bytes=cleaned.bytes,
        pages=tuple(
            replace(report, source=scanner.name, page=number + 1)
            for number, report in enumerate(cleaned.pages)
        ),
        set_aside=aside,
        side_missing=request.duplex and len(cleaned.pages) % 2 == 1,
    )


def _pages_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(file for file in folder.iterdir() if _PAGE.fullmatch(file.name))


def _refs(
    scanner: Scanner, request: ScanRequest, folder: Path, earlier: list[Path]
) -> Iterator[PageRef]:
    for file in earlier:
        yield PageRef(file, 1)
    count = len(earlier)
    try:
        for content in scanner.scan(request):
            count += 1
            file = folder / f"{count:05}"
            _keep(content, file)
            yield PageRef(file, 1)
    except NoPagesError:
        if not count:
            raise
    except ScannerError as error:
        if not count:
            raise
        raise ScanStoppedError(error, count) from error


def _keep(content: bytes, file: Path) -> None:
    """Put a page on the disk: whole and durable, or not at all."""
    part = file.with_suffix(".part")
    try:
        file.parent.mkdir(mode=0o700, exist_ok=True)
        with part.open("wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        part.replace(file)
    except OSError as error:
        raise CannotUseFileError(error.strerror or type(error).__name__) from error


def _noting(
    outcomes: Iterator[Outcome[PageRef]], blank: list[CleanPage]
) -> Iterator[Outcome[PageRef]]:
    for outcome in outcomes:
        if outcome.page is not None and outcome.page.blank:
            blank.append(outcome.page)
        yield outcome


def _set_aside(pages: list[CleanPage], order: Order) -> str:
    """Keep blank pages too, for this is all that there is of them."""
    output = order.output.with_stem(f"{order.output.stem}.blank")
    ref = PageRef(output, 1)
    kept = replace(order, output=output, keep_blank=True, told=lambda _: None)
    write_clean((Outcome(ref, page, None) for page in pages), kept)
    return str(output)
