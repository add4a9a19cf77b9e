from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import timedelta
from typing import cast
from uuid import UUID

import pytest

from station.domain.dossier import Dossier
from station.domain.due_date import NoDueDateError
from station.domain.history import fold
from station.domain.spool import PrintState
from station.ports.dossier_queries import DossierQueries
from station.ports.officers import Officer, Role
from station.ports.print_jobs import PrintJob, PrintJobChangedError
from station.ports.printers import MaybePrintedError, OutOfPaperError, PrintOutcome
from station.usecases.dossier_act import trusted_now_of
from station.usecases.permissions import NotAllowedError
from station.usecases.print_doubts import answer_doubt, print_elsewhere
from station.usecases.print_papers import (
    NoPrinterError,
    Outlet,
    Printed,
    Spool,
    print_waiting,
    queue_again,
)
from station.usecases.stated_reasons import NoReasonError
from tests.builders import MONDAY, a_reception
from tests.fake_work import FakeWork
from tests.fakes import FakeClock

HANH = Officer(officer_id="quay3", display_name="Trần Thị Hạnh", role=Role.COUNTER)
ADMIN = Officer(officer_id="admin", display_name="QT", role=Role.ADMINISTRATOR)
DOSSIER_ID = UUID(int=7)


class Queue:
    """The queries that printing needs, over what a fake unit of work holds."""

    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def queued_prints(self) -> Sequence[PrintJob]:
        return self._work.queued_prints()

    def dossier(self, dossier_id: UUID) -> Dossier:
        return fold(self._work.entries)


class Station:
    def __init__(self, *papers: tuple[str, str]) -> None:
        self.work = FakeWork()
        self.clock = FakeClock()
        self.printed: list[str] = []
        self.elsewhere: set[str] = set()
        """Printers that another program has."""
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
    def spool(self) -> Spool:
        return self.spool_of(HANH)

    def spool_of(self, officer: Officer) -> Spool:
        return Spool(
            queries=cast("DossierQueries", Queue(self.work)),
            new_work=lambda: self.work,
            claim=lambda printer: nullcontext(printer not in self.elsewhere),
            officer=officer,
            clock=self.clock,
            built_at=MONDAY,
        )

    def put(self, dossier: Dossier, job: PrintJob) -> PrintOutcome:
        self.printed.append(f"{dossier.code} {job.form} {job.paper}")
        return PrintOutcome.ON_PAPER

    def print_waiting(self, **outlets: Outlet) -> list[str | None]:
        return [one.error.code if one.error else None for one in self.results(**outlets)]

    def results(self, **outlets: Outlet) -> Sequence[Printed]:
        named = {name.removeprefix("_"): outlet for name, outlet in outlets.items()}
        return print_waiting(self.spool, lambda job: named.get(job.form))

    def states(self) -> list[PrintState]:
        return [state for state, *_ in self.work.states.values()]

    def queue_again(self, officer: Officer = HANH, reason: str = "") -> None:
        queue_again(DOSSIER_ID, form="01", paper="a5", reason=reason, spool=self.spool_of(officer))


def test_what_came_out_is_a_fact_of_its_own() -> None:
    station = Station(("01", "a5"))

    errors = station.print_waiting(_01=Outlet(name="HP", simulated=True, put=station.put))

    assert errors == [None]
    assert station.printed == ["000.00.17.H25-261123-0300 01 a5"]
    (printed,) = fold(station.work.entries).prints
    assert (printed.printer, printed.simulated, printed.officer_id) == ("HP", True, "quay3")
    assert station.work.saved[DOSSIER_ID].prints == (printed,)
    assert station.work.queued_prints() == []


@pytest.mark.parametrize("off", [timedelta(days=1500), timedelta(days=-1500)])
def test_n14_a_paper_that_comes_out_under_a_wrong_clock_holds_up_no_act(off: timedelta) -> None:
    station = Station(("01", "a5"))
    station.clock.move(off)

    assert station.print_waiting(_01=Outlet(name="HP", simulated=True, put=station.put)) == [None]

    printed = station.work.entries[-1]
    assert (printed.kind, printed.occurred_at) == ("SlipPrinted", MONDAY)
    station.clock.move(-off)
    trusted_now_of(station.work, station.clock, MONDAY)


def test_a_printer_without_paper_keeps_the_job_and_the_others_go_on() -> None:
    station = Station(("01", "a5"), ("receipt", "80"))

    def out_of_paper(dossier: Dossier, job: PrintJob) -> PrintOutcome:
        raise OutOfPaperError("HP")

    errors = station.print_waiting(
        _01=Outlet(name="HP", simulated=False, put=out_of_paper),
        receipt=Outlet(name="TM", simulated=False, put=station.put),
    )

    assert errors == ["DEV-022", None]
    assert [job.form for job in station.work.queued_prints()] == ["01"]
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

    def jam(dossier: Dossier, job: PrintJob) -> PrintOutcome:
        raise OutOfPaperError("HP")

    station.print_waiting(_01=Outlet(name="HP", simulated=True, put=jam))
    station.queue_again()
    station.print_waiting(_01=Outlet(name="HP", simulated=True, put=station.put))

    (printed,) = fold(station.work.entries).prints
    assert (printed.reprint, printed.reason) == (0, None)


