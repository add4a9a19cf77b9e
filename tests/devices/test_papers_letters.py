"""Letters and lists as PDF: every form, with everything at its longest and with nothing known."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import numpy as np
import pikepdf
import pytest
from reportlab.lib.units import mm

from devices.papers.letter_pdf import letter_pdf
from devices.papers.letter_style import STYLES
from devices.papers.line_breaks import glue
from devices.papers.pdf_fonts import BOLD
from devices.papers.pdf_text import text_width
from devices.papers.rendered_papers import RenderedPapers
from station.forms.dossier_label import dossier_label
from station.forms.letter import Letter, Sheet
from station.forms.letter_layouts import Form, PaperKind, form_of
from station.forms.template_preview import facts_of, worst_case
from tests.letter_samples import CODE, FORMS, LONG, LONG_NAME, filled, the_emptiest, the_longest
from tests.letter_texts import PAPERS, golden_file, text_of
from tests.paper_samples import OFFICE, PRINTED_AT, a_dossier, the_worst_dossier
from tests.pdf_reading import font_of, ink_outside, lines_of, pages_of, picture_of, qr_texts

LARGEST_FILE = 60_000
SIZES = {Sheet.A5: (148, 210), Sheet.A4: (210, 297), Sheet.A4_LANDSCAPE: (297, 210)}
every_form = pytest.mark.parametrize(
    "form", FORMS, ids=[f"{form.kind}-{form.form_set}" for form in FORMS]
)


def pdf_of(letter: Letter) -> bytes:
    return letter_pdf(letter, letter.sheet)


@every_form
@pytest.mark.parametrize("fill", [the_longest, the_emptiest])
def test_everything_stays_inside_the_margins(form: Form, fill: Callable[[Form], Letter]) -> None:
    letter = fill(form)
    pdf = pdf_of(letter)
    style = STYLES[letter.sheet]
    top = style.page[1] - style.top
    area = (style.left - 1, top - 1, style.left + style.width + 2, top + style.height + 3)

    for page in range(min(len(pages_of(pdf)), 4)):
        assert ink_outside(picture_of(pdf, page, dpi=100), [area], 100) is None


@every_form
def test_nothing_is_shortened_or_left_behind(form: Form) -> None:
    text = " ".join(pages_of(pdf_of(the_longest(form))))

    assert unicodedata.is_normalized("NFC", text)
    words = unicodedata.normalize("NFC", LONG).split()
    if any("subject" in part.text for part in form.layout.parts):
        assert " ".join(words) in text
    for signer in form.layout.signers:
        assert signer.title in text


@every_form
def test_pages_are_counted_and_say_what_they_belong_to(form: Form) -> None:
    letter = the_longest(form)
    pages = pages_of(pdf_of(letter))

    copies = max(len(letter.copies), 1)
    assert len(pages) % copies == 0
    each = len(pages) // copies
    for place, page in enumerate(pages):
        assert f"Trang {place % each + 1}/{each}" in page
        assert CODE in page
        assert letter.legal_basis in page
        if place % each:
            assert f"{' '.join(letter.title)} (tiếp theo)" in page


@every_form
def test_no_page_bears_signatures_alone(form: Form) -> None:
    signers = form.layout.signers
    if not signers:
        return
    *_, last = pages_of(pdf_of(the_longest(form)))

    between = last.split("(tiếp theo)")[-1].split(signers[0].title)[0]
    assert len(between.replace(CODE, "").replace(LONG_NAME, "").split()) > 5


@every_form
def test_a_fact_that_is_not_known_is_left_to_be_written_by_hand(form: Form) -> None:
    text = " ".join(pages_of(pdf_of(the_emptiest(form))))

    assert "{" not in text
    assert "None" not in text
    if any("Lý do:" in part.text for part in form.layout.parts):
        assert "Lý do: ....." in text


@every_form
def test_each_form_has_its_size_and_a_small_file_in_vietnamese(form: Form) -> None:
    letter = the_longest(form)
    pdf = pdf_of(letter)

    if len(pages_of(pdf)) <= 4:
        assert len(pdf) <= LARGEST_FILE
    assert len(pdf_of(the_emptiest(form))) <= LARGEST_FILE
    with pikepdf.open(BytesIO(pdf)) as document:
        box = [float(edge) / mm for edge in document.pages[0].mediabox]
        assert box == pytest.approx([0, 0, *SIZES[letter.sheet]])
        assert str(document.Root.Lang) == "vi-VN"
        assert str(document.docinfo["/Title"]).endswith(CODE)
        info = " ".join(str(value) for value in document.docinfo.values()).casefold()
        fonts = [f for page in document.pages for f in page.Resources.Font.values()]
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
    assert "nguyễn" not in info


@every_form
def test_the_same_content_gives_the_same_bytes(form: Form) -> None:
    letter = the_emptiest(form)

    assert RenderedPapers().letter_pdf(letter) == pdf_of(letter)


@pytest.mark.parametrize("kind", [PaperKind.SUPPLEMENT, PaperKind.GUIDANCE])
def test_the_code_that_opens_the_work_again_can_be_read(kind: PaperKind) -> None:
    pdf = pdf_of(the_longest(form_of(kind, "tt-03-2025")))

    assert qr_texts(picture_of(pdf, len(pages_of(pdf)) - 1)) == [CODE]


def test_a_form_made_for_a5_can_be_drawn_on_a4() -> None:
    letter = the_longest(form_of(PaperKind.REFUSAL, "tt-03-2025"))

    with pikepdf.open(BytesIO(letter_pdf(letter, Sheet.A4))) as document:
        assert float(document.pages[0].mediabox[3]) / mm == pytest.approx(297)


def test_the_hand_over_list_comes_in_two_copies_that_differ_in_the_name_only() -> None:
    pages = pages_of(pdf_of(the_emptiest(form_of(PaperKind.HAND_OVER, "tt-03-2025"))))

    giver, taker = pages
    assert "Liên 1: Bên giao giữ" in giver
    assert giver.replace("Liên 1: Bên giao giữ", "Liên 2: Bên nhận giữ") == taker


def test_each_folder_of_a_hand_over_list_has_a_box_to_tick() -> None:
    form = form_of(PaperKind.HAND_OVER, "tt-03-2025")
    column = next(column for part in form.layout.parts for column in part.columns if column.tick)
    rows = 5
    letter = filled(form, OFFICE, dict.fromkeys(facts_of(form), "x"), rows=rows)
    style = STYLES[letter.sheet]

    page = picture_of(pdf_of(letter), dpi=100)

    shares = [one.share for part in form.layout.parts for one in part.columns]
    before = sum(shares[: [one.head for one in form.layout.parts[0].columns].index(column.head)])
    middle = style.left + style.width * (before + column.share / 2) / sum(shares)
    ink = np.asarray(page)[:, round(middle * 100 / 72)] < 128
    assert int(np.count_nonzero(np.diff(ink.astype(int)) == 1)) >= 2 * rows + rows


def test_the_longest_code_beside_a_qr_stays_on_one_line() -> None:
    form = form_of(PaperKind.SUPPLEMENT, "tt-03-2025")

    assert f"\n{CODE}\nLần sau" in lines_of(pdf_of(the_longest(form)))


@pytest.mark.parametrize(("life", "kind"), PAPERS)
def test_the_text_of_each_paper_is_the_one_that_was_looked_at(life: str, kind: PaperKind) -> None:
    assert text_of(life, kind) == golden_file(life, kind).read_text(encoding="utf-8")


# -- the label ------------------------------------------------------------------------------


@pytest.mark.parametrize("dossier", [a_dossier(), the_worst_dossier()], ids=["usual", "worst"])
def test_the_label_bears_the_code_and_no_name(dossier: object) -> None:
    assert isinstance(dossier, type(a_dossier()))
    pdf = RenderedPapers().label_pdf(dossier_label(dossier, OFFICE, printed_at=PRINTED_AT))

    (text,) = pages_of(pdf)
    assert qr_texts(picture_of(pdf, dpi=203)) == [dossier.code]
    assert "0217" in text
    assert f"Hẹn {dossier.due_at:%d/%m %H:%M}" in text
    for name in (dossier.owning_party.name, dossier.submitter.name):
        assert unicodedata.normalize("NFC", name).casefold() not in text.casefold()
    assert ink_outside(picture_of(pdf, dpi=203), [(2, 2, 70 * mm - 2, 37 * mm - 2)], 203) is None


def test_the_longest_prefix_of_a_code_is_shrunk_and_not_broken() -> None:
    assert text_width("000.00.17.H25-261123", BOLD, 10) < 41 * mm


def families_in(pdf: bytes) -> set[str]:
    """Give the families of the fonts that lie in a file."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        fonts = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        names = [str(one.FontName) for one in fonts if one.get("/Type") == "/FontDescriptor"]
    return {name.rpartition("+")[2].partition("-")[0] for name in names}


