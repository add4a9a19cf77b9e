"""Every source of pages keeps the same promises; each names its real troubles."""

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from devices.pictures import open_page_picture
from devices.samples.pages import PageKind, draw_scanned_page
from devices.scanner_process import ScannerProcess
from devices.scanners.escl import EsclScanner
from devices.scanners.folder import WatchedFolder
from devices.scanners.simulated import SimulatedScanner
from station import patience
from station.ports.devices import DeviceSettings
from station.ports.scanners import (
    DoubleFeedError,
    NoPagesError,
    PaperJamError,
    Scanner,
    ScannerBusyError,
    ScannerCoverOpenError,
    ScannerError,
    ScannerFaultError,
    ScannerHangsError,
    ScannerOfflineError,
    ScannerPermissionError,
    ScannerState,
    ScanRequest,
)
from tests.devices.escl_server import EsclServer
from tests.held_files import HeldFiles

PAGES = [draw_scanned_page(kind, 1) for kind in PageKind]
COARSE = ScanRequest(dpi=100)


class ScannerContract:
    """Inherit, and give a fixture ``scanner`` with three pages or more in it."""

    def test_it_has_a_name_and_is_ready(self, scanner: Scanner) -> None:
        assert scanner.name
        assert scanner.state() is ScannerState.READY

    def test_every_page_is_a_whole_picture(self, scanner: Scanner) -> None:
        pages = list(scanner.scan(COARSE))

        assert len(pages) >= 3
        for page in pages:
            assert open_page_picture(page).pixels.shape[0] > 500

    def test_a_run_can_be_given_up_after_a_page(self, scanner: Scanner) -> None:
        run = scanner.scan(COARSE)
        next(run)

        run.close()  # type: ignore[attr-defined]

        assert scanner.state() in (ScannerState.READY, ScannerState.NO_PAGES)


class TestSimulatedScanner(ScannerContract):
    @pytest.fixture
    def scanner(self) -> Scanner:
        return SimulatedScanner("Máy quét (mô phỏng)", "4")

    def test_it_says_that_it_is_simulated(self, scanner: Scanner) -> None:
        assert scanner.simulated

    def test_a_jam_keeps_the_rest_of_the_pile(self) -> None:
        scanner = SimulatedScanner("máy", "5, jam 3")
        before: list[bytes] = []

        with pytest.raises(PaperJamError) as jam:
            before.extend(scanner.scan(COARSE))

        assert jam.value.details == {"scanner": "máy", "pages": 2, "next_page": 3}
        assert len(before) == 2
        assert len(list(scanner.scan(COARSE))) == 3

    def test_both_sides_of_a_sheet_are_two_pages(self) -> None:
        fronts = list(SimulatedScanner("máy", "3").scan(COARSE))
        sides = list(SimulatedScanner("máy", "3").scan(ScanRequest(dpi=75, duplex=True)))

        assert sides[::2] == fronts
        printed = [bool((open_page_picture(page).pixels < 100).any()) for page in sides]
        assert printed == [True, True, True, False, True, False]

    def test_a_jam_among_both_sides_keeps_the_sheets_whole(self) -> None:
        scanner = SimulatedScanner("máy", "4, jam 6")
        before: list[bytes] = []
        both = ScanRequest(dpi=75, duplex=True)

        with pytest.raises(PaperJamError) as jam:
            before.extend(scanner.scan(both))

        assert (len(before), jam.value.details["next_page"]) == (4, 5)
        assert len(list(scanner.scan(both))) == 4

    @pytest.mark.parametrize("address", ["many", "3, tired 2", "3, jam"])
    def test_an_address_that_says_nothing_is_refused(self, address: str) -> None:
        with pytest.raises(ValueError, match=r"."):
            SimulatedScanner("máy", address)


