"""A reception page that remembers what is seen."""

from ui.desktop.reception.draft_line import DraftLine
from ui.desktop.reception.owner_view_model import Owner
from ui.desktop.reception.spot import Spot
from ui.desktop.reception.view_model import (
    Applicant,
    Blocker,
    Draft,
    Due,
    Duplicates,
    Fees,
    Ground,
    LastSlip,
    Matches,
    Paper,
    Problem,
    Readiness,
)
from ui.desktop.reception.view_model import Procedure as ProcedureZone


class FakePage:
    """Remembers what is seen now. Implements ``ReceptionView``."""

    def __init__(self) -> None:
        self.applicant = Applicant()
        self.went_on = 0
        self.owner = Owner()
        self.duplicates = Duplicates()
        self.kept: tuple[DraftLine, ...] = ()
        self.may_reassign = False
        self.procedure = ProcedureZone()
        self.matches: Matches | None = None
        self.papers: tuple[Paper, ...] = ()
        self.removed: str | None = None
        self.fees = Fees()
        self.due = Due()
        self.readiness = Readiness()
        self.grounds: tuple[Ground, ...] = ()
        self.slip: LastSlip | None = None
        self.problem: Problem | None = None
        self.fresh: list[bool] = []
        self.zone = 0
        self.keys_at: Spot | None = None

    def show_draft(self, draft: Draft, *, fresh: bool) -> None:
        self.applicant, self.procedure = draft.applicant, draft.procedure
        self.owner, self.duplicates = draft.owner, draft.duplicates
        self.papers, self.fees, self.due = draft.papers, draft.fees, draft.due
        self.readiness, self.removed = draft.readiness, draft.removed
        self.exit_reasons = dict(draft.exit_reasons)
        self.fresh.append(fresh)

    def show_applicant(self, applicant: Applicant) -> None:
        self.applicant = applicant

    def show_kept_drafts(self, drafts: tuple[DraftLine, ...], *, may_reassign: bool) -> None:
        self.kept, self.may_reassign = drafts, may_reassign

    def show_duplicates(self, duplicates: Duplicates) -> None:
        self.duplicates = duplicates

    def show_owner(self, owner: Owner) -> None:
        self.owner = owner

    def show_procedure(self, procedure: ProcedureZone) -> None:
        self.procedure = procedure

    def show_matches(self, matches: Matches) -> None:
        self.matches = matches

    def show_papers(self, papers: tuple[Paper, ...], removed: str | None = None) -> None:
        self.papers, self.removed = papers, removed

    def show_fees(self, fees: Fees) -> None:
        self.fees = fees

    def show_due(self, due: Due) -> None:
        self.due = due

    def show_readiness(self, readiness: Readiness) -> None:
        self.readiness = readiness

    def show_grounds(self, grounds: tuple[Ground, ...]) -> None:
        self.grounds = grounds

    def show_last_slip(self, slip: LastSlip | None) -> None:
        self.slip = slip

    def show_problem(self, problem: Problem | None) -> None:
        self.problem = problem

    def spot(self) -> Spot | None:
        return self.keys_at

    def go_to_spot(self, spot: Spot) -> None:
        self.keys_at = spot

    def go_on(self) -> None:
        self.went_on += 1

    def offer_zone(self, zone: int) -> None:
        self.zone = zone

    @property
    def blockers(self) -> set[Blocker]:
        return {block.blocker for block in self.readiness.blocks}
