"""Bad pictures and texts of cards through the command line: each its own words, and no browser."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from devices.samples.id_card import PAYLOAD
from tests.bad_identity import BAD_PICTURES, BAD_TEXTS
from tests.e2e.station_process import Outcome, Station

pytestmark = pytest.mark.e2e

BROWSERS = (
    "xdg-open", "gio", "x-www-browser", "www-browser", "sensible-browser", "firefox",
    "google-chrome", "chromium", "chromium-browser", "lynx", "w3m", "open",
)  # fmt: skip
IN_WORDS = {
    "IMG-002": "không có nội dung",
    "IMG-004": "100 triệu điểm ảnh",
    "IMG-005": "JPEG",
    "IMG-006": "cắt cụt",
    "IMG-007": "nhiều ảnh",
    "IMG-011": "Lưu ảnh dạng JPEG",
    "ID-005": "Không tìm thấy mã QR",
    "ID-008": "không mã nào của thẻ",
}
"""What an officer has to be told, at least."""
UNSEEN = {"Cc", "Cf", "Cs"}
"""Kinds of letters that would steer a terminal, or turn its lines around."""


@dataclass(frozen=True)
class Watched(Station):
    """A station whose every browser would leave a mark."""

    mark: Path = Path()

    @property
    def environment(self) -> dict[str, str]:
        shims = str(self.mark.parent / "browsers")
        return super().environment | {
            "PATH": f"{shims}{os.pathsep}{os.environ['PATH']}",
            "BROWSER": f"{shims}/firefox",
            "DISPLAY": ":9",  # without one nobody would even try
        }


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Watched]:
    mark, shims = tmp_path / "opened", tmp_path / "browsers"
    shims.mkdir()
    for name in BROWSERS:
        (shims / name).write_text(f'#!/bin/sh\necho "$0 $@" >> "{mark}"\n', encoding="utf-8")
        (shims / name).chmod(0o755)
    yield Watched(tmp_path / "none", None, mark=mark)
    assert not mark.exists(), mark.read_text(encoding="utf-8")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    drawn = []
    for kind, (content, _) in BAD_PICTURES.items():
        file = tmp_path / f"{kind}.jpg"
        file.write_bytes(content())
        drawn.append(file)
    return drawn


def test_id_read_tells_of_each_bad_picture_what_is_wrong_with_it(
    station: Watched, files: list[Path]
) -> None:
    readings = station.ok("id", "read", *files)

    assert [Path(one["file"]) for one in readings] == files
    for one, (_, error) in zip(readings, BAD_PICTURES.values(), strict=True):
        assert one.get("error") == error, one
        assert one["ok"] is (error is None)
        if error is None:
            assert (one["personal_number"], one["full_name"]) == (
                PAYLOAD[:12], "Nguyễn Thị Ánh Tuyết"
            )  # fmt: skip
        else:
            assert IN_WORDS[error] in one["message"]


def test_code_read_gives_what_bad_pictures_hold_and_nothing_that_steers_a_terminal(
    station: Watched, files: list[Path]
) -> None:
    found = station.ok("code", "read", *files)

    for one, (_, error) in zip(found, BAD_PICTURES.values(), strict=True):
        if error is None or error == "ID-008":
            (code,) = one["codes"]
            assert steering(code["text"]) == ""
            assert (one["error"], "message" in one) == (None, False)
        elif error == "ID-005":
            assert (one["codes"], one["error"]) == ([], None)
        else:
            assert (one["codes"], one["error"]) == ([], error)
            assert IN_WORDS[error] in one["message"]
    by_kind = {file.stem: one["codes"] for file, one in zip(files, found, strict=True)}
    assert by_kind["right to left"][0]["text"] == "gnp.drac|"
    assert len(by_kind["3 KB of text"][0]["text"]) > 2_900


@pytest.mark.parametrize("kind", [kind for kind in BAD_TEXTS if kind != "surrogates"])
def test_id_parse_refuses_a_bad_text_by_name(station: Watched, kind: str) -> None:
    error = station.refused("id", "parse", "-", stdin=BAD_TEXTS[kind])

    assert error["code"].startswith("ID-0")
    assert "có ô nào bị thay đổi" in error["message"]
    assert steering(error["message"]) == ""


def test_id_parse_takes_bytes_that_are_no_text(station: Watched) -> None:
    outcome: Outcome = station.run("id", "parse", "-", stdin=b"\xff\xfe\x00\xed\xa0\x80" * 999)

    assert outcome.status == 1
    assert outcome.error["code"].startswith("ID-0")


def steering(text: str) -> str:
    return "".join(
        letter for letter in text if letter != "\n" and unicodedata.category(letter) in UNSEEN
    )
