"""Form 01 with the largest picture of an office that is taken: still a small file."""

import random
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from devices.papers.form_01 import form_01_pdf
from station.ports.papers import SlipPaper
from tests.paper_samples import OFFICE, a_slip
from ui.office_head import LARGEST_LOGO

LARGEST_FILE = 60_000


@pytest.mark.parametrize("paper", SlipPaper)
def test_the_largest_picture_of_an_office_that_is_taken_leaves_the_file_small(
    paper: SlipPaper,
) -> None:
    chance = random.Random(20261127)
    noise = bytes(chance.randrange(64) for _ in range(150 * 150))
    sides = range(150, 60, -2)
    logo = next(png for side in sides if len(png := _png(noise, side)) <= LARGEST_LOGO)
    assert len(logo) > 0.9 * LARGEST_LOGO

    pdf = form_01_pdf(replace(a_slip(), office=replace(OFFICE, logo=logo)), paper)

    assert len(pdf) <= LARGEST_FILE


def _png(noise: bytes, side: int) -> bytes:
    picture = Image.frombytes("P", (side, side), noise[: side * side])
    picture.putpalette([value for colour in range(64) for value in (colour * 4, 255 - colour, 30)])
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
