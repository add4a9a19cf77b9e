from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import Event
from station.domain.history import fold
from station.domain.spool import PrintState
from station.errors import StationError
from station.ports.papers import SlipPaper
from station.ports.print_jobs import PrintJob
from station.ports.printers import OutOfPaperError
from station.usecases.print_papers import Printed
from tests.builders import MONDAY, PRINTED, a_chain, a_reception
from tests.life_samples import LIVES
from tests.ui.fake_tasks import InPlace, Later
from ui.desktop.preview.presenter import PreviewPresenter
from ui.desktop.preview.sources import DossierPapers, Seen
from ui.desktop.preview.view_model import Preview, PrinterChoice

CODE = "000.00.17.H25-261123-0300"
HP = PrinterChoice(name="HP", label="HP")


class FakeDeskWithPaper:
    """A desk with one dossier and one printer, and the page that shows its slip."""

    def __init__(self) -> None:
        self.events: list[Event] = [a_reception()]
        self.error: StationError | None = None
        self.asked: list[tuple[str, str, str]] = []
        self.preview: Preview | None = None
        self.busy = False
        self.outcome = ("", True)
        self.printed = 0

    def dossier(self, code: str) -> Dossier:
        if self.error is not None:
            raise self.error
        return fold(a_chain(*self.events, *([PRINTED] * self.printed)))

    def next_slip_pdf(self, code: str, paper: SlipPaper) -> bytes:
        return f"{paper.value} after {self.printed}".encode()

    def form_pdf(self, code: str, form: str, paper: str | None) -> bytes:
        return f"{form} of {code}".encode()

    def print_again(
        self, code: str, *, form: str, paper: str, reason: str = ""
    ) -> Sequence[Printed]:
        self.asked.append((code, form, paper))
        if self.error is None:
            self.printed += 1
        job = PrintJob(
            job_id=1,
            dossier_id=self.dossier_id,
            form=form,
            paper=paper,
            queued_at=MONDAY,
            state=PrintState.QUEUED,
        )
        return [Printed(job=job, printer="HP", error=self.error)]

    @property
    def dossier_id(self) -> UUID:
        return fold(a_chain(*self.events)).dossier_id

    def show_preview(self, preview: Preview) -> None:
        self.preview = preview

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def show_outcome(self, words: str, *, good: bool) -> None:
        self.outcome = (words, good)


def a_preview(desk: FakeDeskWithPaper, *, files: InPlace | Later | None = None) -> PreviewPresenter:
    return PreviewPresenter(
        desk,
        desk=desk,
        files=lambda code: DossierPapers(desk, code, "vi"),
        draw_pages=lambda pdf: [b"PNG of " + pdf],
        see_file=lambda content, first: Seen(content, (), count=0),
        printers=lambda: (HP,),
        paper=SlipPaper.A5,
        store_worker=InPlace(),
        file_worker=files or InPlace(),
        printer_worker=InPlace(),
        printed=lambda: None,
        language="vi",
    )


def test_the_pages_are_drawn_from_what_the_printer_gets() -> None:
    desk = FakeDeskWithPaper()

    a_preview(desk).open(CODE)

    assert desk.preview is not None
    assert desk.preview.pages == (b"PNG of a5 after 0",)
    assert (desk.preview.paper, desk.preview.printer) == ("a5", "HP")
    assert [paper.key for paper in desk.preview.papers] == ["a5", "a4-two-up", "a4"]
    assert not desk.busy


def test_another_paper_is_drawn_anew() -> None:
    desk = FakeDeskWithPaper()
    presenter = a_preview(desk)
    presenter.open(CODE)

    presenter.on_paper_chosen("a4-two-up")

    assert desk.preview is not None
    assert desk.preview.pages == (b"PNG of a4-two-up after 0",)


def test_printing_says_where_and_then_shows_the_reprint_that_would_follow() -> None:
    desk = FakeDeskWithPaper()
    presenter = a_preview(desk)
    presenter.open(CODE)

    presenter.on_print()

    assert desk.asked == [(CODE, "01", "a5")]
    assert desk.outcome == ("Đã in ra HP.", True)
    assert desk.preview is not None
    assert (desk.preview.times_printed, desk.preview.pages) == (1, (b"PNG of a5 after 1",))


def test_a_print_that_failed_says_why() -> None:
    desk = FakeDeskWithPaper()
    presenter = a_preview(desk)
    presenter.open(CODE)
    desk.error = OutOfPaperError("HP")

    presenter.on_print()

    assert desk.outcome[0].endswith("(DEV-022)")
    assert desk.outcome[1] is False


def test_the_pdf_is_saved_as_it_is_seen(tmp_path: Path) -> None:
    desk = FakeDeskWithPaper()
    presenter = a_preview(desk)
    presenter.open(CODE)

    presenter.on_save(str(tmp_path / "slip.pdf"))

    assert (tmp_path / "slip.pdf").read_bytes() == b"a5 after 0"
    assert desk.outcome == ("Đã lưu slip.pdf.", True)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    desk = FakeDeskWithPaper()
    presenter = a_preview(desk)
    presenter.open(CODE)

    presenter.on_save(str(tmp_path / "missing" / "slip.pdf"))

    assert desk.outcome[0].endswith("(FIL-001)")
    assert desk.outcome[1] is False


def test_before_a_slip_is_seen_nothing_is_printed_or_saved(tmp_path: Path) -> None:
    desk = FakeDeskWithPaper()
    presenter = a_preview(desk)

    presenter.on_print()
    presenter.on_save(str(tmp_path / "slip.pdf"))
    presenter.on_paper_chosen("a4")

    assert desk.asked == []
    assert list(tmp_path.iterdir()) == []
    assert desk.preview is None


def test_a_slip_that_comes_late_does_not_replace_the_one_asked_for_since() -> None:
    desk = FakeDeskWithPaper()
    files = Later()
    presenter = a_preview(desk, files=files)
    presenter.open("000.00.17.H25-261123-0301")
    presenter.open(CODE)

    files.do()

    assert desk.preview is not None
    assert desk.preview.code == CODE


def test_the_papers_of_a_dossier_are_offered_and_another_one_is_shown_and_printed() -> None:
    desk = FakeDeskWithPaper()
    desk.events = [a_reception(form_set="tt-03-2025")]
    preview = a_preview(desk)

    preview.open(CODE)
    assert desk.preview is not None
    assert [form.key for form in desk.preview.forms] == ["01", "control", "label"]
    assert desk.preview.form == "01"

    preview.on_form_chosen("control")
    assert (desk.preview.form, desk.preview.papers) == ("control", ())
    assert desk.preview.pages == (b"PNG of control of " + CODE.encode(),)
    preview.on_print()
    assert desk.asked == [(CODE, "control", "a4")]


def test_a_refused_dossier_has_no_slip_and_shows_its_form() -> None:
    desk = FakeDeskWithPaper()
    desk.events = [*LIVES["refused-at-intake"]]
    preview = a_preview(desk)

    preview.open(CODE)

    assert desk.preview is not None
    assert desk.preview.form == "refusal"
    assert "01" not in [form.key for form in desk.preview.forms]