class TestScannerProcess(ScannerContract):
    """Any scanner, driven in a process of its own."""

    @staticmethod
    def of(tmp_path: Path, driver: str, address: str, **options: float) -> ScannerProcess:
        settings = DeviceSettings(name="máy", role="scanner", driver=driver, address=address)
        return ScannerProcess(settings, tmp_path, simulated=driver == "simulated", **options)

    @pytest.fixture
    def scanner(self, tmp_path: Path) -> Iterator[Scanner]:
        scanner = self.of(tmp_path, "simulated", "4")
        yield scanner
        scanner.close()

    def test_a_jam_is_named_and_the_next_run_goes_on_with_the_pile(self, tmp_path: Path) -> None:
        scanner = self.of(tmp_path, "simulated", "4, jam 3")
        before: list[bytes] = []
        try:
            with pytest.raises(PaperJamError) as jam:
                before.extend(scanner.scan(COARSE))
            after = list(scanner.scan(COARSE))
        finally:
            scanner.close()

        assert jam.value.details == {"scanner": "máy", "pages": 2, "next_page": 3}
        assert (len(before), len(after)) == (2, 2)

    def test_a_run_that_is_given_up_lets_the_next_one_begin(self, scanner: Scanner) -> None:
        run = scanner.scan(COARSE)
        next(run)
        run.close()  # type: ignore[attr-defined]

        assert list(scanner.scan(COARSE))

    def test_a_run_that_is_stopped_gives_the_sheet_that_went_through(self, tmp_path: Path) -> None:
        scanner = self.of(tmp_path, "simulated", "6")
        try:
            run = scanner.scan(COARSE)
            before = [next(run)]
            scanner.stop()
            before += run
            after = list(scanner.scan(COARSE))
        finally:
            scanner.close()

        assert 1 < len(before) < 6
        assert len({*before, *after}) == 6

    def test_for_one_page_one_sheet_is_fed(self, tmp_path: Path) -> None:
        scanner = self.of(tmp_path, "simulated", "3")
        try:
            (page,) = scanner.scan(replace(COARSE, single=True))
            left = list(scanner.scan(COARSE))
        finally:
            scanner.close()

        assert len({page, *left}) == 3

    def test_a_folder_whose_run_is_stopped_gives_each_page_once(self, tmp_path: Path) -> None:
        folder = tmp_path / "copier"
        folder.mkdir()
        for number in range(6):
            TestWatchedFolder.put(folder / f"{number}.jpg", PAGES[0] + bytes([number]))
        scanner = self.of(tmp_path, "folder", str(folder))
        try:
            run = scanner.scan(COARSE)
            pages = [next(run)]
            scanner.stop()
            pages += run
            assert len(pages) < 6
            pages += scanner.scan(COARSE)
        finally:
            scanner.close()

        assert [page[-1] for page in pages] == list(range(6))

    def test_a_driver_that_dies_costs_its_run_only(self, tmp_path: Path) -> None:
        scanner = self.of(tmp_path, "simulated", "4")
        try:
            run = scanner.scan(COARSE)
            next(run)
            assert scanner.process_id is not None
            os.kill(scanner.process_id, getattr(signal, "SIGKILL", signal.SIGTERM))
            with pytest.raises(ScannerFaultError) as died:
                list(run)
            assert died.value.pages >= 1
            assert len(list(scanner.scan(COARSE))) == 4
        finally:
            scanner.close()

    def test_a_driver_that_hangs_is_ended(self, tmp_path: Path) -> None:
        server = EsclServer(PAGES)
        server.trouble, server.at = "silent", 1
        scanner = self.of(tmp_path, "escl", server.address, page_s=4.0)
        try:
            with pytest.raises(ScannerHangsError):
                list(scanner.scan(COARSE))
        finally:
            scanner.close()
            server.close()


