"""N4, whole, through the window by keyboard, at printers on the network that answer.

One has no paper, runs out of it amid a slip, is pulled out amid one, or jams and keeps what it has.
The dossier is received all the same, the cause is named, and what comes out in the end is one slip
and no reprint.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from station.domain.dossier import DossierStatus
from tests.devices.ipp_printer import IppPrinter
from tests.devices.tcp_printer import TcpPrinter, a_tcp_printer
from tests.escpos_decoder import decode
from tests.pdf_reading import qr_texts
from tests.ui.window_counter import Counter, receive
from tests.ui.window_keys import ALT, CTRL
from ui.settings import FILE

EMPTY, FULL = {1: 0x1A, 2: 0x32, 4: 0x72}, {1: 0x12, 2: 0x12, 4: 0x12}
PROCESSING, COMPLETED = 5, 9
ASKED = "“Máy in nhiệt” không báo lại: phiếu của"


def set_up(home: Path, role: str, name: str, driver: str, address: str) -> None:
    """Put a printer in the place of the simulated one."""
    settings = json.loads((home / FILE).read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == role:
            device |= {"name": name, "driver": driver, "address": address}
    (home / FILE).write_text(json.dumps(settings), encoding="utf-8")


@pytest.fixture
def far_end(home: Path) -> Iterator[TcpPrinter]:
    """Set up a roll printer on the network in the home, and give what stands at its other end."""
    with a_tcp_printer(TcpPrinter()) as (printer, _):
        set_up(home, "receipt_printer", "Máy in nhiệt", "network", printer.address)
        yield printer


@pytest.fixture
def laser(home: Path) -> Iterator[IppPrinter]:
    """Set up a page printer of IPP in the home."""
    printer = IppPrinter()
    set_up(home, "page_printer", "Laser", "ipp", printer.address)
    yield printer
    printer.close()


def slips(printer: TcpPrinter) -> list[bytes]:
    return [job for job in printer.jobs if job]


def prints(counter: Counter, form: str) -> list[tuple[int, str]]:
    """Give the prints of a form: which reprint each is, and who said that it came out."""
    (dossier,) = counter.dossiers()
    assert dossier.status is DossierStatus.RECEIVED
    return [(one.reprint, one.told_by) for one in dossier.prints if one.form == form]


def receipts(counter: Counter) -> list[tuple[int, str]]:
    """Give the prints of the roll."""
    return prints(counter, "receipt")


def test_n4_without_paper_the_cause_is_named_and_one_slip_comes_out_once_there_is_some(
    far_end: TcpPrinter, at_work: Counter
) -> None:
    far_end.answers = dict(EMPTY)
    receive(at_work)
    at_work.wait_for("Chưa in được phiếu:")
    at_work.wait_for("“Máy in nhiệt” hết giấy")
    for _ in range(3):
        at_work.keys.press(Qt.Key.Key_R, CTRL)
    at_work.wait_for("“Máy in nhiệt” hết giấy")
    assert (slips(far_end), receipts(at_work)) == ([], [])

    far_end.answers = dict(FULL)
    for _ in range(3):
        at_work.keys.press(Qt.Key.Key_R, CTRL)
    at_work.wait_for("Phiếu đã in ra")

    at_work.wait(lambda: receipts(at_work) == [(0, "printer")])
    at_work.wait(lambda: slips(far_end))
    (slip,) = [decode(job) for job in slips(far_end)]
    (dossier,) = at_work.dossiers()
    assert qr_texts(slip.picture.convert("L"))[0].startswith(f"TMC1:{dossier.code}:1:")


@pytest.mark.parametrize(("came_out", "printed"), [(True, 1), (False, 2)])
def test_n4_paper_that_ends_amid_a_slip_is_asked_about_once_and_nothing_is_sent_unasked(
    far_end: TcpPrinter, at_work: Counter, came_out: bool, printed: int
) -> None:
    far_end.runs_out_while_printing = True
    receive(at_work)
    at_work.wait_for(ASKED)
    far_end.runs_out_while_printing, far_end.answers = False, dict(FULL)
    at_work.keys.press(Qt.Key.Key_R, CTRL)  # asks for an answer, and prints nothing
    assert len(slips(far_end)) == 1

    at_work.keys.press(Qt.Key.Key_Y if came_out else Qt.Key.Key_O, ALT)

    at_work.wait(lambda: receipts(at_work) == [(0, "officer" if came_out else "printer")])
    at_work.wait(lambda: len(slips(far_end)) == printed)
    at_work.wait(lambda: ASKED not in at_work.said())


def test_n4_a_printer_pulled_out_amid_a_slip_owes_it_until_it_is_back(
    far_end: TcpPrinter, at_work: Counter
) -> None:
    far_end.hangs_up_after = 20_000
    receive(at_work)
    at_work.wait(lambda: "Chưa in được phiếu:" in at_work.said() or ASKED in at_work.said())
    assert receipts(at_work) == []
    assert slips(far_end) == []

    far_end.hangs_up_after = None
    asked = ASKED in at_work.said()
    at_work.keys.press(*((Qt.Key.Key_O, ALT) if asked else (Qt.Key.Key_R, CTRL)))

    at_work.wait(lambda: receipts(at_work) == [(0, "printer")])
    at_work.wait(lambda: len(slips(far_end)) == 1)


@pytest.mark.parametrize(("came_out", "printed"), [(True, 1), (False, 2)])
def test_n4_a_jam_over_a_page_that_the_printer_keeps_is_asked_about_once(
    laser: IppPrinter, at_work: Counter, came_out: bool, printed: int
) -> None:
    laser.job_states, laser.lets_go = [PROCESSING], False
    laser.reasons_at_work = ["media-jam-error"]
    receive(at_work)
    at_work.wait_for("“Laser” không báo lại: phiếu của")
    laser.job_states, laser.reasons_at_work = [PROCESSING, COMPLETED], None
    at_work.keys.press(Qt.Key.Key_R, CTRL)  # asks for an answer, and prints nothing
    assert len(laser.jobs) == 1

    at_work.keys.press(Qt.Key.Key_Y if came_out else Qt.Key.Key_O, ALT)

    told_by = "officer" if came_out else "printer"
    at_work.wait(lambda: (0, told_by) in prints(at_work, "01"))
    assert len(laser.jobs) == printed
    assert len(prints(at_work, "01")) == 1
