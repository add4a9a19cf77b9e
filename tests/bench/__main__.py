"""Prints one table; the exit status is 1 when a goal is missed."""

import sys
import tempfile
from pathlib import Path

from tests.bench import (
    catalogue,
    deadlines,
    exchange,
    identity,
    legibility,
    pages,
    papers,
    printing,
    processes,
    readers,
    reception,
    scan_desk,
    scanning,
    steps,
    windows,
)

PARTS = (
    reception,
    catalogue,
    deadlines,
    papers,
    printing,
    exchange,
    identity,
    scanning,
    scan_desk,
    legibility,
    processes,
    windows,
    pages,
    readers,
    steps,
)


def main(wanted: list[str]) -> int:
    """Run the parts that are named, or all of them."""
    missed = 0
    with tempfile.TemporaryDirectory(prefix="station-bench-") as folder:
        for part in PARTS:
            name = part.__name__.rpartition(".")[2]
            if wanted and name not in wanted:
                continue
            own = Path(folder, name)
            own.mkdir()
            for line in part.lines(own):
                verdict = {True: "ok", False: "MISSED", None: ""}[line.holds]
                missed += line.holds is False
                print(f"{line.what:<42} {line.figure:<58} {line.goal:<18} {verdict}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
