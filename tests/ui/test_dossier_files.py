"""The files of a received dossier, as an officer looks at them, prints them and saves them."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from station.domain.documents import SignedCopy, StoredFile
from station.domain.dossier import Dossier
from station.errors import StationError
from station.ports.papers import SlipPaper
from station.ports.printers import PrinterState, PrintOutcome
from tests.builders import MONDAY, a_reception
from tests.ui.fake_tasks import InPlace
from tests.ui.test_preview_presenter import CODE, HP, FakeDeskWithPaper
from ui.desktop.dossier.details import detail_of
from ui.desktop.dossier.files import DossierFiles
from ui.desktop.preview.presenter import PreviewPresenter
from ui.desktop.preview.sources import Seen

PDF, JPEG = "application/pdf", "image/jpeg"
VAULT = MappingProxyType({"don": b"don", "the": b"the", "sau": b"sau", "the-signed": b"signed"})


def a_file(sha256: str, media_type: str = PDF) -> StoredFile:
    return StoredFile(sha256=sha256, size=3, media_type=media_type, pages=1)


class Printer:
    """A page printer, and the devices that have it."""

    name, simulated = "HP", False

    def __init__(self) -> None:
        self.printed: list[tuple[bytes, str]] = []

    def page_printer_for(self, form: str, sheet: str) -> "Printer":
        return self

    def state(self) -> PrinterState:
        raise NotImplementedError

    def print_pages(self, pdf: bytes, *, title: str) -> PrintOutcome:
        self.printed.append((pdf, title))
        return PrintOutcome.ON_PAPER


class Counter:
    """A dossier with three files, the vault they lie in, and the page that shows them."""

    def __init__(self) -> None:
        self.desk = FakeDeskWithPaper()
        first, second = a_reception().documents
        files = (a_file("the", JPEG), a_file("sau"))
        documents = (replace(first, files=(a_file("don"),)), replace(second, files=files))
        self.desk.events = [a_reception(documents=documents)]
        self.signed: tuple[SignedCopy, ...] = ()
        self.printers = Printer()
        self.put_on_paper: list[bytes] = []
        self.presenter = self.new_presenter()

    def new_presenter(self) -> PreviewPresenter:
        return PreviewPresenter(
            self.desk,
            desk=self.desk,
            files=self.files,
            draw_pages=lambda pdf: [b"PNG of " + pdf],
            see_file=self.see,
            printers=lambda: (HP,),
            paper=SlipPaper.A5,
            store_worker=InPlace(),
            file_worker=InPlace(),
            printer_worker=InPlace(),
            printed=lambda: None,
            language="vi",
        )

    def see(self, content: bytes, first: int) -> Seen:
        """Draw one page of three."""
        on_paper = content
        if not content.startswith(b"A4 "):
            self.put_on_paper.append(content)
            on_paper = b"A4 " + content
        return Seen(on_paper, (b"PNG %d of " % first + content,), count=3, first=first)

    def files(self, code: str) -> DossierFiles:
        return DossierFiles(
            code,
            dossier=self.dossier,
            stored=VAULT.__getitem__,
            printers=self.printers,
            language="vi",
        )

    def dossier(self, code: str = CODE) -> Dossier:
        return replace(self.desk.dossier(code), signed_copies=self.signed)

    def seen(self) -> tuple[str, tuple[bytes, ...]]:
        assert self.desk.preview is not None
        return self.desk.preview.title, self.desk.preview.pages


@pytest.fixture
def counter() -> Counter:
    return Counter()


def test_a_row_says_which_files_it_has(counter: Counter) -> None:
    detail = detail_of(counter.dossier(), (), now=MONDAY, language="vi")

    assert [paper.files for paper in detail.papers] == [("1-1",), ("2-1", "2-2")]


def test_the_files_of_a_dossier_are_offered_and_each_is_seen(counter: Counter) -> None:
    counter.presenter.open_file(CODE, "2-1")

    preview = counter.desk.preview
    assert preview is not None
    assert [(form.key, form.label) for form in preview.forms] == [
        ("1-1", "1. Tờ khai"),
        ("2-1", "2. Tệp 1 · Giấy tờ ly hôn (nếu có)"),
        ("2-2", "2. Tệp 2 · Giấy tờ ly hôn (nếu có)"),
    ]
    assert (preview.form, preview.papers, preview.times_printed) == ("2-1", (), None)
    assert counter.seen() == ("2. Tệp 1 · Giấy tờ ly hôn (nếu có)", (b"PNG 0 of the",))

    counter.presenter.on_form_chosen("2-2")

    assert counter.seen() == ("2. Tệp 2 · Giấy tờ ly hôn (nếu có)", (b"PNG 0 of sau",))


def test_further_pages_are_drawn_when_they_are_turned_to(counter: Counter) -> None:
    counter.presenter.open_file(CODE, "1-1")

    counter.presenter.on_pages_wanted(2)

    preview = counter.desk.preview
    assert preview is not None
    assert (preview.pages, preview.first, preview.count) == ((b"PNG 2 of A4 don",), 2, 3)
    assert preview.form == "1-1"


def test_a_copy_that_the_office_signed_is_seen_as_it_was_signed(counter: Counter) -> None:
    counter.signed = (
        SignedCopy(
            original="the", file=a_file("the-signed"), signer="UBND", stamped=True, at=MONDAY
        ),
    )

    counter.presenter.open_file(CODE, "2-1")

    assert counter.seen() == (
        "2. Tệp 1 · Giấy tờ ly hôn (nếu có) · đã ký sao y",
        (b"PNG 0 of signed",),
    )


def test_after_a_power_cut_the_same_file_is_seen(counter: Counter) -> None:
    counter.presenter.open_file(CODE, "2-2")
    left = counter.presenter.left()
    counter.presenter = counter.new_presenter()

    counter.presenter.come_back(left)

    assert counter.seen() == ("2. Tệp 2 · Giấy tờ ly hôn (nếu có)", (b"PNG 0 of sau",))
    assert counter.presenter.left() == left


def test_a_file_that_a_correction_took_away_gives_way_to_the_first(counter: Counter) -> None:
    counter.presenter.come_back({"code": CODE, "form": "2-7", "of": "files"})

    assert counter.seen()[0] == "1. Tờ khai"


def test_a_dossier_that_has_no_file_any_more_shows_its_slip(counter: Counter) -> None:
    counter.desk.events = [a_reception()]

    counter.presenter.come_back({"code": CODE, "form": "1-1", "of": "files"})

    assert counter.seen()[0] == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"


def test_what_is_printed_and_saved_is_the_file_on_sheets_of_paper(
    counter: Counter, tmp_path: Path
) -> None:
    counter.presenter.open_file(CODE, "2-1")

    counter.presenter.on_print()
    counter.presenter.on_save(str(tmp_path / "the.pdf"))

    assert counter.printers.printed == [(b"A4 the", CODE)]
    assert (tmp_path / "the.pdf").read_bytes() == b"A4 the"


def test_a_picture_is_put_on_paper_once_however_often_it_is_printed(counter: Counter) -> None:
    counter.presenter.open_file(CODE, "2-1")
    counter.presenter.on_pages_wanted(2)

    counter.presenter.on_print()
    counter.presenter.on_print()

    assert counter.put_on_paper == [b"the"]
    assert counter.printers.printed == [(b"A4 the", CODE)] * 2
    assert counter.seen()[1] == (b"PNG 2 of A4 the",)  # where the officer turned to
    assert (counter.desk.busy, counter.desk.outcome[1]) == (False, True)


def test_a_file_that_cannot_be_opened_is_said(counter: Counter) -> None:
    class GoneError(StationError):
        code = "FIL-005"

    def gone(_: str) -> bytes:
        raise GoneError

    counter.files = lambda code: DossierFiles(  # type: ignore[method-assign]
        code,
        dossier=counter.dossier,
        stored=gone,
        printers=counter.printers,
        language="vi",
    )
    counter.presenter = counter.new_presenter()

    counter.presenter.open_file(CODE, "1-1")

    assert counter.desk.outcome[0].endswith("(FIL-005)")
    assert not counter.desk.busy
