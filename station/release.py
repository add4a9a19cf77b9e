"""When this version was made. A clock that stands before it is wrong for certain."""

from datetime import datetime

from station.domain.journal import VIETNAM

RELEASED_AT = datetime(2026, 11, 1, tzinfo=VIETNAM)


def program_version() -> str:
    """Give the version as ``pyproject.toml`` states it."""
    from importlib.metadata import version  # costs a tenth of the start, and is rarely asked for

    return version("tram-mot-cua")
