"""The catalogue changes in the middle of a day: through the command line, on a real store."""

import json
from pathlib import Path
from typing import Any

import pytest

from sync.reference_server.server import RunningServer
from tests.builders import a_description
from tests.e2e.station_process import Station

pytestmark = pytest.mark.e2e

CODE = "1.004873"
PAPERS = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]


def a_pack_file(path: Path, version: str = "2", **changes: Any) -> Path:
    """Write a pack with one procedure whose papers, fee and time are other than the sample's."""
    procedure = {
        "code": CODE,
        "name": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "field_code": "G15-HT",
        "field": "Hộ tịch",
        "agency": "UBND cấp xã",
        "processing_time": {"value": 10, "unit": "working_day"},
        "required_documents": [{"name": "Tờ khai mới", "originals": 1, "code": "TK-MOI"}],
        "fees": [
            {"name": "Lệ phí mới", "kind": "lệ phí", "amount_vnd": 99_000, "per": "hồ sơ"},
        ],
    }
    pack = {
        "schema": "tram-mot-cua-pack/1",
        "name": "thu-tuc-moi",
        "version": version,
        "issued_on": "2026-11-23",
        "status": "official",
        "procedures": [procedure],
    }
    path.write_text(json.dumps(pack | changes), encoding="utf-8")
    return path


def received(station: Station, **changes: Any) -> dict[str, Any]:
    described = a_description(**({"documents": PAPERS} | changes))
    result: dict[str, Any] = station.ok("dossier", "receive", "-", stdin=json.dumps(described))
    return result


def test_what_is_here_goes_on_by_the_old_rules_and_what_comes_by_the_new(
    own_station: Station, tmp_path: Path
) -> None:
    before = received(own_station)
    code = before["dossier_code"]
    shown = own_station.ok("dossier", "show", code)
    form_06 = tmp_path / "06.pdf"
    own_station.ok("slip", code, "--form", "06", "-o", form_06)
    exchanged = own_station.ok("export", "dvcqg", code)

    pack = a_pack_file(tmp_path / "moi.json")
    admin = own_station.as_officer("admin")
    assert admin.refused("catalogue", "import", pack)["code"] == "CAT-017"
    admin.ok("catalogue", "import", pack, "--admit-unsigned", "tỉnh chưa gửi chữ ký")

    assert own_station.ok("dossier", "show", code) == shown
    assert own_station.ok("export", "dvcqg", code) == exchanged
    charged = own_station.ok("till", "charge", code, "--fee", "1x1", "--reason", "Cấp thêm")
    assert charged["owed_vnd"] == 15_000
    row = "MAU-1.004873-TP01=chưa ký"
    asked = own_station.ok("dossier", "supplement", code, "--missing", row, "--reason", "chưa ký")
    assert asked["missing"][0]["index"] == 1
    own_station.ok("dossier", "bring", code, "-", stdin=json.dumps({"documents": PAPERS[:1]}))
    assert own_station.ok("dossier", "show", code)["due_at"] == before["due_at"]

    draft = received(own_station, catalogue=shown["catalogue"])
    after = received(
        own_station,
        documents=[{"index": 1, "originals": 1}],
        payment={"method": "cash", "tendered_vnd": 100_000},
    )
    assert (draft["fees_total_vnd"], after["fees_total_vnd"]) == (15_000, 99_000)
    assert draft["due_at"] == before["due_at"] < after["due_at"]
    assert own_station.ok("catalogue", "show", CODE)["catalogue"] == "thu-tuc-moi 2"


