import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from devices.document_bounds import DamagedPdfError
from devices.documents import FileDocumentReader
from devices.page_images import THUMBNAIL, draw_pdf_pages, draw_thumbnail


def a_pdf(*sizes: tuple[float, float]) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for width, height in sizes:
        document.new_page(width, height).close()
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def a_picture(kind: str, size: tuple[int, int]) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "white").save(buffer, kind)
    return buffer.getvalue()


def size_of(png: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(png), formats=["PNG"]) as picture:
        return picture.size


def test_every_page_of_a_paper_is_drawn_at_144_dpi() -> None:
    pages = draw_pdf_pages(a_pdf((420, 595), (595, 420)))

    assert [size_of(page) for page in pages] == [(840, 1190), (1190, 840)]


@pytest.mark.parametrize("size", [(420, 595), (14_400, 14_400), (3, 3000), (3000, 3)])
def test_a_thumbnail_is_small_whatever_the_page_says_of_its_size(size: tuple[int, int]) -> None:
    width, height = size_of(draw_thumbnail(a_pdf(size), "application/pdf"))

    assert 0 < width <= THUMBNAIL[0]
    assert 0 < height <= THUMBNAIL[1]


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("TIFF", "image/tiff"), ("WEBP", "image/webp")],
)
def test_pictures_have_thumbnails_too(kind: str, media_type: str) -> None:
    assert size_of(draw_thumbnail(a_picture(kind, (3000, 2000)), media_type)) == (176, 117)


@pytest.mark.parametrize(
    "picture",
    [Image.new("I;16", (300, 400), 0x8000), Image.new("LA", (300, 400), (0x80, 255))],
    ids=["16 bits", "transparency"],
)
def test_a_thumbnail_has_the_shades_of_its_picture(picture: Image.Image) -> None:
    file = io.BytesIO()
    picture.save(file, "PNG")

    with Image.open(io.BytesIO(draw_thumbnail(file.getvalue(), "image/png"))) as seen:
        assert seen.convert("L").getpixel((50, 50)) == 0x80


def test_a_file_is_checked_before_it_is_drawn(reader: FileDocumentReader, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(a_pdf((420, 595), (420, 595)))
    bad.write_bytes(b"%PDF-1.7 and nothing more")

    pages, thumbnail = reader.look(good)

    assert pages == 2
    assert size_of(thumbnail)[0] == 176
    with pytest.raises(DamagedPdfError):
        reader.look(bad)


def test_several_workers_may_look_at_once(reader: FileDocumentReader, tmp_path: Path) -> None:
    path = tmp_path / "slip.pdf"
    path.write_bytes(a_pdf((420, 595)))

    with ThreadPoolExecutor(4) as workers:
        looked = list(workers.map(lambda _: reader.look(path)[0], range(40)))

    assert looked == [1] * 40
