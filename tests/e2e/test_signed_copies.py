"""``station dossier copies|sign-copies|stamp-copies`` as a script sees them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests import soft_token
from tests.builders import a_description
from tests.e2e.station_process import PASSWORD, Station
from tests.hostile_pdfs import plain
from tests.signing_people import make_issuer, make_officer, make_time_stamper
from tests.soft_token import PIN, make_token
from tests.time_stamp_server import time_stamp_server
from ui.composition import sign_in
from ui.settings import FILE, TokenSettings, read_settings, settings_text

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(soft_token.library() is None, reason="SoftHSM2 is not installed"),
]


def set_up(home: Path, token: TokenSettings) -> None:
    settings = replace(read_settings(home), token=token)
    (home / FILE).write_text(settings_text(settings), encoding="utf-8")


def test_copies_wait_are_signed_with_one_pin_and_stamped_when_there_is_a_line(
    own_station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, issuer = own_station.home, make_issuer()
    plugged_in = make_token(tmp_path / "token", {"sao-y": make_officer(issuer)})
    for name, value in plugged_in.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("STATION_TOKEN_PIN", "999999")
    with sign_in(home, "quay3", PASSWORD) as desk:  # as the scan desk leaves a copy
        scan = desk.store.vault.put(plain())
    papers = [
        {"index": 1, "originals": 1, "files": [f"digitised:{scan}"]},
        {"index": 3, "originals": 1},
        {"index": 4, "presented": 1},
    ]
    described = tmp_path / "dossier.json"
    described.write_text(json.dumps(a_description(documents=papers)), encoding="utf-8")
    own_station.ok("dossier", "receive", described)

    (waiting,) = own_station.ok("dossier", "copies")
    assert (waiting["original"], waiting["signed_by"]) == (scan, None)
    assert own_station.refused("dossier", "sign-copies")["code"] == "SIG-011"
    token = TokenSettings(library=plugged_in.library, time_stamps="http://127.0.0.1:9/")
    set_up(home, token)
    assert own_station.refused("dossier", "sign-copies")["code"] == "SIG-002"
    monkeypatch.setenv("STATION_TOKEN_PIN", PIN)
    batch = own_station.ok("dossier", "sign-copies")
    assert batch["signer"] == "UBND phường Thử Nghiệm"
    assert [(one["stamped"], one["error"]) for one in batch["copies"]] == [(False, None)]

    (offline,) = own_station.ok("dossier", "stamp-copies")["copies"]
    assert (offline["stamped"], offline["error"]) == (False, "SIG-007")
    with time_stamp_server(tmp_path / "tsa", make_time_stamper(issuer), issuer) as address:
        set_up(home, replace(token, time_stamps=address))
        (stamped,) = own_station.ok("dossier", "stamp-copies")["copies"]

    assert (stamped["stamped"], stamped["error"]) == (True, None)
    assert own_station.ok("dossier", "copies") == []
    kinds = [e["kind"] for e in own_station.ok("dossier", "history", waiting["dossier_code"])]
    assert kinds[-2:] == ["CopySigned", "CopyStamped"]
