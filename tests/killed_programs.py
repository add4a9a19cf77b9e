"""Programs that are killed at work, and what they told before."""

import os
import signal
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any


def kill(program: BaseProcess) -> None:
    """End a program in the middle of whatever it does."""
    assert program.pid is not None
    os.kill(program.pid, signal.SIGKILL)
    program.join()
    assert program.exitcode == -signal.SIGKILL, "it had ended by itself"


def rest_of(pipe: Connection) -> list[Any]:
    """Read what was told before the other end was gone."""
    told = []
    try:
        while True:
            told.append(pipe.recv())
    except EOFError:
        return told
