"""What is kept when the program itself is at fault: never names, numbers or page contents."""

import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path


def write_diagnostics(error: BaseException) -> Path:
    """Write where the program failed, without the values it was working on, and give the file."""
    from station.release import program_version  # only a failure needs it, every start would pay

    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"{datetime.now(UTC).isoformat()} station {program_version()}",
        f"Python {sys.version.split()[0]} on {platform.system()} {platform.release()}",
        f"{type(error).__module__}.{type(error).__qualname__}",
        *(f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames),
    ]
    with tempfile.NamedTemporaryFile(
        "w", prefix="station-bug-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write("\n".join(lines) + "\n")
    return Path(file.name)
