"""Reads what a command is given as JSON: a file, or ``-`` for standard input."""

import sys
from pathlib import Path


def read_described(name: str) -> tuple[bytes, Path]:
    """Give the text, no more than a description may be long, and where its file names start."""
    from station.usecases.reception_input import LARGEST_INPUT

    if name == "-":
        return sys.stdin.buffer.read(LARGEST_INPUT + 1), Path()
    file = Path(name)
    with file.open("rb") as stream:
        return stream.read(LARGEST_INPUT + 1), file.parent
