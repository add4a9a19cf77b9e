"""Prints one table; the exit status is 1 when a goal is missed."""

import sys
import tempfile
from pathlib import Path

from tests.bench import (
    catalogue,
<<<<<<< HEAD
    deadlines,
=======
>>>>>>> f4f8e0b (desktop: paint the sign-in page alone, and build the desk behind it part by part)
    exchange,
    identity,
    papers,
    processes,
    reception,
<<<<<<< HEAD
    windows,
)

PARTS = (reception, catalogue, deadlines, papers, exchange, identity, processes, windows)
=======
    steps,
    windows,
)

PARTS = (reception, catalogue, papers, exchange, identity, processes, windows, steps)
>>>>>>> f4f8e0b (desktop: paint the sign-in page alone, and build the desk behind it part by part)


def main(wanted: list[str]) -> int:
    """Run the parts that are named, or all of them."""
    missed = 0
    with tempfile.TemporaryDirectory(prefix="station-bench-") as folder:
        for part in PARTS:
            if wanted and part.__name__.rpartition(".")[2] not in wanted:
                continue
            for line in part.lines(Path(folder)):
                verdict = {True: "ok", False: "MISSED", None: ""}[line.holds]
                missed += line.holds is False
                print(f"{line.what:<42} {line.figure:<58} {line.goal:<18} {verdict}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
