"""Opens files from outside: what they are, how many pages they have, how the first one looks.

Runs in the process of ``devices.documents``, and in those that clean and draw pages.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from devices.document_bounds import (
    MOST_PAGES,
    DamagedPdfError,
    LockedPdfError,
    TooLargeFileError,
    UnknownFileKindError,
    check_size,
)
from devices.heic import is_heic
from devices.page_images import PDFIUM, draw_thumbnail
from devices.page_sheets import draw_brought_pages, picture_as_pdf
from devices.pdf_safety import check_pdf
from devices.pictures import heic_as_jpeg, open_gray_picture, open_page_picture
from devices.processes import (
    answer_questions,
    do_native_work_alone,
    give_up_rights,
    limit_memory,
    told,
)
from devices.signatures.verify import signatures_in
from station.domain.signatures import FoundSignature

if TYPE_CHECKING:
    from devices.processes import Line

_MEMORY = 1_500_000_000
"""Bytes on top of what the process has when it is ready. Not limited on Windows."""
_PICTURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
_WEBP = (b"RIFF", b"WEBP")
"""What stands in a WebP before and behind its size: what Zalo and many telephones save."""


def inspect_file(content: bytes) -> tuple[str, int]:
    """Give the media type of a file and how many pages it has.

    Raises:
        StationError: it cannot be taken; see ``FileDocumentReader.read``.
    """
    check_size(content)
    if b"%PDF-" in content[:1024]:
        check_pdf(content)
        return "application/pdf", _pdf_pages(content)
    for magic, media_type in _PICTURES.items():
        if content.startswith(magic):
            return media_type, _frames(content) if media_type == "image/tiff" else _one(content)
    if (content[:4], content[8:12]) == _WEBP:
        return "image/webp", _one(content)
    if is_heic(content):
        return "image/heic", _one(content)
    raise UnknownFileKindError


def _pdf_pages(content: bytes) -> int:
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_GetLastError

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            if FPDF_GetLastError() == FPDF_ERR_PASSWORD:
                raise LockedPdfError from None
            raise DamagedPdfError from None
        try:
            pages = len(document)
            if pages > MOST_PAGES:
                raise TooLargeFileError
            if pages == 0 or document[0].get_width() <= 0:
                raise DamagedPdfError
        except pypdfium2.PdfiumError:
            raise DamagedPdfError from None
        finally:
            document.close()
    return pages


def _one(content: bytes) -> int:
    open_gray_picture(content)  # a picture that cannot be shown later is refused now
    return 1


def _frames(content: bytes) -> int:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # Pillow only warns where a page list is broken
            with Image.open(io.BytesIO(content), formats=["TIFF"]) as picture:
                frames: int = getattr(picture, "n_frames", 1)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, UserWarning):
        raise UnknownFileKindError from None
    if frames > MOST_PAGES:
        raise TooLargeFileError
    open_page_picture(content)  # the first page has to be one that can be shown
    return frames


def _taken_in(content: bytes) -> tuple[str, int, bytes | None]:
    """Say what a file is, and what is kept of it if that is not the file itself.

    Offices and provinces open JPEG, not HEIC: the former is what becomes a part of the dossier.
    """
    if not is_heic(content):
        return *inspect_file(content), None
    check_size(content)
    jpeg = heic_as_jpeg(content)
    check_size(jpeg)
    return "image/jpeg", 1, jpeg


def _look(content: bytes) -> tuple[int, bytes]:
    media_type, pages = inspect_file(content)
    return pages, draw_thumbnail(content, media_type)


def _signatures(content: bytes, roots: tuple[bytes, ...]) -> tuple[FoundSignature, ...]:
    media_type, _ = inspect_file(content)
    return signatures_in(content, roots) if media_type == "application/pdf" else ()


def _as_pdf(content: bytes) -> bytes | None:
    """Give a picture as pages of paper; None: it is a PDF as it is."""
    media_type, _ = inspect_file(content)
    return None if media_type == "application/pdf" else picture_as_pdf(content)


def _seen(content: bytes, first: int) -> tuple[bytes | None, int, Sequence[bytes]]:
    pdf = _as_pdf(content)
    return pdf, *draw_brought_pages(content if pdf is None else pdf, first)


_ACTS: dict[str, Callable[..., object]] = {
    "take_in": _taken_in,
    "look": _look,
    "seen": _seen,
    "signatures": _signatures,
}


def serve(line: Line) -> None:
    """Answer until the other side is gone."""
    do_native_work_alone()
    limit_memory(_MEMORY)
    give_up_rights()
    answer_questions(line, lambda what, about: _ACTS[what](*about), told)
