"""Scanners that Linux knows through SANE, by the program ``scanimage``.

A driver of SANE can hang, crash, or hand over a cut-off picture as a whole one. The program is a
process of its own that can be killed; it writes a page under its final name only when it is whole.
"""

import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from devices.scanners.sane_options import SaneOptions
from station.ports.scanners import (
    NoPagesError,
    ScannerHangsError,
    ScannerState,
    ScanRequest,
    scanner_error,
)

_PAGE_S = 120.0
"""From one page to the next. A slow flatbed of 300 dpi takes half a minute."""
_LEAVING_S, _LOOK_S = 5.0, 0.5
"""How long a driver may take to end once it has told its trouble: some hang there."""
_TOLD = (
    ("feeder out of documents", ScannerState.NO_PAGES),
    ("feeder jammed", ScannerState.JAM),
    ("cover is open", ScannerState.COVER_OPEN),
    ("device busy", ScannerState.BUSY),
    ("access to resource has been denied", ScannerState.NO_PERMISSION),
    ("open of device", ScannerState.OFFLINE),
    ("no sane devices found", ScannerState.OFFLINE),
)
"""What ``scanimage`` says in English (it is asked to), and what it means."""
_PAGE_STATUS = re.compile(r"scanner status = (\d+)")
_PAGE_STATES = {
    "3": ScannerState.BUSY,
    "6": ScannerState.JAM,
    "7": ScannerState.NO_PAGES,
    "8": ScannerState.COVER_OPEN,
    "9": ScannerState.FAULT,
    "10": ScannerState.FAULT,
    "11": ScannerState.NO_PERMISSION,
}
"""How a page ended, by SANE's own numbers; 5 is a whole page."""
_NO_PAPER = re.compile(r"^ +--page-loaded\b.*\[no\]", re.MULTILINE)
"""The sensor of a feeder, where a driver tells of it (fujitsu, canon_dr, avision, epjitsu)."""
_ONE_PAGE = "--batch-count=1"
_OPTIONS = "Options specific to device"
"""Only a device that was opened has any; the program itself ends well either way."""
_MOST_TOLD = 100_000
_WHOLE = b"IEND\xaeB`\x82"
"""How every PNG ends."""


class SaneScanner:
    """One device of SANE, by its name: ``test:0``, ``net:192.168.1.20:fujitsu``."""

    simulated = False

    def __init__(self, name: str, device: str, *, page_s: float = _PAGE_S) -> None:
        """Take the name; nothing is opened yet.

        Raises:
            ValueError: it could be taken for an option of the program.
        """
        if not device or device.startswith("-"):
            raise ValueError(device)
        self.name = name
        self._device = device
        self._page_s = page_s

    def state(self) -> ScannerState:
        program = shutil.which("scanimage")
        if program is None:
            return ScannerState.OFFLINE
        try:
            asked = self._options(program)
        except subprocess.TimeoutExpired:
            return ScannerState.FAULT
        if _OPTIONS in asked.stdout:
            feeder = SaneOptions.of(asked.stdout).feeder(duplex=False)
            empty = feeder and _NO_PAPER.search(asked.stdout)
            return ScannerState.NO_PAGES if empty else ScannerState.READY
        return _state_told(asked.stderr) or ScannerState.OFFLINE

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        program = shutil.which("scanimage")
        if program is None:
            raise scanner_error(ScannerState.OFFLINE, self.name, cause="scanimage is missing")
        try:
            options = SaneOptions.of(self._options(program).stdout)
        except subprocess.TimeoutExpired:
            raise ScannerHangsError(self.name) from None
        feeder, glass = options.feeder(duplex=request.duplex), options.glass
        with tempfile.TemporaryDirectory(prefix="scan-") as name:
            folder, wishes = Path(name), options.wishes(request, feeder)
            if feeder is None:
                yield from self._run(program, folder, [*wishes, _ONE_PAGE])
                return
            try:
                yield from self._run(program, folder, wishes)
            except NoPagesError:
                if glass is None:
                    raise
                wishes = options.wishes(request, glass)  # an empty feeder: what lies on the glass
                yield from self._run(program, folder, [*wishes, _ONE_PAGE])

    def _run(self, program: str, folder: Path, wishes: list[str]) -> Iterator[bytes]:
        command = [
            program, "-d", self._device, "--format=png",
            f"--batch={folder}/%d.png", "--batch-print", "--batch-prompt", *wishes,
        ]  # fmt: skip
        given, timed_out, words = 0, threading.Event(), folder / "told"
        with (
            words.open("wb") as told,
            subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=told,
                env=_english(),
                text=True,
            ) as process,
        ):
            try:
                while line := self._next_line(process, words, timed_out):
                    page = Path(line)
                    content = page.read_bytes()
                    page.unlink()
                    if not content.endswith(_WHOLE):
                        state = ScannerState.FAULT
                        raise scanner_error(state, self.name, pages=given, cause="a cut-off page")
                    yield content
                    given += 1
            except BaseException:  # also when nobody wants further pages
                process.kill()
                raise
            process.wait()
        self._say_why_it_ended(_read_words(words), given, timed_out=timed_out.is_set())

    def _next_line(
        self, process: "subprocess.Popen[str]", words: Path, timed_out: threading.Event
    ) -> str:
        """Have a sheet fed, and wait for the name of its page; nothing: the program has ended.

        It is prompted for each: else it feeds on, and sheets went through that nobody asked for.
        """
        came = threading.Event()
        if process.stdin:
            with suppress(OSError):  # it has ended; why is told where its pages are awaited
                os.write(process.stdin.fileno(), b"\n")

        def watch() -> None:
            ends = time.monotonic() + self._page_s
            has_told = False
            while not came.wait(min(_LOOK_S, self._page_s)):
                if not has_told and _state_told(_read_words(words)) is not None:
                    has_told, ends = True, min(ends, time.monotonic() + _LEAVING_S)
                if time.monotonic() >= ends:
                    timed_out.set()
                    process.kill()
                    return

        watchdog = threading.Thread(target=watch, name="scanner-watchdog")
        watchdog.start()
        try:
            return process.stdout.readline().strip() if process.stdout else ""
        finally:
            came.set()
            watchdog.join()

    def _say_why_it_ended(self, said: str, given: int, *, timed_out: bool) -> None:
        state = _state_told(said)
        if timed_out and state is None:  # else it hung on its way out, and the cause is known
            raise ScannerHangsError(self.name, pages=given)
        if state is None and given:
            return
        if state is ScannerState.NO_PAGES and given:
            return  # the feeder is empty: that is how a run ends
        raise scanner_error(state or ScannerState.FAULT, self.name, pages=given, cause=said[-200:])

    def _options(self, program: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [program, "-d", self._device, "--help"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
            timeout=self._page_s, env=_english(), errors="replace",
        )  # fmt: skip


def _read_words(words: Path) -> str:
    with words.open("rb") as stream:
        return stream.read(_MOST_TOLD).decode("utf-8", "replace")


def _english() -> dict[str, str]:
    return os.environ | {"LC_ALL": "C", "LANGUAGE": "C"}


def _state_told(said: str) -> ScannerState | None:
    ended = _PAGE_STATUS.findall(said)
    if ended and ended[-1] in _PAGE_STATES:
        return _PAGE_STATES[ended[-1]]
    plain = said.lower()
    return next((state for words, state in _TOLD if words in plain), None)
