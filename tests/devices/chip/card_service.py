"""A card service (pcscd) with a virtual reader, and a chip that can be laid on it.

The reader's driver listens on every network address, so the service gets a network of its own, in
which there is nothing but itself and the thread that plays the chip.
"""

import contextlib
import ctypes
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from tests.devices.chip.virtual_chip import VirtualChip

READER = "Virtual PCD"
_DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
_SOCKET = Path("/run/pcscd/pcscd.comm")
"""pcscd of Debian listens at one fixed place, so there is one of them at a time."""
_PORT = 35_963
_BEGIN_S = 10.0
_ANSWER_TO_RESET = bytes.fromhex("3B80800101")
_ASK_ATR = 4
_POLL_S = 0.1
_NEW_NETWORK = 0x40000000
_SET_FLAGS, _UP = 0x8914, 1


@contextlib.contextmanager
def the_only_one() -> Iterator[None]:
    """Wait until no other test of this computer has a card service."""
    with (Path(tempfile.gettempdir()) / "tram-mot-cua-tests-pcscd.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def lacks() -> str:
    """Tell what keeps a card service of our own from running here; empty if nothing does."""
    if shutil.which("pcscd") is None or not _DRIVER.exists():
        return "no pcscd with a virtual reader (pcscd, vsmartcard-vpcd)"
    alone = subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False)
    if os.geteuid() != 0 or alone.returncode:
        return "only root may start pcscd in a network of its own"
    return "another pcscd runs here" if _SOCKET.exists() and _answers() else ""


def _answers() -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(str(_SOCKET)) == 0


class CardService:
    """pcscd with one virtual reader. Use it in a ``with``."""

    def __enter__(self) -> "CardService":
        self._folder = Path(tempfile.mkdtemp())
        (self._folder / "reader").write_text(
            f'FRIENDLYNAME "{READER}"\nDEVICENAME /dev/null:{_PORT}\n'
            f"LIBPATH {_DRIVER}\nCHANNELID {_PORT}\n",
            encoding="ascii",
        )
        try:
            self.start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        command = ["unshare", "--net", "pcscd", "--foreground", "--config", str(self._folder)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        end = time.monotonic() + _BEGIN_S
        while not (_SOCKET.exists() and _answers()):
            assert time.monotonic() < end, "pcscd does not start"
            time.sleep(0.05)
        self.reader = VirtualReader(self._process.pid)

    def stop(self) -> None:
        if hasattr(self, "reader"):
            self.reader.close()
        self._process.terminate()
        self._process.wait(10)

    @contextlib.contextmanager
    def lay(self, chip: VirtualChip) -> Iterator[None]:
        """Lay a chip on the reader, and take it away at the end."""
        self.reader.lay(chip)
        yield
        self.reader.take_away()


class VirtualReader:
    """Speaks for the chip that lies on the reader; without one there is no line to the driver."""

    def __init__(self, service: int) -> None:
        """``service`` is the process of pcscd."""
        self._service = service
        self._chip: VirtualChip | None = None
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def lay(self, chip: VirtualChip) -> None:
        self._chip = chip

    def take_away(self) -> None:
        self._chip = None

    def close(self) -> None:
        self._closed.set()
        self._thread.join()

    def _serve(self) -> None:
        _enter_network(self._service)
        while not self._closed.wait(_POLL_S):
            if (chip := self._chip) is None:
                continue
            with contextlib.suppress(OSError, EOFError):  # the driver hung up
                self._speak(socket.create_connection(("127.0.0.1", _PORT)), chip)

    def _speak(self, line: socket.socket, chip: VirtualChip) -> None:
        with line:
            line.settimeout(_POLL_S)
            while self._chip is chip and not self._closed.is_set():
                with contextlib.suppress(TimeoutError):
                    (size,) = struct.unpack(">H", _exactly(line, 2))
                    answer = self._answer(chip, _exactly(line, size))
                    line.sendall(answer and struct.pack(">H", len(answer)) + answer)

    @staticmethod
    def _answer(chip: VirtualChip, asked: bytes) -> bytes:
        if len(asked) > 1:
            return chip.transmit(asked)
        if asked[0] == _ASK_ATR:
            return _ANSWER_TO_RESET
        chip.reset()  # power on, off, reset: nobody waits for an answer
        return b""


def _enter_network(process: int) -> None:
    """Let this thread see the network of a process, and wake its loopback."""
    with open(f"/proc/{process}/ns/net", "rb") as network:
        failed = ctypes.CDLL(None, use_errno=True).setns(network.fileno(), _NEW_NETWORK)
        assert not failed, os.strerror(ctypes.get_errno())
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_line:
        fcntl.ioctl(any_line, _SET_FLAGS, struct.pack("16sH14x", b"lo", _UP))


def _exactly(line: socket.socket, count: int) -> bytes:
    read = b""
    while len(read) < count:
        part = line.recv(count - len(read))
        if not part:
            raise EOFError
        read += part
    return read
