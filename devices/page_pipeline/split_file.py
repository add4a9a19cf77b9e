"""A file of several pages as several pages that each can be kept, turned and filed by itself."""

import io

from PIL import Image

from devices.file_inspection import inspect_file
from devices.page_images import PDFIUM
from devices.page_pipeline.page_files import is_pdf
from devices.pictures import count_frames

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
    with PDFIUM:
        whole = pypdfium2.PdfDocument(content)
        try:
            for number in range(pages):
                part = pypdfium2.PdfDocument.new()
                try:
                    part.import_pages(whole, [number])
                    buffer = io.BytesIO()
                    part.save(buffer)
                    parts.append(buffer.getvalue())
                finally:
                    part.close()
        finally:
            whole.close()
    return tuple(parts)


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
