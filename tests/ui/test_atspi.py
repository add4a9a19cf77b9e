"""The real window on the accessibility bus, found by AT-SPI as a screen reader finds it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).parents[2]
_PYTHON = "/usr/bin/python3"
_WITH_ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_CONTROLS = {
    "check box", "combo box", "entry", "filler", "list", "page tab", "password text", "push button",
    "radio button", "table", "text", "toggle button", "panel",
}  # fmt: skip
"""What may take the focus; a panel or filler is one that describes what is painted in it."""
SCENES = ("sign-in", "reception-error", "dossier-waiting", "till-short", "settings-usual")


def missing() -> list[str]:
    """Name what this computer lacks."""
    lacks = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
    if not _LAUNCHER.exists():
        lacks.append("at-spi2-core")
    found = subprocess.run([_PYTHON, "-c", _WITH_ATSPI], capture_output=True, check=False)
    return lacks if found.returncode == 0 else [*lacks, "gir1.2-atspi-2.0, python3-gi"]


pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is on Linux"),
    pytest.mark.skipif(
        sys.platform.startswith("linux") and bool(missing()), reason=f"no {', '.join(missing())}"
    ),
]


@pytest.fixture
def display(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An X server of its own, and the environment of programs that show themselves on it."""
    seen, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(told,), stderr=subprocess.DEVNULL)
    os.close(told)
    with os.fdopen(seen) as stream:
        number = stream.readline().strip()
    with tempfile.TemporaryDirectory() as runtime:  # a socket's path must be short
        yield os.environ | {
            "DISPLAY": f":{number}",
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": runtime,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANG": "C.UTF-8",
        }
    server.terminate()
    server.wait()


def heard(scene: str, display: dict[str, str]) -> list[dict[str, Any]]:
    """Show a scene in a window of its own session, and walk what is on the bus."""
    script = (
        f"{_LAUNCHER} --launch-immediately & "
        f"{sys.executable} -m ui.desktop.gallery.program --scene {scene} & window=$!; "
        f"{_PYTHON} tests/ui/live/read_aloud.py $window; found=$?; "
        "kill $window; exit $found"
    )
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        cwd=_ROOT, env=display, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    tree: list[dict[str, Any]] = json.loads(done.stdout.strip().splitlines()[-1])
    return tree


@pytest.mark.parametrize("scene", SCENES)
def test_a_screen_reader_finds_every_control_by_name(scene: str, display: dict[str, str]) -> None:
    tree = heard(scene, display)

    stops = [node for node in tree if "FOCUSABLE" in node["states"]]
    assert len(stops) > 2
    mute = [
        node
        for node in stops
        if node["role"] not in ("frame", "window", "application")
        and (not node["name"].strip() or node["role"] not in _CONTROLS)
    ]
    assert mute == []
    combos = [node for node in stops if node["role"] == "combo box"]
    assert all("".join(node["labels"]).strip() for node in combos)  # its name is its value
    buttons = [node for node in stops if node["role"] == "push button"]
    assert all("Press" in node["actions"] for node in buttons if "ENABLED" in node["states"])
    assert sum("FOCUSED" in node["states"] for node in tree) >= 1


def test_a_password_is_not_on_the_bus(display: dict[str, str]) -> None:
    tree = heard("sign-in", display)

    roles = {node["name"]: node["role"] for node in tree}
    assert roles["Mật khẩu"] == "password text"
