"""A camera as a reader. It runs in a process of its own: a driver that hangs or crashes costs
nothing but a moment, for the process is ended and begun anew."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from devices.processes import OwnProcess, do_native_work_alone, ready
from station.domain.codes import ReadCode
from station.errors import StationError
from station.ports.readers import Arrival, ReaderState

if TYPE_CHECKING:
    from devices.processes import Line

BEGIN_S = 10.0
"""So long a camera may take to its first frame; loading the decoders is part of it."""
SILENCE_S = 4.0
"""A camera that gives no frame for so long hangs. Looking closely at one takes 2 s at most."""
_POLL_S = 0.1
_LOOK_AGAIN_S = 3.0
_ALIVE_S = 0.5
_DEVICES = Path("/dev")
_PROCESSES = Path("/proc")
_Sent = ReadCode | tuple[type[StationError], dict[str, Any]] | None
"""What the process says: a code, an error by its kind and details, or that it is alive."""


class CameraReader:
    """Implements ``CodeReader``.

    The address is the number of a camera (``0``), or a film that stands in for one.
    """

    def __init__(self, name: str, address: str, *, simulated: bool = False) -> None:
        """
        Raises:
            ValueError: the address is none.
        """
        if not address:
            raise ValueError("no camera")
        self.name = name
        self.simulated = simulated
        self._source: int | str = int(address) if address.isdecimal() else address
        self._state = ReaderState.OFFLINE
        self._listening = False

    def state(self) -> ReaderState:
        if not self._listening:
            self._state = camera_state(self._source)
        return self._state

    def listen(self, stopped: threading.Event, told: Callable[[Arrival], object]) -> None:
        self._listening = True
        while not stopped.is_set():
            self._state = camera_state(self._source)
            if self._state in (ReaderState.READY, ReaderState.UNKNOWN):
                self._watch(stopped, told)
            stopped.wait(_LOOK_AGAIN_S)
        self._listening = False

    def _watch(self, stopped: threading.Event, told: Callable[[Arrival], object]) -> None:
        """Run the camera's process until it ends, hangs, or is no longer wanted."""
        process = OwnProcess(run_camera, self._source, name="camera")
        process.start()
        try:
            ended = self._hear(process, stopped, told)
        finally:
            process.close()
        self._state = ended or _why_no_picture(self._source)

    def _hear(
        self, process: OwnProcess, stopped: threading.Event, told: Callable[[Arrival], object]
    ) -> ReaderState | None:
        """Pass on what the process finds; give how it ended, None when it never saw anything."""
        due, state = time.monotonic() + BEGIN_S, None
        while not stopped.is_set():
            if not process.has_answer(within_s=_POLL_S):
                if time.monotonic() > due:
                    return state and ReaderState.FAULT
                continue
            try:
                found: _Sent = process.receive(timeout_s=SILENCE_S)
            except (EOFError, OSError):  # it ended: unplugged, or its driver took it down
                return state and ReaderState.OFFLINE
            due = time.monotonic() + SILENCE_S
            self._state = state = ReaderState.READY
            if isinstance(found, tuple):
                kind, details = found
                told(Arrival(self.name, None, kind(**details)))
            elif found is not None:
                told(Arrival(self.name, found))
        return state


def run_camera(line: Line, source: int | str) -> None:
    """Send every code that the camera is shown, and None now and then as a sign of life."""
    os.environ["OPENCV_LOG_LEVEL"] = "OFF"  # what is wrong with a camera is its state
    do_native_work_alone()
    from devices.readers.camera_frames import FrameReader, gray_frames

    reader, alive = FrameReader(ThreadPoolExecutor(1)), 0.0
    with suppress(OSError):  # no such camera, or the station has gone
        ready(line)
        for frame in gray_frames(source):
            for one in reader.take(frame):
                line.send((type(one), one.details) if isinstance(one, StationError) else one)
            if time.monotonic() - alive > _ALIVE_S:
                alive = time.monotonic()
                line.send(None)


def camera_state(source: int | str) -> ReaderState:
    """Tell whether a camera is there, without opening it."""
    if isinstance(source, str):
        return ReaderState.READY if Path(source).is_file() else ReaderState.OFFLINE
    if sys.platform != "linux":
        return ReaderState.UNKNOWN
    device = _DEVICES / f"video{source}"
    if not device.exists():
        return ReaderState.OFFLINE
    if not os.access(device, os.R_OK | os.W_OK):
        return ReaderState.NO_PERMISSION
    return ReaderState.IN_USE if is_open_elsewhere(device) else ReaderState.READY


def is_open_elsewhere(device: Path) -> bool:
    """Tell whether another process of this user, or any as root, has a file open (Linux)."""
    own = str(os.getpid())
    for process in _PROCESSES.glob("[0-9]*"):
        if process.name == own:
            continue
        with suppress(OSError):  # it ended, or belongs to somebody else
            for opened in (process / "fd").iterdir():
                if os.readlink(opened) == str(device):
                    return True
    return False


def _why_no_picture(source: int | str) -> ReaderState:
    """Name what keeps a camera from its first frame."""
    state = camera_state(source)
    return ReaderState.NO_PICTURE if state in (ReaderState.READY, ReaderState.UNKNOWN) else state
