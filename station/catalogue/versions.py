"""The order of a pack's versions: ``9`` before ``10``, ``2026.9`` before ``2026.10``."""

import re

VERSION_PATTERN = r"^[0-9A-Za-z][0-9A-Za-z.\-_]{0,29}(\+[0-9A-Za-z.\-]{1,20})?$(?![\s\S])"
"""What is behind ``+`` tells contents of equal rank apart and has no order: a source without a
version of its own is ``0+`` and the beginning of its SHA-256."""

_PARTS = re.compile(r"[0-9]+|[A-Za-z]+")

Rank = tuple[tuple[int, int, str], ...]


def rank(version: str) -> Rank:
    """Give what versions are compared by.

    Numbers count as numbers and stand before words; of two that begin alike the longer one is
    the later.
    """
    ordered = version.partition("+")[0]
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part.lower())
        for part in _PARTS.findall(ordered)
    )
