"""From a scanner to a PDF: every page is on the disk before the next is asked for.

What has come lies on a shelf until the PDF is whole: encrypted, like the pages of the scan desk.
After a jam or a power cut the same command goes on behind the last whole page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from devices.page_pipeline.clean_files import BadPageError, Order, PageReport, write_clean
from devices.page_pipeline.result import CleanPage, PageContent
from devices.page_pipeline.worker import Outcome, PageWorker
from station.errors import StationError
from station.ports.scanners import (
    NoPagesError,
    Scanner,
    ScannerError,
    ScannerFaultError,
    ScanRequest,
)


class UnfinishedScanError(StationError):
    """Pages of an earlier run are still waiting for the rest of their pile."""

    code = "SCN-005"

    def __init__(self, pages: int) -> None:
        super().__init__(f"{pages} pages")
        self.pages = pages


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


class PageShelf(Protocol):
    """Where the pages of one run wait until their PDF is whole."""

    def earlier(self) -> Sequence[str]:
        """Name the pages that a run left, in the order in which they came."""
        ...

    def read(self, name: str) -> bytes:
        """Give a page as it came."""
        ...

    def keep(self, content: bytes) -> None:
        """Put a page away; it is on the disk, encrypted, when this returns.

        Raises:
            StationError: there is no room; nothing was kept.
        """
        ...

    def keep_first(self, count: int) -> None:
        """Forget the pages behind the first ones: their paper is fed once more."""
        ...

    def clear(self) -> None:
        """Forget the pages: what was made of them is on the disk."""
        ...


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


def acquire(
    scanner: Scanner, request: ScanRequest, order: Order, shelf: PageShelf, *, resume: bool
) -> Acquired:
    """Scan until the feeder is empty, clean the pages while they come, and write the PDF.

    Args:
        resume: go on behind the pages that an earlier run left.

    Raises:
        UnfinishedScanError: such pages are there, and ``resume`` was not asked for.
        ScanStoppedError: the scanner stopped, or gave what is no page; the pages before are kept
            for ``resume``.
        ScannerError: it stopped before the first page.
        StationError: nothing could be written, also because every page is blank; the pages are
            kept.
    """
    earlier = shelf.earlier()
    if earlier and not resume:
        raise UnfinishedScanError(len(earlier))
    worker = PageWorker()
    try:
        blank: list[CleanPage] = []
        pages = _pages(scanner, request, shelf, earlier)
        cleaned = write_clean(_noting(worker.clean(pages, order.wanted), blank), order)
    except BadPageError as bad:  # kept, it would refuse each run that goes on
        count = int(bad.ref.name) - 1
        shelf.keep_first(count)
        fault = ScannerFaultError(scanner.name, pages=count, cause=bad.cause.code)
        raise ScanStoppedError(fault, count) if count else fault from bad
    finally:
        worker.close()
    aside = _set_aside(blank, order) if blank and not order.keep_blank else None
    shelf.clear()
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


def _pages(
    scanner: Scanner, request: ScanRequest, shelf: PageShelf, earlier: Sequence[str]
) -> Iterator[PageContent]:
    for number, name in enumerate(earlier, start=1):
        yield PageContent(shelf.read(name), name=f"{number:05}")
    count = len(earlier)
    try:
        for content in scanner.scan(request):
            shelf.keep(content)
            count += 1
            yield PageContent(content, name=f"{count:05}")
    except NoPagesError:
        if not count:
            raise
    except ScannerError as error:
        if not count:
            raise
        raise ScanStoppedError(error, count) from error


def _noting(
    outcomes: Iterator[Outcome[PageContent]], blank: list[CleanPage]
) -> Iterator[Outcome[PageContent]]:
    for outcome in outcomes:
        if outcome.page is not None and outcome.page.blank:
            blank.append(outcome.page)
        yield outcome


def _set_aside(pages: list[CleanPage], order: Order) -> str:
    """Keep blank pages too, for this is all that there is of them."""
    output = order.output.with_stem(f"{order.output.stem}.blank")
    ref = PageContent(b"", name=str(output))
    kept = replace(order, output=output, keep_blank=True, told=lambda _: None)
    write_clean((Outcome(ref, page, None) for page in pages), kept)
    return str(output)
