"""Stickers of shelves: each code is the shelf's name, and nothing leaves its sticker."""

import pytest
from reportlab.lib.units import mm

from devices.papers.rendered_papers import RenderedPapers
from station.forms.shelf_label import BadShelfNamesError, shelf_labels
from tests.paper_samples import OFFICE, PRINTED_AT
from tests.pdf_reading import ink_outside, pages_of, picture_of, qr_texts


def pdf_of(*names: str) -> bytes:
    labels = shelf_labels(names, OFFICE, counter="Quầy 3", printed_at=PRINTED_AT)
    return RenderedPapers().shelf_labels_pdf(labels)


def test_every_shelf_has_its_sticker_and_its_code() -> None:
    names = [f"A{number}" for number in range(1, 26)]

    pdf = pdf_of(*names)

    pages = pages_of(pdf)
    assert len(pages) == 2
    assert [name for name in names if name in " ".join(pages).split()] == names
    assert sorted(qr_texts(picture_of(pdf, 0))) == sorted(names[:24])
    assert qr_texts(picture_of(pdf, 1)) == ["A25"]


def test_the_longest_name_stays_on_its_sticker() -> None:
    pdf = pdf_of("W" * 20, "kệ")

    assert "KỆ" in pages_of(pdf)[0]
    area = (1, 1, 139 * mm, 36 * mm)
    assert ink_outside(picture_of(pdf, dpi=150), [area], 150) is None


@pytest.mark.parametrize("names", [(), ("",), ("A" * 21,), ("\u202e",), ("A",) * 241])
def test_names_that_no_sticker_holds_are_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(BadShelfNamesError):
        shelf_labels(names, OFFICE, counter="Quầy 3", printed_at=PRINTED_AT)
