"""A keyboard of a real X server: plays a reader, and a person who types Telex."""

import ctypes
import random
import time
from collections.abc import Iterator
from itertools import pairwise

from ui.desktop.reader_keys.strokes import KEYPAD, LETTERS

ENTER, TAB, SHIFT, LEFT, BACKSPACE, F13, CONTROL, ALT = 36, 23, 50, 113, 22, 191, 37, 64
PAUSE = 127
"""No widget does anything with it, and no reader types it."""
KEYS = {
    letter: (key, shifted)
    for key, pair in reversed(LETTERS.items())
    for shifted, letter in reversed(list(enumerate(pair)))  # Shift+Space is not what a space is
}
DIGITS = {digit: key for key, digit in KEYPAD.items()}


class Keyboard:
    """Attributes: ``moments``, when each key of the last text went down, in seconds."""

    def __init__(self, display: str, device: int | None = None) -> None:
        """``device`` is the number of one keyboard of several; its keys are told apart."""
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        assert self._display.value, "no display"
        self._device: ctypes.c_void_p | None = None
        if device is not None:
            xi = ctypes.CDLL("libXi.so.6")
            xi.XOpenDevice.restype = ctypes.c_void_p
            self._device = ctypes.c_void_p(xi.XOpenDevice(self._display, ctypes.c_ulong(device)))
        self.moments: list[float] = []

    def close(self) -> None:
        self._x11.XCloseDisplay(self._display)

    def move(self, key: int, *, down: bool) -> None:
        if self._device is None:
            self._test.XTestFakeKeyEvent(self._display, key, down, ctypes.c_ulong(0))
        else:
            axes = ctypes.c_void_p(None)
            self._test.XTestFakeDeviceKeyEvent(
                self._display, self._device, key, down, axes, 0, ctypes.c_ulong(0)
            )
        self._x11.XFlush(self._display)

    def hit(self, key: int, *, shifted: bool = False) -> None:
        if shifted:
            self.move(SHIFT, down=True)
        self.moments.append(time.perf_counter())
        self.move(key, down=True)
        self.move(key, down=False)
        if shifted:
            self.move(SHIFT, down=False)

    def burst(
        self,
        text: str,
        *,
        gap_ms: float,
        dice: random.Random,
        stall: tuple[int, float] | None = None,
        ends: tuple[int, ...] = (ENTER,),
        prefix: int | None = None,
    ) -> None:
        """Type as a reader: steady, give or take 40 %.

        Args:
            stall: after so many letters it pauses once, for so many milliseconds.
        """
        self.moments = []
        due = time.perf_counter()
        if prefix is not None:
            self.hit(prefix)
        for place, letter in enumerate(text):
            key, shifted = KEYS[letter]
            self.hit(key, shifted=bool(shifted))
            due = max(due, time.perf_counter() - 0.002)
            due += gap_ms / 1000 * dice.uniform(0.6, 1.4)
            if stall is not None and place == stall[0]:
                due += stall[1] / 1000
            _sleep_until(due)
        for end in ends:
            self.hit(end)
            time.sleep(0.003)

    def person(self, text: str, *, median_ms: float, dice: random.Random) -> None:
        """Type as a person: gaps scatter widely around their median, some keys overlap."""
        due = time.perf_counter()
        for letter in text:
            key, shifted = KEYS[letter]
            self.hit(key, shifted=bool(shifted))
            due += max(0.012, median_ms / 1000 * dice.lognormvariate(0, 0.4))
            _sleep_until(due)

    @property
    def gaps_ms(self) -> Iterator[float]:
        return ((later - earlier) * 1000 for earlier, later in pairwise(self.moments))


def _sleep_until(moment: float) -> None:
    time.sleep(max(0.0, moment - time.perf_counter()))
