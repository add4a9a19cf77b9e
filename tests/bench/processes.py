"""How long the program takes to start, as a whole process."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.timing import Line, in_turn

CARD = "035199012345|168012345|Nguyễn Thị Ánh Tuyết|05031999|Nữ|Tổ 5, Phủ Lý, Hà Nam|15062021"
STATION = Path(sys.executable).with_name("station")


def lines(_: Path) -> Iterator[Line]:
    """Measure ``station id parse`` against a Python that does nothing."""
    ours, bare = in_turn(
        lambda: _run(str(STATION), "--json", "id", "parse", CARD),
        lambda: _run(sys.executable, "-c", "pass"),
        runs=15,
    )
    ratio = ours.median / bare.median
    yield Line(
        "`station id parse`, whole process",
        f"median {ours.median:.0f} ms, {ratio:.1f} × a bare Python",
        "≤ 400 ms",
        ours.median <= 400,
    )


def _run(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=True, timeout=60)
