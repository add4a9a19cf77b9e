"""What ``make run`` starts: the window on a sample home, or the demo where there is no display."""

import os
import sys
from pathlib import Path

from ui.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_PASSWORD = "Mot-cua-2026!"  # noqa: S105 - of invented data; real homes ask for one


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """Start what fits this machine and give the exit status."""
    if not has_display():
        print("Không có màn hình / no display: station demo", flush=True)
        return run(["demo", "--out", str(ROOT / "demo-out")])
    given = os.environ.get("STATION_HOME")
    home = Path(given) if given else ROOT / ".sample-home"
    if not home.exists():
        os.environ.setdefault("STATION_PASSWORD", SAMPLE_PASSWORD)
        made = run(["--home", str(home), "init", "--sample"])
        if made != 0:
            return made
    if given is None:
        print(f"Đăng nhập / sign in: quay3, {SAMPLE_PASSWORD}", flush=True)
    return run(["--home", str(home), "desktop"])


if __name__ == "__main__":
    sys.exit(main())
