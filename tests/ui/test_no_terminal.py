"""The program under ``pythonw`` of Windows, which gives it neither output nor input."""

import sys
from pathlib import Path

import pytest

from ui.cli.main import BUG, DONE, REFUSED, run


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)


def test_it_runs_and_refuses_in_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATION_PASSWORD", "Cham-chi-2026")

    assert run(["--version"]) == DONE
    assert run(["--home", str(tmp_path), "--as", "admin", "store", "check"]) == REFUSED


def test_a_bug_is_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[BaseException] = []
    monkeypatch.setattr("ui.diagnostics.write_diagnostics", written.append)
    monkeypatch.setattr("ui.cli.desk._desktop", _broken)

    assert run(["--home", str(tmp_path), "desktop"]) == BUG
    assert [type(error) for error in written] == [ZeroDivisionError]


def _broken(*_: object) -> int:
    return 1 // 0
