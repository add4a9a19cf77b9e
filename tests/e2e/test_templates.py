"""An administrator changes the papers of an office by the command line, and they are printed so."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from station.forms.template_preview import NOT_VALID
from tests.builders import a_description
from tests.e2e.station_process import Station
from tests.e2e.test_papers import text_of

pytestmark = pytest.mark.e2e


def a_file(folder: Path, *changes: dict[str, Any], **texts: str) -> Path:
    file = folder / "papers.json"
    plain = {"schema": "tram-mot-cua-papers/1", "texts": texts, "changes": changes}
    file.write_text(json.dumps(plain), encoding="utf-8")
    return file


def admin_of(station: Station) -> Station:
    return replace(station, officer="admin")


def test_changed_papers_come_out_changed_until_they_are_reset(
    own_station: Station, tmp_path: Path
) -> None:
    brought = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
    described = json.dumps(a_description(documents=brought))
    code = own_station.ok("dossier", "receive", "-", stdin=described)["dossier_code"]
    shown = own_station.ok("templates", "show", "01")
    shown["parts"].append({"kind": "fields", "text": "9. {thanks}"})
    shown["options"] = ["english"]
    file = a_file(tmp_path, shown, thanks="Cảm ơn ông/bà đã đến {unit}.")
    pdf, logo = tmp_path / "slip.pdf", tmp_path / "logo.png"
    emblem = Image.new("RGB", (900, 900), "white")
    emblem.paste("darkred", (200, 200, 700, 700))
    emblem.save(logo)

    own_station.ok("templates", "preview", "01", "--file", file, "-o", pdf)
    assert NOT_VALID in text_of(pdf)

    admin_of(own_station).ok("templates", "use", file)
    admin_of(own_station).ok("templates", "logo", logo)
    own_station.ok("slip", code, "-o", pdf)
    assert "9. Cảm ơn ông/bà đã đến Trung tâm Phục vụ hành chính công" in text_of(pdf)
    assert "Your result:" in text_of(pdf)
    assert pdf.stat().st_size <= 61_440

    admin_of(own_station).ok("templates", "reset")
    own_station.ok("slip", code, "-o", pdf)
    assert "Cảm ơn" not in text_of(pdf)


def test_papers_that_lack_what_they_must_say_are_refused_and_those_in_force_stay(
    own_station: Station, tmp_path: Path
) -> None:
    file = a_file(tmp_path, {"paper": "refusal", "without": ["reason"]})

    for act in ("check", "use"):
        error = admin_of(own_station).refused("templates", act, file)
        assert error["code"] == "PAP-012"
        assert error["details"]["facts"] == "reason"
    assert not (own_station.home / "papers.json").exists()


def test_only_who_looks_after_the_station_changes_its_papers(
    own_station: Station, tmp_path: Path
) -> None:
    file = a_file(tmp_path, {"paper": "refusal", "title": ["PHIẾU TỪ CHỐI"]})

    assert own_station.refused("templates", "use", file)["code"] == "AUT-003"
    assert own_station.refused("templates", "logo")["code"] == "AUT-003"


def test_a_station_whose_papers_were_broken_by_hand_works_by_those_before(
    own_station: Station, tmp_path: Path
) -> None:
    in_force, admin, pdf = own_station.home / "papers.json", admin_of(own_station), tmp_path / "x"
    in_force.write_text("{", encoding="utf-8")

    state = own_station.ok("templates", "state")
    assert (state["in_force"], state["problem"]) == ("built_in", "PAP-015")
    assert "Alt+M" in state["words"]
    own_station.ok("devices", "list")

    title = "PHIẾU TỪ CHỐI CỦA PHƯỜNG"
    admin.ok("templates", "use", a_file(tmp_path, {"paper": "refusal", "title": [title]}))
    assert own_station.ok("templates", "state") == {"in_force": "office", "changes": 1}
    in_force.write_text(in_force.read_text(encoding="utf-8")[:40], encoding="utf-8")

    state = own_station.ok("templates", "state")
    assert (state["in_force"], state["problem"]) == ("last_good", "PAP-015")
    own_station.ok("templates", "preview", "refusal", "-o", pdf)
    assert title in text_of(pdf)
    admin.ok("templates", "reset")
    assert own_station.ok("templates", "state")["in_force"] == "built_in"


def test_a_picture_that_is_none_is_refused(own_station: Station, tmp_path: Path) -> None:
    noise = tmp_path / "noise.png"
    Image.effect_noise((400, 400), 90).convert("RGB").save(noise)
    text, plain = tmp_path / "text.png", tmp_path / "plain.png"
    text.write_text("no picture")
    Image.new("RGB", (300, 300), (20, 20, 60)).save(plain)

    for picture, problem in (
        (noise, "too_many_colours"),
        (text, "no_picture"),
        (plain, "one_shade"),
    ):
        error = admin_of(own_station).refused("templates", "logo", picture)
        assert (error["code"], error["details"]["problem"]) == ("PAP-016", problem)


def test_every_paper_can_be_seen_at_its_longest_and_empty(
    sample_station: Station, tmp_path: Path
) -> None:
    pdf = tmp_path / "x.pdf"
    for paper in ("01", "supplement", "register", "guidance", "shift-report"):
        sample_station.ok("templates", "preview", paper, "-o", pdf)
        assert len(text_of(pdf)) > 900
        assert NOT_VALID in text_of(pdf)
        sample_station.ok("templates", "preview", paper, "--empty", "-o", pdf)
        assert NOT_VALID not in text_of(pdf)
    error = sample_station.refused("templates", "preview", "label", "-o", pdf)
    assert error["code"] == "PAP-002"
