"""ZXing's own sample pictures, if ``ZXING_SAMPLES`` names the folder ``test/samples`` of zxing-cpp.

They are not ours to ship. Each picture has its text beside it; the negatives have none.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from devices.id_readers.codes import codes_in
from devices.pictures import open_gray_picture
from station.errors import StationError
from station.text import clean
from tests.bench.timing import Line

_POSITIVES = [f"qrcode-{number}" for number in range(1, 8)]
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
_LEAST = 132


def lines(_: Path) -> Iterator[Line]:
    """Read the seven folders and the negatives."""
    named = os.environ.get("ZXING_SAMPLES")
    if named is None or not Path(named).is_dir():
        yield Line("ZXing's sample folders", "not here (ZXING_SAMPLES): skipped", "≥ 132", None)
        return
    read = misread = 0
    runs = []
    pictures = [
        file
        for folder in _POSITIVES
        for file in _pictures(Path(named) / folder)
        if _truth(file)  # without one it is a part of a text over several symbols
    ]
    for file in pictures:
        started = time.thread_time()
        found = _texts(file)
        runs.append((time.thread_time() - started) * 1000)
        truth = _truth(file)
        read += truth in found
        misread += bool(found) and truth not in found
    median, p95 = np.percentile(runs, (50, 95))
    yield Line(
        f"ZXing's samples read, of {len(pictures)}",
        f"{read}, {misread} misread; median {median:.0f} ms, p95 {p95:.0f} ms",
        f"≥ {_LEAST}, 0 misread",
        read >= _LEAST and misread == 0,
    )
    negatives = [
        file
        for folder in sorted(Path(named).glob("falsepositives-*"))
        for file in _pictures(folder)
    ]
    false = sum(bool(_texts(file)) for file in negatives)
    yield Line(f"ZXing's negatives read, of {len(negatives)}", str(false), "0", false == 0)


def _pictures(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.suffix.lower() in _PICTURES)


def _texts(file: Path) -> list[str]:
    try:
        return [one.text.strip() for one in codes_in(open_gray_picture(file)) if "QR" in one.format]
    except StationError:
        return []


def _truth(file: Path) -> str:
    text, raw = file.with_suffix(".txt"), file.with_suffix(".bin")
    if text.exists():
        return clean(text.read_text(encoding="utf-8")).strip()
    return clean(raw.read_bytes().decode("utf-8", "replace")) if raw.exists() else ""
