"""What is kept when the program itself is at fault: never names, numbers or page contents."""

import contextlib
import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

_PREFIX, _SUFFIX = "station-bug-", ".txt"
_MOST_RECENT, _LARGEST = 5, 20_000


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
        "w", prefix=_PREFIX, suffix=_SUFFIX, delete=False, encoding="utf-8"
    ) as file:
        file.write("\n".join(lines) + "\n")
    return Path(file.name)


def recent_diagnostics() -> list[str]:
    """Give what was written of the latest failures on this computer, the newest first.

    A file that cannot be read is another user's, or gone by now: it is left out.
    """
    written: list[tuple[float, Path]] = []
    for file in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            written.append((file.stat().st_mtime, file))
    texts = []
    for _, file in sorted(written, reverse=True)[:_MOST_RECENT]:
        with contextlib.suppress(OSError), file.open(encoding="utf-8", errors="replace") as stream:
            # the folder of an account bears its owner's name
            texts.append(stream.read(_LARGEST).replace(str(Path.home()), "~"))
    return texts
