"""The thermal slip: read back from the bytes that a printer gets."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageOps
from pyzbar import pyzbar

from devices.papers.receipt_escpos import receipt_bytes
from devices.papers.receipt_picture import receipt_picture
from devices.papers.rendered_papers import RenderedPapers
from devices.papers.thermal_roll import (
    BOLD,
    MEDIUM,
    Roll,
    balanced_lines,
    black_and_white,
    broken_into_lines,
    elided,
    fitting_size,
    text_width,
)
from station.domain.dossier import Dossier
from station.forms.receipt import Receipt, ReceiptLine, receipt
from station.forms.trial_receipt import trial_receipt
from station.ports.papers import RollWidth
from tests.escpos_decoder import Printout, decode
from tests.paper_samples import OFFICE, PRINTED_AT, a_dossier, a_slip, the_worst_dossier
from tests.pdf_reading import qr_texts

DOTS = {RollWidth.MM_80: 576, RollWidth.MM_58: 384}
LONGEST_PAPER_MM = 270
DOTS_PER_MM = 8


def a_receipt(dossier: Dossier | None = None, *, reprint: int = 0) -> Receipt:
    dossier = dossier or a_dossier()
    return receipt(dossier, a_slip(dossier, reprint=reprint))


def printed(content: Receipt, width: RollWidth) -> Printout:
    return decode(receipt_bytes(content, width))


@pytest.mark.parametrize("width", list(RollWidth))
@pytest.mark.parametrize("dossier", [a_dossier(), the_worst_dossier()], ids=["usual", "worst"])
def test_the_bytes_are_the_picture_and_its_qr_is_the_signed_slip(
    dossier: Dossier, width: RollWidth
) -> None:
    content = a_receipt(dossier, reprint=1)

    paper = printed(content, width)

    assert paper.picture.size == receipt_picture(content, width).size
    assert paper.picture.tobytes() == receipt_picture(content, width).tobytes()
    assert paper.picture.width == DOTS[width]
    assert paper.picture.height <= LONGEST_PAPER_MM * DOTS_PER_MM
    grey = paper.picture.convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(grey)] == [content.qr_text]
    assert [code.data.decode() for code in pyzbar.decode(grey)] == [content.qr_text]


@pytest.mark.parametrize("width", list(RollWidth))
def test_nothing_reaches_the_edge_of_the_paper_with_the_longest_texts(width: RollWidth) -> None:
    ink = ImageOps.invert(printed(a_receipt(the_worst_dossier()), width).picture.convert("L"))

    box = ink.getbbox()

    assert box is not None
    assert box[0] >= 5
    assert box[2] <= DOTS[width] - 5


@pytest.mark.parametrize("width", list(RollWidth))
def test_no_large_area_is_black_for_the_head_would_overheat(width: RollWidth) -> None:
    picture = printed(a_receipt(), width).picture.convert("L")

    black = picture.histogram()[0] / (picture.width * picture.height)

    assert 0.1 < black < 0.2


def test_the_office_s_wishes_are_carried_out_in_order() -> None:
    data = receipt_bytes(a_receipt(), RollWidth.MM_80, open_drawer=True)

    paper = decode(data)

    assert data.startswith(b"\x1b@")
    assert data.endswith(b"\x1dV\x01")
    assert (paper.cuts, paper.drawer_kicks) == (1, 1)
    assert decode(receipt_bytes(a_receipt(), RollWidth.MM_80)).drawer_kicks == 0


def test_the_same_content_gives_the_same_bytes_and_not_a_word_on_the_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    first = receipt_bytes(a_receipt(), RollWidth.MM_58)

    assert receipt_bytes(a_receipt(), RollWidth.MM_58) == first
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("width", list(RollWidth))
def test_the_trial_has_a_mark_every_millimetre_and_burns_every_dot(width: RollWidth) -> None:
    paper = receipt_picture(trial_receipt(OFFICE, "Quầy 3", PRINTED_AT), width)

    rows = [
        {x for x in range(paper.width) if not paper.getpixel((x, y))}
        for y in range(paper.height - 420, paper.height)
    ]
    assert set(range(DOTS[width])) in rows
    marks = {x for mm in range(DOTS[width] // DOTS_PER_MM) for x in (8 * mm, 8 * mm + 1)}
    assert marks in rows


def test_the_picture_is_a_png_at_the_resolution_of_the_head() -> None:
    png = RenderedPapers().receipt_picture(a_receipt(), RollWidth.MM_80)

    with Image.open(BytesIO(png)) as picture:
        assert picture.format == "PNG"
        assert picture.mode == "1"
        assert round(picture.info["dpi"][0]) == 203


@pytest.mark.parametrize("width", list(RollWidth))
def test_whatever_is_typed_the_roll_is_not_used_up(width: RollWidth) -> None:
    endless = "việc rất dài " * 800
    lines = tuple(ReceiptLine(text=endless, amount=endless) for _ in range(200))
    slip = replace(
        a_receipt(),
        agency=endless,
        title=(endless,) * 50,
        marks=(endless,) * 2,
        heading=endless,
        place=endless,
        phone=endless,
        website=endless,
        bring_heading=endless,
        bring=(endless,) * 200,
        owner_name=endless,
        subject=endless,
        documents=lines,
        money=lines,
        received=endless,
        english=(endless, endless),
    )

    assert receipt_picture(slip, width).height <= 1_500 * DOTS_PER_MM


def test_more_than_eight_papers_are_summed_up_and_a_free_procedure_is_shorter() -> None:
    usual = a_receipt()
    lines = usual.documents[:1]

    def height(content: Receipt) -> int:
        return receipt_picture(content, RollWidth.MM_80).height

    nine = replace(usual, documents=lines * 9)
    assert height(replace(usual, documents=lines * 30)) == height(nine)
    assert height(replace(usual, money=())) < height(usual)


def test_what_was_paid_is_told_under_words_that_it_is_no_receipt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """NĐ 254/2026, TT 91/2026: a receipt is electronic and signed; this slip is none."""
    drawn: list[str] = []
    draw = Roll.text

    def noted(roll: Roll, text: str, *how: Any, **more: Any) -> None:
        drawn.append(text)
        draw(roll, text, *how, **more)

    monkeypatch.setattr(Roll, "text", noted)
    receipt_picture(a_receipt(), RollWidth.MM_80)
    receipt_picture(replace(a_receipt(), money=()), RollWidth.MM_80)

    assert [text for text in drawn if "BIÊN LAI" in text] == ["THANH TOÁN – KHÔNG PHẢI BIÊN LAI"]


@pytest.mark.parametrize("face", [MEDIUM, BOLD])
def test_capitals_with_two_marks_keep_the_upper_one(face: str) -> None:
    def top_of(letter: str) -> int:
        roll = Roll(100, 10)
        roll.text(letter, 26, face=face)
        box = ImageOps.invert(roll.finished().convert("L")).getbbox()
        assert box is not None
        return box[1]

    for letters in ("EÊỄ", "OÔỖ", "UƯỮ"):
        bare, one, two = (top_of(letter) for letter in letters)
        assert two < one <= bare
        assert two > 0


@given(text=st.text("abcdeghiklmễộữW-@. \u00a0", max_size=120), width=st.integers(40, 500))
def test_no_line_is_wider_than_the_paper_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = broken_into_lines(text, MEDIUM, 22, width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line, MEDIUM, 22) <= width for line in lines)


@pytest.mark.parametrize("width", RollWidth)
def test_the_office_s_picture_stands_at_the_head_in_black_and_white(width: RollWidth) -> None:
    file = BytesIO()
    ring = Image.new("RGB", (400, 200), (250, 230, 40))
    ImageDraw.Draw(ring).ellipse((120, 20, 280, 180), fill=(200, 20, 30))
    ring.save(file, "PNG")
    content = replace(receipt(a_dossier(), a_slip()), logo=file.getvalue())

    picture = receipt_picture(content, width)

    bare = receipt_picture(replace(content, logo=b""), width)
    head = picture.crop((0, 0, picture.width, picture.height - bare.height))
    inked = ImageOps.invert(head.convert("L")).getbbox()
    assert inked is not None
    left, top, right, bottom = inked
    assert abs(left + right - picture.width) <= 2
    assert 50 <= bottom - top <= 100
    assert qr_texts(picture.convert("L")) == [content.qr_text]


@pytest.mark.parametrize("ground", ["white", (10, 30, 80), (60, 60, 60)])
@pytest.mark.parametrize("shape", [(120, 20, 30), (250, 220, 40), (14, 34, 90)])
def test_a_dark_picture_is_drawn_by_its_edges_and_is_no_black_block(
    ground: str | tuple[int, int, int], shape: tuple[int, int, int]
) -> None:
    file = BytesIO()
    emblem = Image.new("RGB", (400, 400), ground)
    draw = ImageDraw.Draw(emblem)
    draw.ellipse((10, 10, 390, 390), fill=(20, 20, 60))
    draw.rectangle((120, 120, 280, 280), fill=shape)
    emblem.save(file, "PNG")

    drawn = black_and_white(file.getvalue(), 96, 500)

    ink = ImageOps.invert(drawn)
    assert 0 < ink.histogram()[255] < 0.4 * 96 * 96
    seen = ink.crop((24, 24, 72, 72)).getbbox()
    assert seen is not None
    assert min(seen[2] - seen[0], seen[3] - seen[1]) >= 36, "the shape in the middle is seen"


def test_a_last_syllable_does_not_stand_alone() -> None:
    text = "THANH TOÁN – KHÔNG PHẢI BIÊN LAI"
    width = text_width("THANH TOÁN – KHÔNG PHẢI BIÊN", BOLD, 22) + 1

    assert broken_into_lines(text, BOLD, 22, width) == ["THANH TOÁN – KHÔNG PHẢI", "BIÊN LAI"]


@given(text=st.text("aễ ", max_size=120))
def test_balancing_costs_no_line(text: str) -> None:
    assert len(balanced_lines(text, MEDIUM, 22, 300)) == len(
        broken_into_lines(text, MEDIUM, 22, 300)
    )


def test_a_shortened_text_ends_at_a_whole_word() -> None:
    lines = broken_into_lines("Quyết định phê duyệt quy hoạch chi tiết", MEDIUM, 22, 200)

    kept = elided(lines, 2, MEDIUM, 22, 200)

    assert len(kept) == 2
    assert kept[1].endswith(" …")
    assert lines[1].startswith(kept[1].removesuffix(" …"))
    assert text_width(kept[1], MEDIUM, 22) <= 200
    assert elided(lines, 9, MEDIUM, 22, 200) == lines


def test_a_long_code_shrinks_before_it_breaks() -> None:
    sizes = range(44, 29, -2)

    assert fitting_size("H42.06-261123-0217", BOLD, sizes, 556) == 44
    assert fitting_size("000.00.17.H25-261123-0217", BOLD, sizes, 556) < 44
    assert fitting_size("W" * 60, BOLD, sizes, 556) == 30
