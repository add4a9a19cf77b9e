"""Damaged PDFs and pictures: each is taken or refused by name, in bounded time, and costs itself.

``FUZZ_FILES`` says how many (``make fuzz``: 5,000); ``FUZZ_SEED`` where to begin.
"""

import io
import os
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from devices.documents import FileDocumentReader
from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.pdf import pdf_bytes
from devices.page_pipeline.result import PageRef, Wanted
from devices.page_pipeline.worker import PageWorker
from station.domain.journal import VIETNAM
from station.errors import StationError
from tests.heic_samples import PHONE
from tests.hostile_pdfs import SCRIPTED, plain
from tests.scanned_pages import Kind, scanned

_FILES = int(os.environ.get("FUZZ_FILES", "80"))
_SEED = int(os.environ.get("FUZZ_SEED", "1"))
_MOST_SECONDS = 60.0
_NUMBERS = (b"0", b"-1", b"99999999999", b"2147483647", b"4294967296", b"1e9")


@cache
def originals() -> dict[str, bytes]:
    """Give one small file of each kind that is taken."""
    page = scanned(Kind.STAMPED, 5)
    small = Image.fromarray(page.pixels).resize((620, 877))
    files = {"scan.pdf": _scan(), "form.pdf": plain(), "script.pdf": plain(SCRIPTED["xfa"][0])}
    for name, kind, picture, more in (
        ("colour.jpg", "JPEG", small, {"quality": 60}),
        ("gray.jpg", "JPEG", small.convert("L"), {"progressive": True}),
        ("page.png", "PNG", small, {}),
        ("fax.tif", "TIFF", small.convert("1"), {"compression": "group4"}),
        ("pages.tif", "TIFF", small, {"compression": "tiff_lzw", "save_all": True,
                                      "append_images": [small.rotate(180)]}),
    ):  # fmt: skip
        buffer = io.BytesIO()
        picture.save(buffer, kind, **more)
        files[name] = buffer.getvalue()
    files["phone.heic"] = PHONE
    return files


def _scan() -> bytes:
    from datetime import datetime

    page = clean_page(scanned(Kind.FORM, 2).pixels)
    return pdf_bytes([page], title="scan", made_at=datetime(2026, 11, 26, tzinfo=VIETNAM))


def damaged(content: bytes, chance: Random) -> bytes:
    """Do one to six things to a file that disks, lines and people do."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        if len(data) < 20:
            break
        at = chance.randrange(len(data) if chance.random() < 0.6 else min(len(data), 600))
        match chance.randrange(6):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                del data[at:]
            case 2:
                length = chance.randint(1, 400)
                data[at : at + length] = chance.randbytes(length)
            case 3:
                other = chance.randrange(len(data))
                data[at:at] = data[other : other + chance.randint(1, 2000)]
            case 4:
                del data[at : at + chance.randint(1, 200)]
            case _:
                data = _other_number(data, chance)
    return bytes(data)


def _other_number(data: bytearray, chance: Random) -> bytearray:
    import re

    numbers = list(re.finditer(rb"(?<=[ /\[])[0-9]{1,7}(?=[ /\]\r\n])", bytes(data[:60_000])))
    if not numbers:
        return data
    found = chance.choice(numbers)
    data[found.start() : found.end()] = chance.choice(_NUMBERS)
    return data


def files(folder: Path) -> Iterator[Path]:
    """Write one damaged file after the other."""
    names = list(originals())
    for number in range(_FILES):
        name = names[number % len(names)]
        file = folder / f"{number % 50}-{name}"
        file.write_bytes(damaged(originals()[name], Random(f"{_SEED}-{number}")))
        yield file


def test_a_damaged_file_is_taken_or_refused_by_name(tmp_path: Path) -> None:
    reader, told = FileDocumentReader(), Counter[str]()
    try:
        for file in files(tmp_path):
            started = time.monotonic()
            try:
                pages, thumbnail = reader.look(file)
                assert pages >= 1
                assert thumbnail.startswith(b"\x89PNG")
                reader.signatures(file)
                told["taken"] += 1
            except StationError as error:
                told[error.code] += 1
            assert time.monotonic() - started < _MOST_SECONDS, file.name
    finally:
        reader.close()
    assert told["taken"] > 0, told
    assert told.total() - told["taken"] > 0
    assert told["FIL-009"] <= 0.02 * _FILES + 1, "the process died or hung too often"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux")
def test_a_damaged_page_costs_only_itself_and_no_memory(tmp_path: Path) -> None:
    worker, told, wanted = PageWorker(), Counter[str](), Wanted()
    try:
        for outcome in worker.clean((PageRef(file, 1) for file in files(tmp_path)), wanted):
            told["cleaned" if outcome.page else outcome.error.code if outcome.error else "?"] += 1
        good = tmp_path / "good.png"
        good.write_bytes(originals()["page.png"])
        (last,) = worker.clean([PageRef(good, 1)], wanted)
        assert last.page is not None
        status = Path(f"/proc/{worker.process_id}/status").read_text()
    finally:
        worker.close()
    kept = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    assert int(kept.split()[1]) < 450_000
    assert told["?"] == 0
    assert told["cleaned"] > 0, told
