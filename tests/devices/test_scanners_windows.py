"""WIA and TWAIN through objects that behave as described: no Windows and no scanner were there."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image

from devices.pictures import open_page_picture
from devices.registry import Devices
from devices.samples.pages import PageKind, draw_scanned_page
from devices.scanners.twain import TwainScanner
from devices.scanners.wia import WiaScanner, wia_scanners
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
    ScannerOfflineError,
    ScannerState,
    ScanRequest,
)
from tests.devices import fake_twain
from tests.devices.fake_twain import FakeTwain
from tests.devices.fake_wia import FakeWia
from tests.devices.test_scanners import ScannerContract

COARSE = ScanRequest(dpi=75)
BOTH = ScanRequest(dpi=200, duplex=True)
PAGES = [draw_scanned_page(kind, 1) for kind in PageKind]


def bitmap(page: bytes) -> bytes:
    content = BytesIO()
    Image.open(BytesIO(page)).save(content, "BMP", dpi=(200, 200))
    return content.getvalue()


class TestWia(ScannerContract):
    @pytest.fixture
    def scanner(self) -> Scanner:
        return WiaScanner("máy", "Canon DR-C225", new_object=FakeWia(*PAGES))

    def test_the_feeder_is_chosen_and_how_the_page_is_wanted(self) -> None:
        wia = FakeWia(*PAGES)
        scanner = WiaScanner("máy", "", new_object=wia)

        assert list(scanner.scan(BOTH)) == PAGES
        device, item = wia.device.Properties, wia.item.Properties
        assert (device.Item("3088").Value, device.Item("3096").Value) == (1 | 4, 1)
        assert [item.Item(name).Value for name in ("6146", "6147", "6148")] == [1, 200, 200]

    def test_a_bitmap_becomes_a_png_of_the_same_pixels_and_pitch(self) -> None:
        scanner = WiaScanner("máy", "", new_object=FakeWia(bitmap(PAGES[0])))

        (page,) = scanner.scan(COARSE)

        assert page.startswith(b"\x89PNG")
        opened = open_page_picture(page)
        assert (opened.pixels == open_page_picture(PAGES[0]).pixels).all()
        assert opened.dpi == pytest.approx(200, abs=0.1)

    @pytest.mark.parametrize(
        ("code", "error"),
        [
            (0x80210002, PaperJamError),
            (0x80210010, ScannerCoverOpenError),
            (0x80210016, ScannerCoverOpenError),
            (0x80210014, DoubleFeedError),
            (0x80210020, DoubleFeedError),
            (0x80210006, ScannerBusyError),
            (0x80210005, ScannerOfflineError),
            (0x80004005, ScannerFaultError),
        ],
    )
    def test_every_trouble_is_named_with_its_page(
        self, code: int, error: type[ScannerError]
    ) -> None:
        wia = FakeWia(PAGES[0], PAGES[1], code, PAGES[2])
        scanner, given = WiaScanner("máy", "", new_object=wia), list[bytes]()

        with pytest.raises(error) as told:
            given.extend(scanner.scan(COARSE))

        assert given == PAGES[:2]
        assert told.value.details["next_page"] == 3
        assert list(scanner.scan(COARSE)) == PAGES[2:]  # the rest of the pile is still there

    @pytest.mark.parametrize(
        ("status", "state"),
        [
            (1, ScannerState.READY),
            (0, ScannerState.NO_PAGES),
            (1 | 0x20, ScannerState.JAM),
            (0x10, ScannerState.COVER_OPEN),
            (0x200, ScannerState.DOUBLE_FEED),
        ],
    )
    def test_its_state_is_asked_of_the_device(self, status: int, state: ScannerState) -> None:
        assert WiaScanner("máy", "", new_object=FakeWia(status=status)).state() is state

    def test_an_empty_feeder_leaves_the_glass(self) -> None:
        wia = FakeWia(PAGES[0], PAGES[1], status=0)

        assert list(WiaScanner("máy", "", new_object=wia).scan(COARSE)) == PAGES[:1]
        assert wia.device.Properties.Item("3088").Value == 2

    def test_an_empty_feeder_without_a_glass_says_so(self) -> None:
        scanner = WiaScanner("máy", "", new_object=FakeWia(feeders=1, status=0))

        with pytest.raises(NoPagesError):
            next(scanner.scan(COARSE))

    def test_another_name_is_not_there(self) -> None:
        assert WiaScanner("máy", "Epson", new_object=FakeWia()).state() is ScannerState.OFFLINE

    def test_scanners_are_found_and_cameras_are_not(self) -> None:
        assert wia_scanners(FakeWia()) == ["Canon DR-C225"]
        assert wia_scanners() == []  # this is no Windows


class TestTwain(ScannerContract):
    @pytest.fixture
    def scanner(self) -> Iterator[Scanner]:
        twain = FakeTwain(*map(bitmap, PAGES))
        yield TwainScanner("máy", "Fujitsu", library=lambda: twain)
        assert twain.closed

    def test_what_a_source_does_not_have_is_left_out(self) -> None:
        twain = FakeTwain(bitmap(PAGES[0]))
        twain.refused = {
            "CAP_FEEDERENABLED": fake_twain.CapUnsupported(),
            "ICAP_XRESOLUTION": fake_twain.CheckStatus(),
        }

        assert len(list(TwainScanner("máy", "", library=lambda: twain).scan(BOTH))) == 1
        assert twain.set == {
            "ICAP_PIXELTYPE": "TWPT_RGB", "ICAP_YRESOLUTION": 200.0,
            "CAP_DUPLEXENABLED": True, "CAP_XFERCOUNT": -1,
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("trouble", "error"),
        [
            (fake_twain.PaperJam(), PaperJamError),
            (fake_twain.PaperDoubleFeedError(), DoubleFeedError),
            (fake_twain.MaxConnectionsError(), ScannerBusyError),
            (RuntimeError("?"), ScannerFaultError),
        ],
    )
    def test_every_trouble_is_named_with_its_page(
        self, trouble: Exception, error: type[ScannerError]
    ) -> None:
        twain, given = FakeTwain(*map(bitmap, PAGES[:2]), trouble), list[bytes]()

        with pytest.raises(error) as told:
            given.extend(TwainScanner("máy", "", library=lambda: twain).scan(COARSE))

        assert len(given) == 2
        assert told.value.details["next_page"] == 3

    def test_a_run_that_is_given_up_cancels_the_rest(self) -> None:
        twain = FakeTwain(*map(bitmap, PAGES))
        run = TwainScanner("máy", "", library=lambda: twain).scan(COARSE)
        next(run)

        run.close()  # type: ignore[attr-defined]

        assert twain.cancelled
        assert twain.closed

    def test_an_empty_feeder_and_a_missing_source_are_told_apart(self) -> None:
        with pytest.raises(NoPagesError):
            next(TwainScanner("máy", "", library=FakeTwain).scan(COARSE))
        with pytest.raises(ScannerOfflineError):
            next(TwainScanner("máy", "Epson", library=FakeTwain).scan(COARSE))

    def test_without_the_package_it_is_not_there(self) -> None:
        assert TwainScanner("máy", "").state() is ScannerState.OFFLINE


def test_both_are_set_up_by_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = [
        DeviceSettings(name=driver, role="scanner", driver=driver, address="Canon")
        for driver in ("wia", "twain")
    ]

    one, two = Devices(settings, tmp_path_factory.mktemp("home")).scanners

    assert isinstance(one, WiaScanner)
    assert isinstance(two, TwainScanner)
    assert {one.state(), two.state()} == {ScannerState.OFFLINE}
