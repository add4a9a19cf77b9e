"""Outputs that somebody names: whole under their name, and nothing else is touched."""

import os
import sys
from pathlib import Path

import pytest

from devices.whole_files import whole_file
from station.ports.documents import CannotUseFileError
from tests.held_files import HeldFiles

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pipes, no links without rights")


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for output in (tmp_path / "nowhere" / "out.pdf", pipe, tmp_path):
        with pytest.raises(CannotUseFileError), whole_file(output) as target:
            target.write(b"new")

    assert pipe.is_fifo()
    assert [one.name for one in tmp_path.iterdir()] == ["pipe"]


def test_a_link_goes_on_pointing_to_what_is_written_under_the_longest_name(tmp_path: Path) -> None:
    link, real = tmp_path / "link", tmp_path / f"{'y' * 251}.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    (tmp_path / "link.part").write_bytes(b"mine")

    with whole_file(link) as target:
        target.write(b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert (tmp_path / "link.part").read_bytes() == b"mine"


def test_a_file_that_is_open_elsewhere_for_a_moment_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldFiles(monkeypatch, "replace", times=2)

    with whole_file(tmp_path / "out.pdf") as target:
        target.write(b"new")

    assert held.denied == 2
    assert (tmp_path / "out.pdf").read_bytes() == b"new"
