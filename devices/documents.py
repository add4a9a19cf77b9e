"""Files that citizens bring: opened bounded, recognised by content, pages counted.

A name proves nothing here: the first bytes say what a file is, and the library that would later
show it has to open it.
"""

import io
import warnings
from pathlib import Path
from typing import Any

from devices.page_images import PDFIUM
from station.errors import StationError
from station.ports.documents import CannotUseFileError, IncomingFile

LARGEST_FILE = 20_000_000
"""Bytes; the comparable counter program allows 20 MB for one paper."""
MOST_PAGES = 2_000
_PICTURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}


class EmptyFileError(StationError):
    """A file has no bytes."""

    code = "FIL-002"


class TooLargeFileError(StationError):
    """A file is larger, or has more pages, than one paper may."""

    code = "FIL-003"

    @property
    def details(self) -> dict[str, Any]:
        return {"limit_bytes": LARGEST_FILE, "limit_pages": MOST_PAGES}


class UnknownFileKindError(StationError):
    """The content is neither a PDF nor a picture that the counter takes, whatever its name."""

    code = "FIL-004"


class DamagedPdfError(StationError):
    """The file says that it is a PDF, but no page of it can be opened."""

    code = "FIL-005"


class LockedPdfError(StationError):
    """The PDF is protected by a password."""

    code = "FIL-006"


class FileDocumentReader:
    """Reads files from the disk; see ``station.ports.documents.DocumentReader``."""

    def read(self, path: Path) -> IncomingFile:
        """Read one PDF or picture.

        Raises:
            CannotUseFileError, EmptyFileError, TooLargeFileError, UnknownFileKindError,
            DamagedPdfError, LockedPdfError, PictureError: by name; nothing was kept.
        """
        try:
            with path.open("rb") as stream:
                content = stream.read(LARGEST_FILE + 1)
        except OSError as error:
            raise CannotUseFileError(error.strerror or "unreadable") from None
        return self.open(content)

    def open(self, content: bytes) -> IncomingFile:
        """Open what is in memory already; raises as ``read``."""
        if not content:
            raise EmptyFileError
        if len(content) > LARGEST_FILE:
            raise TooLargeFileError
        if b"%PDF-" in content[:1024]:
            return IncomingFile(
                content=content, media_type="application/pdf", pages=_pdf_pages(content)
            )
        for magic, media_type in _PICTURES.items():
            if content.startswith(magic):
                pages = _frames(content) if media_type == "image/tiff" else _one_picture(content)
                return IncomingFile(content=content, media_type=media_type, pages=pages)
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


def _one_picture(content: bytes) -> int:
    from devices.pictures import open_gray_picture

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
    return frames
