"""The scanners of Linux, by the program ``scanimage`` and its test backend."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from devices.scanners.sane import SaneScanner
from station.ports.scanners import (
    NoPagesError,
    PaperJamError,
    Scanner,
    ScannerBusyError,
    ScannerCoverOpenError,
    ScannerError,
    ScannerFaultError,
    ScannerHangsError,
    ScannerOfflineError,
    ScannerState,
)
from tests.devices.test_scanners import COARSE, ScannerContract


@pytest.mark.skipif(shutil.which("scanimage") is None, reason="sane-utils is not installed")
class TestSaneScanner(ScannerContract):
    """Against the test backend of SANE, which feeds ten pages."""

    @pytest.fixture(autouse=True)
    def _test_backend(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "dll.conf").write_text("test\n", encoding="ascii")
        (tmp_path / "test.conf").write_text(
            "geometry_max 300\nbr_x 210\nbr_y 297\nnumber_of_devices 2\n", encoding="ascii"
        )
        monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))

    @pytest.fixture
    def pretend(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
        """Put a script of the shell in the place of ``scanimage``."""

        def write(script: str) -> None:
            program = tmp_path / "scanimage"
            program.write_text(f"#!/bin/sh\n{script}", encoding="ascii")
            program.chmod(0o700)
            monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

        return write

    @pytest.fixture
    def scanner(self) -> Scanner:
        return SaneScanner("máy", "test:0")

    def test_a_feeder_is_emptied(self, scanner: Scanner) -> None:
        assert len(list(scanner.scan(COARSE))) == 10

    @pytest.mark.parametrize(
        ("status", "error"),
        [
            ("SANE_STATUS_JAMMED", PaperJamError),
            ("SANE_STATUS_COVER_OPEN", ScannerCoverOpenError),
            ("SANE_STATUS_NO_DOCS", NoPagesError),
            ("SANE_STATUS_DEVICE_BUSY", ScannerBusyError),
            ("SANE_STATUS_IO_ERROR", ScannerFaultError),
        ],
    )
    def test_a_trouble_is_named(
        self, tmp_path: Path, status: str, error: type[ScannerError]
    ) -> None:
        config = tmp_path / "test.conf"
        config.write_text(
            config.read_text(encoding="ascii") + f'read-status-code "{status}"\n', encoding="ascii"
        )
        with pytest.raises(error):
            list(SaneScanner("máy", "test:0").scan(COARSE))

    def test_the_trouble_is_named_too_where_the_driver_hangs_after_it(
        self, pretend: Callable[[str], None]
    ) -> None:
        pretend(
            '[ "$3" = --help ] && exit\n'
            'echo "Scanned page 1. (scanner status = 8)" >&2\n'
            "exec sleep 100\n"
        )

        with pytest.raises(ScannerCoverOpenError):
            list(SaneScanner("máy", "test:0").scan(COARSE))

    @pytest.mark.parametrize(
        ("told", "state"),
        [
            ("[no] [hardware]", ScannerState.NO_PAGES),
            ("[yes] [hardware]", ScannerState.READY),
            (None, ScannerState.READY),
        ],
    )
    def test_a_driver_with_an_eye_for_paper_says_whether_there_is_some(
        self, pretend: Callable[[str], None], told: str | None, state: ScannerState
    ) -> None:
        sensor = "" if told is None else f"    --page-loaded[=(yes|no)] {told}\n"
        pretend(
            "cat <<'END'\n"
            "Options specific to device `fujitsu:x':\n"
            "    --source ADF Front|ADF Duplex [ADF Front]\n"
            f"  Sensors and Buttons:\n    --top-edge[=(yes|no)] [no] [hardware]\n{sensor}END\n"
        )

        assert SaneScanner("máy", "fujitsu:x").state() is state

    def test_with_an_empty_feeder_it_scans_what_lies_on_the_glass(
        self, pretend: Callable[[str], None]
    ) -> None:
        pretend(
            '[ "$3" = --help ] && {\n'
            "echo 'Options specific to device x:'\n"
            "echo '    --source ADF|Flatbed [ADF]'; exit; }\n"
            'case "$*" in *ADF*) echo "Document feeder out of documents" >&2; exit 7;; esac\n'
            'page=${4#--batch=}; page=${page%/*}/1.png; printf "IEND\\256B\\140\\202" >$page\n'
            'echo "$page"\n'
        )

        assert len(list(SaneScanner("máy", "x:1").scan(COARSE))) == 1

    def test_no_sheet_is_fed_that_nobody_asked_for(self, pretend: Callable[[str], None]) -> None:
        pretend(
            '[ "$3" = --help ] && exit\n'
            "folder=${4#--batch=}; folder=${folder%/*}; page=0\n"
            "while read -r _; do\n"
            "page=$((page + 1)); [ $page = 4 ] && exit 7\n"
            'printf "$page IEND\\256B\\140\\202" >$folder/$page.png; echo "$folder/$page.png"\n'
            "done\n"
        )
        run = SaneScanner("máy", "x:1").scan(COARSE)

        assert [page[:1] for page in run] == [b"1", b"2", b"3"]

    def test_one_that_is_slower_than_allowed_hangs(self) -> None:
        scanner = SaneScanner("máy", "test:0", page_s=0.001)

        with pytest.raises(ScannerHangsError):
            list(scanner.scan(COARSE))

    def test_an_unknown_device_is_offline(self) -> None:
        scanner = SaneScanner("máy", "nothere:0")

        assert scanner.state() is ScannerState.OFFLINE
        with pytest.raises(ScannerOfflineError):
            list(scanner.scan(COARSE))

    @pytest.mark.parametrize("device", ["", "--help"])
    def test_a_device_is_no_option(self, device: str) -> None:
        with pytest.raises(ValueError, match=r".*"):
            SaneScanner("máy", device)
