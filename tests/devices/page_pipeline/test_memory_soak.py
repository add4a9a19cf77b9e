"""A long run of pages takes no more memory than a short one. ``make soak``: 1,000 pages."""

import itertools
import os
from pathlib import Path

import pytest

from devices.page_pipeline.result import PageRef, Wanted
from devices.page_pipeline.worker import PageWorker
from tests.scanned_pages import PRINTED, scanned

_PAGES = int(os.environ.get("SOAK_PAGES", "24"))
_MOST_KB = 450_000
_MOST_GROWTH_KB = 30_000
"""From the first half of the run to the second."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux")
def test_memory_stays_flat(tmp_path: Path) -> None:
    files = []
    for number, kind in enumerate(PRINTED):
        files.append(tmp_path / f"{number}.jpg")
        files[-1].write_bytes(scanned(kind, 60 + number).jpeg())
    refs = (PageRef(file, 1) for file in itertools.islice(itertools.cycle(files), _PAGES))
    worker, seen = PageWorker(), []
    try:
        for outcome in worker.clean(refs, Wanted()):
            assert outcome.page is not None
            seen.append(_kilobytes(worker, "VmRSS"))
        highest = _kilobytes(worker, "VmHWM")
    finally:
        worker.close()

    assert len(seen) == _PAGES
    assert highest <= _MOST_KB
    half = len(seen) // 2
    assert max(seen[half:]) - max(seen[:half]) <= _MOST_GROWTH_KB, seen[:: max(1, half // 10)]


def _kilobytes(worker: PageWorker, what: str) -> int:
    status = Path(f"/proc/{worker.process_id}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith(what)).split()[1])
