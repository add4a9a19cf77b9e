"""Bad input through ``station scan``: named, bounded; output and earlier pages untouched."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.devices.test_pictures import png_that_declares
from tests.e2e.station_process import Station
from tests.hostile_pdfs import (
    SCRIPTED,
    TOO_COMPLEX,
    packed_drawing,
    plain,
    tree_that_comes_back,
)
from tests.scanned_pages import Kind, scanned

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(400)]
_MOST_KB = 1_000_000
"""Of any process of the command; a page of 100 million pixels has 300 MB in colour."""
_PEAK = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[2:]).returncode
open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(status)
"""
"""Runs a command and notes the most memory that it or a process of it had, in KB. A small program
does, for Linux counts what a process has as it starts another as the other's."""


def picture(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


@cache
def letter() -> Image.Image:
    return Image.fromarray(scanned(Kind.LETTER, 8, skew=0.0).pixels).resize((1240, 1754))


def photo_copy(number: int) -> bytes:
    """The letter as a copier of 150 dpi sends it; the bytes of each copy are others."""
    return picture(letter(), "JPEG", quality=80 + number, dpi=(150, 150))


def tiff_that_lies() -> bytes:
    """Its header says ten times as many rows as there are."""
    tiff = bytearray(picture(letter().convert("L"), "TIFF", compression="tiff_lzw"))
    at = max(tiff.find(b"\x01\x01" + kind) for kind in (b"\x03\x00\x01", b"\x04\x00\x01"))
    assert at > 0
    tiff[at + 8 : at + 10] = (17_540).to_bytes(2, "little")
    return bytes(tiff)


BAD: dict[str, tuple[str, Callable[[], bytes], set[str]]] = {
    "a page of 30,000 × 30,000 pixels": (
        "png", lambda: png_that_declares(30_000, 30_000), {"IMG-004"}),
    "a page of one pixel": ("png", lambda: picture(Image.new("RGB", (1, 1))), {"SCN-001"}),
    "a TIFF whose header lies": ("tif", tiff_that_lies, {"IMG-006", "IMG-004"}),
    "half a page": ("jpg", lambda: photo_copy(1)[:90_000], {"IMG-006"}),
    "garbage": ("jpg", lambda: b"\xff\xd8\xff" + bytes(range(256)) * 40, {"IMG-006", "IMG-005"}),
    "deep lists": ("pdf", lambda: TOO_COMPLEX["deep lists"], {"FIL-008"}),
    "a deep tree of pages": (
        "pdf", lambda: TOO_COMPLEX["a deep tree of pages"], {"FIL-005", "FIL-008"}),
    "a million objects": (
        "pdf", lambda: TOO_COMPLEX["a million objects, written out"], {"FIL-008"}),
    "a huge picture": ("pdf", lambda: TOO_COMPLEX["a huge picture"], {"FIL-008"}),
    "references without end": ("pdf", tree_that_comes_back, {"FIL-005"}),
    "a drawing that unpacks for ever": ("pdf", packed_drawing, {"SCN-002", "FIL-005", "SCN-003"}),
    "a script": ("pdf", lambda: plain(SCRIPTED["opens with a script"][0]), {"FIL-007"}),
}  # fmt: skip


@pytest.mark.parametrize("what", list(BAD))
def test_a_bad_file_is_named_and_costs_nothing_else(what: str, tmp_path: Path) -> None:
    kind, made, codes = BAD[what]
    bad, output = tmp_path / f"bad.{kind}", tmp_path / "out.pdf"
    bad.write_bytes(made())
    output.write_bytes(b"before")

    peak = tmp_path.parent / f"{tmp_path.name}.peak"
    measured = (sys.executable, "-c", _PEAK, str(peak))

    refused = Station(tmp_path / "none", officer=None, under=measured).refused(
        "scan", "clean", bad, "-o", output, "--profile", "mono"
    )

    named = refused["details"]["cause"] if refused["code"] == "SCN-004" else refused["code"]
    assert named in codes
    assert output.read_bytes() == b"before"
    assert {one.name for one in tmp_path.iterdir()} <= {bad.name, "out.pdf", "none"}
    assert int(peak.read_text()) < _MOST_KB


def test_odd_pages_are_pages_like_any_other(tmp_path: Path) -> None:
    """See-through, one bit the wrong way round, a pitch that is a lie, one that is very long."""
    see_through = letter().convert("RGBA")
    ink = np.asarray(see_through.convert("L")) < 128
    pixels = np.zeros((*ink.shape, 4), np.uint8)
    pixels[ink] = (0, 0, 0, 255)
    bits = letter().convert("L").point(lambda level: 255 * (level > 140)).convert("1")
    long = Image.new("L", (1_000, 30_000), 250)
    for y in range(1_000, 29_000, 400):
        long.paste(40, (200, y, 800, y + 120))
    files = {
        "alpha.png": picture(Image.fromarray(pixels), dpi=(150, 150)),
        "inverted.tif": picture(bits, "TIFF", tiffinfo={262: 0}, dpi=(150, 150)),
        "pitch.png": picture(letter(), dpi=(20_000, 20_000)),
        "long.png": picture(long),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    result = Station(tmp_path / "none", officer=None).ok(
        "scan", "clean", *(tmp_path / name for name in files), "-o", tmp_path / "out.pdf",
        "--profile", "mono",
    )  # fmt: skip

    assert [Path(page["source"]).name for page in result["pages"]] == list(files)
    assert not any(page["blank"] for page in result["pages"])
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def with_scanner(home: Path, driver: str, address: str) -> Station:
    """Give a home whose scanner is this one."""
    settings = json.loads((home / "station.json").read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == "scanner":
            device.update(driver=driver, address=address)
    (home / "station.json").write_text(json.dumps(settings), encoding="utf-8")
    return Station(home)


def lay_into(folder: Path, pages: Sequence[bytes]) -> None:
    """Be a copier that finished sending these pages a while ago."""
    folder.mkdir()
    for number, content in enumerate(pages):
        (folder / f"{number}.jpg").write_bytes(content)
        os.utime(folder / f"{number}.jpg", (1_000_000_000,) * 2)


def test_a_source_that_delivers_garbage_keeps_the_pages_before_it(
    sample_station: Station, tmp_path: Path
) -> None:
    """A copier's folder: two pages, then what is no picture, then half a page."""
    home, folder = tmp_path / "home", tmp_path / "copier"
    shutil.copytree(sample_station.home, home)
    pages = [photo_copy(1), photo_copy(2)]
    lay_into(folder, [*pages, b"\xff\xd8\xffgarbage", pages[0][:90_000]])
    station, output = with_scanner(home, "folder", str(folder)), tmp_path / "out.pdf"

    stopped = station.run("scan", "acquire", "-o", output)

    assert stopped.status == 3
    assert stopped.error["code"] == "SCN-006"
    assert stopped.error["details"]["cause"] == "SCN-016"
    assert stopped.error["details"]["next_page"] == 3
    assert not output.exists()
    assert {file.name for file in (folder / "taken").iterdir()} >= {"0.jpg", "1.jpg"}
    waiting = station.refused("scan", "acquire", "-o", output)
    assert waiting["code"] == "SCN-005"
    assert waiting["details"]["pages"] == 2
    for file in folder.glob("*.jpg"):
        file.unlink()
    assert len(station.ok("scan", "acquire", "--resume", "-o", output)["pages"]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 on Windows")
def test_n12_a_power_cut_while_a_pile_is_scanned_loses_no_page_that_was_kept(
    sample_station: Station, tmp_path: Path
) -> None:
    home, output = tmp_path / "home", tmp_path / "out.pdf"
    shutil.copytree(sample_station.home, home)
    for file in (home / "pages").rglob("*"):
        if file.is_file():
            file.unlink()  # other tests scanned here; what is here already is not put again
    lay_into(tmp_path / "copier", [photo_copy(number) for number in range(9)])
    station = with_scanner(home, "folder", str(tmp_path / "copier"))
    command = [sys.executable, "-m", "ui", "--home", str(home), "--json", "--as", "quay3",
               "scan", "acquire", "-o", str(output), "--profile", "mono"]  # fmt: skip
    with subprocess.Popen(
        command,
        env=station.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as program:
        while len(whole_pages(home)) < 3:
            assert program.poll() is None
        os.killpg(program.pid, signal.SIGKILL)
    kept, left = len(whole_pages(home)), len(list((tmp_path / "copier").glob("*.jpg")))
    assert not output.exists()

    waiting = station.refused("scan", "acquire", "-o", output)
    assert waiting["code"] == "SCN-005"
    noted = waiting["details"]["pages"]
    assert kept - 1 <= noted <= kept  # the last one may have been on its way

    result = station.ok("scan", "acquire", "-o", output, "--profile", "mono", "--resume")
    assert len(result["pages"]) == noted + left


def whole_pages(home: Path) -> list[Path]:
    """Give the files of the vault that are in place."""
    return [file for file in (home / "pages").rglob("*") if len(file.name) == 64]