def silent(dossier: Dossier, job: PrintJob) -> PrintOutcome:
    """A printer that takes everything and answers nothing."""
    return PrintOutcome.TAKEN


def vanishes(dossier: Dossier, job: PrintJob) -> PrintOutcome:
    """A printer that has all of the paper when it falls silent."""
    raise MaybePrintedError("TM")


@pytest.mark.parametrize(("put", "code"), [(silent, None), (vanishes, "DEV-029")])
def test_of_a_paper_that_perhaps_came_out_an_officer_is_asked_and_it_is_not_sent_again(
    put: Callable[[Dossier, PrintJob], PrintOutcome], code: str | None
) -> None:
    station = Station(("receipt", "80"))
    outlet = Outlet(name="TM", simulated=False, put=put)

    (first,) = station.results(receipt=outlet)
    assert (first.doubtful, first.error and first.error.code) == (True, code)
    (again,) = station.results(receipt=Outlet(name="TM", simulated=False, put=station.put))
    assert again.doubtful
    assert station.printed == []

    answer_doubt(1, came_out=True, simulated=False, spool=station.spool)

    (printed,) = fold(station.work.entries).prints
    assert (printed.printer, printed.told_by, printed.reprint) == ("TM", "officer", 0)
    assert station.work.queued_prints() == []
    with pytest.raises(PrintJobChangedError):
        answer_doubt(1, came_out=False, simulated=False, spool=station.spool)


def test_a_paper_that_did_not_come_out_is_sent_again_and_is_no_reprint() -> None:
    station = Station(("receipt", "80"))
    station.results(receipt=Outlet(name="TM", simulated=False, put=vanishes))

    answer_doubt(1, came_out=False, simulated=False, spool=station.spool)
    station.results(receipt=Outlet(name="TM", simulated=False, put=station.put))

    (printed,) = fold(station.work.entries).prints
    assert (printed.told_by, printed.reprint) == ("printer", 0)
    assert len(station.printed) == 1


def test_a_silent_printer_that_an_officer_saw_print_is_believed() -> None:
    station = Station(("receipt", "80"))

    (done,) = station.results(receipt=Outlet(name="TM", simulated=False, put=silent, trusted=True))

    assert not done.doubtful
    (printed,) = fold(station.work.entries).prints
    assert printed.told_by == "nobody"


def test_what_a_dead_program_was_printing_is_doubtful() -> None:
    station = Station(("receipt", "80"))
    station.spool.note(station.work.queued_prints()[0], PrintState.PRINTING, printer="TM")

    (found,) = station.results(receipt=Outlet(name="TM", simulated=False, put=station.put))

    assert (found.doubtful, found.error and found.error.code) == (True, "DEV-029")
    assert station.printed == []
    assert station.states() == [PrintState.DOUBTFUL]


def test_what_another_program_is_printing_is_left_to_it() -> None:
    station = Station(("receipt", "80"), ("01", "a5"))
    station.spool.note(station.work.queued_prints()[0], PrintState.PRINTING, printer="TM")
    station.elsewhere.add("TM")

    done = station.results(
        receipt=Outlet(name="TM", simulated=False, put=station.put),
        _01=Outlet(name="HP", simulated=False, put=station.put),
    )

    assert [one.job.form for one in done] == ["01"]
    assert station.states() == [PrintState.PRINTING, PrintState.PRINTED]


def test_another_paper_comes_in_the_place_of_one_that_does_not_come_out() -> None:
    station = Station(("01", "a5"))

    def jam(dossier: Dossier, job: PrintJob) -> PrintOutcome:
        raise OutOfPaperError("HP")

    hp = Outlet(name="HP", simulated=False, put=jam)
    station.print_waiting(_01=hp)
    print_elsewhere(1, form="receipt", paper="80", spool=station.spool)
    station.print_waiting(_01=hp, receipt=Outlet(name="TM", simulated=True, put=station.put))

    assert station.states() == [PrintState.REPLACED, PrintState.PRINTED]
    assert [one.form for one in fold(station.work.entries).prints] == ["receipt"]
    with pytest.raises(PrintJobChangedError):
        print_elsewhere(2, form="01", paper="a5", spool=station.spool)


def test_a_slip_that_the_dossier_has_no_more_waits_no_longer() -> None:
    """The printer was off, and the dossier was refused meanwhile: no day is promised any more."""
    station = Station(("01", "a5"))

    def put(dossier: Dossier, _: PrintJob) -> PrintOutcome:
        raise NoDueDateError(dossier.code, dossier.status)

    hp = Outlet(name="HP", simulated=False, put=put)

    first = station.print_waiting(_01=hp)

    assert first == [NoDueDateError.code]
    assert station.states() == [PrintState.REPLACED]
    assert station.print_waiting(_01=hp) == []


def test_only_who_receives_says_what_came_out() -> None:
    station = Station(("01", "a5"))

    with pytest.raises(NotAllowedError):
        answer_doubt(1, came_out=True, simulated=False, spool=station.spool_of(ADMIN))
    with pytest.raises(NotAllowedError):
        print_elsewhere(1, form="receipt", paper="80", spool=station.spool_of(ADMIN))
