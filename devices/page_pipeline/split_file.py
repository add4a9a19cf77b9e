"""A file of several pages as several pages that each can be kept, turned and filed by itself."""

import io
from collections.abc import Iterator

import numpy as np
from PIL import Image

from devices.document_bounds import MOST_PAGES, DamagedPdfError, TooLargeFileError
from devices.file_inspection import inspect_file
from devices.heic import is_heic
from devices.page_images import opened_pdf
from devices.page_pipeline.page_files import is_pdf
from devices.pictures import count_frames, heic_as_jpeg, open_page_picture

_JPEG = b"\xff\xd8\xff"
_WHITE = 255


def split_file(content: bytes) -> Iterator[bytes]:
    """Give each page of a PDF or picture file as a file of its own; a single one stays as it is.

    Of a HEIC picture it gives a JPEG, as it is kept and sent. The frames of a picture are made one
    by one: each may have 100 million points.

    Raises:
        StationError: it cannot be used, and why; the pages before are good.
    """
    if is_pdf(content):
        yield from (content,) if inspect_file(content)[1] == 1 else _pdf_pages(content)
        return
    if is_heic(content):
        yield heic_as_jpeg(content)
        return
    frames = 1 if content.startswith(_JPEG) else count_frames(content)
    if frames > MOST_PAGES:
        raise TooLargeFileError
    if frames == 1:
        yield content
        return
    for number in range(frames):
        yield _frame(content, number)


def _pdf_pages(content: bytes) -> Iterator[bytes]:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(_with_printed_fields(content))) as whole:
            layers = whole.Root.get("/OCProperties")
            for page in whole.pages:
                with pikepdf.new() as part:
                    part.pages.append(page)
                    if layers is not None:  # else what is hidden in a layer would be seen
                        part.Root.OCProperties = part.copy_foreign(whole.make_indirect(layers))
                    buffer = io.BytesIO()
                    part.save(buffer)
                yield buffer.getvalue()
    except pikepdf.PdfError:
        raise DamagedPdfError from None


def _with_printed_fields(content: bytes) -> bytes:
    """Make what stands in fields a part of their pages: a page by itself has no form."""
    from pypdfium2.raw import FLAT_NORMALDISPLAY, FLATTEN_FAIL, FPDFPage_Flatten

    with opened_pdf(content) as document:
        if document.formenv is None:
            return content
        for page in document:
            if FPDFPage_Flatten(page, FLAT_NORMALDISPLAY) == FLATTEN_FAIL:
                raise DamagedPdfError
            page.close()
        buffer = io.BytesIO()
        document.save(buffer)
    return buffer.getvalue()


def _frame(content: bytes, number: int) -> bytes:
    """Give a frame as PNG: a TIFF has kinds of pixels that PNG has not, CMYK and numbers."""
    page = open_page_picture(content, number)
    pixels = page.pixels
    gray = pixels[:, :, 0]
    if all(np.array_equal(gray, pixels[:, :, other]) for other in (1, 2)):
        pixels = gray
    picture = Image.fromarray(pixels)
    if not np.any((pixels != 0) & (pixels != _WHITE)):
        picture = picture.convert("1", dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    # the best compression would take some seconds for each page of a colour scan
    dpi = {"dpi": (page.dpi, page.dpi)} if page.dpi else {}
    picture.save(buffer, "PNG", compress_level=1, **dpi)
    return buffer.getvalue()
