"""Files to a PDF: the right pages, in order, whole or not at all."""

import hashlib
import io
import os
import signal
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import page as page_validation
import pikepdf
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image

from devices.page_pipeline.budget import OverBudgetError
from devices.page_pipeline.clean_files import (
    BadPageError,
    CleanedFiles,
    OnlyBlankPagesError,
    Order,
    clean_files,
)
from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.result import PageRef, Profile, Wanted
from devices.page_pipeline.worker import PageFailedError, PageWorker
from devices.pictures import (
    NotAPictureError,
    PictureDamagedError,
    PictureMissingError,
    PictureTooManyPixelsError,
)
from station.domain.journal import VIETNAM
from station.errors import StationError
from tests.devices.test_pictures import png_that_declares
from tests.scanned_pages import Kind, printed, scanned

MADE_AT = datetime(2026, 11, 26, 9, 30, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scans")
    for name, kind, seed in (
        ("letter", Kind.LETTER, 1),
        ("stamped", Kind.STAMPED, 3),
        ("blank", Kind.BLANK, 2),
    ):
        (folder / f"{name}.jpg").write_bytes(scanned(kind, seed).jpeg())
    pages = [Image.open(folder / f"{name}.jpg").convert("L").resize((827, 1169))
             for name in ("letter", "blank", "stamped")]  # fmt: skip
    pages[0].save(folder / "three.tif", save_all=True, append_images=pages[1:], dpi=(100, 100))
    pages[0].save(folder / "two.pdf", save_all=True, append_images=pages[2:], resolution=100)
    (folder / "notes.jpg").write_text("no picture")
    (folder / "cut.jpg").write_bytes((folder / "letter.jpg").read_bytes()[:200_000])
    (folder / "huge.png").write_bytes(png_that_declares(30_000, 30_000))
    Image.new("RGB", (1, 1)).save(folder / "dot.png")
    return folder


@pytest.fixture
def worker() -> Iterator[PageWorker]:
    worker = PageWorker()
    yield worker
    worker.close()


def cleaned(
    files: list[Path], output: Path, profile: Profile = Profile.COLOR, **more: Any
) -> CleanedFiles:
    wanted = Wanted(profile=profile)
    order = Order(output=output, wanted=wanted, made_at=MADE_AT, **more)
    return clean_files(files, order)


@pytest.mark.parametrize("profile", list(Profile))
def test_a_pdf_of_every_profile_is_archivable_small_and_shows_the_page(
    scans: Path, tmp_path: Path, profile: Profile
) -> None:
    output = tmp_path / "out.pdf"

    result = cleaned([scans / "letter.jpg", scans / "stamped.jpg"], output, profile)

    report = page_validation.validate_pdf(
        str(output), profile=page_validation.ValidationProfile.PDF_A_2B
    )
    assert report.is_compliant, report
    assert result.bytes == output.stat().st_size
    assert result.bytes / 2 < (45_000 if profile is Profile.MONO else 95_000)
    with pypdfium2.PdfDocument(output) as document:
        assert len(document) == 2
        assert document[0].get_size() == pytest.approx((595, 842), abs=3)
        shown = document[0].render(scale=100 / 72).to_numpy()[..., :3]
    upright = printed(Kind.LETTER, 1)
    expected = cv2.resize(upright, shown.shape[1::-1], interpolation=cv2.INTER_AREA)
    light = cv2.GaussianBlur(shown, (0, 0), 3).astype(int) - cv2.GaussianBlur(expected, (0, 0), 3)
    assert np.abs(light[40:-40, 40:-40]).mean() < 12


def test_the_pdf_says_what_it_is(scans: Path, tmp_path: Path) -> None:
    facts = {"dossierCode": "000.00.17.H25-261126-0001", "documentKey": "1"}
    cleaned([scans / "letter.jpg"], tmp_path / "giay-khai-sinh.pdf", facts=facts)

    with pikepdf.open(tmp_path / "giay-khai-sinh.pdf") as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "giay-khai-sinh"
        assert metadata["xmp:CreateDate"] == "2026-11-26T09:30:00+07:00"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
        source = hashlib.sha256((scans / "letter.jpg").read_bytes()).hexdigest()
        assert metadata["pdf:Keywords"] == (
            f"dossierCode=000.00.17.H25-261126-0001; documentKey=1; sourceSha256={source}"
        )


def test_a_part_keeps_within_its_bytes_or_says_that_it_cannot(scans: Path, tmp_path: Path) -> None:
    files = [scans / "letter.jpg", scans / "stamped.jpg"]
    free = cleaned(files, tmp_path / "free.pdf").bytes
    most = int(free * 0.8)

    tight = cleaned(files, tmp_path / "tight.pdf", most_bytes=most).bytes

    assert tight <= most
    report = page_validation.validate_pdf(
        str(tmp_path / "tight.pdf"), profile=page_validation.ValidationProfile.PDF_A_2B
    )
    assert report.is_compliant, report
    with pytest.raises(OverBudgetError) as refused:
        cleaned(files, tmp_path / "none.pdf", most_bytes=20_000)
    assert refused.value.details["bytes"] > 20_000
    assert not (tmp_path / "none.pdf").exists()


def test_every_page_is_told_in_order_and_blank_ones_are_set_aside(
    scans: Path, tmp_path: Path
) -> None:
    files = [scans / "three.tif", scans / "two.pdf", scans / "stamped.jpg"]

    result = cleaned(files, tmp_path / "out.pdf")

    assert [(Path(one.source).name, one.page) for one in result.pages] == [
        ("three.tif", 1), ("three.tif", 2), ("three.tif", 3),
        ("two.pdf", 1), ("two.pdf", 2), ("stamped.jpg", 1),
    ]  # fmt: skip
    assert [one.kept for one in result.pages] == [True, False, True, True, True, True]
    assert [one.blank for one in result.pages] == [not one.kept for one in result.pages]
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        assert len(document) == 5


def test_a_page_of_low_resolution_is_named(scans: Path, tmp_path: Path) -> None:
    (page, *_) = cleaned([scans / "three.tif"], tmp_path / "out.pdf").pages

    assert not page.quality.ok
    assert "low_resolution" in page.quality.reasons


def test_a_page_upside_down_is_turned_and_named(scans: Path, tmp_path: Path) -> None:
    turned = Image.open(scans / "letter.jpg").rotate(180)
    turned.save(tmp_path / "turned.jpg", quality=90)

    (page,) = cleaned([tmp_path / "turned.jpg"], tmp_path / "out.pdf").pages

    assert page.rotated == 180
    assert page.quality.reasons == ("upside_down",)
    assert page.quality.ok


def test_blank_pages_are_kept_where_they_are_wanted(scans: Path, tmp_path: Path) -> None:
    (page,) = cleaned([scans / "blank.jpg"], tmp_path / "out.pdf", keep_blank=True).pages

    assert (page.blank, page.kept) == (True, True)


def test_only_blank_pages_give_no_file(scans: Path, tmp_path: Path) -> None:
    with pytest.raises(OnlyBlankPagesError):
        cleaned([scans / "blank.jpg"], tmp_path / "out.pdf")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("notes.jpg", NotAPictureError),
        ("huge.png", PictureTooManyPixelsError),
        ("cut.jpg", BadPageError),
        ("dot.png", BadPageError),
    ],
)
def test_a_bad_file_leaves_the_output_as_it_was(
    scans: Path, tmp_path: Path, name: str, error: type[StationError]
) -> None:
    output = tmp_path / "out.pdf"
    output.write_bytes(b"before")

    with pytest.raises(error):
        cleaned([scans / "letter.jpg", scans / name], output)

    assert output.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]


