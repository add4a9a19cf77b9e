"""A file of several pages as several pages that each can be kept, turned and filed by itself."""

import io
from typing import TYPE_CHECKING

from PIL import Image

from devices.document_bounds import DamagedPdfError
from devices.file_inspection import inspect_file
from devices.page_images import opened_pdf
from devices.page_pipeline.page_files import is_pdf
from devices.pictures import count_frames

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_JPEG = b"\xff\xd8\xff"


def split_file(content: bytes) -> tuple[bytes, ...]:
    """Give each page of a PDF or picture file as a file of its own; a single one stays as it is.

    Raises:
        StationError: it cannot be used, and why.
    """
    if is_pdf(content):
        pages = inspect_file(content)[1]
        return (content,) if pages == 1 else _pdf_pages(content, pages)
    frames = 1 if content.startswith(_JPEG) else count_frames(content)
    return (content,) if frames == 1 else _frames(content, frames)


def _pdf_pages(content: bytes, pages: int) -> tuple[bytes, ...]:
    import pypdfium2

    parts = []
    with opened_pdf(content) as whole:
        for number in range(pages):
            if whole.formenv is not None:
                _print_fields(whole, number)
            part = pypdfium2.PdfDocument.new()
            try:
                part.import_pages(whole, [number])
                buffer = io.BytesIO()
                part.save(buffer)
                parts.append(buffer.getvalue())
            finally:
                part.close()
    return tuple(parts)


def _print_fields(document: "PdfDocument", number: int) -> None:
    """Make what stands in the fields of a page a part of it: a page by itself has no form."""
    from pypdfium2.raw import FLAT_NORMALDISPLAY, FLATTEN_FAIL, FPDFPage_Flatten

    page = document[number]
    try:
        if FPDFPage_Flatten(page, FLAT_NORMALDISPLAY) == FLATTEN_FAIL:
            raise DamagedPdfError
    finally:
        page.close()


def _frames(content: bytes, frames: int) -> tuple[bytes, ...]:
    parts = []
    with Image.open(io.BytesIO(content)) as picture:
        for number in range(frames):
            picture.seek(number)
            buffer = io.BytesIO()
            dpi = picture.info.get("dpi")
            picture.save(buffer, "PNG", **({"dpi": dpi} if dpi else {}))
            parts.append(buffer.getvalue())
    return tuple(parts)
