"""The pages of a file, one after the other, each opened only when it is its turn."""

from pathlib import Path

import numpy as np

from devices.document_bounds import bounded, check_size
from devices.file_inspection import inspect_file
from devices.page_images import opened_pdf
from devices.page_pipeline.result import PageContent, PageSource
from devices.pictures import PagePicture, count_frames, open_page_picture, read_picture_file
from station.errors import StationError

_PDF_DPI = 300
_MOST_PDF_PIXELS = 40_000_000
"""A3 at 300 dpi has 17 million; a larger page is drawn coarser."""
_SHORTEST_SIDE = 100


class NoPageError(StationError):
    """The picture is too small to be a page."""

    code = "SCN-001"


def count_pages(file: Path) -> int:
    """Count the pages of a PDF or picture file.

    Raises:
        StationError: it cannot be used, and why.
    """
    if _is_pdf(file):
        return inspect_file(bounded(file))[1]
    return count_frames(read_picture_file(file))


def open_page(ref: PageSource) -> PagePicture:
    """Open one page; a PDF has been counted before, and with that inspected.

    Raises:
        StationError: it cannot be used, and why.
    """
    if isinstance(ref, PageContent):
        if is_pdf(ref.content):
            page = _drawn(ref.content, ref.page - 1)
        else:
            page = open_page_picture(ref.content, ref.page - 1)
    elif _is_pdf(ref.file):
        page = _drawn(bounded(ref.file), ref.page - 1)
    else:
        page = open_page_picture(read_picture_file(ref.file), ref.page - 1)
    if min(page.pixels.shape[:2]) < _SHORTEST_SIDE:
        raise NoPageError(f"{page.pixels.shape[1]} x {page.pixels.shape[0]}")
    return page


def is_pdf(content: bytes) -> bool:
    """Tell whether bytes say that they are a PDF."""
    return b"%PDF-" in content[:1024]


def _is_pdf(file: Path) -> bool:
    try:
        if not file.is_file():  # a pipe could block for ever; the picture reader names it
            return False
        with file.open("rb") as stream:
            return is_pdf(stream.read(1024))
    except OSError:
        return False


def _drawn(content: bytes, number: int) -> PagePicture:
    import pypdfium2

    from devices.document_bounds import DamagedPdfError

    check_size(content)
    try:
        with opened_pdf(content) as document:
            page = document[number]
            width, height = page.get_size()
            if not (width > 0 and height > 0):
                raise DamagedPdfError
            most = (_MOST_PDF_PIXELS / (width * height)) ** 0.5
            scale = min(_PDF_DPI / 72, most)
            pixels = page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3]
            return PagePicture(np.ascontiguousarray(pixels, dtype=np.uint8), scale * 72)
    except pypdfium2.PdfiumError:
        raise DamagedPdfError from None
