"""The files of a received dossier, to be looked at, printed and saved. Free of Qt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from station.domain.documents import StoredFile
from station.domain.dossier import Dossier
from station.domain.signed_copies import file_that_goes
from station.ports.papers import SlipPaper
from station.words import Language, Words
from ui.desks.page_printing import PagePrinters, print_copy
from ui.desktop.preview.sources import FileSource
from ui.desktop.preview.view_model import PaperChoice

_NUMBERED: Final[Words] = {"vi": "Tệp {n} · {paper}", "en": "File {n} · {paper}"}
"""The number first: of a long name the end is cut where there is little room."""
_SIGNED: Final[Words] = {"vi": "{paper} · đã ký sao y", "en": "{paper} · copy signed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFile:
    """One file: ``key`` names it within its dossier, ``file`` is its signed version if it has one.

    ``at`` is where its paper stands among the dossier's, from 0.
    """

    key: str
    at: int
    title: str
    file: StoredFile


def files_of(dossier: Dossier, language: Language) -> Iterator[DossierFile]:
    """Give every file of a dossier, paper by paper."""
    for at, row in enumerate(dossier.documents):
        for number, file in enumerate(row.files, start=1):
            title = row.name
            if len(row.files) > 1:
                title = _NUMBERED[language].format(paper=title, n=number)
            if row.index:
                title = f"{row.index}. {title}"
            goes = file_that_goes(dossier, file)
            if goes is not file:
                title = _SIGNED[language].format(paper=title)
            yield DossierFile(key=f"{at + 1}-{number}", at=at, title=title, file=goes)


class DossierFiles:
    """The files of one dossier: see ``PaperSet``."""

    kind = "files"

    def __init__(
        self,
        code: str,
        *,
        dossier: Callable[[str], Dossier],
        stored: Callable[[str], bytes],
        printers: PagePrinters,
        language: Language,
    ) -> None:
        """
        Args:
            stored: gives the bytes of the store's vault by their name.
        """
        self.code = code
        self._dossier, self._stored = dossier, stored
        self._printers = printers
        self._language: Language = language
        self._found: dict[str, DossierFile] = {}

    def offered(self) -> tuple[PaperChoice, ...]:
        """Give every file."""
        found = list(files_of(self._dossier(self.code), self._language))
        self._found = {one.key: one for one in found}
        return tuple(PaperChoice(one.key, one.title) for one in found)

    def source(self, form: str, paper: SlipPaper) -> FileSource:
        """Give one of them; it has the size that it has, whatever slips are printed on."""
        one = self._found[form]
        return FileSource(
            title=one.title,
            code=self.code,
            reads=lambda: self._stored(one.file.sha256),
            prints=lambda pages: print_copy(self._printers, lambda: pages, self.code),
        )
