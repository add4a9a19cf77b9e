from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from devices.id_readers.codes import read_codes
from devices.papers.reader_test_pdf import reader_test_pdf
from station.domain.reader_test import LETTER_GROUPS, READER_TEST_TEXT


@pytest.mark.parametrize("dots_per_inch", [80, 150, 300])
def test_the_page_holds_the_code_and_every_letter(tmp_path: Path, dots_per_inch: int) -> None:
    pdf = reader_test_pdf(agency="UBND phường", printed_at=datetime(2026, 11, 25, tzinfo=UTC))
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    picture = tmp_path / "page.png"
    page.render(scale=dots_per_inch / 72).to_pil().save(picture)
    words = page.get_textpage().get_text_range()
    pages = len(document)
    document.close()

    assert pages == 1
    assert [code.text for code in read_codes(picture).codes] == [READER_TEST_TEXT]
    small = LETTER_GROUPS[: len(LETTER_GROUPS) // 2]
    assert all(letter in words for group in small for letter in group if not letter.isascii())
