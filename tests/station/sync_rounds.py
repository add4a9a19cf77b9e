"""One round of synchronisation with fakes at both ends, and a server that refuses or chokes."""

from collections.abc import Sequence

from station.domain.journal import JournalEntry
from station.errors import StationError
from station.ports.province import (
    Outcome,
    ProvinceFaultError,
    ProvinceUnreachableError,
    Verdict,
)
from station.usecases.synchronise import LARGEST_BATCH, SyncReport, synchronise
from tests.fakes import FakeClock
from tests.outbox_contract import PROBLEM
from tests.sync_fakes import FakeCounter, FakeProvince

UNREACHABLE = ProvinceUnreachableError("cut")
FAULT = ProvinceFaultError(500)


def a_round(
    counter: FakeCounter, province: FakeProvince, *, batch: int = LARGEST_BATCH, stops: int = 10_000
) -> SyncReport:
    """One round that is asked to stop at the ``stops``-th question."""
    questions = iter([True] * stops)
    return synchronise(
        outbox=counter.outbox,
        province=province,
        clock=FakeClock(),
        go_on=lambda: next(questions, False),
        batch=batch,
    )


def refuse(province: FakeProvince, *entries: JournalEntry) -> None:
    for entry in entries:
        province.refusals[entry.event_id] = Verdict(
            event_id=entry.event_id, outcome=Outcome.REFUSED, problem=PROBLEM
        )


def choke_on(province: FakeProvince, entry: JournalEntry, error: StationError = FAULT) -> None:
    def hook(entries: Sequence[JournalEntry]) -> None:
        if entry in entries:
            raise error

    province.send_hook = hook
