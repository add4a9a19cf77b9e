"""What a camera sees, frame by frame, and the codes in it. Runs in the camera's own process."""

import os
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future

import cv2
import numpy as np

from devices.id_readers.decoders import read_with_zxing
from devices.id_readers.picture import read_frames
from devices.id_readers.reading import CardReading
from devices.id_readers.unread import NoCardReadError, SeveralCardsError
from devices.pictures import GrayPixels
from station.domain.codes import CardCode, ReadCode, recognise
from station.errors import StationError

TOGETHER = 3
"""So many frames of one card are enough; more would be older than the card's place."""
_SETTLING = 15
"""The most frames in which a camera finds its exposure."""
_SETTLED = 3.0
"""Gray levels by which two frames' means differ at most once it has."""
_STILL = 6.0
"""Gray levels by which the pixels of two frames differ in the mean while nothing moves."""
_THUMBNAIL = (64, 36)
_NEAR = (9, 9)
_CONTRAST = 10
"""Gray levels by which neighbours deviate in a code, even a blurred one."""
_SMALLEST = 150
"""Such pixels of a quarter's size that a code has at least."""
_GONE = 12
"""Frames without a code after which the same code counts as shown anew."""

Found = ReadCode | StationError


class FrameReader:
    """Takes one frame after the other, and tells each code once for each time it is shown.

    A frame is first looked at quickly. The thorough way costs half a second a frame, so it goes
    on aside while quick looks continue; it waits until nothing moves, takes the sharpest frame,
    then two, then three together, and is not repeated for a still picture.
    """

    def __init__(self, aside: Executor) -> None:
        """``aside`` does the thorough looks; one worker is enough."""
        self._aside = aside
        self._look: Future[CardReading] | None = None
        self._settling = _SETTLING
        self._mean = 0.0
        self._thumbnail: np.ndarray | None = None
        self._still: deque[GrayPixels] = deque(maxlen=TOGETHER)
        self._tries = 0
        self._shown: set[str] = set()
        self._without = 0

    def take(self, frame: GrayPixels) -> list[Found]:
        """Give the codes that this frame shows and the ones before did not."""
        if not self._is_settled(frame):
            return []
        self._note_movement(frame)
        found = [(one.text, recognise(one.text)) for one in read_with_zxing(frame, qr_only=False)]
        if not found:
            return self._look_closer()
        people = {code.card.personal_number for _, code in found if isinstance(code, CardCode)}
        if len(people) > 1:
            return self._new([(" ".join(sorted(map(str, people))), SeveralCardsError(len(people)))])
        return self._new(found)

    def _is_settled(self, frame: GrayPixels) -> bool:
        """Wait at the beginning until the camera has found its exposure."""
        if self._settling:
            before, self._mean = self._mean, float(frame.mean())
            self._settling = 0 if abs(self._mean - before) < _SETTLED else self._settling - 1
        return not self._settling

    def _note_movement(self, frame: GrayPixels) -> None:
        small = cv2.resize(frame, _THUMBNAIL, interpolation=cv2.INTER_AREA).astype(np.float32)
        before, self._thumbnail = self._thumbnail, small
        if before is None or float(np.abs(small - before).mean()) > _STILL:
            self._still.clear()
            self._tries = 0
        self._still.append(frame)

    def _look_closer(self) -> list[Found]:
        """Take what the thorough look at earlier frames gave, or begin another one."""
        if self._look is None:
            if self._tries < TOGETHER and len(self._still) > 1 and _may_show_code(self._still[-1]):
                self._tries += 1
                frames = sorted(self._still, key=sharpness)[-self._tries :]
                self._look = self._aside.submit(read_frames, frames)
            return self._new([])
        if not self._look.done():
            return self._new([])
        reading, self._look = self._look.result(), None
        if reading.card is not None:
            return self._new([("", CardCode(reading.card))])
        if reading.error is not None and not isinstance(reading.error, NoCardReadError):
            return self._new([(reading.error.code, reading.error)])
        return self._new([])

    def _new(self, found: Sequence[tuple[str, Found]]) -> list[Found]:
        """Leave out what was shown a moment ago."""
        if not found:
            self._without += 1
            if self._without >= _GONE:
                self._shown.clear()
            return []
        self._without = 0
        new = []
        for text, what in found:
            key = _key(text, what)
            if key not in self._shown:
                self._shown.add(key)
                new.append(what)
        return new


def _key(text: str, what: Found) -> str:
    """A card is the same whether its code was read whole or from several frames."""
    if isinstance(what, CardCode) and what.card.personal_number:
        return what.card.personal_number
    return text


def _may_show_code(frame: GrayPixels) -> bool:
    """Tell whether dark and light lie close together somewhere: an empty table shows no code."""
    small = cv2.resize(frame, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    small = small.astype(np.float32)
    mean = cv2.blur(small, _NEAR)
    deviation = cv2.blur(small * small, _NEAR) - mean * mean
    return int(np.count_nonzero(deviation > _CONTRAST**2)) > _SMALLEST


def sharpness(frame: GrayPixels) -> float:
    """Give a measure that grows with fine detail; only frames of one scene compare."""
    return float(cv2.Laplacian(frame, cv2.CV_32F).var())


def gray_frames(source: int | str) -> Iterator[GrayPixels]:
    """Give the frames of a camera or a film in gray, as fast as they come, until there are none.

    Raises:
        OSError: it cannot be opened.
    """
    capture = opened_camera(source)
    try:
        if not capture.isOpened():
            raise OSError("cannot be opened")
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, 1920)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, 1080)
        while True:
            there, frame = capture.read()
            if not there:
                return
            yield cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY)  # type: ignore[misc]
    finally:
        capture.release()


def opened_camera(source: int | str) -> cv2.VideoCapture:
    """Open a camera or a film. On Windows through DirectShow first: Media Foundation may take ten
    seconds and more to open a webcam, half of it for a transformation that is of no use here."""
    if sys.platform != "win32" or isinstance(source, str):
        return cv2.VideoCapture(source)
    os.environ["OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS"] = "0"
    capture = cv2.VideoCapture(source, cv2.CAP_DSHOW)
    return capture if capture.isOpened() else cv2.VideoCapture(source, cv2.CAP_MSMF)