@every_form
def test_official_papers_have_serifs_and_the_guidance_sheet_has_none(form: Form) -> None:
    family = "CounterSerif" if form.layout.state_head else "CounterSans"

    assert families_in(pdf_of(the_emptiest(form))) == {family}


def test_small_print_of_a_guidance_sheet_stands_below_its_note() -> None:
    guidance = next(form for form in FORMS if form.kind is PaperKind.GUIDANCE)

    text = " ".join(pages_of(pdf_of(the_emptiest(guidance)))[-1].split())

    below = text.index("không phải giấy tiếp nhận")
    assert text.index("Lần sau đưa") < below < text.index("Trang 1/")


def test_the_recipients_head_is_bold_and_italic_as_letters_have_it() -> None:
    letter = the_emptiest(form_of(PaperKind.APOLOGY, "tt-03-2025"))

    assert font_of("Nơi nhận:", pdf_of(letter))[0] == "CounterSerif-BoldItalic"


def test_what_a_template_sets_in_italics_is_in_italics() -> None:
    form = form_of(PaperKind.REFUSAL, "tt-03-2025")
    said = replace(form.layout.parts[0], text="~~Ghi~~ **chú ~~này~~:** {unit}")
    marked = replace(form, layout=replace(form.layout, parts=(said, *form.layout.parts)))

    pdf = pdf_of(filled(marked, OFFICE, dict.fromkeys(facts_of(marked), "~~x**")))

    assert font_of("Ghi", pdf)[0] == "CounterSerif-Italic"
    assert font_of("chú", pdf)[0] == "CounterSerif-Bold"
    assert font_of("này", pdf)[0] == "CounterSerif-BoldItalic"
    assert "~~x**" in pages_of(pdf)[0], "what a fact contains is no mark"


