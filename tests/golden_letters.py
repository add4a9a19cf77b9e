"""Every letter and list at its usual, its worst and its emptiest, and what else is printed.

Run as a module it writes the golden files anew; look at the difference before committing it.
"""

from dataclasses import replace
from pathlib import Path

from PIL import Image

from devices.papers.letter_pdf import letter_pdf
from devices.papers.rendered_papers import RenderedPapers
from station.domain.history import fold
from station.forms.dossier_label import dossier_label
from station.forms.dossier_letters import dossier_letter
from station.forms.letter import Letter, Sheet
from station.forms.letter_layouts import forms_of
from station.forms.separator_sheet import separator_sheets
from station.forms.shelf_label import shelf_labels
from station.forms.template_preview import emptiest_case, worst_case
from station.ports.papers import LogKind
from tests.builders import a_chain, a_procedure
from tests.golden_papers import GOLDEN, Gray, side_by_side, text_in, write_sheet
from tests.letter_texts import PAPERS as LIVED
from tests.letter_texts import PRINTING
from tests.life_samples import LIVES
from tests.paper_samples import (
    OFFICE,
    PRINTED_AT,
    Received,
    a_dossier,
    a_log,
    the_worst_dossier,
)
from tests.pdf_reading import picture_of

_FORMS = {f"{f.kind}-{f.form_set}": f for s in ("tt-01-2018", "tt-03-2025") for f in forms_of(s)}
_USUAL = {
    f"{kind}-{life}": dossier_letter(kind, fold(a_chain(*LIVES[life])), PRINTING, a_procedure())
    for life, kind in LIVED
}
LETTERS: dict[str, Letter] = {
    **{f"{name}-worst".replace("*", "own"): worst_case(f, OFFICE) for name, f in _FORMS.items()},
    **{f"{name}-empty".replace("*", "own"): emptiest_case(f, OFFICE) for name, f in _FORMS.items()},
    **_USUAL,
}
_OTHER = "other"
PAPERS = (*(sheet.value for sheet in Sheet), _OTHER)


def golden_text(name: str) -> Path:
    return GOLDEN / "letters" / f"{name}.txt"


def golden_sheet(paper: str) -> Path:
    return GOLDEN / f"letters-{paper}.png"


def sheet_of(paper: str) -> Gray:
    """Give the first pages of the letters that are made for a sheet, or of what is no letter."""
    if paper == _OTHER:
        return side_by_side([picture_of(pdf, dpi=72) for pdf in _others()])
    return side_by_side([_picture(letter, Sheet(paper)) for letter in _made_for(Sheet(paper))])


def _made_for(sheet: Sheet) -> list[Letter]:
    """Give those of this sheet; what was designed for A5 is printed on A4 too."""
    sheets = {sheet, Sheet.A5} if sheet is Sheet.A4 else {sheet}
    return [letter for letter in LETTERS.values() if letter.sheet in sheets]


def _picture(letter: Letter, sheet: Sheet) -> Image.Image:
    return picture_of(letter_pdf(letter, sheet), dpi=72)


def _others() -> list[bytes]:
    """Give the day's log, stickers of folders and shelves, and a separator sheet."""
    papers = RenderedPapers()
    worst = the_worst_dossier()
    long = replace(Received(), owner_name=worst.submitter.name, procedure_name=worst.procedure_name)
    rows = [("row-1", "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân")]
    separators = separator_sheets(a_procedure(), rows, OFFICE, printed_at=PRINTED_AT)
    shelves = [f"K{number}-07" for number in range(1, 9)]
    return [
        papers.log_file(a_log(*[Received()] * 9), LogKind.PDF),
        papers.log_file(a_log(*[long] * 9), LogKind.PDF),
        papers.log_file(a_log(), LogKind.PDF),
        *(
            papers.label_pdf(dossier_label(one, OFFICE, printed_at=PRINTED_AT))
            for one in (a_dossier(), worst)
        ),
        papers.shelf_labels_pdf(
            shelf_labels(shelves, OFFICE, counter="Quầy 3", printed_at=PRINTED_AT)
        ),
        papers.separators_pdf(separators),
    ]


if __name__ == "__main__":
    golden_text("x").parent.mkdir(parents=True, exist_ok=True)
    for name, letter in LETTERS.items():
        text = text_in(letter_pdf(letter, letter.sheet))
        golden_text(name).write_text(text, encoding="utf-8", newline="\n")
    for paper in PAPERS:
        write_sheet(sheet_of(paper), golden_sheet(paper))
