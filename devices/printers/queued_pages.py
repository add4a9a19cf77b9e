"""Pages as pictures for a print queue that takes no PDF: where each one stands, how dense it is.

Free of any system: what takes the pictures is a ``PictureJob``. A page goes at its own size, never
fitted, else an A5 form grows; its picture covers the sheet, and what the printer cannot reach at
the edges falls away.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Protocol

_MOST_DPI = 400
"""An A4 page has 15 MB then. Printers of 600 and 1,200 dots an inch get half and a third of that:
whole fractions, so that no line of a form is thicker than its neighbour."""
_POINTS = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWanted:
    """What a job goes on.

    Attributes:
        width_mm, height_mm: of the sheet as it is fed, upright.
        landscape: its pages lie across.
    """

    width_mm: int
    height_mm: int
    landscape: bool
    two_sided: bool


class PictureJob(Protocol):
    """A job that is given page by page, in pixels of the printer from the sheet's own corner."""

    dpi: tuple[int, int]
    """Of the printer, across and down."""

    def begin(self, title: str) -> int:
        """Open the job and give its number; OSError: there is none."""
        ...

    def page(self, gray: bytes, size: tuple[int, int], covers: tuple[int, int]) -> None:
        """Put one picture onto one page.

        Args:
            gray: rows from the top, a byte for each pixel.
            size: of the picture in its own pixels.
            covers: so many of the printer's.
        """
        ...

    def empty_page(self) -> None:
        """Leave a side free."""
        ...

    def end(self) -> None:
        """Let the queue have the job."""
        ...

    def abort(self) -> None:
        """Take the job back, whatever was given of it."""
        ...


def sheet_of(pdf: bytes, *, two_sided: bool) -> SheetWanted:
    """Give what a document goes on, by its first page."""
    from devices.page_images import opened_pdf

    with opened_pdf(pdf) as document:
        across, down = (round(points * 25.4 / _POINTS) for points in document[0].get_size())
    return SheetWanted(
        width_mm=min(across, down),
        height_mm=max(across, down),
        landscape=across > down,
        two_sided=two_sided,
    )


def print_pictures(pdf: bytes, job: PictureJob, *, title: str, copies: int, two_sided: bool) -> int:
    """Give a document to a queue, and the number of its job.

    Copies are pages of the same job: not every driver makes copies.

    Raises:
        OSError: the queue took none, or not all; nothing of it is left there.
    """
    number = job.begin(title)
    try:
        for copy in range(copies):
            count = 0
            for gray, size, covers in _pictures(pdf, job.dpi):
                job.page(gray, size, covers)
                count += 1
            if two_sided and count % 2 and copy < copies - 1:
                job.empty_page()  # else the next copy would begin on the back of this one
        job.end()
    except BaseException:
        job.abort()
        raise
    return number


def _pictures(
    pdf: bytes, dpi: tuple[int, int]
) -> Iterator[tuple[bytes, tuple[int, int], tuple[int, int]]]:
    from devices.page_images import opened_pdf

    dense = dpi[0] // ceil(dpi[0] / _MOST_DPI)
    with opened_pdf(pdf) as document:
        for page in document:
            width, height = page.get_size()
            picture = page.render(scale=dense / _POINTS, grayscale=True).to_pil().convert("L")
            covers = round(width / _POINTS * dpi[0]), round(height / _POINTS * dpi[1])
            yield picture.tobytes(), picture.size, covers