def test_a_long_signatory_is_broken_before_the_name_becomes_small_print() -> None:
    form = form_of(PaperKind.CASH_COUNT, "tt-03-2025")
    name = "CÔNG TẰNG TÔN NỮ HOÀNG PHƯƠNG THẢO NGUYÊN"
    names = dict.fromkeys(facts_of(form), "x") | {"officer_capitals": name}
    pdf = pdf_of(filled(form, OFFICE, names, rows=3))

    assert font_of("CÔNG TẰNG", pdf)[1] >= 0.8 * font_of("NGƯỜI ĐẾM", pdf)[1]


def test_an_address_of_email_that_is_too_long_breaks_after_its_at() -> None:
    letter = worst_case(form_of(PaperKind.REFUSAL, "tt-03-2025"), OFFICE)

    lines = lines_of(pdf_of(letter)).splitlines()

    assert any(line.endswith("thaonguyen.1985@") for line in lines)


def test_an_hour_stays_with_its_minutes_and_an_area_with_its_unit() -> None:
    assert glue("từ 09 giờ 03 phút; rộng 128,5 m²").split(" ") == [
        "từ",
        "09\u00a0giờ\u00a003\u00a0phút;",
        "rộng",
        "128,5\u00a0m²",
    ]


def test_the_label_of_a_code_beside_a_qr_is_not_parted() -> None:
    letter = worst_case(form_of(PaperKind.SUPPLEMENT, "tt-03-2025"), OFFICE)

    for sheet in (Sheet.A5, Sheet.A4):
        lines = lines_of(letter_pdf(letter, sheet)).splitlines()
        assert any(line.startswith("Mã hồ sơ:") for line in lines)
