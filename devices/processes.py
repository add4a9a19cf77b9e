"""What processes of our own have in common: an end of the line to one, a limit to memory."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING and sys.platform == "win32":
    from multiprocessing.connection import PipeConnection

    Line = PipeConnection[Any, Any]
else:
    from multiprocessing.connection import Connection

    Line = Connection


def limit_memory(extra: int) -> None:
    """Let this process take ``extra`` bytes on top of what it has now. Does nothing on Windows."""
    if sys.platform == "win32":
        return
    import resource

    statistics = Path("/proc/self/statm")
    if not statistics.exists():  # macOS
        return
    used = int(statistics.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    limit = used + extra if hard == resource.RLIM_INFINITY else min(hard, used + extra)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
