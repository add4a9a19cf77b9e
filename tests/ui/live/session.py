"""A desktop session of its own: X server, message bus, input method, and the window in it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Any

INPUT_METHODS = ("none", "ibus", "fcitx5")
_NEEDS = {
    "none": ("Xvfb",),
    "ibus": ("Xvfb", "dbus-run-session", "ibus-daemon"),
    "fcitx5": ("Xvfb", "dbus-run-session", "fcitx5", "ibus-daemon"),
}
_ENGINES = {
    "none": (),
    "ibus": (Path("/usr/share/ibus/component/unikey.xml"),),
    "fcitx5": (Path("/usr/share/fcitx5/inputmethod/unikey.conf"),),
}
_FCITX_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=unikey
[Groups/0/Items/0]
Name=unikey
Layout=
[GroupOrder]
0=Default
"""
_ROOT = Path(__file__).parents[3]
_BEGIN_S = 20


def missing(input_method: str) -> list[str]:
    """Name what this computer lacks for an input method."""
    programs = [name for name in _NEEDS[input_method] if shutil.which(name) is None]
    return programs + [str(path) for path in _ENGINES[input_method] if not path.exists()]


class LiveWindow:
    """``tests.ui.live.window`` in a session of its own. Use it in a ``with``."""

    def __init__(self, input_method: str, sign: str) -> None:
        self._input_method = input_method
        self._sign = sign
        self._home = Path(tempfile.mkdtemp())
        self._running: list[subprocess.Popen[Any]] = []
        self.display = ""

    def __enter__(self) -> "LiveWindow":
        try:
            self._start_server()
            environment = self._environment()
            self._start_bus(environment)
            self._start_input_method(environment)
            command = [sys.executable, "-m", "tests.ui.live.window", self._sign]
            self._window = self._start(command, environment, talks=True)
            self._hear()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self._end()

    def ask(self, do: str = "look", **more: Any) -> dict[str, Any]:
        """Have the window do something, and give how it looks after that."""
        talk: IO[str] | None = self._window.stdin
        assert talk is not None
        talk.write(json.dumps({"do": do, **more}) + "\n")
        talk.flush()
        return self._hear()

    def wait_for(self, condition: Callable[[dict[str, Any]], bool], limit_s: float = 3) -> Any:
        """Look until the window is as expected, or the time is over; give how it looks then."""
        end = time.monotonic() + limit_s
        while not condition(seen := self.ask()) and time.monotonic() < end:
            time.sleep(0.02)
        return seen

    def _hear(self) -> dict[str, Any]:
        assert self._window.stdout is not None
        line = self._window.stdout.readline()
        assert line, "the window is gone"
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _start_server(self) -> None:
        seen, told = os.pipe()
        command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1000x900x24"]
        command += ["-nolisten", "tcp"]
        self._running.append(subprocess.Popen(command, pass_fds=(told,), stderr=subprocess.DEVNULL))
        os.close(told)
        with os.fdopen(seen) as stream:
            self.display = f":{stream.readline().strip()}"

    def _environment(self) -> dict[str, str]:
        home = str(self._home)
        return os.environ | {
            "DISPLAY": self.display,
            "HOME": home,
            "XDG_RUNTIME_DIR": home,
            "XDG_CONFIG_HOME": f"{home}/config",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_IM_MODULE": "compose" if self._input_method == "none" else "ibus",
            "XMODIFIERS": "@im=ibus",
        }

    def _start_bus(self, environment: dict[str, str]) -> None:
        if self._input_method == "none":
            return
        seen, told = os.pipe()
        command = ["dbus-daemon", "--session", "--nofork", f"--print-address={told}"]
        self._running.append(
            subprocess.Popen(command, pass_fds=(told,), env=environment, stderr=subprocess.DEVNULL)
        )
        os.close(told)
        with os.fdopen(seen) as stream:
            environment["DBUS_SESSION_BUS_ADDRESS"] = stream.readline().strip()

    def _start_input_method(self, environment: dict[str, str]) -> None:
        if self._input_method == "ibus":
            self._start(["ibus-daemon", "--xim", "--panel=disable"], environment)
            choose = "ibus engine Unikey; test $(ibus engine) = Unikey"  # it complains, and works
            self._until_done(["sh", "-c", choose], environment)
        elif self._input_method == "fcitx5":
            profile = self._home / "config" / "fcitx5" / "profile"
            profile.parent.mkdir(parents=True)
            profile.write_text(_FCITX_PROFILE, encoding="utf-8")
            self._start(["fcitx5", "--disable=notifications"], environment)
            names = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
            asked = [*names, "org.freedesktop.DBus.GetNameOwner", "string:org.freedesktop.IBus"]
            self._until_done(asked, environment)

    def _until_done(self, command: list[str], environment: dict[str, str]) -> None:
        end = time.monotonic() + _BEGIN_S
        while subprocess.run(command, env=environment, capture_output=True, check=False).returncode:
            assert time.monotonic() < end, f"{command} fails"
            time.sleep(0.2)

    def _start(
        self, command: list[str], environment: dict[str, str], *, talks: bool = False
    ) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE if talks else subprocess.DEVNULL
        process = subprocess.Popen(
            command,
            env=environment,
            cwd=_ROOT,
            stdin=pipe,
            stdout=pipe,
            stderr=None if talks else subprocess.DEVNULL,
            text=True,
        )
        self._running.append(process)
        return process

    def _end(self) -> None:
        for process in reversed(self._running):
            process.terminate()
            process.wait(10)
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()
        shutil.rmtree(self._home, ignore_errors=True)
