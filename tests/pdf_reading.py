"""What a reader of a PDF finds: its text, its pictures, its codes, ink outside the margins."""

import ctypes

import pypdfium2
import zxingcpp
from PIL import Image, ImageOps


def pages_of(pdf: bytes) -> list[str]:
    """Give the text of each page, its lines and no-break spaces as plain spaces."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def picture_of(pdf: bytes, page: int = 0, dpi: int = 200) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
        return picture.copy()
    finally:
        document.close()


def qr_texts(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def ink_outside(
    picture: Image.Image, areas: list[tuple[float, float, float, float]], dpi: int
) -> tuple[int, int, int, int] | None:
    """Give where there is ink outside these areas (left, top, right, bottom, in points)."""
    dots = dpi / 72
    ink = ImageOps.invert(picture).point(lambda value: 255 if value > 60 else 0)
    for area in areas:
        left, top, right, bottom = (round(edge * dots) for edge in area)
        ink.paste(0, (left, top, right, bottom))
    return ink.getbbox()


def lines_of(pdf: bytes) -> str:
    """Give the text of all pages, line by line, without the spaces that only fill."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    lines = (" ".join(line.split()) for text in texts for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def font_of(word: str, pdf: bytes) -> tuple[str, float]:
    """Give the face, without its mark of a cut, and the size in points that a word is set in."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0].get_textpage()
        place = page.get_text_range().index(word)
        name = ctypes.create_string_buffer(200)
        pypdfium2.raw.FPDFText_GetFontInfo(page.raw, place, name, len(name), None)
        size = pypdfium2.raw.FPDFText_GetFontSize(page.raw, place)
    finally:
        document.close()
    return name.value.decode().rpartition("+")[2], size
