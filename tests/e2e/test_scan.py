"""``station scan`` as a script sees it."""

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.station_process import Station
from tests.photographed_pages import photographed
from tests.scanned_pages import Kind, scanned

pytestmark = pytest.mark.e2e


def test_pictures_become_one_clean_pdf(tmp_path: Path) -> None:
    pages = [scanned(Kind.FORM, 1), scanned(Kind.BLANK, 1)]
    files = []
    for number, page in enumerate(pages):
        files.append(tmp_path / f"{number}.jpg")
        files[-1].write_bytes(page.jpeg())
    output = tmp_path / "out.pdf"

    result = Station(tmp_path / "none", officer=None).ok(
        "scan", "clean", *map(str, files), "-o", str(output), "--profile", "mono"
    )

    form, blank = result["pages"]
    assert result["output"] == str(output)
    assert result["bytes"] == output.stat().st_size
    assert set(form) >= {
        "source", "page", "skew_degrees", "rotated", "blank", "kept", "quality", "elapsed_ms",
    }  # fmt: skip
    assert form["skew_degrees"] == pytest.approx(pages[0].skew, abs=0.1)
    assert form["quality"]["ok"] is True
    assert (blank["blank"], blank["kept"]) == (True, False)
    assert output.read_bytes().startswith(b"%PDF-1.")


def test_what_is_no_picture_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(json.dumps({"not": "a picture"}))

    refused = Station(tmp_path / "none", officer=None).refused(
        "scan", "clean", str(tmp_path / "notes.txt"), "-o", str(tmp_path / "out.pdf")
    )

    assert refused["code"] == "IMG-005"
    assert not (tmp_path / "out.pdf").exists()


def test_paper_of_the_simulated_scanner_becomes_a_pdf(
    sample_station: Station, tmp_path: Path
) -> None:
    output = tmp_path / "out.pdf"

    result = sample_station.ok("scan", "acquire", "--duplex", "-o", str(output))

    assert result["simulated"] is True
    assert [page["page"] for page in result["pages"]] == [1, 2, 3, 4, 5, 6]
    assert [page["blank"] for page in result["pages"]] == [False, False, False, True, False, True]
    assert result["side_missing"] is False
    assert result["bytes"] == output.stat().st_size


def test_a_scanner_that_is_in_no_setting_is_refused(
    sample_station: Station, tmp_path: Path
) -> None:
    refused = sample_station.refused(
        "scan", "acquire", "--device", "none", "-o", str(tmp_path / "out.pdf")
    )

    assert refused["code"] == "SCN-019"


def test_the_separator_sheets_of_a_procedure_are_written(
    sample_station: Station, tmp_path: Path
) -> None:
    output = tmp_path / "sheets.pdf"

    result = sample_station.ok("scan", "separators", "1.004873", "-o", str(output))

    assert result["output"] == str(output)
    assert result["sheets"] >= 2
    assert output.read_bytes().startswith(b"%PDF-1.")


def fill(home: Path, pile: str) -> None:
    """Put a pile into the simulated scanner of a home."""
    settings = json.loads((home / "station.json").read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == "scanner":
            device["address"] = pile
    (home / "station.json").write_text(json.dumps(settings), encoding="utf-8")


def kept_files(home: Path) -> set[Path]:
    return {file for file in (home / "pages").rglob("*") if file.is_file()}


def test_what_came_before_a_jam_is_kept_encrypted_and_the_run_goes_on(
    sample_station: Station, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(sample_station.home, home)
    fill(home, "4, jam 3")
    for page in kept_files(home):
        page.unlink()  # other tests scanned here; a page that is here already is not put again
    station, output = Station(home), tmp_path / "out" / "scan.pdf"
    output.parent.mkdir()
    begun = ["scan", "acquire", "-o", str(output)]

    stopped = station.run(*begun)
    assert (stopped.status, stopped.error["code"]) == (3, "SCN-006")
    assert stopped.error["details"]["next_page"] == 3
    assert list(output.parent.iterdir()) == []
    kept = kept_files(home)
    assert len(kept) == 2
    assert not any(b"JFIF" in file.read_bytes() for file in kept)
    assert station.refused(*begun)["code"] == "SCN-005"

    fill(home, "4")
    result = station.ok(*begun, "--resume")
    assert [page["page"] for page in result["pages"]] == list(range(1, 7))
    assert [file.name for file in output.parent.iterdir()] == ["scan.pdf"]


def test_who_scans_is_known(tmp_path: Path, sample_station: Station) -> None:
    nobody = Station(sample_station.home, officer=None)

    assert nobody.run("scan", "acquire", "-o", str(tmp_path / "out.pdf")).status == 2


def test_a_photograph_is_laid_flat_by_corners_set_by_hand(tmp_path: Path) -> None:
    photo, corners = photographed(Kind.LETTER, 5)
    height, width = photo.shape[:2]
    said = [f"{x / width * 100:.2f},{y / height * 100:.2f}" for x, y in corners.tolist()]
    Image.fromarray(photo).save(tmp_path / "photo.jpg", quality=90)
    station, output = Station(tmp_path / "none", officer=None), tmp_path / "out.pdf"
    clean = ["scan", "clean", str(tmp_path / "photo.jpg"), "-o", str(output), "--camera"]

    (page,) = station.ok(*clean, "--corners", *said)["pages"]

    assert page["quality"]["ok"]
    assert abs(page["skew_degrees"]) < 1
    assert station.run(*clean, "--corners", "0,0", "100,100", "100,0", "0,100").status == 2
    assert station.run(*clean, "--most-kb", "0").status == 2
