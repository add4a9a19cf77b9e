"""Files that citizens brought, as an officer looks at them and prints them."""

import io

import pypdfium2
import pytest
from PIL import Image

from devices import page_sheets
from devices.document_bounds import TooLargeFileError
from devices.documents import FileDocumentReader
from devices.page_sheets import AT_ONCE, draw_brought_pages, picture_as_pdf
from tests.devices.test_page_images import a_pdf, size_of

A4 = (595, 842)


def a_picture(kind: str, *sizes: tuple[int, int], mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    first, *more = (Image.new(mode, size) for size in sizes)
    several = {"save_all": True, "append_images": more} if more else {}
    first.save(buffer, kind, **several)
    return buffer.getvalue()


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(pdf)
    sizes = [(round(page.get_width()), round(page.get_height())) for page in document]
    document.close()
    return sizes


@pytest.mark.parametrize(
    ("picture", "pages"),
    [
        (a_picture("JPEG", (300, 400)), [A4]),
        (a_picture("JPEG", (400, 300), mode="L"), [A4[::-1]]),
        (a_picture("PNG", (300, 400), mode="RGBA"), [A4]),
        (a_picture("PNG", (300, 400), mode="I;16"), [A4]),
        (a_picture("TIFF", (300, 400), (400, 300), (30, 3000), mode="1"), [A4, A4[::-1], A4]),
    ],
    ids=["portrait", "across", "transparent", "16 bits", "a fax"],
)
def test_a_picture_lies_on_sheets_of_a4(picture: bytes, pages: list[tuple[int, int]]) -> None:
    assert sheets(picture_as_pdf(picture)) == pages


def test_a_picture_keeps_its_proportions_and_is_not_cut() -> None:
    _, (page,) = draw_brought_pages(picture_as_pdf(a_picture("PNG", (100, 400))))  # all black

    with Image.open(io.BytesIO(page)) as seen:
        dark = seen.convert("L").point(lambda value: 255 if value < 128 else 0)
    left, top, right, bottom = dark.getbbox() or (0, 0, 0, 0)
    assert (bottom - top) / (right - left) == pytest.approx(4, abs=0.1)
    assert 0 < top < bottom < seen.height


def test_a_fax_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_sheets, "MOST_SHEETS", 2)

    with pytest.raises(TooLargeFileError):
        picture_as_pdf(a_picture("TIFF", (30, 40), (30, 40), (30, 40)))


def test_all_pages_are_counted_and_some_are_drawn() -> None:
    pdf = a_pdf(*[(60, 80)] * AT_ONCE, (80, 60))

    count, pages = draw_brought_pages(pdf)
    assert (count, len(pages)) == (AT_ONCE + 1, AT_ONCE)
    assert size_of(pages[0]) == (120, 160)

    _, (last,) = draw_brought_pages(pdf, AT_ONCE)
    assert size_of(last) == (160, 120)


@pytest.mark.parametrize("size", [(14_400, 14_400), (3, 3000), (3000, 3)])
def test_a_page_is_drawn_small_whatever_it_says_of_its_size(size: tuple[int, int]) -> None:
    _, (page,) = draw_brought_pages(a_pdf(size))

    width, height = size_of(page)
    assert width * height <= 4_100_000


def test_files_are_seen_in_a_process_of_their_own(reader: FileDocumentReader) -> None:
    pdf = a_pdf((595, 842), (595, 842))

    seen = reader.seen(pdf)
    picture = reader.seen(a_picture("JPEG", (300, 400)))

    assert (seen.pdf, seen.count, len(seen.pages)) == (pdf, 2, 2)
    assert (sheets(picture.pdf), picture.count) == ([A4], 1)
    assert sheets(reader.seen(a_picture("PNG", (400, 300))).pdf) == [A4[::-1]]
