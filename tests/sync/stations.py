"""A counter in memory that is enrolled with a real reference server."""

from dataclasses import dataclass, replace

from station.ports.province import Enrolment
from station.usecases.fetch_catalogue import CatalogueInbox
from station.usecases.synchronise import SyncReport, synchronise
from sync.client.province import HttpEnroller, HttpProvince
from sync.reference_server.server import RunningServer
from tests.fakes import FakeClock
from tests.sync_fakes import FakeCounter

KEY = bytes(range(32))


@dataclass(slots=True)
class EnrolledCounter:
    """What happens at it goes into ``counter.outbox``; ``synchronise`` carries it over HTTP."""

    counter: FakeCounter
    enrolment: Enrolment
    inbox: CatalogueInbox | None = None

    def province(self, base_url: str | None = None) -> HttpProvince:
        """Give a new connection, by way of another address where one is given."""
        return HttpProvince(replace(self.enrolment, base_url=base_url or self.enrolment.base_url))

    def synchronise(self, base_url: str | None = None, *, batch: int = 500) -> SyncReport:
        with self.province(base_url) as province:
            return synchronise(
                outbox=self.counter.outbox,
                province=province,
                clock=FakeClock(),
                inbox=self.inbox,
                batch=batch,
            )


def enrol_counter(
    server: RunningServer,
    *,
    agency: str,
    number: int = 3,
    numbers: tuple[int, int] = (300, 399),
    key: bytes = KEY,
) -> EnrolledCounter:
    code = server.issue_enrolment_code(agency=agency, station_number=number, number_range=numbers)
    counter = FakeCounter(agency=agency, number=number, first_number=numbers[0])
    enrolment = HttpEnroller().enrol(
        base_url=server.base_url, code=code, station_id=counter.station_id, station_key=key
    )
    return EnrolledCounter(counter, enrolment)
