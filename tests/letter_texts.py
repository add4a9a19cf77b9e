"""The text of every paper about a dossier, as a reader of its PDF finds it.

Run as a module it writes the golden files anew; look at the difference before committing it.
"""

from pathlib import Path

from devices.papers.letter_pdf import letter_pdf
from station.domain.history import fold
from station.forms.dossier_letters import Printing, dossier_letter
from station.forms.letter_layouts import PaperKind
from tests.builders import a_chain, a_procedure
from tests.life_samples import LIVES
from tests.paper_samples import OFFICE, PRINTED_AT
from tests.pdf_reading import lines_of

GOLDEN = Path(__file__).with_name("letters")
PRINTING = Printing(office=OFFICE, officer_name="Lý Thị Mai", printed_at=PRINTED_AT)
PAPERS = (
    ("asked-at-intake", PaperKind.SUPPLEMENT),
    ("refused-at-intake", PaperKind.REFUSAL),
    ("extended", PaperKind.APOLOGY),
    ("stopped", PaperKind.STOP),
    ("result-at-counter", PaperKind.CONTROL),
    ("returned", PaperKind.RESULT_RECEIPT),
    ("returned-by-post", PaperKind.RESULT_RECEIPT),
    ("withdrawn", PaperKind.PAPERS_BACK),
    ("slip-lost", PaperKind.LOST_SLIP),
)


def text_of(life: str, kind: PaperKind) -> str:
    """Give the text of one paper of one life, a page after another."""
    letter = dossier_letter(kind, fold(a_chain(*LIVES[life])), PRINTING, a_procedure())
    return lines_of(letter_pdf(letter, letter.sheet))


def golden_file(life: str, kind: PaperKind) -> Path:
    """Give the file that holds the text of a paper."""
    return GOLDEN / f"{kind.value}-{life}.txt"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for life, kind in PAPERS:
        golden_file(life, kind).write_text(text_of(life, kind), encoding="utf-8", newline="\n")
