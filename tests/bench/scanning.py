"""Cleaning scanned pages, beside OCRmyPDF and unpaper where they are installed.

``BENCH_FULL=1`` takes 96 pages instead of 24. The limit line decodes and encodes JPEG and does
nothing else, in as many threads: it says how fast this machine is today.
"""

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import pikepdf
from PIL import Image

from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.defects import DefectKind
from devices.page_pipeline.perspective import find_corners
from devices.page_pipeline.result import PageRef, Profile, Wanted
from devices.page_pipeline.worker import Outcome, PageWorker
from tests.bench.timing import Line
from tests.dirty_pages import DPI as DIRTY_DPI
from tests.dirty_pages import Little, dirty
from tests.photographed_pages import Shadow, photographed, shaded
from tests.scanned_pages import ALMOST_BLANK, PRINTED, Kind, ScannedPage, scanned
from tests.spoiled_pages import KINDS, spoiled

_FULL = os.environ.get("BENCH_FULL") == "1"
_PAGES = 96 if _FULL else 24
_SPOILED, _PHOTOGRAPHS, _DIRTY, _PEER = (48, 24, 100, 8) if _FULL else (6, 4, 8, 4)
_SEED = int(os.environ.get("BENCH_SEED", "20261126"))
_SHARE_OF_LIMIT = 7 / 32
"""The goal beside the limit line of the machine on which it was set: this one may be slower."""
_KINDS = (*PRINTED, Kind.BLANK, *ALMOST_BLANK)


def lines(folder: Path) -> Iterator[Line]:
    """Clean the same pages in every way."""
    scans = folder / "scans"
    scans.mkdir()
    pages = [_written(scans, number) for number in range(_PAGES)]
    limit = _decoding_alone([path for path, _ in pages])
    worker = PageWorker()
    try:
        yield from _cleaned(worker, pages, limit)
        yield from _mono(worker, pages)
        yield from _photographs_cleaned(worker, folder / "photographs")
    finally:
        worker.close()
    yield from _dirt()
    yield from _gate()
    yield from _photographs(())
    yield from _photographs(list(Shadow))
    yield from _peer(folder, [path for path, _ in pages][:_PEER])


def _written(folder: Path, number: int) -> tuple[Path, ScannedPage]:
    page = scanned(_KINDS[number % len(_KINDS)], _SEED + number)
    path = folder / f"{number:03}.jpg"
    path.write_bytes(page.jpeg((75, 80, 85, 90)[number % 4]))
    # the pixels are on the disk now, and would fill the memory
    empty = np.empty((0, 0, 3), np.uint8)
    return path, ScannedPage(empty, empty, page.kind, page.skew)


def _decoding_alone(paths: list[Path]) -> float:
    def again(path: Path) -> None:
        content = np.frombuffer(path.read_bytes(), np.uint8)
        pixels = np.asarray(cv2.imdecode(content, cv2.IMREAD_COLOR))
        cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, 75])

    before = cv2.getNumThreads()
    cv2.setNumThreads(1)
    started = time.perf_counter()
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        list(pool.map(again, paths))
    cv2.setNumThreads(before)
    return len(paths) / (time.perf_counter() - started)


def _run(
    worker: PageWorker, paths: Sequence[Path], wanted: Wanted
) -> tuple[list[Outcome[PageRef]], float]:
    refs = [PageRef(path, 1) for path in paths]
    list(worker.clean(refs[:2], wanted))  # the process starts
    started = time.perf_counter()
    outcomes = list(worker.clean(refs, wanted))
    return outcomes, len(refs) / (time.perf_counter() - started)


def _speed(label: str, rate: float, limit: float) -> Line:
    return Line(
        label,
        f"{rate:.1f}; decoding and encoding alone {limit:.1f} ({rate / limit:.0%} of it)",
        "≥ 7, or 22 %",
        rate >= 7 or rate >= _SHARE_OF_LIMIT * limit,
    )


