"""Pages that no scanner should deliver: cleaned or refused by name, in time, never a crash."""

import io
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from devices.page_pipeline.acquire import acquire
from devices.page_pipeline.clean_files import Order
from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.page_files import NoPageError, open_page
from devices.page_pipeline.result import CleanPage, PageContent, PageRef, Wanted
from devices.page_pipeline.worker import PageFailedError, PageWorker
from devices.pictures import PictureDamagedError, PictureTooManyPixelsError
from local_store.problems import DiskFullError
from local_store.vault import FileVault
from station.domain.journal import VIETNAM
from station.errors import StationError
from station.ports.scanners import ScanRequest
from tests.hostile_pdfs import forms_in_forms
from tests.scanned_pages import Kind, scanned

_MOST_SECONDS = 60
MADE_AT = datetime(2026, 11, 26, 9, 30, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def worker() -> Iterator[PageWorker]:
    worker = PageWorker()
    yield worker
    worker.close()


def encoded(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def cleaned(worker: PageWorker, content: bytes) -> CleanPage | StationError:
    started = time.monotonic()
    (outcome,) = worker.clean([PageContent(content, 1)], Wanted())
    assert time.monotonic() - started < _MOST_SECONDS
    result = outcome.page or outcome.error
    assert result is not None
    return result


def test_a_page_that_draws_for_ever_is_named_and_the_next_one_is_cleaned() -> None:
    worker = PageWorker(timeout_s=3.0)
    try:
        (outcome,) = worker.clean([PageContent(forms_in_forms())], Wanted())
        worker._timeout_s = _MOST_SECONDS
        fine = cleaned(worker, encoded(written_letter()))
    finally:
        worker.close()

    assert isinstance(outcome.error, PageFailedError)
    assert isinstance(fine, CleanPage)


@cache
def written_letter() -> Image.Image:
    return Image.fromarray(scanned(Kind.LETTER, 8, skew=0.0).pixels).resize((1240, 1754))


@pytest.mark.parametrize("size", [(30_000, 1_000), (1_000, 30_000), (9_900, 9_900)])
def test_a_page_of_thirty_thousand_pixels_is_cleaned_in_time(
    worker: PageWorker, size: tuple[int, int]
) -> None:
    page = Image.new("L", size, 250)
    page.paste(40, (400, 400, 700, 600))

    result = cleaned(worker, encoded(page))

    assert isinstance(result, CleanPage), result
    assert max(result.width, result.height) <= 4_000


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (99, 400)])
def test_a_page_of_one_pixel_is_named(worker: PageWorker, size: tuple[int, int]) -> None:
    assert isinstance(cleaned(worker, encoded(Image.new("RGB", size))), NoPageError)


def test_more_pixels_than_can_be_held_are_refused(worker: PageWorker) -> None:
    bomb = encoded(Image.new("1", (12_000, 9_000), 1), "TIFF", compression="group4")

    assert len(bomb) < 20_000
    assert isinstance(cleaned(worker, bomb), PictureTooManyPixelsError)


def test_what_shines_through_a_transparent_page_is_paper(worker: PageWorker) -> None:
    page = written_letter().convert("RGBA")
    ink = np.asarray(page.convert("L")) < 128
    see_through = np.zeros((*ink.shape, 4), np.uint8)
    see_through[ink] = (0, 0, 0, 255)

    result = cleaned(worker, encoded(Image.fromarray(see_through), dpi=(150, 150)))

    assert isinstance(result, CleanPage)
    assert result.text is not None
    assert not result.blank


def test_a_fax_that_counts_white_as_nought_is_not_a_negative(worker: PageWorker) -> None:
    bits = written_letter().convert("L").point(lambda level: 255 * (level > 140)).convert("1")
    pages = [
        cleaned(worker, encoded(bits, "TIFF", compression="group4", dpi=(150, 150))),
        cleaned(worker, encoded(bits, "TIFF", compression="raw", dpi=(150, 150),
                                tiffinfo={262: 0})),
    ]  # fmt: skip

    for page in pages:
        assert isinstance(page, CleanPage)
        assert page.text is not None
        assert not page.blank
        assert page.defects == pages[0].defects  # type: ignore[union-attr]


