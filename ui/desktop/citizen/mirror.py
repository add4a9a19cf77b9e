"""The reception page and the citizen's display, fed by the same words: one cannot lag behind."""

from collections.abc import Callable
from dataclasses import replace

from ui.desktop.citizen.facts import Shown
from ui.desktop.reception.draft_line import DraftLine
from ui.desktop.reception.owner_view_model import Owner
from ui.desktop.reception.spot import Spot
from ui.desktop.reception.view_model import (
    Applicant,
    Draft,
    Due,
    Duplicates,
    Fees,
    Ground,
    LastSlip,
    Matches,
    Paper,
    Problem,
    Procedure,
    Readiness,
    ReceptionView,
)


class MirroredReception:
    """Implements ``ReceptionView`` with a page, and tells what of the draft in front it shows."""

    def __init__(self, page: ReceptionView, tell: Callable[[Shown], object]) -> None:
        self._page, self._tell = page, tell
        self._shown = Shown()

    def show_draft(self, draft: Draft, *, fresh: bool) -> None:
        self._page.show_draft(draft, fresh=fresh)
        self._take(Shown.of(draft))

    def show_applicant(self, applicant: Applicant) -> None:
        self._page.show_applicant(applicant)
        self._take(replace(self._shown, applicant=applicant))

    def show_owner(self, owner: Owner) -> None:
        self._page.show_owner(owner)
        self._take(replace(self._shown, owner=owner))

    def show_procedure(self, procedure: Procedure) -> None:
        self._page.show_procedure(procedure)
        self._take(replace(self._shown, procedure=procedure))

    def show_papers(self, papers: tuple[Paper, ...], removed: str | None = None) -> None:
        self._page.show_papers(papers, removed)
        self._take(replace(self._shown, papers=papers))

    def show_fees(self, fees: Fees) -> None:
        self._page.show_fees(fees)
        self._take(replace(self._shown, fees=fees))

    def show_due(self, due: Due) -> None:
        self._page.show_due(due)
        self._take(replace(self._shown, due=due))

    def show_readiness(self, readiness: Readiness) -> None:
        self._page.show_readiness(readiness)
        self._take(replace(self._shown, readiness=readiness))

    def _take(self, shown: Shown) -> None:
        self._shown = shown
        self._tell(shown)

    # -- what is the officer's alone ----------------------------------------------------------

    def show_duplicates(self, duplicates: Duplicates) -> None:
        self._page.show_duplicates(duplicates)

    def show_kept_drafts(self, drafts: tuple[DraftLine, ...], *, may_reassign: bool) -> None:
        self._page.show_kept_drafts(drafts, may_reassign=may_reassign)

    def show_matches(self, matches: Matches) -> None:
        self._page.show_matches(matches)

    def show_grounds(self, grounds: tuple[Ground, ...]) -> None:
        self._page.show_grounds(grounds)

    def show_last_slip(self, slip: LastSlip | None) -> None:
        self._page.show_last_slip(slip)

    def show_problem(self, problem: Problem | None) -> None:
        self._page.show_problem(problem)

    def spot(self) -> Spot | None:
        return self._page.spot()

    def go_to_spot(self, spot: Spot) -> None:
        self._page.go_to_spot(spot)

    def go_on(self) -> None:
        self._page.go_on()

    def offer_zone(self, zone: int) -> None:
        self._page.offer_zone(zone)