def _cleaned(
    worker: PageWorker, pages: list[tuple[Path, ScannedPage]], limit: float
) -> Iterator[Line]:
    outcomes, rate = _run(worker, [path for path, _ in pages], Wanted())
    yield _speed(f"pages cleaned a second, of {len(pages)}", rate, limit)
    print_errors, blank_found, blanks, lost, alarms, sizes = [], 0, 0, 0, 0, []
    for outcome, (_, truth) in zip(outcomes, pages, strict=True):
        page = outcome.page
        if page is None:
            raise RuntimeError(f"{outcome.ref.file.name}: {outcome.error}")
        if truth.kind is Kind.BLANK:
            blanks += 1
            blank_found += page.blank
            continue
        lost += page.blank
        if truth.kind in PRINTED:
            print_errors.append(abs(page.skew_degrees - truth.skew))
            # a sheet that lies more aslant truly has its corners outside the picture
            alarms += bool(page.defects) and abs(truth.skew) < 8
            sizes.append(page.size / 1000)
    median, worst = statistics.median(print_errors), max(print_errors)
    yield Line(
        "  skew error", f"median {median:.4f}°, max {worst:.3f}°", "≤ 0.01°, 0.1°",
        median <= 0.01 and worst <= 0.1,
    )  # fmt: skip
    yield Line("  pages lost as blank", str(lost), "0", lost == 0)
    yield Line("  blank pages found", f"{blank_found} of {blanks}", "≥ 98 %",
               blank_found >= 0.98 * blanks)  # fmt: skip
    yield Line("  false alarms", f"{alarms} of {len(sizes)} printed pages", "≤ 1 %",
               alarms <= 0.01 * len(sizes))  # fmt: skip
    mean = statistics.mean(sizes)
    yield Line("  KB a page, colour", f"mean {mean:.0f}, max {max(sizes):.0f}", "≤ 75", mean <= 75)
    yield from _memory(worker)


def _memory(worker: PageWorker) -> Iterator[Line]:
    status = Path(f"/proc/{worker.process_id}/status")
    if status.exists():
        kept = dict(line.split(":", 1) for line in status.read_text().splitlines())
        peak = int(kept["VmHWM"].split()[0]) / 1024
        yield Line("  memory of the process, at most", f"{peak:.0f} MB", "≤ 450 MB", peak <= 450)


def _mono(worker: PageWorker, pages: list[tuple[Path, ScannedPage]]) -> Iterator[Line]:
    printed = [path for path, truth in pages if truth.kind in PRINTED]
    outcomes, rate = _run(worker, printed, Wanted(profile=Profile.MONO))
    sizes = [outcome.page.size / 1000 for outcome in outcomes if outcome.page]
    mean = statistics.mean(sizes)
    yield Line(
        "  black and white",
        f"{rate:.1f} a second, {mean:.0f} KB a page, max {max(sizes):.0f}",
        "≤ 30 KB",
        mean <= 30,
    )


