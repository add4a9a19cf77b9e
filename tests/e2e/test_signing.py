"""``station scan sign``, ``stamp`` and ``verify`` as a script sees them."""

from pathlib import Path

import pytest

from tests import soft_token
from tests.e2e.station_process import Station
from tests.hostile_pdfs import plain
from tests.signing_people import make_issuer, make_officer, make_time_stamper
from tests.soft_token import PIN, make_token
from tests.time_stamp_server import time_stamp_server

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(soft_token.library() is None, reason="SoftHSM2 is not installed"),
]


def test_a_copy_is_signed_stamped_later_and_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issuer = make_issuer()
    token = make_token(tmp_path / "token", {"sao-y": make_officer(issuer)})
    for name, value in token.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("STATION_TOKEN_PIN", PIN)
    trusted, copy = tmp_path / "ca.pem", tmp_path / "ban-sao.pdf"
    trusted.write_bytes(issuer.certificate_pem)
    copy.write_bytes(plain())
    station = Station(tmp_path / "none", officer=None)

    batch = station.ok(
        "scan", "sign", copy, "-o", tmp_path / "signed", "--library", token.library,
        "--agency", "UBND phường Thử Nghiệm",
    )  # fmt: skip
    (one,) = batch["files"]
    (before,) = station.ok("scan", "verify", one["output"], "--trust", trusted)
    with time_stamp_server(tmp_path / "tsa", make_time_stamper(issuer), issuer) as address:
        (stamped,) = station.ok("scan", "stamp", one["output"], "--time-stamps", address)
    (after,) = station.ok("scan", "verify", one["output"], "--trust", trusted)

    assert (one["stamped"], one["error"]) == (False, None)
    assert before["signatures"][0]["words"] == (
        "Chữ ký hợp lệ · UBND phường Thử Nghiệm · chưa có dấu thời gian"
    )
    assert stamped["stamped"] is True
    assert after["signatures"][0]["verdict"] == "valid"
    assert after["signatures"][0]["time_proof"] == "stamped"

    monkeypatch.setenv("STATION_TOKEN_PIN", "999999")
    refused = station.refused(
        "scan", "sign", copy, "-o", tmp_path / "again", "--library", token.library,
        "--agency", "UBND",
    )  # fmt: skip
    assert refused["code"] == "SIG-002"


def test_a_file_with_a_script_is_refused_before_its_signatures_are_looked_at(
    tmp_path: Path,
) -> None:
    from tests.hostile_pdfs import SCRIPTED

    file = tmp_path / "form.pdf"
    file.write_bytes(plain(SCRIPTED["opens with a script"][0]))

    refused = Station(tmp_path / "none", officer=None).refused("scan", "verify", file)

    assert refused["code"] == "FIL-007"
    assert refused["details"] == {"reason": "javascript"}
