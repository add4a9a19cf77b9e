"""The national exchange of one dossier, from its history to checked payloads."""

from collections.abc import Iterator
from pathlib import Path

from station.exchange.dossier_record import Surroundings
from station.exchange.national import national_exchange
from tests.bench.timing import Line, measure
from tests.exchange_samples import (
    FILE_ADDRESS,
    OFFICERS,
    SAMPLES,
    national_procedure,
    steps_of,
)


def lines(_: Path) -> Iterator[Line]:
    """Measure the dossier with the longest payload."""
    steps = max((steps_of(events) for events in SAMPLES.values()), key=len)
    around = Surroundings(procedure=national_procedure(), file_address=FILE_ADDRESS)

    def export() -> object:
        return national_exchange(steps, around, officer_name=OFFICERS.get)

    times = measure(export, runs=200)
    yield Line("national exchange of one dossier", str(times), "≤ 5 ms", times.p99 <= 5)
