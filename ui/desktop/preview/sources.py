"""What the preview can show: the slip on any sheet, and papers that have one form. Free of Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from station.domain.dossier import Dossier
from station.forms.appointment_slip import FORM, earlier_prints
from station.forms.dossier_label import LABEL
from station.forms.dossier_letters import papers_about
from station.forms.letter_layouts import form_called
from station.ports.papers import SlipPaper
from station.usecases.print_papers import Printed
from station.words import Language
from ui.desktop.paper_names import paper_name
from ui.desktop.preview.view_model import PaperChoice

_SHEETS: Final[dict[SlipPaper, dict[Language, str]]] = {
    SlipPaper.A5: {"vi": "A5", "en": "A5"},
    SlipPaper.A4_TWO_UP: {"vi": "A4, hai liên", "en": "A4, two copies"},
    SlipPaper.A4: {"vi": "A4", "en": "A4"},
}
_SLIP: Final[dict[Language, str]] = {
    "vi": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    "en": "Receipt of the dossier and appointment for its result",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper as the next print would be."""

    pdf: bytes
    times_printed: int | None = None
    """None where nobody counts."""
    from_outside: bool = False
    """It is a file that somebody brought, a PDF or a picture, and not one of our own papers."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A paper as it is printed and saved, and some of its pages as PNG."""

    pdf: bytes
    pages: tuple[bytes, ...]
    count: int
    first: int = 0
    """Which page the first of ``pages`` is, from 0."""


class PaperSource(Protocol):
    """One paper that may be looked at and printed. ``draw`` and ``put`` wait for the disk."""

    @property
    def title(self) -> str: ...
    @property
    def code(self) -> str:
        """What it is about; a file is named after it."""
        ...

    @property
    def sheets(self) -> tuple[PaperChoice, ...]:
        """The sheets to choose from; none where it has one form."""
        ...

    @property
    def sheet(self) -> str: ...

    def draw(self) -> Drawn: ...

    def put(self, reason: str, seen: bytes) -> str:
        """Print it and give the printer's name.

        Args:
            reason: why once more, where it came out before.
            seen: what is on the screen, as PDF. What somebody brought is printed as that; a paper
                of ours is drawn as its next print is.

        Raises:
            StationError: why it did not come out.
        """
        ...


class PaperSet(Protocol):
    """Papers that belong together: the officer turns from one to another.

    Attributes:
        kind: which set of the dossier it is, in every version and language.
    """

    kind: str
    code: str

    def offered(self) -> tuple[PaperChoice, ...]:
        """Give the papers of the set. Waits for the disk."""
        ...

    def source(self, form: str, paper: SlipPaper) -> PaperSource:
        """Give one of those that are offered."""
        ...


class SlipDesk(Protocol):
    """What a dossier's papers need of the desk. Every call waits for the disk or the printer."""

    def dossier(self, code: str) -> Dossier: ...

    def next_slip_pdf(self, code: str, paper: SlipPaper) -> bytes: ...

    def form_pdf(self, code: str, form: str, paper: str | None) -> bytes: ...

    def print_again(
        self, code: str, *, form: str, paper: str, reason: str = ""
    ) -> Sequence[Printed]: ...


class SlipSource:
    """The appointment slip of a dossier on one sheet."""

    def __init__(self, desk: SlipDesk, code: str, paper: SlipPaper, language: Language) -> None:
        self._desk = desk
        self._paper = paper
        self.code = code
        self.title = _SLIP[language]
        self.sheets = tuple(PaperChoice(one.value, said[language]) for one, said in _SHEETS.items())
        self.sheet = paper.value

    def draw(self) -> Drawn:
        """Give the slip as its next print would be: a reprint says so."""
        dossier = self._desk.dossier(self.code)
        pdf = self._desk.next_slip_pdf(self.code, self._paper)
        return Drawn(pdf, earlier_prints(dossier, self._paper.value))

    def put(self, reason: str, seen: bytes) -> str:
        """Print it."""
        papers = self._desk.print_again(self.code, form=FORM, paper=self.sheet, reason=reason)
        return printer_of(papers, FORM)


