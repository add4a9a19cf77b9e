"""Papers that were asked for, as the scan desk takes them: in the form of a draft. Free of Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.procedure import Procedure
from ui.desktop.dossier.view_model import AttachedPaper, ScannedPaper
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.paper_entries import SCAN, PaperEntry, row_key
from ui.desktop.reception.view_model import ApplicantField


@dataclass(slots=True)
class _Asked:
    code: str
    rows: dict[str, int]
    """What is asked for, by the keys of the desk's rows."""
    draft: DraftEntry


class Supplements:
    """Each dossier's own pages: they are kept under its id, and there again after a power cut."""

    def __init__(self) -> None:
        self._known: dict[UUID, _Asked] = {}

    def draft_of(self, dossier: Dossier, procedure: Procedure | None) -> DraftEntry | None:
        """Give what a dossier waits for as a draft; None where it waits for nothing.

        The same while the same is asked for: pages may still be on their way to it.
        """
        request = dossier.open_supplement
        if request is None:
            return None
        papers = {row_key(item.index): item for item in request.still_lacking}
        rows = {key: item.index for key, item in papers.items()}
        known = self._known.get(dossier.dossier_id)
        if known is not None and known.rows == rows:
            return known.draft
        draft = DraftEntry(draft_id=dossier.dossier_id, procedure=procedure)
        draft.applicant.texts[ApplicantField.NAME] = dossier.owning_party.name
        draft.scan.procedure = dossier.procedure_name
        draft.scan.supplement_of = dossier.code
        draft.papers.rows = [
            PaperEntry(
                key,
                item.name,
                procedure.document(item.index) if procedure else None,
                is_demanded=True,
            )
            for key, item in papers.items()
        ]
        self._known[dossier.dossier_id] = _Asked(dossier.code, rows, draft)
        return draft

    def scanned(self, draft: DraftEntry) -> Iterator[ScannedPaper]:
        """Give what the desk made of each paper of a supplement."""
        known = self._known.get(draft.draft_id)
        for row in draft.papers if known is not None and known.draft is draft else ():
            files = (file for file in row.files if file.kept and file.file_id.startswith(SCAN))
            yield ScannedPaper(
                index=known.rows[row.key] if known else 0,
                files=tuple(
                    AttachedPaper(kept=file.kept or "", name=file.path.name, pages=file.pages)
                    for file in files
                ),
                is_writing=row.opening > 0,
            )
