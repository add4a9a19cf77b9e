"""Files from outside as an officer looks at them and prints them: pages of paper, and pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from devices.document_bounds import DamagedPdfError, TooLargeFileError
from devices.page_images import opened_pdf
from devices.pictures import count_frames, open_page_picture

if TYPE_CHECKING:
    from PIL import Image

AT_ONCE = 4
"""Pages that are drawn of a file at a time: the officer sees the first ones soon."""
MOST_SHEETS = 200
"""Pages of one picture file. A fax that had more would no longer fit into memory."""
_DPI = 200
_A4 = (1654, 2339)
"""Pixels at 200 dpi: what a camera of a telephone saw of a sheet stays sharp."""
_MARGIN = 60
_SCALE = 2.0
"""144 dpi, as for our own papers."""
_MOST_PIXELS = 4_000_000
"""A4 at 144 dpi has 2 million. A page of any size is drawn with no more than twice that."""


def picture_as_pdf(content: bytes) -> bytes:
    """Put each page of a picture that ``inspect_file`` has accepted on a sheet of A4.

    A wide one lies across. None is enlarged beyond the sheet, and none is cut.

    Raises:
        StationError: a page of it cannot be opened.
    """
    count = count_frames(content)
    if count > MOST_SHEETS:
        raise TooLargeFileError
    pdf = io.BytesIO()
    for number, sheet in enumerate(_sheets(content, count)):
        sheet.save(pdf, "PDF", resolution=_DPI, quality=85, append=number > 0)
    return pdf.getvalue()


def draw_brought_pages(pdf: bytes, first: int = 0) -> tuple[int, Sequence[bytes]]:
    """Say how many pages a PDF has, and draw some of them as PNG, from this one on.

    Raises:
        DamagedPdfError: a page of it cannot be drawn.
    """
    import pypdfium2

    drawn = []
    try:
        with opened_pdf(pdf) as document:
            count = len(document)
            for number in range(first, min(count, first + AT_ONCE)):
                page = document[number]
                width, height = page.get_size()
                if not (width > 0 and height > 0):
                    raise DamagedPdfError
                scale = min(_SCALE, (_MOST_PIXELS / (width * height)) ** 0.5)
                drawn.append(_png(page.render(scale=scale).to_pil()))
    except pypdfium2.PdfiumError:
        raise DamagedPdfError from None
    return count, drawn


def _sheets(content: bytes, count: int) -> Iterator[Image.Image]:
    """Give one sheet after the other: a fax of many pages is never whole in memory."""
    from PIL import Image

    for frame in range(count):
        picture = Image.fromarray(open_page_picture(content, frame).pixels)
        wide = picture.width > picture.height
        size = (_A4[1], _A4[0]) if wide else _A4
        room = (size[0] - 2 * _MARGIN, size[1] - 2 * _MARGIN)
        scale = min(room[0] / picture.width, room[1] / picture.height)
        fitted = picture.resize(
            (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
        )
        sheet = Image.new("RGB", size, "white")
        sheet.paste(fitted, ((size[0] - fitted.width) // 2, (size[1] - fitted.height) // 2))
        yield sheet


def _png(picture: Image.Image) -> bytes:
    """Pack it fast: it goes no further than to the window."""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()