class LetterSource:
    """Another paper of a dossier: a form 02 to 06, a receipt of what was given, its sticker."""

    def __init__(self, desk: SlipDesk, code: str, form: str, language: Language) -> None:
        self._desk = desk
        self.code = code
        self.form = form
        self.title = paper_name(form, language)
        self.sheets: tuple[PaperChoice, ...] = ()
        self.sheet = ""

    def draw(self) -> Drawn:
        """Give the paper, and how often it came out."""
        dossier = self._desk.dossier(self.code)
        pdf = self._desk.form_pdf(self.code, self.form, None)
        return Drawn(pdf, earlier_prints(dossier, _sheet_of(self.form, dossier), form=self.form))

    def put(self, reason: str, seen: bytes) -> str:
        """Print it."""
        sheet = _sheet_of(self.form, self._desk.dossier(self.code))
        papers = self._desk.print_again(self.code, form=self.form, paper=sheet, reason=reason)
        return printer_of(papers, self.form)


class DossierPapers:
    """The papers that are made of a dossier: see ``PaperSet``."""

    kind = "papers"

    def __init__(self, desk: SlipDesk, code: str, language: Language) -> None:
        self._desk, self.code = desk, code
        self._language: Language = language

    def offered(self) -> tuple[PaperChoice, ...]:
        """Give every paper that can be made of it, the slip first."""
        return papers_of(self._desk.dossier(self.code), self._language)

    def source(self, form: str, paper: SlipPaper) -> PaperSource:
        """Give one of them."""
        if form == FORM:
            return SlipSource(self._desk, self.code, paper, self._language)
        return LetterSource(self._desk, self.code, form, self._language)


def papers_of(dossier: Dossier, language: Language) -> tuple[PaperChoice, ...]:
    """Give every paper that can be made of a dossier, the slip first."""
    slip = (FORM,) if dossier.is_received else ()
    forms = (*slip, *papers_about(dossier))
    return tuple(PaperChoice(form, paper_name(form, language)) for form in forms)


def _sheet_of(form: str, dossier: Dossier) -> str:
    """Give the sheet that a paper was designed for, as it is queued and counted."""
    if form == LABEL:
        return LABEL
    return form_called(form, dossier.form_set).layout.sheet.value


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedSource:
    """A paper with one form: a receipt of a result, a hand-over list."""

    title: str
    code: str
    draws: Callable[[], Drawn]
    puts: Callable[[str], str]
    """Prints it, given why once more."""
    sheets: tuple[PaperChoice, ...] = ()
    sheet: str = ""

    def draw(self) -> Drawn:
        """Give the paper."""
        return self.draws()

    def put(self, reason: str, seen: bytes) -> str:
        """Print it."""
        return self.puts(reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSource:
    """A file that somebody brought, a PDF or a picture: it is put on pages of paper once, to be
    seen, and printed as those."""

    title: str
    code: str
    reads: Callable[[], bytes]
    prints: Callable[[bytes], str]
    """Prints pages, and gives the printer's name."""
    sheets: tuple[PaperChoice, ...] = ()
    sheet: str = ""

    def draw(self) -> Drawn:
        """Give the file as it was brought."""
        return Drawn(self.reads(), from_outside=True)

    def put(self, reason: str, seen: bytes) -> str:
        """Print it."""
        return self.prints(seen)


def printer_of(papers: Sequence[Printed], form: str) -> str:
    """Give the printer on which a form came out.

    Raises:
        StationError: what stopped the first paper that did not come out.
    """
    for paper in papers:
        if paper.error is not None:
            raise paper.error
    return next((p.printer for p in papers if p.job.form == form and p.printer), "–")
