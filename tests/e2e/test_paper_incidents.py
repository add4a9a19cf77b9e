"""Incidents of the day that concern paper, by their number in the list: N4, N6, N17, N18."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_description
from tests.devices.tcp_printer import TcpPrinter, a_tcp_printer
from tests.e2e.station_process import Station
from tests.e2e.test_papers import text_of
from tests.escpos_decoder import decode
from tests.pdf_reading import picture_of, qr_texts

pytestmark = pytest.mark.e2e
PAPERS = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
NUMBER = "035199012345"
EMPTY, FULL = {1: 0x1A, 2: 0x32, 4: 0x72}, {1: 0x12, 2: 0x12, 4: 0x12}


def received(station: Station) -> str:
    described = json.dumps(a_description(documents=PAPERS))
    result: dict[str, Any] = station.ok("dossier", "receive", "-", stdin=described)
    return str(result["dossier_code"])


def with_printer(station: Station, role: str, driver: str, address: str) -> None:
    path = station.home / "station.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == role:
            device |= {"name": role, "driver": driver, "address": address}
    path.write_text(json.dumps(settings), encoding="utf-8")


def slip_of(station: Station, code: str, pdf: Path) -> tuple[str, str]:
    """Give the text of a slip, and that of its QR code."""
    station.ok("slip", code, "-o", pdf)
    (qr,) = qr_texts(picture_of(pdf.read_bytes()))
    return text_of(pdf), qr


def test_n4_a_printer_without_paper_is_named_and_its_first_good_copy_is_no_reprint(
    own_station: Station,
) -> None:
    with a_tcp_printer(TcpPrinter(answers=dict(EMPTY))) as (far_end, line):
        with_printer(own_station, "receipt_printer", "network", far_end.address)
        code = received(own_station)

        tried = own_station.ok("spool", "run")["tried"]
        assert [(one["form"], one["state"], one["error"]) for one in tried] == [
            ("01", "printed", None),
            ("receipt", "failed", "DEV-022"),
        ]
        assert own_station.ok("dossier", "show", code)["status"] == "received"
        assert [one["form"] for one in own_station.ok("spool", "list")["jobs"]] == ["receipt"]

        far_end.answers = dict(FULL)
        (done,) = own_station.ok("spool", "run")["tried"]
        line.cut()
        (slip,) = [decode(job) for job in far_end.jobs if job]

    assert (done["state"], done["error"]) == ("printed", None)
    assert own_station.ok("spool", "list") == {"jobs": []}
    prints = own_station.ok("dossier", "show", code)["prints"]
    assert [one["reprint"] for one in prints] == [0, 0]
    assert qr_texts(slip.picture.convert("L"))[0].startswith(f"TMC1:{code}:1:")


def test_n6_what_was_received_wrongly_gets_a_new_slip_and_the_old_one_says_so(
    own_station: Station, tmp_path: Path
) -> None:
    code = received(own_station)
    _, old = slip_of(own_station, code, tmp_path / "1.pdf")
    assert own_station.ok("slip-verify", old)["reason"] == "genuine"

    papers = [{"index": 1, "originals": 1}, {"index": 2, "originals": 1}]
    change = {"procedure_code": "1.001193", "case": "dung-han", "documents": papers}
    done = own_station.ok(
        "dossier", "correct", code, "-", "--reason", "chọn nhầm thủ tục", stdin=json.dumps(change)
    )

    assert done["version"] == 2
    checked = own_station.ok("slip-verify", old)
    assert checked["reason"] == "superseded"
    assert (checked["current_version"], checked["because"]) == (2, "chọn nhầm thủ tục")
    assert checked["since"]
    text, new = slip_of(own_station, code, tmp_path / "2.pdf")
    assert "BẢN 2 – thay cho bản 1; bản trước không còn giá trị" in text
    assert "Đăng ký khai sinh" in text
    assert new != old
    assert own_station.ok("slip-verify", new)["reason"] == "genuine"


def test_n17_without_the_slip_the_result_is_given_on_identity_and_the_slip_is_void(
    own_station: Station, tmp_path: Path
) -> None:
    code = received(own_station)
    _, qr = slip_of(own_station, code, tmp_path / "1.pdf")
    own_station.ok("dossier", "forward", code)
    own_station.ok("dossier", "arrive", code)

    own_station.ok("dossier", "lost-slip", code)

    assert own_station.ok("slip-verify", qr)["reason"] == "declared_lost"
    stranger = own_station.refused("dossier", "return", code, "--id-number", "001080004321")
    assert stranger["code"] == "DOS-026"
    own_station.ok("dossier", "return", code, "--id-number", NUMBER)
    own_station.ok("paper", "lost-slip", code, "-o", tmp_path / "lost.pdf")
    text = text_of(tmp_path / "lost.pdf")
    assert "GIẤY XÁC NHẬN TRẢ KẾT QUẢ KHI MẤT GIẤY HẸN" in text
    assert "Giấy đã mất không còn giá trị nhận kết quả" in text
    assert NUMBER not in text


def test_n18_a_reprint_wants_a_reason_and_says_who_when_and_which(
    own_station: Station, tmp_path: Path
) -> None:
    printed = tmp_path / "printed"
    with_printer(own_station, "page_printer", "folder", str(printed))
    code = received(own_station)
    assert own_station.ok("print", code)["reprint"] == 0

    assert own_station.refused("print", code)["code"] == "DOS-024"
    again = own_station.ok("print", code, "--reason", "người dân làm ướt phiếu")

    assert (again["reprint"], again["reason"]) == (1, "người dân làm ướt phiếu")
    first, second = sorted(printed.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    assert "BẢN IN LẠI" not in text_of(first)
    said = text_of(second)
    assert "BẢN IN LẠI LẦN 1 – " in said
    officer = own_station.ok("dossier", "show", code)["officer_name"]
    assert officer.upper() in said
    same = [qr_texts(picture_of(path.read_bytes())) for path in (first, second)]
    assert same[0] == same[1]
