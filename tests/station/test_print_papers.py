from collections.abc import Sequence
from typing import cast
from uuid import UUID

import pytest

from station.domain.dossier import Dossier
from station.domain.history import fold
from station.ports.officers import Officer, Role
from station.ports.printers import OutOfPaperError
from station.ports.store import DossierQueries, PrintJob
from station.usecases.permissions import NotAllowedError
from station.usecases.print_papers import NoPrinterError, Outlet, print_waiting, queue_again
from station.usecases.refuse_dossier import NoReasonError
from tests.builders import MONDAY, a_reception
from tests.fakes import FakeClock, FakeWork

HANH = Officer(officer_id="quay3", display_name="Trần Thị Hạnh", role=Role.COUNTER)
ADMIN = Officer(officer_id="admin", display_name="QT", role=Role.ADMINISTRATOR)
DOSSIER_ID = UUID(int=7)


class Queue:
    """The queries that printing needs, over what a fake unit of work holds."""

    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def queued_prints(self) -> Sequence[PrintJob]:
        return [
            PrintJob(
                job_id=number,
                dossier_id=dossier_id,
                form=form,
                paper=paper,
                queued_at=MONDAY,
                state="queued",
                reason=self._work.reasons.get(number),
            )
            for number, (dossier_id, form, paper) in enumerate(self._work.jobs, 1)
            if self._work.closed.get(number, "waits") is not None
        ]

    def dossier(self, dossier_id: UUID) -> Dossier:
        return fold(self._work.entries)


class Station:
    def __init__(self, *papers: tuple[str, str]) -> None:
        self.work = FakeWork()
        self.clock = FakeClock()
        self.printed: list[str] = []
        with self.work as work:
            work.append(
                a_reception(),
                dossier_id=DOSSIER_ID,
                officer_id="quay3",
                at=MONDAY,
                clock_source="fake",
            )
            for form, paper in papers:
                work.queue_print(DOSSIER_ID, form=form, paper=paper, at=MONDAY)
            work.commit()

    @property
    def queries(self) -> DossierQueries:
        return cast("DossierQueries", Queue(self.work))

    def put(self, dossier: Dossier, job: PrintJob) -> None:
        self.printed.append(f"{dossier.code} {job.form} {job.paper}")

    def print_waiting(self, **outlets: Outlet) -> list[str | None]:
        done = print_waiting(
            queries=self.queries,
            new_work=lambda: self.work,
            outlets={name.removeprefix("_"): outlet for name, outlet in outlets.items()},
            officer=HANH,
            clock=self.clock,
        )
        return [one.error.code if one.error else None for one in done]

    def queue_again(self, officer: Officer = HANH, reason: str = "") -> None:
        queue_again(
            DOSSIER_ID,
            form="01",
            paper="a5",
            reason=reason,
            queries=self.queries,
            new_work=lambda: self.work,
            officer=officer,
            clock=self.clock,
        )


def test_what_came_out_is_a_fact_of_its_own() -> None:
    station = Station(("01", "a5"))

    errors = station.print_waiting(_01=Outlet(name="HP", simulated=True, put=station.put))

    assert errors == [None]
    assert station.printed == ["000.00.17.H25-261123-0300 01 a5"]
    (printed,) = fold(station.work.entries).prints
    assert (printed.printer, printed.simulated, printed.officer_id) == ("HP", True, "quay3")
    assert station.work.saved[DOSSIER_ID].prints == (printed,)
    assert station.queries.queued_prints() == []


def test_a_printer_without_paper_keeps_the_job_and_the_others_go_on() -> None:
    station = Station(("01", "a5"), ("receipt", "80"))

    def out_of_paper(dossier: Dossier, job: PrintJob) -> None:
        raise OutOfPaperError("HP")

    errors = station.print_waiting(
        _01=Outlet(name="HP", simulated=False, put=out_of_paper),
        receipt=Outlet(name="TM", simulated=False, put=station.put),
    )

    assert errors == ["DEV-022", None]
    assert [job.form for job in station.queries.queued_prints()] == ["01"]
    assert [one.form for one in fold(station.work.entries).prints] == ["receipt"]


def test_a_paper_without_a_printer_waits_and_says_so() -> None:
    station = Station(("01", "a5"))

    assert station.print_waiting() == [NoPrinterError.code]
    assert NoPrinterError("01", "a5").details == {"form": "01", "paper": "a5"}


def test_a_reprint_is_queued_once_however_often_the_key_is_pressed() -> None:
    station = Station()

    station.queue_again()
    station.queue_again()

    assert station.work.jobs == [(DOSSIER_ID, "01", "a5")]


def test_only_who_receives_reprints() -> None:
    station = Station()

    with pytest.raises(NotAllowedError) as caught:
        station.queue_again(ADMIN)

    assert caught.value.details == {"role": "administrator", "act": "receive"}
    assert station.work.jobs == []


def test_a_paper_that_came_out_is_printed_again_for_a_reason_only() -> None:
    station = Station(("01", "a5"))
    outlet = Outlet(name="HP", simulated=True, put=station.put)
    station.print_waiting(_01=outlet)

    with pytest.raises(NoReasonError):
        station.queue_again(reason="  ")
    station.queue_again(reason="Công dân làm mất")
    station.print_waiting(_01=outlet)

    first, again = fold(station.work.entries).prints
    assert (first.reprint, first.reason) == (0, None)
    assert (again.reprint, again.reason) == (1, "Công dân làm mất")


def test_a_first_copy_after_a_failure_is_no_reprint() -> None:
    station = Station(("01", "a5"))

    def jam(dossier: Dossier, job: PrintJob) -> None:
        raise OutOfPaperError("HP")

    station.print_waiting(_01=Outlet(name="HP", simulated=True, put=jam))
    station.queue_again()
    station.print_waiting(_01=Outlet(name="HP", simulated=True, put=station.put))

    (printed,) = fold(station.work.entries).prints
    assert (printed.reprint, printed.reason) == (0, None)