def _photographs_cleaned(worker: PageWorker, folder: Path) -> Iterator[Line]:
    """Clean photographs of 7.7 megapixels, half of them in a hard shadow."""
    folder.mkdir()
    for number in range(_PHOTOGRAPHS):
        picture, _ = photographed(PRINTED[number % 4], _SEED + number, hard=True)
        in_shadow = shaded(picture, list(Shadow)[number % len(Shadow)], _SEED + number)
        for name, pixels in ((f"{number}", picture), (f"{number}-shadow", in_shadow)):
            Image.fromarray(pixels).save(folder / f"{name}.jpg", quality=90)
    paths = sorted(folder.iterdir()) * max(1, _PAGES // (2 * _PHOTOGRAPHS))
    limit = _decoding_alone(paths)
    outcomes, rate = _run(worker, paths, Wanted(camera=True))
    sizes = [outcome.page.size / 1000 for outcome in outcomes if outcome.page]
    yield _speed(f"photographs cleaned a second, of {len(sizes)}", rate, limit)
    yield Line("  KB a page, colour", f"mean {statistics.mean(sizes):.0f}, max {max(sizes):.0f}",
               "≤ 90", len(sizes) == len(paths) and max(sizes) <= 90)  # fmt: skip


def _dirt() -> Iterator[Line]:
    """Set aside dirty backs of sheets, and none on which somebody wrote."""
    found = lost = alarms = written = 0
    for number in range(_DIRTY):
        for bears in Little:
            page = clean_page(dirty(bears, _SEED + number), DIRTY_DPI)
            found += page.blank and bears is Little.NOTHING
            lost += page.blank and bears is not Little.NOTHING
            alarms += any(one.kind is not DefectKind.LOW_RESOLUTION for one in page.defects)
            written += bears is not Little.NOTHING
    yield Line("  dirty blank pages found", f"{found} of {_DIRTY}", "≥ 98 %",
               found >= 0.98 * _DIRTY)  # fmt: skip
    yield Line("  faintly written ones lost", f"{lost} of {written}", "0", lost == 0)
    yield Line("  and called spoiled", f"{alarms} of {written}", "≤ 1 %", alarms <= 0.01 * written)


def _gate() -> Iterator[Line]:
    """Spoil pages in every way and see what is named."""
    found, spoils = 0, 0
    for number in range(_SPOILED):
        page = scanned(PRINTED[number % len(PRINTED)], _SEED + number, skew=1.6 - 0.4 * number % 3)
        for kind in KINDS:
            picture = spoiled(page.pixels, kind, _SEED + number, skew=page.skew)
            named = {defect.kind for defect in clean_page(picture).defects}
            found += kind in named
            spoils += 1
    yield Line("  spoiled pages named", f"{found} of {spoils}, 7 kinds", "≥ 98 %",
               found >= 0.98 * spoils)  # fmt: skip


def _photographs(shadows: Sequence[Shadow]) -> Iterator[Line]:
    """Photograph pages on desks; how far off are the corners that are found?"""
    off, clean = [], 0
    for number in range(_PHOTOGRAPHS):
        picture, corners = photographed(PRINTED[number % 4], _SEED + number, hard=True)
        if shadows:
            picture = shaded(picture, shadows[number % len(shadows)], _SEED + number)
        seen = find_corners(picture)
        if seen is not None:
            longest = max(float(np.linalg.norm(corners[n] - corners[n - 1])) for n in range(4))
            worst = float(np.linalg.norm(seen - corners, axis=1).max())
            off.append(worst / longest * 297)
        clean += not clean_page(picture, None, Wanted(camera=True)).defects
    said = f"{len(off)} of {_PHOTOGRAPHS}; {clean} without alarm"
    if off:
        said += f"; off by {statistics.median(off):.2f} mm, max {max(off):.2f}"
    what = "under a hard shadow" if shadows else "found on photographs"
    yield Line(f"  sheets {what}", said, "all, ≤ 0.5 mm",
               len(off) == _PHOTOGRAPHS and max(off) <= 0.5)  # fmt: skip


def _peer(folder: Path, paths: list[Path]) -> Iterator[Line]:
    """Clean the same pages with OCRmyPDF, without OCR, and with unpaper alone, two at a time."""
    program, unpaper = shutil.which("ocrmypdf"), shutil.which("unpaper")
    if not unpaper:
        yield Line("  unpaper, OCRmyPDF", "not installed", "", None)
        return
    if program:
        source, target = folder / "peer-in.pdf", folder / "peer-out.pdf"
        _bound(paths, source)
        rate = len(paths) / _seconds(
            [program, "--deskew", "--clean-final", "--tesseract-timeout", "0", "--jobs", "2",
             str(source), str(target)]
        )  # fmt: skip
        size = target.stat().st_size / len(paths) / 1000
        yield Line(
            "  OCRmyPDF with unpaper", f"{rate:.2f} a second, {size:.0f} KB a page", "", None
        )
    plain = [folder / f"{path.stem}.ppm" for path in paths]
    for path, picture in zip(paths, plain, strict=True):
        cv2.imwrite(str(picture), np.asarray(cv2.imread(str(path))))
    commands = [
        [unpaper, "--dpi", "300", str(picture), str(picture.with_suffix(".out.ppm"))]
        for picture in plain
    ]
    started = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(_seconds, commands))
    rate = len(paths) / (time.perf_counter() - started)
    yield Line("  unpaper alone, not encoded", f"{rate:.2f} a second", "", None)


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, timeout=900, capture_output=True)
    return time.perf_counter() - started


def _bound(paths: list[Path], target: Path) -> None:
    """Put JPEG files of 300 dpi into a PDF as they are: no program that does it need be there."""
    with pikepdf.new() as pdf:
        for path in paths:
            content = path.read_bytes()
            with Image.open(path) as picture:
                width, height = picture.size
            page = pdf.add_blank_page(page_size=(width * 0.24, height * 0.24))
            page.Resources = pikepdf.Dictionary(
                XObject=pikepdf.Dictionary(
                    Page=pdf.make_stream(
                        content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
                        Width=width, Height=height, BitsPerComponent=8,
                        ColorSpace=pikepdf.Name.DeviceRGB, Filter=pikepdf.Name.DCTDecode,
                    )
                )
            )  # fmt: skip
            drawn = f"q {width * 0.24} 0 0 {height * 0.24} 0 0 cm /Page Do Q"
            page.Contents = pdf.make_stream(drawn.encode())
        pdf.save(target)
