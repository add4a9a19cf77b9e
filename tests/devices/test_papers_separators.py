"""Separator sheets come out of a feeder either way round, askew, coarse: and file their pages."""

from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from devices.page_pipeline.page_codes import qr_texts
from devices.page_pipeline.result import PageContent, Wanted
from devices.page_pipeline.worker import PageWorker
from devices.papers.rendered_papers import RenderedPapers
from station.domain.scan_pages import BASKET, TRAY, in_row
from station.domain.scan_session import ScanSession
from station.domain.separated_run import SeparatedRun
from station.forms.separator_sheet import separator_sheets
from tests.builders import a_procedure
from tests.paper_samples import OFFICE

PROCEDURE = a_procedure()
LONG = "Giấy tờ chứng minh nơi cư trú, " * 12
ROWS = [("row-1", "Tờ khai cấp Giấy xác nhận"), ("row-2", LONG.strip(" ,")), ("other-1", "Đơn ỷ")]


def drawn(dpi: int) -> list[Image.Image]:
    sheets = separator_sheets(
        PROCEDURE, ROWS, OFFICE, printed_at=datetime(2026, 11, 25, tzinfo=UTC)
    )
    document = pypdfium2.PdfDocument(RenderedPapers().separators_pdf(sheets))
    pages = [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]
    document.close()
    return pages


def text_of(page: int) -> str:
    sheets = separator_sheets(
        PROCEDURE, ROWS, OFFICE, printed_at=datetime(2026, 11, 25, tzinfo=UTC)
    )
    document = pypdfium2.PdfDocument(RenderedPapers().separators_pdf(sheets))
    words = document[page].get_textpage().get_text_range()
    document.close()
    return " ".join(words.split())


def test_people_read_the_number_and_the_whole_name_of_the_row() -> None:
    for number, (_, name) in enumerate(ROWS):
        words = text_of(number)
        assert str(number + 1) in words.split()
        assert name in words
        assert PROCEDURE.code in words


@pytest.mark.parametrize(
    ("turned", "dpi", "askew"),
    [(0, 300, -7.0), (180, 200, 4.0), (180, 100, 0.0), (90, 100, -4.0), (270, 200, 7.0)],
)
def test_a_pile_with_sheets_files_itself_whichever_way_round(
    turned: int, dpi: int, askew: float
) -> None:
    rows = dict(ROWS)
    session, run = ScanSession(), SeparatedRun(PROCEDURE.code, rows)
    paper = Image.new("RGB", (round(8.27 * dpi), round(11.69 * dpi)), (246, 245, 240))
    fed: list[tuple[UUID, Image.Image]] = []
    for number, sheet in enumerate(drawn(dpi)):
        fed.append((UUID(int=2 * number + 1), sheet.rotate(turned, expand=True)))
        fed.append((UUID(int=2 * number + 2), paper))
    for page_id, picture in fed:
        tilted = picture.rotate(askew, fillcolor=(235, 235, 230), resample=Image.Resampling.BICUBIC)
        codes = qr_texts(np.asarray(tilted), float(dpi))
        session = run.file(session.receive(page_id), page_id, codes, blank=False)

    places = [page.state.place for page in session.pages]
    assert places == [place for key in rows for place in (BASKET, in_row(key))]
    assert run.unmatched == 0


def test_the_pipeline_reads_the_sheet_of_a_worn_grey_copy() -> None:
    """Copied twice: grey ground, specks, a little soft. The whole way a page of the desk goes."""
    chance = np.random.default_rng(5)
    (sheet, *_) = drawn(200)
    worn = np.asarray(sheet.resize((1100, 1556)).resize(sheet.size), np.float32) * 0.75 + 40
    worn += chance.normal(0, 9, worn.shape)
    picture = BytesIO()
    Image.fromarray(np.clip(worn, 0, 255).astype(np.uint8)).save(picture, "JPEG", dpi=(200, 200))
    worker = PageWorker()
    try:
        (outcome,) = worker.clean([PageContent(picture.getvalue())], Wanted(codes=True))
    finally:
        worker.close()
    assert outcome.page is not None
    page = outcome.page

    session = ScanSession().receive(first := _id())
    run = SeparatedRun(PROCEDURE.code, dict(ROWS))
    filed = run.file(session, first, page.codes, blank=page.blank)

    assert filed.page(first).state.place == BASKET
    assert run.unmatched == 0


def test_a_sheet_with_a_torn_code_is_no_separator_and_its_pages_stay_where_they_are() -> None:
    (sheet, *_) = drawn(200)
    sheet.paste((255, 255, 255), (sheet.width // 2 - 200, 0, sheet.width // 2, sheet.height))
    codes = qr_texts(np.asarray(sheet), 200.0)
    run = SeparatedRun(PROCEDURE.code, dict(ROWS))
    session = run.file(ScanSession().receive(page := _id()), page, codes, blank=False)

    assert session.page(page).state.place == TRAY


def test_a_checklist_without_rows_has_no_sheets() -> None:
    with pytest.raises(ValueError, match="without rows"):
        RenderedPapers().separators_pdf(())


def _id() -> UUID:
    return UUID(int=77)
