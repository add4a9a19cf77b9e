import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from devices import document_bounds, file_inspection
from devices.document_bounds import (
    DamagedPdfError,
    EmptyFileError,
    LockedPdfError,
    TooLargeFileError,
    UnknownFileKindError,
)
from devices.documents import FileDocumentReader
from devices.file_inspection import inspect_file
from devices.pictures import (
    PictureDamagedError,
    PictureError,
    PictureHasFramesError,
    PictureTooManyPixelsError,
)
from station.errors import StationError
from station.ports.documents import CannotUseFileError
from tests.bad_identity import animated, webp_that_declares


def a_pdf(pages: int = 2, **options: object) -> bytes:
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        file = io.BytesIO()
        pdf.save(file, **options)  # type: ignore[arg-type]
    return file.getvalue()


def a_picture(kind: str, frames: int = 1) -> bytes:
    file = io.BytesIO()
    pages = [Image.new("RGB", (60, 80), (frame, 200, 200)) for frame in range(frames)]
    more = {"save_all": True, "append_images": pages[1:]} if frames > 1 else {}
    pages[0].save(file, kind, **more)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "media_type", "pages"),
    [
        (a_pdf(), "application/pdf", 2),
        (b"\n" * 20 + a_pdf(1), "application/pdf", 1),
        (a_picture("JPEG"), "image/jpeg", 1),
        (a_picture("PNG"), "image/png", 1),
        (a_picture("TIFF", 3), "image/tiff", 3),
        (a_picture("WEBP"), "image/webp", 1),
    ],
)
def test_files_are_known_by_their_content(
    reader: FileDocumentReader, tmp_path: Path, content: bytes, media_type: str, pages: int
) -> None:
    file = tmp_path / "name-that-lies.txt"
    file.write_bytes(content)

    found = reader.read(file)

    assert (found.media_type, found.pages, found.content) == (media_type, pages, content)


LOCKED = a_pdf(encryption=pikepdf.Encryption(owner="a", user="b"))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyFileError),
        (b"day la van ban, khong phai anh", UnknownFileKindError),
        (b"%PDF-1.7\nnothing more", DamagedPdfError),
        (a_pdf()[:200], DamagedPdfError),
        (LOCKED, LockedPdfError),
        (a_picture("JPEG")[:100], PictureError),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, PictureError),
        (b"II*\x00" + b"\xff" * 40, UnknownFileKindError),
        (b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 40, UnknownFileKindError),
        (a_picture("WEBP")[:-30], PictureDamagedError),
        (animated("WEBP"), PictureHasFramesError),
        (webp_that_declares(16_000, 16_000), PictureTooManyPixelsError),
    ],
)
def test_a_lying_file_is_refused_by_name(
    reader: FileDocumentReader, tmp_path: Path, content: bytes, error: type[StationError]
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(content)

    with pytest.raises(error):
        reader.read(file)


def test_a_missing_file_and_a_folder_are_refused(
    reader: FileDocumentReader, tmp_path: Path
) -> None:
    for path in (tmp_path / "nothing.pdf", tmp_path):
        with pytest.raises(CannotUseFileError):
            reader.read(path)


def test_a_file_beyond_the_limit_is_refused_unread(
    reader: FileDocumentReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(a_pdf())
    monkeypatch.setattr(document_bounds, "LARGEST_FILE", 100)

    with pytest.raises(TooLargeFileError):
        reader.read(file)


def test_more_pages_than_a_paper_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_inspection, "MOST_PAGES", 2)
    for content in (a_pdf(3), a_picture("TIFF", 3)):
        with pytest.raises(TooLargeFileError):
            inspect_file(content)
