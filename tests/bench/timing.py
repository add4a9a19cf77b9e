"""Medians and percentiles; a line of the table."""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One figure beside its goal. ``holds`` is None where there is no goal."""

    what: str
    figure: str
    goal: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of many runs of one thing."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.runs)

    @property
    def p99(self) -> float:
        return sorted(self.runs)[max(0, round(len(self.runs) * 0.99) - 1)]

    def __str__(self) -> str:
        return f"median {self.median:.2f} ms, p99 {self.p99:.2f} ms"


def measure(work: Callable[[], object], *, runs: int, warm_up: int = 3) -> Times:
    """Time ``work`` again and again, after a warm-up."""
    for _ in range(warm_up):
        work()
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return Times(tuple(taken))


def in_turn(
    ours: Callable[[], object], peer: Callable[[], object], *, runs: int
) -> tuple[Times, Times]:
    """Time two things in turn, so that a machine that slows down slows both."""
    ours(), peer()
    pairs = [
        (measure(ours, runs=1, warm_up=0), measure(peer, runs=1, warm_up=0)) for _ in range(runs)
    ]
    return (
        Times(tuple(one.runs[0] for one, _ in pairs)),
        Times(tuple(other.runs[0] for _, other in pairs)),
    )


def office_environment() -> dict[str, str]:
    """An installed program has its byte code on the disk, whatever this shell forbids."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}
