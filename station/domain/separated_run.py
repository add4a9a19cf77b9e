"""A pile that was fed with separator sheets between its papers: which row each page belongs to."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from station.domain.scan_pages import TRAY
from station.domain.scan_session import ScanSession
from station.domain.separator_code import read_separator


class SeparatedRun:
    """One run of the scanner. Its pages are told in the order in which they were fed."""

    def __init__(self, procedure: str, rows: Mapping[str, str]) -> None:
        """
        Args:
            rows: the names of the checklist's rows, by key.
        """
        self._procedure, self._rows = procedure, dict(rows)
        self._row: str | None = None
        self._after_sheet = False
        self.unmatched = 0
        """Separator sheets that name no row of this checklist."""

    def file(
        self, session: ScanSession, page_id: UUID, codes: Sequence[str], *, blank: bool
    ) -> ScanSession:
        """Put one page where it belongs, unless the officer was quicker.

        Args:
            codes: the texts of the QR codes on the page.
            blank: nothing stands on the page.
        """
        sheet = next((code for text in codes if (code := read_separator(text))), None)
        untouched = not session.page(page_id).touched
        if sheet is not None:
            self._row = sheet.row_in(self._procedure, self._rows)
            self.unmatched += self._row is None
            self._after_sheet = True
            return session.delete(page_id) if untouched else session
        back_of_sheet = blank and self._after_sheet
        self._after_sheet = False
        if not untouched or session.page(page_id).state.place != TRAY:
            return session
        if back_of_sheet:
            return session.delete(page_id)
        return session if self._row is None else session.assign(page_id, self._row)
