"""The converter that made the shipped packs."""

from datetime import date
from pathlib import Path

import pytest

from station.catalogue.convert import main
from station.catalogue.pack import PackStatus
from station.catalogue.reading import read_pack_file
from tests.station.test_catalogue_packs import LIST, SOURCE, encoded

NAMED = ["--name", "thu", "--version", "3"]


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    (tmp_path / "mau.json").write_bytes(encoded(SOURCE))
    (tmp_path / "ten.csv").write_text(LIST, encoding="utf-8")
    return [str(tmp_path / "mau.json"), str(tmp_path / "ten.csv")]


def test_sources_become_one_pack_as_reliable_as_the_least(
    sources: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "goi.json"

    status = main([*sources, "-o", str(output), *NAMED, "--issued-on", "2026-11-23"])

    pack = read_pack_file(output)
    assert status == 0
    assert (pack.name, pack.version, pack.issued_on) == ("thu", "3", date(2026, 11, 23))
    assert pack.status is PackStatus.REFERENCE
    assert [p.code for p in pack.procedures] == ["1.004873", "HN0001", "HN0002"]
    assert "3 procedures, 1 detailed" in capsys.readouterr().err


def test_the_same_sources_give_the_same_bytes(sources: list[str], tmp_path: Path) -> None:
    outputs = [tmp_path / "1.json", tmp_path / "2.json"]

    for output in outputs:
        main([*sources, "-o", str(output), *NAMED])

    assert outputs[0].read_bytes() == outputs[1].read_bytes()


def test_a_source_that_is_refused_leaves_no_pack(
    sources: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "goi.json"

    status = main([sources[0], sources[0], "-o", str(output), *NAMED])

    assert status == 1
    assert capsys.readouterr().err.startswith("CAT-005: ")
    assert not output.exists()