class TestWatchedFolder(ScannerContract):
    @pytest.fixture
    def scanner(self, tmp_path: Path) -> Scanner:
        for number, page in enumerate(PAGES):
            self.put(tmp_path / f"{number}.jpg", page)
        return WatchedFolder("thư mục", tmp_path)

    @staticmethod
    def put(file: Path, content: bytes, *, age_s: float = 60) -> None:
        file.write_bytes(content)
        then = time.time() - age_s
        os.utime(file, (then, then))

    def test_what_was_scanned_is_put_aside_and_not_deleted(
        self, scanner: Scanner, tmp_path: Path
    ) -> None:
        list(scanner.scan(COARSE))

        assert sorted(one.name for one in (tmp_path / "taken").iterdir()) == [
            "0.jpg", "1.jpg", "2.jpg",
        ]  # fmt: skip
        assert scanner.state() is ScannerState.NO_PAGES

    def test_a_file_that_still_grows_is_left_alone(self, tmp_path: Path) -> None:
        self.put(tmp_path / "new.jpg", PAGES[0][:100], age_s=0)

        with pytest.raises(NoPagesError):
            list(WatchedFolder("thư mục", tmp_path).scan(COARSE))

        assert (tmp_path / "new.jpg").exists()

    def test_pages_of_a_file_that_the_copier_holds_come_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(patience, "_PAUSES_S", ())
        self.put(tmp_path / "0.jpg", PAGES[0])
        scanner, pages = WatchedFolder("thư mục", tmp_path), list[bytes]()
        HeldFiles(monkeypatch, "replace", times=1)

        with pytest.raises(ScannerPermissionError):
            pages.extend(scanner.scan(COARSE))
        pages.extend(scanner.scan(COARSE))
        self.put(tmp_path / "0.jpg", PAGES[1], age_s=30)
        pages.extend(scanner.scan(COARSE))

        assert pages == PAGES[:2]

    def test_every_page_of_a_tiff_is_a_page_and_a_run_goes_on_inside_it(
        self, tmp_path: Path
    ) -> None:
        tiff = BytesIO()
        frames = [Image.new("L", (300, 400), shade) for shade in (10, 100, 200)]
        frames[0].save(tiff, "TIFF", save_all=True, append_images=frames[1:])
        self.put(tmp_path / "Scan (2).tif", tiff.getvalue())
        self.put(tmp_path / "Scan (10).tif", b"II*\0 broken")
        (tmp_path / "Scan (1).tif").touch()
        os.utime(tmp_path / "Scan (1).tif", (0, 0))
        scanner = WatchedFolder("thư mục", tmp_path)

        stopped = scanner.scan(COARSE)
        pages = [next(stopped), next(stopped)]
        stopped.close()  # type: ignore[attr-defined]
        pages += scanner.scan(COARSE)

        *frames_seen, broken = pages
        shades = [open_page_picture(page).pixels[5, 5, 0] for page in frames_seen]
        assert shades == [10, 100, 100, 200]  # one that was not taken comes again
        assert broken == b"II*\0 broken"
        assert sorted(one.name for one in tmp_path.iterdir()) == ["Scan (1).tif", "taken"]

    def test_a_folder_that_is_gone_is_offline(self, tmp_path: Path) -> None:
        scanner = WatchedFolder("thư mục", tmp_path / "none")

        assert scanner.state() is ScannerState.OFFLINE
        with pytest.raises(ScannerOfflineError):
            list(scanner.scan(COARSE))


