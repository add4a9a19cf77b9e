"""What the officer does about the papers of a dossier: zone 3."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.draft_screen import DraftScreen
from ui.desktop.reception.files import FileReading, Judged, KeptFile
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.reception.paper_check_view_model import CheckField
from ui.desktop.reception.paper_entries import MOST_COPIES, SCAN, EntryFile, PaperEntry
from ui.desktop.reception.view_model import CopyKind
from ui.desktop.tasks import Tasks


class PaperActs:
    """Counts papers, and attaches files to them after each was opened."""

    def __init__(
        self,
        *,
        screen: DraftScreen,
        drafts: OpenDrafts,
        files: FileReading,
        file_worker: Tasks,
        now: Callable[[], datetime],
    ) -> None:
        self._screen = screen
        self._drafts = drafts
        self._files = files
        self._file_worker = file_worker
        self._now = now

    def show(self, draft: DraftEntry) -> None:
        """The files of a draft's papers are others: pages were filed at the scan desk."""
        self._screen.papers(draft)

    def on_paper_ticked(self, key: str) -> None:
        """Count a row as the procedure asks for it; a second time, take it back."""
        if (row := self._drafts.current.papers.row(key)) is None:
            return
        if row.is_here:
            row.given.clear()
        else:
            row.mark_here()
        self._screen.papers(self._drafts.current)

    def on_copies_set(self, key: str, kind: CopyKind, count: int) -> None:
        if (row := self._drafts.current.papers.row(key)) is not None:
            row.given[kind] = max(0, min(MOST_COPIES, count))
            self._screen.papers(self._drafts.current)

    def on_check_edited(self, key: str, name: CheckField, text: str) -> None:
        """Judge a paper, or say where it is from, how old it is, whose name it bears."""
        if (row := self._drafts.current.papers.row(key)) is not None:
            row.check.edit(name, text, self._now())
            self._screen.papers(self._drafts.current)

    def on_other_paper(self, name: str) -> None:
        """Add a paper that the procedure does not list."""
        if self._drafts.current.papers.add_other(name) is not None:
            self._screen.papers(self._drafts.current)

    def on_paper_removed(self, key: str) -> None:
        self._drafts.current.papers.remove_other(key)
        self._screen.papers(self._drafts.current)

    def on_files_chosen(self, key: str, paths: Sequence[str]) -> None:
        """Attach files to a row, each after it was opened; a scanned paper counts as here."""
        draft = self._drafts.current
        row = draft.papers.row(key)
        if row is None:
            return
        row.opening += len(paths)
        for path in map(Path, paths):
            self._file_worker.run(
                partial(self._files.keep_file, path, draft.draft_id),
                done=partial(self._attach, draft, row, path),
                failed=partial(self._refuse_file, draft, row),
            )
        self._screen.papers(draft)

    def draw_again(self, draft: DraftEntry) -> None:
        """Draw the files of a draft that was opened again; what cannot be drawn keeps its sign."""
        for file in (file for row in draft.papers for file in row.files):
            if file.thumbnail is None and file.kept is not None:
                self._file_worker.run(
                    partial(self._files.thumbnail_of, file.kept),
                    done=partial(self._drawn, draft, file),
                    failed=_leave_its_sign,
                )

    def judge_again(self, draft: DraftEntry) -> None:
        """Judge the signatures of a draft's files anew, if others are trusted than before."""
        for file in (file for row in draft.papers for file in row.files):
            if file.signatures and file.kept is not None:
                self._file_worker.run(
                    partial(self._files.judge_again, file.kept, file.trust),
                    done=partial(self._judged, draft, file),
                    failed=_leave_its_sign,
                )

    def _judged(self, draft: DraftEntry, file: EntryFile, judged: Judged | None) -> None:
        if judged is not None:
            file.trust, file.signatures = judged.trust, judged.signatures
            self._screen.papers(draft)

    def _drawn(self, draft: DraftEntry, file: EntryFile, thumbnail: bytes) -> None:
        file.thumbnail = thumbnail
        self._screen.papers(draft)

    def _attach(self, draft: DraftEntry, row: PaperEntry, path: Path, file: KeptFile) -> None:
        row.opening -= 1
        row.files.append(
            EntryFile(
                file.file_id,
                path,
                file.pages,
                file.thumbnail,
                file.kept,
                file.signatures,
                file.trust,
            )
        )
        row.mark_here()
        self._screen.papers(draft)

    def _refuse_file(self, draft: DraftEntry, row: PaperEntry, error: Exception) -> None:
        row.opening -= 1
        self._screen.papers(draft)
        self._screen.problem(error)

    def on_file_removed(self, key: str, file_id: str) -> None:
        draft = self._drafts.current
        if (row := draft.papers.row(key)) is not None:
            if file_id.startswith(SCAN):  # its pages go back into the tray of the scan desk
                draft.scan.empty_row(key)
                row.files = [file for file in row.files if not file.file_id.startswith(SCAN)]
            else:
                draft.papers.remove_file(row, file_id)
            self._screen.papers(draft)

    def on_return_wanted(self) -> None:
        """Put back the file, or the other paper, that was removed last."""
        draft = self._drafts.current
        if draft.papers.put_back():
            draft.demand_papers()
            self._screen.papers(draft)
            self.draw_again(draft)


def _leave_its_sign(_: Exception) -> None:
    """A file that is damaged is named when the dossier is received; its verdict stands."""