def test_a_pack_is_made_signed_compared_and_put_in_force(
    own_station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATION_KEY_PASSWORD", "mot mat khau dai")
    issuer, admin = own_station.as_officer(None), own_station.as_officer("admin")
    source = a_pack_file(tmp_path / "nguon.json", name="nguon")
    pack = tmp_path / "tinh-1.json"
    key = issuer.ok("catalogue", "new-key", "-o", tmp_path / "ky.pem")["public_key"]
    made = issuer.ok(
        "catalogue", "make", source, "-o", pack, "--name", "tinh", "--version", "1",
        "--issued-on", "2026-11-25", "--key", tmp_path / "ky.pem",
    )  # fmt: skip
    assert made["key"] == key

    assert admin.refused("catalogue", "import", pack)["code"] == "CAT-011"
    assert own_station.refused("catalogue", "keys", "add", key, "--name", "x")["code"] == "AUT-003"
    admin.ok("catalogue", "keys", "add", key, "--name", "Sở KHCN")
    first = admin.ok("catalogue", "import", pack)
    assert (first["signed"], first["signed_by"]) == (True, "Sở KHCN")

    later = a_pack_file(tmp_path / "sau.json", name="nguon")
    plain = json.loads(later.read_text(encoding="utf-8"))
    plain["procedures"][0]["fees"][0]["amount_vnd"] = 88_000
    later.write_text(json.dumps(plain), encoding="utf-8")
    delta = tmp_path / "tinh-2.json"
    issuer.ok(
        "catalogue", "make", later, "-o", delta, "--name", "tinh", "--version", "2",
        "--since", pack, "--key", tmp_path / "ky.pem",
    )  # fmt: skip
    told = own_station.ok("catalogue", "diff", delta)
    assert told["base"] == "1"
    (changed,) = told["difference"]["changed"]
    assert [change["words"] for change in changed["changes"]] == ["Lệ phí mới: 99.000 đ → 88.000 đ"]
    assert own_station.ok("catalogue", "show", CODE)["catalogue"] == "tinh 1"
    admin.ok("catalogue", "import", delta)
    assert (
        admin.refused("catalogue", "import", pack, "--signature", delta.with_suffix(".json.sig"))[
            "code"
        ]
        == "CAT-010"
    )
    assert admin.ok("catalogue", "import", pack)["already_here"]
    packs = own_station.ok("catalogue", "packs")
    assert [(p["name"], p["version"], p["signed"]) for p in packs][-2:] == [
        ("tinh", "1", True), ("tinh", "2", True),
    ]  # fmt: skip
    admin.ok("catalogue", "keys", "remove", key[:10])
    assert admin.ok("catalogue", "keys", "list") == []


def test_units_reasons_and_local_corrections_from_the_command_line(
    own_station: Station, tmp_path: Path
) -> None:
    admin = own_station.as_officer("admin")
    (old,) = own_station.ok("catalogue", "areas", "quang trung phu ly")
    assert (old["is_there"], old["verified"]) == (False, False)
    assert [area["name"] for area in old["now"]] == ["Phường Phủ Lý"]
    offered = {row["act"] for row in own_station.ok("catalogue", "lists", "reasons")}
    assert {"supplement", "refuse", "withdraw", "leave_behind", "refund"} <= offered

    source, local = tmp_path / "sua.json", tmp_path / "sua-1.json"
    plain = json.loads(a_pack_file(source, name="sua").read_text(encoding="utf-8"))
    plain["procedures"][0] |= {"code": "1.001193", "name": "Đăng ký khai sinh"}
    source.write_text(json.dumps(plain), encoding="utf-8")
    own_station.as_officer(None).ok(
        "catalogue", "make", source, "-o", local, "--name", "sua-tai-cho", "--version", "1",
        "--local", "--to", "2099-12-31",
    )  # fmt: skip
    admin.ok("catalogue", "import", local, "--admit-unsigned", "tỉnh chưa gửi bản sửa")
    hit = own_station.ok("catalogue", "search", "dang ky khai sinh", "--limit", "1")[0]
    assert (hit["code"], hit["local_until"]) == ("1.001193", "2099-12-31")
    shown = own_station.ok("catalogue", "show", "1.001193")
    assert (shown["catalogue_status"], shown["catalogue_signed"]) == ("local", False)

    described = a_description(documents=[], payment=None, fees=[])
    refused = own_station.ok(
        "dossier", "lodge", "-", "--then", "refuse", "--reason", "@khong-tham-quyen",
        stdin=json.dumps(described),
    )  # fmt: skip
    told = own_station.ok("dossier", "show", refused["dossier_code"])
    assert "không thuộc thẩm quyền" in json.dumps(told, ensure_ascii=False)
    unknown = own_station.refused(
        "dossier", "lodge", "-", "--then", "refuse", "--reason", "@khong-co",
        stdin=json.dumps(described),
    )  # fmt: skip
    assert unknown["code"] == "CAT-021"
    assert "khong-tham-quyen" in unknown["details"]["known"]


def test_what_the_province_publishes_is_in_force_after_the_next_round(tmp_path: Path) -> None:
    station = Station(tmp_path / "home", here=True)
    station.as_officer(None).ok("init", "--agency", "000.00.17.H25", "--station-number", "4")
    admin = station.as_officer("admin")
    assert admin.ok("sync", "status")["catalogue"] is None
    pack = a_pack_file(tmp_path / "tinh.json", version="7")
    with RunningServer(
        database=f"sqlite:///{tmp_path / 'tinh.db'}",
        files=str(tmp_path / "tep"),
        version="test",
        catalogue=pack.read_bytes(),
    ) as server:
        code = server.issue_enrolment_code(
            agency="000.00.17.H25", station_number=4, number_range=(400, 449)
        )
        admin.ok("sync", "enrol", server.base_url, "--code", code)

        status = admin.ok("sync", "run", "--once")

    told = status["catalogue"]
    assert (told["pack"], told["added"], told["refused"]) == ("thu-tuc-moi 7", 1, None)
    (known,) = admin.ok("catalogue", "packs")
    assert (known["version"], known["signed"], known["imported_by"]) == ("7", True, None)
    assert admin.ok("catalogue", "search", "tinh trang hon nhan")[0]["code"] == CODE
