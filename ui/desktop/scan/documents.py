"""Writes one PDF for each document of a row and attaches it to the draft. Free of Qt."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from station.domain.scan_pages import ScannedPage
from ui.desks.scan import DeskPage, kept_name
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.paper_entries import EntryFile, PaperEntry
from ui.desktop.reception.scan_entry import ScanEntry, Signature
from ui.desktop.scan.drawing import recipe_of
from ui.desktop.scan.ports import ScanDeskPort, Studio
from ui.desktop.tasks import Tasks

_MOST_NAME = 80
_Written = list[tuple[EntryFile, UUID]]


class Documents:
    """What lies in the rows of a draft's scan desk becomes files of its papers."""

    def __init__(
        self,
        *,
        scans: ScanDeskPort,
        studio: Studio,
        worker: Tasks,
        now: Callable[[], datetime],
        changed: Callable[[DraftEntry], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """
        Args:
            changed: hears that the files of a draft are others.
        """
        self._scans, self._studio, self._worker = scans, studio, worker
        self._now, self._changed, self._failed = now, changed, failed
        self._files: dict[PaperEntry, list[UUID]] = {}
        self._writing: set[PaperEntry] = set()
        """By paper, which outlives another procedure; its key may then be another paper's."""

    def write(self, draft: DraftEntry) -> None:
        """Write the documents of the rows that changed; a row waits for its last clean page.

        While one is written the draft cannot be received: ``PaperEntry.opening`` counts it.
        """
        for row in draft.papers:
            if row in self._writing:
                continue
            signature = draft.scan.row_signature(row.key)
            if signature == draft.scan.written.get(row.key, ()):
                continue
            if signature and not self._is_clean(draft, row.key):
                continue
            self._writing.add(row)
            row.opening += 1
            self._write_row(draft, row, signature)
        self._changed(draft)

    def know(self, draft: DraftEntry) -> None:
        """Take what stands in the papers of a draft that was opened again for what was written."""
        for row in draft.papers:
            ids = [file.file_id for file in row.files if file.file_id.startswith("scan-")]
            if ids:
                self._files[row] = [UUID(one[5:]) for one in ids]

    def waits(self, draft: DraftEntry) -> bool:
        """Tell whether documents of a draft are still to be written."""
        return any(
            draft.scan.row_signature(row.key) != draft.scan.written.get(row.key, ())
            for row in draft.papers
        )

    def _is_clean(self, draft: DraftEntry, key: str) -> bool:
        entry = draft.scan
        pages = [page for document in entry.session.documents(key) for page in document]
        backs = [entry.session.page(page.state.back) for page in pages if page.state.back]
        return all(entry.shown(page) is not None for page in (*pages, *backs))

    def _write_row(self, draft: DraftEntry, row: PaperEntry, signature: Signature) -> None:
        entry = draft.scan
        documents = entry.session.documents(row.key)
        pictures = [entry.small.get(pages[0].page_id) for pages in documents]
        shown: list[list[tuple[UUID, DeskPage]]] = [
            [(page.page_id, found) for page in pages if (found := entry.shown(page))]
            for pages in documents
        ]
        name, key = row.name[:_MOST_NAME], row.key
        facts = {"documentKey": key}
        if draft.procedure is not None:
            facts["procedureCode"] = draft.procedure.code
        made_at = self._now()
        sources = [{"sourceSha256": _sources(entry, pages)} for pages in documents]

        def work() -> _Written:
            written: _Written = []
            for number, pages in enumerate(shown, start=1):
                title = name if len(shown) == 1 else f"{name} ({number})"
                recipes = [recipe_of(entry, one, found, self._scans) for one, found in pages]
                said = facts | sources[number - 1]
                pdf = self._studio.document(recipes, title=title, made_at=made_at, facts=said)
                kept = self._scans.keep_document(
                    draft.draft_id, pdf, pages=len(pages), name=f"{title}.pdf"
                )
                small = pictures[number - 1]
                file = EntryFile(
                    file_id=f"scan-{kept.file_id}",
                    path=Path(f"{title}.pdf"),
                    pages=len(pages),
                    thumbnail=small[1] if small else None,
                    kept=kept_name(kept),
                )
                written.append((file, kept.file_id))
            before = self._files.get(row, [])
            if before:
                self._scans.forget_documents(draft.draft_id, before)
            return written

        def done(written: _Written) -> None:
            self._writing.discard(row)
            row.opening -= 1
            row.files = [file for file in row.files if not file.file_id.startswith("scan-")]
            row.files += [file for file, _ in written]
            self._files[row] = [file_id for _, file_id in written]
            entry.written[key] = signature
            if written:
                row.mark_here()
            self._changed(draft)
            self.write(draft)  # somebody may have changed the row meanwhile

        def failed(error: Exception) -> None:
            self._writing.discard(row)
            row.opening -= 1
            self._changed(draft)
            self._failed(error)

        self._worker.run(work, done=done, failed=failed)


def _sources(entry: ScanEntry, pages: Sequence[ScannedPage]) -> str:
    """Give the digests of the pages as they came, both sides of each sheet."""
    sides = [side for page in pages for side in (page.page_id, page.state.back) if side]
    return ",".join(entry.pages[side].original for side in sides)
