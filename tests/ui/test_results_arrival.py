"""A result comes to the counter and is put on its shelf."""

from station.domain.events import DossierForwarded, ResultIssued
from station.domain.processing import ResultPaper
from station.usecases.return_result import TakeResultIn
from tests.builders import FEE
from tests.ui.results_counter import FakeResultsDesk, at_work
from ui.desktop.results.view_model import ArrivalEntry, Typed


def test_a_result_that_comes_is_put_on_its_shelf_and_may_be_given() -> None:
    gone = DossierForwarded(list_number="BG-1", agency="UBND", list_hash="ab" * 32)
    desk = FakeResultsDesk(FEE, gone)
    presenter = at_work(desk)
    assert desk.seen().arrival is not None
    assert "kết quả vừa về thì ghi kệ" in desk.seen().verdict.consequence

    presenter.on_typed(Typed.RESULT, " Giấy  xác nhận ")
    presenter.on_typed(Typed.SHELF, "K2-07")
    presenter.on_arrived()

    assert desk.arrived == [
        TakeResultIn(shelf="K2-07", results=(ResultPaper(name="Giấy xác nhận"),))
    ]
    assert desk.done == "Kết quả của 0300 đã về quầy, kệ K2-07."
    assert (desk.seen().arrival, desk.seen().lawful) == (None, True)
    assert desk.seen().shelf == "Kệ K2-07"


def test_a_shelf_that_is_scanned_is_where_the_result_is_put() -> None:
    """D1: only while a result is taken in; else the code is of no use on this page."""
    gone = DossierForwarded(list_number="BG-1", agency="UBND", list_hash="ab" * 32)
    desk = FakeResultsDesk(FEE, gone)
    presenter = at_work(desk)

    assert presenter.on_shelf("K2-07")
    assert desk.seen().arrival == ArrivalEntry(shelf="K2-07", result="")
    presenter.on_arrived()
    assert desk.seen().shelf == "Kệ K2-07"
    assert not presenter.on_shelf("K2-08")
    presenter.on_closed()
    assert not presenter.on_shelf("K2-08")


def test_a_result_that_was_signed_needs_no_name_of_its_own() -> None:
    issued = ResultIssued(results=(ResultPaper(name="Giấy xác nhận"),), by="UBND")
    desk = FakeResultsDesk(FEE, issued)
    at_work(desk)

    sheet = desk.seen()

    assert sheet.arrival is not None
    assert sheet.arrival.result is None
    assert sheet.lawful
    assert sheet.shelf == "Chưa về quầy"