@pytest.mark.parametrize("dpi", [(1, 1), (20_000, 20_000), (72, 72), (0, 0)])
def test_a_wrong_pitch_still_gives_a_sheet_of_a4(worker: PageWorker, dpi: tuple[int, int]) -> None:
    result = cleaned(worker, encoded(written_letter(), dpi=dpi))

    assert isinstance(result, CleanPage)
    assert result.height == pytest.approx(2339, rel=0.02)


def _longer(tiff: bytearray) -> None:
    at = max(tiff.find(b"\x01\x01\x04\x00"), tiff.find(b"\x01\x01\x03\x00"))
    tiff[at + 8 : at + 10] = (9_000).to_bytes(2, "little")


def _elsewhere(tiff: bytearray) -> None:
    tiff[4:8] = (len(tiff) + 5_000).to_bytes(4, "little")


def _again_and_again(tiff: bytearray) -> None:
    """Have the list of pages lead back to its first."""
    first = int.from_bytes(tiff[4:8], "little")
    entries = int.from_bytes(tiff[first : first + 2], "little")
    tiff[first + 2 + 12 * entries : first + 6 + 12 * entries] = first.to_bytes(4, "little")


@pytest.mark.parametrize("lie", [_longer, _elsewhere, _again_and_again])
def test_a_tiff_whose_header_lies_is_named_or_is_one_page(
    worker: PageWorker, lie: Callable[[bytearray], None], tmp_path: Path
) -> None:
    tiff = bytearray(encoded(written_letter(), "TIFF", compression="tiff_lzw", dpi=(150, 150)))
    lie(tiff)
    file = tmp_path / "lies.tif"
    file.write_bytes(tiff)
    started = time.monotonic()

    try:
        assert worker.count_pages(file) == 1
    except StationError as error:
        assert error.code.startswith(("IMG-", "FIL-"))  # noqa: PT017 - either is right
    result = cleaned(worker, bytes(tiff))

    assert time.monotonic() - started < _MOST_SECONDS
    assert isinstance(result, CleanPage | StationError)


def test_a_page_that_was_cut_off_is_named_and_costs_itself(tmp_path: Path) -> None:
    whole = scanned(Kind.LETTER, 9).jpeg()
    for share in (0.02, 0.5, 0.98):
        (tmp_path / "cut.jpg").write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(PictureDamagedError):
            open_page(PageRef(tmp_path / "cut.jpg", 1))


class ThreePages:
    """A feeder that fills the disk, not a real scanner."""

    name = "khay"
    simulated = True

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        for seed in range(3):
            yield encoded(written_letter(), "JPEG", quality=70, dpi=(150, 150 + seed))


class VaultShelf:
    """Pages in a page store, and in which order they came."""

    def __init__(self, vault: FileVault) -> None:
        self.vault, self.names = vault, list[str]()

    def earlier(self) -> Sequence[str]:
        return tuple(self.names)

    def read(self, name: str) -> bytes:
        return self.vault.get(name)

    def keep(self, content: bytes) -> None:
        self.names.append(self.vault.put(content))

    def keep_first(self, count: int) -> None:
        del self.names[count:]

    def clear(self) -> None:
        self.names.clear()


def test_a_disk_that_fills_leaves_the_earlier_pages_and_the_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    shelf = VaultShelf(FileVault(tmp_path / "pages", bytes(32)))
    order = Order(output=tmp_path / "out.pdf", wanted=Wanted(), made_at=MADE_AT)
    true_fsync = os.fsync

    def full_after_two(descriptor: int) -> None:
        if len(shelf.names) == 2:
            raise OSError(28, "No space left on device")
        true_fsync(descriptor)

    scanner: Any = ThreePages()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full_after_two)
        with pytest.raises(DiskFullError):
            acquire(scanner, ScanRequest(), order, shelf, resume=False)

    assert len([shelf.read(name) for name in shelf.names]) == 2
    assert not (tmp_path / "out.pdf").exists()
    result = acquire(scanner, ScanRequest(), order, shelf, resume=True)
    assert len(result.pages) == 5


def test_noise_is_a_page_like_any_other() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (1754, 1240, 3), np.uint8)

    page = clean_page(noise, 150.0)

    assert not page.blank
