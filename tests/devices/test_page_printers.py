import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printers.folder import FolderPagePrinter
from devices.printers.ipp import IppPagePrinter
from devices.printers.ipp_message import (
    LARGEST_ANSWER,
    Attribute,
    BadAnswerError,
    Operation,
    Tag,
    answer,
    question,
)
from station.ports.papers import SlipPaper
from station.ports.printers import (
    CoverOpenError,
    MaybePrintedError,
    OutOfPaperError,
    PaperJamError,
    PaperKindError,
    PrinterError,
    PrinterFaultError,
    PrinterOfflineError,
    PrinterState,
    PrintInterruptedError,
    PrintOutcome,
)
from tests.devices.ipp_printer import IppPrinter
from tests.page_printer_contract import PagePrinterAtWork, PagePrinterContract, a_slip_pdf

ABORTED, PROCESSING, COMPLETED = 8, 5, 9


class FolderAtWork(PagePrinterAtWork):
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.printer = FolderPagePrinter("Máy in A5", folder)

    def delivered(self) -> list[bytes]:
        if not self._folder.is_dir():
            return []
        written = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        return [path.read_bytes() for path in written]

    def take_away(self) -> None:
        self._folder.write_bytes(b"a file where the folder was")


class IppAtWork(PagePrinterAtWork):
    def __init__(self, device: IppPrinter) -> None:
        self.device = device
        self.printer = IppPagePrinter("Laser", device.address, look_every_s=0.01)

    def delivered(self) -> list[bytes]:
        return self.device.jobs

    def take_away(self) -> None:
        self.device.close()


@pytest.fixture
def device() -> Iterator[IppPrinter]:
    device = IppPrinter()
    yield device
    device.close()


class TestFolder(PagePrinterContract):
    @pytest.fixture
    def at_work(self, tmp_path: Path) -> FolderAtWork:
        return FolderAtWork(tmp_path / "printed")


class TestIpp(PagePrinterContract):
    @pytest.fixture
    def at_work(self, device: IppPrinter) -> IppAtWork:
        return IppAtWork(device)


def printer(device: IppPrinter, **how: object) -> IppPagePrinter:
    return IppPagePrinter("Laser", device.address, look_every_s=0.01, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "reasons", "told"),
    [
        (3, ["none"], PrinterState.READY),
        (4, ["none"], PrinterState.READY),
        (3, ["media-low"], PrinterState.PAPER_LOW),
        (3, ["media-low-report", "toner-low-warning"], PrinterState.PAPER_LOW),
        (3, ["media-empty-warning"], PrinterState.PAPER_LOW),  # of another tray
        (3, ["toner-low-warning"], PrinterState.READY),
        (3, ["media-empty-error"], PrinterState.OUT_OF_PAPER),
        (3, ["media-empty"], PrinterState.OUT_OF_PAPER),
        (5, ["media-empty-warning"], PrinterState.OUT_OF_PAPER),
        (5, ["media-needed"], PrinterState.OUT_OF_PAPER),
        (5, ["media-jam-error", "media-empty-error"], PrinterState.JAMMED),
        (5, ["cover-open"], PrinterState.COVER_OPEN),
        (5, ["door-open-error"], PrinterState.COVER_OPEN),
        (5, ["offline"], PrinterState.OFFLINE),
        (5, ["paused"], PrinterState.FAULT),
        (5, ["fuser-over-temp-error"], PrinterState.FAULT),
    ],
)
def test_a_printer_names_the_true_cause(
    device: IppPrinter, state: int, reasons: list[str], told: PrinterState
) -> None:
    device.state, device.reasons = state, reasons

    assert printer(device).state() is told


@pytest.mark.parametrize(
    ("reason", "error"),
    [
        ("media-empty-error", OutOfPaperError),
        ("cover-open-error", CoverOpenError),
        ("media-jam-error", PaperJamError),
        ("marker-supply-missing-error", PrinterFaultError),
    ],
)
def test_one_that_cannot_print_gets_nothing(
    device: IppPrinter, reason: str, error: type[PrinterError]
) -> None:
    device.state, device.reasons = 5, [reason]

    with pytest.raises(error):
        printer(device).print_pages(a_slip_pdf(), title="H25-0001")

    assert device.asked == []


def test_the_sheet_the_tray_and_the_copies_are_those_of_the_settings(device: IppPrinter) -> None:
    printer(device, copies=2, two_sided=True).print_pages(
        a_slip_pdf(SlipPaper.A5), title="H25-0001"
    )
    printer(device).print_pages(a_slip_pdf(), title="H25-0001")
    printer(device, tray="tray-2").print_pages(a_slip_pdf(), title="H25-0001")

    a5, a4, tray = device.asked
    assert a5.of("media") == ["iso_a5_148x210mm"]
    assert (a5.of("copies"), a5.of("sides")) == ([2], ["two-sided-long-edge"])
    assert a5.of("print-scaling") == ["none"]
    assert (a4.of("media"), a4.of("sides")) == (["iso_a4_210x297mm"], ["one-sided"])
    assert tray.of("media") == ()
    assert a4.of("job-name") == ["H25-0001"]


def test_a_job_that_stops_part_way_is_taken_back(device: IppPrinter) -> None:
    device.job_states = [PROCESSING]
    device.reasons_at_work = ["media-empty-warning"]

    with pytest.raises(PrintInterruptedError) as stopped:
        printer(device).print_pages(a_slip_pdf(), title="H25-0001")

    assert stopped.value.state is PrinterState.OUT_OF_PAPER
    assert (device.canceled, device.jobs) == (1, [])


