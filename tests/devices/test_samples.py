"""The samples that ship: readable, and the same whenever they are drawn with the same seed."""

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from devices.file_inspection import inspect_file
from devices.id_readers.picture import read_id_card
from devices.samples.id_card import PAYLOAD, draw_sample_id_card
from devices.samples.pages import (
    DPI,
    PAGE_SIZE,
    PageKind,
    draw_sample_pages,
    draw_scanned_page,
)
from station.domain.id_text import parse_id_text

OTHER = "001205004321||Lý Đức Ngọc Ước|17042005|Nam|Buôn Ea Yông, Xã Ea Knuếc, Đắk Lắk|01072022"


@pytest.fixture(scope="module")
def pages() -> dict[PageKind, bytes]:
    return dict(zip(PageKind, draw_sample_pages(), strict=True))


@pytest.mark.parametrize(("payload", "seed"), [(PAYLOAD, 0), (OTHER, 99)])
def test_a_sample_card_is_read_without_a_warning(tmp_path: Path, payload: str, seed: int) -> None:
    file = tmp_path / "card.jpg"
    file.write_bytes(draw_sample_id_card(payload, seed=seed))

    reading = read_id_card(file)

    assert reading.card == parse_id_text(payload)
    assert reading.card is not None
    assert reading.card.warnings == ()


def test_the_card_on_a_copied_page_is_read_too(
    tmp_path: Path, pages: dict[PageKind, bytes]
) -> None:
    file = tmp_path / "page.jpg"
    file.write_bytes(pages[PageKind.ID_COPY])

    assert read_id_card(file).card == parse_id_text(PAYLOAD)


@pytest.mark.parametrize(
    "draw", [draw_sample_id_card, partial(draw_scanned_page, PageKind.SIGNED_PAGE)]
)
def test_a_seed_gives_the_same_bytes_and_another_seed_others(draw: Callable[..., bytes]) -> None:
    first = draw(seed=3)

    assert draw(seed=3) == first
    assert draw(seed=4) != first


@pytest.mark.parametrize("kind", PageKind)
def test_a_page_is_a_sheet_of_a4_that_is_not_pure_white(
    kind: PageKind, pages: dict[PageKind, bytes]
) -> None:
    with Image.open(io.BytesIO(pages[kind])) as page:
        assert page.size == PAGE_SIZE
        assert page.info["dpi"] == (DPI, DPI)
        gray = np.asarray(page.convert("L"))

    assert abs(gray.shape[0] / gray.shape[1] - 297 / 210) < 0.002
    assert 225 < float(np.median(gray)) < 252
    assert float((gray < 110).mean()) > 0.003


def test_the_signed_page_carries_a_red_stamp_and_blue_ink(pages: dict[PageKind, bytes]) -> None:
    with Image.open(io.BytesIO(pages[PageKind.SIGNED_PAGE])) as page:
        red, green, blue = (np.asarray(band).astype(int) for band in page.convert("RGB").split())

    assert int(((red - green > 80) & (red - blue > 80)).sum()) > 5000
    assert int(((blue - red > 60) & (blue - green > 40)).sum()) > 800


def test_the_counter_takes_the_sample_pages(pages: dict[PageKind, bytes]) -> None:
    for content in pages.values():
        assert inspect_file(content) == ("image/jpeg", 1)
