"""Whether clean pages can still be read, and whether stamps keep their colours.

Tesseract reads the scans as they came and what the pipeline made of them; words count that it also
finds on the page as it was printed. It is a measure here, no part of the program.
"""

import io
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.pdf import pdf_bytes
from devices.page_pipeline.result import CleanPage, Profile, Wanted
from station.domain.journal import VIETNAM
from tests.bench.timing import Line
from tests.colour_difference import delta_e_2000, lab_of
from tests.scanned_pages import HEIGHT, WIDTH, Kind, ScannedPage, scanned

_SEED = int(os.environ.get("BENCH_SEED", "20261126"))
_KINDS = (Kind.LETTER, Kind.FORM, Kind.TABLE, Kind.STAMPED)
_WORD = re.compile(r"\w{2,}")
_TOLERANCE = 0.005
"""Two words of the four pages: what the reading of one page varies by."""


def lines(folder: Path) -> Iterator[Line]:
    """Read pages, and measure the colours of a stamp and a signature."""
    pages = [scanned(kind, _SEED + number, skew=0.7) for number, kind in enumerate(_KINDS)]
    yield from _read(pages)
    yield from _colours()


def _read(pages: list[ScannedPage]) -> Iterator[Line]:
    if shutil.which("tesseract") is None:
        yield Line("words read on clean pages", "Tesseract is not installed", "", None)
        return
    truth = [_words(page.clean) for page in pages]
    known = sum(one.total() for one in truth)

    def recall(pictures: list[NDArray[np.uint8]]) -> float:
        found = (_words(one) & words for one, words in zip(pictures, truth, strict=True))
        return sum(one.total() for one in found) / known

    before = recall([_as_sent(page) for page in pages])
    yield Line(f"words read on scans, of {known}", f"{before:.3f}", "", None)
    for profile in (Profile.COLOR, Profile.MONO):
        clean = [clean_page(page.pixels, 300, Wanted(profile=profile)) for page in pages]
        after = recall([_shown(page) for page in clean])
        yield Line(
            f"  on clean pages, {profile.value}", f"{after:.3f}", "not lower",
            after >= before - _TOLERANCE,
        )  # fmt: skip


def _as_sent(page: ScannedPage) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(page.jpeg(80))))


def _shown(page: CleanPage) -> NDArray[np.uint8]:
    pdf = pdf_bytes([page], title="x", made_at=datetime(2026, 11, 26, tzinfo=VIETNAM))
    with pypdfium2.PdfDocument(pdf) as document:
        return np.asarray(document[0].render(scale=300 / 72, rev_byteorder=True).to_numpy())


def _words(picture: NDArray[np.uint8]) -> Counter[str]:
    done, content = cv2.imencode(".png", cv2.cvtColor(picture[..., :3], cv2.COLOR_RGB2BGR))
    assert done
    read = subprocess.run(
        ["tesseract", "-", "-", "-l", "vie", "--psm", "4", "--dpi", "300"],
        input=content.tobytes(), capture_output=True, check=True, timeout=300,
        env=os.environ | {"OMP_THREAD_LIMIT": "1"},
    ).stdout.decode()  # fmt: skip
    return Counter(_WORD.findall(read.lower()))


def _colours() -> Iterator[Line]:
    medians: dict[str, list[float]] = {"red": [], "blue": []}
    for number in range(3):
        page = scanned(Kind.STAMPED, _SEED + number, skew=0.0, dirt=0.0)
        shown = _shown(clean_page(page.pixels, 300))[..., :3]
        cut = page.clean[: HEIGHT // 12 * 12, : WIDTH // 12 * 12]  # as the pipeline does
        expected = 20 + cut.astype(np.float32) * (235 / 255)
        truth = np.asarray(
            cv2.resize(expected, (shown.shape[1], shown.shape[0]), interpolation=cv2.INTER_AREA),
            np.uint8,
        )
        off = delta_e_2000(lab_of(shown), lab_of(truth))
        red = (truth[..., 0] > 180) & (truth[..., 1] < 90)
        blue = (truth[..., 2] > 140) & (truth[..., 0] < 100)
        for name, ink in (("red", red), ("blue", blue)):
            solid = cv2.erode(ink.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
            medians[name].append(float(np.median(off[solid])))
    worst = max(max(values) for values in medians.values())
    said = ", ".join(f"{name} {max(values):.1f}" for name, values in medians.items())
    yield Line("  stamps and signatures, ΔE2000", said, "≤ 3", worst <= 3)
