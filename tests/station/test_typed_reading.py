"""Threads that meet over a type that nobody has read into yet; in a process, for it may crash."""

import subprocess
import sys

import pytest

_MEETING = """
import sys, threading
import msgspec
from {module} import {ready} as ready

sys.setswitchinterval(1e-6)
for _ in range(200):
    parts = [msgspec.defstruct(f"Part{{n}}", [(f"f{{k}}", int | None, None) for k in range(20)])
             for n in range(10)]
    whole = msgspec.defstruct("Whole", [(f"p{{n}}", list[part]) for n, part in enumerate(parts)])
    body = msgspec.json.encode(whole(*([part()] for part in parts)))
    together = threading.Barrier(4)

    def read():
        together.wait()
        msgspec.json.decode(body, type=ready(whole))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""


@pytest.mark.parametrize(
    ("module", "ready"),
    [("station.typed_reading", "ready"), ("sync.contract.messages", "_ready")],
)
def test_threads_that_first_read_into_a_type_at_once_do_not_crash(module: str, ready: str) -> None:
    program = _MEETING.format(module=module, ready=ready)

    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=100)

    assert done.returncode == 0
