"""The contract of the command line over a real encrypted store; each way to end in a process."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from station.domain.journal import VIETNAM
from tests.builders import a_description
from tests.e2e.station_process import Station

pytestmark = pytest.mark.e2e

CARD = (
    "035199012345|168012345|Nguyễn Thị Ánh Tuyết|05031999|Nữ|"
    "Tổ 5, Quang Trung, Phủ Lý, Hà Nam|15062021"
)


def described(**changes: Any) -> str:
    papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
    return json.dumps(a_description(documents=papers, **changes))


@pytest.fixture(scope="session")
def apart(sample_station: Station) -> Station:
    """The sample home, each command in a process of its own."""
    return replace(sample_station, here=False)


@pytest.fixture(scope="session")
def received(apart: Station) -> dict[str, Any]:
    result: dict[str, Any] = apart.ok("dossier", "receive", "-", stdin=described())
    return result


def text_of(pdf: Path) -> str:
    found = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True, timeout=60
    )
    return " ".join(found.stdout.decode().split())


def test_a_home_is_made_once(sample_station: Station) -> None:
    assert sample_station.as_officer(None).refused("init", "--sample")["code"].startswith("STO-")


@pytest.mark.parametrize("payload", [CARD, CARD + "||||", CARD.encode().decode("latin-1")])
def test_the_text_of_a_card_becomes_fields(tmp_path: Path, payload: str) -> None:
    (card,) = Station(tmp_path, officer=None).ok("id", "parse", "-", stdin=payload)

    assert card["full_name"] == "Nguyễn Thị Ánh Tuyết"
    assert (card["date_of_birth"], card["sex"]) == ("1999-03-05", "female")
    assert card["issued_on"] == "2021-06-15"


def test_parsing_a_card_loads_the_rules_of_cards_and_nothing_else() -> None:
    script = "import sys; from ui.cli.main import run; run(sys.argv[1:]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script, "id", "parse", CARD],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    loaded = set(done.stdout.splitlines()[-1].split())

    heavy = {
        "PIL", "PySide6", "alembic", "cryptography", "cv2", "numpy", "pikepdf", "pyzbar",
        "rapidfuzz", "reportlab", "requests", "serial", "sqlalchemy", "sqlcipher3", "uuid6",
        "zxingcpp",
    }  # fmt: skip
    other_parts = {"devices", "local_store", "sync", "ui.desks", "ui.messages", "station.ports",
                   "station.usecases", "station.catalogue", "station.domain.dossier"}  # fmt: skip
    assert "station.domain.id_text" in loaded
    assert not (heavy | other_parts) & loaded


def test_a_due_date_explains_itself(tmp_path: Path) -> None:
    due = Station(tmp_path, officer=None).ok(
        "due", "--received", "2026-11-23T09:00:00+07:00", "--duration", "5",
        "--unit", "working_day",
    )  # fmt: skip

    assert due["due_at"].startswith("2026-12-01")
    assert any("24/11/2026" in line for line in due["explanation"])


def test_the_catalogue_is_searched_without_accents(sample_station: Station) -> None:
    hits = sample_station.ok("catalogue", "search", "xac nhan tinh trang hon nhan", "--limit", "5")

    assert hits[0]["code"] == "1.004873"
    assert len(hits) <= 5


def test_a_dossier_is_received_under_a_number_of_the_stations_range(
    received: dict[str, Any],
) -> None:
    assert re.fullmatch(r"000\.00\.17\.H25-\d{6}-03\d\d", received["dossier_code"])
    assert received["fees_total_vnd"] == 15_000
    assert received["change_vnd"] == 5_000
    assert received["missing"] == []


def test_a_received_dossier_is_listed_found_shown_and_has_a_history(
    sample_station: Station, received: dict[str, Any]
) -> None:
    code = received["dossier_code"]

    assert code in [row["dossier_code"] for row in sample_station.ok("dossier", "list")]
    for text in ("nguyen thi anh tuyet", code, code[-4:], "912345678"):
        found = sample_station.ok("dossier", "search", text)
        assert code in [row["dossier_code"] for row in found], text
    shown = sample_station.ok("dossier", "show", code)
    assert shown["submitter"]["person"]["full_name"] == "Nguyễn Thị Ánh Tuyết"
    assert shown["national_status"] == 2
    kinds = [fact["kind"] for fact in sample_station.ok("dossier", "history", code)]
    assert kinds[:2] == ["DossierReceived", "FeeCollected"]


def test_lists_mask_personal_numbers(sample_station: Station, received: dict[str, Any]) -> None:
    assert "035199012345" not in json.dumps(sample_station.ok("dossier", "list"))


@pytest.mark.parametrize(
    ("changes", "code", "named"),
    [
        ({"documents": []}, "DOS-001", "Tờ khai"),
        ({"procedure_code": "9.999999"}, "DOS-002", "9.999999"),
        ({"colour": "red"}, "DOS-003", "colour"),
        ({"fees": [{"index": 7}]}, "DOS-004", "7"),
        ({"number_of_sets": "one"}, "DOS-005", "number_of_sets"),
        ({"procedure_code": "HN0001"}, "DOS-006", "HN0001"),
        ({"payment": {"method": "cash", "tendered_vnd": 1}}, "DOS-007", "15000"),
    ],
)
def test_a_refusal_has_its_code_and_its_words(
    sample_station: Station, changes: dict[str, Any], code: str, named: str
) -> None:
    before = sample_station.ok("dossier", "list")

    error = sample_station.refused(
        "dossier", "receive", "-", stdin=json.dumps(a_description() | changes)
    )

    assert error["code"] == code
    assert named in error["message"]
    assert sample_station.ok("dossier", "list") == before


@pytest.mark.parametrize(("paper", "copies"), [("a5", 1), ("a4", 1), ("a4-two-up", 2)])
def test_the_slip_is_form_01(
    sample_station: Station, received: dict[str, Any], tmp_path: Path, paper: str, copies: int
) -> None:
    pdf = tmp_path / "slip.pdf"

    sample_station.ok("slip", received["dossier_code"], "--paper", paper, "-o", pdf)

    text = text_of(pdf)
    assert text.count(received["dossier_code"]) >= copies
    assert "HẸN TRẢ KẾT QUẢ" in text
    assert pdf.stat().st_size <= 61_440


@pytest.mark.parametrize("width", ["80", "58"])
def test_the_receipt_is_a_raster(
    apart: Station, received: dict[str, Any], tmp_path: Path, width: str
) -> None:
    file = tmp_path / "receipt.bin"

    apart.ok("receipt", received["dossier_code"], "--width", width, "-o", file)

    assert b"\x1dv0" in file.read_bytes()


def test_the_daily_log_counts_and_is_written_as_files(
    sample_station: Station, received: dict[str, Any], tmp_path: Path
) -> None:
    today = datetime.now(VIETNAM).date().isoformat()

    log = sample_station.ok("log", "--date", today)

    assert received["dossier_code"] in [row["dossier_code"] for row in log["rows"]]
    for kind in ("pdf", "xlsx", "csv"):
        file = tmp_path / f"log.{kind}"
        sample_station.ok("log", "--date", today, "-o", file)
        assert file.stat().st_size > 200
    assert sample_station.refused("log", "-o", tmp_path / "log.docx")["code"] == "PAP-010"


def test_the_journal_verifies_and_the_store_checks(
    sample_station: Station, received: dict[str, Any]
) -> None:
    admin = sample_station.as_officer("admin")

    audit = admin.ok("audit", "verify")
    assert audit["ok"] is True
    assert audit["first_bad"] is None
    assert audit["entries"] >= 2
    assert admin.ok("store", "check")["ok"] is True
    assert sample_station.refused("audit", "verify")["code"] == "AUT-003"


def test_what_the_command_line_receives_is_not_measured(
    sample_station: Station, received: dict[str, Any]
) -> None:
    nothing = {"receptions": 0, "medians_s": None}
    assert sample_station.ok("report", "steps") == {
        "periods": [{"days": 7, **nothing}, {"days": 30, **nothing}],
        "longest": [],
    }


def test_the_support_page_says_how_the_station_is_and_names_nobody(
    sample_station: Station, received: dict[str, Any], tmp_path: Path
) -> None:
    said = sample_station.ok("support")["page"]
    sample_station.ok("support", "--out", str(tmp_path / "page.txt"))

    assert "Trạm: 000.00.17.H25/3" in said
    assert "receipt_printer, simulated, ready" in said
    for secret in ("Tuyết", "035199012345", received["dossier_code"]):
        assert secret not in said
    assert (tmp_path / "page.txt").read_text(encoding="utf-8").startswith("TRẠM MỘT CỬA")


def test_a_wrong_password_and_an_unknown_officer_look_the_same(apart: Station) -> None:
    wrong = Station(apart.home, "quay3", "not-the-password").refused("dossier", "list")
    unknown = apart.as_officer("nobody").refused("dossier", "list")

    assert wrong["code"] == unknown["code"] == "AUT-001"
    assert wrong["message"] == unknown["message"]


@pytest.mark.parametrize("number", ["0", "-3", "1000"])
def test_a_counter_whose_number_no_slip_can_bear_is_not_made(tmp_path: Path, number: str) -> None:
    home = Station(tmp_path / "home", officer=None, here=True)

    assert home.run("init", "--agency", "H42.01", "--station-number", number).status == 2
    assert not home.home.exists()


def test_text_that_is_no_text_is_refused_by_name(sample_station: Station) -> None:
    assert sample_station.refused("dossier", "show", "H42\udcff")["code"] == "DOS-011"
    stranger = replace(sample_station, password="\udcff" * 12)
    assert stranger.refused("dossier", "list")["code"] == "AUT-001"


def test_wrong_usage_is_told_apart(apart: Station) -> None:
    for arguments in (("dossier",), ("nonsense",), ("due", "--received", "x"), ()):
        assert apart.run(*arguments).status == 2
    assert apart.as_officer(None).run("dossier", "list").status == 2


def test_a_home_that_is_none_is_named(tmp_path: Path) -> None:
    error = Station(tmp_path / "nowhere").refused("dossier", "list")

    assert re.fullmatch(r"[A-Z]{3}-\d{3}", error["code"])


def test_a_file_that_cannot_be_written_is_named(
    sample_station: Station, received: dict[str, Any], tmp_path: Path
) -> None:
    out = tmp_path / "no" / "such" / "folder.pdf"

    assert sample_station.refused("slip", received["dossier_code"], "-o", out)["code"] == "FIL-001"


def test_without_enrolment_there_is_nobody_to_send_to(sample_station: Station) -> None:
    status = sample_station.ok("sync", "status")

    assert status["events"]["sent"] == 0
    assert status["last_contact_at"] is None
    assert sample_station.refused("sync", "run", "--once")["code"].startswith("SYN-")


def test_a_pause_of_the_line_outlives_the_program_until_it_is_ended(
    own_station: Station,
) -> None:
    def until() -> str | None:
        paused: str | None = own_station.ok("sync", "status")["paused_until"]
        return paused

    paused = own_station.ok("sync", "pause", "until-resumed")["paused_until"]
    assert paused is not None
    assert paused.endswith("T07:00:00+07:00")
    assert until() == paused
    assert f"tạm dừng gửi đến {paused[11:16]}" in own_station.ok("support")["page"]
    assert own_station.ok("sync", "pause")["paused_until"] < paused
    assert own_station.run("sync", "pause", "two-days").status == 2

    assert own_station.ok("sync", "resume")["paused_until"] is None
    assert until() is None


def test_sample_devices_say_that_they_are_simulated(sample_station: Station) -> None:
    found = sample_station.ok("devices", "list")["devices"]
    devices = [one for one in found if one["state"] != "not_set_up"]  # what is plugged in here

    assert devices
    assert all(device["simulated"] for device in devices)


def test_one_device_is_tried_by_its_name_and_says_what_is_wrong_with_it(
    own_station: Station,
) -> None:
    path = own_station.home / "station.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == "id_reader":
            device |= {"name": "Đầu đọc", "driver": "serial", "address": "/dev/ttyNONE"}
    path.write_text(json.dumps(settings), encoding="utf-8")

    (tried,) = own_station.ok("devices", "test", "Đầu đọc")["devices"]

    assert (tried["role"], tried["driver"]) == ("id_reader", "serial")
    assert (tried["state"], tried["simulated"]) == ("offline", False)
    everything = own_station.ok("devices", "test")["devices"]
    assert tried in everything
    assert len(everything) > 1
    refused = own_station.refused("devices", "test", "máy in ở đâu đó")
    assert refused["code"] == "DEV-011"
    assert "máy in ở đâu đó" in refused["message"]
