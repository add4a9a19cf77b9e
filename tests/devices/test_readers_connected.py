import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from devices.readers import connected, keyboard
from devices.readers.camera import CameraReader
from devices.readers.chip import ChipReader
from devices.readers.keyboard import KeyboardReader
from devices.readers.serial_reader import SerialReader
from devices.registry import Devices, UnknownDriverError
from station.ports.devices import DeviceSettings, DeviceState
from station.ports.readers import ReaderState

KEYBOARDS = """I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="AT Translated Set 2 keyboard"
H: Handlers=sysrq kbd event0 leds

I: Bus=0003 Vendor=1eab Product=1a03 Version=0110
N: Name="Newland HR22"
H: Handlers=sysrq kbd event3

I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Logitech USB Mouse"
H: Handlers=mouse0 event4
"""


@pytest.fixture
def plugged_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A serial reader, a mainboard's port, a reader of chips, a camera with two nodes, and the
    keyboards above."""
    ports = [
        SimpleNamespace(vid=0x1EAB, pid=0x1A06, product="HR22 COM", description="", device="COM3"),
        SimpleNamespace(vid=None, pid=None, product=None, description="n/a", device="COM1"),
    ]
    monkeypatch.setattr("serial.tools.list_ports.comports", lambda: ports)
    monkeypatch.setattr("devices.signatures.connected.connected_tokens", list)
    acs = "ACS ACR122U PICC Interface 00 00"
    monkeypatch.setattr(connected, "_chip_readers", lambda: [("chip", acs, acs)])
    listed = tmp_path / "devices"
    listed.write_text(KEYBOARDS, encoding="utf-8")
    monkeypatch.setattr(keyboard, "_KEYBOARDS", listed)
    cameras = tmp_path / "video4linux"
    for node, index in (("video0", "0"), ("video1", "1")):
        (cameras / node).mkdir(parents=True)
        (cameras / node / "name").write_text("HD Webcam\n", encoding="utf-8")
        (cameras / node / "index").write_text(f"{index}\n", encoding="ascii")
    monkeypatch.setattr(connected, "_CAMERAS", cameras)


def reader(driver: str, address: str) -> DeviceSettings:
    return DeviceSettings(
        name=f"{driver} {address}", role="id_reader", driver=driver, address=address
    )


def found(devices: list[DeviceState]) -> list[tuple[str, str, str]]:
    return [(one.driver, one.name, one.address) for one in devices]


@pytest.mark.usefixtures("plugged_in")
def test_what_is_plugged_in_is_found_with_the_address_to_set_it_up(tmp_path: Path) -> None:
    devices = Devices([], tmp_path).not_set_up()

    assert found(devices) == [
        ("serial", "HR22 COM", "usb:1eab:1a06"),
        ("chip", "ACS ACR122U PICC Interface 00 00", "ACS ACR122U PICC Interface 00 00"),
        ("camera", "HD Webcam", "0"),
        ("keyboard", "Newland HR22", "Newland HR22 (1eab:1a03)"),
    ]
    assert {(one.state, one.simulated) for one in devices} == {("not_set_up", False)}


@pytest.mark.usefixtures("plugged_in")
def test_what_is_set_up_is_not_found_again(tmp_path: Path) -> None:
    acs = reader("chip", "ACS ACR122U PICC Interface 00 00")
    settings = [reader("serial", "usb:1eab:1a06"), reader("camera", "0"), acs]
    rack = Devices(settings, tmp_path)

    assert [one.driver for one in rack.not_set_up()] == ["keyboard"]


def test_each_driver_becomes_a_reader(tmp_path: Path) -> None:
    settings = [
        reader("serial", "COM3"),
        reader("camera", "0"),
        reader("simulated", "film.avi"),
        reader("simulated", ""),
        reader("keyboard", "F13"),
        reader("chip", ""),
    ]
    rack = Devices(settings, tmp_path)

    assert [type(one) for one in rack.readers] == [
        SerialReader,
        CameraReader,
        CameraReader,
        ChipReader,
    ]
    assert [type(one) for one in rack.chip_readers] == [ChipReader]
    assert [one.simulated for one in rack.states()] == [False, False, True, True, False, False]


@pytest.mark.parametrize(
    ("driver", "address"), [("serial", ""), ("serial", "COM3@fast"), ("camera", ""), ("nfc", "0")]
)
def test_a_reader_that_cannot_be_is_refused(tmp_path: Path, driver: str, address: str) -> None:
    with pytest.raises(UnknownDriverError):
        Devices([reader(driver, address)], tmp_path)


@pytest.mark.usefixtures("plugged_in")
@pytest.mark.parametrize(
    ("address", "state"),
    [
        ("", ReaderState.UNKNOWN),
        ("F13", ReaderState.UNKNOWN),
        ("Newland HR22", ReaderState.READY),
        ("Newland HR22 (1eab:1a03)", ReaderState.READY),
        ("F12", ReaderState.OFFLINE),  # a key that keyboards have, so it must be a name
        ("Zebra DS2208", ReaderState.OFFLINE),
    ],
)
def test_a_keyboard_reader_says_whether_its_keyboard_is_there(
    address: str, state: ReaderState
) -> None:
    assert KeyboardReader("Đầu đọc", address).state() is state


def test_the_registry_loads_no_ciphers_for_a_chip_reader_that_nobody_has() -> None:
    asked = "import sys, devices.registry; print('devices.chip.ciphers' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.strip() == "False"
