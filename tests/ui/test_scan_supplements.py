"""What a dossier waits for, in the form in which the scan desk takes it."""

from dataclasses import replace
from pathlib import Path

from station.domain.dossier import Dossier
from station.domain.history import fold
from station.domain.processing import LackingPaper
from station.usecases.handed_in import DIGITISED
from tests.builders import a_chain, a_procedure
from tests.life_samples import LIVES
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.paper_entries import EntryFile
from ui.desktop.scan.supplements import Supplements

ASKED = fold(a_chain(*LIVES["asked-at-intake"]))
LETTER = LackingPaper(index=0, name="Giấy uỷ quyền", what="chưa nộp")


def still_lacking(dossier: Dossier, *items: LackingPaper) -> Dossier:
    last = dossier.supplements[-1]
    return replace(
        dossier, supplements=(*dossier.supplements[:-1], replace(last, still_lacking=items))
    )


def test_its_rows_are_what_is_lacking_under_the_keys_of_separator_sheets() -> None:
    first = ASKED.supplements[-1].still_lacking[0]
    dossier = still_lacking(ASKED, first, LETTER)

    draft = Supplements().draft_of(dossier, a_procedure())

    assert draft is not None
    assert draft.draft_id == ASKED.dossier_id
    assert draft.scan.supplement_of == ASKED.code
    assert draft.applicant.name == ASKED.owning_party.name
    assert [(row.key, row.name, row.mandatory) for row in draft.papers] == [
        (f"row-{first.index}", first.name, True),
        ("letter", LETTER.name, True),
    ]


def test_pages_under_way_find_the_same_draft_until_something_else_is_asked_for() -> None:
    supplements = Supplements()
    draft = supplements.draft_of(ASKED, None)

    assert supplements.draft_of(ASKED, a_procedure()) is draft
    assert supplements.draft_of(still_lacking(ASKED, LETTER), None) is not draft


def test_who_waits_for_nothing_has_no_desk() -> None:
    assert Supplements().draft_of(fold(a_chain(*LIVES["completed"])), None) is None


def test_what_the_desk_made_is_told_by_the_row_of_the_checklist() -> None:
    supplements = Supplements()
    draft = supplements.draft_of(ASKED, None)
    assert draft is not None
    row = draft.papers.rows[0]
    made = EntryFile("scan-1", Path("to khai.pdf"), 2, None, kept=DIGITISED + "a")
    row.files, row.opening = [made], 1

    paper = next(supplements.scanned(draft))

    assert (paper.index, paper.is_writing) == (ASKED.supplements[-1].still_lacking[0].index, True)
    assert [(file.kept, file.pages, file.is_scanned) for file in paper.files] == [
        (DIGITISED + "a", 2, True)
    ]
    assert list(supplements.scanned(DraftEntry())) == []
