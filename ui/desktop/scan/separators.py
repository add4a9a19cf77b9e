"""The separator sheets of the checklist in front, to be seen, saved and printed. Free of Qt."""

from collections.abc import Sequence
from typing import Final, Protocol

from station.domain.procedure import Procedure
from station.words import Language
from ui.desktop.preview.sources import Drawn, FixedSource
from ui.desktop.reception.draft_entry import DraftEntry

_TITLE: Final[dict[Language, str]] = {
    "vi": "Tờ phân cách: đặt trước các trang của từng giấy tờ",
    "en": "Separator sheets: lay each before the pages of its paper",
}


class SeparatorDesk(Protocol):
    """Draws and prints the sheets; see ``ui.desks.scan.ScanDesk``."""

    def separators_pdf(self, procedure: Procedure, rows: Sequence[tuple[str, str]]) -> bytes: ...

    def print_separators(self, procedure: Procedure, rows: Sequence[tuple[str, str]]) -> str: ...


def separators_of(desk: SeparatorDesk, draft: DraftEntry, language: Language) -> FixedSource | None:
    """Give the sheets of a draft's checklist as a paper of the preview; None: it has no rows."""
    procedure = draft.procedure
    rows = [(row.key, row.name) for row in draft.papers]
    if procedure is None or not rows:
        return None
    return FixedSource(
        title=_TITLE[language],
        code=f"to-phan-cach-{procedure.code}",
        draws=lambda: Drawn(desk.separators_pdf(procedure, rows)),
        puts=lambda _: desk.print_separators(procedure, rows),
    )
