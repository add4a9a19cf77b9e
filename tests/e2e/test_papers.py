"""The papers and the national exchange of a dossier through the command line."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_description
from tests.e2e.station_process import Station

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def code(sample_station: Station) -> str:
    papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
    described = json.dumps(a_description(documents=papers))
    result: dict[str, Any] = sample_station.ok("dossier", "receive", "-", stdin=described)
    return str(result["dossier_code"])


def text_of(pdf: Path) -> str:
    found = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True, timeout=60
    )
    return " ".join(found.stdout.decode().split())


@pytest.mark.parametrize(
    ("form", "title"),
    [("06", "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"), ("07", "SỔ THEO DÕI HỒ SƠ")],
)
def test_the_forms_of_a_received_dossier_are_written(
    sample_station: Station, code: str, tmp_path: Path, form: str, title: str
) -> None:
    pdf = tmp_path / "form.pdf"

    sample_station.ok("slip", code, "--form", form, "-o", pdf)

    text = text_of(pdf)
    assert title in text
    assert f"Mẫu số {form}, Thông tư số 03/2025/TT-VPCP" in text
    assert pdf.stat().st_size <= 61_440


@pytest.mark.parametrize("form", ["02", "03", "04", "05"])
def test_a_form_whose_act_has_not_happened_is_refused(
    sample_station: Station, code: str, tmp_path: Path, form: str
) -> None:
    pdf = tmp_path / "form.pdf"

    assert sample_station.refused("slip", code, "--form", form, "-o", pdf)["code"] == "PAP-003"
    assert not pdf.exists()


def test_label_and_register_are_written(sample_station: Station, code: str, tmp_path: Path) -> None:
    label, register = tmp_path / "label.pdf", tmp_path / "register.pdf"

    sample_station.ok("paper", "label", code, "-o", label)
    sample_station.ok(
        "paper", "register", "--from", "2026-01-01", "--to", "2036-12-31", "-o", register
    )

    assert code.rpartition("-")[2] in text_of(label)
    assert "Từ ngày 01/01/2026 đến ngày 31/12/2036 – Cả bộ phận" in text_of(register)


def test_the_wrong_sheet_is_refused_by_name(
    sample_station: Station, code: str, tmp_path: Path
) -> None:
    for form in ("01", "06"):
        error = sample_station.refused(
            "slip", code, "--form", form, "--paper", "a4-landscape", "-o", tmp_path / "x.pdf"
        )
        assert error["code"] == "PAP-004"


def test_the_national_exchange_of_a_received_dossier_is_whole(
    sample_station: Station, code: str
) -> None:
    exchange = sample_station.ok("export", "dvcqg", code)

    (record,) = exchange["DongBoHoSoMC"]["data"]
    assert (record["MaHoSo"], record["TrangThaiHoSo"]) == (code, "2")
    assert record["DanhSachLePhi"][0]["MaPhiLePhi"].startswith("MAU-")
    (step,) = exchange["CapNhatTienDoHoSoMC"]["data"]
    assert step["MaHoSo"] == code


def test_a_fact_that_is_missing_is_named_with_its_place(sample_station: Station) -> None:
    nameless = {"kind": "citizen", "full_name": "Lò Văn Ứng"}
    papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
    described = json.dumps(a_description(documents=papers, applicant=nameless))
    code = sample_station.ok("dossier", "receive", "-", stdin=described)["dossier_code"]

    error = sample_station.refused("export", "dvcqg", code)

    assert error["code"] == "XCH-001"
    (fact,) = error["details"]["missing"]
    assert fact["field"] == "SoGiayToChuHoSo"
    assert fact["screen_field"] in error["message"]


def test_the_papers_of_a_whole_life_say_what_happened(
    sample_station: Station, tmp_path: Path
) -> None:
    papers = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
    described = json.dumps(a_description(documents=papers))
    code = sample_station.ok("dossier", "receive", "-", stdin=described)["dossier_code"]
    sealed = sample_station.ok("dossier", "forward", code)
    sample_station.ok("dossier", "arrive", code, "--result", "Giấy xác nhận=12/XN")
    sample_station.ok("dossier", "return", code, "--id-number", "035199012345")
    written = {
        "list": ("paper", "hand-over", sealed["list_number"]),
        "control": ("slip", code, "--form", "06"),
        "receipt": ("paper", "result-receipt", code),
    }

    texts = {}
    for name, command in written.items():
        pdf = tmp_path / f"{name}.pdf"
        sample_station.ok(*command, "-o", pdf)
        texts[name] = text_of(pdf)

    assert texts["list"].count(code) == 2
    assert sealed["list_hash"][:4] in texts["list"]
    assert "Danh sách" in texts["control"]
    assert "Trước hạn" in texts["control"]
    assert "12/XN" in texts["receipt"]
    assert "035199012345" not in texts["receipt"]
    steps = sample_station.ok("export", "dvcqg", code)["CapNhatTienDoHoSoMC"]["data"]
    assert [step["TrangThai"] for step in steps] == ["2", "4", "9", "10"]
