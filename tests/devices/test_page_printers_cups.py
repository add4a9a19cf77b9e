"""A queue of the real CUPS: its states by name, and that its word "completed" is not paper."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from devices.printers.ipp import IppPagePrinter
from station.ports.papers import SlipPaper
from station.ports.printers import (
    MaybePrintedError,
    PrinterError,
    PrinterFaultError,
    PrinterState,
    PrintInterruptedError,
    PrintOutcome,
)
from tests.devices.cups_server import QUEUE, CupsQueue, cups_queue
from tests.devices.eve_printer import eve_printer
from tests.page_printer_contract import a_slip_pdf


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[CupsQueue]:
    with cups_queue(tmp_path) as queue:
        yield queue


def printer(queue: CupsQueue, *, finish_timeout_s: float = 60) -> IppPagePrinter:
    return IppPagePrinter(
        "Máy chung",
        queue.address,
        look_every_s=0.02,
        settle_s=0.5,
        finish_timeout_s=finish_timeout_s,
    )


def put(queue: CupsQueue) -> PrintOutcome:
    return printer(queue).print_pages(a_slip_pdf(), title="H25-0001")


def test_pages_come_out_of_a_queue_whole_and_in_order_and_count_as_taken(queue: CupsQueue) -> None:
    first, second = a_slip_pdf(), a_slip_pdf(SlipPaper.A5)
    at = printer(queue)
    assert at.state() is PrinterState.READY

    assert at.print_pages(first, title="H25-0001") is PrintOutcome.TAKEN
    assert at.print_pages(second, title="H25-0001") is PrintOutcome.TAKEN

    assert queue.jobs() == [first, second]


def test_a_queue_that_somebody_paused_gets_nothing_and_goes_on_when_it_is_let(
    queue: CupsQueue,
) -> None:
    queue.run("cupsdisable", QUEUE)
    assert printer(queue).state() is PrinterState.FAULT
    with pytest.raises(PrinterFaultError):
        put(queue)
    assert queue.jobs() == []

    queue.run("cupsenable", QUEUE)

    assert put(queue) is PrintOutcome.TAKEN
    assert len(queue.jobs()) == 1


def test_a_queue_that_refuses_jobs_says_so(queue: CupsQueue) -> None:
    queue.run("cupsreject", QUEUE)

    with pytest.raises(PrinterError):
        put(queue)
    assert queue.jobs() == []


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("media-empty-error", PrinterState.OUT_OF_PAPER),
        ("media-needed", PrinterState.OUT_OF_PAPER),
        ("media-jam-error", PrinterState.JAMMED),
        ("cover-open-error", PrinterState.COVER_OPEN),
        ("offline-report", PrinterState.OFFLINE),
    ],
)
def test_what_a_driver_tells_has_its_name_the_job_is_taken_back_and_the_next_one_comes_out(
    queue: CupsQueue, reason: str, state: PrinterState
) -> None:
    queue.behave(f"STATE: +{reason}", waits=True)
    with pytest.raises(MaybePrintedError) as stopped:
        put(queue)
    assert stopped.value.state is state
    assert queue.jobs() == []

    queue.behave(f"STATE: -{reason}")

    assert put(queue) is PrintOutcome.TAKEN
    assert len(queue.jobs()) == 1, "the job that was taken back does not come out later"


def test_a_fault_that_is_still_there_is_named_again_though_the_driver_is_silent(
    queue: CupsQueue,
) -> None:
    queue.behave("STATE: +media-empty-error", waits=True)
    with pytest.raises(MaybePrintedError):
        put(queue)

    queue.behave(waits=True)
    with pytest.raises(MaybePrintedError) as stopped:
        put(queue)

    assert stopped.value.state is PrinterState.OUT_OF_PAPER
    assert queue.jobs() == []


def test_a_job_that_a_driver_gives_up_or_stops_the_queue_over_is_in_doubt(
    queue: CupsQueue,
) -> None:
    for ends_with in (1, 4):
        queue.behave("STATE: +media-jam-error", ends_with=ends_with)
        with pytest.raises(MaybePrintedError) as stopped:
            put(queue)
        # told in its last breath, the cause may come too late to be known
        assert stopped.value.state in (PrinterState.JAMMED, PrinterState.FAULT)
        queue.run("cupsenable", QUEUE)

    assert queue.jobs() == []


def test_a_job_called_completed_over_a_jam_is_in_doubt_and_never_done(queue: CupsQueue) -> None:
    queue.behave("STATE: +media-jam-error")

    with pytest.raises(MaybePrintedError) as told:
        put(queue)

    assert "jammed" in str(told.value)


def test_a_job_canceled_over_a_jam_comes_out_all_the_same_so_it_is_in_doubt(
    queue: CupsQueue,
) -> None:
    """CUPS calls it canceled; its printer has it, and prints it once the jam is cleared."""
    queue.behave("STATE: +media-jam-error", waits=True, keeps=True)

    with pytest.raises(MaybePrintedError) as doubt:
        put(queue)
    queue.clear_the_jam()

    assert doubt.value.state is PrinterState.JAMMED
    assert queue.jobs() == [a_slip_pdf()], "sent again without a question, it would be there twice"


def test_a_job_that_still_waited_behind_anothers_is_surely_taken_back(queue: CupsQueue) -> None:
    queue.behave(waits=True)
    anothers = queue.printed.parent / "anothers.pdf"
    anothers.write_bytes(a_slip_pdf(SlipPaper.A5))
    queue.run("lp", "-d", QUEUE, str(anothers))

    with pytest.raises(PrintInterruptedError):
        printer(queue, finish_timeout_s=0.3).print_pages(a_slip_pdf(), title="H25-0001")

    queue.behave()
    with suppress(PrinterError):
        put(queue)
    assert queue.jobs() == [anothers.read_bytes(), a_slip_pdf()]


def test_a_queue_that_never_ends_a_job_is_not_waited_for_for_ever(queue: CupsQueue) -> None:
    queue.behave(waits=True)

    with pytest.raises(MaybePrintedError):
        printer(queue, finish_timeout_s=0.3).print_pages(a_slip_pdf(), title="H25-0001")

    queue.behave()
    with suppress(PrinterError):
        put(queue)
    assert len(queue.jobs()) <= 1


def test_a_printer_of_ipp_behind_a_queue_that_goes_on_with_a_canceled_job_is_in_doubt(
    tmp_path: Path,
) -> None:
    (tmp_path / "eve").mkdir()
    (tmp_path / "cups").mkdir()
    with (
        eve_printer(tmp_path / "eve") as eve,
        cups_queue(tmp_path / "cups", device=eve.address) as queue,
    ):
        eve.behave("STATE: +media-jam-error\n", waits=True)
        with pytest.raises(MaybePrintedError) as doubt:
            put(queue)
        eve.behave()
        eve.wait_for_paper()

        assert doubt.value.state is PrinterState.JAMMED


def test_a_queue_before_a_printer_of_ipp_knows_when_paper_came_out(tmp_path: Path) -> None:
    (tmp_path / "eve").mkdir()
    (tmp_path / "cups").mkdir()
    with (
        eve_printer(tmp_path / "eve") as eve,
        cups_queue(tmp_path / "cups", device=eve.address) as queue,
    ):
        outcome = put(queue)

        assert outcome is PrintOutcome.ON_PAPER
        (page,) = eve.printed.iterdir()
        assert page.read_bytes() == a_slip_pdf()
