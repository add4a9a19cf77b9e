"""Pages as pictures for the screen: the preview of a paper, and thumbnails of brought files."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image
    from pypdfium2 import PdfDocument

PDFIUM = Lock()
"""PDFium may only be used by one thread at a time; whoever calls it holds this."""
THUMBNAIL = (176, 256)
"""Pixels, twice what the screen shows at 100 %."""
_JPEG = b"\xff\xd8\xff"
_PREVIEW_SCALE = 2.0
"""144 dpi: an A5 page has 840 × 1190 pixels, sharp on a screen at 200 %."""
_MOST_PREVIEW_PAGES = 20


@contextmanager
def opened_pdf(content: bytes) -> "Iterator[PdfDocument]":
    """Open a PDF to be drawn, alone in PDFium.

    Its form comes first: else PDFium draws no field at all, neither what a citizen typed nor the
    seal of a digital signature.

    Raises:
        pypdfium2.PdfiumError: it cannot be opened.
    """
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(content)
        try:
            document.init_forms()
            yield document
        finally:
            document.close()


def draw_pdf_pages(pdf: bytes) -> Sequence[bytes]:
    """Draw the pages of one of our own papers as PNG, at 144 dpi; at most twenty."""
    with opened_pdf(pdf) as document:
        count = min(len(document), _MOST_PREVIEW_PAGES)
        pictures = [document[n].render(scale=_PREVIEW_SCALE).to_pil() for n in range(count)]
    return [_png(picture) for picture in pictures]


def draw_page_within(pdf: bytes, number: int, room: tuple[int, int]) -> tuple[bytes, int]:
    """Draw one page of one of our own papers as PNG, as large as this room of pixels lets it be.

    Args:
        number: which one, from 0; beyond the last it is the last.

    Returns:
        The page, and how many there are.
    """
    with opened_pdf(pdf) as document:
        count = len(document)
        page = document[min(number, count - 1)]
        scale = min(room[0] / page.get_width(), room[1] / page.get_height())
        picture = page.render(scale=scale).to_pil()
    return _png(picture), count


def draw_thumbnail(content: bytes, media_type: str) -> bytes:
    """Draw the first page of a file that ``inspect_file`` has accepted, as a small PNG."""
    picture = _first_page(content) if media_type == "application/pdf" else _frame(content)
    picture.thumbnail(THUMBNAIL)
    return _png(picture)


def _first_page(pdf: bytes) -> "Image.Image":
    with opened_pdf(pdf) as document:
        page = document[0]
        # The scale follows from the page's own size, so that no page makes a huge picture.
        scale = min(THUMBNAIL[0] / page.get_width(), THUMBNAIL[1] / page.get_height())
        picture: Image.Image = page.render(scale=scale).to_pil()
    return picture


def _frame(content: bytes) -> "Image.Image":
    from PIL import Image, ImageOps

    from devices.pictures import open_page_picture

    if not content.startswith(_JPEG):  # which can have 16 bits, or nothing where it is clear
        return Image.fromarray(open_page_picture(content).pixels)
    picture = Image.open(io.BytesIO(content))
    picture.draft("RGB", THUMBNAIL)  # a JPEG is decoded at a fraction of its size
    return ImageOps.exif_transpose(picture).convert("RGB")


def _png(picture: "Image.Image") -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()
