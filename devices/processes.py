"""One end of the line to a process of our own, by its name on each system."""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING and sys.platform == "win32":
    from multiprocessing.connection import PipeConnection

    Line = PipeConnection[Any, Any]
else:
    from multiprocessing.connection import Connection

    Line = Connection
