"""Files in, one PDF out, with what was found about every page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from devices.page_pipeline.defects import Region
from devices.page_pipeline.result import CleanPage, PageRef, PageSource, Wanted
from devices.page_pipeline.worker import Outcome, PageWorker, Source
from devices.whole_files import whole_file
from station.errors import StationError
from station.text import clean


class OnlyBlankPagesError(StationError):
    """No page bears anything, so that there is nothing to write."""

    code = "SCN-003"

    def __init__(self, pages: int) -> None:
        super().__init__(f"{pages} blank pages")
        self.pages = pages


class BadPageError(StationError):
    """A page cannot be used; nothing was written."""

    code = "SCN-004"

    def __init__(self, ref: PageSource, cause: StationError) -> None:
        super().__init__(f"page {ref.page}: {cause.code}")
        self.ref = ref
        self.cause = cause

    @property
    def details(self) -> dict[str, Any]:
        return {"file": Path(self.ref.name).name, "page": self.ref.page, "cause": self.cause.code}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """``reasons`` names what is wrong; ``regions`` says where, in mm from the upper left."""

    ok: bool
    reasons: tuple[str, ...]
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReport:
    """One page, as ``station scan`` tells it. A blank one is set aside: not ``kept``."""

    source: str
    page: int
    skew_degrees: float
    rotated: int
    blank: bool
    kept: bool
    quality: Quality
    bytes: int
    elapsed_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedFiles:
    """What ``station scan`` gives."""

    output: str
    bytes: int
    pages: tuple[PageReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to clean and where to: ``told`` hears of each page as it is done.

    ``facts`` go into the metadata, with the SHA-256 of what the pages came from.
    ``most_bytes``: of the PDF; None: what one part may have.
    """

    output: Path
    wanted: Wanted
    made_at: datetime
    keep_blank: bool = False
    told: Callable[[PageReport], None] = lambda _: None
    facts: Mapping[str, str] = field(default_factory=dict)
    most_bytes: int | None = None


def clean_files(files: Sequence[Path], order: Order) -> CleanedFiles:
    """Clean the pages of files, in their order, and write them as one PDF/A-2b.

    Raises:
        StationError: a file or page cannot be used, or every page is blank; the output is as it
            was before.
    """
    worker = PageWorker()
    try:
        refs = [
            PageRef(file, number + 1)
            for file in files
            for number in range(worker.count_pages(file))
        ]
        return write_clean(worker.clean(refs, order.wanted), order)
    finally:
        worker.close()


def write_clean(outcomes: Iterable[Outcome[Source]], order: Order) -> CleanedFiles:
    """Write pages as they become clean; see ``clean_files``."""
    from devices.page_pipeline.budget import LARGEST_PART
    from devices.page_pipeline.pdf import write_pdf

    reports: list[PageReport] = []
    kept: list[CleanPage] = []
    sources: dict[str, str] = {}
    for outcome in outcomes:
        if outcome.page is None:
            raise BadPageError(outcome.ref, outcome.error or StationError()) from outcome.error
        report = _report(outcome.ref, outcome.page, keep_blank=order.keep_blank)
        reports.append(report)
        order.told(report)
        if report.kept:
            kept.append(outcome.page)
            if outcome.ref.name not in sources:
                sources[outcome.ref.name] = outcome.ref.digest()
    if not kept:
        raise OnlyBlankPagesError(len(reports))
    output = order.output
    with whole_file(output) as target:
        write_pdf(
            kept,
            target,
            title=clean(output.stem),
            made_at=order.made_at,
            facts={**order.facts, "sourceSha256": ",".join(sources.values())},
            most_bytes=order.most_bytes or LARGEST_PART,
        )
    return CleanedFiles(output=str(output), bytes=output.stat().st_size, pages=tuple(reports))


def _report(ref: PageSource, page: CleanPage, *, keep_blank: bool) -> PageReport:
    return PageReport(
        source=ref.name,
        page=ref.page,
        skew_degrees=page.skew_degrees,
        rotated=page.rotated,
        blank=page.blank,
        kept=keep_blank or not page.blank,
        quality=Quality(
            ok=page.good,
            reasons=tuple(defect.kind.value for defect in page.defects),
            regions=tuple(defect.region for defect in page.defects),
        ),
        bytes=page.size,
        elapsed_ms=page.elapsed_ms,
    )
