"""The sharpest of the frames in which nothing moved, at the camera's own best size."""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.readers.camera_frames import opened_camera, sharpness

_WIDTH, _HEIGHT = 4096, 3072
"""More than most cameras have: each then gives its largest size."""
_SETTLING = 12
"""The most frames in which a camera finds its exposure and focus."""
_MOST_FRAMES = 90
_STILL_FRAMES = 4
_STILL = 4.0
"""Gray levels by which two frames differ in the mean while nothing moves."""
_SMALL = (64, 48)
_QUALITY = 92
Frame = NDArray[np.uint8]


def still_picture(source: int | str, *, colour: bool) -> bytes:
    """Give a photograph as JPEG.

    Raises:
        OSError: the camera cannot be opened, or gives no picture.
    """
    best = _sharpest(_frames(source))
    if best is None:
        raise OSError("no picture")
    shown = best if colour else cv2.cvtColor(best, cv2.COLOR_BGR2GRAY)
    done, content = cv2.imencode(".jpg", shown, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not done:
        raise OSError("cannot be encoded")
    return content.tobytes()


def _frames(source: int | str) -> Iterator[Frame]:
    capture = opened_camera(source)
    try:
        if not capture.isOpened():
            raise OSError("cannot be opened")
        if isinstance(source, int):
            capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
            capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
            capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
        for _ in range(_MOST_FRAMES):
            there, frame = capture.read()
            if not there:
                return
            yield np.asarray(frame, np.uint8)
    finally:
        capture.release()


def _sharpest(frames: Iterator[Frame]) -> Frame | None:
    """Wait for exposure, then for stillness; what moves to the end gives its sharpest frame."""
    before: NDArray[np.float32] | None = None
    still: list[tuple[float, Frame]] = []
    best: tuple[float, Frame] | None = None
    for number, frame in enumerate(frames):
        gray = np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY), np.uint8)
        small = cv2.resize(gray, _SMALL, interpolation=cv2.INTER_AREA).astype(np.float32)
        moved = before is None or float(np.abs(small - before).mean()) > _STILL
        before = small
        scored = sharpness(gray), frame
        if best is None or scored[0] > best[0]:
            best = scored
        still = [] if moved or number < _SETTLING else [*still, scored]
        if len(still) == _STILL_FRAMES:
            return max(still, key=lambda one: one[0])[1]
    return None if best is None else best[1]
