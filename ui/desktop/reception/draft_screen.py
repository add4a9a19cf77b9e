"""Brings drafts to the page: only the current one is seen, and only while its officer works."""

from collections.abc import Callable, Sequence
from datetime import datetime

from station.words import Language
from ui.desktop.frame.view_model import OpenDraft
from ui.desktop.kit.tone import Tone
from ui.desktop.problems import words_of
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.note_words import Remark, field_words, remark_words
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.reception.spot import Spot
from ui.desktop.reception.view_model import (
    ApplicantField,
    Block,
    Problem,
    ProcedureMatch,
    ReceptionView,
)

ShowTabs = Callable[[tuple[OpenDraft, ...], int], object]


class DraftScreen:
    """Knows which draft is in front; what concerns another one changes nothing that is seen."""

    def __init__(
        self,
        view: ReceptionView,
        *,
        drafts: OpenDrafts,
        now: Callable[[], datetime],
        show_tabs: ShowTabs,
        language: Language,
    ) -> None:
        self.frequent: tuple[ProcedureMatch, ...] = ()
        self.numbers_left: int | None = None
        self._view = view
        self._drafts = drafts
        self._now = now
        self._show_tabs = show_tabs
        self._language: Language = language
        self._open = True

    def close(self) -> None:
        """Show nothing from now on: the page belongs to another officer."""
        self._open = False

    def blocks(self, draft: DraftEntry) -> tuple[Block, ...]:
        """Give what stands in the way of a draft right now."""
        return draft.blocks(self._now().date(), self._language, numbers_left=self.numbers_left)

    def all_of_current(self, *, fresh: bool) -> None:
        """Show the current draft as a whole; a fresh one gets the cursor into its first field."""
        if not self._open:
            return
        draft = self._drafts.current.shown(
            self._now(),
            self._language,
            frequent=self.frequent,
            numbers_left=self.numbers_left,
        )
        self._view.show_problem(None)
        self._view.show_draft(draft, fresh=fresh)
        self.tabs()

    def applicant(self, draft: DraftEntry) -> None:
        if self._is_seen(draft):
            today = self._now().date()
            self._view.show_applicant(draft.applicant.shown(today, self._language))
            self._view.show_owner(draft.shown_owner(today, self._language))
        self.readiness(draft)

    def rules(self, draft: DraftEntry) -> None:
        """Show what follows from the procedure and its case."""
        if self._is_seen(draft):
            today = self._now().date()
            self._view.show_procedure(draft.shown_procedure(self.frequent))
            self._view.show_papers(
                draft.shown_papers(today, self._language), draft.papers.last_removed
            )
            self._view.show_fees(draft.money.shown(self._language))
        self.readiness(draft)

    def procedure(self, draft: DraftEntry) -> None:
        if self._is_seen(draft):
            self._view.show_procedure(draft.shown_procedure(self.frequent))
        self.readiness(draft)

    def papers(self, draft: DraftEntry) -> None:
        if self._is_seen(draft):
            today = self._now().date()
            self._view.show_papers(
                draft.shown_papers(today, self._language), draft.papers.last_removed
            )
            if draft.duplicates.found:  # they are compared by their papers too
                self._view.show_duplicates(draft.shown_duplicates(today, self._language))
        self.readiness(draft)

    def fees(self, draft: DraftEntry) -> None:
        if self._is_seen(draft):
            self._view.show_fees(draft.money.shown(self._language))
        self.readiness(draft)

    def duplicates(self, draft: DraftEntry) -> None:
        if self._is_seen(draft):
            today = self._now().date()
            self._view.show_duplicates(draft.shown_duplicates(today, self._language))
        self.readiness(draft)

    def due(self, draft: DraftEntry) -> None:
        if self._is_seen(draft):
            self._view.show_due(draft.shown_due(self._language))

    def readiness(self, draft: DraftEntry) -> None:
        """Show what still blocks the draft; its tab may say something else by now, too."""
        if self._is_seen(draft):
            today = self._now().date()
            self._view.show_readiness(
                draft.readiness(today, self._language, numbers_left=self.numbers_left)
            )
        self.tabs()

    def tabs(self) -> None:
        if self._open:
            self._show_tabs(self._drafts.tabs, self._drafts.number)

    def spot(self) -> Spot | None:
        """Give where the keys are on the page; None where they are elsewhere."""
        return self._view.spot() if self._open else None

    def go_to_spot(self, spot: Spot) -> None:
        if self._open:
            self._view.go_to_spot(spot)

    def remark(self, remark: Remark, tone: Tone = Tone.WARN, **values: object) -> None:
        if self._open:
            words = remark_words(remark, self._language, **values)
            self._view.show_problem(Problem(words, tone))

    def chip_differs(self, fields: Sequence[ApplicantField]) -> None:
        """Say which fields the chip has otherwise than the printed code had."""
        named = ", ".join(field_words(name, self._language) for name in fields)
        self.remark(Remark.CHIP_DIFFERS, fields=named)

    def problem(self, error: Exception | None) -> None:
        """Say what went wrong; None takes it back."""
        said = None if error is None else Problem(words_of(error, self._language))
        if self._open:
            self._view.show_problem(said)

    def _is_seen(self, draft: DraftEntry) -> bool:
        return self._open and draft is self._drafts.current
