"""Bad input to papers, item by item, through the command line: bounded, named, nothing lost."""

import json
import unicodedata
from pathlib import Path

import pytest

from tests.builders import a_description
from tests.devices.tcp_printer import TcpPrinter, a_tcp_printer
from tests.e2e.station_process import Station
from tests.e2e.test_paper_incidents import FULL, PAPERS, received, with_printer
from tests.e2e.test_papers import text_of
from tests.paper_samples import a_dossier, slip_qr

pytestmark = pytest.mark.e2e
LARGEST_FILE = 61_440


def described(**changes: object) -> str:
    return json.dumps(a_description(documents=PAPERS, **changes))


def test_letters_without_a_glyph_control_marks_and_directions_are_named_or_gone(
    sample_station: Station, tmp_path: Path
) -> None:
    applicant = a_description()["applicant"]
    applicant["full_name"] = "Y \u202eŎng\u0007 中 Niê\u200b"
    code = sample_station.ok("dossier", "receive", "-", stdin=described(applicant=applicant))[
        "dossier_code"
    ]

    sample_station.ok("slip", code, "-o", tmp_path / "x.pdf")
    sample_station.ok("receipt", code, "--width", "58", "-o", tmp_path / "x.bin")

    text = text_of(tmp_path / "x.pdf")
    assert "Y ŎNG [U+4E2D] NIÊ" in text
    assert not [one for one in text if unicodedata.category(one) in ("Cc", "Cf")]


def test_a_note_of_ten_thousand_letters_is_on_the_paper_or_refused_by_name(
    sample_station: Station, tmp_path: Path
) -> None:
    note = "Xác nhận để làm thủ tục vay vốn ngân hàng. " * 240
    outcome = sample_station.run("dossier", "receive", "-", stdin=described(summary=note))

    if outcome.status:
        assert outcome.error["code"]
        assert outcome.error["message"]
        return
    pdf = tmp_path / "x.pdf"
    sample_station.ok("slip", outcome.result["dossier_code"], "-o", pdf)
    assert pdf.stat().st_size <= LARGEST_FILE
    assert text_of(pdf).count("vay vốn") >= 200


def test_a_slip_of_another_province_is_read_and_its_key_is_unknown(
    sample_station: Station,
) -> None:
    checked = sample_station.ok("slip-verify", slip_qr(a_dossier()))

    assert (checked["valid"], checked["reason"]) == (False, "unknown_key")
    assert checked["dossier_code"] is None, "what nobody vouches for is not repeated"
    for text in ("", "TMC1:", "x" * 10_000, "TMC1:" + "Đ" * 130):
        assert sample_station.ok("slip-verify", text)["reason"] == "malformed"


def test_a_template_with_a_loop_is_refused_by_the_circle(
    sample_station: Station, tmp_path: Path
) -> None:
    file = tmp_path / "loop.json"
    file.write_text(json.dumps({"texts": {"a": "{b}", "b": "{c}", "c": "{a}"}}), encoding="utf-8")

    error = sample_station.refused("templates", "check", file)

    assert (error["code"], error["details"]["circle"]) == ("PAP-014", "a → b → c → a")


def test_a_printer_that_hangs_up_answers_by_half_or_never_prints_loses_and_doubles_nothing(
    own_station: Station,
) -> None:
    with a_tcp_printer(TcpPrinter(hangs_up_after=1_000)) as (far_end, line):
        with_printer(own_station, "receipt_printer", "network", far_end.address)
        code = received(own_station)

        first, slip = own_station.ok("spool", "run")["tried"]
        assert first["error"] is None
        # interrupted, or in doubt where the buffers of the line had swallowed all of it
        assert slip["error"] in ("DEV-025", "DEV-029")

        far_end.hangs_up_after = None
        far_end.answers = {}  # it takes the connection, and answers nothing
        again = ("answer", str(slip["job"]), "no") if slip["state"] == "doubtful" else ("run",)
        (silent,) = own_station.ok("spool", *again)["tried"]
        assert (silent["state"], silent["job"]) == ("doubtful", slip["job"])

        far_end.answers, far_end.says_by_itself = dict(FULL), b"\x10\x00"  # half of four bytes
        (garbled,) = own_station.ok("spool", "answer", str(slip["job"]), "no")["tried"]
        assert garbled["state"] == "doubtful", "half an answer is no answer, the officer is asked"
        own_station.ok("spool", "answer", str(slip["job"]), "yes")
        line.cut()

    assert own_station.ok("spool", "list") == {"jobs": []}
    prints = own_station.ok("dossier", "show", code)["prints"]
    assert [(one["form"], one["reprint"]) for one in prints] == [("01", 0), ("receipt", 0)]
