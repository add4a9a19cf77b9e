"""A decoder of ESC/POS that is not ours, for the tests of thermal slips; made where npm is there.

No Python package and no Debian package decodes ESC/POS. ``npos`` on npm does; it is locked with
its hashes in ``tests/second_decoder``, and none of its scripts is run.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "tests" / "second_decoder"
LOCK = SOURCE / "package-lock.json"
FOLDER = ROOT / ".venv" / "second-decoder"
NODE = shutil.which("node")
_TIMEOUT_S = 300


def install() -> None:
    """Bring the decoder into the environment; without npm its test says that it was skipped."""
    npm = shutil.which("npm")
    if NODE is None or npm is None:
        print("Without node and npm: no second decoder of thermal slips", flush=True)
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name in ("package.json", LOCK.name):
        shutil.copy(SOURCE / name, FOLDER)
    wanted = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(wanted, cwd=FOLDER, timeout=_TIMEOUT_S, check=False)
    if done.returncode:
        shutil.rmtree(FOLDER)
        print("npm could not bring the second decoder of thermal slips", file=sys.stderr)