def test_a_job_that_the_printer_does_not_let_go_may_come_out_yet(device: IppPrinter) -> None:
    device.job_states, device.lets_go = [PROCESSING], False
    device.reasons_at_work = ["media-jam-error"]

    with pytest.raises(MaybePrintedError) as doubt:
        printer(device, settle_s=0.1).print_pages(a_slip_pdf(), title="H25-0001")

    assert doubt.value.state is PrinterState.JAMMED
    assert (device.canceled, len(device.jobs)) == (1, 1)


def test_a_job_that_came_out_while_it_was_taken_back_is_on_paper(device: IppPrinter) -> None:
    device.job_states, device.lets_go = [PROCESSING, COMPLETED], False
    device.reasons_at_work = ["media-empty-error"]

    outcome = printer(device).print_pages(a_slip_pdf(), title="H25-0001")

    assert outcome is PrintOutcome.ON_PAPER


def test_no_proxy_of_this_computer_is_asked(
    device: IppPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")

    assert printer(device).state() is PrinterState.READY


def test_an_old_warning_is_that_of_another_tray(device: IppPrinter) -> None:
    device.reasons = ["media-empty-warning"]

    printer(device).print_pages(a_slip_pdf(), title="H25-0001")

    assert len(device.jobs) == 1


def test_a_job_that_the_printer_gave_up_is_told_with_its_cause(device: IppPrinter) -> None:
    device.job_states = [PROCESSING, ABORTED]

    with pytest.raises(PrintInterruptedError) as stopped:
        printer(device).print_pages(a_slip_pdf(), title="H25-0001")

    assert stopped.value.state is PrinterState.FAULT


def test_one_that_takes_and_never_prints_is_not_waited_for_for_ever(device: IppPrinter) -> None:
    device.job_states = [PROCESSING]

    with pytest.raises(PrintInterruptedError):
        printer(device, finish_timeout_s=0.1).print_pages(a_slip_pdf(), title="H25-0001")

    assert (device.canceled, device.jobs) == (1, [])


def test_one_that_takes_no_pdf_says_so(device: IppPrinter) -> None:
    device.formats = ["image/urf"]

    with pytest.raises(PaperKindError):
        printer(device).print_pages(a_slip_pdf(), title="H25-0001")


def test_one_that_refuses_the_paper_says_so(device: IppPrinter) -> None:
    device.refusal = 0x040B

    with pytest.raises(PaperKindError, match="0x040b"):
        printer(device).print_pages(a_slip_pdf(), title="H25-0001")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<html>Router</html>",
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x04\x44\xff\xff",
        b"\x02\x00\x00\x00\x00\x00\x00\x01" + b"\x04" * 20_000 + b"\x03",
        b"\x00" * (LARGEST_ANSWER + 1),
    ],
)
def test_nonsense_is_a_printer_that_is_not_there(device: IppPrinter, raw: bytes) -> None:
    device.raw = raw

    assert printer(device).state() is PrinterState.OFFLINE
    with pytest.raises(PrinterOfflineError):
        printer(device).print_pages(a_slip_pdf(), title="H25-0001")


def test_a_web_page_in_its_place_is_no_printer(device: IppPrinter) -> None:
    device.http_status = 404

    assert printer(device).state() is PrinterState.OFFLINE


@pytest.mark.parametrize(
    "address", ["", "192.168.1.60", "http://192.168.1.60/ipp", "ipp:///ipp/print", "lpd://x/y"]
)
def test_an_address_that_is_none_of_ipp_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="IPP"):
        IppPagePrinter("Laser", address)


@given(st.binary(max_size=400))
def test_an_answer_is_read_or_refused_never_more(message: bytes) -> None:
    with suppress(BadAnswerError):
        answer(b"\x02\x00\x00\x00\x00\x00\x00\x01\x04" + message)


@given(
    st.dictionaries(
        st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=30),
        st.lists(st.integers(-(2**31), 2**31 - 1), min_size=1, max_size=4)
        | st.lists(st.text(max_size=40), min_size=1, max_size=4),
        max_size=8,
    )
)
def test_what_is_written_is_read_again(values: dict[str, list[int] | list[str]]) -> None:
    written = [
        Attribute(f"x-{name}", Tag.INTEGER if isinstance(those[0], int) else Tag.KEYWORD, those)
        for name, those in values.items()
    ]

    told = answer(question(Operation.PRINT_JOB, 7, written))

    assert told.status == Operation.PRINT_JOB
    for name, those in values.items():
        assert told.of(f"x-{name}") == those


def test_a_collection_is_passed_over() -> None:
    size = {"x-dimension": Attribute("", Tag.INTEGER, (14_800,))}
    tray = {"media-size": Attribute("", None, size)}
    written = [Attribute("media-col", None, tray), Attribute("copies", Tag.INTEGER, (3,))]

    told = answer(question(Operation.PRINT_JOB, 7, written))

    assert told.of("copies") == [3]
    assert told.of("x-dimension") == ()


def test_a_negative_length_does_not_lead_back() -> None:
    """The library for it reads lengths as signed numbers, and never ends."""
    back = struct.pack(">BHH", 0x44, 0, 0xFFFB)

    with pytest.raises(BadAnswerError):
        answer(b"\x02\x00\x00\x00\x00\x00\x00\x01\x04" + back)
