"""A document camera whose place a film takes: a hand lays a sheet down, and takes its hand away."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.result import Wanted
from devices.pictures import open_page_picture
from devices.scanner_process import ScannerProcess
from devices.scanners.camera import DocumentCamera
from station.ports.devices import DeviceSettings
from station.ports.scanners import (
    ScannerFaultError,
    ScannerOfflineError,
    ScannerState,
    ScanRequest,
)
from tests.photographed_pages import photographed
from tests.scanned_pages import Kind

REQUEST = ScanRequest()


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten dark frames, ten with a hand that moves, then a sheet that lies still."""
    photo, _ = photographed(Kind.LETTER, 3)
    sheet = np.ascontiguousarray(photo[:, :, ::-1])
    path = tmp_path_factory.mktemp("film") / "camera.avi"
    height, width = sheet.shape[:2]
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 15, (width, height))
    for number in range(32):
        writer.write(frame_of(sheet, number))
    writer.release()
    return path


def frame_of(sheet: NDArray[np.uint8], number: int) -> NDArray[np.uint8]:
    if number < 10:
        return np.asarray(sheet * 0.2, np.uint8)
    frame = sheet.copy()
    if number < 20:
        left = 150 * (number - 10)
        cv2.rectangle(frame, (left, 900), (left + 900, 2400), (120, 150, 205), -1)
    return frame


def test_the_sheet_is_photographed_once_nothing_moves(film: Path) -> None:
    camera = DocumentCamera("Máy chụp", str(film))

    assert camera.state() is ScannerState.READY
    (photo,) = camera.scan(REQUEST)
    page = clean_page(open_page_picture(photo).pixels, None, Wanted(camera=True))

    assert page.defects == ()  # no hand on it
    assert page.height / page.width == pytest.approx(297 / 210, rel=0.01)
    assert not page.blank


def test_it_runs_in_a_process_of_its_own_and_says_that_it_photographs(
    film: Path, tmp_path: Path
) -> None:
    settings = DeviceSettings(name="Máy chụp", role="scanner", driver="camera", address=str(film))
    process = ScannerProcess(settings, tmp_path, simulated=False)
    try:
        (photo,) = process.scan(ScanRequest(colour=False))
        assert process.photographs
    finally:
        process.close()
    assert open_page_picture(photo).pixels.shape[:2] == (3200, 2400)


def test_what_is_no_camera_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScannerOfflineError):
        next(DocumentCamera("Máy chụp", str(tmp_path / "none.avi")).scan(REQUEST))
    (tmp_path / "text.avi").write_text("no film")
    with pytest.raises(ScannerFaultError):
        next(DocumentCamera("Máy chụp", str(tmp_path / "text.avi")).scan(REQUEST))
    with pytest.raises(ValueError, match="no camera"):
        DocumentCamera("Máy chụp", "")