class TestEsclScanner(ScannerContract):
    @pytest.fixture
    def server(self) -> Iterator[EsclServer]:
        server = EsclServer(PAGES)
        yield server
        server.close()

    @pytest.fixture
    def scanner(self, server: EsclServer) -> Scanner:
        return EsclScanner("máy", server.address, answer_s=0.5, busy_s=5)

    def test_the_pages_are_those_of_the_scanner(self, scanner: Scanner, server: EsclServer) -> None:
        assert list(scanner.scan(ScanRequest(dpi=200, duplex=True))) == PAGES
        (settings,) = server.settings
        assert b"<scan:XResolution>200<" in settings
        assert b"<scan:Duplex>true<" in settings
        assert b"<pwg:InputSource>Feeder<" in settings

    def test_no_proxy_of_this_computer_is_asked(
        self, scanner: Scanner, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        monkeypatch.setenv("no_proxy", "")

        assert scanner.state() is ScannerState.READY

    @pytest.mark.parametrize(
        ("trouble", "error"),
        [
            ("ScannerAdfJam", PaperJamError),
            ("ScannerAdfHatchOpen", ScannerCoverOpenError),
            ("ScannerAdfMispick", DoubleFeedError),
            ("ScannerAdfMultipickDetected", DoubleFeedError),
            ("silent", ScannerHangsError),
        ],
    )
    def test_a_trouble_part_way_is_named_with_its_page(
        self, scanner: Scanner, server: EsclServer, trouble: str, error: type[ScannerError]
    ) -> None:
        server.trouble, server.at = trouble, 3
        before: list[bytes] = []

        with pytest.raises(error) as stopped:
            before.extend(scanner.scan(COARSE))

        assert before == PAGES[:2]
        assert stopped.value.details["next_page"] == 3

    def test_an_empty_feeder_is_named(self, scanner: Scanner, server: EsclServer) -> None:
        server.pages.clear()

        assert scanner.state() is ScannerState.NO_PAGES
        with pytest.raises(NoPagesError):
            list(scanner.scan(COARSE))

    def test_an_empty_feeder_means_the_glass(self, scanner: Scanner, server: EsclServer) -> None:
        server.platen = True
        server.pages.clear()
        with pytest.raises(NoPagesError):  # the glass of this server gives nothing
            list(scanner.scan(COARSE))
        assert b"<pwg:InputSource>Platen<" in server.settings[0]

    def test_it_waits_for_one_that_is_busy(self, scanner: Scanner, server: EsclServer) -> None:
        server.busy_answers = 2

        assert len(list(scanner.scan(COARSE))) == 3

    def test_it_does_not_wait_for_ever(self, server: EsclServer) -> None:
        server.busy_answers = 99
        with pytest.raises(ScannerBusyError):
            list(EsclScanner("máy", server.address, busy_s=0).scan(COARSE))

    def test_a_job_is_never_followed_to_another_host(
        self, scanner: Scanner, server: EsclServer
    ) -> None:
        server.location = "http://192.0.2.1/eSCL/ScanJobs/1"

        assert list(scanner.scan(COARSE)) == PAGES

    @pytest.mark.parametrize(
        "body", [b"", b"<html>", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', b"<x>" * 400_000]
    )
    def test_a_senseless_status_is_a_fault(
        self, scanner: Scanner, server: EsclServer, body: bytes
    ) -> None:
        server.status_body = body or b" "
        with pytest.raises(ScannerFaultError):
            list(scanner.scan(COARSE))

    def test_half_a_page_is_never_a_page(self, scanner: Scanner, server: EsclServer) -> None:
        server.cut_page = True

        with pytest.raises((ScannerOfflineError, ScannerHangsError)):
            list(scanner.scan(COARSE))

    def test_a_run_that_is_given_up_is_ended_at_the_scanner(
        self, scanner: Scanner, server: EsclServer
    ) -> None:
        run = scanner.scan(COARSE)
        next(run)
        run.close()  # type: ignore[attr-defined]

        assert server.deleted == 1

    def test_nobody_there_is_offline(self, server: EsclServer) -> None:
        address = server.address
        server.close()
        scanner = EsclScanner("máy", address)

        assert scanner.state() is ScannerState.OFFLINE
        with pytest.raises(ScannerOfflineError):
            list(scanner.scan(COARSE))

    @pytest.mark.parametrize("address", ["", "ftp://x/eSCL", "192.168.1.20", "http://"])
    def test_an_address_that_is_none_is_refused(self, address: str) -> None:
        with pytest.raises(ValueError, match=r".*"):
            EsclScanner("máy", address)
