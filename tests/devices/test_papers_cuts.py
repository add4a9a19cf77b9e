"""The faces inside a PDF: one cut with every letter of Vietnamese, and what is beyond it."""

from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from devices.papers.pdf_fonts import FACES, register_fonts
from devices.papers.pdf_page import A5, PdfDocument
from devices.papers.pdf_text import paragraph
from station.forms.printable import REPERTOIRE
from tests.devices.test_papers_fonts import VIETNAMESE
from tests.paper_samples import PRINTED_AT
from tests.pdf_reading import pages_of, picture_of

ASCII = "".join(map(chr, range(0x21, 0x7F)))
FORMS_USE = "".join(sorted(VIETNAMESE)) + ASCII + "–…·“”²×"
HAVING_NO_CODE = sorted(REPERTOIRE - set(FORMS_USE) - {" ", "\n", "\u00a0"})


def drawn(text: str, face: str = FACES[0]) -> bytes:
    document = PdfDocument(A5, title="", subject="", author="", printed_at=PRINTED_AT)
    paragraph(text, 360, 11, face=face).draw(document.canvas, 30, 560)
    document.canvas.showPage()
    return document.finished()


def programs(pdf: bytes) -> list[bytes]:
    """Give the cuts of faces that lie in a file."""
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = document.pages[0].Resources.Font.values()
        return [font.FontDescriptor.FontFile2.read_raw_bytes() for font in fonts]


@pytest.mark.parametrize("face", FACES)
def test_all_that_forms_use_lies_in_one_cut_that_is_the_same_in_every_file(face: str) -> None:
    whole, one = drawn(FORMS_USE, face), drawn("Ơ", face)

    (text,) = pages_of(whole)
    assert "".join(text.split()) == FORMS_USE
    assert programs(whole)[-1] == programs(one)[-1]
    assert len(programs(whole)) == len(programs(one))


def test_letters_beyond_it_lie_in_a_cut_of_their_file() -> None:
    assert len(HAVING_NO_CODE) > 100
    text = "".join(HAVING_NO_CODE)

    (found,) = pages_of(drawn(f"Y {text} Niê"))

    assert "".join(found.split()) == f"Y{text}Niê"


def test_a_letter_of_one_byte_that_has_no_code_is_not_taken_for_another() -> None:
    """ñ is the 241st letter of Unicode; the 241st code of the cut is another letter's."""
    (found,) = pages_of(drawn("ñ þ ÿ"))

    assert found == "ñ þ ÿ"


def test_marks_of_pdf_in_a_text_are_no_marks() -> None:
    (found,) = pages_of(drawn(r"(Ký) \ ) Tj ET"))

    assert found == r"(Ký) \ ) Tj ET"


def test_a_plain_canvas_of_reportlab_can_draw_them_too() -> None:
    register_fonts()
    file = BytesIO()
    canvas = Canvas(file, pagesize=A5)
    canvas.setFont(FACES[0], 11)
    canvas.drawString(40, 500, "Đã nhận – Ŏng")
    canvas.save()

    assert pages_of(file.getvalue()) == ["Đã nhận – Ŏng"]
    assert picture_of(file.getvalue()).histogram()[0] > 100
