"""The system packages that the program needs beside its Python packages, by platform."""

import shutil
import subprocess
import sys
from pathlib import Path

DEBIAN = {
    "to make the virtual environment": ["python3-venv"],
    "to read codes with ZBar": ["libzbar0"],
    "to tell a card reader from a keyboard": ["libxcb-xinput0"],
    "to open Qt windows": [
        "libdbus-1-3",
        "libegl1",
        "libfontconfig1",
        "libgl1",
        "libglib2.0-0",
        "libxcb-cursor0",
        "libxcb-icccm4",
        "libxcb-image0",
        "libxcb-keysyms1",
        "libxcb-randr0",
        "libxcb-render-util0",
        "libxcb-shape0",
        "libxcb-sync1",
        "libxcb-xfixes0",
        "libxcb-xkb1",
        "libxkbcommon-x11-0",
        "libxkbcommon0",
    ],
}
DEBIAN_FOR_TESTS = {
    "to look inside the PDFs": ["poppler-utils"],
    "to open real windows": ["xvfb"],
    "to type into them": ["libxi6", "libxtst6"],
    "to hear what a screen reader finds": ["at-spi2-core", "gir1.2-atspi-2.0", "python3-gi"],
    "to scan with SANE": ["sane-utils"],
    "to print on a real printer": ["avahi-daemon", "cups-client", "cups-daemon", "cups-ipp-utils"],
    "to sign with a token": ["softhsm2"],
    "to read a chip in a virtual reader": ["pcscd", "vsmartcard-vpcd"],
    "to compare what can be read": ["tesseract-ocr", "tesseract-ocr-vie"],
    "to type Telex": ["dbus-daemon", "fcitx5", "fcitx5-unikey", "ibus", "ibus-unikey"],
}


def missing(*, for_tests: bool) -> list[str]:
    """Name the Debian packages that are not installed; empty on other systems."""
    if not sys.platform.startswith("linux") or shutil.which("dpkg-query") is None:
        return []
    groups = [*DEBIAN.values(), *(DEBIAN_FOR_TESTS.values() if for_tests else ())]
    wanted = [package for group in groups for package in group]
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${Status}\n", *wanted],
        capture_output=True,
        text=True,
        check=False,
    )
    installed = {
        line.split()[0]
        for line in answer.stdout.splitlines()
        if line.endswith("install ok installed")
    }
    return [package for package in wanted if package not in installed]


def install(packages: list[str]) -> None:
    """Install Debian packages as root or through sudo.

    Raises:
        SystemExit: it is not allowed here; the text is the exact command to run.
    """
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    prefix: list[str] = []
    if not _is_root():
        if not _may_sudo():
            raise SystemExit(
                "These system packages are missing. Run this, then try again:\n"
                f"  sudo apt-get update && sudo {' '.join(command)}"
            )
        prefix = ["sudo"]
    print("Installing system packages:", *packages, flush=True)
    environment = ["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1"]
    subprocess.run([*prefix, "apt-get", "update", "-qq"], check=True)
    subprocess.run([*prefix, *environment, *command], check=True)


def _is_root() -> bool:
    return sys.platform != "win32" and Path("/proc/self").stat().st_uid == 0


def _may_sudo() -> bool:
    if shutil.which("sudo") is None:
        return False
    silent = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return silent.returncode == 0 or sys.stdin.isatty()
