"""Make everything ready: system packages, the virtual environment, the locked dependencies.

Runs with nothing but Python's standard library:  python3 installer/setup.py [run|test]
The second time it finds its own mark and is done in a fraction of a second.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = SCRIPTS / ("python.exe" if sys.platform == "win32" else "python")
LOCKS = {
    "run": ROOT / "installer" / "requirements.txt",
    "test": ROOT / "installer" / "requirements-dev.txt",
}
OLDEST_PYTHON = (3, 11)
_LONGEST_ON_WINDOWS = 80


def main(arguments: list[str]) -> int:
    """Set up for running (``run``) or for running and testing (``test``)."""
    purpose = arguments[0] if arguments else "run"
    if purpose not in LOCKS:
        print(f"usage: setup.py [{'|'.join(LOCKS)}]", file=sys.stderr)
        return 2
    if sys.version_info < OLDEST_PYTHON:
        print("Python 3.11 or newer is needed; this is", sys.version.split()[0], file=sys.stderr)
        return 1
    complaint = unfit_python(sys.executable, sys.maxsize) or unfit_folder(sys.platform, str(ROOT))
    if complaint:
        print(complaint, file=sys.stderr)
        return 1
    mark = VENV / f"ready-for-{purpose}"
    state = _state_of(purpose)
    if mark.exists() and mark.read_text(encoding="ascii") == state:
        return 0
    sys.path.insert(0, str(ROOT))
    _install_system_packages(for_tests=purpose == "test")
    _make_environment()
    _install_locked(LOCKS[purpose])
    if purpose == "test":
        _install_second_decoder()
    mark.write_text(state, encoding="ascii")
    if purpose == "test":  # its lock holds all of the other
        (VENV / "ready-for-run").write_text(_state_of("run"), encoding="ascii")
    return 0


def unfit_python(executable: str, largest: int) -> str:
    """Say why the program cannot be set up with this interpreter; empty: it can.

    The Python of Microsoft's store shows its programs a copy of the user's data folder of their own
    and deletes it with itself: the home would be in there.
    """
    if largest < 2**32:
        return "A 64-bit Python is needed; this one has 32 bits."
    if "WindowsApps" in executable:
        return "Not the Python of the Microsoft Store: take the installer of python.org."
    return ""


def unfit_folder(platform: str, folder: str) -> str:
    """Say why the program cannot be set up in this folder; empty: it can.

    Python 3.11 on Windows notes where a program lies in the letters of the system's code page; that
    of Vietnamese has no "ễ". And a path of Windows has 260 letters, of which ours take 180.
    """
    if platform == "win32" and (not folder.isascii() or len(folder) > _LONGEST_ON_WINDOWS):
        return rf"Put the program into a folder like C:\tram-mot-cua: not {folder}"
    return ""


def _state_of(purpose: str) -> str:
    """What the environment was made from: a change of it means that it is stale."""
    seen = hashlib.sha256(str(ROOT).encode())
    parts = [LOCKS[purpose], ROOT / "pyproject.toml", ROOT / "installer" / "system_packages.py"]
    if purpose == "test":
        parts.append(ROOT / "tests" / "second_decoder" / "package-lock.json")
    for part in parts:
        seen.update(part.read_bytes())
    return seen.hexdigest()


def _install_system_packages(*, for_tests: bool) -> None:
    from installer import system_packages

    if packages := system_packages.missing(for_tests=for_tests):
        system_packages.install(packages)


def _make_environment() -> None:
    if PYTHON.exists():
        works = subprocess.run([PYTHON, "-c", "import pip"], capture_output=True, check=False)
        if works.returncode == 0:
            return
        shutil.rmtree(VENV)
    print("Making", VENV, flush=True)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)


def _install_locked(lock: Path) -> None:
    print("Installing the locked dependencies (", lock.name, ")", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # The lock is the whole closure. Resolving it again would let a newer release of a package
    # that another one asks for with an extra, coverage[toml], in beside the pinned one.
    locked = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    subprocess.run([*pip, *locked], check=True)
    project = [*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)]
    subprocess.run(project, check=True)
    subprocess.run([str(PYTHON), "-m", "pip", "check"], check=True, stdout=subprocess.DEVNULL)


def _install_second_decoder() -> None:
    from installer import second_decoder

    second_decoder.install()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
