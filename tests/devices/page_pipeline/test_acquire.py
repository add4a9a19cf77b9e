"""A scanner to a PDF: nothing that came out of it is ever lost."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from devices.page_pipeline.acquire import (
    Acquired,
    ScanStoppedError,
    UnfinishedScanError,
    acquire,
)
from devices.page_pipeline.clean_files import Order
from devices.page_pipeline.result import Profile, Wanted
from devices.scanners.simulated import SimulatedScanner
from station.domain.journal import VIETNAM
from station.ports.scanners import (
    DoubleFeedError,
    NoPagesError,
    PaperJamError,
    Scanner,
    ScannerError,
    ScannerFaultError,
    ScannerHangsError,
    ScannerOfflineError,
    ScannerState,
    ScanRequest,
)
from tests.scanned_pages import Kind, scanned

REQUEST = ScanRequest()


class PileScanner:
    """Gives the pages it was made with."""

    name, simulated = "khay", True

    def __init__(self, *pages: bytes) -> None:
        self.pages = list(pages)

    def state(self) -> ScannerState:
        return ScannerState.READY

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        if not self.pages:
            raise NoPagesError(self.name)
        yield from self.pages


class ListShelf:
    """Pages in a list: the fake of ``ui.desks.scan.DraftShelf``."""

    def __init__(self) -> None:
        self.pages: list[bytes] = []

    def earlier(self) -> list[str]:
        return [str(number) for number in range(len(self.pages))]

    def read(self, name: str) -> bytes:
        return self.pages[int(name)]

    def keep(self, content: bytes) -> None:
        self.pages.append(content)

    def keep_first(self, count: int) -> None:
        del self.pages[count:]

    def clear(self) -> None:
        self.pages.clear()


def acquired(
    scanner: Scanner,
    output: Path,
    shelf: ListShelf | None = None,
    *,
    resume: bool = False,
    request: ScanRequest = REQUEST,
) -> Acquired:
    order = Order(
        output=output,
        wanted=Wanted(profile=Profile.MONO),
        made_at=datetime(2026, 11, 26, tzinfo=VIETNAM),
    )
    return acquire(scanner, request, order, shelf or ListShelf(), resume=resume)


def pages_of(pdf: Path) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def test_a_pile_becomes_a_pdf_and_leaves_nothing_behind(tmp_path: Path) -> None:
    shelf = ListShelf()
    result = acquired(SimulatedScanner("máy", "3"), tmp_path / "out.pdf", shelf)

    assert shelf.pages == []

    assert [(one.source, one.page) for one in result.pages] == [("máy", n) for n in (1, 2, 3)]
    assert result.simulated
    assert result.set_aside is None
    assert pages_of(tmp_path / "out.pdf") == 3
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]


def test_after_a_jam_the_run_goes_on_behind_the_last_page(tmp_path: Path) -> None:
    scanner, output = SimulatedScanner("máy", "4, jam 3"), tmp_path / "out.pdf"
    shelf = ListShelf()

    with pytest.raises(ScanStoppedError) as stopped:
        acquired(scanner, output, shelf)

    assert stopped.value.details["next_page"] == 3
    assert stopped.value.details["cause"] == PaperJamError.code
    assert not output.exists()
    assert len(shelf.pages) == 2
    with pytest.raises(UnfinishedScanError):
        acquired(scanner, output, shelf)

    result = acquired(scanner, output, shelf, resume=True)

    assert [one.page for one in result.pages] == [1, 2, 3, 4]
    assert pages_of(output) == 4
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]


@pytest.mark.parametrize("error", [ScannerHangsError, DoubleFeedError, ScannerOfflineError])
def test_n3_a_source_that_hangs_pulls_two_sheets_or_is_unplugged_keeps_what_came(
    error: type[ScannerError], tmp_path: Path
) -> None:
    class Stopping(PileScanner):
        def scan(self, request: ScanRequest) -> Iterator[bytes]:
            yield from super().scan(request)
            raise error(self.name, pages=len(self.pages))

    shelf = ListShelf()
    pages = [scanned(Kind.LETTER, number).jpeg() for number in (1, 2)]

    with pytest.raises(ScanStoppedError) as stopped:
        acquired(Stopping(*pages), tmp_path / "out.pdf", shelf)

    assert stopped.value.details["cause"] == error.code
    assert stopped.value.details["next_page"] == 3
    assert shelf.pages == pages


def test_a_jam_before_the_first_page_is_just_a_jam(tmp_path: Path) -> None:
    with pytest.raises(PaperJamError):
        acquired(SimulatedScanner("máy", "4, jam 1"), tmp_path / "out.pdf")

    assert list(tmp_path.iterdir()) == []


def test_what_came_before_can_be_finished_without_more_paper(tmp_path: Path) -> None:
    output, shelf = tmp_path / "out.pdf", ListShelf()
    with pytest.raises(ScanStoppedError):
        acquired(SimulatedScanner("máy", "4, jam 3"), output, shelf)

    acquired(PileScanner(), output, shelf, resume=True)

    assert pages_of(output) == 2


def test_blank_pages_are_kept_beside(tmp_path: Path) -> None:
    scanner = PileScanner(scanned(Kind.LETTER, 1).jpeg(), scanned(Kind.BLANK, 2).jpeg())

    result = acquired(scanner, tmp_path / "out.pdf")

    assert [one.kept for one in result.pages] == [True, False]
    assert result.set_aside == str(tmp_path / "out.blank.pdf")
    assert pages_of(tmp_path / "out.pdf") == pages_of(tmp_path / "out.blank.pdf") == 1


def test_garbage_from_the_scanner_is_named_and_the_run_goes_on_at_its_page(tmp_path: Path) -> None:
    garbage, shelf = b"\xff\xd8\xffgarbage", ListShelf()
    letters = [scanned(Kind.LETTER, number).jpeg() for number in (1, 2, 3)]

    with pytest.raises(ScanStoppedError) as stopped:
        acquired(PileScanner(letters[0], garbage, letters[2]), tmp_path / "out.pdf", shelf)

    assert stopped.value.details["cause"] == ScannerFaultError.code
    assert stopped.value.details["next_page"] == 2
    assert shelf.pages == letters[:1]
    acquired(PileScanner(*letters[1:]), tmp_path / "out.pdf", shelf, resume=True)
    assert pages_of(tmp_path / "out.pdf") == 3
    with pytest.raises(ScannerFaultError):
        acquired(PileScanner(garbage), tmp_path / "other.pdf", shelf)
    assert shelf.pages == []


def test_a_side_that_is_missing_of_a_run_of_both_is_said(tmp_path: Path) -> None:
    letters = [scanned(Kind.LETTER, number).jpeg() for number in (1, 2, 3)]
    both = ScanRequest(duplex=True)

    odd = acquired(PileScanner(*letters), tmp_path / "odd.pdf", request=both)
    even = acquired(PileScanner(*letters[:2]), tmp_path / "even.pdf", request=both)

    assert (odd.side_missing, even.side_missing) == (True, False)
