"""What an officer does to a page is in what is filed: turned, masked for good, two sides on one."""

import io
from datetime import datetime
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from devices.document_bounds import DamagedPdfError
from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.kept_page import NotAPageError, packed, unpacked
from devices.page_pipeline.page_files import open_page
from devices.page_pipeline.result import CleanPage, PageContent, Profile, Wanted
from devices.page_pipeline.sheet_recipe import SheetRecipe, Side
from devices.page_pipeline.sheets import drawn, made
from devices.page_pipeline.split_file import split_file
from devices.page_pipeline.studio import PageStudio
from devices.samples.id_card import draw_sample_id_card
from devices.samples.pages import PageKind, draw_scanned_page
from station.domain.journal import VIETNAM

AT = datetime(2026, 11, 26, 9, 0, tzinfo=VIETNAM)
SCANNED = draw_scanned_page(PageKind.APPLICATION_FORM, 1)


@pytest.fixture(scope="module", params=[Profile.COLOR, Profile.MONO])
def page(request: pytest.FixtureRequest) -> CleanPage:
    picture = open_page(PageContent(SCANNED))
    return clean_page(picture.pixels, picture.dpi, Wanted(profile=request.param))


def test_a_page_comes_back_from_its_bytes(page: CleanPage) -> None:
    assert unpacked(packed(page)) == page
    with pytest.raises(NotAPageError):
        unpacked(packed(page)[:-10])


def test_four_quarter_turns_show_the_same_page(page: CleanPage) -> None:
    quarter = made(SheetRecipe(Side(page, turns=1)))
    whole = made(SheetRecipe(Side(quarter, turns=3)))

    assert (quarter.width, quarter.height) == (page.height, page.width)
    difference = np.abs(drawn(whole).astype(int) - drawn(page).astype(int))
    assert difference.mean() < 1.0
    upper_left, turned = drawn(page)[:200, :300], np.rot90(drawn(quarter), 1)[:200, :300]
    assert np.abs(upper_left.astype(int) - turned.astype(int)).mean() < 2.0


def test_the_pixels_below_a_mask_are_gone_from_every_layer(page: CleanPage) -> None:
    box = (1000, 500, 8000, 4000)

    masked = made(SheetRecipe(Side(page, masks=(box,))))

    pixels = drawn(masked)
    rows, columns = slice(130, 1020), slice(180, 1470)
    assert pixels[rows, columns].max() <= 16  # JPEG may be a little off black
    assert drawn(page)[rows, columns].max() > 200
    for layer in (masked.background, masked.text):
        if layer is not None and layer.bits == 8:
            with Image.open(io.BytesIO(layer.content)) as stored:
                below = np.asarray(stored.convert("L"))
            height, width = below.shape
            assert (
                below[height * 8 // 100 : height * 40 // 100, width // 8 : width * 7 // 8].max()
                <= 16
            )


def test_two_sides_of_a_card_make_one_a4_in_their_own_size() -> None:
    card = Image.open(io.BytesIO(draw_sample_id_card())).convert("RGB").resize((674, 425))
    sheet = Image.new("RGB", (1654, 2339), (250, 250, 248))
    sheet.paste(card, (200, 300))
    side = clean_page(np.asarray(sheet), 200.0)

    joined = made(SheetRecipe(Side(side), Side(side, turns=2)))

    assert (joined.width, joined.height) == (1654, 2339)
    dark = drawn(joined).min(axis=2) < 200
    for half in (dark[:1169], dark[1169:]):
        columns, rows = np.flatnonzero(half.any(axis=0)), np.flatnonzero(half.any(axis=1))
        assert abs((columns[-1] - columns[0]) - 674) < 40
        assert abs((rows[-1] - rows[0]) - 425) < 40


def test_files_of_several_pages_are_split() -> None:
    document = pypdfium2.PdfDocument.new()
    for width in (200, 300):
        document.new_page(width, 400)
    buffer = io.BytesIO()
    document.save(buffer)
    tiff = io.BytesIO()
    frames = [Image.new("L", (300, 400), shade) for shade in (10, 200)]
    frames[0].save(tiff, "TIFF", save_all=True, append_images=frames[1:], dpi=(200, 200))

    of_pdf, of_tiff = split_file(buffer.getvalue()), list(split_file(tiff.getvalue()))

    assert [pypdfium2.PdfDocument(part)[0].get_width() for part in of_pdf] == [200, 300]
    assert [int(open_page(PageContent(part)).pixels[5, 5, 0]) for part in of_tiff] == [10, 200]
    assert open_page(PageContent(of_tiff[0])).dpi == pytest.approx(200, abs=0.01)
    assert list(split_file(SCANNED)) == [SCANNED]


def test_frames_of_every_kind_of_pixels_are_split() -> None:
    frames = [Image.new(kind, (300, 400)) for kind in ("1", "CMYK", "F", "L")]
    tiff = io.BytesIO()
    frames[0].save(tiff, "TIFF", save_all=True, append_images=frames[1:], compression="tiff_lzw")
    studio = PageStudio()
    try:
        parts = list(studio.split(tiff.getvalue()))
    finally:
        studio.close()

    assert [open_page(PageContent(part)).pixels.shape for part in parts] == [(400, 300, 3)] * 4


def test_the_studio_draws_views_writes_documents_and_outlives_bad_pages(tmp_path: Path) -> None:
    picture = open_page(PageContent(SCANNED))
    page = clean_page(picture.pixels, picture.dpi)
    studio = PageStudio()
    try:
        with Image.open(io.BytesIO(studio.thumbnail(SCANNED))) as small:
            assert small.height == 256 or small.width == 176
        with Image.open(io.BytesIO(studio.view(SheetRecipe(Side(page)), 500))) as view:
            assert view.width == 500
        with pytest.raises(DamagedPdfError):
            list(studio.split(b"%PDF-1.7 no page at all"))
        recipes = [SheetRecipe(Side(page)), SheetRecipe(Side(page, turns=1))]
        pdf = studio.document(recipes, title="Tờ khai", made_at=AT, facts={"draft": "1"})
        assert len(pypdfium2.PdfDocument(pdf)) == 2
    finally:
        studio.close()