def test_one_bad_page_costs_only_itself(scans: Path, worker: PageWorker) -> None:
    refs = [PageRef(scans / name, 1) for name in ("letter.jpg", "cut.jpg", "stamped.jpg")]

    outcomes = list(worker.clean(refs, Wanted()))

    assert [one.ref for one in outcomes] == refs
    assert [one.page is not None for one in outcomes] == [True, False, True]
    assert isinstance(outcomes[1].error, PictureDamagedError)


def test_pages_survive_the_death_of_the_process(scans: Path, worker: PageWorker) -> None:
    refs = [PageRef(scans / "letter.jpg", 1)] * 6
    outcomes = worker.clean(refs, Wanted(profile=Profile.MONO))
    first = next(outcomes)
    assert worker.process_id is not None
    os.kill(worker.process_id, signal.SIGTERM)

    rest = list(outcomes)

    assert first.page is not None
    assert [one.page.size for one in rest if one.page] == [first.page.size] * 5


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_page_that_hangs_is_named_and_not_waited_for_twice(
    scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = PageWorker(timeout_s=0.2)
    with pytest.raises(PictureMissingError):
        worker.count_pages(scans / "none.pdf")
    os.kill(worker.process_id or 0, signal.SIGSTOP)
    monkeypatch.setattr(worker, "_alone", lambda *_: pytest.fail("it was waited for again"))

    (outcome,) = worker.clean([PageRef(scans / "letter.jpg", 1)], Wanted())
    worker.close()

    assert isinstance(outcome.error, PageFailedError)


@pytest.fixture(scope="module")
def gray_letter() -> NDArray[np.uint8]:
    return np.asarray(scanned(Kind.LETTER, 7, skew=0.0).pixels.mean(axis=2), np.uint8)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "RGBA", "I;16"])
def test_every_kind_of_pixels_gives_the_same_page(
    mode: str, gray_letter: NDArray[np.uint8], tmp_path: Path
) -> None:
    sheet = Image.fromarray(gray_letter)
    if mode == "I;16":
        sheet = Image.fromarray(gray_letter.astype(np.uint16) * 257)
    elif mode == "1":
        sheet = sheet.point(lambda level: 255 * (level > 140)).convert("1")
    else:
        sheet = sheet.convert(mode)
    sheet.save(tmp_path / "page.tif", dpi=(300, 300))
    from devices.page_pipeline.page_files import open_page

    picture = open_page(PageRef(tmp_path / "page.tif", 1))
    result = clean_page(picture.pixels, picture.dpi, Wanted(profile=Profile.MONO))

    assert not result.blank
    assert result.text is not None
    assert abs(result.skew_degrees) < 0.1
    assert 15_000 < len(result.text.content) < 60_000


def test_a_fax_with_flat_pixels_keeps_its_shape(tmp_path: Path) -> None:
    from devices.page_pipeline.page_files import open_page

    buffer = io.BytesIO()
    Image.new("L", (1728, 1145), 255).save(buffer, "TIFF", dpi=(204, 98))
    (tmp_path / "fax.tif").write_bytes(buffer.getvalue())

    picture = open_page(PageRef(tmp_path / "fax.tif", 1))

    height, width = picture.pixels.shape[:2]
    assert picture.dpi == pytest.approx(204)
    assert height / width == pytest.approx((1145 / 98) / (1728 / 204), rel=0.01)
